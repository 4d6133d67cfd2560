"""Asking event data: which events are surely meant, which may be, and how many died in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb

from jirga.errors import UnknownName
from jirga.events.eventset import EventSet

GROUPS = {
    "side-a": "deaths_a",
    "side-b": "deaths_b",
    "civilians": "deaths_civilians",
    "unknown": "deaths_unknown",
}
LEVELS = ("country", "admin1", "admin2", "place")
# Nothing is fetched, and no file but the one that was opened is read.
OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


@dataclass(frozen=True)
class Selection:
    """Which events are meant; whatever is left empty leaves all in.

    Attributes
    ----------
    places, actors, types : tuple of str
        Any of these, in the words of the set; capitals do not matter.
    groups : tuple of str
        Whose deaths: side-a, side-b, civilians, unknown.
    start, end : date or None
        The first and the last day.
    """

    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    start: dt.date | None = None
    end: dt.date | None = None


@contextmanager
def asking(events: EventSet, selection: Selection) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database in memory with the table `chosen`: the events that are, or may be, meant.

    Raises
    ------
    UnknownName
        The set has no such place, actor, type of event or group of the dead.

    Notes
    -----
    `here` says that an event is surely of the places meant; it is false for one placed too coarsely to say.
    `dead`, `dead_low` and `dead_high` are the deaths of the groups meant.
    """
    with duckdb.connect(":memory:", config=OFFLINE) as base:
        base.register("given", events.table)
        unsided = "coalesce(deaths_unknown, 0)" if events.origin.maker.unsided else "0"
        base.execute(f"CREATE TEMP VIEW events AS SELECT *, {unsided} AS unsided FROM given")
        refuse_unknown(base, selection)
        base.execute(f"CREATE TEMP TABLE chosen AS {chosen(base, selection)}", parameters(selection))
        yield base


def parameters(selection: Selection) -> dict[str, list[str]]:
    """Give the names that the query asks for."""
    named = {"actors": selection.actors, "types": selection.types}
    return {key: [one.lower() for one in names] for key, names in named.items() if names}


def chosen(base: duckdb.DuckDBPyConnection, selection: Selection) -> str:
    """Write the query for the events meant; names come as parameters or from tables, never as text."""
    surely, maybe = placed(base, selection.places)
    wanted = [f"(({surely}) OR ({maybe}))"]
    if selection.actors:
        wanted.append(f"list_has_any($actors, {ACTORS})")
    if selection.types:
        wanted.append("list_contains($types, lower(type))")
    return (
        f"SELECT {KEPT}, coalesce(({surely}), false) AS here, {deaths(selection.groups)} "
        f"FROM events WHERE {' AND '.join(wanted)}"
    )


KEPT = ", ".join(
    [*LEVELS, "actor1", "actor2", "start", '"end"', "best", "low", "high", *GROUPS.values(), "unsided"]
)
ACTORS = (
    "list_transform(list_filter([actor1, actor2] || coalesce(string_split(others, '; '), []), "
    "lambda one: one IS NOT NULL), lambda one: lower(one))"
)


def deaths(groups: tuple[str, ...]) -> str:
    """Write what the deaths of some groups, or of all, are: the best number and the ends it lies between.

    The low and high estimates of a set are of all the dead. Those too many or too few by them may all be of
    one group, and so may the dead of unknown side, so the ends are as wide as that.
    """
    low, high = "coalesce(least(low, best), best)", "coalesce(greatest(high, best), best)"
    if not groups:
        return f"best AS dead, {low} AS dead_low, {high} AS dead_high"
    dead = " + ".join(GROUPS[one] for one in groups)
    unknown = "0" if "unknown" in groups else "unsided"
    return (
        f"{dead} AS dead, greatest(0, {dead} - (best - {low})) AS dead_low, "
        f"{dead} + {unknown} + ({high} - best) AS dead_high"
    )


def placed(base: duckdb.DuckDBPyConnection, places: tuple[str, ...]) -> tuple[str, str]:
    """Write when an event is surely of some places, and when it is placed too coarsely to say."""
    if not places:
        return "true", "false"
    surely, maybe = [], []
    for number, name in enumerate(places):
        level = level_of(base, name)
        base.execute(
            f"CREATE TEMP TABLE meant{number} AS SELECT DISTINCT country, admin1, admin2, place "
            f"FROM events WHERE lower({level}) = $name",
            {"name": name.lower()},
        )
        surely.append(f"lower({level}) IN (SELECT lower({level}) FROM meant{number})")
        maybe.append(coarser(level, f"meant{number}"))
    return " OR ".join(surely), " OR ".join(maybe)


def coarser(level: str, meant: str) -> str:
    """Write when an event is known to be around a place, but not whether it is in it."""
    country = f"(admin1 IS NULL AND country IN (SELECT country FROM {meant}))"
    province = (
        "(admin1 IS NOT NULL AND admin2 IS NULL "
        f"AND (country, admin1) IN (SELECT (country, admin1) FROM {meant}))"
    )
    district = (
        "(admin2 IS NOT NULL AND placed NOT IN ('place', 'near') "
        f"AND (country, admin1, admin2) IN (SELECT (country, admin1, admin2) FROM {meant}))"
    )
    wider = {"country": ["false"], "admin1": [country], "admin2": [country, province]}
    return " OR ".join(wider.get(level, [country, province, district]))


def level_of(base: duckdb.DuckDBPyConnection, name: str) -> str:
    """Say what a place is in this set: the widest that has the name."""
    for level in LEVELS:
        found = base.execute(
            f"SELECT count(*) FROM events WHERE lower({level}) = $name", {"name": name.lower()}
        )
        if fetched(found)[0][0]:
            return level
    raise UnknownName("place", name, known(base, name, *LEVELS))


def known(base: duckdb.DuckDBPyConnection, asked: str, *columns: str) -> list[str]:
    """List the names in some columns: those that hold what was asked first, then frequent ones."""
    names: list[str] = []
    for column in columns:
        rows = base.execute(
            f"SELECT {column} FROM events WHERE {column} IS NOT NULL "
            f"GROUP BY 1 ORDER BY contains(lower({column}), $asked) DESC, count(*) DESC, 1 LIMIT 200",
            {"asked": asked.lower()},
        )
        names += [row[0] for row in fetched(rows)]
    return sorted(dict.fromkeys(names), key=lambda one: asked.lower() not in one.lower())


def refuse_unknown(base: duckdb.DuckDBPyConnection, selection: Selection) -> None:
    """Stop at a name that the set does not have, so that a slip of the pen does not count as zero."""
    for one in selection.actors:
        found = base.execute(
            f"SELECT count(*) FROM events WHERE list_contains({ACTORS}, $name)", {"name": one.lower()}
        )
        if not fetched(found)[0][0]:
            raise UnknownName("actor", one, known(base, one, "actor1", "actor2"))
    for one in selection.types:
        found = base.execute("SELECT count(*) FROM events WHERE lower(type) = $name", {"name": one.lower()})
        if not fetched(found)[0][0]:
            raise UnknownName("type of event", one, known(base, one, "type"))
    told = groups_of(base)
    for one in selection.groups:
        if one not in told:
            raise UnknownName("group of the dead told apart here", one, told)


def groups_of(base: duckdb.DuckDBPyConnection) -> list[str]:
    """List the groups whose deaths the set tells apart."""
    (counted,) = fetched(
        base.execute(f"SELECT {', '.join(f'count({one})' for one in GROUPS.values())} FROM events")
    )
    return [group for group, many in zip(GROUPS, counted, strict=True) if many]


def fetched(found: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """Give all rows of an answer."""
    return found.fetchall()
