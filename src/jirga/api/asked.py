"""A conflict that questions can be put to: the file it was read from, and what was solved of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from jirga.answer.analysis import Analysis
from jirga.answer.checking import refuse_errors
from jirga.conflict.file import ConflictFile
from jirga.conflict.variants import edited
from jirga.schema import conflict as schema
from jirga.solve.ways.joint import MAX_TOGETHER


@dataclass(frozen=True, eq=False, repr=False)
class Asked:
    """A conflict file, a variant of it, and its solution.

    Parameters
    ----------
    file : ConflictFile
        The file it was read from.
    named : str, optional
        The variant of it that is meant.
    largest : int
        The largest number of parties that move together.
    """

    file: ConflictFile
    named: str | None = None
    largest: int = MAX_TOGETHER

    @cached_property
    def analysis(self) -> Analysis:
        """The solved conflict that every answer is made from."""
        analysis = Analysis(self.file.conflict, self.named, largest=self.largest)
        refuse_errors(self.file, analysis)
        return analysis

    @property
    def model(self) -> schema.Conflict:
        """What the file says, with the variant's edits made."""
        conflict = self.file.conflict
        return edited(conflict, self.named) if self.named is not None else conflict
