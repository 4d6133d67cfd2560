"""From a date and how finely it is known to the days on which an event may have happened."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

# A date of a week's precision may be any day of it: the whole week lies within so many days of it.
DAYS, WEEK = dt.timedelta(days=5), dt.timedelta(days=6)


def span(day: dt.date, precision: str) -> tuple[dt.date, dt.date]:
    """Give the first and the last day that a date may mean.

    Parameters
    ----------
    day : date
        The date a maker gives.
    precision : str
        day, days (up to six), week, month or longer (the year).

    Returns
    -------
    date, date
        The first and last day; the month or year is that of the calendar.

    Examples
    --------
    >>> [str(one) for one in span(dt.date(2025, 2, 15), "month")]
    ['2025-02-01', '2025-02-28']
    >>> [str(one) for one in span(dt.date(2025, 2, 27), "week")]
    ['2025-02-21', '2025-03-05']
    """
    if precision == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    if precision == "longer":
        return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    around = {"days": DAYS, "week": WEEK}.get(precision, dt.timedelta())
    return day - around, day + around
