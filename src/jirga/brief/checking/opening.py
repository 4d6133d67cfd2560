"""Opening a copy of a brief, whatever kind of file it is in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from jirga.brief.checking.copies import Copy, Original, Stretch, labels, note_shown, shown
from jirga.brief.checking.matching import matches
from jirga.brief.checking.originals import original
from jirga.brief.content.lines import Brief, Line
from jirga.brief.writing.as_json import form as form_of
from jirga.brief.writing.carried import carried_form
from jirga.errors import FileTrouble

AGAIN = "else write it again with jirga brief and edit that"
NONE = "carries no brief that Jirga wrote"
LOST = "some programs lose it; if one did, compare with --from and the conflict file or case"
REBUILT = "It has lost the brief that it carried; it was compared with the brief as it would be written now."
PRINTED = "A PDF is not edited by hand: only the markers of the form that it carries were looked at."
ONCE = "A .json file keeps no second copy of its notes; compare it with --from if it was edited."


@dataclass(frozen=True)
class Opened:
    """A brief as it was written, and as a file shows it now."""

    original: Original
    copy: Copy


def opened(path: str | Path, fresh: Brief | None = None) -> Opened:
    """Read a copy back, with the brief that it carries.

    Parameters
    ----------
    fresh : Brief, optional
        The brief as it would be written now, for a file that lost what it carried.

    Raises
    ------
    FileTrouble
        The file cannot be read, or carries no brief.
    """
    path = Path(path)
    try:
        content = path.read_bytes()
    except OSError as trouble:
        raise FileTrouble(str(path), "cannot be read", "check its name") from trouble
    form = carried_form(path)
    if form is None and fresh is not None and (content[:2] == b"PK" or b"<p" in content.lower()):
        return without_form(content, fresh, path)
    if form is None:
        raise FileTrouble(str(path), NONE, f"{LOST}; {AGAIN}")
    was = original(form, path)
    if content.lstrip()[:1] == b"{":
        return from_json(form, was)
    return Opened(was, copy_of(content, was, path))


def without_form(content: bytes, fresh: Brief, path: Path) -> Opened:
    """Read back a copy that lost what it carried, against the brief as it would be written now.

    Raises
    ------
    FileTrouble
        Hardly any sentence of that brief is in it.
    """
    was = original(form_of(fresh, svg=False), path)
    copy = copy_of(content, was, path)
    some = matches(was, copy)
    if sum(bool(one.name) for one in some) * 2 < len(was.names):
        raise FileTrouble(str(path), NONE, AGAIN)
    return Opened(was, replace(copy, remarks=(REBUILT, *copy.remarks)))


def copy_of(content: bytes, was: Original, path: Path) -> Copy:
    """Read what a file shows now."""
    notes = was.brief.notes
    if content[:2] == b"PK":
        from jirga.brief.checking.from_word import from_word

        headings = {one.heading for one in (*was.brief.main, *was.brief.annexes)}
        try:
            return from_word(content, was.names, headings, notes)
        except (BadZipFile, ParseError, KeyError, ValueError) as trouble:
            raise FileTrouble(str(path), f"cannot be read as a Word file ({trouble})", AGAIN) from trouble
    if content[:5] == b"%PDF-":
        return as_written(was, PRINTED)
    from jirga.brief.checking.from_html import from_html

    return from_html(content.decode("utf-8", errors="replace"), was.names, notes)


def as_written(was: Original, remark: str) -> Copy:
    """Give a copy that shows what was written."""
    some = (Stretch(name, shown(line), labels(line), was.under[name]) for name, line in was.names.items())
    return Copy(tuple(some), {one.label: note_shown(one) for one in was.brief.notes}, (remark,))


def from_json(form: dict[str, Any], was: Original) -> Opened:
    """Read a JSON file back: the words of every line against the parts that they are made of.

    Where only one of the two was edited, the other says what the brief said.
    """
    copy = as_written(was, ONCE)
    parts = [*form["main"], *form["annexes"]]
    lines = [one for part in parts for one in part["lines"]]
    lines += [one for part in parts if part["table"] for row in part["table"]["rows"] for one in row]
    names, stretches, spoilt = dict(was.names), list[Stretch](), set(was.spoilt)
    words = {one["id"]: str(one.get("words", was.names[one["id"]].words)) for one in lines}
    for one in copy.stretches:
        line = was.names[one.name]
        kept = Line(line.key, (words[one.name], *line.markers))
        if words[one.name] == line.words:
            stretches.append(one)
        elif one.name in spoilt:
            spoilt.remove(one.name)
            names[one.name] = kept
            stretches.append(one)
        else:
            stretches.append(replace(one, words=shown(kept)))
    return Opened(
        replace(was, names=names, spoilt=frozenset(spoilt)), replace(copy, stretches=tuple(stretches))
    )
