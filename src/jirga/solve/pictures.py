"""One party's picture of a conflict, laid on the states of the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.moves import Rows
from jirga.conflict.states import Codes
from jirga.schema.words import Standard
from jirga.solve.sweeps.movers import Movers

Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Picture:
    """The conflict as one party sees it, laid on the states of the whole.

    Attributes
    ----------
    movers : Movers
        The moves and ranks of all parties, in the picture.
    solved : mapping of bool arrays (n_parties, n_seen)
        Whether each party stays in each state of the picture, by standard.
    codes : int64 array (n_states,), increasing
        The states of the whole.
    """

    movers: Movers
    solved: Mapping[Standard, Flags]
    codes: Codes

    @cached_property
    def rows(self) -> Rows:
        """The row in the picture of every state of the whole; -1 where the party does not see it."""
        return rows_of(self.codes, self.movers.board.states.codes)

    @cached_property
    def seen(self) -> Flags:
        """Whether the party sees each state of the whole."""
        return np.asarray(self.rows >= 0)

    @cached_property
    def stable(self) -> dict[Standard, Flags]:
        """Whether each party stays in each state of the whole, as the party sees it; not where unseen."""
        return {name: self.laid(verdicts) for name, verdicts in self.solved.items()}

    def laid(self, verdicts: Flags) -> Flags:
        """Lay verdicts on the states of the picture, an array (n_parties, n_seen), on those of the whole."""
        found = np.zeros((len(verdicts), len(self.codes)), dtype=bool)
        found[:, self.seen] = verdicts[:, self.rows[self.seen]]
        return found

    def gains(self, party: int, row: int) -> Rows:
        """Where a party would gain by moving, as it is seen, in rows of the whole that there are."""
        if self.rows[row] < 0:
            return np.array([], dtype=np.int64)
        ends = self.movers.of(party, "improving").targets(int(self.rows[row]))
        there = rows_of(self.movers.board.states.codes[ends], self.codes)
        return there[there >= 0]


def rows_of(codes: Codes, among: Codes) -> Rows:
    """Give the row of each code among increasing codes; -1 where it is none of them.

    >>> rows_of(np.array([1, 2, 5]), np.array([0, 1, 5])).tolist()
    [1, -1, 2]
    """
    if not len(among):
        return np.full(len(codes), -1, dtype=np.int64)
    rows = np.minimum(np.searchsorted(among, codes), len(among) - 1)
    return np.where(among[rows] == codes, rows, -1)
