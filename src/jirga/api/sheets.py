"""Positions in a table, into a conflict file and out of it."""

from __future__ import annotations

from pathlib import Path

from jirga.api.loading import written_in
from jirga.conflict.bargaining.sheets.grids import write_grid
from jirga.conflict.bargaining.sheets.long import long_rows
from jirga.conflict.bargaining.sheets.merged import Merged, merged, new_file, read_sheet
from jirga.conflict.file import read_file


def import_positions(sheet: str | Path, path: str | Path) -> Merged:
    """Take positions from a table into a conflict file, or start one from it; nothing is written yet.

    Raises
    ------
    InputError
        One of the files cannot be read, or what would come out is no conflict.
    """
    stated, path = read_sheet(sheet), written_in(path)
    if Path(path).exists():
        return merged(read_file(path), stated)
    started = new_file(stated, str(path))
    return Merged(started, len(stated.rows), 0, 0, stated.notes)


def export_positions(path: str | Path, sheet: str | Path) -> int:
    """Lay the positions of a conflict file out as CSV or Excel, and say how many there are."""
    rows = long_rows(read_file(written_in(path)).conflict)
    write_grid(sheet, rows)
    return len(rows) - 1
