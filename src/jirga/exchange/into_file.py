"""Changed and new rows put into a conflict file's text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from jirga.conflict.bargaining.sheets.merged import as_written
from jirga.conflict.entries import append, flow, lines, on_one_line, put
from jirga.conflict.reordered import reordered
from jirga.conflict.rewritten import rewritten
from jirga.exchange.cells import cites, plain
from jirga.exchange.columns import OPTIONS, POSITIONS, RANGES, STAKEHOLDERS, WANTS, Sheet
from jirga.exchange.compared import Compared, Edit
from jirga.exchange.orders import Order
from jirga.exchange.rows import Cells, Key, Row
from jirga.schema.conflict import Conflict

OF_ALL = {"leverage": "leverage", "no deal costs": "cost_of_no_deal"}
NOT_INSIDE = {"party", "option", "issue", "options", "place", "check", "retracted", *OF_ALL}
KEYS = {"red line": "red_line"}
LONG = 60


def changed_text(
    text: str, conflict: Conflict, found: Compared, orders: Mapping[str, Order], name: str
) -> str:
    """Give a file's text with every change made; what is not changed stays as it is written.

    Parameters
    ----------
    orders : dict of str to Order
        For each party whose wants move, or that gets new ones, the order they shall have.
    """

    def change(document: Any) -> None:
        for edit in found.edits:
            make_edit(document, conflict, edit)
        for sheet, row in found.added:
            make_new(document, sheet, row)
        for party, order in orders.items():
            name_wants(document, party, order)

    text = rewritten(text, name, change)
    for party, order in orders.items():
        if order.moves:
            text = reordered(text, name, ["parties", party, "prefers"], order.items)
    return text


def make_edit(document: Any, conflict: Conflict, edit: Edit) -> None:
    """Make the changes of one row."""
    sheet, cells = edit.sheet, edit.before.cells | edit.row.cells
    for name in dict.fromkeys(base(sheet, one) for one in edit.changes):
        value = written(sheet, name, cells)
        if name in OF_ALL:
            beside(document, OF_ALL[name], edit.key[0], value)
        elif name != "place":
            owner, key = holder(document, conflict, sheet, edit.key, name)
            if isinstance(owner, list):
                owner[key] = value
                continue
            put(owner, key, value)
            if key in ("min", "max") and not owner:
                put(document["positions"][number(conflict, edit.key)], "accept", None)


def make_new(document: Any, sheet: Sheet, row: Row) -> None:
    """Put in what a new row says."""
    cells = row.cells
    said = {
        KEYS.get(one, one): written(sheet, one, cells)
        for one in dict.fromkeys(base(sheet, each.name) for each in sheet.columns)
        if one not in NOT_INSIDE
    }
    entry = CommentedMap((key, value) for key, value in said.items() if value is not None)
    if "want" in entry:
        entry.move_to_end("want", last=False)
    if sheet is STAKEHOLDERS:
        put(document["parties"], cells["party"].strip(), entry)
        for name in RANGES[sheet.name]:
            beside(document, OF_ALL[name], cells["party"].strip(), written(sheet, name, cells))
    elif sheet is OPTIONS:
        party = document["parties"][cells["party"].strip()]
        put(party, "options", party["options"] if party.get("options") else CommentedMap())
        put(party["options"], cells["option"].strip(), shortest(entry, "says"))
    elif sheet is WANTS:
        party = document["parties"][cells["party"].strip()]
        append(listed(party, "prefers"), shortest(entry, "want"))
    elif sheet is POSITIONS:
        red = flow(CommentedMap((end, entry.pop(end)) for end in ("min", "max") if end in entry))
        at = CommentedMap({"party": cells["party"].strip(), "issue": cells["issue"].strip()})
        append(
            listed(document, "positions"),
            flow(CommentedMap({**at, **entry, **({"accept": red} if red else {})})),
        )


def name_wants(document: Any, party: str, order: Order) -> None:
    """Write out the names of wants whose place gave them one, so that they keep them wherever they go."""
    wants = document["parties"][party]["prefers"]
    for place, id_ in order.names.items():
        if isinstance(wants[place], str):
            wants[place] = flow(CommentedMap(want=wants[place]))
        put(wants[place], "id", id_)


def base(sheet: Sheet, column: str) -> str:
    """Give the range that a column is an end of, or the column."""
    some = RANGES.get(sheet.name, ())
    return next((one for one in some if column in (f"{one} low", f"{one} high")), column)


def written(sheet: Sheet, name: str, cells: Cells) -> Any:
    """Give a cell, or the three of a range, as a file has it; None where nothing is said."""
    columns = sheet.by_name
    if name in RANGES.get(sheet.name, ()):
        low, mode, high = (
            plain(columns[one], cells.get(one, "")) for one in (f"{name} low", name, f"{name} high")
        )
        return as_written((low or mode, mode, high or mode) if mode else None)
    words = plain(columns[name], cells.get(name, ""))
    if columns[name].kind == "yes":
        return True if words else None
    if columns[name].kind == "cites":
        some = cites(words)
        return (flow(CommentedSeq(some)) if len(some) > 1 else some[0]) if some else None
    return lines(words) if words else None


def holder(document: Any, conflict: Conflict, sheet: Sheet, key: Key, name: str) -> tuple[Any, Any]:
    """Find the mapping that holds a cell's value, and under which key; a short form is written out."""
    field = KEYS.get(name, name)
    if sheet is STAKEHOLDERS:
        return document["parties"][key[0]], field
    if sheet is OPTIONS:
        return full(document["parties"][conflict.owner[key[0]]]["options"], key[0], "says", field)
    if sheet is WANTS:
        party, place = place_of(conflict, key[0])
        return full(document["parties"][party]["prefers"], place, "want", field)
    one = document["positions"][number(conflict, key)]
    if field in {"min", "max"}:
        put(one, "accept", one["accept"] if one.get("accept") else flow(CommentedMap()))
        return one["accept"], field
    return one, field


def full(owner: Any, key: Any, short: str, field: str) -> tuple[Any, Any]:
    """Give the mapping under a key; words that stand for one are written out unless they change."""
    if isinstance(owner[key], dict):
        return owner[key], field
    if field == short:
        return owner, key
    owner[key] = flow(CommentedMap({short: owner[key]}))
    return owner[key], field


def shortest(entry: CommentedMap, short: str) -> Any:
    """Write an entry that says one thing as that, and a short one on one line."""
    if list(entry) == [short]:
        return entry[short]
    return entry if sum(len(str(one)) for one in entry.values()) > LONG else flow(entry)


def beside(document: Any, field: str, party: str, value: Any) -> None:
    """Put a party's number into a mapping that stands beside the parties."""
    if value is not None and not document.get(field):
        put(document, field, flow(CommentedMap()))
    if document.get(field) is not None:
        put(document[field], party, value)
        if not document[field]:
            put(document, field, None)


def listed(node: Any, field: str) -> Any:
    """Give a list, made if it is not there."""
    if not node.get(field):
        put(node, field, flow(CommentedSeq()) if on_one_line(node) else CommentedSeq())
    return node[field]


def number(conflict: Conflict, key: Key) -> int:
    """Give the number of a position in the file."""
    return next(n for n, one in enumerate(conflict.positions) if (one.party, one.issue) == key)


def place_of(conflict: Conflict, id_: str) -> tuple[str, int]:
    """Give a want's party, and its number there."""
    return next(
        (name, place)
        for name, party in conflict.parties.items()
        for place, want in enumerate(party.prefers)
        if want.id == id_
    )
