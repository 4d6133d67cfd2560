"""What can be got to under many orders of one party, where the states are few enough for a table.

Who can lead where together does not hang on what anybody wants, so it is tabled once for every group. A
change of one party's order touches only the groups it is in, and of them only its own gain.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.board import Board
from jirga.solve.sweeps.movers import Movers
from jirga.solve.ways.joint import Group, groups, reach

Table = NDArray[np.bool_]
MOST_CELLS = 1 << 26


class Ways:
    """Every step that a group would gain by, tabled.

    Attributes
    ----------
    board : Board
        States, moves and ranks.
    start : int
        The row to start from.
    together : int
        The largest number of parties that move together.
    """

    def __init__(self, board: Board, start: int, together: int) -> None:
        self.board, self.start, self.together = board, start, together
        self.size = len(board.states)

    @cached_property
    def led(self) -> dict[Group, Table]:
        """Where every group can lead from each state."""
        movers = Movers(self.board)
        return {group: self.table(movers, group) for group in groups(movers.parties, self.together)}

    def table(self, movers: Movers, group: Group) -> Table:
        """Where one group can lead: from states down, to states across."""
        found = np.zeros((self.size, self.size), dtype=bool)
        rows, reached = reach(movers, group, np.arange(self.size))
        place, column = np.nonzero(reached)
        found[place, rows[place, column]] = True
        return found

    @cached_property
    def gain(self) -> dict[int, Table]:
        """Where each party likes the state across better than the state down, as things are."""
        return {who: better(ranks) for who, ranks in enumerate(self.board.ranks)}

    @cached_property
    def split(self) -> dict[int, tuple[Table, Table]]:
        """For each party: the steps of groups without it, and those with it that all others gain by."""
        return {who: self.steps(who) for who in self.gain}

    def steps(self, who: int) -> tuple[Table, Table]:
        """Gather the steps without a party, and those that only wait for its gain."""
        without, waiting = (np.zeros((self.size, self.size), dtype=bool) for _ in range(2))
        for group, led in self.led.items():
            gains = np.logical_and.reduce([led, *(self.gain[one] for one in group if one != who)])
            table = waiting if who in group else without
            table |= gains
        return without, waiting

    def attained(self, who: int, ranks: NDArray[np.int32]) -> Table:
        """Say what can be got to from the start if one party's order were another."""
        without, waiting = self.split[who]
        return spread(without | (waiting & better(ranks)), self.start)


def better(ranks: NDArray[np.int32]) -> Table:
    """Where the state across is better than the state down."""
    return np.asarray(ranks[None, :] > ranks[:, None])


def spread(steps: Table, start: int) -> Table:
    """Say which states can be got to from one, step by step."""
    found = np.zeros(len(steps), dtype=bool)
    found[start] = True
    wave = found
    while wave.any():
        wave = steps[wave].any(axis=0) & ~found
        found = found | wave
    return found


def tabled(board: Board, together: int) -> bool:
    """Whether the tables of a conflict are small enough to be kept."""
    many = sum(1 for _ in groups(range(len(board.ranks)), together))
    return len(board.states) ** 2 * (many + 3 * len(board.ranks)) <= MOST_CELLS
