"""The standards of stability where part of a party's order is not known, in the four forms of print.

For each party a state is better than another, or worse, or liked equally, or its place is *not known*. The
forms differ in what a party does in doubt: whether it goes where it may gain for all that is known, and
whether a reply that may hurt it for all that is known deters it.

====  ===========================  =======================================  =================================
form  a party leaves for           a reply deters if it ends                and no move of its own then leads
====  ===========================  =======================================  =================================
a     a gain, or what is unknown   no better, for certain                   to a gain, or to what is unknown
b     a gain                       no better, for certain                   to a gain, or to what is unknown
c     a gain, or what is unknown   no better, or in what is unknown         to a gain
d     a gain                       no better, or in what is unknown         to a gain
====  ===========================  =======================================  =================================

The last column is asked by `smr` only. States are few here, so sets of them are matrices, as in print.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.moves import Rows
from jirga.errors import TooLarge, UnknownName
from jirga.schema.words import FORMS, UNKNOWN_STANDARDS, Form, UnknownStandard
from jirga.solve.stability import Stable
from jirga.solve.sweeps.arcs import Arcs
from jirga.solve.sweeps.movers import Movers

Where = NDArray[np.bool_]
Bits = NDArray[np.uint8]
MAX_STATES = 2_048
AT_ONCE = 256


class Unsure:
    """The moves of every party with what it may gain by them, each listed when first asked for.

    Attributes
    ----------
    movers : Movers
        The moves and ranks of all parties, and what is not known of their order.
    """

    def __init__(self, movers: Movers) -> None:
        refuse_if_too_many(movers.size)
        self.movers = movers
        self.sides = [Side(movers, party) for party in movers.parties]
        self.led: dict[tuple[int, str], Where] = {}
        self.feared: dict[tuple[int, str, bool], Where] = {}

    def answers(self, party: int, kind: str) -> Where:
        """Say where legal sequences of the others' moves lead, from every state; kind: any, or hopeful."""
        if (party, kind) not in self.led:
            others = [side for side in self.sides if side.party != party]
            steps = [side.every if kind == "any" else side.hopeful for side in others]
            self.led[party, kind] = legal(steps, self.movers.size)
        return self.led[party, kind]

    def deterred(self, party: int, standard: UnknownStandard, *, surely: bool) -> Where:
        """Say from where the others can lead to what is no gain: surely no gain, or maybe."""
        if (party, standard, surely) not in self.feared:
            side = self.sides[party]
            gain = side.better | side.unknown if surely else side.better
            feared = ~gain & ~into(gain, side.every) if standard == "smr" else ~gain
            led = self.answers(party, "hopeful" if standard == "seq" else "any")
            found = feared.astype(np.float32) @ led.T.astype(np.float32) > 0
            self.feared[party, standard, surely] = found
        return self.feared[party, standard, surely]


class Side:
    """One party: its moves, and against which states it may gain.

    Attributes
    ----------
    rows : int64 array (n_classes,)
        One state of each class: those in one class compare alike with all others.
    of : int64 array (n_states,)
        The class of each state.
    """

    def __init__(self, movers: Movers, party: int) -> None:
        self.movers, self.party = movers, party
        label = movers.rank(party).astype(np.int64)
        if movers.board.doubts is not None:
            listed = np.unique(movers.board.doubts[party].pairs)
            label[listed] = -1 - listed
        self.rows, self.of = (
            part.reshape(-1) for part in np.unique(label, return_index=True, return_inverse=True)[1:]
        )

    @cached_property
    def unknown(self) -> Where:
        """Of which states the order is not known, against one of each class."""
        doubts = self.movers.board.doubts
        if doubts is None:
            return np.zeros((len(self.rows), self.movers.size), dtype=bool)
        return doubts[self.party].between(self.rows, self.movers.size)

    @cached_property
    def better(self) -> Where:
        """Which states are better for certain, than one of each class."""
        rank = self.movers.rank(self.party)
        return (rank > rank[self.rows][:, None]) & ~self.unknown

    @cached_property
    def every(self) -> Arcs:
        """Every move of the party."""
        every, states = self.movers.every[self.party], range(self.movers.size)
        if isinstance(every, Arcs):
            return every
        targets = [every.targets(row) for row in states]
        origin = np.repeat(np.arange(self.movers.size), [len(one) for one in targets])
        return Arcs(origin, np.concatenate([np.zeros(0, dtype=np.int64), *targets]), self.movers.size)

    @cached_property
    def hopeful(self) -> Arcs:
        """The moves that gain it something for certain, or for all that is known."""
        arcs = self.every
        kept = (self.better | self.unknown)[self.of[arcs.origin], arcs.target]
        return Arcs(arcs.origin[kept], arcs.target[kept], arcs.size)


def nash(unsure: Unsure, party: int, form: Form) -> Stable:
    """Find the states a party does not leave, if it looks only at its own next move.

    Parameters
    ----------
    unsure : Unsure
        The moves of all parties and what is known of their order.
    party : int
        The focal party.
    form : str
        a, b, c or d: what it does in doubt.

    Returns
    -------
    bool array (n_states,)
        Whether the party stays.

    Raises
    ------
    UnknownName
        There is no such form.

    Notes
    -----
    Forms a and c are the same, and so are b and d. Stable here implies stable by every other standard of this
    module in the same form. Stable in form a implies stable in b and in c, and either implies d, by every
    standard. Where everything is known the four forms are the plain standard.

    References
    ----------
    [Li2004]_ (recalled, not seen).

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> nash(Unsure(Movers(board(conflict("prisoners")))), 0, "a").tolist()
    [True, False, True, False]
    """
    return stays(unsure, party, "nash", form)


