"""What event data give, in sentences: the count, how sure it is, and where it comes from."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from jirga.errors import one_line
from jirga.events.counts import Count, Counts, span_asked
from jirga.events.eventset import EventSet, Origin, RowProblem
from jirga.schema.answer import Answer, Section, Sentence, Table

MOST_LINES, MOST_ROWS = 25, 5
NAMED = {
    "not-a-row": "cannot be cut into cells",
    "cell": "have a cell that cannot be read",
    "twice": "repeat the id of an earlier row",
    "sum": "have deaths that do not add up",
    "order": "have low, best and high out of order",
    "date": "have dates and precision that disagree",
}
ALONE = {
    "not-a-row": "cannot be cut into cells",
    "cell": "has a cell that cannot be read",
    "twice": "repeats the id of an earlier row",
    "sum": "has deaths that do not add up",
    "order": "has low, best and high out of order",
    "date": "has dates and precision that disagree",
}


def counted(found: Counts) -> Answer:
    """Tell a count.

    Parameters
    ----------
    found : Counts
        The count.

    Returns
    -------
    Answer
        A table, how sure its numbers are, and where they come from.
    """
    kept = Section(f"By {found.by}", tuple(Sentence((one,)) for one in summary(found)), table(found))
    sure = Section("How sure", tuple(Sentence((one,)) for one in doubts(found)))
    return Answer(asked(found), "", "", (kept, *([sure] if sure.sentences else []), source(found.origin)))


def asked(found: Counts) -> str:
    """Say what was counted."""
    selection = found.selection
    parts = [f"{found.origin.title}: events" + (" and deaths" if found.origin.maker.deaths else "")]
    parts += [f"of {one}" for one in selection.groups]
    parts += [f"with {one}" for one in selection.actors]
    parts += [f"in {one}" for one in selection.places]
    first, last = span_asked(selection, found.covers)
    return one_line(f"{' '.join(parts)}, {first} to {last}")


def summary(found: Counts) -> list[str]:
    """Give the total, each event once."""
    total = found.total
    dead = f", {deaths_of(total)}" if found.origin.maker.deaths else ""
    said = [f"In all {many(total.events, 'event')}{dead}."]
    if len(found.lines) > MOST_LINES and found.by != "month":
        said.append(f"The first {MOST_LINES} of {len(found.lines)} lines; --json prints all.")
    if not found.covered:
        said = ["The set says nothing of these months: that is not zero."]
    return said


def deaths_of(one: Count) -> str:
    """Give the deaths with their ends."""
    ends = f" (between {one.low:,} and {one.high:,})" if one.low != one.high else ""
    return f"{many(one.deaths, 'death')}{ends}"


def table(found: Counts) -> Table | None:
    """Lay the count out, without columns that are empty for this kind of data."""
    if not found.lines:
        return None
    lines = found.lines if found.by == "month" else found.lines[:MOST_LINES]
    head, rows = ["", "events"], [[one_line(one.name) or unnamed(found), f"{one.events:,}"] for one in lines]
    if found.origin.maker.deaths:
        head.append("deaths")
        rows = [[*row, f"{one.deaths:,}"] for row, one in zip(rows, lines, strict=True)]
    if found.origin.maker.ends or found.selection.groups or found.by == "group":
        head += ["low", "high"]
        rows = [[*row, f"{one.low:,}", f"{one.high:,}"] for row, one in zip(rows, lines, strict=True)]
    note = ""
    if any(one.possible for one in lines):
        head.append("perhaps")
        rows = [[*row, perhaps(one)] for row, one in zip(rows, lines, strict=True)]
        note = "perhaps: events more that may belong to the line, and the most who died in them"
    return Table(tuple(head), tuple(tuple(row) for row in rows), note)


def unnamed(found: Counts) -> str:
    """Name the line of events that are not told so finely."""
    return {"place": "(placed less finely)", "actor": "(no actor named)"}.get(found.by, "(not told)")


def perhaps(one: Count) -> str:
    """Give the events that may belong to a line, and their deaths."""
    if not one.possible:
        return ""
    return f"+{one.possible:,}" + (f" ({one.possible_deaths:,})" if one.possible_deaths else "")


def doubts(found: Counts) -> list[str]:
    """Say what keeps the numbers from being exact."""
    said = []
    if found.by == "month" and (across := found.across.events + found.across.possible):
        said.append(
            f"{stands(across)} in no month's number: {their(across)} days lie in more than one month, "
            "and no event is spread over months."
        )
    if found.total.possible:
        perhaps_so = many(found.total.possible, "more event")
        verb = "belongs" if found.total.possible == 1 else "belong"
        said.append(f"{perhaps_so} perhaps {verb} here: dated or placed too coarsely to say.")
    if found.origin.maker.deaths and found.total.not_known:
        said.append(f"In {many(found.total.not_known, 'event')} it is not known how many died.")
    if found.by == "actor":
        said.append("An event stands with each of its actors, so the lines add up to more than the total.")
    if found.by == "group" or found.selection.groups:
        said.append("The low and high of a group count all whose group is not known, or may be miscounted.")
    if found.left_out:
        rows = many(found.left_out, "row")
        said.append(f"{rows} of the file could not be counted; jirga events load lists them.")
    runs = f"events run from {found.covers[0]} to {found.covers[1]}"
    if found.not_covered:
        first, last = found.not_covered[0], found.not_covered[-1]
        months = first if first == last else f"the months asked for from {first} to {last}"
        said.append(f"The set's {runs}. Of {months} outside that it says nothing, which is not zero.")
    elif found.by == "month":
        said.append(f"The set's {runs}; its last month may not be whole.")
    return said


def stands(number: int) -> str:
    """Begin a sentence about events that stand somewhere."""
    return f"{many(number, 'event')} {'stands' if number == 1 else 'stand'}"


def their(number: int) -> str:
    """Give the word for whose days they are."""
    return "its" if number == 1 else "their"


def source(origin: Origin) -> Section:
    """Say where numbers come from, how late, and what may be done with the set."""
    maker = origin.maker
    release = f"release {origin.version}" if origin.version else "release not known"
    said = [
        f"{maker.title}, {release}: {one_line(origin.file)}, {origin.layout}, sha256 {origin.sha256[:16]}.",
        maker.lag,
        maker.caution,
        licence(origin),
    ]
    return Section("Where it comes from", tuple(Sentence((one,)) for one in said))


def licence(origin: Origin) -> str:
    """Say what may be done with a set's rows."""
    held = origin.maker.licence
    may = "may be passed on" if held.passed_on else "are never written out again: pass on counts only"
    return f"Licence: {held.name}. Its rows {may}. Cite {held.cite}."


