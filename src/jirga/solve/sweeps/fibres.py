"""Moves in option form, without listing them.

A party's *fibre* is the set of states that differ only in its own options: the party moves within it. Inside
a fibre, states that agree on the party's one-way options form a *block*: the party moves freely within a
block, and from a block only to blocks in which more one-way options are spent. So the least value over a
party's moves is a least value over blocks, and nothing of the size of the moves is ever stored.
"""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.moves import OptionMoves, Rows, submasks
from jirga.conflict.preferences import dense
from jirga.errors import TooLarge

NEVER = 1 << 30
MAX_ONE_WAY = 10
COMPILED_FROM = 1 << 19
PIECES = 8
Values = NDArray[np.signedinteger[Any]]


class Fibres:
    """The fibres and blocks of one party.

    Attributes
    ----------
    block : int array (n_states,)
        The block of each state; blocks are numbered fibre by fibre, by the pattern of one-way options spent.
    patterns : int64 array (n_patterns,)
        The ways in which the party's one-way options can be spent.
    """

    def __init__(self, moves: OptionMoves, party: int, *, compiled: bool | None = None) -> None:
        own = moves.own[party]
        refuse_if_too_many((own & moves.one_way).bit_count())
        self.moves, self.party, self.size = moves, party, len(moves.codes)
        self.compiled = worth_compiling(self.size) if compiled is None else compiled
        self.patterns = submasks(own & moves.one_way)
        fibre = dense(moves.codes & ~np.int64(own))
        self.block = fibre
        if len(self.patterns) > 1:
            spent = (moves.codes ^ moves.start) & (own & moves.one_way)
            self.block = fibre * len(self.patterns) + np.searchsorted(self.patterns, spent)
        self.fibres = int(fibre.max(initial=-1)) + 1
        self.blocks = self.fibres * len(self.patterns)
        if self.blocks < 1 << 31:
            self.block = self.block.astype(np.int32)

    @cached_property
    def order(self) -> Rows:
        """The states, block by block."""
        return self.ordered(None)

    def ordered(self, rank: NDArray[np.int32] | None) -> Rows:
        """Order the states block by block, and in each block from worst to best."""
        if self.compiled:
            rows = np.arange(self.size, dtype=np.int32)
            if rank is not None:
                lowest = min(int(rank.min(initial=0)), 0)
                rows = kernels().counted_order(rank - lowest, int(rank.max(initial=0)) - lowest + 1, rows)
            return np.asarray(kernels().counted_order(self.block, self.blocks, rows))
        if rank is None:
            return np.argsort(self.block, kind="stable")
        return np.lexsort((rank, self.block))

    @cached_property
    def starts(self) -> Rows:
        """Where each block begins in an order of the states, and at last where they end."""
        return np.concatenate([[0], np.cumsum(np.bincount(self.block, minlength=self.blocks))])

    @cached_property
    def later(self) -> list[Rows]:
        """For each pattern of one-way options spent, the patterns a move can lead to, itself first."""
        return [np.flatnonzero((self.patterns & pattern) == pattern) for pattern in self.patterns]

    @cached_property
    def pairs(self) -> Rows:
        """Each pattern of one-way options spent with each pattern a move can lead to."""
        return np.array([(one, two) for one, later in enumerate(self.later) for two in later])

    def swept(
        self,
        sweep: Callable[..., bool],
        reached: Values,
        order: Rows,
        *more: Values,
        pairs: Rows | None = None,
    ) -> bool:
        """Run a compiled sweep over all fibres, in parts at the same time where there are many states."""
        rest = (reached, order, self.starts, self.pairs if pairs is None else pairs, *more)
        if self.size < COMPILED_FROM:
            return bool(sweep(0, self.fibres, *rest))
        ends = np.linspace(0, self.fibres, PIECES + 1).astype(np.int64)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return any(list(pool.map(lambda first, last: sweep(first, last, *rest), ends[:-1], ends[1:])))

    def spread(self, per_block: Values, *, least: bool) -> Values:
        """Give every block the least (or most) over itself and the blocks it can lead to."""
        if len(self.patterns) == 1:
            return per_block
        table = per_block.reshape(-1, len(self.patterns))
        pick = np.min if least else np.max
        return np.stack([pick(table[:, onward], axis=1) for onward in self.later], axis=1).reshape(-1)

    def gathered(self, value: Values, *, least: bool) -> Values:
        """Give the least (or most) value in each block; a block without states gets what never wins."""
        per_block = np.full(self.blocks, NEVER if least else -NEVER, dtype=value.dtype)
        filled = np.flatnonzero(np.diff(self.starts))
        if len(filled):
            ufunc = np.minimum if least else np.maximum
            per_block[filled] = ufunc.reduceat(value[self.order], self.starts[filled])
        return per_block

    def extreme(self, value: Values, *, least: bool) -> Values:
        """Give the least (or most) value over staying and every move, for each state."""
        if self.compiled:
            reached = value.copy() if least else -value
            self.swept(kernels().lower_any, reached, self.order)
            return reached if least else -reached
        return np.asarray(self.spread(self.gathered(value, least=least), least=least)[self.block])

    def led_to(self, found: Values) -> Values:
        """Give the greatest value over staying and every move that leads to each state."""
        table = self.gathered(found, least=False).reshape(-1, len(self.patterns))
        before = [
            [place for place, onward in enumerate(self.later) if to in onward]
            for to in range(len(self.patterns))
        ]
        led = np.stack([table[:, places].max(axis=1) for places in before], axis=1)
        return np.asarray(led.reshape(-1)[self.block])


