"""Two pages: what of a long brief is left to the annexes, by rules, until the main part fits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import ceil

from jirga.answer.phrases import numbered, sentence
from jirga.brief.content.drafts import Draft, Said
from jirga.schema.answer import Sentence

SIGNS, HEADING, NOTE = 104, 2.2, 0.9
"""Signs on a line, and what a heading and a note take up, in lines of print."""

PAGES = 126.0
"""How many lines two pages hold; set from the packaged conflicts as they are printed."""

LEAST = 2
GIVE_WAY = ("holds", "watch", "change", "yes", "assumed", "unlock")
"""The parts that give way, each in turn, down to two lines or rows."""


def fitting(parts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Leave out lines and rows, the longest list of those that give way first, until two pages hold the rest.

    Notes
    -----
    What is left out of the table of outcomes stands in the annexes; what is left out of a list is counted.
    """
    kept = {one.key: one for one in parts}
    left = dict.fromkeys(kept, 0)
    while length(kept.values()) > PAGES and (key := longest(kept)) is not None:
        kept[key], left[key] = shorter(kept[key]), left[key] + 1
    return tuple(counted(one, left[key]) for key, one in kept.items())


def length(parts: Iterable[Draft]) -> float:
    """Estimate how many lines some parts take up in print, with the notes they lead to."""
    some = list(parts)
    cites = {cite for one in some for said in one.said for mark in said.sentence.marks for cite in mark.cites}
    return sum(map(height, some)) + NOTE * len(cites)


def height(part: Draft) -> float:
    """Estimate how many lines a part takes up."""
    if part.empty:
        return 0
    lines = sum(ceil(len(str(one.sentence)) / SIGNS) for one in part.said)
    rows = part.grid.rows if part.grid else ()
    return HEADING + lines + sum(map(row_height, rows)) + (2 if rows else 0)


def row_height(row: tuple[Sentence, ...]) -> int:
    """Estimate how many lines a row of a table takes up, its columns as wide as what they hold."""
    return ceil(sum(len(str(cell)) for cell in row) / SIGNS)


def longest(kept: dict[str, Draft]) -> str | None:
    """Name the part that gives way next: the one with the most lines and rows."""
    some = [key for key in GIVE_WAY if key in kept and items(kept[key]) > LEAST]
    return max(some, key=lambda key: items(kept[key]), default=None)


def items(part: Draft) -> int:
    """Count the lines, or the rows of the table where these are more."""
    return max(len(part.said), len(part.grid.rows) if part.grid else 0)


def shorter(part: Draft) -> Draft:
    """Leave out the last row, or the last line where there are more of these."""
    if part.grid is not None and len(part.grid.rows) >= len(part.said):
        return replace(part, grid=replace(part.grid, rows=part.grid.rows[:-1]))
    return replace(part, said=part.said[:-1])


def counted(part: Draft, left: int) -> Draft:
    """Say how much of a part was left out."""
    if not left:
        return part
    what = numbered(left, "further line or row", "further lines or rows")
    more = ": the annexes have every outcome" if part.grid else ""
    said = sentence(f"{what} left out here for length{more}.")
    return replace(part, said=(*part.said, Said(f"{part.key}.left", said)))
