"""Conflicts that share a party, and what they can be asked together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from jirga.answer.linked.analysis import LinkedAnalysis, linked_analysis, linked_solution
from jirga.answer.linked.words import linked_answer
from jirga.api.conflict import Conflict
from jirga.conflict.linked.file import LinkedFile
from jirga.errors import about
from jirga.schema.answer import Answer
from jirga.schema.linked_solution import LinkedSolution
from jirga.solve.ways.joint import MAX_TOGETHER


@dataclass(frozen=True, eq=False)
class Linked:
    """Two conflicts that share a party, and the questions they can be asked together.

    Parameters
    ----------
    file : LinkedFile
        The files they were read from.
    largest : int
        The largest number of parties that move together.

    Examples
    --------
    >>> from jirga import examples
    >>> from jirga.api import linked
    >>> solved = linked(examples.linked_path("khyber_two_tables")).solve()
    >>> [(one.outcome, one.together_with) for one in solved.carried]
    [('backed jirga', ('torkham only',))]
    """

    file: LinkedFile
    largest: int = MAX_TOGETHER

    @cached_property
    def analysis(self) -> LinkedAnalysis:
        """The solved conflicts that every answer is made from."""
        return linked_analysis(self.file, self.largest)

    @property
    def whole(self) -> Conflict:
        """Both tables as one conflict."""
        return Conflict(self.file.whole, largest=self.largest)

    @property
    def tables(self) -> dict[str, Conflict]:
        """Each table by itself."""
        return {table: Conflict(file, largest=self.largest) for table, file in self.file.tables.items()}

    def solve(self) -> LinkedSolution:
        """Solve both tables together and each by itself, and say what one carries or breaks at the other."""
        with about(self.file.whole.name):
            return linked_solution(self.analysis)

    def answer(self) -> Answer:
        """Answer the question of the linked conflicts in sentences."""
        with about(self.file.whole.name):
            return linked_answer(self.analysis)

    def together(self, largest: int) -> Linked:
        """Let up to so many parties move together, instead of three."""
        return replace(self, largest=largest)
