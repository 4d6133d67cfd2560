"""A conflict as arrays: what a solver needs and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from jirga.conflict.marks.doubts import Doubt, doubts
from jirga.conflict.marks.strength import grades
from jirga.conflict.moves import Moves, moves
from jirga.conflict.preferences import Ranks, ranks
from jirga.conflict.states import States, possible_states
from jirga.schema.conflict import Conflict


@dataclass(frozen=True, eq=False)
class Board:
    """States, moves and ranks of one conflict.

    Attributes
    ----------
    states : States
        The possible states; solvers speak of their rows.
    moves : OptionMoves or ArcMoves
        Who can move where.
    ranks : int32 array (n_parties, n_states)
        What each party prefers; higher is better.
    grades : int32 array (n_parties, n_states), or None
        What each party prefers strongly; None where the file marks nothing as strong.
    doubts : tuple of Doubt, or None
        What is not known of each party's order; None where everything is. Ranks read it as written.
    """

    states: States
    moves: Moves
    ranks: Ranks
    grades: Ranks | None = None
    doubts: tuple[Doubt, ...] | None = None


def board(conflict: Conflict) -> Board:
    """Lay a conflict out as arrays."""
    states = possible_states(conflict)
    return Board(
        states,
        moves(conflict, states),
        ranks(conflict, states),
        grades(conflict, states),
        doubts(conflict, states),
    )