def loaded(events: EventSet, where: str) -> Answer:
    """Tell what a file of event data holds, and what is wrong with it.

    Parameters
    ----------
    events : EventSet
        What was read.
    where : str
        Where it was kept; empty if it was not.
    """
    first, last = events.covers
    held = [f"{many(events.origin.rows, 'row')}: {events.kept:,} kept, {events.left_out:,} left out."]
    held.append(f"Its events run from {first} to {last}.")
    held.append(
        f"Kept as {one_line(where)}." if where else "Nothing was kept: --into CASE or FOLDER keeps it."
    )
    sections = [Section("What it holds", tuple(Sentence((one,)) for one in held))]
    for heading, severity in (("Left out", "error"), ("Kept, but look", "warning")):
        some = [one for one in events.problems if one.severity == severity]
        if some:
            sections.append(Section(heading, tuple(Sentence((one,)) for one in trouble(some))))
    return Answer(
        one_line(f"{events.origin.title}: {events.origin.file}"), "", "", (*sections, source(events.origin))
    )


def trouble(problems: list[RowProblem]) -> list[str]:
    """Say what is wrong, kind by kind, with the first rows of each."""
    said = [str(one) for one in problems if not one.row]
    by_kind = sorted((one for one in problems if one.row), key=lambda one: list(NAMED).index(one.kind))
    for kind, group in groupby(by_kind, key=lambda one: one.kind):
        some = list(group)
        rows = len({one.row for one in some})
        what = ALONE[kind] if rows == 1 else NAMED[kind]
        shown = "; ".join(str(one) for one in some[:MOST_ROWS])
        more = f"; and {len(some) - MOST_ROWS:,} more (--json lists them)" if len(some) > MOST_ROWS else ""
        said.append(f"{many(rows, 'row')} {what}: {shown}{more}.")
    return said


def tally(events: EventSet) -> dict[str, int]:
    """Count problems by kind."""
    return dict(Counter(one.kind for one in events.problems))


def many(number: int, noun: str) -> str:
    """Say a number of things.

    >>> many(1, "row"), many(2000, "row")
    ('1 row', '2,000 rows')
    """
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
