"""Who would have to go first on a way that not everybody gains by, and whether the others would follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from jirga.conflict.board import Board, board
from jirga.conflict.moves import one_way_option
from jirga.conflict.variants import make
from jirga.schema import edits
from jirga.schema.conflict import Conflict
from jirga.solve.sweeps.movers import Movers
from jirga.solve.ways.attainment import Step, shortest_any


@dataclass(frozen=True)
class FirstStep:
    """The first step on the shortest way at which a mover is worse off, and what follows.

    Attributes
    ----------
    steps : tuple of Step
        The whole way.
    place : int
        Which of the steps it is.
    party : int
        Who is worse off by it.
    better_at : int or None
        The first later state on the way that it likes better than where it stood; None if there is none.
    """

    steps: tuple[Step, ...]
    place: int
    party: int
    better_at: int | None

    @property
    def step(self) -> Step:
        """The step itself."""
        return self.steps[self.place]


@dataclass(frozen=True)
class Together:
    """All who would have to move at one moment, and those of them who would not gain by it."""

    group: tuple[int, ...]
    end: int
    losers: tuple[int, ...]


@dataclass(frozen=True)
class Following:
    """Where the others' own gains lead once the first step is made, and the first mover waits.

    Attributes
    ----------
    ends : int
        In how many states they may come to rest.
    worse : int
        In how many of those the first mover is no better off than before its step.
    one_way : tuple of str
        The options of which each, made one-way, would leave it better off in all of them.
    """

    ends: int
    worse: int
    one_way: tuple[str, ...]


def first_step(laid: Board, start: int, row: int) -> FirstStep | None:
    """Find who would have to go first at a loss; None where no way, or none with a loss, leads there."""
    steps = tuple(shortest_any(Movers(laid), start, row))
    for place, step in enumerate(steps):
        if step.losers:
            rank = laid.ranks[step.losers[0]]
            later = (one.end for one in steps[place:] if rank[one.end] > rank[step.start])
            return FirstStep(steps, place, step.losers[0], next(later, None))
    return None


def together(laid: Board, first: FirstStep) -> Together:
    """Say who would have to move at one moment for the first mover to gain, and who would not gain by it."""
    end = first.steps[-1].end if first.better_at is None else first.better_at
    group: set[int] = set()
    for step in first.steps[first.place :]:
        group |= set(step.movers)
        if step.end == end:
            break
    start = first.step.start
    losers = tuple(who for who in sorted(group) if laid.ranks[who][end] <= laid.ranks[who][start])
    return Together(tuple(sorted(group)), end, losers)


def following(conflict: Conflict, laid: Board, first: FirstStep) -> Following:
    """Say whether the others would follow of their own accord, or which one-way option would see to it."""
    ends, worse = resting(laid, first)
    ratchets = () if not worse or conflict.by_states else tuple(sure_by(conflict, first))
    return Following(ends, worse, ratchets)


def sure_by(conflict: Conflict, first: FirstStep) -> Iterator[str]:
    """Give the options that the way takes of which each, made one-way, leaves the first mover better off."""
    fixed = {one_way_option(line)[0] for line in conflict.one_way}
    for option in conflict.options:
        if option not in fixed:
            laid = board(make(edits.MakeOneWay(one_way=option), conflict))
            if resting(laid, first)[1] == 0:
                yield option


def resting(laid: Board, first: FirstStep) -> tuple[int, int]:
    """Count the states in which the others come to rest, and those of them no better for the first mover."""
    movers, rank = Movers(laid), laid.ranks[first.party]
    arcs = list(gains_of_others(movers, first))
    place = {row: number for number, row in enumerate(dict.fromkeys([first.step.end, *sum(arcs, ())]))}
    origin, end = np.array([[place[row] for row in arc] for arc in arcs], dtype=np.int64).reshape(-1, 2).T
    graph = coo_matrix((np.ones(len(arcs)), (origin, end)), shape=(len(place), len(place)))
    _, label = connected_components(graph, connection="strong")
    left = set(label[origin[label[origin] != label[end]]].tolist())
    ends = [row for row, number in place.items() if int(label[number]) not in left]
    return len(ends), sum(bool(rank[row] <= rank[first.step.start]) for row in ends)


def gains_of_others(movers: Movers, first: FirstStep) -> Iterator[tuple[int, int]]:
    """Walk the single moves that the others gain by, on from the first step."""
    seen, waiting = {first.step.end}, [first.step.end]
    others = [who for who in movers.parties if who != first.party]
    while waiting:
        here = waiting.pop()
        for who in others:
            for to in movers.of(who, "improving").targets(here).tolist():
                yield here, to
                if to not in seen:
                    seen.add(to)
                    waiting.append(to)
