"""One conflict, solved: what every answer is made from, each part found when first asked for."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.board import Board, board
from jirga.conflict.preferences import state_called
from jirga.conflict.variants import edited
from jirga.errors import UnknownName
from jirga.schema.conflict import Conflict, Outcome
from jirga.schema.words import STANDARDS, Standard, Steps, StrongStandard
from jirga.solve.degrees import strength
from jirga.solve.stability import stability
from jirga.solve.sweeps.movers import Movers
from jirga.solve.unknown import Unsure
from jirga.solve.ways.attainment import (
    UNREACHED,
    Distance,
    Search,
    Step,
    attainable,
    distances,
    mappable,
    shortest_any,
    way,
)
from jirga.solve.ways.joint import MAX_TOGETHER, JointImprovement, joint_improvements
from jirga.solve.ways.route import route_from
from jirga.solve.witnesses import Witness, witness


class Analysis:
    """A conflict, or a variant of it, with its solution.

    Attributes
    ----------
    conflict : Conflict
        The conflict as solved, edits made.
    variant : str or None
        The variant's name; None for the file as it stands.
    largest : int
        The largest number of parties that move together.
    """

    def __init__(
        self, conflict: Conflict, variant: str | None = None, *, largest: int = MAX_TOGETHER
    ) -> None:
        self.conflict = edited(conflict, variant) if variant is not None else conflict
        self.variant = variant
        self.largest = largest
        self.parties = tuple(self.conflict.parties)

    @cached_property
    def variants(self) -> tuple[Analysis, ...]:
        """Each variant of the conflict, to be solved."""
        return tuple(Analysis(self.conflict, name, largest=self.largest) for name in self.conflict.variants)

    @cached_property
    def board(self) -> Board:
        """States, moves and ranks."""
        return board(self.conflict)

    @cached_property
    def movers(self) -> Movers:
        """The moves of every party."""
        return Movers(self.board)

    @cached_property
    def stable(self) -> dict[Standard, NDArray[np.bool_]]:
        """Whether each party stays in each state, by standard."""
        return stability(self.movers)

    @cached_property
    def holding(self) -> dict[Standard, NDArray[np.bool_]]:
        """Whether every party stays in each state, by standard."""
        return {standard: np.asarray(self.stable[standard].all(axis=0)) for standard in STANDARDS}

    @cached_property
    def strong(self) -> dict[StrongStandard, NDArray[np.bool_]]:
        """Whether each party strongly stays in each state, by standard."""
        return strength(self.movers)

    @cached_property
    def unsure(self) -> Unsure:
        """The moves of every party, and what is not known of their orders."""
        return Unsure(self.movers)

    @cached_property
    def status_quo(self) -> int | None:
        """The row of the status quo, if the file has one."""
        taken = self.conflict.status_quo
        return None if taken is None else self.board.states.find(taken)

    @cached_property
    def no_deal(self) -> int | None:
        """The row of the state if talks fail; the status quo unless the file says otherwise."""
        name = self.conflict.no_deal
        return self.status_quo if name is None else self.row(name)

    @cached_property
    def outcomes(self) -> dict[str, Outcome]:
        """The named outcomes; in a conflict by states that names none, the states themselves."""
        if self.conflict.outcomes or not self.conflict.by_states:
            return self.conflict.outcomes
        return {name: Outcome(taken=(name,), says=says) for name, says in self.conflict.states.items()}

    def row(self, outcome: str) -> int | None:
        """Give the row of a named outcome, or None if it is ruled out."""
        if outcome not in self.outcomes and outcome not in self.conflict.states:
            raise UnknownName("outcome", outcome, self.outcomes)
        return self.board.states.find(state_called(self.conflict, outcome))

    def name(self, row: int) -> str | None:
        """Give the name of a state, if the analyst has given it one."""
        return self._names.get(row)

    @cached_property
    def _names(self) -> dict[int, str]:
        rows = {name: self.row(name) for name in reversed(self.outcomes)}
        return {row: name for name, row in rows.items() if row is not None}

    def leaves(self, row: int, standard: Standard) -> tuple[int, ...]:
        """Give the parties that would leave a state."""
        return tuple(np.flatnonzero(~self.stable[standard][:, row]).tolist())

    def witness(self, party: int, row: int, standard: Standard) -> Witness:
        """Why a party stays in a state or leaves it."""
        return witness(self.movers, party, row, standard)

    @cached_property
    def alone(self) -> Distance:
        """The number of single improvements to every state from the status quo."""
        return self._distances(1)

    @cached_property
    def together(self) -> Distance:
        """The number of steps to every state, joint improvements among them."""
        return self._distances(self.largest)

    def _distances(self, together: int) -> Distance:
        if self.status_quo is None:
            return np.full(len(self.board.states), UNREACHED, dtype=np.int32)
        return distances(self.movers, self.status_quo, together)

    @cached_property
    def by_any_moves(self) -> NDArray[np.bool_]:
        """Whether each state can be got to by any moves at all."""
        if self.status_quo is None:
            return np.zeros(len(self.board.states), dtype=bool)
        return attainable(self.movers, self.status_quo, "any")

    def attained(self, steps: Steps) -> NDArray[np.bool_]:
        """Whether each state can be got to from the status quo, by steps of one kind."""
        if steps == "any":
            return self.by_any_moves
        attained: NDArray[np.bool_] = (self.alone if steps == "alone" else self.together) != UNREACHED
        return attained

    def got_to(self, row: int, steps: Steps) -> bool:
        """Whether one state can be got to; in a large conflict looked for without a map of all ways."""
        if steps == "any" or self.mapped:
            return bool(self.attained(steps)[row])
        return self.route(row, 1 if steps == "alone" else self.largest) is not None

    @property
    def mapped(self) -> bool:
        """Whether the ways to all states are worked out at once."""
        return "together" in self.__dict__ or mappable(self.movers, self.largest, at_ease=True)

    def route(self, row: int, together: int) -> list[Step] | None:
        """Give a shortest way to one state by steps of at most so many parties, or None."""
        if (row, together) not in self._routes:
            search = self._search(together)
            self._routes[row, together] = None if search is None else route_from(search, row)
        return self._routes[row, together]

    def _search(self, together: int) -> Search | None:
        if self.status_quo is not None and together not in self._searches:
            self._searches[together] = Search(self.movers, self.status_quo, together)
        return self._searches.get(together)

    @cached_property
    def _searches(self) -> dict[int, Search]:
        return {}

    @cached_property
    def _routes(self) -> dict[tuple[int, int], list[Step] | None]:
        return {}

    def way(self, row: int) -> list[Step]:
        """Give the shortest way that every mover gains by, by single steps where they lead there."""
        if not self.mapped:
            found = self.route(row, 1)
            return (self.route(row, self.largest) if found is None else found) or []
        if self.alone[row] != UNREACHED:
            return way(self.movers, self.alone, row, 1)
        return way(self.movers, self.together, row, self.largest)

    def forced_way(self, row: int) -> list[Step]:
        """Give the shortest way by any single moves, with the steps at which a mover is worse off."""
        return [] if self.status_quo is None else shortest_any(self.movers, self.status_quo, row)

    @cached_property
    def joint(self) -> list[JointImprovement]:
        """The groups that would all gain by moving together from the status quo."""
        return (
            [] if self.status_quo is None else joint_improvements(self.movers, self.status_quo, self.largest)
        )
