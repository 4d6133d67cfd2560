"""Whether letters that were found stand there as a thing of their own, and not inside other words."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from jirga.handling.loosely import Letters

LONG, SHORT = 10, 4  # from LONG letters on spacing does not count; below SHORT only whole words do
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
ENOUGH = 6  # from so many letters on a word may have any ending of two
PREFIXES = {"و", "ب", "ل", "ف", "ک", "ال", "وال", "بال", "فال", "کال", "لل", "ول", "وب"}


@dataclass(frozen=True)
class Needle:
    """Letters to look for.

    Attributes
    ----------
    letters : str
        The letters without spaces.
    number : int
        Which thing they are of.
    breaks : frozenset of int
        Where its own words begin, but for the first.
    structured : bool
        Whether it counts only in structured places.
    """

    letters: str
    number: int
    breaks: frozenset[int] = frozenset()
    structured: bool = False


def stands(needle: Needle, folded: Letters, place: int) -> bool:
    """Whether a needle's letters stand at a place as they must.

    Notes
    -----
    Less than LONG letters must be spaced as the thing itself is, or not at all, or letter by letter among
    longer words ("has an" is no Hasan); and must begin and end where words do, but for the endings and the
    Arabic prefixes that words take.
    """
    size = len(needle.letters)
    if folded.letters[place : place + size] != needle.letters:
        return False
    if size >= LONG or UNSPACED.search(needle.letters):
        return True
    before, after = rest(folded, place, size)
    breaks = spacing(folded, place, size)
    if breaks == frozenset(range(1, size)):
        return not (before or after) and apart(folded, place, size)
    if needle.structured:
        return breaks in {frozenset(), needle.breaks} and not (before or after)
    last = size - max(needle.breaks, default=0)
    return breaks in {frozenset(), needle.breaks} and begins(before) and ends(after, size, last)


def spacing(folded: Letters, place: int, size: int) -> frozenset[int]:
    """Say where words begin within some letters."""
    first, last = np.searchsorted(folded.starts, [place + 1, place + size], side="left")
    return frozenset((folded.starts[first:last] - place).tolist())


def rest(folded: Letters, place: int, size: int) -> tuple[str, str]:
    """Give what the words in which some letters begin and end have besides."""
    word = int(np.searchsorted(folded.starts, place, side="right")) - 1
    return folded.letters[int(folded.starts[word]) : place], folded.letters[
        place + size : end(folded, place + size)
    ]


def end(folded: Letters, place: int) -> int:
    """Say where the next word begins from a place on, or the text ends."""
    following = int(np.searchsorted(folded.starts, place, side="left"))
    return int(folded.starts[following]) if following < len(folded.starts) else len(folded.letters)


def apart(folded: Letters, place: int, size: int) -> bool:
    """Whether the words before and after some letters are longer than one letter, or there are none."""
    last = int(np.searchsorted(folded.starts, place, side="left")) - 1
    before = place - int(folded.starts[last]) if last >= 0 else 0
    return before != 1 and end(folded, place + size + 1) - place - size != 1


def begins(before: str) -> bool:
    """Whether a word may begin so and still be the word."""
    return not before or before in PREFIXES


def ends(after: str, size: int, last: int) -> bool:
    """Whether a word may end so and still be the word; "Source and" is no Source A."""
    return after in {"", "s"} or (size >= ENOUGH and last >= SHORT and len(after) <= 2)
