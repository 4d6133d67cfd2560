"""A brief as the template for print reads it: words cut into pieces, notes in order, drawings as files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from jirga.brief.content.lines import Brief, Grid, Line, Note, Part
from jirga.brief.writing.pictures import picture, side_by_side
from jirga.brief.writing.pieces import (
    ASSUMED,
    LEGEND,
    SAID,
    Piece,
    edge,
    led_to,
    note_where,
    pieces,
    plain,
    rightwards,
)

WIDEST, BOLD = 34, 1.7


def laid_out(brief: Brief) -> dict[str, Any]:
    """Lay a brief out as the template reads it."""
    order, seen = led_to(brief), set[str]()
    return {
        "title": plain(brief.title).strip() or "Brief",
        "question": plain(brief.question),
        "day": day(brief.as_of),
        "edge": edge(brief),
        "legend": LEGEND,
        "assumed": ASSUMED,
        "said": SAID,
        "footer": [plain(one) for one in brief.footer],
        "order": [plain(label) for label in order],
        "numbers": {label: str(place) for place, label in enumerate(order)},
        "notes": {one.label: note(one) for one in brief.notes},
        "main": [part(one, seen) for one in brief.main],
        "annexes": [[part(one, seen) for one in some] for some in side_by_side(brief.annexes)],
    }


def day(as_of: str) -> list[int] | None:
    """Give a date as year, month and day; None where it is none."""
    try:
        found = dt.date.fromisoformat(as_of)
    except ValueError:
        return None
    return [found.year, found.month, found.day]


def note(one: Note) -> dict[str, Any]:
    """Lay out a note."""
    return {
        "words": note_where(one),
        "gone": plain(f"retracted: {one.retracted}") if one.retracted else "",
        "retracted": bool(one.retracted),
        "quotes": [plain(quote) for quote in one.quotes],
    }


def part(one: Part, seen: set[str]) -> dict[str, Any]:
    """Lay out a part; `seen` holds the labels led to before it."""
    return {
        "heading": plain(one.heading).strip(),
        "lines": [line(each, seen) for each in one.lines],
        "table": table(one.grid, seen) if one.grid else None,
        "drawing": picture(one) if one.drawing else None,
    }


def line(one: Line, seen: set[str]) -> dict[str, Any]:
    """Lay out a line."""
    cut = [piece(each, seen) for each in pieces(one)]
    return {"pieces": cut, "right": rightwards(one.words), "assumed": one.assumed, "retracted": one.retracted}


def piece(one: Piece, seen: set[str]) -> dict[str, Any]:
    """Lay out a piece; of each label, whether it is led to for the first time."""
    labels = []
    for label in one.labels:
        labels.append({"label": label, "first": label not in seen})
        seen.add(label)
    return {"words": one.words, "basis": one.basis, "labels": labels}


def table(grid: Grid, seen: set[str]) -> dict[str, Any]:
    """Lay out a table."""
    rows = [[line(cell, seen) for cell in row] for row in grid.rows]
    return {
        "head": [plain(one) for one in grid.head],
        "rows": rows,
        "note": plain(grid.note),
        "widths": widths(grid),
    }


def widths(grid: Grid) -> list[float]:
    """Share the width among columns by how long their words are, none too narrow for its longest word.

    >>> from jirga.brief.content.lines import Grid, Line
    >>> widths(Grid(("a", "b"), ((Line("x", ("yes",)), Line("y", ("what is said here is long",))),)))
    [6.0, 17.5]
    """
    columns = zip(*([cell.words for cell in row] for row in grid.rows), strict=True)
    cells = list(columns) or [() for _ in grid.head]
    return [wide(head, column) for head, column in zip(grid.head, cells, strict=True)]


def wide(head: str, cells: Sequence[str]) -> float:
    """Say how wide a column would be: between its longest word and its longest cell, within bounds."""
    every = (head, *cells)
    word = max((len(one) for cell in every for one in cell.split()), default=0)
    bold = max((len(one) * BOLD for one in head.split()), default=0)
    whole = max(len(cell) for cell in every)
    return max(6.0, bold, min(word, WIDEST), min(whole, WIDEST + whole / 6) * 0.7)
