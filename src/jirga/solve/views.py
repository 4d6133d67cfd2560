"""Each in its own picture: what holds where every party goes by what it believes, and whom that surprises.

One party's picture is a board of its own. Its states are laid on those of the whole, the file's, by their
codes; a state of the whole that is not in a picture is not seen by that party.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.moves import Rows
from jirga.errors import TooLarge
from jirga.schema.words import STANDARDS, Standard
from jirga.solve.pictures import Flags, Picture
from jirga.solve.sweeps.movers import Movers

WALKED = 100_000


class Standing(IntEnum):
    """How a state stands where every party goes by its own picture."""

    NO = 0
    STEALTHY = 1
    UNSTEADY = 2
    STEADY = 3


@dataclass(frozen=True)
class Surprise:
    """A move that its maker gains by, from a state both see to one that a party does not see.

    Attributes
    ----------
    party, mover : int
        Who is surprised, and by whom.
    start, end : int
        Rows of the whole before and after the move.
    """

    party: int
    mover: int
    start: int
    end: int


def kept(pictures: Sequence[Picture], standard: Standard) -> Flags:
    """Say in which states each party stays as it sees the conflict itself.

    Returns
    -------
    bool array (n_parties, n_states)
        Not where the party does not see the state: of that it cannot reason.
    """
    return np.array([one.stable[standard][party] for party, one in enumerate(pictures)], dtype=bool)


def holding(pictures: Sequence[Picture]) -> dict[Standard, Flags]:
    """Say which states hold for the whole: every party stays, as it sees the conflict itself."""
    return {name: np.asarray(kept(pictures, name).all(axis=0)) for name in STANDARDS}


def standing(pictures: Sequence[Picture], standard: Standard) -> NDArray[np.int8]:
    """Sort the states by who sees them and who expects them to last.

    Returns
    -------
    int8 array (n_states,) of Standing
        STEADY: it holds in everybody's picture. UNSTEADY: every party stays, and somebody expects that
        somebody leaves. STEALTHY: somebody does not see it, and every party that does stays. NO: else.

    Notes
    -----
    The three words are read off the abstract of a paper, its definitions were not at hand; an outcome that
    is unsteady here is called an inconsistent equilibrium in the abstract of another.

    References
    ----------
    [Aljefri2014]_, [Aljefri2018]_ for the words; [Gharesifard2011]_; [Wang1988]_ for the idea.
    """
    seen = np.array([one.seen for one in pictures])
    stay = kept(pictures, standard)
    everywhere = np.all([one.stable[standard].all(axis=0) for one in pictures], axis=0)
    found = np.zeros(stay.shape[1], dtype=np.int8)
    found[(stay | ~seen).all(axis=0) & seen.any(axis=0) & ~seen.all(axis=0)] = Standing.STEALTHY
    found[stay.all(axis=0)] = Standing.UNSTEADY
    found[everywhere] = Standing.STEADY
    return found


def real_gains(whole: Movers, pictures: Sequence[Picture], party: int, row: int) -> Rows:
    """Where a party gains by a move that it can make, and sees that it can."""
    seen = pictures[party].gains(party, row)
    return np.intersect1d(whole.of(party, "improving").targets(row), seen)


def walked(whole: Movers, pictures: Sequence[Picture], start: int) -> Flags:
    """Say what can be got to from a state by single moves whose makers gain, and see that they can.

    Raises
    ------
    TooLarge
        More states than can be walked through one by one.
    """
    refuse_if_too_many(whole.size)
    found = np.zeros(whole.size, dtype=bool)
    found[start], waiting = True, [start]
    while waiting:
        here = waiting.pop()
        for party in whole.parties:
            ends = real_gains(whole, pictures, party, here)
            new = ends[~found[ends]]
            found[new] = True
            waiting += new.tolist()
    return found


def surprises(whole: Movers, pictures: Sequence[Picture], starts: Iterable[int]) -> Iterator[Surprise]:
    """Find the moves from some states, seen by both, to states that another party does not see.

    Notes
    -----
    Only moves that their makers gain by, can make and see that they can. Whether a maker is deterred is
    for its own picture to say.
    """
    for start in starts:
        for mover in whole.parties:
            ends = real_gains(whole, pictures, mover, start)
            for party, one in enumerate(pictures):
                if party != mover and one.seen[start]:
                    yield from (Surprise(party, mover, start, end) for end in ends[~one.seen[ends]].tolist())


def refuse_if_too_many(states: int) -> None:
    """Stop before a walk that would take minutes, and say what would shorten it."""
    if states > WALKED:
        raise TooLarge(
            f"{states:,} states are more than can be walked through party by party (at most {WALKED:,})",
            "drop options nobody's answer turns on, or rule out combinations that cannot be",
        )
