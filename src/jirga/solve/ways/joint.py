"""What several parties can bring about by moving together, and what all of them would gain by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.moves import OptionMoves, Rows, submasks
from jirga.solve.sweeps.movers import Movers

Group = tuple[int, ...]
MAX_TOGETHER = 3
CELLS = 1 << 21


@dataclass(frozen=True)
class JointImprovement:
    """Parties that would all gain by moving together, and where to.

    Attributes
    ----------
    group : tuple of int
        The parties; no smaller group among them gains by going to the same states.
    rows : tuple of int
        The states they could go to.
    """

    group: Group
    rows: tuple[int, ...]


def groups(parties: range, largest: int, smallest: int = 1) -> Iterator[Group]:
    """List the groups of parties, smaller ones first, in file order."""
    for size in range(smallest, min(largest, len(parties)) + 1):
        yield from combinations(parties, size)


def joint_improvements(movers: Movers, start: int, together: int = MAX_TOGETHER) -> list[JointImprovement]:
    """Find the groups of two parties or more that all gain by moving together from a state.

    Parameters
    ----------
    start : int
        The row of the state they start from.
    together : int
        The largest number of parties that move together.

    Returns
    -------
    list of JointImprovement
        Smaller groups first; a state that a smaller group inside would go to is not listed again.

    References
    ----------
    [Kilgour2001]_ for coalition improvements (recalled, not seen).
    """
    found: dict[Group, set[int]] = {}
    for group in groups(movers.parties, together):
        gains = set(improved(movers, group, start).tolist())
        inside = [rows for smaller, rows in found.items() if set(smaller) < set(group)]
        found[group] = gains
        found[group] = gains.difference(*inside)
    return [
        JointImprovement(group, tuple(sorted(rows)))
        for group, rows in found.items()
        if len(group) > 1 and rows
    ]


def improved(movers: Movers, group: Group, start: int) -> Rows:
    """Give the states a group can lead to that every member prefers to where it starts."""
    rows, reached = reach(movers, group, np.array([start]))
    gains = reached[0] & gained(movers, group, rows[0], start)
    return np.asarray(rows[0][gains])


def gained(movers: Movers, group: Group, rows: Rows, start: int | Rows) -> NDArray[np.bool_]:
    """Whether every member prefers each state to where it starts; rows of -1 compare as anything."""
    ranks = movers.board.ranks
    gains: NDArray[np.bool_] = np.logical_and.reduce([ranks[who][rows] > ranks[who][start] for who in group])
    return gains


def reach(movers: Movers, group: Group, starts: Rows) -> tuple[Rows, NDArray[np.bool_]]:
    """Find where legal sequences of a group's moves can lead from each of some states.

    Returns
    -------
    rows : int64 array (n_starts, n_candidates)
        The states that may be meant; -1 where there is none.
    reached : bool array (n_starts, n_candidates)
        Whether each can be led to; where a sequence leads back to the start, that may count too.
    """
    moves = movers.board.moves
    if not isinstance(moves, OptionMoves):
        return reach_by_arcs(movers, group, starts)
    if candidates(movers, group) < movers.size:
        return reach_by_options(moves, group, starts)
    reached = np.array([walked(movers, int(start), group) for start in starts], dtype=bool)
    reached = reached.reshape(len(starts), movers.size)
    return np.broadcast_to(np.arange(movers.size), reached.shape), reached


def walked(movers: Movers, start: int, group: Group) -> NDArray[np.bool_]:
    """Say which states any moves of some parties lead to, several moves of one in a row among them."""
    found = np.zeros(movers.size, dtype=np.int64)
    found[start] = 1
    while True:
        before = found
        for who in group:
            found = movers.every[who].led_to(found)
        if np.array_equal(found, before):
            return np.asarray(found, dtype=np.bool_)


def candidates(movers: Movers, group: Group) -> int:
    """How many states a group might lead to from one state."""
    moves = movers.board.moves
    if not isinstance(moves, OptionMoves):
        return movers.size
    return 1 << sum(moves.own[who].bit_count() for who in group)


def reach_by_options(moves: OptionMoves, group: Group, starts: Rows) -> tuple[Rows, NDArray[np.bool_]]:
    """Spread over the states that differ only in the group's options, member by member, until settled."""
    mask = 0
    for who in group:
        mask |= moves.own[who]
    local = submasks(mask)
    codes = moves.codes[starts]
    if not len(starts):
        return np.zeros((0, len(local)), dtype=np.int64), np.zeros((0, len(local)), dtype=bool)
    rows = moves.find((codes & ~np.int64(mask))[:, None] | local[None, :])
    possible = rows >= 0
    if not moves.one_way & mask and possible.all():
        return rows, possible
    reached = (codes & mask)[:, None] == local[None, :]
    while True:
        before = reached
        for who in group:
            reached = spread(reached, local, moves, who) & possible
        if np.array_equal(before, reached):
            return rows, reached


def spread(reached: NDArray[np.bool_], local: Rows, moves: OptionMoves, who: int) -> NDArray[np.bool_]:
    """Let one member change its own options, each in a direction it may."""
    for bit in bits(moves.own[who]):
        place = int(np.searchsorted(local, bit))
        pairs = reached.reshape(len(reached), -1, 2, place)
        either = pairs[:, :, 0] | pairs[:, :, 1]
        off, on = either, either
        if moves.one_way & bit:
            off, on = (pairs[:, :, 0], either) if not moves.start & bit else (either, pairs[:, :, 1])
        reached = np.stack([off, on], axis=2).reshape(reached.shape)
    return reached


def bits(mask: int) -> Iterator[int]:
    """Give the single bits of a mask, lowest first."""
    while mask:
        yield mask & -mask
        mask &= mask - 1


def reach_by_arcs(movers: Movers, group: Group, starts: Rows) -> tuple[Rows, NDArray[np.bool_]]:
    """Follow listed moves, remembering who moved last."""
    everywhere = np.arange(movers.size)
    reached = np.zeros((len(starts), movers.size), dtype=bool)
    for place, start in enumerate(starts):
        seen: set[tuple[int, int]] = set()
        waiting = [(int(start), -1)]
        while waiting:
            here, last = waiting.pop()
            steps = {(int(to), who) for who in group if who != last for to in movers.every[who].targets(here)}
            waiting += steps - seen
            seen |= steps
        reached[place, [row for row, _ in seen]] = True
    return np.broadcast_to(everywhere, reached.shape), reached
