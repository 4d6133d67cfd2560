"""Outcomes compared party by party: better, worse or the same as today and as no deal, and by which want."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.firmness import firmness
from jirga.answer.outcomes import how_attained
from jirga.answer.sources import source_words
from jirga.answer.stress.words import StressAnswer
from jirga.answer.whole import kept, titled
from jirga.conflict.preferences import deciding_want
from jirga.errors import NotStated
from jirga.schema.answer import Mark, Section, Sentence, Table

SIGNS = {1: "+", 0: "=", -1: "-"}
WORDS = {1: "better", 0: "same", -1: "worse"}


def parties_answer(analysis: Analysis) -> StressAnswer:
    """Compare every named outcome with the status quo and with no deal, party by party.

    Raises
    ------
    NotStated
        The file has no status quo.
    """
    if analysis.status_quo is None:
        raise NotStated("a status quo to compare with", "status_quo")
    sections = [
        Section(
            "Better or worse than the status quo",
            tuple(nobody_worse(analysis)),
            table(analysis, analysis.status_quo),
        )
    ]
    if analysis.no_deal not in {None, analysis.status_quo}:
        sections.append(
            Section("Better or worse than no deal", (), table(analysis, int(analysis.no_deal or 0)))
        )
    sections.append(Section("Bettered by another outcome", tuple(bettered(analysis))))
    sections.append(Section("The wants that decide", tuple(deciding(analysis))))
    sections.append(source_words(analysis.conflict, sections))
    head = (titled(analysis), analysis.conflict.question, analysis.conflict.as_of)
    return StressAnswer(*head, kept(sections), figures(analysis))


def rows(analysis: Analysis) -> list[tuple[str, int]]:
    """Name the outcomes that can be, with their rows."""
    known = ((name, analysis.row(name)) for name in analysis.outcomes)
    return [(name, row) for name, row in known if row is not None]


def sign(analysis: Analysis, party: int, row: int, base: int) -> int:
    """Say whether a party likes a state more than another (1), less (-1) or as much (0)."""
    rank = analysis.board.ranks[party]
    return int(rank[row] > rank[base]) - int(rank[row] < rank[base])


def decides(analysis: Analysis, party: int, row: int, base: int) -> str:
    """Give the id of the want that decides between two states; empty where no want does."""
    one = analysis.conflict.parties[analysis.parties[party]]
    want = deciding_want(one, analysis.board.states, row, base)
    return "" if want is None else want.id


def table(analysis: Analysis, base: int) -> Table:
    """Lay out outcomes by parties, each with the want that decides."""
    numbers = range(len(analysis.parties))
    lines = tuple(
        (name, *(cell(analysis, party, row, base) for party in numbers))
        for name, row in rows(analysis)
        if row != base
    )
    note = "+ better, - worse, = the same; then the want that decides."
    return Table(("outcome", *(phrases.party(analysis, one) for one in numbers)), lines, note)


def cell(analysis: Analysis, party: int, row: int, base: int) -> str:
    """Write one party's cell."""
    return f"{SIGNS[sign(analysis, party, row, base)]} {decides(analysis, party, row, base)}".strip()


def nobody_worse(analysis: Analysis) -> Iterator[Sentence]:
    """Name the outcomes in which nobody is worse off than today, and somebody is better off."""
    base, numbers = analysis.status_quo, range(len(analysis.parties))
    if base is None:
        return
    names = []
    for name, row in rows(analysis):
        signs = [sign(analysis, party, row, base) for party in numbers]
        if min(signs) >= 0 and max(signs) > 0:
            names.append(name)
    if names:
        verb = "makes" if len(names) == 1 else "make"
        yield phrases.sentence(
            f"{phrases.quoted(names)} {verb} nobody worse off than today, and somebody better off."
        )
    else:
        yield Sentence(
            ("Every outcome that makes somebody better off than today makes somebody else worse off.",)
        )


def bettered(analysis: Analysis) -> Iterator[Sentence]:
    """Say which outcomes another is liked more than by somebody, and less by nobody."""
    numbers = range(len(analysis.parties))
    for name, row in rows(analysis):
        better = []
        for other, end in rows(analysis):
            signs = [sign(analysis, party, end, row) for party in numbers]
            if min(signs) >= 0 and max(signs) > 0:
                better.append(other)
        if better:
            names = phrases.listing((f"\u201c{one}\u201d" for one in better), "or")
            yield phrases.sentence(f"\u201c{name}\u201d: somebody likes {names} better, and nobody less.")


def deciding(analysis: Analysis) -> Iterator[Sentence]:
    """Say each want that decides somewhere, with its mark and how often it decides."""
    base = analysis.status_quo
    if base is None:
        return
    for number, name in enumerate(analysis.parties):
        found: dict[str, list[str]] = {}
        for outcome, row in rows(analysis):
            want = decides(analysis, number, row, base)
            if want:
                found.setdefault(want, []).append(outcome)
        if found:
            parts: list[str | Mark | Sentence] = [f"{phrases.party(analysis, number)}: "]
            for place, want in enumerate(found):
                one = next(each for each in analysis.conflict.parties[name].prefers if each.id == want)
                parts += ["; " if place else "", f"{want} ", phrases.sentence_of_want(one)]
            yield phrases.sentence(*parts, ".")


def figures(analysis: Analysis) -> dict[str, Any]:
    """Give the comparison as JSON can hold it."""
    today, none = analysis.status_quo, analysis.no_deal
    return {
        "outcomes": {
            name: {
                "holds": firmness(analysis, row).name.lower(),
                "got_to": how_attained(analysis, row),
                "parties": {
                    party: {
                        "than_status_quo": beside(analysis, number, row, today),
                        "than_no_deal": beside(analysis, number, row, none),
                    }
                    for number, party in enumerate(analysis.parties)
                },
            }
            for name, row in rows(analysis)
        }
    }


def beside(analysis: Analysis, party: int, row: int, base: int | None) -> dict[str, str] | None:
    """Say how a party likes a state beside another, and by which want."""
    if base is None:
        return None
    return {"is": WORDS[sign(analysis, party, row, base)], "want": decides(analysis, party, row, base)}
