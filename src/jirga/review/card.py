"""A proposal as a person judges it: its passage in its surroundings, and what was made of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from jirga.review.lines import Line, lines
from jirga.schema.record import Document, Passage, Recorded

AROUND = 200


@dataclass(frozen=True)
class Held:
    """A document with its text and passages, read once for all its claims."""

    document: Document
    text: str
    passages: Mapping[str, Passage]

    def mark(self, place: int) -> str:
        """Give the sentence's mark at a place of the text, as S15; the last before it, if none is there."""
        starts, marks = self.sentences
        number = bisect_right(starts, place)
        return marks[number - 1] if number else ""

    @cached_property
    def sentences(self) -> tuple[list[int], list[str]]:
        """Where each sentence begins, and its mark, in the order of the text."""
        some = [(one.start, mark) for mark, one in self.passages.items() if mark[0] == "S"]
        return [start for start, _ in some], [mark for _, mark in some]

    def cite(self, place: int) -> str:
        """Say how a place of the text is cited."""
        return "#".join(part for part in (self.document.name, self.mark(place)) if part)


@dataclass(frozen=True)
class Card:
    """One claim, ready to be judged.

    Attributes
    ----------
    cite : str
        The document and sentence it stands in, as article#S29.
    before, quote, after : str
        Its passage between what stands before and after it; `...` where that is cut.
    fields : tuple of Line
        What was made of it.
    """

    recorded: Recorded
    cite: str
    document: Document
    before: str
    quote: str
    after: str
    fields: tuple[Line, ...]


def card(one: Recorded, held: Held, around: int = AROUND) -> Card:
    """Lay a claim out, with so many signs of the text before and after it."""
    main = one.claim.main
    before, after = surroundings(held.text, main.start, main.end, around)
    quote = " ".join(main.quote.split())
    return Card(one, held.cite(main.start), held.document, before, quote, after, lines(one.claim, held.text))


def surroundings(text: str, start: int, end: int, around: int = AROUND) -> tuple[str, str]:
    """Give what stands before and after a passage, cut between words, line ends as spaces.

    Examples
    --------
    >>> surroundings("One two. Three.", 4, 7)
    ('One ', '. Three.')
    """
    first, last = max(0, start - around), min(len(text), end + around)
    if first > 0:
        first = text.find(" ", first, start) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", end, last), end)
    before, after = flat(text[first:start]), flat(text[end:last])
    return ("... " * (first > 0)) + before, after + (" ..." * (last < len(text)))


def flat(text: str) -> str:
    """Write every run of spaces and line ends as one space."""
    inner = " ".join(text.split())
    lead, trail = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * lead}{inner}{' ' * (trail and bool(inner))}"
