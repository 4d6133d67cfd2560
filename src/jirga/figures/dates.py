"""Dates that disagree: when something lasting began, how long it has lasted, one number for two times."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from jirga.figures.counted import NOT_SAID, WORD, lists
from jirga.figures.finding import Finding
from jirga.figures.source import Happening, Source
from jirga.figures.told import days, listing, measure, said

# What goes on for a time, so that two reports of its beginning are reports of one beginning.
LASTING = frozenset({"border_closure", "siege", "offensive", "ceasefire", "curfew", "blockade"})
WITHIN, TELLING = 21, 5
LENGTHS = {"day": 1, "week": 7, "month": 30, "year": 365}
LENGTH = re.compile(r"\b(day|week|month|year)s?\b", re.IGNORECASE)


def begun_checks(some: Sequence[Happening]) -> Iterator[Finding]:
    """Check when each lasting thing began, against the oldest report of the same beginning."""
    lasting = [one for one in some if begins(one) and one.place]
    ordered = sorted(lasting, key=lambda one: (published(one), one.incident.main.start))
    for number, one in enumerate(ordered):
        first = next((other for other in ordered[:number] if same(one, other)), None)
        if first is not None and first.start != one.start:
            yield differs(one, first)


def begins(one: Happening) -> bool:
    """Whether an incident's day is the day on which something lasting began."""
    words = set(WORD.findall(one.incident.main.quote.casefold()))
    going_on = words & set(lists()["going_on"]["words"])
    return one.incident.type in LASTING and one.start is not None and not (going_on and single(one))


def single(one: Happening) -> bool:
    """Whether an incident is told for one day only."""
    period = one.incident.period
    return period is not None and period.start == period.end


def published(one: Happening) -> tuple[dt.date, str]:
    """Say when an incident's document came out; far ahead if nobody knows."""
    period = one.document.published
    return (period.start if period and period.start else dt.date.max), one.document.name


def same(one: Happening, other: Happening) -> bool:
    """Whether two reports are of one beginning: same kind and place, and not long apart."""
    apart = abs(((one.start or dt.date.min) - (other.start or dt.date.min)).days)
    return (one.incident.type, one.place) == (other.incident.type, other.place) and apart <= WITHIN


def differs(one: Happening, first: Happening) -> Finding:
    """Say by how much two reports of a beginning differ."""
    apart = abs(((one.start or dt.date.min) - (first.start or dt.date.min)).days)
    later = (one.start or dt.date.min) > (first.start or dt.date.min)
    what = (
        f"{quoted(one)} begins on {one.start}, {apart} day{'s' * (apart != 1)} "
        f"{'later' if later else 'earlier'} than {first.start} in {quoted(first)}"
    )
    inside = one.document.id == first.document.id
    return Finding("dates", "contradiction", what, one.id, (first.id,), within=inside)


def quoted(one: Happening) -> str:
    """Quote an incident and say where it stands."""
    return f"\u201c{' '.join(one.incident.main.quote.split())}\u201d [{one.cite}]"


def lasted_checks(some: Sequence[Source], happenings: Sequence[Happening]) -> Iterator[Finding]:
    """Check a document's 'for two weeks' against the day on which it says that the same thing began.

    Notes
    -----
    It counts back from the end of the duration's period, or from the day of the document. Whether the first
    day counts is rarely said, so one day more or less fits, and of weeks and months some more.
    """
    begun = [one for one in happenings if begins(one)]
    for one in some:
        last = until(one)
        if one.figure.unit != "duration" or last is None or one.figure.value is None:
            continue
        for other in begun:
            if other.document.id == one.document.id and about_one_thing(one, other):
                yield from lasted(one, other, last)


def until(one: Source) -> dt.date | None:
    """Give the day up to which something has lasted: its period's last, or the document's."""
    if one.figure.period and one.figure.period.end:
        return one.figure.period.end
    period = one.document.published
    return period.start if period and period.precision == "day" else None


def about_one_thing(one: Source, other: Happening) -> bool:
    """Whether a duration is of an incident: they share their words, or the place."""
    first, second = one.figure.main, other.incident.main
    overlap = first.start < second.end and second.start < first.end
    return overlap or (bool(one.place) and one.place == other.place)


def lasted(one: Source, other: Happening, last: dt.date) -> Iterator[Finding]:
    """Compare a duration with the days since a beginning."""
    found = LENGTH.search(one.figure.main.quote)
    if found is None or other.start is None or other.start > last or derived(one, other):
        return
    length, value = LENGTHS[found[1].casefold()], float(one.figure.value or 0)
    since = (last - other.start).days + 1
    slack = 1.0 if length == 1 else length / 7 + 1
    fits = one.may_be.times(length)
    holds = fits.low - slack <= since <= fits.high + slack
    what = (
        f"{said(one)} {'fits' if holds else 'does not fit'} {quoted(other)}: from {other.start} to {last} "
        f"are {since} days" + ("" if holds else f", not {value * length:.0f}")
    )
    yield Finding("dates", "consistent" if holds else "contradiction", what, one.id, (other.id,))


def derived(one: Source, other: Happening) -> bool:
    """Whether the beginning was worked out from the duration itself, so that they must agree."""
    period = other.incident.period
    return bool(period and period.text and period.text in one.figure.main.quote)


def twice_checks(some: Sequence[Source]) -> Iterator[Finding]:
    """Find a document that gives one number for two times, or two numbers for one measure.

    Notes
    -----
    Two small numbers of one day may be of two incidents, so only longer periods are compared.
    """
    groups: dict[object, list[Source]] = defaultdict(list)
    for one in (one for one in some if one.days is not None):
        groups[one.unit, one.counted, one.place, one.actor, one.chain].append(one)
    for one, other in (pair for group in groups.values() for pair in combinations(group, 2)):
        if not alike(one, other):
            continue
        if one.value == other.value and telling(one, other):
            what = f"{said(other)} is for {days(other.days)}, and for {days(one.days)} in {said(one)}"
            yield Finding("dates", "contradiction", what, other.id, (one.id,), ("period",))
        if one.days == other.days and long(one) and not one.may_be.meets(other.may_be):
            numbers = listing(measure(each.figure) for each in (one, other))
            what = f"{said(other)} and {said(one)} give {numbers} for the same thing, unless one is misread"
            yield Finding("twice", "contradiction", what, other.id, (one.id,))


def alike(one: Source, other: Source) -> bool:
    """Whether two figures of one thing can be compared: for known times, and said to be so."""
    loose = {"asserted", "hedged"}
    return (
        one.counted != NOT_SAID
        and one.figure.unit not in {"duration", "percent", "ratio"}
        and {one.figure.modality, other.figure.modality} <= loose
    )


def telling(one: Source, other: Source) -> bool:
    """Whether one number for two long times is too much of a chance."""
    return one.days != other.days and long(one) and long(other) and float(one.figure.value or 0) > TELLING


def long(one: Source) -> bool:
    """Whether a figure is of more than a week."""
    return one.days is not None and (one.days[1] - one.days[0]).days > 6


def every(some: Sequence[Source], happenings: Sequence[Happening]) -> Iterable[Finding]:
    """Check the dates inside one document."""
    yield from lasted_checks(some, happenings)
    yield from twice_checks(some)
