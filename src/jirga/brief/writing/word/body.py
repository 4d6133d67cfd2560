"""The text of a Word brief: its parts, lines, tables and drawings, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jirga.brief.content.lines import Brief, Grid, Line, Part
from jirga.brief.drawings.drawing import Drawing
from jirga.brief.writing.laid_out import widths
from jirga.brief.writing.pictures import FULL, is_small, side_by_side, told
from jirga.brief.writing.pieces import ASSUMED, LEGEND, ids, pieces, rightwards
from jirga.brief.writing.word.edges import section
from jirga.brief.writing.word.elements import (
    ACROSS,
    EMU,
    HEAD,
    NAMESPACES,
    REFERENCE,
    bookmark,
    paragraph,
    picture,
    run,
    table,
)
from jirga.brief.writing.word.footnotes import Footnotes

BETWEEN = 283


class Body:
    """The text of one brief, written once.

    Attributes
    ----------
    notes : Footnotes
        The notes led to so far.
    drawings : list of Drawing
        The drawings met so far; the first is picture 1.
    """

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.notes = Footnotes(brief)
        self.drawings: list[Drawing] = []
        self._names = iter(enumerate(ids(brief).values(), start=1))

    def part(self) -> str:
        """Write the part of the file that holds the text."""
        inner = "".join(self._written())
        body = f"<w:body>{inner}{section()}</w:body>"
        return f"{HEAD}<w:document {NAMESPACES}>{body}</w:document>"

    def _written(self) -> Iterator[str]:
        brief = self.brief
        yield worded(brief.title, "Title")
        if brief.question:
            yield worded(brief.question, "Subtitle")
        yield worded(LEGEND, "SmallPrint")
        for place, one in enumerate(brief.main):
            yield from self._part(one, boxed=place == 0)
        for said in brief.footer:
            yield worded(said, "SmallPrint")
        if brief.annexes:
            yield paragraph(run("Annexes"), "Heading1", more="<w:pageBreakBefore/>")
        for some in side_by_side(brief.annexes):
            yield from self._beside(some)

    def _beside(self, some: Sequence[Part]) -> Iterator[str]:
        """Write parts of an annex, several small drawings in two columns."""
        columns = len(some) > 1
        if columns:
            yield turned(1)
        for one in some:
            yield from self._part(one, level=2)
        if columns:
            yield turned(2)

    def _part(self, one: Part, *, level: int = 1, boxed: bool = False) -> Iterator[str]:
        yield worded(one.heading, "BottomHeading" if boxed else f"Heading{level}")
        for each in one.lines:
            yield self._boxed(each) if boxed else self._listed(each)
        if one.grid:
            yield from self._table(one.grid)
        if one.drawing:
            yield self._picture(one.drawing, small=is_small(one))

    def _boxed(self, one: Line) -> str:
        return paragraph(opened(one) + self._line(one), "BottomLine", right=rightwards(one.words))

    def _listed(self, one: Line) -> str:
        style = "ListOpen" if one.assumed else "ListBullet"
        return paragraph(self._line(one), style, right=rightwards(one.words))

    def _table(self, grid: Grid) -> Iterator[str]:
        head = (worded(cell, "TableHead") for cell in grid.head)
        rows = ([self._cell(cell) for cell in row] for row in grid.rows)
        yield table(head, rows, widths(grid))
        yield worded(grid.note, "SmallPrint") if grid.note else paragraph("", "Break")

    def _cell(self, one: Line) -> str:
        return paragraph(opened(one) + self._line(one), "TableText", right=rightwards(one.words))

    def _line(self, one: Line) -> str:
        """Write a line with its bookmark."""
        number, name = next(self._names)
        inner = []
        for each in pieces(one):
            if each.labels:
                comma = run(",", style=REFERENCE)
                inner.append(
                    comma.join(self.notes.lead(label, struck=one.retracted) for label in each.labels)
                )
            else:
                inner.append(run(each.words, style="Basis" if each.basis else "", struck=one.retracted))
        return bookmark(name, number, "".join(inner))

    def _picture(self, drawing: Drawing, *, small: bool) -> str:
        self.drawings.append(drawing)
        number = len(self.drawings)
        drawn = picture(number, extent(drawing, small=small), drawing.title, told(drawing))
        return paragraph(drawn, "Picture")


def worded(words: str, style: str) -> str:
    """Write words as a paragraph, in the direction they are read in."""
    return paragraph(run(words), style, right=rightwards(words))


def opened(one: Line) -> str:
    """Write the sign of a line that rests on something merely assumed."""
    return run(f"{ASSUMED} ") if one.assumed else ""


def turned(columns: int) -> str:
    """Write the end of a stretch of text that stands in so many columns."""
    return paragraph("", "Break", more=section(columns, between=BETWEEN))


def extent(drawing: Drawing, *, small: bool) -> tuple[int, int]:
    """Say how wide and how high a drawing stands, in Word's units."""
    across = (ACROSS - BETWEEN) / 2 if small else ACROSS * min(1.0, drawing.width / FULL)
    return round(across * EMU), round(across * EMU * drawing.height / drawing.width)
