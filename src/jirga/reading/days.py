"""Spans of days: months, weeks, years, and what a relative expression comes to on a given day."""

from __future__ import annotations

import calendar
import datetime as dt

Span = tuple[dt.date | None, dt.date | None]
ONE = dt.timedelta(days=1)
AHEAD = 45  # a date without a year may lie so many days after publication before it is taken for last year's


def day(year: int, month: int, number: int) -> Span | None:
    """Give one day, or nothing where there is no such day.

    Examples
    --------
    >>> day(2025, 2, 30) is None
    True
    """
    try:
        one = dt.date(year, month, number)
    except ValueError:
        return None
    return one, one


def month(year: int, number: int) -> Span:
    """Give a month, from its first day to its last.

    Examples
    --------
    >>> [str(one) for one in month(2024, 2)]
    ['2024-02-01', '2024-02-29']
    """
    return dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1])


def months(year: int, first: int, last: int) -> Span:
    """Give the months of a year from one to another."""
    return month(year, first)[0], month(year, last)[1]


def year(number: int) -> Span:
    """Give a year."""
    return dt.date(number, 1, 1), dt.date(number, 12, 31)


def week(anchor: dt.date, away: int = 0) -> Span:
    """Give the week of a day, Monday to Sunday, or one some weeks away."""
    monday = anchor - ONE * (anchor.weekday() - 7 * away)
    return monday, monday + ONE * 6


def weekday(anchor: dt.date, number: int, *, strictly: bool = False) -> Span:
    """Give the last such weekday, the day of publication itself counted unless `strictly`.

    Examples
    --------
    >>> str(weekday(dt.date(2025, 3, 8), 6)[0])
    '2025-03-08'
    """
    back = (anchor.isoweekday() - number) % 7
    one = anchor - ONE * (back or (7 if strictly else 0))
    return one, one


def shifted(anchor: dt.date, months_away: int) -> dt.date:
    """Go some months forwards or back, to the same day or the month's last."""
    whole = anchor.year * 12 + anchor.month - 1 + months_away
    target = max(whole // 12, 1), whole % 12 + 1
    return dt.date(*target, min(anchor.day, calendar.monthrange(*target)[1]))


def likely_year(anchor: dt.date, number: int, on: int = 1) -> int:
    """Choose the year of a date that has none: the latest that is not far ahead of publication."""
    try:
        one = dt.date(anchor.year, number, on)
    except ValueError:
        return anchor.year
    return anchor.year - 1 if one > anchor + ONE * AHEAD else anchor.year


def back(anchor: dt.date, count: int, unit: str) -> dt.date:
    """Go back from a day by some days, weeks, months or years, no further than the calendar reaches."""
    steps = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14}
    try:
        if unit in steps:
            return anchor - ONE * max(1, round(count * steps[unit]))
        return shifted(anchor, -count * {"month": 1, "year": 12, "decade": 120}[unit])
    except (OverflowError, ValueError):
        return dt.date.min
