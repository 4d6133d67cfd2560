"""Which of the places in a sentence a number belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from jirga.reading.chosen_times import segment
from jirga.reading.places import SIDE, SORT, Where

CHAIN = re.compile(
    rf"(?:'s?\s+|\s*,\s*(?:and\s+)?|\s+and\s+|\s+in\s+|\s*,\s+in\s+|\s+of\s+|\s*/\s*|\s*\(|"
    rf"\s+on\s+the\s+border\s+with\s+|\s+near\s+|,\s+(?:a|an|the)\s+[a-z -]{{0,40}}(?:{SORT}|"
    rf"capital)\s+(?:of|in)\s+)"
    rf"(?:the\s+)?(?:{SIDE}\s+)*(?:{SORT}\s+of\s+)?$",
    re.IGNORECASE,
)
OF_THEM = re.compile(r",[^,;]*\bof\s+(?:them|whom|which)\b")
THERE = re.compile(r"\b(?:there|in\s+the\s+(?:area|city|town|village|province|region|camp|district))\b")


def chains(text: str, found: Sequence[Where]) -> tuple[Where, ...]:
    """Put together a place and what it lies in, or several in a list: "Sarmada, in Idlib province".

    Examples
    --------
    >>> a, b = Where(3, 10, "Sarmada", located=True), Where(15, 20, "Idlib")
    >>> [one.name for one in chains("in Sarmada, in Idlib", (a, b))]
    ['Sarmada, Idlib']
    """
    joined: list[Where] = []
    for one in found:
        last = joined[-1] if joined else None
        if last and last.located and one.start >= last.end and CHAIN.fullmatch(text[last.end : one.start]):
            joined[-1] = replace(last, end=one.end, name=f"{last.name}, {one.name}")
        else:
            joined.append(one)
    return tuple(joined)


def nearest(
    text: str, start: int, end: int, found: Sequence[Where], speakers: Sequence[tuple[int, int]] = ()
) -> Where | None:
    """Choose the place of what stands from `start` to `end`: after it at once, before it, after it, anywhere.

    Notes
    -----
    A place in a source's name, as in "police in Quetta said", is taken only where there is no other.
    """
    everywhere = [one for one in found if one.located]
    located = [
        one for one in everywhere if not any(first <= one.start < last for first, last in speakers)
    ] or everywhere
    if not located:
        return None
    located = [one for one in located if not (one.start > end and OF_THEM.search(text[end : one.start]))]
    if not located:
        return None
    here = segment(text, start)
    near = [one for one in located if here[0] <= one.start < here[1]] or located
    before = [one for one in near if one.start < start]
    if before and before[-1].kind == "country" and (finer := within_it(text, end, located)):
        return finer
    return at_once(text, end, near) or (before[-1] if before else near[0])


def within_it(text: str, end: int, found: Sequence[Where]) -> Where | None:
    """Give the village named later in a sentence that begins with its country: "In Mali, ten died in Dia"."""
    after = (one for one in found if one.start > end and one.kind in {"city", "place"})
    one = next(after, None)
    return one if one and not re.search(r"\d|;", text[end : one.start]) else None


def at_once(text: str, end: int, found: Sequence[Where]) -> Where | None:
    """Give the place that follows what ends there at once: "12 men in Juba"."""
    return next(
        (
            one
            for one in found
            if 0 <= one.start - end < 25 and not re.search(r"[,;\d]|\band\b", text[end : one.start])
        ),
        None,
    )
