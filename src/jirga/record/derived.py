"""What the log comes to: which rows each act leaves in the tables that are searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, delete, insert

from jirga.record.digests import canonical
from jirga.record.log import Entry
from jirga.record.tables import DERIVED, claims, datasets, documents, names, retractions

State = dict[tuple[str, tuple[str, ...]], dict[str, str]]


@dataclass(frozen=True)
class Row:
    """A row as an act leaves it; without values, the act takes it away."""

    table: str
    key: tuple[str, ...]
    values: dict[str, str] | None


def rows(entry: Entry) -> Iterator[Row]:
    """Say what an act leaves; purged acts leave nothing."""
    did = entry.did
    if "document" in did:
        one = did["document"]
        values = {"id": one["id"], "name": one["name"], "content": canonical(one)}
        yield Row(documents.name, (one["id"],), values)
    if "dataset" in did:
        one = did["dataset"]
        yield Row(
            datasets.name, (one["id"],), {"id": one["id"], "name": one["name"], "content": canonical(one)}
        )
    if "claim" in did:
        yield claim_row(did)
    for one in did.get("names", ()):
        values = {"id": one["id"], "kind": one["kind"], "content": canonical(one)}
        yield Row(names.name, (one["id"],), values)
    if "retraction" in did:
        one = did["retraction"]
        kept = {"kind": one["kind"], "id": one["id"], "content": canonical(one)}
        yield Row(retractions.name, (one["kind"], one["id"]), None if one["lifted"] else kept)


def claim_row(did: dict[str, Any]) -> Row:
    """Give the row of a claim that was proposed or reviewed."""
    claim = did["claim"]
    values = {
        "id": did["id"],
        "document": claim["passages"][0]["document"],
        "kind": claim["kind"],
        "state": did["state"],
        "content": canonical(claim),
    }
    return Row(claims.name, (did["id"],), values)


def come_to(entries: Iterable[Entry]) -> State:
    """Make from a log, in memory, every row that should be in the tables."""
    state: State = {}
    for entry in entries:
        for row in rows(entry):
            state.pop((row.table, row.key), None)
            if row.values is not None:
                state[row.table, row.key] = row.values
    return state


def kept(connection: Connection, entries: Iterable[Entry]) -> None:
    """Bring the tables to what new entries leave."""
    last = {(row.table, row.key): row for entry in entries for row in rows(entry)}
    for name, table in DERIVED.items():
        mine = [row for row in last.values() if row.table == name]
        if mine:
            connection.execute(delete(table).where(named(table)), [places(row.key) for row in mine])
        if values := [row.values for row in mine if row.values is not None]:
            connection.execute(insert(table), values)


def keyed(table: Table, key: tuple[str, ...]) -> ColumnElement[bool]:
    """Say which row has a key."""
    return and_(*(column == value for column, value in zip(table.primary_key, key, strict=True)))


def named(table: Table) -> ColumnElement[bool]:
    """Say which row has a key that is given later, for many rows in one statement."""
    columns = enumerate(table.primary_key)
    return and_(*(column == bindparam(f"key_{number}") for number, column in columns))


def places(key: tuple[str, ...]) -> dict[str, str]:
    """Give a key as `named` asks for it."""
    return {f"key_{number}": value for number, value in enumerate(key)}


def made_again(connection: Connection, entries: Iterable[Entry]) -> None:
    """Empty the tables and fill them from the log."""
    for table in DERIVED.values():
        connection.execute(delete(table))
    kept(connection, entries)
