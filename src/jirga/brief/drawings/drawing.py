"""The parts every drawing is made of: text, boxes, arrows; black and white, no font of its own."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from unicodedata import east_asian_width
from xml.sax.saxutils import escape, quoteattr

FONT = "font-family='system-ui, sans-serif'"
INK, PALE, LINE = "#111", "#f1f1f1", "#777"
FILLER = "\ufdd0"
"""Stands after a wide sign while lines are broken; no text may hold it."""


@dataclass(frozen=True)
class Drawing:
    """An SVG with its text alternative.

    Attributes
    ----------
    title, description : str
        What it shows, for a reader who does not see it.
    width, height : float
        Its size, in its own units.
    parts : tuple of str
        The SVG elements.
    """

    title: str
    description: str
    width: float
    height: float
    parts: tuple[str, ...]

    def svg(self) -> str:
        """Give the drawing as one SVG element."""
        label = quoteattr(self.title)
        return (
            f"<svg xmlns='http://www.w3.org/2000/svg' role='img' aria-label={label} {FONT} "
            f"viewBox='0 0 {self.width:g} {self.height:g}' width='{self.width:g}' height='{self.height:g}'>"
            f"<title>{escape(self.title)}</title><desc>{escape(self.description)}</desc>"
            f"{''.join(self.parts)}</svg>"
        )

    def _repr_svg_(self) -> str:
        return self.svg()


def text(x: float, y: float, said: str, *, size: float = 12, anchor: str = "start", style: str = "") -> str:
    """One line of text."""
    return (
        f"<text x='{x:g}' y='{y:g}' font-size='{size:g}' text-anchor='{anchor}' fill='{INK}' {style}>"
        f"{escape(said)}</text>"
    )


def lines(x: float, y: float, said: str, *, width: int, size: float = 12, anchor: str = "start") -> list[str]:
    """Text broken into lines of at most `width` signs, the first at y."""
    broken = wrapped(said, width) or [""]
    return [
        text(x, y + place * size * 1.2, one, size=size, anchor=anchor) for place, one in enumerate(broken)
    ]


def count_lines(said: str, width: int) -> int:
    """How many lines `lines` would make."""
    return len(wrapped(said, width) or [""])


def wrapped(said: str, width: int) -> list[str]:
    """Break text into lines; a sign of a script whose signs are twice as wide counts twice.

    >>> wrapped("one two", 5), [len(one) for one in wrapped("\u6c34" * 6, 6)]
    (['one', 'two'], [3, 3])
    """
    measured = "".join(sign + FILLER if east_asian_width(sign) in "WF" else sign for sign in said)
    return [one.replace(FILLER, "") for one in wrap(measured, width, break_long_words=True)]


def box(place: tuple[float, float, float, float], *, fill: str = "white", style: str = "") -> str:
    """Make a box at x, y with a width and a height."""
    x, y, width, height = place
    return (
        f"<rect x='{x:g}' y='{y:g}' width='{width:g}' height='{height:g}' rx='4' "
        f"fill='{fill}' stroke='{INK}' {style}/>"
    )


def arrow(start: tuple[float, float], end: tuple[float, float], *, dashed: bool = False) -> str:
    """Make a straight arrow; dashed where its mover loses."""
    (x1, y1), (x2, y2) = start, end
    dash = "stroke-dasharray='6 4' stroke-width='2.5'" if dashed else "stroke-width='1.5'"
    head = f"M {x2 - 8:g} {y2 - 5:g} L {x2:g} {y2:g} L {x2 - 8:g} {y2 + 5:g} Z"
    return (
        f"<line x1='{x1:g}' y1='{y1:g}' x2='{x2 - 7:g}' y2='{y2:g}' stroke='{INK}' {dash}/>"
        f"<path d='{head}' fill='{INK}'/>"
    )


def rule(x1: float, x2: float, y: float) -> str:
    """Make a thin line across."""
    return f"<line x1='{x1:g}' y1='{y:g}' x2='{x2:g}' y2='{y:g}' stroke='{LINE}' stroke-width='0.5'/>"


def hatched(place: tuple[float, float, float, float], *, step: float = 6) -> str:
    """Make a box of slanting lines at x, y with a width and a height; it stands for a gap."""
    x, y, width, height = place
    strokes = []
    shift = -height + step
    while shift < width:
        left, right = max(0.0, shift), min(width, shift + height)
        if right > left:
            low, high = y + height - (left - shift), y + height - (right - shift)
            strokes.append(f"M {x + left:g} {low:g} L {x + right:g} {high:g}")
        shift += step
    return (
        f"<rect x='{x:g}' y='{y:g}' width='{width:g}' height='{height:g}' fill='white' stroke='{LINE}'/>"
        f"<path d='{' '.join(strokes)}' stroke='{LINE}' fill='none'/>"
    )


def line(x1: float, x2: float, y: float, style: str) -> str:
    """Make a level line."""
    return f"<line x1='{x1:g}' y1='{y:g}' x2='{x2:g}' y2='{y:g}' stroke='{INK}' {style}/>"


def bracket(x: float, y: float, *, opens: int) -> str:
    """Make a bracket at a red line; it opens to the right (1) or to the left (-1)."""
    end = x + opens * 5
    path = f"M {end:g} {y - 7:g} L {x:g} {y - 7:g} L {x:g} {y + 7:g} L {end:g} {y + 7:g}"
    return f"<path d='{path}' fill='none' stroke='{INK}' stroke-width='2'/>"


def diamond(x: float, y: float) -> str:
    """Make a filled mark at a place."""
    return (
        f"<path d='M {x - 5:g} {y:g} L {x:g} {y - 5:g} L {x + 5:g} {y:g} L {x:g} {y + 5:g} Z' fill='{INK}'/>"
    )


def cut(said: str, *, width: int, most: int) -> str:
    """Keep what fits on so many lines, and show where it was cut.

    >>> cut("a first, a second and a third party", width=10, most=2)
    'a first, a second ...'
    """
    words = said
    while count_lines(words, width) > most:
        shorter = words.removesuffix(" ...")
        words = f"{shorter[: -max(1, len(shorter) // 40)].rstrip()} ..."
    return words
