"""What is not known of the parties' wants, and what of the answer hangs on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.marks.hanging import Named, owner, whichever_way
from jirga.conflict.marks.settling import unknown_wants
from jirga.errors import TooLarge
from jirga.schema.answer import Section, Sentence, Table
from jirga.schema.words import FORMS, Form, UnknownStandard
from jirga.solve.unknown import holds

HELD: dict[UnknownStandard, str] = {"nash": "yes", "seq": "wanted replies", "gmr": "any reply"}
IN_DOUBT: dict[Form, str] = {"a": "bold (a)", "b": "sure (b)", "c": "torn (c)", "d": "careful (d)"}
NOTE = (
    "bold: all go where they may gain, deterred only by what is surely no better; sure: only for a sure "
    "gain, deterred only by what is surely no better; torn: where they may gain, deterred by what may be no "
    "better; careful: only for a sure gain, deterred by what may be no better. "
    "wanted replies: held by replies the others gain by, or may; any reply: by any reply at all"
)
OPEN = "are open, and are read here as the file has them"


def unknowns(analysis: Analysis) -> list[Section]:
    """Say what is not known, what hangs on each way of settling it, and what holds while it stays open."""
    if analysis.board.doubts is None:
        return []
    doubts = (*wants_in_doubt(analysis), *pairs_in_doubt(analysis))
    return [Section("What is not known", doubts), *hanging_on_it(analysis, list(analysis.outcomes))]


def hanging_on_it(analysis: Analysis, names: list[str]) -> list[Section]:
    """Say of some outcomes what hangs on what is not known; nothing where everything is known."""
    rows = [(name, row) for name in names if (row := analysis.row(name)) is not None]
    if analysis.board.doubts is None or not rows:
        return []
    said = [unless_too_large(left_open, analysis, rows, "If it stays unknown")]
    if unknown_wants(analysis.conflict):
        said.insert(0, unless_too_large(whichever_way, analysis, rows, "Whichever way it is settled"))
    return said


def unless_too_large(
    section: Callable[[Analysis, Named, str], Section], analysis: Analysis, rows: Named, heading: str
) -> Section:
    """Make a section, or say in it why it could not be worked out; the rest of the answer stands."""
    try:
        return section(analysis, rows, heading)
    except TooLarge as trouble:
        said = phrases.sentence(f"not worked out: {trouble.what}. To find out, {trouble.hint}.")
        return Section(heading, (said,))


def warning(analysis: Analysis) -> tuple[Sentence, ...]:
    """Say beside the bottom line that it reads what is not known as written; nothing where all is known."""
    if analysis.board.doubts is None:
        return ()
    wants = len(unknown_wants(analysis.conflict))
    pairs = sum(len(party.unranked) for party in analysis.conflict.parties.values())
    listed = ((wants, "want"), (pairs, "pair"))
    what = phrases.listing(phrases.numbered(count, noun) for count, noun in listed if count)
    read = "is open, and is read here as the file has it" if wants + pairs == 1 else OPEN
    return (phrases.sentence(f"not everything is known: {what} {read}. What hangs on it is said below."),)


def wants_in_doubt(analysis: Analysis) -> Iterator[Sentence]:
    """Give each unknown want a number, and say what it would mean."""
    wants = unknown_wants(analysis.conflict)
    for place, want in enumerate(wants, start=1):
        who = owner(analysis, want.id)
        why = f" ({want.why})" if want.why else ""
        mark = phrases.known_by(want, want.id)
        yield phrases.sentence(f"{place}. Whether {who} wants \u201c{want.want}\u201d{why}", mark, ".")
    if wants:
        each = "it" if len(wants) == 1 else "each of them"
        yield phrases.sentence(f"The rest of this answer reads {each} as held.")


def pairs_in_doubt(analysis: Analysis) -> Iterator[Sentence]:
    """Say of which pairs it is not known which of the two a party prefers."""
    for number, name in enumerate(analysis.parties):
        for one, two in analysis.conflict.parties[name].unranked:
            who = phrases.party(analysis, number)
            yield phrases.sentence(
                f"Which of \u201c{one}\u201d and \u201c{two}\u201d {who} prefers. ",
                "The rest of this answer goes by the order that the file gives them.",
            )


def left_open(analysis: Analysis, rows: Named, heading: str) -> Section:
    """Lay out what holds while nobody finds out, by what parties do in doubt."""
    kept = {(one, form): holds(analysis.unsure, one, form) for one in HELD for form in FORMS}
    table = tuple(
        (name, *(next((HELD[one] for one in HELD if kept[one, form][row]), "no") for form in FORMS))
        for name, row in rows
    )
    return Section(heading, (), Table(("outcome", *IN_DOUBT.values()), table, NOTE))
