"""A book of sheets in Excel's form: a head that stays in sight, filters, and words that stay words."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from jirga.about import VERSION
from jirga.exchange.cells import in_book, mostly_right_to_left
from jirga.exchange.columns import Column, Sheet
from jirga.exchange.packed import without_clock
from jirga.exchange.rows import Row, Table

if TYPE_CHECKING:
    from openpyxl.cell import Cell  # type: ignore[import-untyped]
    from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

README = "Read me"
WIDTHS = (14, 18, 90)
LINE, TALLEST = 15.0, 409.0
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t")
TEXT = "@"
PROSE = ("name", "short", "says", "undo", "why", "quote", "words", "counted", "speaker", "claimant", "topic")
FONT = "Calibri"
LEFT_EMPTY = 200  # rows below the last that are ready for words


def book(sheets: Sequence[tuple[Sheet, Table]], notes: Sequence[str]) -> bytes:
    """Lay sheets out as an Excel file, the sheet that explains them first.

    Parameters
    ----------
    notes : sequence of str
        What a reader should know of the whole, for the first sheet.
    """
    from openpyxl import Workbook  # type: ignore[import-untyped]

    made = Workbook()
    made.remove(made.active)
    explain(made.create_sheet(README), [one for one, _ in sheets], notes)
    for sheet, rows in sheets:
        fill(made.create_sheet(sheet.name), sheet, list(rows.values()))
    made.properties.creator = f"Jirga {VERSION}"
    out = io.BytesIO()
    made.save(out)
    return without_clock(out.getvalue())


def explain(page: Worksheet, sheets: Iterable[Sheet], notes: Iterable[str]) -> None:
    """Say what the book holds, sheet by sheet and column by column."""
    from openpyxl.styles import Font  # type: ignore[import-untyped]

    lines: list[tuple[str, str, str]] = [("", "", note) for note in notes]
    for sheet in sheets:
        lines += [("", "", ""), (sheet.name, "", sheet.says)]
        lines += [(sheet.name, one.name, said(one)) for one in sheet.columns]
    head(page, list(zip(("sheet", "column", "what it holds"), WIDTHS, strict=True)))
    printed(page)
    for number, line in enumerate(lines, start=2):
        for place, words in enumerate(line, start=1):
            write(page.cell(number, place), words)
        page.row_dimensions[number].height = height(
            [(words, width) for words, width in zip(line, WIDTHS, strict=True)]
        )
        if line[0] and not line[1]:
            page.cell(number, 1).font = page.cell(number, 3).font = Font(name=FONT, size=11, bold=True)


def said(column: Column) -> str:
    """Say what a column holds, and which words it may hold."""
    return column.says + (f" One of: {', '.join(column.choices)}." if column.choices else "")


def fill(page: Worksheet, sheet: Sheet, rows: Sequence[Row]) -> None:
    """Write a sheet: its head, its rows, and what helps a person to fill it in."""
    head(page, [(one.name, one.width) for one in sheet.columns])
    for number, row in enumerate(rows, start=2):
        for place, column in enumerate(sheet.columns, start=1):
            write(page.cell(number, place), row.cells.get(column.name, ""), column)
        page.row_dimensions[number].height = height(
            [(row.cells.get(one.name, ""), one.width) for one in sheet.columns]
        )
    last = len(rows) + 1
    for place, column in enumerate(sheet.columns, start=1):
        ready(page, place, column, last)
    page.auto_filter.ref = f"A1:{page.cell(last, len(sheet.columns)).coordinate}"
    page.freeze_panes = page.cell(2, 1 + max(place_of(sheet, one) for one in sheet.keys)).coordinate
    page.sheet_view.rightToLeft = mostly_right_to_left(
        [row.cells.get(name, "") for row in rows for name in PROSE if name in sheet.by_name]
    )
    printed(page)


def printed(page: Worksheet) -> None:
    """Print it across one page, with the head on each."""
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"


def height(cells: Iterable[tuple[str, int]]) -> float:
    """Give the height of a row in which every cell shows all its lines, if Excel has rows so high.

    >>> height([("short", 10), ("so long that it takes two", 14)])
    30.0
    """
    many = max(sum(1 + width(line) // (wide + 2) for line in words.split("\n")) for words, wide in cells)
    return min(TALLEST, LINE * many)


def width(text: str) -> int:
    """Count how many columns of letters a text takes: East Asian signs take two, joining marks none."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1
        for one in text
    )


def place_of(sheet: Sheet, column: str) -> int:
    """Give the number of a column, counted from 1."""
    return [one.name for one in sheet.columns].index(column) + 1


def head(page: Worksheet, columns: Iterable[tuple[str, int]]) -> None:
    """Write the first row, and the widths."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

    for place, (name, width) in enumerate(columns, start=1):
        cell = page.cell(1, place)
        write(cell, name)
        cell.font, cell.fill = Font(name=FONT, size=11, bold=True), PatternFill("solid", fgColor="E7E6E6")
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        cell.border = Border(bottom=Side("thin"))
        page.column_dimensions[get_column_letter(place)].width = width + 3
    page.freeze_panes = "A2"


def write(cell: Cell, words: str, column: Column | None = None) -> None:
    """Write a cell: a number where numbers belong, and else words that no program takes for a formula."""
    from openpyxl.styles import Alignment

    cell.alignment = Alignment(wrap_text=True, vertical="top")
    value = as_number(words) if column is not None and column.kind in {"number", "place"} else None
    if value is not None:
        cell.value = value
        return
    cell.number_format = TEXT
    if words:
        cell.value = escaped(in_book(words))
        cell.data_type = "s"
        cell.quotePrefix = words.startswith(STARTS_A_FORMULA)


def as_number(words: str) -> float | int | None:
    """Give the number that some words are, if they are one."""
    try:
        found = float(words)
    except ValueError:
        return None
    return int(found) if found.is_integer() and abs(found) < 1e15 else found


def escaped(text: str) -> str:
    """Keep words that look like Excel's own escapes from being read as such.

    >>> escaped("_x0041_")
    '_x005F_x0041_'
    """
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)


def ready(page: Worksheet, place: int, column: Column, last: int) -> None:
    """Make the rows below ready: words stay words when typed there, and few words are offered as a list."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation  # type: ignore[import-untyped]

    letter = get_column_letter(place)
    if column.kind not in {"number", "place"}:
        page.column_dimensions[letter].number_format = TEXT
    choices: Mapping[str, tuple[str, ...]] = {"yes": ("yes",)}
    some = column.choices or choices.get(column.kind, ())
    if some and len(",".join(some)) < 250:
        listed = DataValidation(
            "list", formula1=f'"{",".join(some)}"', allow_blank=True, errorStyle="warning"
        )
        listed.error = f"{column.name} is one of: {', '.join(some)}"[:220]
        listed.add(f"{letter}2:{letter}{last + LEFT_EMPTY}")
        page.add_data_validation(listed)
