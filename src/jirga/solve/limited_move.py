"""Stability for parties that look some moves ahead, each expecting the other to do so too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.moves import Rows
from jirga.errors import InputError, Located, TooLarge
from jirga.solve.sweeps.movers import Movers

Ends = NDArray[np.int64]
Ties = Literal["worst", "best"]
LONGEST = 1000
MOVES = 20_000_000


class NotTwoParties(Located):
    """Limited-move stability is asked for with a number of parties for which it is not defined."""

    def __init__(self, parties: int) -> None:
        self.parties = parties
        self.what = f"limited-move and non-myopic stability are defined here for two parties, not {parties}"
        self.hint = "merge parties that move as one until two are left, or ask by seq or seq_best instead"
        super().__init__(self.what)


def limited_move(
    movers: Movers, party: int, horizon: int | Sequence[int], ties: Ties = "worst"
) -> NDArray[np.bool_]:
    """Find the states a party stays in if it looks a number of moves ahead, its own first.

    Parameters
    ----------
    movers : Movers
        The moves and ranks of the two parties.
    party : int
        The focal party.
    horizon : int or sequence of int
        How many moves ahead each party looks; or how many each of the two does. A party that looks h moves
        ahead takes the other to look at the remaining h - 1, whatever horizon is given for the other.
    ties : {"worst", "best"}
        Where several moves end equally well for their mover, it is taken to make the one that ends worst
        (or best) for the other party; of those that tie for both, the one that ends in the lowest row.

    Returns
    -------
    bool array (n_states,)
        Whether the party stays.

    Raises
    ------
    NotTwoParties
        The conflict has more or fewer than two parties.
    InputError
        A horizon below one move.

    Notes
    -----
    A horizon of one is `nash`. Of the anticipated end only what it is worth to both parties counts, and the
    tie rule settles that, so names and order of the states change nothing.

    References
    ----------
    [Kilgour1985]_ and [Fang1993]_ for the definition, recalled; [Rego2024]_ that the end need not be unique.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> limited_move(dilemma, 0, 1).tolist()
    [True, False, True, False]
    >>> limited_move(dilemma, 0, 2).tolist()
    [True, False, True, True]
    """
    ahead = horizon if isinstance(horizon, int) else horizon[party]
    if ahead < 1:
        raise InputError(f"a horizon of {ahead} moves looks nowhere. Hint: give at least 1, which is nash")
    ends = next(islice(anticipations(movers, ties), ahead, None))
    return np.asarray(ends[party] == np.arange(movers.size))


@dataclass(frozen=True, eq=False)
class NonMyopic:
    """Where a party stays however far it looks, once it looks far enough.

    Attributes
    ----------
    stable : bool array (n_states,)
        Whether the party stays at every horizon from some horizon on.
    since : int64 array (n_states,)
        The shortest such horizon; -1 where there is none.
    repeats_from, period : int
        From which horizon on the anticipated ends repeat, and after how many moves; a period of one means
        that they settle.
    """

    stable: NDArray[np.bool_]
    since: NDArray[np.int64]
    repeats_from: int
    period: int


def non_myopic(movers: Movers, party: int, longest: int = LONGEST, ties: Ties = "worst") -> NonMyopic:
    """Find the states a party stays in at every horizon from some horizon on.

    Parameters
    ----------
    longest : int
        The longest horizon to try; `movers`, `party` and `ties` are those of `limited_move`.

    Returns
    -------
    NonMyopic
        Exact: the next ends follow from the present ones alone, so once they repeat they repeat for ever.

    Raises
    ------
    NotTwoParties
        The conflict has more or fewer than two parties.
    TooLarge
        Nothing repeats up to the longest horizon.

    Notes
    -----
    A state that is stable at some horizons of the repetition and not at others is not stable here.

    References
    ----------
    [Kilgour1985]_; [Fang1993]_.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> non_myopic(Movers(board(conflict("prisoners"))), 0).since.tolist()
    [1, -1, 1, 2]
    """
    seen: dict[bytes, int] = {}
    stays: list[NDArray[np.bool_]] = []
    for horizon, ends in enumerate(islice(anticipations(movers, ties), longest + 1)):
        first = seen.setdefault(ends.tobytes(), horizon)
        if first < horizon:
            return followed(np.array(stays), first)
        stays.append(ends[party] == np.arange(movers.size))
    what = f"what the parties anticipate does not repeat within {longest} moves"
    raise TooLarge(what, "allow a longer horizon, or ask for one horizon at a time")


def followed(stays: NDArray[np.bool_], first: int) -> NonMyopic:
    """Read off, from the horizons up to the first repetition, where a party stays for good."""
    stable = np.asarray(stays[first:].all(axis=0))
    left = np.where(stays, 0, np.arange(len(stays))[:, np.newaxis]).max(axis=0)
    return NonMyopic(stable, np.where(stable, left + 1, -1), first, len(stays) - first)


def anticipations(movers: Movers, ties: Ties = "worst") -> Iterator[Ends]:
    """Give where each party expects to end if it moves first, for each horizon from none on.

    Yields
    ------
    int64 array (2, n_states)
        For each party and state, the row of the anticipated end.
    """
    if len(movers.parties) != 2:
        raise NotTwoParties(len(movers.parties))
    one, two = (Looker(movers, party, ties) for party in movers.parties)
    ends = np.tile(np.arange(movers.size), (2, 1))
    while True:
        yield ends
        ends = np.array([one.looks(ends[1]), two.looks(ends[0])])


class Looker:
    """One of two parties, its moves listed and the states put in one order without ties.

    Attributes
    ----------
    origin, target : int64 array (n_moves,)
        Its moves, from and to.
    order, place : int64 array (n_states,)
        The states by its preference, worst first, and the place of each.
    """

    def __init__(self, movers: Movers, party: int, ties: Ties) -> None:
        self.rank, other = movers.rank(party), movers.rank(1 - party)
        self.origin, self.target = listed(movers, party)
        self.order = np.lexsort((-np.arange(movers.size), -other if ties == "worst" else other, self.rank))
        self.place = np.argsort(self.order)

    def looks(self, answered: Ends) -> Ends:
        """Look one move further: to where the other's anticipated answers to each move would lead."""
        top = np.full(len(self.place), -1)
        np.maximum.at(top, self.origin, self.place[answered[self.target]])
        end = self.order[top]
        return np.where((top >= 0) & (self.rank[end] > self.rank), end, np.arange(len(end)))


def listed(movers: Movers, party: int) -> tuple[Rows, Rows]:
    """List a party's moves, from and to."""
    found, total = [np.zeros(0, dtype=np.int64)], 0
    for row in range(movers.size):
        found.append(movers.every[party].targets(row))
        total += len(found[-1])
        if total > MOVES:
            what = f"a party has more than {MOVES:,} moves"
            raise TooLarge(what, "drop options nobody's answer turns on, or rule out combinations")
    counts = [len(one) for one in found[1:]]
    return np.repeat(np.arange(movers.size), counts), np.concatenate(found)
