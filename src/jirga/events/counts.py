"""How many events and deaths, by month, place, actor or group, and how sure each number is."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import duckdb

from jirga.errors import WrongMonth
from jirga.events.eventset import EventSet, Origin
from jirga.events.query import GROUPS, LEVELS, Selection, asking, deaths, fetched, groups_of

By = Literal["month", "place", "actor", "group"]


@dataclass(frozen=True)
class Count:
    """One line of a count.

    Attributes
    ----------
    name : str
        The month, place, actor or group; empty for what is not told so finely.
    events : int
        How many events surely belong here.
    deaths, low, high : int
        How many died in them: the best estimate, and the ends it lies between.
    not_known : int
        In how many of the events it is not known how many died.
    possible, possible_deaths : int
        How many more events may belong here, for their date or place is known too coarsely, and how many
        died in them at the most.
    """

    name: str
    events: int
    deaths: int
    low: int
    high: int
    not_known: int
    possible: int
    possible_deaths: int


@dataclass(frozen=True)
class Counts:
    """A count, and what a reader should know of it.

    Attributes
    ----------
    origin : Origin
        Which set was counted.
    by : str
        What each line is: a month, place, actor or group.
    selection : Selection
        Which events are meant.
    lines : tuple of Count
        The count.
    total : Count
        All of them, each event once.
    across : Count
        The events whose days lie in more than one month, so that they stand in none.
    covers : (date, date)
        The first and last day of the set; it says nothing of months before and after.
    not_covered : tuple of str
        The months asked for of which it says nothing.
    left_out : int
        How many rows of the file could not be counted.
    """

    origin: Origin
    by: By
    selection: Selection
    lines: tuple[Count, ...]
    total: Count
    across: Count
    covers: tuple[dt.date, dt.date]
    not_covered: tuple[str, ...]
    left_out: int

    @property
    def covered(self) -> bool:
        """Whether the set says anything of any of the months asked for."""
        return len(self.not_covered) < len(asked_months(self.selection, self.covers))


MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
NUMBERS = """
    count(*) FILTER (sure AND counted), coalesce(sum(dead) FILTER (sure), 0)::BIGINT,
    coalesce(sum(dead_low) FILTER (sure), 0)::BIGINT, coalesce(sum(dead_high) FILTER (sure), 0)::BIGINT,
    count(*) FILTER (sure AND dead IS NULL), count(*) FILTER (NOT sure),
    coalesce(sum(dead_high) FILTER (NOT sure), 0)::BIGINT
