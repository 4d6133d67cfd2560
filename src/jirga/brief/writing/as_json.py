"""A brief as JSON: all that the other kinds hold, and the form of it that they carry."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from jirga.brief.content.lines import Brief, Grid, Line, Marker, Note, Part
from jirga.brief.drawings.drawing import Drawing
from jirga.brief.writing.pieces import ids

FORM = 1


def as_json(brief: Brief) -> str:
    """Write a brief as JSON, its drawings as SVG among it."""
    return json.dumps(form(brief, svg=True), ensure_ascii=False, indent=1) + "\n"


def carried(brief: Brief) -> str:
    """Write the form that the other kinds carry: without drawings, in ASCII, on one line."""
    return json.dumps(form(brief, svg=False), separators=(",", ":"))


def form(brief: Brief, *, svg: bool) -> dict[str, Any]:
    """Lay a brief out as JSON can hold it."""
    names = iter(ids(brief).values())
    return {
        "jirga_brief": FORM,
        "title": brief.title,
        "question": brief.question,
        "as_of": brief.as_of,
        "level": brief.level,
        "main": [part_form(one, names, svg=svg) for one in brief.main],
        "annexes": [part_form(one, names, svg=svg) for one in brief.annexes],
        "notes": [note_form(one) for one in brief.notes],
        "footer": list(brief.footer),
        "names": [list(one) for one in brief.names],
    }


def part_form(part: Part, names: Iterator[str], *, svg: bool) -> dict[str, Any]:
    """Lay out a part: its lines, its table, its drawing."""
    laid: dict[str, Any] = {"key": part.key, "heading": part.heading}
    laid["lines"] = [line_form(one, next(names)) for one in part.lines]
    laid["table"] = table_form(part.grid, names) if part.grid else None
    laid["drawing"] = drawing_form(part.drawing, svg=svg) if part.drawing else None
    return laid


def line_form(line: Line, name: str) -> dict[str, Any]:
    """Lay out a line: its words and markers in reading order."""
    parts = [one if isinstance(one, str) else marker_form(one) for one in line.parts]
    return {"id": name, "key": line.key, "words": line.words, "parts": parts, "seal": seal(parts)}


def seal(parts: list[Any]) -> str:
    """Sum parts up, so that whoever reads them back sees whether they are as they were written."""
    return sha256(json.dumps(parts).encode()).hexdigest()[:12]


def marker_form(one: Marker) -> dict[str, Any]:
    """Lay out a marker."""
    return {"kind": one.kind, "basis": one.basis, "notes": list(one.labels), "retracted": one.retracted}


def table_form(grid: Grid, names: Iterator[str]) -> dict[str, Any]:
    """Lay out a table."""
    rows = [[line_form(cell, next(names)) for cell in row] for row in grid.rows]
    return {"head": list(grid.head), "rows": rows, "note": grid.note}


def drawing_form(drawing: Drawing, *, svg: bool) -> dict[str, Any]:
    """Lay out a drawing: its words, and where wanted itself."""
    laid: dict[str, Any] = {"title": drawing.title, "description": drawing.description}
    return laid | ({"svg": drawing.svg()} if svg else {})


def note_form(note: Note) -> dict[str, Any]:
    """Lay out a note."""
    return {
        "label": note.label,
        "cite": note.cite,
        "source": note.source,
        "passage": note.passage,
        "quotes": list(note.quotes),
        "retracted": note.retracted,
        "seal": seal([note.source, note.passage, *note.quotes]),
    }
