"""The parts every drawing is made of: text, boxes, arrows; black and white, no font of its own."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from xml.sax.saxutils import escape, quoteattr

FONT = "font-family='system-ui, sans-serif'"
INK, PALE, LINE = "#111", "#f1f1f1", "#777"


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
    broken = wrap(said, width, break_long_words=True) or [""]
    return [
        text(x, y + place * size * 1.2, one, size=size, anchor=anchor) for place, one in enumerate(broken)
    ]


def count_lines(said: str, width: int) -> int:
    """How many lines `lines` would make."""
    return len(wrap(said, width, break_long_words=True) or [""])


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
