"""The rows of a book's sheets, each cell with its place; what cannot be read is told, all of it at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase

from jirga.errors import FileTrouble
from jirga.exchange.columns import Column, Sheet
from jirga.exchange.heads import Head, assigned, head_of
from jirga.exchange.opened import Page, blank
from jirga.exchange.rows import Row, Table

NOTHING_OF_OURS = ("read me", "readme")
AS_TEXT = "make the cell a text cell (Format, Cells, Text), and type it again"


@dataclass
class Found:
    """What a book holds.

    Attributes
    ----------
    rows : dict of str to list of Row
        The rows by the name of our sheet; sheets that are not there are not in it.
    notes : list of str
        What was read although it is called otherwise, and what was not read.
    troubles : list of FileTrouble
        Everything that cannot be read.
    """

    rows: dict[str, list[Row]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    troubles: list[FileTrouble] = field(default_factory=list)


def found_in(pages: Sequence[Page], sheets: Sequence[Sheet], current: Mapping[str, Table]) -> Found:
    """Read the rows of all sheets that are ours."""
    found = Found()
    ours, others = assigned(pages, sheets)
    for page in others:
        if page.name.casefold() not in NOTHING_OF_OURS:
            found.notes.append(f"the sheet {page.name} is none of ours, and was not read")
    for sheet in sheets:
        if sheet.name in ours:
            page = ours[sheet.name]
            head = head_of(page, sheet, current.get(sheet.name, {}))
            found.notes += head.notes
            found.troubles += head.troubles
            if not head.troubles:
                found.rows[sheet.name] = list(rows_below(page, head, found.troubles))
    return found


def rows_below(page: Page, head: Head, troubles: list[FileTrouble]) -> Iterator[Row]:
    """Read the rows below a head that are not blank."""
    letters = {
        column.name: f"{page.rows[head.row][place]} ({letter(place)})"
        for place, column in head.columns.items()
    }
    for number, cells in enumerate(page.rows):
        spots = [(number, place) for place in head.columns]
        if number <= head.row or (blank(cells) and not any(spot in page.wrong for spot in spots)):
            continue
        row = Row({}, page.where(number), letters)
        for place, column in head.columns.items():
            row.cells[column.name] = cells[place] if place < len(cells) else ""
            if trouble := unread(page, row, (number, place), column):
                troubles.append(trouble)
        yield row


def unread(page: Page, row: Row, spot: tuple[int, int], column: Column) -> FileTrouble | None:
    """Say what is wrong with a cell, if it cannot be read."""
    if spot in page.wrong:
        return FileTrouble(row.place(column.name), *page.wrong[spot])
    if spot in page.days and column.name != "period":
        what = f"holds a date ({row.cells[column.name]}), which Excel may have made of something else"
        return FileTrouble(row.place(column.name), what, AS_TEXT)
    return None


def letter(place: int) -> str:
    """Give a column's letter, counted from 0.

    >>> letter(0), letter(25), letter(27)
    ('A', 'Z', 'AB')
    """
    rest, last = divmod(place, 26)
    return (letter(rest - 1) if rest else "") + ascii_uppercase[last]