def worth_compiling(size: int) -> bool:
    """Say whether a conflict is so large that compiled sweeps pay, and numba is there."""
    return size >= COMPILED_FROM and find_spec("numba") is not None


def kernels() -> Any:
    """Load the compiled sweeps when they are first needed."""
    from jirga.solve.sweeps import kernels as compiled

    return compiled


def refuse_if_too_many(one_way: int) -> None:
    """Stop before the patterns of one-way options outgrow the states."""
    if one_way > MAX_ONE_WAY:
        what = f"a party has {one_way} one-way options; at most {MAX_ONE_WAY} are solved"
        raise TooLarge(what, "merge those always taken together, or let some be taken back")


class Within(ABC):
    """Some moves of a party within its fibres, of which two in a row come to one or none."""

    fibres: Fibres

    @abstractmethod
    def least(self, value: Values) -> Values:
        """Give the least value over the moves from each state."""

    def lower(self, reached: Values) -> bool:
        """Lower each state, in place, to the least that these moves can bring it to; say if any fell."""
        lowered = np.minimum(reached, self.least(reached))
        fell = not np.array_equal(lowered, reached)
        reached[:] = lowered
        return fell


class AnyMove(Within):
    """Every move of a party."""

    def __init__(self, fibres: Fibres) -> None:
        self.fibres = fibres

    def lower(self, reached: Values) -> bool:
        """Lower each state, in place, to the least that any move can bring it to; say if any fell."""
        if self.fibres.compiled:
            return self.fibres.swept(kernels().lower_any, reached, self.fibres.order)
        return super().lower(reached)

    def least(self, value: Values) -> Values:
        """Give the least value over staying and every move."""
        return self.fibres.extreme(value, least=True)

    def most(self, value: Values) -> Values:
        """Give the greatest value over staying and every move."""
        return self.fibres.extreme(value, least=False)

    def led_to(self, value: Values) -> Values:
        """Give the greatest value over staying and every move that leads to each state."""
        return self.fibres.led_to(value)

    def targets(self, row: int) -> Rows:
        """Where the party can move from a state."""
        return self.fibres.moves.targets(self.fibres.party, row)


class FreeMove(Within):
    """The moves of a party that it can take back: those that leave its one-way options as they are."""

    def __init__(self, fibres: Fibres) -> None:
        self.fibres = fibres

    def lower(self, reached: Values) -> bool:
        """Lower each state, in place, to the least in its block; say if any fell."""
        if not self.fibres.compiled:
            return super().lower(reached)
        alone = np.repeat(np.arange(len(self.fibres.patterns))[:, None], 2, axis=1)
        return self.fibres.swept(kernels().lower_any, reached, self.fibres.order, pairs=alone)

    def least(self, value: Values) -> Values:
        """Give the least value over staying and every move that can be taken back."""
        return np.asarray(self.fibres.gathered(value, least=True)[self.fibres.block])

    def targets(self, row: int) -> Rows:
        """Where the party can move to from a state, and back."""
        reached = self.fibres.moves.targets(self.fibres.party, row)
        return np.asarray(reached[self.fibres.block[reached] == self.fibres.block[row]])


