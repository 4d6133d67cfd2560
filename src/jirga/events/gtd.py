"""GTD: incidents counted as terrorism, where 0 stands for a day or month not known and -9 for a number."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

import pyarrow as pa
import pyarrow.compute as pc

from jirga.events.cells import WrongCell, code, count_if_known, degrees, named, text, whole
from jirga.events.chunk import Chunk, where
from jirga.events.shape import DAY, DEGREES, WHOLE

PLACED = {"1": "place", "2": "near", "3": "district", "4": "province", "5": "country"}


def columns(chunk: Chunk) -> dict[str, pa.Array]:
    """Read rows of GTD: the perpetrators are side a, and whose the other dead were is not told."""
    killed, perpetrators = (chunk.read(name, count_if_known, WHOLE) for name in ("nkill", "nkillter"))
    for at in where(pc.greater(perpetrators, killed)):
        what = f"{perpetrators[at]} perpetrators died, but only {killed[at]} in all"
        chunk.blame(at, "error", "sum", "nkillter", what)
    return {
        "event": chunk.read("eventid", named),
        "type": chunk.read("attacktype1_txt", text),
        **dates(chunk),
        "country": chunk.read("country_txt", named),
        "admin1": chunk.read("provstate", text),
        "place": chunk.read("city", text),
        "placed": chunk.read("specificity", placed),
        "latitude": chunk.read("latitude", degrees(90), DEGREES, needed=False),
        "longitude": chunk.read("longitude", degrees(180), DEGREES, needed=False),
        "actor1": chunk.read("gname", text),
        "actor2": chunk.read("target1", text),
        "best": killed,
        "deaths_a": perpetrators,
        "deaths_unknown": pc.subtract(killed, pc.coalesce(perpetrators, pa.scalar(0, WHOLE))),
    }


def placed(cell: str) -> str:
    """Read how finely a place is known; blank and -9 say nothing of it."""
    return "country" if cell.strip() in {"", "-9"} else code(PLACED)(cell)


def dates(chunk: Chunk) -> dict[str, pa.Array]:
    """Read the days an incident may have begun on."""
    parts = [chunk.read(name, whole, WHOLE).to_pylist() for name in ("iyear", "imonth", "iday")]
    found = [dated(chunk, at, *one) for at, one in enumerate(zip(*parts, strict=True))]
    starts, ends, precision = ([one[place] for one in found] for place in range(3))
    return {"start": pa.array(starts, DAY), "end": pa.array(ends, DAY), "precision": pa.array(precision)}


Dated = tuple[dt.date | None, dt.date | None, str | None]


def dated(chunk: Chunk, at: int, year: int | None, month: int | None, day: int | None) -> Dated:
    """Give the days that one row's year, month and day may mean."""
    if year is None or month is None or day is None:
        return None, None, None
    try:
        return days(year, month, day)
    except (ValueError, WrongCell):
        chunk.blame(at, "error", "date", "iday", f"year {year}, month {month}, day {day} is no date")
        return None, None, None


def days(year: int, month: int, day: int) -> tuple[dt.date, dt.date, str]:
    """Give the first and last day that a date with zeros for what is not known may mean.

    >>> [str(one) for one in days(2019, 2, 0)]
    ['2019-02-01', '2019-02-28', 'month']
    """
    if month == 0:
        return dt.date(year, 1, 1), dt.date(year, 12, 31), "longer"
    if day == 0:
        return dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1]), "month"
    return dt.date(year, month, day), dt.date(year, month, day), "day"
