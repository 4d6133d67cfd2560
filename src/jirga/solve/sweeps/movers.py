"""One party's moves of one kind, whichever way the conflict is given."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.board import Board
from jirga.conflict.moves import ArcMoves, OptionMoves, Rows
from jirga.solve.sweeps import arcs, fibres
from jirga.solve.sweeps.fibres import Values

Kind = Literal["any", "improving", "best"]


class Mover(Protocol):
    """Some moves of one party: what they can bring about, and where they lead."""

    def least(self, value: Values) -> Values:
        """Give the least value over the moves from each state."""
        ...

    def targets(self, row: int) -> Rows:
        """Where the moves lead from one state."""
        ...


class AnyMover(Mover, Protocol):
    """Every move of one party."""

    def most(self, value: Values) -> Values:
        """Give the greatest value over staying and every move."""
        ...

    def led_to(self, value: Values) -> Values:
        """Give the greatest value over staying and every move that leads to each state."""
        ...


class Movers:
    """The moves of every party of a board, by kind, each made when first asked for.

    Attributes
    ----------
    board : Board
        States, moves and ranks.
    compiled : bool or None
        Whether sweeps are compiled; None compiles them where that pays and numba is installed.
    """

    def __init__(self, board: Board, *, compiled: bool | None = None) -> None:
        self.board, self.compiled = board, compiled
        self.made: dict[tuple[Kind, int], Mover] = {}
        self.answered: dict[tuple[int, str], Values] = {}

    @property
    def parties(self) -> range:
        """The parties, by number."""
        return range(len(self.board.ranks))

    @property
    def size(self) -> int:
        """The number of states."""
        return len(self.board.states)

    @property
    def transitive(self) -> bool:
        """Whether two moves of a party in a row are one move of it or none, as in option form."""
        return isinstance(self.board.moves, OptionMoves)

    @property
    def two_way(self) -> bool:
        """Whether every option can be taken back, so that moves turned round are the same moves."""
        return isinstance(self.board.moves, OptionMoves) and not self.board.moves.one_way

    def rank(self, party: int) -> NDArray[np.int32]:
        """Say what a party prefers."""
        ranks: NDArray[np.int32] = self.board.ranks[party]
        return ranks

    @cached_property
    def every(self) -> tuple[AnyMover, ...]:
        """Every move of each party."""
        moves = self.board.moves
        if isinstance(moves, ArcMoves):
            return tuple(arcs.Arcs(listed[0], listed[1], self.size) for listed in moves.arcs)
        return tuple(
            fibres.AnyMove(fibres.Fibres(moves, party, compiled=self.compiled)) for party in self.parties
        )

    @cached_property
    def mirrored(self) -> Movers:
        """The same conflict with every move turned round and every preference too.

        What leads, with gain, from one state to another here leads back, with gain, there.
        """
        board = self.board
        return Movers(Board(board.states, board.moves.reversed(), -board.ranks), compiled=self.compiled)

    def of(self, party: int, kind: Kind) -> Mover:
        """Give the moves of one kind of one party."""
        if (kind, party) not in self.made:
            self.made[kind, party] = self._make(party, kind)
        return self.made[kind, party]

    def _make(self, party: int, kind: Kind) -> Mover:
        every = self.every[party]
        if kind == "any":
            return every
        if isinstance(every, arcs.Arcs):
            return (arcs.improving if kind == "improving" else arcs.best)(every, self.rank(party))
        if kind == "best":
            improving = self.of(party, "improving")
            assert isinstance(improving, fibres.Improvement)  # noqa: S101
            return fibres.BestImprovement(improving)
        assert isinstance(every, fibres.AnyMove)  # noqa: S101
        return fibres.Improvement(every.fibres, self.rank(party))
