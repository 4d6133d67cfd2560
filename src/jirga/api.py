"""The Python face: load a conflict, solve it, explain an outcome, look at a variant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from jirga import examples
from jirga.answer import whole
from jirga.answer.analysis import Analysis
from jirga.answer.checking import Check, check_text, refuse_errors
from jirga.answer.comparison import comparison
from jirga.answer.explanation import explanation
from jirga.answer.solution import solution
from jirga.conflict.file import ConflictFile, read_file, read_text
from jirga.conflict.text import file_text
from jirga.conflict.variants import edited
from jirga.errors import UnknownName, about
from jirga.schema import conflict as schema
from jirga.schema.answer import Answer, Section
from jirga.schema.solution import Solution
from jirga.solve.joint import MAX_TOGETHER


@dataclass(frozen=True, eq=False, repr=False)
class Conflict:
    """A conflict, frozen: what its file says, and the questions it can be asked.

    Parameters
    ----------
    file : ConflictFile
        The file it was read from.
    named : str, optional
        The variant of it that is meant.
    largest : int
        The largest number of parties that move together.

    Examples
    --------
    >>> import jirga
    >>> truce = jirga.example("ttp_pakistan_2021").solve().outcomes["truce"]
    >>> truce.holds["nash"], truce.holds["seq"], truce.leaves["nash"]
    (False, True, ('pakistan',))
    """

    file: ConflictFile
    named: str | None = None
    largest: int = MAX_TOGETHER

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Conflict) and self.model == other.model

    def __hash__(self) -> int:
        return hash(self.model.title)

    def __repr__(self) -> str:
        named = f", variant {self.named!r}" if self.named else ""
        return f"<Conflict {self.model.title!r}{named}>"

    def _repr_html_(self) -> str:
        return self.solve()._repr_html_()

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

    def solve(self, *, all_states: bool = False) -> Solution:
        """Solve every standard and say what holds, who leaves, and what can be got to."""
        with about(self.file.name):
            return solution(self.analysis, all_states=all_states)

    def answer(self, *, short: bool = False) -> Answer:
        """Answer the conflict's question in sentences."""
        with about(self.file.name):
            return whole.answer(self.analysis, short=short)

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

    def variant(self, name: str) -> Conflict:
        """Look at a variant."""
        with about(self.file.name):
            if name not in self.file.conflict.variants:
                raise UnknownName("variant", name, self.file.conflict.variants)
        return replace(self, named=name)

    def together(self, largest: int) -> Conflict:
        """Let up to so many parties move together, instead of three."""
        return replace(self, largest=largest)

    def save(self, path: str | Path) -> None:
        """Write the file, with its comments and order."""
        self.file.write(path)


def load(path: str | Path) -> Conflict:
    """Load a conflict file.

    Raises
    ------
    InputError
        It cannot be read; the message says where, what is wrong and what to try.
    """
    return Conflict(read_file(path))


def example(name: str) -> Conflict:
    """Load a packaged conflict.

    >>> example("syria_iraq_1975").solve().equilibria["nash"]
    (('escalate', 'attack'),)
    """
    return Conflict(read_text(examples.text(name), f"{name}.yaml"))


def check(path: str | Path) -> Check:
    """Check a conflict file: every problem at its place, and every expectation run."""
    return check_text(file_text(path), str(path))
