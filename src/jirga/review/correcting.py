"""Correcting a claim: one field after the other, each as it is typed."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from jirga.errors import CaseTrouble, UnknownName
from jirga.review import typed
from jirga.review.lines import lines
from jirga.schema.record import AnyClaim, Passage

NAMES = ("actor", "actor1", "actor2", "speaker", "target", "source", "place", "claimant")
WORDS = "words"
CALLED = {"said": "modality"}
FAR = 2_000


def fields_of(claim: AnyClaim) -> tuple[str, ...]:
    """Name the fields of a claim that can be corrected, in the order in which they are shown."""
    return (*(one.name for one in lines(claim)), WORDS)


def corrected(claim: AnyClaim, field: str, said: str, text: str) -> AnyClaim:
    """Give a claim with one field as it was typed; `-` means that nothing is known of it.

    Parameters
    ----------
    text : str
        The document's text: names are looked up in it, and the claim's own words must stand in it.

    Raises
    ------
    UnknownName
        A claim of this kind has no such field.
    CaseTrouble
        What was typed cannot be read.
    """
    if field not in fields_of(claim):
        raise UnknownName("field", field, fields_of(claim))
    change = changed(claim, field, said, text)
    try:
        return type(claim).model_validate({**claim.model_dump(), **change})
    except ValidationError as trouble:
        what = trouble.errors()[0]["msg"].removeprefix("Value error, ")
        raise CaseTrouble(
            f"{field} cannot be {said.strip()!r}: {what}", "type another, or - for not known"
        ) from None


def changed(claim: AnyClaim, field: str, said: str, text: str) -> dict[str, Any]:
    """Read what was typed for a field."""
    if field == WORDS:
        return {"passages": [found_near(said, claim.main, text), *claim.passages[1:]]}
    if field in NAMES:
        return {field: named(said, claim.main, text)}
    if field == "amount":
        return typed.amount(said)
    if field == "period":
        return {"period": typed.period(said)}
    if field == "via":
        return {"via": typed.names(said)}
    return {CALLED.get(field, field): plain(claim, field, said)}


def plain(claim: AnyClaim, field: str, said: str) -> Any:
    """Read a field of one word of several, of yes or no, or of any words."""
    if field in typed.CHOICES:
        return typed.choice(said, typed.CHOICES[field], field)
    if field == "status":
        return typed.choice(said, typed.STATUS[claim.kind], field)
    if field == "casualties":
        return typed.harmed(said)
    if field == "quoted":
        return typed.yes(said)
    return "" if said.strip().casefold() in typed.NOTHING else said.strip()


def named(said: str, main: Passage, text: str) -> dict[str, Any] | None:
    """Read a name: stated where its words stand near the claim, inferred where they do not."""
    name = said.strip()
    if name.casefold() in typed.NOTHING:
        return None
    start = nearest(name, main, text)
    if start is None or abs(start - main.start) > FAR:
        return {"name": name, "kind": "inferred"}
    return {"name": name, "kind": "stated", "start": start, "end": start + len(name)}


def found_near(said: str, main: Passage, text: str) -> dict[str, Any]:
    """Find a claim's own words in the text, where they stand nearest to where they were taken from.

    Raises
    ------
    CaseTrouble
        They do not stand in it, word for word.
    """
    quote = said.strip()
    start = nearest(quote, main, text) if quote else None
    if start is None:
        raise CaseTrouble(
            f"{quote!r} does not stand in the text", "type the words exactly as they stand there"
        )
    return {"start": start, "end": start + len(quote), "quote": quote, "document": main.document}


def nearest(words: str, main: Passage, text: str) -> int | None:
    """Say where words stand nearest to a passage.

    >>> nearest("a", Passage(start=4, end=5, quote="x"), "a___xa")
    5
    """
    behind, ahead = text.rfind(words, 0, main.start + len(words)), text.find(words, main.start)
    found = [one for one in (behind, ahead) if one >= 0]
    return min(found, key=lambda one: abs(one - main.start), default=None)
