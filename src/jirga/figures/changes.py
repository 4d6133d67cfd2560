"""Whether a rise or fall in percent, or 'doubled', fits the counts it is of."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from jirga.figures.alike import speakers
from jirga.figures.counted import NOT_SAID, Counted
from jirga.figures.finding import Finding
from jirga.figures.interval import Interval
from jirga.figures.source import Days, Source
from jirga.figures.told import days, measure, number, said, span, who

DAY = dt.timedelta(days=1)


def change_checks(some: Sequence[Source], known: Sequence[Source]) -> Iterator[Finding]:
    """Check every rise and fall of a document against counts: its own first, then those of others."""
    for one in some:
        if one.way in {"rise", "fall"} and one.measured and one.days and one.figure.value is not None:
            found = compared(one, some) or compared(one, known)
            yield found or unknown(one)


def compared(one: Source, known: Sequence[Source]) -> Finding | None:
    """Compare a change with the counts of its time and of the time before."""
    pairs = ([count(one, known, when, at) for when in (one.days, base(one))] for at in places(one, known))
    now, before = next((pair for pair in pairs if all(pair)), (None, None))
    if now is None or before is None or before.may_be.low <= 0:
        return None
    really = change(one, now.may_be.over(before.may_be))
    holds = really.meets(rounded(one))
    wider = f", for {now.place}" if now.place not in {one.place, ""} else ""
    told = f"{in_time(before)}, {in_time(now)}, {outcome(one, really)}{wider}"
    what = f"{said(one)} {'holds' if holds else 'does not fit'}: {told}"
    inside = {now.document.id, before.document.id} == {one.document.id}
    return Finding(
        "change",
        "consistent" if holds else "contradiction",
        what,
        one.id,
        (now.id, before.id),
        within=inside,
    )


def unknown(one: Source) -> Finding:
    """Say that there is nothing to check a change by."""
    times = f"{days(one.days)} and {days(base(one))}"
    what = f"{said(one)} cannot be checked: the counts for {times} are not both here"
    return Finding("change", "not comparable", what, one.id)


def in_time(one: Source) -> str:
    """Write a count, its time, where it stands and who says so."""
    return f"{measure(one.figure)} in {days(one.days)} [{one.cite}, {who(one)}]"


def change(one: Source, times: Interval) -> Interval:
    """Turn how many times as many there are into what the figure says: times, or percent more or fewer."""
    if one.figure.unit == "ratio":
        return times
    percent = (times - Interval(1, 1)).times(100)
    return (
        percent
        if one.way == "rise"
        else Interval(-percent.high, -percent.low, percent.high_open, percent.low_open)
    )


def outcome(one: Source, really: Interval) -> str:
    """Say what the counts come to."""
    shown = Interval(round(really.low, 1), round(really.high, 1))
    if one.figure.unit == "ratio":
        return f"{span(Interval(round(really.low, 2), round(really.high, 2)))} times as many"
    if shown.high < 0:
        turned = Interval(-shown.high, -shown.low)
        return f"a {'fall' if one.way == 'rise' else 'rise'} of {span(turned)} percent"
    return f"a {one.way} of {span(shown)} percent"


def rounded(one: Source) -> Interval:
    """Widen a figure by what rounding may have taken from it; an exact 'doubled' is read as about twice."""
    value = float(one.figure.value or 0)
    if one.figure.bound not in {"exact", "range"}:
        return one.may_be
    half = value * 0.1 if one.figure.unit == "ratio" else 0.5 * 10 ** -decimals(value)
    return Interval(one.may_be.low - half, one.may_be.high + half)


def decimals(value: float) -> int:
    """Count a number's decimal places.

    >>> decimals(17.5), decimals(175)
    (1, 0)
    """
    return len(number(value).partition(".")[2])


def base(one: Source) -> Days:
    """Give the time that a change is counted from: as long, and just before."""
    start, end = one.days or (dt.date.min, dt.date.min)
    return earlier(start, end)


def earlier(start: dt.date, end: dt.date) -> Days:
    """Give the month before a month, the year before a year, or as many days before.

    >>> [str(day) for day in earlier(dt.date(2025, 3, 1), dt.date(2025, 3, 31))]
    ['2025-02-01', '2025-02-28']
    """
    last = start - DAY
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        at = start.year * 12 + start.month - 1 - months
        return dt.date(at // 12, at % 12 + 1, 1), last
    return last - (end - start), last


def places(one: Source, known: Iterable[Source]) -> list[str]:
    """Give the places whose counts a change may be of: its own; wider ones if it only carries one over."""
    if not one.place:
        return sorted({other.place for other in known})
    stated = one.figure.place is None or one.figure.place.kind == "stated"
    return [one.place, *([] if stated else one.terms.wholes(one.place))]


def count(one: Source, known: Sequence[Source], when: Days | None, place: str) -> Source | None:
    """Find the count that a change is of: same unit, group and place; said by the same if anybody's is."""
    unit, whom = one.measured or ("", one.counted)
    some = [
        other
        for other in known
        if other.figure.unit == unit
        and other.days == when
        and other.figure.value is not None
        and not other.figure.per
        and other.place in {place, ""}
        and whose(other, known).words == whom.words
    ]
    return min(some, key=lambda other: (speakers(other)[:1] != speakers(one)[:1], other.age), default=None)


def whose(one: Source, known: Iterable[Source]) -> Counted:
    """Say who is counted; where a bare number does not, whom the change is of that its sentence began with.

    Notes
    -----
    As in 'civilian deaths rose by 175 percent, from 20'.
    """
    if one.counted != NOT_SAID:
        return one.counted
    before = [
        other
        for other in known
        if (other.document.id, other.cite) == (one.document.id, one.cite)
        and other.figure.main.start < one.figure.main.start
        and other.measured is not None
        and other.measured[0] == one.figure.unit
    ]
    last = max(before, key=lambda other: other.figure.main.start, default=None)
    return last.measured[1] if last and last.measured else NOT_SAID
