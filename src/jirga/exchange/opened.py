"""A book as it comes back: its rows as words, and everything in it that cannot be read, cell by cell."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from jirga.errors import FileTrouble, shortened
from jirga.exchange.cells import as_number

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

MAX_PACKED, MAX_UNPACKED, MAX_ROWS, MAX_COLUMNS = 20_000_000, 300_000_000, 200_000, 300
AGAIN = "save it as .xlsx again, from Excel or LibreOffice"
Spot = tuple[int, int]


@dataclass(frozen=True)
class Page:
    """One sheet as it was read.

    Attributes
    ----------
    file, name : str
        The file, and what the sheet is called in it.
    rows : list of list of str
        The cells' words.
    wrong : dict of (row, column) to (what, hint)
        The cells that cannot be read, by row and column counted from 0.
    days : set of (row, column)
        The cells that Excel holds as dates, whatever was typed.
    """

    file: str
    name: str
    rows: list[list[str]]
    wrong: dict[Spot, tuple[str, str]] = field(default_factory=dict)
    days: set[Spot] = field(default_factory=set)

    def where(self, row: int) -> str:
        """Say where a row stands, counted as Excel does."""
        return f"{self.file}, sheet {self.name}, row {row + 1}"


def pages_of(path: Path) -> list[Page]:
    """Read every sheet of a book that has anything on it.

    Raises
    ------
    FileTrouble
        It cannot be read, is too large, or is no book.
    """
    from openpyxl import load_workbook  # type: ignore[import-untyped]

    content = content_of(path)
    try:
        book = load_workbook(io.BytesIO(content), data_only=False, rich_text=False)
    except Exception as wrong:  # noqa: BLE001  (openpyxl raises whatever it stumbles over)
        what = f"cannot be read as an Excel file ({type(wrong).__name__})"
        raise FileTrouble(str(path), what, AGAIN) from None
    return [one for one in (page_of(sheet, str(path)) for sheet in book.worksheets) if one.rows]


def content_of(path: Path) -> bytes:
    """Read a book's bytes, and refuse one that would unfold into more than is sensible."""
    try:
        content = path.read_bytes()
    except OSError as wrong:
        hint = "check the name and the folder"
        raise FileTrouble(str(path), f"cannot be read: {wrong.strerror}", hint) from None
    try:
        with ZipFile(io.BytesIO(content)) as parts:
            unpacked = sum(one.file_size for one in parts.infolist())
    except BadZipFile:
        what = "is empty" if not content.strip() else "is no Excel file of the kind .xlsx"
        raise FileTrouble(str(path), what, AGAIN) from None
    if len(content) > MAX_PACKED or unpacked > MAX_UNPACKED:
        raise FileTrouble(str(path), "is larger than a book of sheets is", "is it the right file?")
    return content


def page_of(sheet: Worksheet, file: str) -> Page:
    """Read one sheet."""
    page = Page(file, sheet.title, [])
    if sheet.max_row > MAX_ROWS or sheet.max_column > MAX_COLUMNS:
        what = f"reaches to row {sheet.max_row:,} and column {sheet.max_column:,}"
        raise FileTrouble(
            f"{file}, sheet {sheet.title}", what, "delete the rows and columns beyond the table"
        )
    for number, row in enumerate(sheet.iter_rows()):
        page.rows.append([words(cell, page, (number, place)) for place, cell in enumerate(row)])
    for spot, span in merged_spots(sheet):
        page.wrong[spot] = f"is one of the merged cells {span}", "take the merge apart, and fill each cell"
    while page.rows and not any(page.rows[-1]):
        page.rows.pop()
    return page


def merged_spots(sheet: Worksheet) -> Iterator[tuple[Spot, str]]:
    """Give every cell that is merged with others."""
    for span in sheet.merged_cells.ranges:
        for row, column in span.cells:
            yield (row - 1, column - 1), str(span)


def words(cell: Any, page: Page, spot: Spot) -> str:
    """Give a cell's words; note one that holds something else than words, a number or a day."""
    value, kind = cell.value, cell.data_type
    if value is None:
        return ""
    if kind == "f":
        said = shortened(str(getattr(value, "text", value)))
        page.wrong[spot] = f"is a formula ({said})", "write what it comes to: copy, then paste values only"
    elif kind == "e":
        page.wrong[spot] = f"holds Excel's error {value}", "write what is meant"
    elif isinstance(value, bool):
        return "yes" if value else "no"
    elif isinstance(value, dt.datetime | dt.date):
        page.days.add(spot)
        return day(value, cell.number_format or "")
    elif isinstance(value, dt.time | dt.timedelta):
        page.wrong[spot] = (
            f"is a time of day or a span ({value})",
            "make the cell a text cell, and type it again",
        )
    elif isinstance(value, int | float):
        if "%" in (cell.number_format or ""):
            page.wrong[spot] = (
                f"is {value:.12g} shown as {value * 100:.6g} %",
                "write it from 0 to 100, without the sign %",
            )
        return as_number(repr(value))
    return str(value).replace("_x000D_\n", "\n").replace("_x000D_", "\n")


def day(value: dt.date, shown: str = "d") -> str:
    """Write a day as it may be typed; a month, where Excel shows no day.

    >>> day(dt.datetime(2025, 2, 21)), day(dt.datetime(2025, 2, 1), "mmm-yy")
    ('2025-02-21', '2025-02')
    """
    if isinstance(value, dt.datetime) and value.time() != dt.time():
        return value.isoformat(sep=" ")
    return f"{value:%Y-%m-%d}" if "d" in shown.casefold() else f"{value:%Y-%m}"


def blank(row: Sequence[str]) -> bool:
    """Whether nothing but blanks stands in a row."""
    return not any(cell.strip() for cell in row)
