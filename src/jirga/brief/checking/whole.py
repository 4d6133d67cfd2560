"""A copy of a brief, checked sentence by sentence against what it said and what it leads to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from jirga.brief.checking.added import put_in
from jirga.brief.checking.comparing import compared
from jirga.brief.checking.copies import Original, alike, labels, shown
from jirga.brief.checking.counting import Difference
from jirga.brief.checking.flags import Checked, Cited, Flag, in_words
from jirga.brief.checking.leading import NO_NOTE, altered, markers
from jirga.brief.checking.matching import Match, matches
from jirga.brief.checking.names import Names
from jirga.brief.checking.opening import Opened, opened
from jirga.brief.checking.since import since
from jirga.brief.checking.statements import Statement
from jirga.brief.content.lines import Brief, Note

QUOTED = re.compile("\u201c([^\u201c\u201d]{1,60})\u201d")
WITH_SOURCE = "compare it with --from and the conflict file or case, or write the brief again"
PUT_BACK = "put back what it said, or cite a passage that says what stands there now"


def check(path: str | Path, fresh: Brief | None = None) -> Checked:
    """Check a copy of a brief.

    Parameters
    ----------
    path : str or Path
        An HTML page, a Word file, a PDF or a JSON file that Jirga wrote and somebody may have edited.
    fresh : Brief, optional
        The brief as it would be written now: sentences that it no longer bears out are found, too.

    Raises
    ------
    FileTrouble
        It is no brief of ours, or of a kind that keeps no trace of what was written.
    """
    return checked(opened(path, fresh), fresh)


def checked(found: Opened, fresh: Brief | None = None) -> Checked:
    """Check a copy that was read back."""
    was, copy = found.original, found.copy
    notes = {one.label: one for one in was.brief.notes}
    called = names_of(was)
    some = matches(was, copy)
    flags = [flag for one in some for flag in of_one(found, one, notes, called)]
    flags += altered(was, copy, notes)
    if fresh is not None:
        flags += since(was, some, fresh, called)
    return Checked(tuple(gathered(flags)), copy.remarks, sum(bool(one.name) for one in some))


def gathered(flags: list[Flag]) -> Iterator[Flag]:
    """Tell of a note that many sentences lead to and that is not there only once, with how many they are."""
    lost = Counter(one.what for one in flags if NO_NOTE in one.what)
    told: set[str] = set()
    for one in flags:
        more = lost[one.what] - 1
        if one.what in told:
            continue
        if more > 0:
            told.add(one.what)
            others = "one more sentence" if more == 1 else f"{more} more sentences"
            yield replace(one, what=f"{one.what}, nor does that of {others}")
        else:
            yield one


def of_one(found: Opened, one: Match, notes: Mapping[str, Note], called: Names) -> Iterator[Flag]:
    """Find what is wrong with one sentence."""
    line = found.original.names.get(one.name)
    if one.name in found.original.spoilt and line is not None:
        what = "it was changed in the whole file, also where the file keeps what the brief said"
        yield Flag("carried", found.original.under[one.name], line.key, one.now.words, what, hint=WITH_SOURCE)
    elif line is None:
        yield from put_in(found.original, one, notes, called)
    elif alike(one.now.words) not in ("", alike(shown(line))):
        cited = [notes[label] for label in labels(line) if label in notes]
        some = borne_out(compared(alike(shown(line)), alike(one.now.words), called), cited, called)
        if some:
            what = "; ".join(map(in_words, some))
            cites = tuple(map(Cited.of, cited))
            under = found.original.under[one.name]
            yield Flag(some[0].kind, under, line.key, one.now.words, what, shown(line), cites, PUT_BACK)
    yield from markers(found.original, found.copy, one, notes)


def borne_out(some: list[Difference], cited: list[Note], called: Names) -> list[Difference]:
    """Leave out figures and names that are merely new and stand in a quotation that the sentence leads to."""
    quotes = " ".join(quote for note in cited for quote in note.quotes)
    if not quotes:
        return some
    said = Statement(quotes, called)
    return [one for one in some if one.gone or one.kind not in ("number", "name") or not stand(one.new, said)]


def stand(some: tuple[str, ...], said: Statement) -> bool:
    """Whether all of some figures or names stand in a quotation."""
    return all(said.has(one) for one in some)


def names_of(was: Original) -> Names:
    """Learn from a brief what it calls by name: parties, what stands in quotation marks, capitals."""
    brief = was.brief
    texts = [shown(line) for line in was.names.values()]
    texts += [quote for one in brief.notes for quote in one.quotes]
    outcomes = {one for text in texts for one in QUOTED.findall(text) if len(one.split()) <= 4}
    parties = [
        row[0].words
        for part in brief.annexes
        if part.key == "stakeholders" and part.grid
        for row in part.grid.rows
    ]
    return Names(
        [*map(list, brief.names), *([one] for one in parties), *([one] for one in sorted(outcomes))], texts
    )
