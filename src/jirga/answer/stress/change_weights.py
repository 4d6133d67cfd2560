"""What stands against a single edit: the wants that give way, how firmly known, and how far one moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jirga.schema import edits
from jirga.schema.conflict import Conflict
from jirga.schema.wants import Want
from jirga.schema.words import Basis
from jirga.stress.edits import Change

FIRM: dict[Basis | None, int] = {
    None: 1,
    "assumed": 1,
    "inferred": 2,
    "argued": 3,
    "reported": 4,
    "stated": 5,
}
NO_WANT = 3


def passed(conflict: Conflict, change: Change) -> list[str]:
    """List the wants that a moved one passes."""
    ids = [one.id for one in conflict.parties[change.who[0]].prefers]
    assert isinstance(change.edit, edits.Move)  # noqa: S101
    here = ids.index(change.edit.move)
    to = len(ids) if change.edit.before is None else ids.index(change.edit.before)
    return ids[to:here] if change.up else ids[here + 1 : to]


def giving_way(conflict: Conflict, change: Change) -> list[Want]:
    """List the wants that have to give way to an edit: itself, or those that another is raised over."""
    if change.want not in conflict.wants:
        return []
    lost = passed(conflict, change) if change.up else [change.want]
    return [conflict.wants[one] for one in lost]


def red_lines(conflict: Conflict, changes: Sequence[Change]) -> list[str]:
    """List the red lines that have to give way to some changes."""
    every = {one.id: one for change in changes for one in giving_way(conflict, change)}
    return [name for name, one in every.items() if one.red_line]


def firmness_of(conflict: Conflict, change: Change) -> int:
    """Say how firmly the file holds against an edit: from 1, merely assumed, to 5, stated."""
    edit = change.edit
    if isinstance(edit, edits.LiftImpossible):
        return next(FIRM[one.basis] for one in conflict.impossible if one.when == edit.possible)
    if change.want not in conflict.wants:
        return NO_WANT
    moved = conflict.wants[change.want]
    return max([FIRM[one.basis] for one in giving_way(conflict, change)] or [FIRM[moved.basis]])


@dataclass(frozen=True)
class Shape:
    """What edits have in common that differ only in how far a want is moved."""

    kind: str
    want: str
    up: bool
    rest: str


def shape(change: Change) -> Shape:
    """Give the shape of an edit."""
    far = isinstance(change.edit, edits.Move)
    return Shape(change.kind, change.want, change.up, "" if far else change.edit.model_dump_json())


def distance(conflict: Conflict, change: Change) -> int:
    """Say how many wants a moved one passes; other edits pass none."""
    return len(passed(conflict, change)) if isinstance(change.edit, edits.Move) else 0


def as_written(change: Change) -> dict[str, object]:
    """Give an edit as a variant of the file would hold it."""
    return change.edit.model_dump(mode="json", by_alias=True, exclude_defaults=True)
