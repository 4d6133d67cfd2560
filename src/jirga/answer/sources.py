"""In the source's words: the quotations behind the sentences of an answer."""

from __future__ import annotations

from collections.abc import Iterable

from jirga.schema.answer import Section, Sentence
from jirga.schema.conflict import Conflict


def source_words(conflict: Conflict, sections: Iterable[Section]) -> Section:
    """Quote every passage that the sentences above rest on, once, from where the words stand."""
    marks = [mark for section in sections for sentence in section.sentences for mark in sentence.marks]
    quoted = {
        (cite, mark.quote)
        for mark in marks
        for cite in mark.cites
        if mark.quote in passage(conflict, cite) and mark.quote
    }
    said = tuple(
        Sentence((f"{cite.replace('#', ' ')}: \u201c{quote}\u201d",)) for cite, quote in ordered(quoted)
    )
    return Section("In the source's words", said)


def ordered(quoted: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """Sort by source, then by the passage's number."""
    return sorted(quoted, key=lambda item: (item[0].partition("#")[0], natural(item[0]), *item))


def natural(cite: str) -> int:
    """Give the number in a passage's mark, so that S5 stands before S15."""
    digits = "".join(sign for sign in cite.partition("#")[2] if sign.isdigit())
    return int(digits) if digits else 0


def passage(conflict: Conflict, cite: str) -> str:
    """Give the exact words of a cited passage, if the file has them."""
    source, _, mark = cite.partition("#")
    return conflict.sources[source].passages.get(mark, "") if source in conflict.sources else ""
