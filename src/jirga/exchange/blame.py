"""A problem of the file that would come out, led back to the cell it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jirga.conflict.places import Places, Step
from jirga.conflict.yaml_text import yaml_document
from jirga.errors import ConflictTrouble, FileTrouble
from jirga.exchange.columns import OPTIONS, POSITIONS, STAKEHOLDERS, WANTS, Sheet
from jirga.exchange.compared import Compared
from jirga.exchange.into_file import KEYS, OF_ALL, base
from jirga.exchange.rows import Row
from jirga.schema.problems import Problem

Path = list[Step]


@dataclass(frozen=True)
class Spot:
    """A cell that was taken in, and where it stands in the file now."""

    line: int
    column: int
    where: str


def blamed(trouble: ConflictTrouble, text: str, name: str, found: Compared) -> Iterator[FileTrouble]:
    """Say of each problem in which sheet, row and column it began."""
    places = Places(yaml_document(text, name), name)
    spots = sorted(spots_of(places, found), key=lambda one: (one.line, one.column))
    for problem in trouble.problems:
        where = nearest(problem, spots)
        yield FileTrouble(where or str(problem.where), problem.what, problem.hint)


def nearest(problem: Problem, spots: list[Spot]) -> str:
    """Find the cell that a problem's place is in: on its line, else the last above it."""
    line, column = problem.where.line, problem.where.column
    beside = [one for one in spots if one.line == line and one.column <= column] or [
        one for one in spots if one.line <= line
    ]
    return beside[-1].where if beside else ""


def spots_of(places: Places, found: Compared) -> Iterator[Spot]:
    """Give every changed or new cell with its place in the file that would come out."""
    changed = [(edit.sheet, edit.row, list(edit.changes)) for edit in found.edits]
    new = [(sheet, row, [one for one in row.cells if row.cells[one].strip()]) for sheet, row in found.added]
    for sheet, row, columns in (*changed, *new):
        item = path_of(places, sheet, row)
        for column in columns:
            path = cell_path(sheet, item, row, column)
            if item:
                at = places.of(path if places.has(path) else item)
                yield Spot(at.line, at.column, row.place(column))


def path_of(places: Places, sheet: Sheet, row: Row) -> Path:
    """Give the path of what a row is about."""
    cells = {name: words.strip() for name, words in row.cells.items()}
    if sheet is STAKEHOLDERS:
        return ["parties", cells["party"]]
    if sheet is OPTIONS:
        owner = next(
            (
                p
                for p, one in places.document["parties"].items()
                if cells["option"] in (one.get("options") or ())
            ),
            "",
        )
        return ["parties", owner, "options", cells["option"]]
    if sheet is WANTS:
        return want_path(places, cells)
    if sheet is POSITIONS:
        some = places.document.get("positions") or []
        same = [
            number
            for number, one in enumerate(some)
            if (one.get("party"), one.get("issue")) == (cells["party"], cells["issue"])
        ]
        return ["positions", *same[-1:]]
    return []


def want_path(places: Places, cells: dict[str, str]) -> Path:
    """Give the path of a want: by its name, by the place it is called by, or by its formula if it is new."""
    for party, one in places.document["parties"].items():
        for number, want in enumerate(one.get("prefers") or ()):
            said = want if isinstance(want, dict) else {"want": want}
            id_ = said.get("id") or f"{party}.{number + 1}"
            if id_ == cells.get("id") or (not cells.get("id") and said.get("want") == cells.get("want")):
                return ["parties", party, "prefers", number]
    return []


def cell_path(sheet: Sheet, item: Path, row: Row, column: str) -> Path:
    """Give the path of one cell's value."""
    name = base(sheet, column)
    if name in OF_ALL and sheet is STAKEHOLDERS:
        return [OF_ALL[name], row.cells["party"].strip()]
    if sheet is POSITIONS and name in {"min", "max"}:
        return [*item, "accept", name]
    return [*item, KEYS.get(name, name)] if name not in {"place", *sheet.keys} or name == "id" else item
