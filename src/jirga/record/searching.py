"""Full-text search over passages and claims, in any script, by folded words."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Text,
    cast,
    delete,
    func,
    insert,
    literal_column,
    select,
)

from jirga.record.folding import words
from jirga.record.tables import claims, found, passages
from jirga.schema.record import Passage, Recorded


@dataclass(frozen=True)
class Hit:
    """Something that has every word asked for.

    Attributes
    ----------
    kind : str
        passage, or the kind of claim.
    ref : str
        The passage's mark, as S15, or the claim's id.
    document : str
        The id of the document it is in.
    quote : str
        Its words, as they stand there.
    """

    kind: str
    ref: str
    document: str
    quote: str


def index(connection: Connection, rows: Iterable[tuple[str, str, str, str]]) -> None:
    """Make things findable: for each its kind, its mark or id, its document, and its words."""
    lines = [
        {"kind": kind, "ref": ref, "document": document, "words": " ".join(words(said))}
        for kind, ref, document, said in rows
    ]
    if lines:
        connection.execute(insert(found), lines)


def index_passages(connection: Connection, document: str, some: Iterable[tuple[str, Passage]]) -> None:
    """Make a document's passages findable."""
    index(connection, (("passage", mark, document, one.quote) for mark, one in some))


def index_claims(connection: Connection, some: Iterable[Recorded]) -> None:
    """Make new claims findable, by their quotations and the names in them."""
    index(connection, ((one.claim.kind, one.id, one.document, said_in(one)) for one in some))


def index_again(connection: Connection, one: Recorded) -> None:
    """Make a corrected claim findable by what it says now."""
    connection.execute(delete(found).where(found.c.ref == one.id))
    index_claims(connection, [one])


def said_in(one: Recorded) -> str:
    """Give the words by which a claim is found."""
    claim = one.claim
    named = [claim.said_by, claim.place.name if claim.place else "", *(name.name for name in claim.via)]
    return " ".join([claim.main.quote, *named])


def search(connection: Connection, asked: str, limit: int = 20) -> list[Hit]:
    """Find the passages and claims that have every word asked for, best first.

    Notes
    -----
    Best is by bm25 in SQLite; PostgreSQL gives them by document and place.
    """
    wanted = words(asked)
    if not wanted:
        return []
    query = select(found.c.kind, found.c.ref, found.c.document).where(has_all(connection, wanted))
    rows = connection.execute(query.order_by(*best_first(connection)).limit(limit)).all()
    return [Hit(*row, quote=quote_of(connection, *row)) for row in rows]


def quote_of(connection: Connection, kind: str, ref: str, document: str) -> str:
    """Give the words of a passage or claim as they stand in its document."""
    if kind != "passage":
        content = connection.execute(select(claims.c.content).where(claims.c.id == ref)).scalar_one()
        return str(json.loads(content)["passages"][0]["quote"])
    asked = select(passages.c.quote).where(passages.c.document == document, passages.c.mark == ref)
    return str(connection.execute(asked).scalar_one())


def has_all(connection: Connection, wanted: list[str]) -> ColumnElement[bool]:
    """Say that a row has every word."""
    if connection.dialect.name == "sqlite":
        asked = " ".join(f'"{word}"' for word in wanted)
        return literal_column("found").op("MATCH")(asked)
    return func.string_to_array(found.c.words, " ").op("@>")(cast(wanted, ARRAY(Text)))


def best_first(connection: Connection) -> list[ColumnElement[Any]]:
    """Say in which order to give what was found."""
    if connection.dialect.name == "sqlite":
        return [func.bm25(literal_column("found")), found.c.document, found.c.ref]
    return [found.c.document, found.c.ref]
