"""Counting events, against the definition worked by sets, on made-up events with coarse dates and places."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from eventfiles import file_of, ged
from jirga.events.counts import Count, counts
from jirga.events.eventset import EventSet
from jirga.events.reading import read_events

DAYS = st.dates(dt.date(2020, 11, 1), dt.date(2021, 3, 31))
GROUPS = {"": "", "deaths_a": "side-a", "deaths_civilians": "civilians", "deaths_unknown": "unknown"}
SMALL = st.integers(0, 4)
Event = dict[str, Any]


@st.composite
def events(draw: st.DrawFn, number: int) -> Event:
    """An event that may last, and may be placed no finer than its province or country."""
    start = draw(DAYS)
    length = draw(st.sampled_from([0, 0, 0, 3, 40]))
    province, district = draw(
        st.sampled_from([("", ""), ("North", ""), ("North", "Upper"), ("South", "Low")])
    )
    deaths = {name: draw(SMALL) for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")}
    best = sum(deaths.values())
    return ged(
        number,
        date_start=start,
        date_end=start + dt.timedelta(days=length),
        adm_1=province,
        adm_2=district,
        side_b=draw(st.sampled_from(["Movement", "Civilians", "Government"])),
        low=max(0, best + draw(st.integers(-2, 1))),
        high=max(0, best + draw(st.integers(-1, 3))),
        **deaths,
    )


@st.composite
def sets(draw: st.DrawFn) -> list[Event]:
    """Some events with ids of their own."""
    return [draw(events(number)) for number in range(1, draw(st.integers(2, 12)))]


def as_set(rows: list[Event]) -> EventSet:
    """Write events into a file and read it."""
    with tempfile.TemporaryDirectory() as folder:
        return read_events(file_of(Path(folder), "ged", *rows))


def months_of(row: Event) -> set[str]:
    """Every month that an event may lie in."""
    span = (row["date_end"] - row["date_start"]).days + 1
    return {(row["date_start"] + dt.timedelta(days=one)).isoformat()[:7] for one in range(span)}


def ends(row: Event, group: str) -> tuple[int, int, int]:
    """The best, least and most deaths of a group in an event, or of all."""
    best, low, high = row["best"], min(row["low"], row["best"]), max(row["high"], row["best"])
    if not group:
        return best, low, high
    dead = row[group]
    unknown = row["deaths_unknown"] if group != "deaths_unknown" else 0
    return dead, max(0, dead - (best - low)), dead + unknown + high - best


def worked(
    name: str,
    rows: list[Event],
    sure: Callable[[Event], bool],
    maybe: Callable[[Event], bool],
    group: str = "",
) -> Count:
    """Count by the definition: what surely belongs, and what may."""
    surely = [row for row in rows if sure(row)]
    perhaps = [row for row in rows if maybe(row) and not sure(row)]
    dead = [sum(ends(row, group)[one] for row in surely) for one in range(3)]
    most = sum(ends(row, group)[2] for row in perhaps)
    counted = [row for row in surely if not group or row[group]]
    return Count(name, len(counted), dead[0], dead[1], dead[2], 0, len(perhaps), most)


def in_province(row: Event) -> bool:
    """Whether an event is surely in the North."""
    return bool(row["adm_1"] == "North")


def perhaps_in_province(row: Event) -> bool:
    """Whether it may be there."""
    return row["adm_1"] in {"North", ""}


@settings(max_examples=12, deadline=None)
@given(sets())
def test_by_month(rows: list[Event]) -> None:
    """A month holds the events that lie wholly in it; those that may are perhaps; none is spread."""
    found = counts(as_set(rows))
    every = sorted(set().union(*map(months_of, rows)))
    assert [one.name for one in found.lines] == list(months_between(every[0], every[-1]))
    for line in found.lines:
        month = {line.name}
        assert line == worked(
            line.name,
            rows,
            lambda row, month=month: months_of(row) == month,
            lambda row, month=month: month <= months_of(row),
        )
    assert found.total == worked("", rows, lambda _: True, lambda _: True)
    across = [row for row in rows if len(months_of(row)) > 1]
    assert found.across.events == len(across)
    assert sum(one.events for one in found.lines) + len(across) == len(rows)


def months_between(first: str, last: str) -> Iterator[str]:
    """Every month from the first to the last."""
    year, month = map(int, first.split("-"))
    while f"{year}-{month:02}" <= last:
        yield f"{year}-{month:02}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


@settings(max_examples=12, deadline=None)
@given(sets(), st.sampled_from(list(GROUPS)))
def test_within_a_period_and_place(rows: list[Event], group: str) -> None:
    """Within months and a province: what is dated or placed too coarsely is only perhaps."""
    named = GROUPS[group]
    asked = {"2020-12", "2021-01"}
    if not any(in_province(row) for row in rows):
        rows = [*rows, ged(99, date_start=dt.date(2021, 1, 5), date_end=dt.date(2021, 1, 5), adm_1="North")]
    found = counts(as_set(rows), by="actor", place="north", group=named, months=("2020-12", "2021-01"))
    mine = worked(
        "",
        rows,
        lambda row: in_province(row) and months_of(row) <= asked,
        lambda row: perhaps_in_province(row) and bool(months_of(row) & asked),
        group,
    )
    assert found.total == mine


@settings(max_examples=5, deadline=None)
@given(sets())
def test_lines_add_up(rows: list[Event]) -> None:
    """By place every event stands once, by actor with each side; by group its deaths are told apart."""
    some = as_set(rows)
    total = counts(some).total
    places, actors, groups = (counts(some, by=by).lines for by in ("place", "actor", "group"))
    assert sum(one.events for one in places) == len(rows)
    assert sum(one.deaths for one in places) == total.deaths == sum(one.deaths for one in groups)
    sides = [{row["side_a"], row["side_b"]} for row in rows]
    assert {one.name: one.events for one in actors} == {
        name: sum(name in one for one in sides) for name in set().union(*sides)
    }
    for group, column in (("side-a", "deaths_a"), ("civilians", "deaths_civilians")):
        (line,) = (one for one in groups if one.name == group)
        assert line == worked(group, rows, lambda _: True, lambda _: True, column)
        assert line.low <= line.deaths <= line.high
