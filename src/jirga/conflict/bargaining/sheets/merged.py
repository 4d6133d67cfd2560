"""A table's positions taken into a conflict file; what has not changed is not touched, and comments stay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from jirga.conflict.bargaining.sheets.grids import read_grid
from jirga.conflict.bargaining.sheets.long import cells_of, long_table, looks_long
from jirga.conflict.bargaining.sheets.programs import ktab, looks_ktab, looks_marked, marked
from jirga.conflict.bargaining.sheets.stated import TRIPLES, WORDS, Row, Stated, Triple, as_id, trouble
from jirga.conflict.file import ConflictFile, read_text
from jirga.conflict.yaml_text import yaml_document, yaml_text
from jirga.errors import did_you_mean
from jirga.schema.bargaining import Position


@dataclass(frozen=True)
class Merged:
    """A conflict file with a table taken in.

    Attributes
    ----------
    file : ConflictFile
        The file as it would be written.
    added, changed : int
        How many positions are new, and how many differ.
    kept : int
        How many of the file are not in the table, and stay as they are.
    notes : tuple of str
        What was done to the numbers on the way.
    """

    file: ConflictFile
    added: int
    changed: int
    kept: int
    notes: tuple[str, ...]


def read_sheet(path: str | Path) -> Stated:
    """Read positions from a table, whichever of the known forms it has.

    Raises
    ------
    FileTrouble
        It has none of the forms, or something in it is wrong; the message says in which row and column.
    """
    grid = read_grid(path)
    if looks_marked(grid):
        return marked(grid)
    if looks_long(grid):
        return long_table(grid)
    if looks_ktab(grid):
        return ktab(grid)
    hint = "name columns party, issue, ideal in the first row; jirga export FILE SHEET writes such a sheet"
    raise trouble(grid.place(0), "is no head of a table of positions", hint)


def merged(file: ConflictFile, sheet: Stated) -> Merged:
    """Take a table's positions into a file.

    Raises
    ------
    FileTrouble
        The table names a party or an issue that the file does not have.
    ConflictTrouble
        What would come out is no conflict: a red line off its scale, a source that is not there.
    """
    document = yaml_document(file.text(), file.name)
    listed = document.setdefault("positions", CommentedSeq())
    stands = {(one.party, one.issue): number for number, one in enumerate(file.conflict.positions)}
    added = changed = 0
    for row in sheet.rows:
        refuse_unknown(file, row)
        number = stands.get((row.party, row.issue))
        if number is None:
            listed.append(filled(CommentedMap(party=row.party, issue=row.issue), row, None))
            added += 1
        elif differs(row, file.conflict.positions[number]):
            filled(listed[number], row, file.conflict.positions[number])
            changed += 1
    if not (added or changed):
        return Merged(file, 0, 0, len(stands) - len(sheet.rows), sheet.notes)
    after = read_text(yaml_text(document), file.name)
    return Merged(after, added, changed, len(stands) + added - len(sheet.rows), sheet.notes)


def refuse_unknown(file: ConflictFile, row: Row) -> None:
    """Refuse a party or an issue that the file does not have."""
    for column, name, known in (
        ("party", row.party, file.conflict.parties),
        ("issue", row.issue, file.conflict.issues),
    ):
        if name not in known:
            raise trouble(
                f"{row.where}, column {column}", f"{file.name} has no {name!r}", did_you_mean(name, known)
            )


def differs(row: Row, one: Position) -> bool:
    """Whether a row says anything else than the file."""
    return any(one_differs(row, one, name) for name in (*row.triples, *row.words))


def one_differs(row: Row, one: Position | None, name: str) -> bool:
    """Whether a row says anything else than the file under one name."""
    if one is None:
        return bool(row.triples.get(name) or row.words.get(name))
    before = cells_of(one)
    if name in WORDS:
        return row.words[name] != before[len(before) - len(WORDS) + WORDS.index(name)]
    start = 2 + 3 * TRIPLES.index(name)
    return same_as_words(row.triples[name]) != same_as_words(
        (before[start], before[start + 1], before[start + 2])
    )


def same_as_words(stated: Triple | None) -> list[float | str]:
    """Make cells comparable: 5 and 5.0 are one value."""
    found: list[float | str] = []
    for cell in stated or ():
        try:
            found.append(float(cell))
        except ValueError:
            found += [cell] if cell else []
    return found


def filled(node: CommentedMap, row: Row, one: Position | None) -> CommentedMap:
    """Write into a position what a row says differently."""
    for name in (*row.triples, *row.words):
        if one_differs(row, one, name):
            at, key = (
                (node.setdefault("accept", flow(CommentedMap())), name)
                if name in {"min", "max"}
                else (node, name)
            )
            value = as_written(row.triples[name]) if name in row.triples else as_words(name, row.words[name])
            if value is None:
                at.pop(key, None)
            else:
                at[key] = value
    if one is None:
        flow(node)
    return node


def as_written(stated: Triple | None) -> Any:
    """Write a range as a file does: one value, or three."""
    if stated is None:
        return None
    return stated[1] if len(set(stated)) == 1 else flow(CommentedSeq(stated))


def as_words(name: str, text: str) -> Any:
    """Write words as a file does; several citations are a list."""
    listed = text.split() if name == "cite" else [text]
    return (flow(CommentedSeq(listed)) if len(listed) > 1 else listed[0]) if text else None


def flow(node: Any) -> Any:
    """Let it stand on one line."""
    node.fa.set_flow_style()
    return node


def new_file(sheet: Stated, name: str) -> ConflictFile:
    """Make a conflict file of a table alone.

    Raises
    ------
    ConflictTrouble
        What would come out is no conflict.
    """
    document = CommentedMap(jirga="1", title=sheet.title)
    document["parties"] = CommentedMap(
        {valid_id(id_): flow(CommentedMap(name=name)) for id_, name in sheet.parties.items()}
    )
    document["issues"] = CommentedMap({valid_id(id_): issue_of(sheet, id_) for id_ in sheet.issues})
    if sheet.leverage:
        leverage = {id_: as_written(one) for id_, one in sheet.leverage.items()}
        document["leverage"] = CommentedMap(leverage)
    document["positions"] = CommentedSeq(
        filled(CommentedMap(party=valid_id(row.party), issue=valid_id(row.issue)), row, None)
        for row in sheet.rows
    )
    return read_text(yaml_text(document), name)


def valid_id(name: str) -> str:
    """Keep a name that can be an id, and make one of any other.

    >>> valid_id("KP"), valid_id("the military")
    ('KP', 'the_military')
    """
    return name if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) else as_id(name)


def issue_of(sheet: Stated, id_: str) -> Any:
    """Write an issue with what places on its scale mean."""
    if id_ not in sheet.scales:
        return sheet.issues[id_]
    return CommentedMap(says=sheet.issues[id_], scale=CommentedMap(sheet.scales[id_]))
