"""Simultaneous stability: a party stays because others may move at the same moment as it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from jirga.conflict.moves import OptionMoves
from jirga.errors import Located, TooLarge
from jirga.schema.words import Simultaneous
from jirga.solve.stability import Stable, seq
from jirga.solve.sweeps.movers import Movers

WORK = 1 << 26


class NotByOptions(Located):
    """Simultaneous moves are asked for in a conflict by states, where they cannot be put together."""

    def __init__(self) -> None:
        self.what = "in a conflict by states, what two moves at once would bring about is not known"
        self.hint = "give the conflict by options, or ask by seq instead"
        super().__init__(self.what)


def sim(movers: Movers, party: int) -> Stable:
    """Find the states a party stays in if it fears that others improve at the same moment (one-step form).

    Parameters
    ----------
    movers : Movers
        The moves and ranks of all parties.
    party : int
        The focal party.

    Returns
    -------
    bool array (n_states,)
        Whether the party stays.

    Raises
    ------
    NotByOptions
        The conflict is given by states.
    TooLarge
        More combinations of moves than can be gone through whole.

    Notes
    -----
    An improvement is deterred when some of the others can each pick an improvement of their own from the
    same state, so that all the changes at once make a possible state that the party likes no better than
    the one it left. Combinations that a rule forbids are skipped. Neither implies `seq` nor follows from it.

    References
    ----------
    [Kinsara2014guide]_ for the one-step form.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> sim(dilemma, 0).tolist()
    [True, False, True, True]
    """
    others = [who for who in movers.parties if who != party]
    refuse_if_too_much(movers)
    return np.array([taken_back(movers, party, row, others) for row in range(movers.size)], dtype=bool)


def seq_or_sim(movers: Movers, party: int) -> Stable:
    """Find the states a party stays in by `seq` or by `sim`, as programs print them together.

    Notes
    -----
    For an outcome to hold, one party may stay by the one and another by the other.

    References
    ----------
    [Kinsara2014guide]_.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> seq_or_sim(dilemma, 0).tolist()
    [True, False, True, True]
    """
    return np.asarray(seq(movers, party) | sim(movers, party))


def fraser_hipel(movers: Movers, party: int) -> Stable:
    """Find the states a party stays in by `seq`, or since others who would leave too might move with it.

    Notes
    -----
    Only a state that two parties or more would leave by `seq` is tested, and only they move: the party stays
    if each of its improvements, made at the same moment as some of theirs, may end in a possible state that
    it likes no better. Stable here follows from `seq`, and implies `seq_or_sim`.

    References
    ----------
    [Fraser1979]_; the form is used as [Jacobi2017]_ describes it, the book was not at hand.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> fraser_hipel(dilemma, 0).tolist()
    [True, False, True, True]
    """
    refuse_if_too_much(movers)
    leaving = ~np.array([seq(movers, who) for who in movers.parties])
    stable = ~leaving[party]
    for row in np.flatnonzero(leaving[party] & (leaving.sum(axis=0) > 1)).tolist():
        joining = [who for who in movers.parties if who != party and leaving[who, row]]
        stable[row] = taken_back(movers, party, row, joining)
    return np.asarray(stable)


CONCEPTS: dict[Simultaneous, Callable[[Movers, int], Stable]] = {
    "sim": sim,
    "seq_or_sim": seq_or_sim,
    "fraser_hipel": fraser_hipel,
}


def taken_back(movers: Movers, party: int, row: int, joining: Sequence[int]) -> bool:
    """Say whether each improvement of a party may come to nothing if others improve at the same moment."""
    moves, rank = by_options(movers), movers.rank(party)
    changes = np.zeros(1, dtype=np.int64)
    gains = movers.of(party, "improving").targets(row)
    for who in joining if len(gains) else ():
        own = moves.codes[movers.of(who, "improving").targets(row)] ^ moves.codes[row]
        changes = (changes[:, np.newaxis] ^ np.concatenate([[0], own])).reshape(-1)
    for end in gains.tolist():
        found = moves.find(moves.codes[end] ^ changes)
        if (rank[found[found >= 0]] > rank[row]).all():
            return False
    return True


def by_options(movers: Movers) -> OptionMoves:
    """Give the moves of a conflict by options, or stop."""
    if not isinstance(movers.board.moves, OptionMoves):
        raise NotByOptions
    return movers.board.moves


def refuse_if_too_much(movers: Movers) -> None:
    """Stop before more combinations of moves than can be gone through, and say what would reduce them."""
    options = sum(own.bit_count() for own in by_options(movers).own)
    if movers.size << options > WORK:
        raise TooLarge(
            f"{movers.size:,} states and {options} options make too many combinations of moves at once",
            "drop options nobody's answer turns on, or rule out combinations that cannot be",
        )
