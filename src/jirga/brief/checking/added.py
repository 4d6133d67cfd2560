"""Sentences that somebody put in: their figures and names must stand in what they lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jirga.brief.checking.copies import Original, labels, shown
from jirga.brief.checking.cutting import sentences
from jirga.brief.checking.flags import Cited, Flag, quoted
from jirga.brief.checking.matching import Match
from jirga.brief.checking.names import Names
from jirga.brief.checking.statements import Statement
from jirga.brief.content.lines import Note
from jirga.brief.writing.pieces import note_where

SOURCE = "let it lead to a note that says so; without one it stands on your word alone"
BORNE_OUT = "cite a passage that says so, or take it out"


def put_in(original: Original, one: Match, notes: Mapping[str, Note], called: Names) -> Iterator[Flag]:
    """Find what is wrong with words that are in no line of the brief."""
    led = [notes[label] for label in one.now.labels if label in notes and notes[label].quotes]
    if led:
        yield from borne_out(original, one, led, called)
        return
    for words in sentences(one.now.words):
        said = Statement(words, called)
        some = [fact.shown for fact in (*said.of("number"), *said.of("name"))]
        if some and words.rstrip(".") not in original.drawn:
            what = f"it states something without a source: {quoted(tuple(dict.fromkeys(some)))}"
            yield Flag("source", one.now.under, "", words, what, hint=SOURCE)


def borne_out(original: Original, one: Match, led: list[Note], called: Names) -> Iterator[Flag]:
    """Find figures and names that no quotation has, and a negation that only one side has."""
    quotes = Statement(" ".join(quote for note in led for quote in note.quotes), called)
    around = Statement(context(original, led), called)
    said = Statement(one.now.words, called)
    have = {fact.value for fact in quotes.of("number")}
    numbers = [fact.shown for fact in said.of("number") if fact.value not in have]
    who = {fact.value for fact in (*quotes.of("name"), *around.of("name"))}
    names = [fact.shown for fact in said.of("name") if fact.value not in who and not around.has(fact.shown)]
    cites = tuple(map(Cited.of, led))
    for kind, some in (("number", numbers), ("name", names)):
        if some:
            what = f"{kind}: {quoted(tuple(dict.fromkeys(some)))} does not stand in what it cites"
            yield Flag(kind, one.now.under, "", one.now.words, what, "", cites, BORNE_OUT)
    yield from negated(one, said, led, called)


def negated(one: Match, said: Statement, led: list[Note], called: Names) -> Iterator[Flag]:
    """Find a negation that no quotation has, or one that every quotation has and the sentence does not."""
    sides = [bool(Statement(quote, called).of("negation")) for note in led for quote in note.quotes]
    own = bool(said.of("negation"))
    if own and not any(sides):
        what = "negation: what it cites is not negated"
    elif not own and all(sides):
        what = "negation: what it cites is negated"
    else:
        return
    cites = tuple(map(Cited.of, led))
    yield Flag("negation", one.now.under, "", one.now.words, what, "", cites, BORNE_OUT)


def context(original: Original, led: list[Note]) -> str:
    """Give where notes lead, and what the lines say that lead there: who is meant stands there."""
    known = {one.label for one in led}
    lines = (shown(line) for line in original.names.values() if known & set(labels(line)))
    return ". ".join((*(f"{note_where(one)} {' '.join(one.quotes)}" for one in led), *lines))
