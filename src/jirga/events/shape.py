"""The shape that rows of every kind are brought into; what the file itself said stands beside it."""

from __future__ import annotations

import pyarrow as pa

WHOLE, DAY, DEGREES, TEXT = pa.int64(), pa.date32(), pa.float64(), pa.string()

COLUMNS: dict[str, tuple[pa.DataType, str]] = {
    "row": (WHOLE, "the row of the file, from 1, without its header"),
    "line": (WHOLE, "the line of the file it begins in"),
    "event": (TEXT, "the maker's id of it"),
    "type": (TEXT, "what kind of event, in the maker's words"),
    "start": (DAY, "the first day it may have happened on"),
    "end": (DAY, "the last day it may have happened on"),
    "precision": (TEXT, "how finely its date is known: day, days, week, month, longer"),
    "country": (TEXT, "the country, as the maker writes it"),
    "admin1": (TEXT, "the province; null where it is not known"),
    "admin2": (TEXT, "the district; null where it is not known"),
    "place": (TEXT, "the place"),
    "placed": (TEXT, "how finely its place is known: place, near, district, province, line, country, abroad"),
    "latitude": (DEGREES, "degrees north"),
    "longitude": (DEGREES, "degrees east"),
    "actor1": (TEXT, "one side; not the attacker unless the maker says so"),
    "actor2": (TEXT, "the other side"),
    "others": (TEXT, "who else took part, parted by semicolons"),
    "best": (WHOLE, "how many died, by the maker's best estimate; null where not known"),
    "low": (WHOLE, "the maker's low estimate; null where there is none"),
    "high": (WHOLE, "the maker's high estimate; null where there is none"),
    "deaths_a": (WHOLE, "how many of side a died; null where not told apart"),
    "deaths_b": (WHOLE, "how many of side b died"),
    "deaths_civilians": (WHOLE, "how many civilians died"),
    "deaths_unknown": (WHOLE, "how many died of whom it is not known, or not told, whose they were"),
}
SCHEMA = pa.schema([(name, type_) for name, (type_, _) in COLUMNS.items()])
GIVEN = "given_"


def whole_schema(names: tuple[str, ...], *, with_given: bool) -> pa.Schema:
    """Give the schema of a file to keep, with its own columns as text where they may be kept."""
    given = [pa.field(GIVEN + name, TEXT) for name in names] if with_given else []
    return pa.schema([*SCHEMA, *given])
