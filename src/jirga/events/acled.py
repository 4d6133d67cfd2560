"""ACLED: every event with two actors, a date of three precisions, and the deaths reported."""

from __future__ import annotations

import pyarrow as pa

from jirga.events.cells import code, count_if_known, day, degrees, named, text
from jirga.events.chunk import Chunk
from jirga.events.shape import DAY, DEGREES, TEXT, WHOLE
from jirga.events.spans import span

PRECISION = {"1": "day", "2": "week", "3": "month"}
PLACED = {"1": "place", "2": "near", "3": "province"}


def columns(chunk: Chunk) -> dict[str, pa.Array]:
    """Read rows of ACLED; what it says of deaths is their total, so they are all of unknown side."""
    precision = chunk.read("time_precision", code(PRECISION))
    dead = chunk.read("fatalities", count_if_known, WHOLE)
    return {
        "event": chunk.read("event_id_cnty", named),
        "type": joined(chunk, "event_type", "sub_event_type"),
        **spanning(chunk.read("event_date", day, DAY), precision),
        "country": chunk.read("country", named),
        "admin1": chunk.read("admin1", text),
        "admin2": chunk.read("admin2", text),
        "place": chunk.read("location", text),
        "placed": chunk.read("geo_precision", code(PLACED)),
        "latitude": chunk.read("latitude", degrees(90), DEGREES, needed=False),
        "longitude": chunk.read("longitude", degrees(180), DEGREES, needed=False),
        "actor1": chunk.read("actor1", named),
        "actor2": chunk.read("actor2", text),
        "others": joined(chunk, *(one for one in ("assoc_actor_1", "assoc_actor_2") if one in chunk.given)),
        "best": dead,
        "deaths_unknown": dead,
    }


def joined(chunk: Chunk, *names: str) -> pa.Array:
    """Join the texts of columns with semicolons; blank ones are left out."""
    if not names:
        return pa.nulls(len(chunk), TEXT)
    parts = zip(*(chunk.read(name, text).to_pylist() for name in names), strict=True)
    return pa.array(["; ".join(filter(None, row)) or None for row in parts], TEXT)


def spanning(days: pa.Array, precision: pa.Array) -> dict[str, pa.Array]:
    """Give the days that dates may mean."""
    spans = [
        span(one, fine) if one and fine else (None, None)
        for one, fine in zip(days.to_pylist(), precision.to_pylist(), strict=True)
    ]
    starts, ends = ([one[end] for one in spans] for end in (0, 1))
    return {"start": pa.array(starts, DAY), "end": pa.array(ends, DAY), "precision": precision}
