"""Where a group of parties can get to together from many states at once, ground by ground.

A *ground* of a group is a set of states between all of which its members can get back and forth. One-way
options lead from ground to ground. Of two states from which a group can get to a ground, one that no member
likes better than the other leads to everything that the other leads to; so few states speak for many.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.moves import Rows
from jirga.conflict.preferences import dense
from jirga.solve.sweeps.fibres import AnyMove, FreeMove
from jirga.solve.sweeps.movers import Movers
from jirga.solve.sweeps.propagation import settled
from jirga.solve.ways.joint import Group, gained


@dataclass(frozen=True)
class Grounds:
    """The grounds of one group.

    Attributes
    ----------
    of : int array (n_states,)
        The ground of each state.
    count : int
        How many grounds there are.
    starts, onward : int arrays (n_grounds + 1,) and (n_edges,)
        Where each ground's neighbours begin in `onward`: the grounds that a move by one-way options leads to.
    """

    of: Rows
    count: int
    starts: Rows
    onward: Rows


def grounds(movers: Movers, group: Group) -> Grounds:
    """Find the grounds of a group, and where one-way options lead from each."""
    fibres = [every.fibres for who in group if isinstance(every := movers.every[who], AnyMove)]
    start = np.arange(movers.size, dtype=np.int32)
    of = dense(settled(start, [FreeMove(one) for one in fibres])).astype(np.int32)
    count = int(of.max(initial=-1)) + 1
    edges = [np.zeros(0, dtype=np.int64)]
    for one in fibres:
        ground = np.full(one.blocks, -1)
        ground[one.block] = of
        table = ground.reshape(-1, len(one.patterns))
        for here, there in one.pairs[one.pairs[:, 0] != one.pairs[:, 1]].tolist():
            both = (table[:, here] >= 0) & (table[:, there] >= 0)
            edges.append(np.unique(table[both, here] * np.int64(count) + table[both, there]))
    origin, onward = np.divmod(np.unique(np.concatenate(edges)), max(count, 1))
    return Grounds(of, count, np.searchsorted(origin, np.arange(count + 1)), onward)


def led_to(movers: Movers, group: Group, ground: Grounds, wave: Rows, wanted: Rows) -> Rows:
    """Give those of the wanted states that a group would lead to from any state of a wave."""
    found, label = [np.zeros(0, dtype=np.int64)], ground.of[wanted]
    for place, row in fronts(movers, group, *carried(movers, group, ground, wave)):
        leader = np.full(ground.count, -1)
        leader[place] = row
        spoken = leader[label]
        wanted, label, spoken = wanted[spoken >= 0], label[spoken >= 0], spoken[spoken >= 0]
        gains = gained(movers, group, wanted, spoken)
        found.append(wanted[gains])
        wanted, label = wanted[~gains], label[~gains]
    return np.concatenate(found)


def carried(movers: Movers, group: Group, ground: Grounds, wave: Rows) -> tuple[Rows, Rows]:
    """Give each ground that can be got to with the states of a wave that speak for it."""
    fresh = joined(fronts(movers, group, ground.of[wave], wave))
    place, row = fresh
    while len(fresh[0]) and len(ground.onward):
        some = ground.starts[fresh[0] + 1] - ground.starts[fresh[0]]
        first = np.repeat(ground.starts[fresh[0]] - np.cumsum(some) + some, some)
        to, source = ground.onward[first + np.arange(some.sum())], np.repeat(fresh[1], some)
        known = place * np.int64(movers.size) + row
        pairs = np.setdiff1d(to * np.int64(movers.size) + source, known)
        fresh = np.divmod(pairs, movers.size)
        place, row = np.concatenate([place, fresh[0]]), np.concatenate([row, fresh[1]])
    return place, row


def joined(fronts: Iterator[tuple[Rows, Rows]]) -> tuple[Rows, Rows]:
    """Put fronts one after the other."""
    found = list(fronts)
    places, rows = [place for place, _ in found], [row for _, row in found]
    return np.concatenate(places).astype(np.int64), np.concatenate(rows).astype(np.int64)


def fronts(movers: Movers, group: Group, place: Rows, row: Rows) -> Iterator[tuple[Rows, Rows]]:
    """Thin out the states that speak for each place, front by front, one state a place at a time."""
    ranks: NDArray[np.int32] = movers.board.ranks[list(group)][:, row]
    order = np.lexsort((ranks.sum(axis=0), place))
    row, place, ranks = row[order], place[order], ranks[:, order]
    while len(row):
        first = np.r_[True, place[1:] != place[:-1]]
        leader = np.flatnonzero(first)[np.cumsum(first) - 1]
        yield place[first], row[first]
        useful = (ranks < ranks[:, leader]).any(axis=0)
        row, place, ranks = row[useful], place[useful], ranks[:, useful]
