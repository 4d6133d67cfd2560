"""What a person is told of rows that came back: what changes, what is new, and what stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jirga.exchange.columns import Sheet
from jirga.exchange.compared import Compared
from jirga.exchange.rows import Row

MOST_TOLD = 8


def told(found: Compared) -> list[str]:
    """Say in words what changes and what is new."""
    changed = [line for edit in found.edits for line in edit.told()]
    return changed + [f"new {sheet.one}: {named(sheet, row)}" for sheet, row in found.added]


def named(sheet: Sheet, row: Row) -> str:
    """Call a new row by its key, or by what it says."""
    return (
        " on ".join(part for part in row.key(sheet) if part)
        or row.cells.get("want")
        or row.cells.get("words", "")
    )


def left(name_of_file: str, sheets: Iterable[Sheet], found: Compared) -> list[str]:
    """Say what stays although it is not in the sheets, and what has changed in the file since."""
    notes = []
    for name, keys in found.gone.items():
        sheet = next(one for one in sheets if one.name == name)
        what = f"{counted(len(keys), sheet.one)} not in the sheet {name} and kept ({listed(keys)})"
        notes.append(f"{what}; to take one away, {sheet.gone}")
    for name, keys in found.stale.items():
        notes.append(
            f"{name}: changed in {name_of_file} since the export, and left so there ({listed(keys)})"
        )
    return notes


def listed(keys: Sequence[tuple[str, ...]]) -> str:
    """List some keys."""
    shown = [" on ".join(key) for key in keys[:MOST_TOLD]]
    return ", ".join(shown) + (f" and {len(keys) - MOST_TOLD} more" if len(keys) > MOST_TOLD else "")


def counted(many: int, what: str) -> str:
    """Write a count with its noun."""
    plural = what[:-1] + "ies" if what.endswith("y") else f"{what}s"
    return f"1 {what} is" if many == 1 else f"{many} {plural} are"
