"""What would hold, and whether it can be got to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from jirga.answer import whole
from jirga.answer.checking import refuse_errors, refuse_views
from jirga.answer.comparison import comparison
from jirga.answer.equilibria import states_that_hold
from jirga.answer.explanation import explanation
from jirga.answer.families.coalitions import coalition_answer
from jirga.answer.families.evolution import evolution_answer
from jirga.answer.families.horizon import horizon_answer
from jirga.answer.solution import solution
from jirga.answer.views.answers import views_answer
from jirga.api.asked import Asked
from jirga.errors import about
from jirga.schema.answer import Answer, Section
from jirga.schema.solution import Solution
from jirga.schema.words import CoalitionStandard


class Holding(Asked):
    """Questions about what holds, and the ways there."""

    def solve(self, *, all_states: bool = False, where: str | None = None) -> Solution:
        """Solve every standard and say what holds, who leaves, and what can be got to.

        Parameters
        ----------
        all_states : bool
            Whether to list every state and every party's verdict on it.
        where : str, optional
            A formula over the options: only equilibria that meet it are listed.

        Examples
        --------
        >>> from jirga.api import example
        >>> example("ttp_pakistan_2021").solve(where="disarm and not fata").equilibria["nash"]
        (('cease', 'disarm', 'host'),)
        """
        with about(self.file.name):
            return solution(self.analysis, all_states=all_states, where=where)

    def answer(self, *, short: bool = False, where: str | None = None, stress: bool = False) -> Answer:
        """Answer the conflict's question in sentences.

        Parameters
        ----------
        short : bool
            Leave out what the bottom line has said already.
        where : str, optional
            A formula: say, too, which states that meet it hold.
        stress : bool
            Say, too, in a line each what the answer hangs on; that solves the conflict hundreds of times.
        """
        with about(self.file.name):
            more = (states_that_hold(self.analysis, where),) if where is not None else ()
            answered = whole.answer(self.analysis, short=short)
            first, *rest = answered.sections
            return replace(answered, sections=(first, *self.hanging_on(stress=stress), *rest, *more))

    def hanging_on(self, *, stress: bool) -> tuple[Section, ...]:
        """Say in a line each what the answer hangs on, if that is asked for."""
        if not stress:
            return ()
        from jirga.answer.stress.beside import what_it_hangs_on

        return (what_it_hangs_on(self.analysis),)

    def explain(self, outcome: str) -> Answer:
        """Explain one named outcome."""
        with about(self.file.name):
            return explanation(self.analysis, outcome)

    def compare(self) -> Section:
        """Lay out every outcome under every variant."""
        with about(self.file.name):
            for one in self.analysis.variants:
                refuse_errors(self.file, one)
            return comparison(self.analysis)

    def views(self) -> Answer:
        """Say what holds where each party goes by its own view, and whom that surprises."""
        with about(self.file.name):
            refuse_views(self.file, self.analysis)
            return views_answer(self.analysis)

    def coalitions(
        self, outcome: str | None = None, *, by: CoalitionStandard = "cseq", largest: int | None = None
    ) -> Answer:
        """Say who would break an outcome together; without one, what holds against every coalition."""
        with about(self.file.name):
            return coalition_answer(self.analysis, outcome, by, largest)

    def evolve(self, *, by: str = "improvements", steps: int | None = None) -> Answer:
        """Follow the conflict from its status quo, by `moves`, `improvements` or `coalitions`."""
        with about(self.file.name):
            return evolution_answer(self.analysis, by, steps)

    def horizon(self, outcome: str | None = None, *, look: Mapping[str, int] | None = None) -> Answer:
        """Say what holds between two parties that each look some moves ahead."""
        with about(self.file.name):
            return horizon_answer(self.analysis, outcome, look)
