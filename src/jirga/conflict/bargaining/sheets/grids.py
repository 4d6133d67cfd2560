"""Tables as rows of words, whatever file they stand in."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jirga.conflict.bargaining.sheets.stated import plain, trouble
from jirga.conflict.text import MAX_BYTES, write_bytes
from jirga.errors import FileTrouble

if TYPE_CHECKING:
    from collections.abc import Sequence

SHEET = "positions"
EXCEL = ".xlsx"


@dataclass(frozen=True)
class Grid:
    """Rows of words, and where they stand.

    Attributes
    ----------
    where : str
        The file, and the sheet if there are sheets.
    rows : list of list of str
        The cells; empty ones are empty words.
    """

    where: str
    rows: list[list[str]]

    def place(self, row: int) -> str:
        """Say where a row stands, counted as in the file."""
        return f"{self.where}, row {row + 1}"


def read_grid(path: str | Path) -> Grid:
    """Read a table from CSV or Excel.

    Raises
    ------
    FileTrouble
        It cannot be read, is too large, or is neither.
    """
    path = Path(path)
    content = content_of(path)
    if path.suffix.lower() == EXCEL:
        return excel(content, str(path))
    text = decoded(content)
    sign = "\t" if first(text).count("\t") else max(",;", key=first(text).count)
    quote = "'" if first(text).startswith("'") else '"'
    try:
        rows = [
            [cell.strip() for cell in row]
            for row in csv.reader(io.StringIO(text), delimiter=sign, quotechar=quote)
        ]
    except csv.Error as wrong:
        raise trouble(str(path), f"is no table: {wrong}", "save it as CSV and try again") from None
    return Grid(str(path), rows)


def content_of(path: Path) -> bytes:
    """Read a file's bytes, or say in one line why it cannot be read."""
    try:
        content = path.read_bytes()
    except OSError as wrong:
        raise FileTrouble(
            str(path), f"cannot be read: {wrong.strerror}", "check the name and the folder"
        ) from None
    if len(content) > MAX_BYTES:
        raise trouble(str(path), f"is larger than {MAX_BYTES:,} bytes", "is it the right file?")
    if not content.strip():
        raise trouble(str(path), "is empty", "jirga export FILE SHEET writes a sheet to fill in")
    return content


def decoded(content: bytes) -> str:
    """Turn bytes into text; what is not UTF-8 is read as older Windows programs write it."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def first(text: str) -> str:
    """Give the first line."""
    return text.partition("\n")[0]


def excel(content: bytes, name: str) -> Grid:
    """Read the sheet called positions, or the only one."""
    from openpyxl import load_workbook  # type: ignore[import-untyped]

    try:
        book = load_workbook(io.BytesIO(content), read_only=False, data_only=True)
    except Exception as wrong:  # noqa: BLE001  (openpyxl raises whatever it stumbles over)
        raise trouble(name, f"is no Excel file ({type(wrong).__name__})", "save it as .xlsx again") from None
    if SHEET not in book.sheetnames and len(book.sheetnames) > 1:
        raise trouble(name, f"has no sheet called {SHEET}", f"rename the sheet with the positions to {SHEET}")
    sheet = book[SHEET] if SHEET in book.sheetnames else book[book.sheetnames[0]]
    rows = [[in_words(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    return Grid(f"{name}, sheet {sheet.title}", rows)


def in_words(cell: Any) -> str:
    """Write a cell as words.

    >>> in_words(5.0), in_words(None), in_words(" open ")
    ('5', '', 'open')
    """
    if cell is None:
        return ""
    return plain(cell) if isinstance(cell, int | float) and not isinstance(cell, bool) else str(cell).strip()


def write_grid(path: str | Path, rows: Sequence[Sequence[str]]) -> None:
    """Write a table as CSV or Excel, by the name's ending; numbers are numbers in Excel."""
    path = Path(path)
    if path.suffix.lower() == EXCEL:
        write_bytes(path, workbook(rows))
        return
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    write_bytes(path, out.getvalue().encode())


def workbook(rows: Sequence[Sequence[str]]) -> bytes:
    """Lay rows out as an Excel file with one sheet."""
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    sheet.title = SHEET
    for row in rows:
        sheet.append([as_cell(cell) for cell in row])
    for line in sheet.iter_rows():
        for cell in line:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    sheet.freeze_panes = "C2"
    book.save(out)
    return out.getvalue()


def as_cell(cell: str) -> str | float | None:
    """Give what Excel should hold: a number, words, or nothing."""
    try:
        return float(cell) if plain(float(cell)) == cell else cell
    except ValueError:
        return cell or None