class Improvement(Within):
    """The moves a party gains by."""

    def __init__(self, fibres: Fibres, rank: NDArray[np.int32]) -> None:
        self.fibres, self.rank = fibres, rank
        self.order = fibres.ordered(rank)
        self.heights = rank[self.order]

    def lower(self, reached: Values) -> bool:
        """Lower each state, in place, to the least that an improvement can bring it to; say if any fell."""
        if self.fibres.compiled:
            return self.fibres.swept(kernels().lower_improving, reached, self.order, self.heights)
        return super().lower(reached)

    @cached_property
    def steps(self) -> list[tuple[Rows, Rows, Rows]]:
        """For each pair of patterns: the states that gain, the first gain of each, and its block."""
        fibres, rank = self.fibres, self.rank.astype(np.int64)
        span = int(rank.max(initial=0)) + 2
        key = (fibres.block * np.int64(span) + rank)[self.order]
        pattern = fibres.block % len(fibres.patterns)
        steps = []
        for place, to in fibres.pairs.tolist():
            rows = np.flatnonzero(pattern == place)
            block = fibres.block[rows].astype(np.int64) - place + to
            first = np.searchsorted(key, block * span + rank[rows], side="right")
            inside = first < fibres.starts[block + 1]
            steps.append((rows[inside], first[inside], block[inside]))
        return steps

    @cached_property
    def above(self) -> Rows:
        """What keeps the values of one block, in this order, above those of the block before."""
        return np.asarray(self.fibres.block[self.order] * np.int64(2 * NEVER))

    def least(self, value: Values) -> Values:
        """Give the least value over every improvement; NEVER where there is none."""
        found = np.full(self.fibres.size, NEVER, dtype=value.dtype)
        suffix = np.minimum.accumulate((value[self.order] + self.above)[::-1])[::-1]
        for rows, first, target in self.steps:
            found[rows] = np.minimum(found[rows], suffix[first] - target * (2 * NEVER))
        return found

    def targets(self, row: int) -> Rows:
        """Where the party gains by moving from a state."""
        reached = self.fibres.moves.targets(self.fibres.party, row)
        return np.asarray(reached[self.rank[reached] > self.rank[row]])


class BestImprovement(Within):
    """The improvements that end highest in the mover's order, all of them where several tie."""

    def __init__(self, improvement: Improvement) -> None:
        self.improvement = improvement
        self.fibres, self.rank = improvement.fibres, improvement.rank

    def lower(self, reached: Values) -> bool:
        """Lower each state, in place, to the least that a best improvement can bring it to."""
        if self.fibres.compiled:
            order, heights = self.improvement.order, self.improvement.heights
            return self.fibres.swept(kernels().lower_best, reached, order, heights)
        return super().lower(reached)

    @cached_property
    def tops(self) -> tuple[Values, Values]:
        """The highest rank in each block, and the highest that a move from the block can lead to."""
        top = self.fibres.gathered(self.rank, least=False)
        return top, self.fibres.spread(top, least=False)

    @cached_property
    def ends(self) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Which states are highest in their block, and from which a move leads higher."""
        block, (top, goal) = self.fibres.block, self.tops
        return self.rank == top[block], self.rank < goal[block]

    def least(self, value: Values) -> Values:
        """Give the least value over every best improvement; NEVER where there is none."""
        (top, goal), (highest, gains) = self.tops, self.ends
        lowest = self.fibres.gathered(np.where(highest, value, NEVER), least=True)
        table = lowest.reshape(-1, len(self.fibres.patterns))
        tops, goals = top.reshape(table.shape), goal.reshape(table.shape)
        reached = [
            np.min(np.where(tops[:, onward] == goals[:, [place]], table[:, onward], NEVER), axis=1)
            for place, onward in enumerate(self.fibres.later)
        ]
        found = np.stack(reached, axis=1).reshape(-1)[self.fibres.block]
        return np.where(gains, found, NEVER)

    def targets(self, row: int) -> Rows:
        """Where the party gains most by moving from a state."""
        reached = self.fibres.moves.targets(self.fibres.party, row)
        ranks = self.rank[reached]
        best = ranks.max(initial=self.rank[row])
        return np.asarray(reached[(ranks == best) & (ranks > self.rank[row])])
