"""A conflict laid out as rows of words: its parties, options, wants and positions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from jirga.conflict.bargaining.sheets.long import in_cells
from jirga.exchange.cells import check_of
from jirga.exchange.columns import CHECK, OF_THE_FILE, OPTIONS, POSITIONS, STAKEHOLDERS, WANTS, Sheet
from jirga.schema.bargaining import Position, Range
from jirga.schema.conflict import Conflict, Option, Party
from jirga.schema.wants import Cited, Want

Cells = dict[str, str]
Key = tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One row, laid out or read.

    Attributes
    ----------
    cells : dict of str to str
        The words in each column; of a row that was read, only the columns that were there.
    where : str
        The file, the sheet and the row it was read from, or the line.
    letters : dict of str to str
        What each column's head reads there, and its letter, for messages.
    """

    cells: Cells
    where: str = ""
    letters: Mapping[str, str] = field(default_factory=dict)

    def key(self, sheet: Sheet) -> Key:
        """Give what tells it from every other row of its sheet."""
        return tuple(self.cells.get(name, "").strip() for name in sheet.keys)

    def place(self, column: str) -> str:
        """Say where a cell of it stands."""
        named = self.letters.get(column, column)
        return f"{self.where}, column {named}" if self.letters else f"{self.where}, {named}"


Table = dict[Key, Row]


def rows_of(conflict: Conflict) -> dict[str, Table]:
    """Lay a conflict out, sheet by sheet, each row with its check.

    Examples
    --------
    >>> from jirga.conflict.file import parse_text
    >>> text = "{title: t, parties: {a: {name: A, options: {x: do x}, prefers: [not x]}}}"
    >>> rows_of(parse_text(text))["Wants"]["a.1",].cells["want"]
    'not x'
    """
    laid = {
        STAKEHOLDERS.name: (party_cells(conflict, *one) for one in conflict.parties.items()),
        OPTIONS.name: option_rows(conflict),
        WANTS.name: want_rows(conflict),
        POSITIONS.name: (position_cells(one) for one in conflict.positions),
    }
    return {sheet.name: table(sheet, laid[sheet.name]) for sheet in OF_THE_FILE}


def table(sheet: Sheet, some: Iterable[Cells]) -> Table:
    """Put rows under their keys, and a check into each."""
    rows = (Row({**cells, CHECK: check_of(sheet, cells)}) for cells in some)
    return {row.key(sheet): row for row in rows}


def party_cells(conflict: Conflict, id_: str, party: Party) -> Cells:
    """Lay a party out."""
    weighs = conflict.leverage.get(id_), conflict.cost_of_no_deal.get(id_)
    return {
        "party": id_,
        "name": party.name,
        "short": party.short,
        "options": "\n".join(f"{key}: {one.says}" if one.says else key for key, one in party.options.items()),
        **three("leverage", weighs[0]),
        **three("no deal costs", weighs[1]),
        **known_by(party),
    }


def option_rows(conflict: Conflict) -> Iterator[Cells]:
    """Lay every option out."""
    for id_, party in conflict.parties.items():
        for key, one in party.options.items():
            yield option_cells(id_, key, one)


def option_cells(party: str, key: str, one: Option) -> Cells:
    """Lay an option out."""
    return {"option": key, "party": party, "says": one.says, "undo": one.undo, "kind": one.kind or ""}


def want_rows(conflict: Conflict) -> Iterator[Cells]:
    """Lay every want out."""
    for id_, party in conflict.parties.items():
        for place, want in enumerate(party.prefers, start=1):
            yield want_cells(id_, place, want)


def want_cells(party: str, place: int, one: Want) -> Cells:
    """Lay a want out."""
    return {
        "party": party,
        "place": str(place),
        "id": one.id,
        "want": one.want,
        "strongly": "yes" * one.strongly,
        "unknown": "yes" * one.unknown,
        "red line": "yes" * one.red_line,
        **known_by(one),
        "retracted": one.retracted,
    }


def position_cells(one: Position) -> Cells:
    """Lay a position out."""
    return {
        "party": one.party,
        "issue": one.issue,
        **three("ideal", one.ideal),
        **three("min", one.accept.min),
        **three("max", one.accept.max),
        **three("salience", one.salience),
        **known_by(one),
        "retracted": one.retracted,
    }


def three(name: str, stated: Range | None) -> Cells:
    """Lay a range out; one without width has its number in the middle only."""
    low, mode, high = in_cells(stated)
    ends = ("", "") if low == mode == high else (low, high)
    return {f"{name} low": ends[0], name: mode, f"{name} high": ends[1]}


def known_by(one: Cited) -> Cells:
    """Lay out how something is known."""
    cites = "; ".join(one.cite)
    return {
        "basis": one.basis or "",
        "cite": cites,
        "quote": one.quote,
        "why": one.why,
        "level": one.level or "",
    }
