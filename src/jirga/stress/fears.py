"""Whether one state holds, asked many times over the same moves while the parties' orders change.

Each standard is read as in `solve.stability`, for a single state. What a party fears may be answered loosely:
a party whose order is still open may then make any move, so that a no is a no whatever its order will be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.board import Board
from jirga.schema.words import Standard
from jirga.solve.stability import SANCTIONS
from jirga.solve.sweeps.movers import Movers
from jirga.solve.ways.joint import walked
from jirga.stress.orders import Order

NOBODY: frozenset[int] = frozenset()


class Fears:
    """One state of a conflict, and what would keep each party in it.

    Attributes
    ----------
    board : Board
        States and moves; its ranks are not used.
    row : int
        The state asked about.
    standard : Standard
        The standard it is to hold by.
    """

    def __init__(self, board: Board, row: int, standard: Standard) -> None:
        self.board, self.row, self.standard = board, row, standard
        self.kind, self.escapes = SANCTIONS.get(standard, ("any", False))
        self.movers = Movers(board, compiled=False)
        self.transitive = self.movers.transitive
        self.moves: list[dict[int, list[int]]] = [{} for _ in board.ranks]
        self.anywhere: dict[tuple[int, int], NDArray[np.bool_]] = {}

    def targets(self, party: int, row: int) -> list[int]:
        """Where a party can move."""
        known = self.moves[party]
        if row not in known:
            known[row] = self.board.moves.targets(party, row).tolist()
        return known[row]

    def gains(self, party: int, row: int, order: Order) -> list[int]:
        """Where a party may move in a sanction, going by its order."""
        if row not in order.gains:
            here, values = order.values[row], order.values
            better = [to for to in self.targets(party, row) if values[to] > here]
            if self.kind == "best" and better:
                top = max(values[to] for to in better)
                better = [to for to in better if values[to] == top]
            order.gains[row] = better
        return order.gains[row]

    def stays(self, party: int, orders: Sequence[Order], loose: Collection[int] = NOBODY) -> bool:
        """Whether a party stays; those whose order is still open may make any move.

        Parameters
        ----------
        party : int
            The party that thinks of leaving.
        orders : sequence of Order
            Everybody's order.
        loose : collection of int
            The parties whose order is still open.
        """
        values = orders[party].values
        here = values[self.row]
        improvements = [to for to in self.targets(party, self.row) if values[to] > here]
        if self.standard == "nash":
            return not improvements
        return all(self.deterred(party, to, orders, loose) for to in improvements)

    def deterred(self, party: int, to: int, orders: Sequence[Order], loose: Collection[int]) -> bool:
        """Whether the others may answer a move so that its gain is gone."""
        values, here = orders[party].values, orders[party].values[self.row]
        for end in self.answers(party, to, orders, loose):
            if values[end] > here:
                continue
            if not self.escapes or all(values[out] <= here for out in self.targets(party, end)):
                return True
        return False

    def answers(self, party: int, to: int, orders: Sequence[Order], loose: Collection[int]) -> Iterator[int]:
        """Walk the states at the end of the others' sequences: nobody moves twice in a row."""
        others = [one for one in range(len(orders)) if one != party]
        seen: set[tuple[int, int]] = set()
        waiting = [(to, -1)]
        while waiting:
            row, last = waiting.pop()
            for who in others:
                if who == last:
                    continue
                free = self.kind == "any" or who in loose
                ends = self.targets(who, row) if free else self.gains(who, row, orders[who])
                for end in ends:
                    key = (end, -1 if self.transitive else who)
                    if key not in seen:
                        seen.add(key)
                        yield end
                        waiting.append((end, who))

    def holds(self, orders: Sequence[Order]) -> bool:
        """Whether every party stays."""
        return all(self.stays(party, orders) for party in range(len(orders)))

    def could_stay(self, party: int, values: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Say of many orders of one party whether it could stay at all, whatever the others want.

        It stays only if each of its improvements can be answered by any moves of the others; by `nash`, only
        if it has none. What the others want does not come into it.
        """
        low = values <= values[:, [self.row]]
        able = np.ones(len(values), dtype=bool)
        for to in self.targets(party, self.row):
            answered = low[:, to]
            if self.standard != "nash" and not answered.all():
                there = self.reach(party, to)
                answered = answered | (low.astype(np.float32) @ there.astype(np.float32) > 0)
            able &= answered
        return able

    def reach(self, party: int, to: int) -> NDArray[np.bool_]:
        """Where any moves of all others lead after a move of one party."""
        if (party, to) not in self.anywhere:
            others = tuple(who for who in self.movers.parties if who != party)
            self.anywhere[party, to] = walked(self.movers, to, others)
        return self.anywhere[party, to]
