"""What is laid out and taken into: a conflict file, or a case with its record."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jirga.case import Case, is_case, open_case
from jirga.citing import Cited
from jirga.conflict.file import ConflictFile, read_text
from jirga.conflict.text import file_text
from jirga.errors import ConflictTrouble
from jirga.exchange.claim_columns import CLAIMS
from jirga.exchange.claim_rows import claim_rows
from jirga.exchange.columns import OF_THE_FILE, Sheet
from jirga.exchange.rows import Table, rows_of


@dataclass(frozen=True)
class Target:
    """A conflict file, a case, or a case without one.

    Attributes
    ----------
    path : Path
        What was named: the file, or the folder.
    text : str
        The conflict file's text; empty where a case has none.
    file : ConflictFile or None
        What it says, with what the record knows of its sources.
    case : Case or None
        The case.
    """

    path: Path
    text: str
    file: ConflictFile | None
    case: Case | None = None

    @property
    def name(self) -> Path:
        """The conflict file."""
        return self.case.conflict_file if self.case else self.path

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets that it can fill."""
        return (*OF_THE_FILE * (self.file is not None), *(CLAIMS,) * (self.case is not None))

    def rows(self) -> dict[str, Table]:
        """Lay everything out."""
        laid = rows_of(self.file.conflict) if self.file else {}
        if self.case:
            laid[CLAIMS.name] = claim_rows(self.case.claims(), self.case.documents())
        return laid

    def read(self, text: str) -> ConflictFile:
        """Read another text as if it stood in the conflict file."""
        return read_as(text, str(self.name), self.case)


def target(path: str | Path) -> Target:
    """Open a conflict file or a case.

    Raises
    ------
    InputError
        It cannot be read; or it links two tables and has no parties of its own.
    """
    path = Path(path)
    case = open_case(path) if is_case(path) else None
    if case is not None and not case.conflict_file.exists():
        return Target(path, "", None, case)
    name = case.conflict_file if case else path
    text = file_text(name)
    return Target(path, text, read_as(text, str(name), case), case)


def read_as(text: str, name: str, case: Case | None) -> ConflictFile:
    """Read a conflict's text, in a case with what its record knows.

    Raises
    ------
    ConflictTrouble
        It is no conflict, or lists a passage that does not stand in its document.
    """
    if case is None:
        return read_text(text, name)
    cited = Cited(case)
    file = read_text(text, name, cited.joined)
    if problems := cited.problems(file.conflict, file.places):
        raise ConflictTrouble(problems)
    return file
