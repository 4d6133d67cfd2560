"""A brief as plain text: for a message without attachments, a terminal, or a comparison line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from jirga.brief.content.lines import Brief, Grid, Line, Part
from jirga.brief.writing.pieces import ASSUMED, LEGEND, edge, note_words, pieces, plain

WIDTH = 78
GAP = "  "


def as_text(brief: Brief) -> str:
    """Write a brief as text of at most 78 columns; the same brief gives the same text."""
    said = [
        *wrapped(plain(brief.title)),
        *wrapped(plain(brief.question)),
        *wrapped(edge(brief)),
        "",
        *parts(brief.main),
        "ANNEXES",
        "",
        *parts(brief.annexes),
        "NOTES",
        *notes(brief),
        "",
        *wrapped(LEGEND),
        *(row for one in brief.footer for row in wrapped(plain(one))),
    ]
    return "\n".join(said) + "\n"


def parts(some: Iterable[Part]) -> Iterator[str]:
    """Write parts under their headings."""
    for part in some:
        yield from wrapped(plain(part.heading).upper())
        for line in part.lines:
            sign = ASSUMED if line.assumed else "-"
            yield from wrapped(told(line), f"{sign} ")
        yield from table(part.grid) if part.grid else ()
        if part.drawing:
            yield from wrapped(f"[Drawing: {plain(part.drawing.title)}. {plain(part.drawing.description)}]")
        yield ""


def told(line: Line) -> str:
    """Write a line with the numbers of its notes in brackets; what was retracted is said to be."""
    words = "".join(one.words or f"[{','.join(one.labels)}]" for one in pieces(line))
    return f"RETRACTED: {words}" if line.retracted else words


def table(grid: Grid) -> Iterator[str]:
    """Write a table in columns; a cell that is too long goes on below itself."""
    rows = [list(grid.head), *([told(cell) for cell in row] for row in grid.rows)]
    widths = columns(rows)
    for row in rows:
        cells = [wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
        for place in range(max(map(len, cells))):
            shown = (
                (cell[place] if place < len(cell) else "").ljust(width)
                for cell, width in zip(cells, widths, strict=True)
            )
            yield GAP.join(shown).rstrip()
    yield from wrapped(plain(grid.note), "  ")


def columns(rows: list[list[str]]) -> list[int]:
    """Choose the widths of columns: as wide as their cells, the widest narrowed until all fit.

    >>> columns([["one", "a cell that is far too long for a line of text " * 2]])
    [3, 73]
    """
    widths = [max(1, *map(len, column)) for column in zip(*rows, strict=True)]
    while sum(widths) + len(GAP) * (len(widths) - 1) > WIDTH:
        widths[widths.index(max(widths))] -= 1
    return widths


def notes(brief: Brief) -> Iterator[str]:
    """Write every note: its label, where it leads, and the words."""
    for one in brief.notes:
        quotes = " ".join(f"\u201c{plain(quote)}\u201d" for quote in one.quotes)
        yield from wrapped(f"{note_words(one)} {quotes}".strip(), f"[{one.label}] ")


def wrapped(words: str, lead: str = "") -> list[str]:
    """Break words into lines, those after the first set in."""
    return wrap(words, WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead))
