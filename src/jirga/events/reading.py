"""Reading a file of event data, some thousand rows at a time, without losing one silently."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path

import pyarrow as pa

from jirga.errors import FileTrouble
from jirga.events import acled, ged, gtd, polecat
from jirga.events.chunk import Chunk, texts_of
from jirga.events.eventset import EventSet, Origin, RowProblem
from jirga.events.file import Row, looked_at
from jirga.events.layouts import Layout, data_rows, is_tags, layout_of
from jirga.events.shape import SCHEMA
from jirga.events.versions import version_of

ROWS_AT_ONCE = 20_000
READERS: dict[str, Callable[[Chunk], dict[str, pa.Array]]] = {
    "ged": ged.columns,
    "acled": acled.columns,
    "gtd": gtd.columns,
    "polecat": polecat.columns,
}


class Reading:
    """A file of event data being read; `origin` and `problems` are whole once `tables` has given all."""

    def __init__(self, path: str | Path, version: str = "") -> None:
        self.path = Path(path)
        self.seen = looked_at(self.path)
        self.layout = layout_of(self.path, self.seen)
        self.version = version or version_of(self.layout.kind, self.path.name)
        self.rows, self.tags, self.problems = 0, False, encoding_note(self.layout)
        self.ids: dict[str, int] = {}

    @property
    def origin(self) -> Origin:
        """Where the rows came from."""
        layout = self.layout.name or f"{len(self.layout.columns)} columns" + (", HXL" if self.tags else "")
        return Origin(self.layout.kind.id, layout, self.version, self.path.name, self.seen.sha256, self.rows)

    def tables(self) -> Iterator[tuple[pa.Table, list[pa.Array]]]:
        """Give the rows kept, in the shape of every kind, and the file's own columns beside them.

        Raises
        ------
        FileTrouble
            The file holds no rows, or none of them can be read.
        """
        with collector_paused():
            yield from self.tables_of(self.below_tags(data_rows(self.path, self.layout)))

    def tables_of(self, rows: Iterator[Row]) -> Iterator[tuple[pa.Table, list[pa.Array]]]:
        """Give the tables of some thousand rows at a time."""
        kept = 0
        while some := list(islice(rows, ROWS_AT_ONCE)):
            chunk = self.chunk(some)
            if not len(chunk):
                continue
            columns = READERS[self.layout.kind.id](chunk)
            self.refuse_repeats(chunk, columns["event"])
            self.problems += sorted(chunk.problems, key=lambda one: one.row)
            table = chunk.kept(columns)
            kept += table.num_rows
            yield table, chunk.as_given()
        if not kept:
            raise self.nothing()

    def below_tags(self, rows: Iterator[Row]) -> Iterator[Row]:
        """Leave out a first row of HXL tags, which is no event, and note that it is there."""
        first = list(islice(rows, 1))
        self.tags = bool(first) and is_tags(first[0])
        return rows if self.tags else chain(first, rows)

    def chunk(self, rows: list[Row]) -> Chunk:
        """Lay rows out by column; a row with too few or too many cells is a problem."""
        width, whole, numbers, lines = len(self.layout.columns), [], [], []
        for row in rows:
            self.rows += 1
            if len(row.cells) == width:
                whole.append(row.cells)
                numbers.append(self.rows)
                lines.append(row.line)
            else:
                what = row.wrong or f"it has {len(row.cells)} cells instead of {width}"
                self.problems.append(RowProblem("error", "not-a-row", self.rows, row.line, "", what))
        columns = zip(*whole, strict=True) if whole else ([] for _ in range(width))
        given = {name: texts_of(cells) for name, cells in zip(self.layout.columns, columns, strict=True)}
        return Chunk(given, numbers, lines)

    def refuse_repeats(self, chunk: Chunk, events: pa.Array) -> None:
        """Leave out rows with the id of an earlier one, so that no event is counted twice."""
        for at, (event, row) in enumerate(zip(events.to_pylist(), chunk.row.tolist(), strict=True)):
            if event is not None and (first := self.ids.setdefault(event, row)) != row:
                chunk.blame(at, "error", "twice", "", f"its id is that of row {first:,}")

    def nothing(self) -> FileTrouble:
        """Say why a file gives nothing."""
        errors = [one for one in self.problems if one.severity == "error"]
        if not errors:
            return FileTrouble(str(self.path), "has a header and no rows", "download it again")
        what = f"none of its {self.rows:,} rows can be read; {errors[0]}"
        return FileTrouble(str(self.path), what, "is it the file as its maker published it?")


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep Python from looking through millions of cells for cycles, of which there are none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def encoding_note(layout: Layout) -> list[RowProblem]:
    """Note a file whose letters had to be read in another way."""
    if layout.encoding == "utf-8-sig":
        return []
    name = {"cp1252": "Windows-1252", "latin-1": "Latin-1"}[layout.encoding]
    what = f"the file is not UTF-8 text; read as {name}: look at a name with accents"
    return [RowProblem("warning", "encoding", 0, 0, "", what)]


def read_events(path: str | Path, version: str = "") -> EventSet:
    """Read a file of event data: UCDP GED, ACLED, GTD or POLECAT, told apart by their columns.

    Parameters
    ----------
    path : str or Path
        The file, as its maker published it: text with commas or tabs.
    version : str
        Its release, where the file's name does not say.

    Returns
    -------
    EventSet
        The rows that can be counted, and what is wrong with the others.

    Raises
    ------
    FileTrouble
        The file cannot be read, is none of these, lacks columns, or none of its rows can be read.

    Notes
    -----
    Columns are read by name. Every row of the file is kept, or is in `problems` with its number.
    """
    reading = Reading(path, version)
    tables = [table for table, _ in reading.tables()]
    return EventSet(
        reading.origin, tuple(reading.problems), pa.concat_tables([SCHEMA.empty_table(), *tables])
    )
