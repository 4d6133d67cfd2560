"""A brief as one self-contained page, for a screen or for A4 paper."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from jirga.about import VERSION
from jirga.brief.content.lines import Brief, Line, Note
from jirga.brief.drawings.drawing import Drawing
from jirga.brief.writing import pieces as cut
from jirga.brief.writing.as_json import carried
from jirga.brief.writing.pictures import SMALL


def as_html(brief: Brief) -> str:
    """Write a brief as HTML that needs nothing from anywhere; the same brief gives the same bytes."""
    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters |= {
        "plain": cut.plain,
        "pieces": in_pieces,
        "css": css_text,
        "anchor": anchor,
    }
    template = made.from_string(files("jirga.brief.writing").joinpath("brief.html.jinja").read_text("utf-8"))
    notes, names = {one.label: one for one in brief.notes}, iter(cut.ids(brief).values())
    return template.render(
        brief=brief,
        version=VERSION,
        edge=cut.edge(brief),
        legend=cut.LEGEND,
        assumed=cut.ASSUMED,
        notes=brief.notes,
        hover={label: hovering(note) for label, note in notes.items()},
        note_words=cut.note_words,
        named=lambda: next(names),
        led=Led(),
        svg=embedded,
        carried=scripted(carried(brief)),
    )


def in_pieces(line: Line) -> list[cut.Piece]:
    """Cut a line into pieces."""
    return list(cut.pieces(line))


class Led:
    """Says which lead to a note is the first, so that the note can lead back to it."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def first(self, label: str) -> bool:
        """Whether nothing has led there before."""
        new = label not in self._seen
        self._seen.add(label)
        return new


def anchor(words: str) -> str:
    """Make a name that a link can lead to: letters and figures stay, other signs by their number.

    >>> anchor("positions.ttp politics")
    'positions_2e_ttp_20_politics'
    """
    return "".join(one if one.isascii() and one.isalnum() else f"_{ord(one):x}_" for one in words)


def hovering(note: Note) -> str:
    """Say what shows while the pointer rests on a lead to a note."""
    said = [cut.note_words(note), *(f"\u201c{cut.plain(one)}\u201d" for one in note.quotes)]
    return "\n".join(part for part in said if part)


def embedded(drawing: Drawing, name: str) -> Markup:
    """Give a drawing as markup, as wide as its place; it escapes its own words."""
    size = "small" if drawing.width <= SMALL else "large"
    svg = cut.plain(drawing.svg()).replace("<svg ", f'<svg class="{size}" id="{name}" ', 1)
    return Markup(svg)  # noqa: S704


def scripted(text: str) -> Markup:
    """Give JSON as the content of a script element, in which no sign can end it."""
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704


def css_text(words: Any) -> Markup:
    r"""Give words as the content of a text in a style sheet, every sign but letters and figures escaped.

    >>> print(css_text("a-1"))
    a\00002d1
    """
    escaped = (sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):06x}" for sign in str(words))
    return Markup("".join(escaped))  # noqa: S704
