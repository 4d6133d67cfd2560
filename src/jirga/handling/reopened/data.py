"""Data as JSON, JSON Lines and CSV: every key and value, and the text as it is written."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from jirga.handling.reopened.place import Place, closed, values


def json_places(text: str, part: str) -> Iterator[Place]:
    """Give every key and value of JSON.

    Raises
    ------
    CannotLookInto
        It is none.
    """
    try:
        found = json.loads(text, object_pairs_hook=Pairs)
    except (ValueError, RecursionError):
        raise closed(part, "it should be JSON, and is not") from None
    yield Place(part, text)
    yield from values(part, words_in(found))


def lines_places(text: str, part: str) -> Iterator[Place]:
    """Give every key and value of JSON Lines."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield from json_places(line, f"{part} line {number}")


class Pairs(list[tuple[str, Any]]):
    """An object of JSON with every key, those too that stand in it twice."""


def words_in(value: Any) -> Iterator[str]:
    """Give every text in a value of JSON."""
    if isinstance(value, Pairs):
        for key, one in value:
            yield key
            yield from words_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from words_in(one)
    elif isinstance(value, str):
        yield value


def csv_places(text: str, part: str) -> Iterator[Place]:
    """Give every cell of a table in text."""
    yield Place(part, text)
    delimiter = max(",;\t", key=text.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error:
        raise closed(part, "it should be a table, and is not") from None
    yield from values(part, (cell for row in rows for cell in row))
