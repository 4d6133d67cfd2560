"""What touches words that are marked: passages under other marks, claims, and the names in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from jirga.case.levels import Leveled
from jirga.handling.loosely import letters
from jirga.schema.levels import highest
from jirga.schema.record import Document, Mention, Passage, Recorded
from jirga.schema.sources import Source
from jirga.schema.words import LEVELS, Level

ENOUGH = 8  # so many letters that end one text and begin another are words of both


def claim_level(leveled: Leveled, one: Recorded) -> Level:
    """Give the level of a claim: never below that of its words, nor of the words that name somebody in it."""
    if not leveled.document.passage_levels:
        return leveled.claim(one)
    named = (naming(leveled, mention) for mention in mentions(one.claim))
    return highest([leveled.claim(one), *named])


def mentions(value: Any) -> Iterator[Mention]:
    """Give everybody and every place that is named in a value."""
    if isinstance(value, Mention):
        yield value
    elif isinstance(value, BaseModel):
        for _, one in value:
            yield from mentions(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from mentions(one)


def naming(leveled: Leveled, one: Mention) -> Level:
    """Give the level of a name: of its own words, or of the lowest passage that says it.

    Notes
    -----
    A name that is carried over from another sentence is known only to who may see a sentence that says it.
    """
    spans = [(one.start, one.end)] if one.start is not None and one.end is not None else []
    if one.kind != "stated" or spans:
        own = plain(one.name)
        saying = (some for some in leveled.passages.values() if own and own in plain(some.quote))
        spans += [(some.start, some.end) for some in saying]
    levels = (leveled.at(*span) for span in spans)
    return min(levels, key=LEVELS.index, default=leveled.document.level)


def words_marked(
    document: Document, passages: Mapping[str, Passage], source: Source | None, claims: Collection[str]
) -> Document:
    """Mark in a document whatever shares words with a passage that the conflict file marks in its own way.

    Notes
    -----
    What a claim says may be above its words, so a claim marks nothing.
    """
    levels = dict(document.passage_levels)
    for own, level in source.passage_levels.items() if source else ():
        if source is None or own in passages or own in claims:
            continue
        words = plain(source.passages.get(own, ""))
        for mark, one in passages.items():
            if overlap(words, plain(one.quote)):
                levels[mark] = highest([level, levels.get(mark, level)])
    return document.model_copy(update={"passage_levels": levels})


def passages_touched(source: Source, leveled: Leveled, claims: Iterable[Recorded]) -> Source:
    """Give a source with the levels of all its passages that share words with a marked one.

    Notes
    -----
    A page holds the sentences on it, and a claim is cited as a passage. Words that the conflict file lists
    under a mark of its own count by what they say.
    """
    found = {mark: leveled.at(one.start, one.end) for mark, one in leveled.passages.items()}
    found |= {one.id: claim_level(leveled, one) for one in claims}
    found |= {
        mark: said_level(words, leveled) for mark, words in source.passages.items() if mark not in found
    }
    levels = dict(source.passage_levels)
    for mark, level in found.items():
        if level != leveled.document.level:
            levels[mark] = highest([level, levels.get(mark, level)])
    return source.model_copy(update={"passage_levels": levels})


def said_level(words: str, leveled: Leveled) -> Level:
    """Give the level of words: that of the marked passages that hold them, or that stand in them."""
    own = plain(words)
    marked = (
        level
        for mark, level in leveled.document.passage_levels.items()
        if mark in leveled.passages and overlap(own, plain(leveled.passages[mark].quote))
    )
    return highest([leveled.document.level, *marked])


@lru_cache(maxsize=10_000)
def plain(text: str) -> str:
    """Give the letters of a text; those of a passage are asked for once for every name."""
    return letters(text).letters


def overlap(one: str, other: str) -> bool:
    """Whether one of two texts stands in the other, or ends as the other begins."""
    if not one or not other:
        return False
    if one in other or other in one:
        return True
    sizes = range(ENOUGH, min(len(one), len(other)))
    return any(one.endswith(other[:size]) or other.endswith(one[:size]) for size in sizes)
