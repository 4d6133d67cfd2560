"""A brief as it was written, from the form that its file carries."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jirga.brief.checking.copies import NOTE, Original, alike
from jirga.brief.content.lines import Brief, Grid, Line, Marker, Note, Part
from jirga.brief.writing.as_json import seal
from jirga.errors import FileTrouble


def original(form: Mapping[str, Any], where: str | Path) -> Original:
    """Read the form that a file carries.

    Raises
    ------
    FileTrouble
        It is not as Jirga writes it.
    """
    names: dict[str, Line] = {}
    under: dict[str, str] = {}
    spoilt: set[str] = set()
    try:
        main, annexes = (
            tuple(part(one, names, under, spoilt) for one in form[each]) for each in ("main", "annexes")
        )
        brief = Brief(
            title=str(form["title"]),
            question=str(form["question"]),
            as_of=str(form["as_of"]),
            main=main,
            annexes=annexes,
            notes=tuple(note(one, spoilt) for one in form["notes"]),
            level=str(form["level"]),
            footer=tuple(map(str, form["footer"])),
            names=tuple(tuple(map(str, one)) for one in form.get("names", ())),
        )
    except (KeyError, TypeError, AttributeError) as trouble:
        what = f"carries the brief in a form that cannot be read ({trouble})"
        raise FileTrouble(str(where), what, "write it again with jirga brief") from trouble
    return Original(brief, names, under, frozenset(spoilt), drawn(form))


def part(form: Mapping[str, Any], names: dict[str, Line], under: dict[str, str], spoilt: set[str]) -> Part:
    """Read a part; its lines are put under their short names."""

    def read(one: Mapping[str, Any]) -> Line:
        names[one["id"]] = line(one)
        under[one["id"]] = form["heading"]
        if one.get("seal") not in (None, seal(one["parts"])):
            spoilt.add(one["id"])
        return names[one["id"]]

    lines = tuple(read(one) for one in form["lines"])
    table = form["table"]
    rows = tuple(tuple(read(cell) for cell in row) for row in table["rows"]) if table else ()
    grid = Grid(tuple(table["head"]), rows, table["note"]) if table else None
    return Part(form["key"], form["heading"], lines, grid)


def line(form: Mapping[str, Any]) -> Line:
    """Read a line."""
    return Line(form["key"], tuple(one if isinstance(one, str) else marker(one) for one in form["parts"]))


def marker(form: Mapping[str, Any]) -> Marker:
    """Read a marker."""
    return Marker(form["kind"], form["basis"], tuple(form["notes"]), form["retracted"])


def note(form: Mapping[str, Any], spoilt: set[str]) -> Note:
    """Read a note."""
    one = Note(
        label=form["label"],
        cite=form["cite"],
        source=form["source"],
        passage=form["passage"],
        quotes=tuple(form["quotes"]),
        retracted=form["retracted"],
    )
    if form.get("seal") not in (None, seal([one.source, one.passage, *one.quotes])):
        spoilt.add(f"{NOTE}{one.label}")
    return one


def drawn(form: Mapping[str, Any]) -> str:
    """Give what the text alternatives of all drawings say."""
    drawings = (one["drawing"] for each in ("main", "annexes") for one in form[each] if one["drawing"])
    return alike(" ".join(f"{one['title']} {one['description']}" for one in drawings))
