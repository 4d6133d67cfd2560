"""POLECAT: events that a program coded from news, directed from an actor to a recipient, without deaths."""

from __future__ import annotations

import pyarrow as pa

from jirga.events.acled import joined
from jirga.events.cells import day, degrees, named, text
from jirga.events.chunk import Chunk
from jirga.events.shape import DAY, DEGREES


def columns(chunk: Chunk) -> dict[str, pa.Array]:
    """Read rows of POLECAT."""
    when = chunk.read("event_date", day, DAY)
    modes = ("event_mode",) if "event_mode" in chunk.given else ()
    return {
        "event": chunk.read("event_id", named),
        "type": joined(chunk, "event_type", *modes),
        "start": when,
        "end": when,
        "precision": pa.array(["day"] * len(chunk)),
        "country": chunk.read("country", text),
        "admin1": chunk.read("province", text),
        "admin2": chunk.read("district", text),
        "place": chunk.read("placename", text),
        "latitude": chunk.read("latitude", degrees(90), DEGREES, needed=False),
        "longitude": chunk.read("longitude", degrees(180), DEGREES, needed=False),
        "actor1": chunk.read("actor_name", text),
        "actor2": chunk.read("recipient_name", text),
    }
