"""Run what is expected of single edits."""

from __future__ import annotations

from jirga.answer.analysis import Analysis
from jirga.answer.expected.found import found_instead
from jirga.conflict.board import Board
from jirga.schema.expected import stress as kinds
from jirga.stress.edits import Change, drops_and_moves
from jirga.stress.islands import attained, held
from jirga.stress.layout import Layout

Flip = tuple[Change, Board]


@found_instead.register
def _(expected: kinds.FlippedBy, analysis: Analysis) -> str:
    row = analysis.row(expected.flipped)
    if row is None:
        return f"{expected.flipped} is impossible"
    changes = list(drops_and_moves(analysis.conflict))
    found = flips(analysis, changes, row, expected)
    wants = list(dict.fromkeys(one.want for one, _ in found))
    whose = list(dict.fromkeys(name for one, _ in found for name in one.who))
    told = (
        f"{len(found)} flip it" if len(found) != expected.edits else "",
        f"there are {len(changes)} of them" if expected.out_of not in {None, len(changes)} else "",
        unlike(wants, expected.wants),
        unlike(whose, expected.whose),
        brought(analysis, found, expected),
    )
    return "; ".join(part for part in told if part)


def flips(analysis: Analysis, changes: list[Change], row: int, expected: kinds.FlippedBy) -> list[Flip]:
    """Give the edits that flip whether a state holds, with what they make of the conflict."""
    layout = Layout(analysis.conflict, analysis.board)
    pairs = [(one, laid) for one in changes if (laid := layout.changed([one])) is not None]
    before = analysis.holding[expected.by][row]
    tables = held([laid for _, laid in pairs], [expected.by])
    return [one for one, table in zip(pairs, tables, strict=True) if table[expected.by][row] != before]


def unlike(found: list[str], listed: tuple[str, ...] | None) -> str:
    """Compare names with those listed, in whatever order."""
    if listed is None or set(found) == set(listed):
        return ""
    return f"they are of {', '.join(found) or 'nothing'}"


def brought(analysis: Analysis, found: list[Flip], expected: kinds.FlippedBy) -> str:
    """Name an edit after which a state holds, and can be got to, in which a formula is true."""
    if expected.brings_no is None:
        return ""
    if analysis.status_quo is None:
        return "there is no status quo"
    boards, where = [laid for _, laid in found], analysis.board.states.truth(expected.brings_no)
    ends = attained(boards, [analysis.status_quo] * len(boards), analysis.largest)
    for (change, _), table, there in zip(found, held(boards, [expected.by]), ends, strict=True):
        if (table[expected.by] & there & where).any():
            return f"{change.edit.model_dump_json(by_alias=True, exclude_defaults=True)} brings it"
    return ""
