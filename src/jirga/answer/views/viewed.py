"""One conflict solved as each party sees it, and for the whole."""

from __future__ import annotations

from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from jirga.answer.analysis import Analysis
from jirga.answer.firmness import STANDARD, Firmness, levels
from jirga.conflict.edit_trouble import EditTrouble
from jirga.conflict.views import seen_by, without_line
from jirga.schema.words import Standard
from jirga.solve.pictures import Flags, Picture
from jirga.solve.views import Standing, Surprise, holding, kept, standing, surprises, walked

Levels = NDArray[np.int8]


class Viewed:
    """A conflict as it is, as each party sees it, and for the whole.

    Attributes
    ----------
    truth : Analysis
        The conflict as the file has it, a variant's edits made.
    as_seen : tuple of Analysis
        The conflict as each party sees it; the same as `truth` for a party without a view.
    """

    def __init__(self, truth: Analysis) -> None:
        self.truth = truth
        self.as_seen = tuple(self._as_seen(name) for name in truth.parties)
        self.without: dict[tuple[int, int], Analysis | None] = {}

    def _as_seen(self, name: str) -> Analysis:
        if name not in self.truth.conflict.views:
            return self.truth
        return Analysis(seen_by(self.truth.conflict, name), largest=self.truth.largest)

    @property
    def with_views(self) -> list[int]:
        """The parties that have a view of their own."""
        return [number for number, name in enumerate(self.truth.parties) if name in self.truth.conflict.views]

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """What each party sees, laid on the states of the whole."""
        return tuple(self._picture(one) for one in self.as_seen)

    def _picture(self, seen: Analysis) -> Picture:
        return Picture(seen.movers, seen.stable, self.truth.board.states.codes)

    @cached_property
    def holding(self) -> dict[Standard, Flags]:
        """Whether every party stays in each state as it sees the conflict itself, by standard."""
        return holding(self.pictures)

    @cached_property
    def levels(self) -> Levels:
        """How firmly every state holds for the whole."""
        found = np.zeros(len(self.truth.board.states), dtype=np.int8)
        for level, standard in STANDARD.items():
            found[self.holding[standard]] = level
        return found

    @cached_property
    def true_levels(self) -> Levels:
        """How firmly every state would hold if all saw the conflict as it is."""
        return levels(self.truth)

    def kept(self, standard: Standard) -> Flags:
        """In which states each party stays as it sees the conflict itself."""
        return kept(self.pictures, standard)

    def unseen_by(self, row: int) -> list[int]:
        """Give the parties that do not see a state."""
        return [number for number, one in enumerate(self.pictures) if not one.seen[row]]

    def standing(self, row: int) -> Standing:
        """Say who expects a state to last, by the strongest standard it holds by."""
        standard = STANDARD[Firmness(max(int(self.levels[row]), 1))]
        return Standing(int(standing(self.pictures, standard)[row]))

    def mistaken(self, row: int, standard: Standard) -> list[int]:
        """Give the parties that decide otherwise than if they saw the conflict as it is."""
        own, true = self.kept(standard)[:, row], self.truth.stable[standard][:, row]
        return np.flatnonzero(own != true).tolist()

    def deciding(self, party: int, row: int, standard: Standard) -> list[int]:
        """Give the lines of a party's view each of which, taken out alone, puts its verdict right."""
        true = bool(self.truth.stable[standard][party, row])
        lines = self.lines_of(party)
        return [line for line in lines if self._stays_without(party, line, row, standard) == true]

    def lines_of(self, party: int) -> list[int]:
        """List the numbers of the lines of a party's view: its edits, and then what it does not see."""
        view = self.truth.conflict.views[self.truth.parties[party]]
        return list(range(len(view.edits) + len(view.unseen)))

    def _stays_without(self, party: int, line: int, row: int, standard: Standard) -> bool | None:
        """Whether a party would stay without one line of its view; None where it cannot be taken out."""
        if (party, line) not in self.without:
            name = self.truth.parties[party]
            try:
                left = seen_by(without_line(self.truth.conflict, name, line), name)
            except EditTrouble:
                self.without[party, line] = None
            else:
                self.without[party, line] = Analysis(left, largest=self.truth.largest)
        solved = self.without[party, line]
        return None if solved is None else bool(self._picture(solved).stable[standard][party, row])

    @cached_property
    def walked(self) -> Flags:
        """What can be got to from the status quo by single moves whose makers gain, and see that they can."""
        if self.truth.status_quo is None:
            return np.zeros(len(self.truth.board.states), dtype=bool)
        return walked(self.truth.movers, self.pictures, self.truth.status_quo)

    @cached_property
    def surprises(self) -> tuple[Surprise, ...]:
        """The moves that surprise somebody: from the status quo, from what follows, from what holds."""
        today = [] if self.truth.status_quo is None else [self.truth.status_quo]
        others = np.flatnonzero(self.walked | (self.levels > 0)).tolist()
        starts = dict.fromkeys([*today, *others])
        return tuple(surprises(self.truth.movers, self.pictures, starts))


@lru_cache(maxsize=8)
def viewed(analysis: Analysis) -> Viewed:
    """Solve a conflict as each party sees it, once."""
    return Viewed(analysis)