"""
MONTHS = "generate_series(date_trunc('month', start), date_trunc('month', \"end\"), INTERVAL 1 MONTH)"
ONE_MONTH = "date_trunc('month', start) = date_trunc('month', \"end\")"


def counts(
    events: EventSet,
    *,
    by: By = "month",
    place: str = "",
    actor: str = "",
    group: str = "",
    months: tuple[str, str] = ("", ""),
) -> Counts:
    """Count events and deaths.

    Parameters
    ----------
    events : EventSet
        The set.
    by : str
        What each line is: month, place (one level finer than the one asked for), actor, group of the dead.
    place, actor : str
        Only there, only with them; in the set's own spelling.
    group : str
        Only the deaths of these: side-a, side-b, civilians, unknown.
    months : (str, str)
        The first and last month, as 2021-03; empty for as far as the set goes.

    Raises
    ------
    UnknownName
        The set has no such place, actor or group.
    WrongMonth
        A month is not written as 2021-03, or the last is before the first.

    Notes
    -----
    No event is spread. One whose days lie in several months, or partly outside the months asked for, or whose
    place is known too coarsely, is in no number but `possible` and `possible_deaths` of every line it may
    belong to. A month outside what the set covers has no line: that is not zero.
    """
    start, end = period(*months)
    selection = Selection(named(place), named(actor), (), named(group), start, end)
    covers = events.covers
    with asking(events, selection) as base:
        lines = tuple(LINES[by](base, selection, covers))
        total, across = totals(base, selection)
    asked = asked_months(selection, covers)
    missing = tuple(one for one in asked if not month_of(covers[0]) <= one <= month_of(covers[1]))
    return Counts(events.origin, by, selection, lines, total, across, covers, missing, events.left_out)


def named(name: str) -> tuple[str, ...]:
    """Give a name as the only one, or none."""
    return (name,) if name else ()


def totals(base: duckdb.DuckDBPyConnection, selection: Selection) -> tuple[Count, Count]:
    """Count each event once, and those whose days lie in more than one month."""
    prepare(base, selection)
    (total,) = fetched(base.execute(f"SELECT {NUMBERS} FROM ready"))
    (across,) = fetched(base.execute(f"SELECT {NUMBERS} FROM ready WHERE NOT {ONE_MONTH}"))
    return Count("", *total), Count("", *across)


def prepare(base: duckdb.DuckDBPyConnection, selection: Selection) -> None:
    """Make the table `ready`: the events that may lie in the period, and whether they surely do."""
    first, last = selection.start or dt.date.min, selection.end or dt.date.max
    counted = "coalesce(dead, 0) > 0" if selection.groups else "true"
    base.execute(
        "CREATE OR REPLACE TEMP TABLE ready AS "
        f'SELECT *, here AND start >= $first AND "end" <= $last AS sure, {counted} AS counted '
        'FROM chosen WHERE start <= $last AND "end" >= $first',
        {"first": first, "last": last},
    )


def by_month(
    base: duckdb.DuckDBPyConnection, selection: Selection, covers: tuple[dt.date, dt.date]
) -> Iterator[Count]:
    """Count by month, with a line for every month that the set covers, zero or not."""
    prepare(base, selection)
    found = base.execute(
        f"SELECT strftime(month, '%Y-%m'), {NUMBERS} FROM (SELECT * REPLACE (here AND {ONE_MONTH} AS sure), "
        f"unnest({MONTHS}) AS month FROM ready) GROUP BY 1"
    )
    lines = {row[0]: Count(*row) for row in fetched(found)}
    for month in asked_months(selection, covers):
        if month_of(covers[0]) <= month <= month_of(covers[1]):
            yield lines.get(month, Count(month, 0, 0, 0, 0, 0, 0, 0))


def by_place(
    base: duckdb.DuckDBPyConnection,
    selection: Selection,
    _covers: tuple[dt.date, dt.date],
) -> Iterator[Count]:
    """Count by place, one level finer than all the events have in common."""
    prepare(base, selection)
    several = [f"count(DISTINCT {one}) > 1" for one in LEVELS]
    (shared,) = fetched(base.execute(f"SELECT {', '.join(several)} FROM ready WHERE here"))
    level = LEVELS[shared.index(True)] if True in shared else LEVELS[-1]
    return each(base, level)


def by_actor(
    base: duckdb.DuckDBPyConnection,
    selection: Selection,
    _covers: tuple[dt.date, dt.date],
) -> Iterator[Count]:
    """Count by actor; an event stands with each of its sides."""
    prepare(base, selection)
    sides = "unnest(list_distinct([coalesce(actor1, ''), coalesce(actor2, '')]))"
    base.execute(f"CREATE OR REPLACE TEMP TABLE ready AS SELECT *, {sides} AS side FROM ready")
    base.execute("DELETE FROM ready WHERE side = '' AND coalesce(actor1, actor2) IS NOT NULL")
    return each(base, "side")


def by_group(
    base: duckdb.DuckDBPyConnection,
    selection: Selection,
    _covers: tuple[dt.date, dt.date],
) -> Iterator[Count]:
    """Count by whose deaths they are; an event stands with each group of which somebody died."""
    prepare(base, selection)
    for group in [one for one in groups_of(base) if one in (selection.groups or tuple(GROUPS))]:
        row = fetched(
            base.execute(
                f"SELECT {NUMBERS} FROM (SELECT * EXCLUDE (dead, dead_low, dead_high, counted), "
                f"{deaths((group,))}, coalesce({GROUPS[group]}, 0) > 0 AS counted FROM ready)"
            )
        )[0]
        yield Count(group, *row)


LINES = {"month": by_month, "place": by_place, "actor": by_actor, "group": by_group}


def each(base: duckdb.DuckDBPyConnection, column: str) -> Iterator[Count]:
    """Count by a column, most events first, and what is not told so finely at the end."""
    found = base.execute(
        f"SELECT coalesce({column}, ''), {NUMBERS} FROM ready "
        f"GROUP BY 1 ORDER BY coalesce({column}, '') = '', 2 DESC, 3 DESC, 1"
    )
    return (Count(*row) for row in fetched(found))


def period(first: str, last: str) -> tuple[dt.date | None, dt.date | None]:
    """Give the first and the last day of some months.

    >>> [str(one) for one in period("2024-02", "2024-02")]
    ['2024-02-01', '2024-02-29']
    """
    start, end = (month(one) if one else None for one in (first, last))
    if start and end and end < start:
        raise WrongMonth(last, f"is before {first}")
    return start, end and month_end(end)


def month_end(day: dt.date) -> dt.date:
    """Give the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def month(text: str) -> dt.date:
    """Give the first day of a month written as 2021-03."""
    found = MONTH.fullmatch(text)
    if found is None or not 1 <= int(found[2]) <= 12 or found[1] == "0000":
        raise WrongMonth(text, "is no month")
    return dt.date(int(found[1]), int(found[2]), 1)


def month_of(day: dt.date) -> str:
    """Write the month of a day."""
    return day.isoformat()[:7]


def span_asked(selection: Selection, covers: tuple[dt.date, dt.date]) -> tuple[dt.date, dt.date]:
    """Give the first and last day asked for; where one is not said, as far as the set goes."""
    start, end = selection.start or covers[0], selection.end or covers[1]
    if end >= start:
        return start, end
    return (start, month_end(start)) if selection.start else (end.replace(day=1), end)


def asked_months(selection: Selection, covers: tuple[dt.date, dt.date]) -> list[str]:
    """List the months asked for, from the first to the last."""
    start, end = span_asked(selection, covers)
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    return [f"{one // 12:04}-{one % 12 + 1:02}" for one in range(first, last + 1)]
