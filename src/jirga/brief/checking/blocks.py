"""A paragraph or cell while it is read: words by the line they belong to, with the labels between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from jirga.brief.checking.copies import Stretch
from jirga.brief.writing.pieces import ASSUMED, SAID


@dataclass
class Segment:
    """Words that follow one another in one line, or outside all lines."""

    name: str
    words: str = ""
    labels: list[str] = field(default_factory=list)


@dataclass
class Block:
    """A paragraph or cell.

    Attributes
    ----------
    under : str
        The heading it stands under.
    segments : list of Segment
        In reading order.
    """

    under: str = ""
    segments: list[Segment] = field(default_factory=list)

    def segment(self, name: str) -> Segment:
        """Give the segment that is being read, a new one where another line begins."""
        if not self.segments or self.segments[-1].name != name:
            self.segments.append(Segment(name))
        return self.segments[-1]

    @property
    def words(self) -> str:
        """All that stands in it."""
        return " ".join("".join(one.words for one in self.segments).split())

    def stretches(self) -> Iterator[Stretch]:
        """Give what was read; what somebody wrote behind or before a line belongs to it."""
        for one in joined(self.segments):
            words = " ".join(one.words.split())
            if words or one.labels:
                yield Stretch(one.name, words, tuple(one.labels), self.under)


def joined(segments: list[Segment]) -> list[Segment]:
    """Put words outside all lines to the line before them, or, where there is none, to that behind them.

    >>> [one.words for one in joined([Segment("", "But "), Segment("L_1", "no."), Segment("", " Not now.")])]
    ['But no. Not now.']
    """
    made: list[Segment] = []
    for one in segments:
        bare = Segment(one.name, one.words if one.words.strip(f"{ASSUMED}{SAID} ") else "", one.labels)
        if made and (not one.name or not made[-1].name or made[-1].name == one.name):
            last = made[-1]
            made[-1] = Segment(last.name or one.name, last.words + bare.words, [*last.labels, *one.labels])
        else:
            made.append(bare)
    return made
