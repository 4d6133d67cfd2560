"""Whether so much a day, and a total over some days, fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jirga.figures.finding import Finding
from jirga.figures.interval import Interval
from jirga.figures.source import Days, Source
from jirga.figures.told import measure, number, said, span

LENGTH = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25, "hour": 1 / 24}


def rate_checks(some: Sequence[Source]) -> Iterator[Finding]:
    """Check every total over some days against every rate of the same thing.

    Notes
    -----
    Whether the first and last day count is rarely said, so a total may be of one day fewer.
    """
    rates = [one for one in some if one.figure.per.casefold() in LENGTH and one.figure.value is not None]
    for whole in some:
        for rate in rates:
            if whole.days and whole.days[0] < whole.days[1] and alike(whole, rate):
                yield finding(whole, rate, whole.days)


def alike(whole: Source, rate: Source) -> bool:
    """Whether a total and a rate are of the same thing in the same place."""
    same = (whole.figure.unit, whole.figure.currency, whole.place) == (
        rate.figure.unit,
        rate.figure.currency,
        rate.place,
    )
    alike_enough = bool(whole.counted.words & rate.counted.words) or whole.counted == rate.counted
    return same and not whole.figure.per and whole.figure.value is not None and alike_enough


def finding(whole: Source, rate: Source, days: Days) -> Finding:
    """Say whether a total is the rate over its days."""
    many = (days[1] - days[0]).days + 1
    each = LENGTH[rate.figure.per.casefold()]
    low, high = rate.may_be.times((many - 1) / each), rate.may_be.times(many / each)
    makes = Interval(low.low, high.high, low.low_open, high.high_open)
    fits = makes.meets(whole.may_be)
    what = (
        f"{said(whole)} {'fits' if fits else 'does not fit'} {measure(rate.figure)} [{rate.cite}]: "
        f"{number(many - 1)} or {number(many)} days make {span(makes)}"
    )
    inside = whole.document.id == rate.document.id
    return Finding(
        "rate", "consistent" if fits else "contradiction", what, whole.id, (rate.id,), within=inside
    )
