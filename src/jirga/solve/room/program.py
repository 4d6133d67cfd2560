"""A mixed-integer program, built row by row and solved."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from jirga.errors import TooLarge

INFEASIBLE, OPTIMAL = 2, 0
SECONDS = 60


class Program:
    """Columns with bounds, and rows over them.

    Examples
    --------
    >>> program = Program()
    >>> whole = program.column(1, whole=True)
    >>> part = program.column(100)
    >>> program.row({whole: 100, part: -1}, least=0)
    >>> program.row({part: 1}, least=30)
    >>> [round(one, 6) for one in program.solved({whole: 1, part: 0.001}).tolist()]
    [1.0, 30.0]
    """

    def __init__(self) -> None:
        self.upper: list[float] = []
        self.whole: list[bool] = []
        self.rows: list[tuple[Mapping[int, float], float, float]] = []

    def column(self, upper: float, *, whole: bool = False) -> int:
        """Add a column from 0 to its upper bound and give its number."""
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.upper) - 1

    def row(self, terms: Mapping[int, float], *, least: float = -np.inf, most: float = np.inf) -> None:
        """Add a row: the sum of the terms is within bounds."""
        self.rows.append((dict(terms), least, most))

    def solved(self, cost: Mapping[int, float]) -> NDArray[np.float64] | None:
        """Give the values of least cost, or None if no values will do.

        Raises
        ------
        TooLarge
            It takes too long.
        """
        costs = np.zeros(len(self.upper))
        costs[list(cost)] = list(cost.values())
        found = milp(
            costs,
            integrality=np.array(self.whole, dtype=int),
            bounds=Bounds(np.zeros(len(self.upper)), np.array(self.upper)),
            constraints=self.constraints(),
            options={"mip_rel_gap": 0, "time_limit": SECONDS},
        )
        if found.status == INFEASIBLE:
            return None
        if found.status != OPTIMAL:
            raise TooLarge("what would open it takes too long to find", "ask about a smaller package")
        values: NDArray[np.float64] = found.x
        return values

    def constraints(self) -> LinearConstraint:
        """Lay the rows out as a sparse matrix."""
        data = [
            (number, column, value)
            for number, (terms, _, _) in enumerate(self.rows)
            for column, value in terms.items()
        ]
        rows, columns, values = zip(*data, strict=True)
        shape = (len(self.rows), len(self.upper))
        matrix = csr_array((values, (rows, columns)), shape=shape)
        return LinearConstraint(matrix, [row[1] for row in self.rows], [row[2] for row in self.rows])
