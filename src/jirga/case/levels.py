"""Who may see a passage or a claim: nobody who may not see its document, nor a marked passage it touches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jirga.schema.levels import highest
from jirga.schema.record import Document, Passage, Recorded
from jirga.schema.words import Level


@dataclass(frozen=True)
class Leveled:
    """A document with its passages, and who may see which words of it.

    Attributes
    ----------
    document : Document
        The document.
    passages : dict
        Its passages by their marks.
    """

    document: Document
    passages: Mapping[str, Passage]

    def at(self, start: int, end: int) -> Level:
        """Give the level of some words: that of the document, or of a marked passage they touch."""
        marked = (
            level
            for mark, level in self.document.passage_levels.items()
            if mark in self.passages and self.passages[mark].start < end and start < self.passages[mark].end
        )
        return highest([self.document.level, *marked])

    def passage_levels(self) -> dict[str, Level]:
        """Give the levels of the passages, by their marks, that are above the document's."""
        if not self.document.passage_levels:
            return {}
        found = {mark: self.at(one.start, one.end) for mark, one in self.passages.items()}
        return {mark: level for mark, level in found.items() if level != self.document.level}

    def claim(self, one: Recorded) -> Level:
        """Give the level of a claim: never below that of its words."""
        own = [one.claim.level] if one.claim.level else []
        words = (self.at(passage.start, passage.end) for passage in one.claim.passages)
        marked = (passage.level for passage in one.claim.passages if passage.level)
        return highest([*own, *words, *marked])

    def claim_levels(self, some: Iterable[Recorded]) -> dict[str, Level]:
        """Give the levels of claims, by their ids, that are above the document's."""
        found = {one.id: self.claim(one) for one in some}
        return {name: level for name, level in found.items() if level != self.document.level}
