"""Moves in option form, without listing them.

A party's *fibre* is the set of states that differ only in its own options: the party moves within it. Inside
a fibre, states that agree on the party's one-way options form a *block*: the party moves freely within a
block, and from a block only to blocks in which more one-way options are spent. So the least value over a
party's moves is a least value over blocks, and nothing of the size of the moves is ever stored.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.moves import OptionMoves, Rows, submasks
from jirga.errors import TooLarge

NEVER = np.int64(1) << 30
MAX_ONE_WAY = 10
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

    def __init__(self, moves: OptionMoves, party: int) -> None:
        own = moves.own[party]
        refuse_if_too_many((own & moves.one_way).bit_count())
        self.moves, self.party, self.size = moves, party, len(moves.codes)
        self.patterns = submasks(own & moves.one_way)
        fibre = np.unique(moves.codes & ~np.int64(own), return_inverse=True)[1].reshape(-1)
        spent = (moves.codes ^ moves.start) & (own & moves.one_way)
        self.block = fibre * len(self.patterns) + np.searchsorted(self.patterns, spent)
        self.blocks = (int(fibre.max(initial=-1)) + 1) * len(self.patterns)

    @cached_property
    def order(self) -> Rows:
        """The states, block by block."""
        return np.argsort(self.block, kind="stable")

    @cached_property
    def later(self) -> list[Rows]:
        """For each pattern of one-way options spent, the patterns a move can lead to, itself first."""
        return [np.flatnonzero((self.patterns & pattern) == pattern) for pattern in self.patterns]

    def spread(self, per_block: Values, *, least: bool) -> Values:
        """Give every block the least (or most) over itself and the blocks it can lead to."""
        table = per_block.reshape(-1, len(self.patterns))
        pick = np.min if least else np.max
        return np.stack([pick(table[:, onward], axis=1) for onward in self.later], axis=1).reshape(-1)

    def gathered(self, value: Values, *, least: bool) -> Values:
        """Give the least (or most) value in each block; a block without states gets what never wins."""
        per_block = np.full(self.blocks, NEVER if least else -NEVER)
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
        self.fibres, self.rank = fibres, rank.astype(np.int64)
        span = int(self.rank.max(initial=0)) + 2
        key = fibres.block * span + self.rank
        self.order = np.argsort(key, kind="stable")
        key, self.block = key[self.order], fibres.block[self.order]
        ends = np.searchsorted(self.block, np.arange(fibres.blocks), side="right")
        pattern = fibres.block % len(fibres.patterns)
        self.steps: list[tuple[Rows, Rows, Rows]] = []
        for place, onward in enumerate(fibres.later):
            rows = np.flatnonzero(pattern == place)
            for to in onward:
                block = fibres.block[rows] - place + to
                first = np.searchsorted(key, block * span + self.rank[rows], side="right")
                inside = first < ends[block]
                self.steps.append((rows[inside], first[inside], block[inside]))

    def least(self, value: Values) -> Values:
        """Give the least value over every improvement; NEVER where there is none."""
        shift = self.block * (2 * NEVER)
        suffix = np.minimum.accumulate((value[self.order] + shift)[::-1])[::-1]
        found = np.full(self.fibres.size, NEVER)
        for rows, first, block in self.steps:
            found[rows] = np.minimum(found[rows], suffix[first] - block * (2 * NEVER))
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
