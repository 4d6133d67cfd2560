"""Who could break a deal, or any state, by what is in its own hands, and who is worse off in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jirga.solve.sweeps.movers import Movers


@dataclass(frozen=True)
class Grip:
    """What one party has in its hands in one state.

    Attributes
    ----------
    party : int
        The party.
    worse : bool
        Whether it likes the state less than the one to compare with.
    better : bool
        Whether it likes it more.
    holds : tuple of str
        The options of its own in which the two states differ, and which it could turn back by one move.
    gains : bool
        Whether some move that turns one of them back is an improvement for it.
    """

    party: int
    worse: bool
    better: bool
    holds: tuple[str, ...]
    gains: bool


def grips(movers: Movers, row: int, base: int) -> list[Grip]:
    """Say of every party what it has in its hands in a state, beside another, as no deal.

    In a conflict given by states, the names of the states that a party could go to instead stand for options.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> talks = conflict("khyber_kabul_2025")
    >>> laid = board(talks)
    >>> named = ("torkham only", "status quo")
    >>> deal, today = (laid.states.find(talks.outcomes[name].taken) for name in named)
    >>> [one.holds for one in grips(Movers(laid), deal, today)]
    [(), (), ('border',), ('posts',), ()]
    """
    return [grip(movers, party, row, base) for party in movers.parties]


def grip(movers: Movers, party: int, row: int, base: int) -> Grip:
    """Say what one party has in its hands in a state."""
    rank = movers.rank(party)
    ends = movers.every[party].targets(row)
    turned = turned_back(movers, row, base, ends)
    gains = any(bool((rank[ends[back]] > rank[row]).any()) for back in turned.values())
    worse, better = bool(rank[row] < rank[base]), bool(rank[row] > rank[base])
    return Grip(party, worse, better, tuple(turned), gains)


def turned_back(
    movers: Movers, row: int, base: int, ends: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> dict[str, np.ndarray[tuple[int], np.dtype[np.bool_]]]:
    """Say by which of some moves each option in which two states differ is turned back."""
    states = movers.board.states
    if states.by_states:
        return {states.taken(int(end))[0]: ends == end for end in ends}
    codes = states.codes
    found = {}
    for place, option in enumerate(states.atoms):
        if (codes[row] ^ codes[base]) >> place & 1:
            back = (codes[ends] ^ codes[row]) >> place & 1 == 1
            if back.any():
                found[option] = back
    return found
