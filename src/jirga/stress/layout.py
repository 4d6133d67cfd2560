"""Boards of changed conflicts: what an edit leaves as it was is laid out once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.board import Board, board
from jirga.conflict.edit_trouble import EditTrouble
from jirga.conflict.preferences import prioritised
from jirga.conflict.variants import make
from jirga.schema.conflict import Conflict
from jirga.schema.wants import Want
from jirga.stress.edits import Change


class Layout:
    """A conflict laid out, and what becomes of it under changes.

    Attributes
    ----------
    conflict : Conflict
        The conflict before any change.
    board : Board
        Its states, moves and ranks.
    """

    def __init__(self, conflict: Conflict, laid: Board) -> None:
        self.conflict, self.board = conflict, laid
        self.truths: dict[str, NDArray[np.bool_]] = {}

    def changed(self, changes: Sequence[Change]) -> Board | None:
        """Make some changes in order, and lay out what comes of them; None where one cannot be made."""
        if not changes:
            return self.board
        conflict = made(self.conflict, changes)
        if conflict is None:
            return None
        if all(one.of_orders for one in changes):
            return replace(self.board, ranks=self.ranks(conflict, changes), grades=None, doubts=None)
        return board(conflict)

    def ranks(self, conflict: Conflict, changes: Sequence[Change]) -> NDArray[np.int32]:
        """Rank the states anew for the parties that changes touch."""
        ranks = self.board.ranks.copy()
        touched = {name for one in changes for name in one.who}
        for number, (name, party) in enumerate(conflict.parties.items()):
            if name in touched:
                ranks[number] = self.rank(party.prefers)
        return ranks

    def rank(self, wants: Sequence[Want]) -> NDArray[np.int64]:
        """Rank the states by some wants, most important first."""
        return prioritised([self.truth(want.want) for want in wants], len(self.board.states))

    def truth(self, formula: str) -> NDArray[np.bool_]:
        """Where a formula is true; worked out once."""
        if formula not in self.truths:
            self.truths[formula] = self.board.states.truth(formula)
        return self.truths[formula]


def made(conflict: Conflict, changes: Sequence[Change]) -> Conflict | None:
    """Make some changes of a conflict in order; None where one cannot be made."""
    try:
        for one in changes:
            conflict = make(one.edit, conflict)
    except EditTrouble:
        return None
    return conflict
