"""Passages: words of a document whose offsets always give exactly those words."""

from __future__ import annotations

from collections.abc import Iterable

from jirga.errors import NotInText
from jirga.schema.record import AnyClaim, Passage

AROUND = 32


def cut(text: str, start: int, end: int, document: str = "", role: str = "value") -> Passage:
    """Cut a passage out of a text, with some signs before and after it.

    >>> cut("The border is shut.", 4, 10).suffix
    ' is shut.'
    """
    said = {"start": start, "end": end, "document": document, "role": role}
    return Passage.model_validate(said | words_at(text, start, end))


def words_at(text: str, start: int, end: int) -> dict[str, str]:
    """Give the words that stand at a place of a text, and the signs around them."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return {"quote": text[start:end], "prefix": before, "suffix": after}


def placed(claim: AnyClaim, document: str, text: str) -> AnyClaim:
    """Give a claim's passages their document and surroundings, once they are checked against its text.

    Raises
    ------
    NotInText
        A passage is of another document, or its words do not stand where it says.
    """
    for one in claim.passages:
        if one.document not in {"", document}:
            raise NotInText(one.quote, "is of another document")
        refuse_unless_there(one, text)
    passages = tuple(
        cut(text, one.start, one.end, document, one.role).model_copy(update={"level": one.level})
        for one in claim.passages
    )
    return claim.model_copy(update={"passages": passages})


def refuse_unless_there(passage: Passage, text: str) -> None:
    """Stop unless a passage's offsets give exactly its words.

    Raises
    ------
    NotInText
        They give other words.
    """
    if text[passage.start : passage.end] != passage.quote:
        raise NotInText(passage.quote, f"does not stand at {passage.start} to {passage.end} of the text")


def misplaced(passages: Iterable[Passage], text: str) -> list[Passage]:
    """Give the passages whose offsets, or whose surroundings, are not those of the text."""
    there = ((one, words_at(text, one.start, one.end)) for one in passages)
    return [one for one, found in there if (one.quote, one.prefix, one.suffix) != tuple(found.values())]
