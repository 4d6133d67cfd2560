"""Moves listed arc by arc, for conflicts given by states."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.moves import Rows
from jirga.solve.sweeps.fibres import NEVER, Values


class Arcs:
    """Some moves of one party, as pairs of rows.

    Attributes
    ----------
    origin, target : int64 array (n_arcs,)
        From and to, ordered by from.
    size : int
        The number of states.
    """

    def __init__(self, origin: Rows, target: Rows, size: int) -> None:
        self.origin, self.target, self.size = origin, target, size

    def least(self, value: Values) -> Values:
        """Give the least value over the moves from each state; NEVER where there is none."""
        found = np.full(self.size, NEVER, dtype=value.dtype)
        np.minimum.at(found, self.origin, value[self.target])
        return found

    def most(self, value: Values) -> Values:
        """Give the greatest value over staying and every move."""
        found = value.copy()
        np.maximum.at(found, self.origin, value[self.target])
        return found

    def led_to(self, value: Values) -> Values:
        """Give the greatest value over staying and every move that leads to each state."""
        found = value.copy()
        np.maximum.at(found, self.target, value[self.origin])
        return found

    def targets(self, row: int) -> Rows:
        """Where these moves lead from a state."""
        return np.asarray(self.target[self.origin == row])


def improving(arcs: Arcs, rank: NDArray[np.int32]) -> Arcs:
    """Keep the moves a party gains by."""
    gains = rank[arcs.target] > rank[arcs.origin]
    return Arcs(arcs.origin[gains], arcs.target[gains], arcs.size)


def best(arcs: Arcs, rank: NDArray[np.int32]) -> Arcs:
    """Keep the improvements that end highest, all of them where several tie."""
    gains = improving(arcs, rank)
    top = np.full(arcs.size, -1)
    np.maximum.at(top, gains.origin, rank[gains.target])
    kept = rank[gains.target] == top[gains.origin]
    return Arcs(gains.origin[kept], gains.target[kept], arcs.size)
