"""Which sheet and which column is which, also where a person has renamed or reordered them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from jirga.errors import FileTrouble, shortened
from jirga.exchange.cells import plain
from jirga.exchange.columns import Column, Sheet
from jirga.exchange.opened import Page, blank
from jirga.exchange.rows import Table

DEEPEST = 20
ENOUGH = 0.6


@dataclass
class Head:
    """The head of a sheet as it was found.

    Attributes
    ----------
    row : int
        On which row it stands, counted from 0.
    columns : dict of int to Column
        Which column is which.
    notes : list of str
        What was read although it is called otherwise, and what was not read.
    troubles : list of FileTrouble
        What cannot be told.
    """

    row: int
    columns: dict[int, Column] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    troubles: list[FileTrouble] = field(default_factory=list)


def normal(name: str) -> str:
    """Write a name of a sheet or column so that case, signs and blanks do not count.

    >>> normal(" Red_Line "), normal("Ideal (low)")
    ('red line', 'ideal low')
    """
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", name).casefold().replace("_", " ")))


def assigned(pages: Sequence[Page], sheets: Iterable[Sheet]) -> tuple[dict[str, Page], list[Page]]:
    """Tell which sheet is which: by its name, or else by its head if only one can be meant."""
    known = list(sheets)
    found = {sheet.name: page for sheet in known for page in pages if normal(page.name) == normal(sheet.name)}
    for sheet in known:
        left = [page for page in pages if page not in found.values()]
        likely = [page for page in left if likeness(page, sheet) >= ENOUGH]
        if sheet.name not in found and len(likely) == 1:
            found[sheet.name] = likely[0]
    return found, [page for page in pages if page not in found.values()]


def likeness(page: Page, sheet: Sheet) -> float:
    """Say what share of a sheet's columns a page has."""
    names = {normal(one) for one in page.rows[head_row(page, sheet)]}
    return sum(normal(one.name) in names for one in sheet.columns) / len(sheet.columns)


def head_row(page: Page, sheet: Sheet) -> int:
    """Find the row that names most of the columns, near the top."""
    known = {normal(one.name) for one in sheet.columns}
    rows = page.rows[:DEEPEST]
    return max(range(len(rows)), key=lambda one: (sum(normal(cell) in known for cell in rows[one]), -one))


def head_of(page: Page, sheet: Sheet, current: Table) -> Head:
    """Tell which column is which.

    Notes
    -----
    A column is known by its name; by a name spelt nearly so; or by what stands in it, if at least half of its
    words are those of one column that is missing. Where two could be meant it is refused.
    """
    head = Head(head_row(page, sheet))
    names = page.rows[head.row]
    by_name = {normal(one.name): one for one in sheet.columns}
    unknown = []
    for place, name in enumerate(names):
        column = by_name.get(normal(name))
        if column is None:
            unknown += [place] if name.strip() else []
        elif column in head.columns.values():
            head.troubles.append(
                told(page, head, f"two columns are called {column.name!r}", "keep one of them")
            )
        else:
            head.columns[place] = column
    missing = [one for one in sheet.columns if one not in head.columns.values()]
    for place in unknown:
        rename(page, head, place, missing, current)
    for key in sheet.keys:
        if key not in {one.name for one in head.columns.values()}:
            what = f"no column is called {key!r}"
            head.troubles.append(told(page, head, what, "its head is the first row; jirga export writes one"))
    unnamed(page, head)
    return head


def rename(page: Page, head: Head, place: int, missing: list[Column], current: Table) -> None:
    """Tell which missing column an unknown one is, or say that it cannot be told."""
    name = page.rows[head.row][place]
    close = get_close_matches(normal(name), [normal(one.name) for one in missing], n=2, cutoff=0.75)
    fit = [one for one in missing if normal(one.name) in close] or [
        one for one in missing if holds(page, head, place, one, current)
    ]
    if len(fit) == 1:
        missing.remove(fit[0])
        head.columns[place] = fit[0]
        head.notes.append(f"sheet {page.name}: the column {shortened(name)!r} was read as {fit[0].name!r}")
    elif not missing:
        head.notes.append(
            f"sheet {page.name}: the column {shortened(name)!r} is none of ours, and was not read"
        )
    else:
        names = " or ".join(repr(one.name) for one in fit or missing[:6])
        what = f"the column {shortened(name)!r} is not known"
        head.troubles.append(told(page, head, what, f"if it is {names}, call it so; or take it out"))


def holds(page: Page, head: Head, place: int, column: Column, current: Table) -> bool:
    """Whether at least half of the words in a column are those of another as it was laid out."""
    cells = {plain(column, row[place]) for row in page.rows[head.row + 1 :] if place < len(row)} - {""}
    known = {plain(column, row.cells.get(column.name, "")) for row in current.values()} - {""}
    return bool(cells) and len(cells & known) * 2 >= len(cells)


def unnamed(page: Page, head: Head) -> None:
    """Note columns with words and no name."""
    names = page.rows[head.row]
    below = [row for row in page.rows[head.row + 1 :] if not blank(row)]
    for place, name in enumerate(names):
        if not name.strip() and any(place < len(row) and row[place].strip() for row in below):
            head.notes.append(f"sheet {page.name}: column {place + 1} has no name, and was not read")


def told(page: Page, head: Head, what: str, hint: str) -> FileTrouble:
    """Make the error of a head."""
    return FileTrouble(page.where(head.row), what, hint)
