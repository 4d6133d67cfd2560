"""How figures, days and lists are put into words."""

from __future__ import annotations

from collections.abc import Iterable

from jirga.figures.interval import Interval
from jirga.figures.source import Days, Source
from jirga.schema.record import Amount, Figure, Period

BEFORE = {
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
    "about": "about ",
    "nearly": "nearly ",
    "up_to": "up to ",
}
MILLION = 1_000_000
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
UNIT = {"percent": " percent", "ratio": " times", "money": "", "killed_or_injured": " killed or injured"}


def number(value: float) -> str:
    """Write a number with its thousands parted or in millions, and no more places than it has.

    >>> number(43000), number(2.75), number(56.0), number(37_800_000)
    ('43,000', '2.75', '56', '37.8 million')
    """
    if value >= MILLION and round(value / MILLION, 3) * MILLION == value:
        return f"{round(value / MILLION, 3):g} million"
    whole = round(value, 2)
    return f"{int(whole):,}" if whole == int(whole) else f"{whole:,}"


def amount(one: Figure | Amount) -> str:
    """Write a number with its bound.

    >>> amount(Amount(value=600, bound="more_than")), amount(Amount(value=60, value_high=65, bound="range"))
    ('more than 600', '60 to 65')
    """
    if one.value is None:
        return one.vague or "some"
    high = f" to {number(one.value_high)}" if one.value_high is not None else ""
    return f"{BEFORE.get(one.bound, '')}{number(one.value)}{high}"


def measure(one: Figure) -> str:
    """Write a figure's number with its unit, currency and the time it is for."""
    unit = UNIT.get(one.unit, "")
    currency = f" {one.currency}" if one.currency else ""
    return f"{amount(one)}{currency}{unit}" + (f" a {one.per}" if one.per else "")


def span(one: Interval) -> str:
    """Write an interval: one number, between two, or from one on."""
    if one.low == one.high:
        return number(one.low)
    if one.high == float("inf"):
        return f"{number(one.low)} or more"
    return f"{number(one.low)} to {number(one.high)}"


def listing(items: Iterable[str]) -> str:
    """Join items as a sentence would.

    >>> listing(["35", "10", "11"])
    '35, 10 and 11'
    """
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last


def days(one: Days | Period | None) -> str:
    """Write a period: a day, a month, a year, or from one day to another.

    >>> import datetime as dt
    >>> days((dt.date(2025, 2, 1), dt.date(2025, 2, 28)))
    'February 2025'
    """
    start, end = (one.start, one.end) if isinstance(one, Period) else one or (None, None)
    if start is None or end is None:
        return f"until {end}" if end else f"from {start}" if start else ""
    precision = Period(start=start, end=end).precision
    if precision == "month":
        return f"{MONTHS[start.month - 1]} {start.year}"
    return {"day": f"{start}", "year": f"{start.year}"}.get(precision, f"{start} to {end}")


def said(one: Source) -> str:
    """Quote a figure and say where it stands: its own words and its mark."""
    return f"\u201c{' '.join(one.figure.main.quote.split())}\u201d [{one.cite}]"


def cited(some: Iterable[Source]) -> str:
    """Give the marks of several figures, each once."""
    return ", ".join(dict.fromkeys(one.cite for one in some))


def who(one: Source) -> str:
    """Say who is on record for a figure."""
    return one.figure.said_by or "the author"
