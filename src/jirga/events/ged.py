"""UCDP GED: every event with its sides, its place, its dates and three estimates of its deaths."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from jirga.events.cells import code, count, day, degrees, named, text
from jirga.events.chunk import Chunk, where
from jirga.events.shape import DAY, DEGREES, WHOLE
from jirga.events.spans import span

TYPES = {"1": "state-based", "2": "non-state", "3": "one-sided"}
PRECISION = {"1": "day", "2": "days", "3": "week", "4": "month", "5": "longer"}
PLACED = {
    "1": "place",
    "2": "near",
    "3": "district",
    "4": "province",
    "5": "line",
    "6": "country",
    "7": "abroad",
}
DEATHS = ("best", "low", "high", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


def columns(chunk: Chunk) -> dict[str, pa.Array]:
    """Read rows of GED.

    Notes
    -----
    A row whose four kinds of deaths do not make its best estimate is left out: one of the five is wrong, and
    nobody can say which. A low above the best, or a best above the high, is only warned of: published rows
    have it.
    """
    numbers = {name: chunk.read(name, count, WHOLE) for name in DEATHS}
    found = {
        "event": chunk.read("id", named),
        "type": chunk.read("type_of_violence", code(TYPES)),
        **dates(chunk),
        **{name: chunk.read(name, text) for name in ("country",)},
        "admin1": chunk.read("adm_1", text),
        "admin2": chunk.read("adm_2", text),
        "place": chunk.read("where_coordinates", text),
        "placed": chunk.read("where_prec", code(PLACED)),
        "latitude": chunk.read("latitude", degrees(90), DEGREES, needed=False),
        "longitude": chunk.read("longitude", degrees(180), DEGREES, needed=False),
        "actor1": chunk.read("side_a", text),
        "actor2": chunk.read("side_b", text),
        **numbers,
    }
    check_sums(chunk, numbers)
    return found


def dates(chunk: Chunk) -> dict[str, pa.Array]:
    """Read the days an event may have happened on."""
    precision = chunk.read("date_prec", code(PRECISION))
    start, end = (chunk.read(name, day, DAY) for name in ("date_start", "date_end"))
    for at in where(pc.less(end, start)):
        chunk.blame(at, "error", "date", "date_end", f"it ends on {end[at]}, before it begins on {start[at]}")
    doubtful = where(pc.and_(pc.equal(start, end), pc.not_equal(precision, "day")))
    if doubtful:
        start, end = widened(chunk, doubtful, precision, (start, end))
    return {"start": start, "end": end, "precision": precision}


def widened(
    chunk: Chunk, doubtful: list[int], precision: pa.Array, days: tuple[pa.Array, pa.Array]
) -> list[pa.Array]:
    """Take a single day whose precision is coarser for all the days that it may stand for."""
    starts, ends = (one.to_pylist() for one in days)
    for at in doubtful:
        starts[at], ends[at] = span(starts[at], precision[at].as_py())
        taken = f"taken as {starts[at]} to {ends[at]}"
        what = f"its dates are one day, but its precision is {precision[at]}: {taken}"
        chunk.blame(at, "warning", "date", "date_prec", what)
    return [pa.array(starts, DAY), pa.array(ends, DAY)]


def check_sums(chunk: Chunk, numbers: dict[str, pa.Array]) -> None:
    """Check that the deaths make the best estimate, and that it lies between low and high."""
    parts = [numbers[name] for name in DEATHS[3:]]
    total = parts[0]
    for part in parts[1:]:
        total = pc.add(total, part)
    best, low, high = (numbers[name] for name in DEATHS[:3])
    for at in where(pc.not_equal(total, best)):
        added = " + ".join(str(part[at]) for part in parts)
        chunk.blame(
            at,
            "error",
            "sum",
            "best",
            f"the deaths of a, b, civilians and unknown are {added}, not {best[at]}",
        )
    for at in where(pc.or_(pc.greater(low, best), pc.greater(best, high))):
        what = f"low {low[at]}, best {best[at]} and high {high[at]} are not in that order"
        chunk.blame(at, "warning", "order", "best", what)
