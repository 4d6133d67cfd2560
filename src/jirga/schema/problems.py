"""A problem is a value: where it is, how bad it is, what is wrong and what to try."""

from __future__ import annotations

from dataclasses import dataclass

from jirga.errors import sentence
from jirga.schema.words import Severity


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file; line and column count from 1, and 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True)
class Problem:
    """One thing a reader should know about a conflict file before trusting its answer."""

    severity: Severity
    kind: str
    where: Place
    what: str
    hint: str = ""

    def __str__(self) -> str:
        return sentence(str(self.where), self.what, self.hint)
