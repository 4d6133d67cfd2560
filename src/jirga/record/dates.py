"""Dates as they are known of a document: a day, a month, a year, or from one day to another."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from jirga.errors import CaseTrouble
from jirga.schema.record import Period

DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")


def period_of(text: str) -> Period:
    """Read a date and keep how precise it is.

    Raises
    ------
    CaseTrouble
        It is no date.

    Examples
    --------
    >>> period_of("2025-03").precision, str(period_of("2025-03").end)
    ('month', '2025-03-31')
    >>> period_of("2025-03-05/2025-03-08").precision
    'days'
    """
    first, _, last = text.strip().partition("/")
    start, end = days(first, text)[0], days(last or first, text)[1]
    if end < start:
        raise no_date(text)
    return Period(start=start, end=end, text=text.strip())


def days(text: str, whole: str) -> tuple[dt.date, dt.date]:
    """Give the first and the last day of a day, a month or a year."""
    found = DATE.match(text.strip())
    if found is None:
        raise no_date(whole)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        start = dt.date(year or 0, month or 1, day or 1)
        last = calendar.monthrange(start.year, month or 12)[1]
        return start, dt.date(start.year, month or 12, day or last)
    except ValueError:
        raise no_date(whole) from None


def no_date(text: str) -> CaseTrouble:
    """Say that something is no date."""
    return CaseTrouble(f"{text!r} is no date", "write 2025-03-07, 2025-03, 2025 or 2025-03-05/2025-03-08")