def gmr(unsure: Unsure, party: int, form: Form) -> Stable:
    """Find the states a party stays in if it fears any reply.

    References
    ----------
    [Li2004]_ (recalled, not seen).

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> gmr(Unsure(Movers(board(conflict("prisoners")))), 0, "a").tolist()
    [True, False, True, True]
    """
    return stays(unsure, party, "gmr", form)


def smr(unsure: Unsure, party: int, form: Form) -> Stable:
    """Find the states a party stays in if it fears any reply that it could not then escape.

    References
    ----------
    [Li2004]_ (recalled, not seen).

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> smr(Unsure(Movers(board(conflict("prisoners")))), 0, "a").tolist()
    [True, False, True, True]
    """
    return stays(unsure, party, "smr", form)


def seq(unsure: Unsure, party: int, form: Form) -> Stable:
    """Find the states a party stays in if it fears only replies by which the others gain, or may gain.

    Notes
    -----
    In all four forms a reply is made of moves that gain their mover something, or may for all that is known.

    References
    ----------
    [Li2004]_ (recalled, not seen).

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> seq(Unsure(Movers(board(conflict("prisoners")))), 0, "a").tolist()
    [True, False, True, True]
    """
    return stays(unsure, party, "seq", form)


CONCEPTS: dict[UnknownStandard, Callable[[Unsure, int, Form], Stable]] = dict(
    zip(UNKNOWN_STANDARDS, (nash, gmr, smr, seq), strict=True)
)


def holds(unsure: Unsure, standard: UnknownStandard, form: Form) -> Stable:
    """Find the states that every party stays in.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> holds(Unsure(Movers(board(conflict("prisoners")))), "seq", "d").tolist()
    [True, False, False, True]
    """
    found = np.ones(unsure.movers.size, dtype=bool)
    for party in unsure.movers.parties:
        found &= CONCEPTS[standard](unsure, party, form)
    return found


def stays(unsure: Unsure, party: int, standard: UnknownStandard, form: Form) -> Stable:
    """Say in which states a party has nowhere to go from which nothing deters it."""
    if form not in FORMS:
        raise UnknownName("form", form, FORMS)
    side = unsure.sides[party]
    free = side.better | side.unknown if form in {"a", "c"} else side.better
    if standard != "nash":
        free = free & ~unsure.deterred(party, standard, surely=form in {"a", "b"})
    leaves = np.zeros(unsure.movers.size, dtype=bool)
    origin, target = side.every.origin, side.every.target
    leaves[origin[free[side.of[origin], target]]] = True
    return ~leaves


def into(goal: Where, arcs: Arcs) -> Where:
    """Say, for each row of goals, from which states one move leads to a goal."""
    step = np.zeros((arcs.size, arcs.size), dtype=np.float32)
    step[arcs.origin, arcs.target] = 1
    return np.asarray(goal.astype(np.float32) @ step.T > 0)


def legal(steps: Sequence[Arcs], size: int) -> Where:
    """Say where one step or more lead from every state, nobody making two in a row."""
    starts = range(0, size, AT_ONCE)
    parts = [alternating(steps, np.arange(start, min(start + AT_ONCE, size)), size) for start in starts]
    return np.concatenate([np.zeros((0, size), dtype=bool), *parts])


def alternating(steps: Sequence[Arcs], start: Rows, size: int) -> Where:
    """Say where legal sequences lead from some states, keeping apart who moved last."""
    here = np.zeros((size, len(start)), dtype=bool)
    here[start, np.arange(len(start))] = True
    begun, ordered = np.packbits(here, axis=1), [by_target(one) for one in steps]
    last, quiet, turn = [np.zeros_like(begun) for _ in steps], 0, 0
    while steps and quiet < len(steps):
        mover = turn % len(steps)
        before = [last[other] for other in range(len(steps)) if other != mover]
        reached = onward(np.bitwise_or.reduce([begun, *before]), ordered[mover])
        quiet = quiet + 1 if np.array_equal(reached, last[mover]) else 0
        last[mover], turn = reached, turn + 1
    found = np.bitwise_or.reduce([np.zeros_like(begun), *last])
    return np.unpackbits(found, axis=1, count=len(start)).astype(bool).T


def by_target(arcs: Arcs) -> Arcs:
    """Order moves by where they lead."""
    order = np.argsort(arcs.target, kind="stable")
    return Arcs(arcs.origin[order], arcs.target[order], arcs.size)


def onward(reached: Bits, arcs: Arcs) -> Bits:
    """Give the starts from which one more step leads to each state."""
    found = np.zeros_like(reached)
    if len(arcs.origin):
        first = np.flatnonzero(np.r_[True, arcs.target[1:] != arcs.target[:-1]])
        found[arcs.target[first]] = np.bitwise_or.reduceat(reached[arcs.origin], first, axis=0)
    return found


def refuse_if_too_many(states: int) -> None:
    """Stop before more states than fit a matrix, and say what would reduce them."""
    if states > MAX_STATES:
        raise TooLarge(
            f"{states:,} states are too many where part of an order is not known (at most {MAX_STATES:,})",
            "settle what is not known in a variant, drop options nobody's answer turns on, or rule out "
            "combinations that cannot be",
        )
