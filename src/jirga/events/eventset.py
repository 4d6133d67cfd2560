"""An event set: what it came from, its rows in one shape for every kind, and what is wrong with others."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jirga.errors import one_line, shortened
from jirga.events.kinds import KINDS, Kind
from jirga.schema.words import Severity

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True)
class RowProblem:
    """One thing wrong with a row: an error leaves the row out, a warning keeps it.

    Attributes
    ----------
    kind : str
        not-a-row, cell, twice, sum, order, date or encoding.
    row, line : int
        Which row, counted from 1 without the header, and the line of the file it begins in; 0 for all of it.
    column : str
        Which column; empty for the row as a whole.
    what : str
        What is wrong.
    """

    severity: Severity
    kind: str
    row: int
    line: int
    column: str
    what: str

    def __str__(self) -> str:
        column = f", column {self.column}" if self.column else ""
        place = f"row {self.row:,} (line {self.line:,}){column}: " if self.row else ""
        return one_line(place + self.what)


@dataclass(frozen=True)
class Origin:
    """Where an event set came from.

    Attributes
    ----------
    kind : str
        ged, acled, gtd or polecat.
    layout : str
        Which of its forms the file has.
    version : str
        Its release, from the file's name or columns; empty if neither says.
    file, sha256 : str
        The file's name and digest.
    rows : int
        How many rows the file has: those kept and those left out.
    """

    kind: str
    layout: str
    version: str
    file: str
    sha256: str
    rows: int

    @property
    def maker(self) -> Kind:
        """Whose data it is."""
        return KINDS[self.kind]

    @property
    def title(self) -> str:
        """What to call it."""
        return f"{self.maker.title} {self.version}".strip()


@dataclass(frozen=True)
class EventSet:
    """Events that can be counted, and where they came from.

    Attributes
    ----------
    origin : Origin
        Where it came from.
    problems : tuple of RowProblem
        What is wrong with rows of the file, in their order.
    table : pyarrow.Table
        The rows kept, with the columns of `shape.COLUMNS`.

    Notes
    -----
    Every row of the file is kept or has a problem of severity error: `origin.rows == kept + left_out`.
    """

    origin: Origin
    problems: tuple[RowProblem, ...]
    table: pa.Table

    @property
    def kept(self) -> int:
        """How many rows can be counted."""
        return int(self.table.num_rows)

    @property
    def left_out(self) -> int:
        """How many rows cannot."""
        return self.origin.rows - self.kept

    @property
    def covers(self) -> tuple[dt.date, dt.date]:
        """The first and the last day that any of its events may have happened on."""
        import pyarrow.compute as pc

        return pc.min(self.table["start"]).as_py(), pc.max(self.table["end"]).as_py()


def shown(cell: str) -> str:
    """Quote a cell in a message, cut short where it is long."""
    return repr(shortened(cell))
