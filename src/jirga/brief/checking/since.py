"""What changed since a brief was written: claims that say something else now, or were retracted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jirga.brief.checking.comparing import compared
from jirga.brief.checking.copies import Original, alike, shown
from jirga.brief.checking.flags import Cited, Flag, in_words
from jirga.brief.checking.matching import Match
from jirga.brief.checking.names import Names
from jirga.brief.content.lines import Brief, Line
from jirga.brief.writing.pieces import ids

AGAIN = "write the brief again, and put your wording into that"


def since(was: Original, some: Iterable[Match], fresh: Brief, called: Names) -> Iterator[Flag]:
    """Find the sentences of a copy that the brief as it would be written now does not bear out."""
    lines = dict(zip(ids(fresh).values(), fresh.lines, strict=True))
    for one in some:
        line = was.names.get(one.name)
        if line is not None and one.now.words:
            yield from of_line(one, line, lines.get(one.name), fresh, called)


def of_line(one: Match, line: Line, now: Line | None, fresh: Brief, called: Names) -> Iterator[Flag]:
    """Find what became of one line."""
    if now is None:
        yield Flag(
            "since", one.now.under, line.key, one.now.words, "the brief no longer says this", hint=AGAIN
        )
        return
    notes = {each.label: each for each in fresh.notes}
    led = [notes[label] for marker in now.markers for label in marker.labels if label in notes]
    gone = [each for each in led if each.retracted]
    if now.retracted and not line.retracted:
        why = "; ".join(each.retracted for each in gone)
        what = "what it rests on was retracted since" + (f": {why}" if why else "")
        yield Flag(
            "since", one.now.under, line.key, one.now.words, what, "", tuple(map(Cited.of, gone)), AGAIN
        )
    elif shown(now) != shown(line):
        some = compared(alike(shown(now)), alike(one.now.words), called)
        if some:
            what = "since changed: " + "; ".join(map(in_words, some))
            cites = tuple(map(Cited.of, led))
            yield Flag("since", one.now.under, line.key, one.now.words, what, shown(now), cites, AGAIN)
