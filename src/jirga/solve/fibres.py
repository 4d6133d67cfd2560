"""Moves in option form, without listing them.

A party's *fibre* is the set of states that differ only in its own options: the party moves within it. Inside
a fibre, states that agree on the party's one-way options form a *block*: the party moves freely within a
block, and from a block only to blocks in which more one-way options are spent. So the least value over a
party's moves is a least value over blocks, and nothing of the size of the moves is ever stored.
"""

from __future__ import annotations

from functools import cached_property
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.moves import OptionMoves, Rows, submasks
from jirga.errors import TooLarge

NEVER = np.int64(1) << 30
MAX_ONE_WAY = 10
COMPILED_FROM = 1 << 20
CROWDED = 16
Values = NDArray[np.int64]


class Fibres:
    """The fibres and blocks of one party.

    Attributes
    ----------
    block : int64 array (n_states,)
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
        fibre = numbered(moves.codes & ~np.int64(own))
        self.block = fibre
        if len(self.patterns) > 1:
            spent = (moves.codes ^ moves.start) & (own & moves.one_way)
            self.block = fibre * len(self.patterns) + np.searchsorted(self.patterns, spent)
        self.blocks = (int(fibre.max(initial=-1)) + 1) * len(self.patterns)

    @cached_property
    def order(self) -> Rows:
        """The states, block by block."""
        return self.ordered(None)

    def ordered(self, rank: NDArray[np.int32] | None) -> Rows:
        """Order the states block by block, and in each block from worst to best."""
        if self.compiled:
            rows = np.arange(self.size, dtype=np.int32)
            if rank is not None:
                rows = kernels().counted_order(rank, int(rank.max(initial=0)) + 1, rows)
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

    def spread(self, per_block: Values, *, least: bool) -> Values:
        """Give every block the least (or most) over itself and the blocks it can lead to."""
        if len(self.patterns) == 1:
            return per_block
        table = per_block.reshape(-1, len(self.patterns))
        pick = np.min if least else np.max
        return np.stack([pick(table[:, onward], axis=1) for onward in self.later], axis=1).reshape(-1)

    def gathered(self, value: Values, *, least: bool) -> Values:
        """Give the least (or most) value in each block; a block without states gets what never wins."""
        per_block = np.full(self.blocks, NEVER if least else -NEVER)
        if self.compiled:
            sweep = kernels().least_in_blocks if least else kernels().most_in_blocks
            sweep(value, self.order, self.starts, per_block)
            return per_block
        ordered = self.block[self.order]
        if len(ordered):
            starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
            ufunc = np.minimum if least else np.maximum
            per_block[ordered[starts]] = ufunc.reduceat(value[self.order], starts)
        return per_block

    def extreme(self, value: Values, *, least: bool) -> Values:
        """Give the least (or most) value over staying and every move, for each state."""
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


def numbered(keys: Values) -> Values:
    """Give the distinct keys numbers from 0, in increasing order."""
    top = int(keys.max(initial=0))
    if top >= CROWDED * len(keys):
        return np.unique(keys, return_inverse=True)[1].reshape(-1).astype(np.int64)
    there = np.zeros(top + 1, dtype=bool)
    there[keys] = True
    return np.asarray((np.cumsum(there) - 1)[keys])


def worth_compiling(size: int) -> bool:
    """Say whether a conflict is so large that compiled sweeps pay, and numba is there."""
    return size >= COMPILED_FROM and find_spec("numba") is not None


def kernels() -> Any:
    """Load the compiled sweeps when they are first needed."""
    from jirga.solve import kernels as compiled

    return compiled


def refuse_if_too_many(one_way: int) -> None:
    """Stop before the patterns of one-way options outgrow the states."""
    if one_way > MAX_ONE_WAY:
        what = f"a party has {one_way} one-way options; at most {MAX_ONE_WAY} are solved"
        raise TooLarge(what, "merge those always taken together, or let some be taken back")


class AnyMove:
    """Every move of a party."""

    def __init__(self, fibres: Fibres) -> None:
        self.fibres = fibres

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


class Improvement:
    """The moves a party gains by."""

    def __init__(self, fibres: Fibres, rank: NDArray[np.int32]) -> None:
        self.fibres, self.rank = fibres, rank
        self.order = fibres.ordered(rank)
        self.pairs = np.array([(one, two) for one, later in enumerate(fibres.later) for two in later])
        self.steps = [] if fibres.compiled else self.listed_steps()

    def listed_steps(self) -> list[tuple[Rows, Rows, Rows]]:
        """For each pair of patterns: the states that gain, the first gain of each, and its block."""
        fibres, rank = self.fibres, self.rank.astype(np.int64)
        span = int(rank.max(initial=0)) + 2
        key = (fibres.block * span + rank)[self.order]
        pattern = fibres.block % len(fibres.patterns)
        steps = []
        for place, to in self.pairs.tolist():
            rows = np.flatnonzero(pattern == place)
            block = fibres.block[rows] - place + to
            first = np.searchsorted(key, block * span + rank[rows], side="right")
            inside = first < fibres.starts[block + 1]
            steps.append((rows[inside], first[inside], block[inside]))
        return steps

    def least(self, value: Values) -> Values:
        """Give the least value over every improvement; NEVER where there is none."""
        found = np.full(self.fibres.size, NEVER)
        if self.fibres.compiled:
            starts = self.fibres.starts
            kernels().least_above(value, self.rank, self.order, starts, self.pairs, found)
            return found
        block = self.fibres.block[self.order]
        suffix = np.minimum.accumulate((value[self.order] + block * (2 * NEVER))[::-1])[::-1]
        for rows, first, target in self.steps:
            found[rows] = np.minimum(found[rows], suffix[first] - target * (2 * NEVER))
        return found

    def targets(self, row: int) -> Rows:
        """Where the party gains by moving from a state."""
        reached = self.fibres.moves.targets(self.fibres.party, row)
        return np.asarray(reached[self.rank[reached] > self.rank[row]])


class BestImprovement:
    """The improvements that end highest in the mover's order, all of them where several tie."""

    def __init__(self, fibres: Fibres, rank: NDArray[np.int32]) -> None:
        self.fibres, self.rank = fibres, rank.astype(np.int64)
        self.top = fibres.gathered(self.rank, least=False)
        self.goal = fibres.spread(self.top, least=False)
        self.at_top = self.rank == self.top[fibres.block]
        self.moving = self.rank < self.goal[fibres.block]

    def least(self, value: Values) -> Values:
        """Give the least value over every best improvement; NEVER where there is none."""
        lowest = self.fibres.gathered(np.where(self.at_top, value, NEVER), least=True)
        table = lowest.reshape(-1, len(self.fibres.patterns))
        top = self.top.reshape(table.shape)
        goal = self.goal.reshape(table.shape)
        reached = [
            np.min(np.where(top[:, onward] == goal[:, [place]], table[:, onward], NEVER), axis=1)
            for place, onward in enumerate(self.fibres.later)
        ]
        return np.where(self.moving, np.stack(reached, axis=1).reshape(-1)[self.fibres.block], NEVER)

    def targets(self, row: int) -> Rows:
        """Where the party gains most by moving from a state."""
        reached = self.fibres.moves.targets(self.fibres.party, row)
        ranks = self.rank[reached]
        best = ranks.max(initial=self.rank[row])
        return np.asarray(reached[(ranks == best) & (ranks > self.rank[row])])
