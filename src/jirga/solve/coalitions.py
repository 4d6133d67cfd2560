"""Where coalitions stay: the standards of stability for parties that move together, named as in print.

A coalition's improvement is a state that it can lead to and that *every* member prefers; a sanction takes the
gain away from *some* member. So what a state is worth to a coalition is no single number, and states are
taken class by class: the states that no member tells apart fear the same sanctions.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.moves import Rows
from jirga.errors import TooLarge, UnknownName
from jirga.schema.words import COALITION_STANDARDS, CoalitionStandard
from jirga.solve.stability import Stable
from jirga.solve.sweeps.arcs import Arcs
from jirga.solve.sweeps.movers import Mover, Movers
from jirga.solve.sweeps.propagation import brought_to
from jirga.solve.ways.attainment import parts, refuse_if_too_many
from jirga.solve.ways.joint import Group, candidates, gained, groups, improved, reach

Where = NDArray[np.bool_]
MAX_STATES = 5_000
MAX_ARCS = 1 << 24
WORK = 1 << 27


@dataclass(frozen=True)
class Breaker:
    """A coalition that would leave a state, and where to.

    Attributes
    ----------
    coalition : tuple of int
        The parties that would move together; a party alone counts as a coalition of one.
    rows : tuple of int
        The states they would go to; those that a smaller coalition among them would go to are left out.
    """

    coalition: Group
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Answers:
    """What a coalition fears once it has moved.

    Attributes
    ----------
    others : sequence of Mover
        The moves of a sanction.
    escapes : sequence of Mover
        The coalition's own moves after a sanction; none where it is not to try and escape.
    transitive : bool
        Whether two moves in a row of the same mover are one move of it or none.
    """

    others: Sequence[Mover]
    escapes: Sequence[Mover]
    transitive: bool

    def deter(self, better: Where) -> Where:
        """Say from where the others can lead to a state that some member likes no better, past escaping."""
        feared = ~better & ~led_into(better, self.escapes, transitive=self.transitive)
        return led_into(feared, self.others, transitive=self.transitive)


def cnash(movers: Movers, coalition: Group) -> Stable:
    """Find the states a coalition cannot leave to the gain of every member.

    Parameters
    ----------
    movers : Movers
        The moves and ranks of all parties.
    coalition : tuple of int
        The focal parties.

    Returns
    -------
    bool array (n_states,)
        Whether the coalition stays.

    Raises
    ------
    TooLarge
        More states than can be gone through whole.
    UnknownName
        No party, a party that is not in the conflict, or the same party twice.

    Notes
    -----
    Stable here implies stable by every other standard of this module. A coalition of one stays exactly where
    `nash` says that its party stays. So with `cgmr`, `csmr` and `cseq`, and `gmr`, `smr` and `seq`.

    References
    ----------
    [Kilgour2001]_ (recalled, not seen).

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> cnash(dilemma, (0, 1)).tolist()
    [False, True, True, True]
    """
    return stays(movers, coalition, "cnash")


def cgmr(movers: Movers, coalition: Group) -> Stable:
    """Find the states a coalition stays in if it fears any reply.

    Notes
    -----
    A joint improvement is deterred when the others' moves, no party twice in a row, can lead to a state that
    some member likes no better than the one they left.

    References
    ----------
    [Inohara2008]_, [Xu2018]_ (both recalled, not seen).

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> cgmr(dilemma, (0, 1)).tolist()
    [False, True, True, True]
    """
    return stays(movers, coalition, "cgmr")


def csmr(movers: Movers, coalition: Group) -> Stable:
    """Find the states a coalition stays in if it fears any reply that it could not then escape.

    Notes
    -----
    As `cgmr`, and from the state the others lead to, the coalition's own moves lead to no state that every
    member prefers to the one they left. Stable here implies stable by `cgmr`.

    References
    ----------
    [Inohara2008]_, [Xu2018]_ (both recalled, not seen).

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> csmr(dilemma, (0,)).tolist()
    [True, False, True, True]
    """
    return stays(movers, coalition, "csmr")


def cseq(movers: Movers, coalition: Group) -> Stable:
    """Find the states a coalition stays in if it fears only replies by which each other party gains alone.

    Notes
    -----
    As `cgmr`, but every move of the sanction is one party's improvement from where it then stands: the
    variant of Xu and others. Stable here implies stable by `cgmr` and by `cseq_coalitional`.

    References
    ----------
    [Xu2018]_ (recalled, not seen).

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> cseq(dilemma, (0,)).tolist()
    [True, False, True, True]
    """
    return stays(movers, coalition, "cseq")


def cseq_coalitional(movers: Movers, coalition: Group) -> Stable:
    """Find the states a coalition stays in if it fears replies by which other coalitions gain.

    Notes
    -----
    As `cseq`, but each step of the sanction is a joint improvement of any coalition among the others, none
    twice in a row: the variant of Inohara and Hipel. So a coalition of one may stay where `seq` says that its
    party leaves. Stable here implies stable by `cgmr` in option form; not always where moves are listed arc
    by arc, since a party may then move last in one coalition and first in the next.

    References
    ----------
    [Inohara2008]_ (recalled, not seen).

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> cseq_coalitional(dilemma, (0,)).tolist()
    [True, False, True, True]
    """
    return stays(movers, coalition, "cseq_coalitional")


CONCEPTS: dict[CoalitionStandard, Callable[[Movers, Group], Stable]] = dict(
    zip(COALITION_STANDARDS, (cnash, cgmr, csmr, cseq, cseq_coalitional), strict=True)
)


def coalitionally_stable(movers: Movers, standard: CoalitionStandard, largest: int) -> Stable:
    """Find the states that no coalition up to a size would leave.

    Parameters
    ----------
    standard : str
        One of the functions of this module, by name.
    largest : int
        The most parties in a coalition; 1 asks for the equilibria of parties that move alone.

    Returns
    -------
    bool array (n_states,)
        Whether every coalition stays.

    Raises
    ------
    TooLarge
        More states and coalitions than can be gone through whole.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> coalitionally_stable(dilemma, "cnash", 1).tolist(), coalitionally_stable(dilemma, "cnash", 2).tolist()
    ([True, False, False, False], [False, False, False, False])
    """
    listed = list(groups(movers.parties, largest))
    refuse_if_too_much(movers, len(listed))
    stable = np.ones(movers.size, dtype=bool)
    for coalition in listed:
        stable = stays(movers, coalition, standard, stable)
    return stable


def breakers(movers: Movers, row: int, standard: CoalitionStandard, largest: int) -> list[Breaker]:
    """Say which coalitions would leave a state, and where to.

    Parameters
    ----------
    row : int
        The state in question.
    standard : str
        One of the functions of this module, by name.
    largest : int
        The most parties in a coalition.

    Returns
    -------
    list of Breaker
        Smaller coalitions first; a state that a smaller coalition inside would go to is not listed again.
        Empty exactly where the state is stable for every coalition up to that size.

    Raises
    ------
    TooLarge
        More states and coalitions than can be gone through whole.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> breakers(dilemma, 0, "cnash", 2)
    [Breaker(coalition=(0, 1), rows=(3,))]
    """
    listed = list(groups(movers.parties, largest))
    refuse_if_too_many(movers, listed)
    found: dict[Group, set[int]] = {}
    for coalition in listed:
        inside = [rows for smaller, rows in found.items() if set(smaller) < set(coalition)]
        found[coalition] = undeterred(movers, coalition, row, standard).difference(*inside)
    return [Breaker(coalition, tuple(sorted(rows))) for coalition, rows in found.items() if rows]


def undeterred(movers: Movers, coalition: Group, row: int, standard: CoalitionStandard) -> set[int]:
    """Give the joint improvements from a state that no sanction deters."""
    gains = improved(movers, coalition, row)
    if not len(gains):
        return set()
    better = gained(movers, coalition, np.arange(movers.size), row)
    deterred = answers(movers, coalition, standard).deter(better)
    return set(gains[~deterred[gains]].tolist())


def stays(
    movers: Movers, coalition: Group, standard: CoalitionStandard, asked: Where | None = None
) -> Stable:
    """Say in which of the states asked about a coalition has no joint improvement that nothing deters."""
    refuse_if_no_coalition(movers, coalition)
    refuse_if_too_much(movers, 1)
    feared, own = answers(movers, coalition, standard), alone(movers, coalition)
    stable, every = np.zeros(movers.size, dtype=bool), np.arange(movers.size)
    for alike in classes(movers, coalition, every if asked is None else every[asked]):
        better = gained(movers, coalition, every, int(alike[0]))
        free = better & ~feared.deter(better)
        stable[alike] = ~led_into(free, own, transitive=movers.transitive)[alike]
    return stable


def answers(movers: Movers, coalition: Group, standard: CoalitionStandard) -> Answers:
    """Say what a coalition fears by a standard."""
    if standard not in COALITION_STANDARDS:
        raise UnknownName("standard for coalitions", standard, COALITION_STANDARDS)
    outside = tuple(who for who in movers.parties if who not in coalition)
    if standard == "cseq_coalitional":
        listed = all_groups(outside)
        refuse_if_too_many_arcs(movers, listed)
        return Answers([joint_arcs(movers, group) for group in listed], (), movers.transitive)
    if standard == "cseq":
        return Answers([movers.of(who, "improving") for who in outside], (), movers.transitive)
    others = () if standard == "cnash" else alone(movers, outside)
    return Answers(others, alone(movers, coalition) if standard == "csmr" else (), movers.transitive)


def all_groups(parties: Group) -> list[Group]:
    """List every coalition of some parties, smaller ones first."""
    return [group for size in range(1, len(parties) + 1) for group in combinations(parties, size)]


def alone(movers: Movers, parties: Group) -> tuple[Mover, ...]:
    """Give every move of some parties."""
    return tuple(movers.every[who] for who in parties)


def led_into(goal: Where, steps: Sequence[Mover], *, transitive: bool) -> Where:
    """Say from where a legal sequence of steps can lead to a goal; where it holds already may count too."""
    return np.asarray(brought_to((~goal).astype(np.int64), steps, transitive=transitive) == 0)


def classes(movers: Movers, coalition: Group, rows: Rows) -> list[Rows]:
    """Put together the states, of those given, that no member of a coalition tells apart."""
    if not len(rows):
        return []
    label = np.unique(movers.board.ranks[list(coalition)][:, rows], axis=1, return_inverse=True)[1].reshape(
        -1
    )
    order = np.argsort(label, kind="stable")
    return np.split(rows[order], np.flatnonzero(np.diff(label[order])) + 1)


def joint_arcs(movers: Movers, coalition: Group) -> Arcs:
    """List the joint improvements of a coalition, from every state."""
    origin, target = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for part in parts(movers, coalition, np.arange(movers.size)):
        rows, reached = reach(movers, coalition, part)
        place, column = np.nonzero(reached)
        to = rows[place, column].astype(np.int64)
        gains = gained(movers, coalition, to, part[place])
        origin.append(part[place][gains])
        target.append(to[gains])
    return Arcs(np.concatenate(origin), np.concatenate(target), movers.size)


def refuse_if_no_coalition(movers: Movers, coalition: Group) -> None:
    """Stop where no party is named, one that is not there, or one of them twice."""
    if not coalition or len(set(coalition) & set(movers.parties)) < len(coalition):
        raise UnknownName("coalition", str(coalition), [str(party) for party in movers.parties])


def refuse_if_too_much(movers: Movers, coalitions: int) -> None:
    """Stop before more than can be gone through class by class, and say what would reduce it."""
    if movers.size > MAX_STATES or movers.size**2 * coalitions > WORK:
        raise TooLarge(
            f"{movers.size:,} states and {coalitions} coalitions would take more than half a minute (at most "
            f"{min(MAX_STATES, math.isqrt(WORK // coalitions)):,} states with so many coalitions)",
            "ask for smaller coalitions, drop options nobody's answer turns on, or rule out combinations "
            "that cannot be",
        )


def refuse_if_too_many_arcs(movers: Movers, listed: Sequence[Group], most: int = MAX_ARCS) -> None:
    """Stop before more steps than can be listed, and say what would reduce them."""
    arcs = movers.size * sum(candidates(movers, group) for group in listed)
    if arcs > most:
        raise TooLarge(
            f"{movers.size:,} states may have up to {arcs:,} steps between them; at most {most:,} are listed",
            "ask for smaller coalitions, drop options nobody's answer turns on, or rule out combinations "
            "that cannot be",
        )
