"""Where sentences lead: markers without a note, notes without their words, markers that were taken away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jirga.brief.checking.copies import NOTE, Copy, Original, alike, labels
from jirga.brief.checking.flags import Cited, Flag
from jirga.brief.checking.matching import Match
from jirga.brief.content.lines import Note
from jirga.brief.writing.pieces import note_where

NO_NOTE = "leads to no note"
AGAIN = "write the brief again"
PUT_BACK = "put the marker back, or write the sentence again from the brief"


def markers(original: Original, copy: Copy, one: Match, notes: Mapping[str, Note]) -> Iterator[Flag]:
    """Find what is wrong with the markers of a sentence."""
    line = original.names.get(one.name)
    had = set(labels(line)) if line else set()
    has = dict.fromkeys(one.now.labels)
    key = line.key if line else ""
    for label in has:
        if label not in copy.notes:
            what = f"its marker {'' if label == '?' else label} {NO_NOTE}".replace("  ", " ")
            hint = "put the note back, or take out the sentence"
            yield Flag(
                "marker", one.now.under, key, one.now.words, what, cites=cited([label], notes), hint=hint
            )
    if not line or not one.now.words:
        return
    gone, new = [each for each in had if each not in has], [each for each in has if each not in had]
    if gone and not has:
        what = "it no longer leads to what it rests on"
        yield Flag("marker", one.now.under, key, one.now.words, what, "", cited(gone, notes), PUT_BACK)
    elif gone:
        what = f"it no longer leads to {listed(gone)}" + (f", but to {listed(new)}" if new else "")
        yield Flag("marker", one.now.under, key, one.now.words, what, "", cited(gone, notes), PUT_BACK)


def listed(some: list[str]) -> str:
    """Name some notes."""
    return f"note{'s' if len(some) > 1 else ''} {', '.join(sorted(some, key=lambda one: (len(one), one)))}"


def cited(some: list[str], notes: Mapping[str, Note]) -> tuple[Cited, ...]:
    """Give what some labels led to."""
    return tuple(Cited.of(notes[one]) for one in some if one in notes)


def altered(original: Original, copy: Copy, notes: Mapping[str, Note]) -> Iterator[Flag]:
    """Find notes that no longer say where they lead, or what stands there, as it stands there."""
    for label, words in copy.notes.items():
        note, there = notes.get(label), alike(words).removeprefix(label).strip()
        if note is None:
            continue
        if f"{NOTE}{label}" in original.spoilt:
            what = "it was changed in the whole file, also where the file keeps what the note said"
            yield Flag("note", f"Note {label}", label, there, what, "", (Cited.of(note),), AGAIN)
            continue
        where = alike(note_where(note))
        lost = [quote for quote in note.quotes if alike(quote) not in there]
        what = ""
        if lost:
            what = "its quotation is no longer what the source says"
        elif where not in there:
            what = "it no longer leads to the same place"
        if what:
            hint = "put back the words as they stand in the source"
            said = " ".join(f"\u201c{quote}\u201d" for quote in lost) or note_where(note)
            yield Flag("note", f"Note {label}", label, there, what, said, (Cited.of(note),), hint)
