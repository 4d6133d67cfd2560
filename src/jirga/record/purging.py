"""Purging: a document goes, with all that was said of it; what stays says only that something was purged."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, delete, update

from jirga.errors import UnknownName
from jirga.record import claims, documents, register
from jirga.record.derived import keyed, rows
from jirga.record.folding import folded
from jirga.record.ledger import Ledger, troubles_named
from jirga.record.log import Act, Entry, Hand, append, entries
from jirga.record.originals import original
from jirga.record.tables import DERIVED, found, log, passages, shingles, texts
from jirga.schema.record import Document

HELD = (passages, shingles, found, texts)


def to_purge(connection: Connection, name: str) -> tuple[Document, ...]:
    """Give the documents a purge of this name would take: one document, or all that a source published.

    Raises
    ------
    UnknownName
        There is neither such a document nor such a publisher.
    """
    known = documents.every(connection).values()
    keys = {
        folded(name),
        *(folded(own) for one in register.meant(connection, name) for own in register.own_names(one)),
    }
    one = [document for document in known if name in {document.id, document.name}]
    some = one or [document for document in known if folded(document.publisher) in keys - {""}]
    if not some:
        raise UnknownName("document or publisher", name, [document.name for document in known])
    return tuple(some)


def purge(ledger: Ledger, files: Path, name: str, hand: Hand) -> tuple[Document, ...]:
    """Take documents out of the record: file, text, passages, claims, and what the log says of them.

    Notes
    -----
    The log keeps an empty entry for each act, with its number, time, person and kind, and the digest of what
    it said; the salt in that digest goes too, so that nobody can find out by trying what it was.
    """
    with ledger.writing() as connection:
        gone = to_purge(connection, name)
        emptied: list[int] = []
        for document in gone:
            emptied += emptied_of(connection, document)
        append(connection, [Act("purged", "", {"entries": sorted(emptied)})], hand)
        for path in (*(original(files, document) for document in gone), *files.glob(".coming.*")):
            path.unlink(missing_ok=True)
    scrub(ledger)
    return gone


def emptied_of(connection: Connection, document: Document) -> list[int]:
    """Empty every entry about a document or its claims, and take its rows away."""
    about = [document.id, *claims.ids_of(connection, document.id)]
    gone = [one for name in about for one in entries(connection, name)]
    empty(connection, gone)
    for table in HELD:
        connection.execute(delete(table).where(table.c.document == document.id))
    return [one.number for one in gone]


def empty(connection: Connection, gone: Sequence[Entry]) -> None:
    """Empty entries of the log, and take away what they left in the tables."""
    for row in {(row.table, row.key): row for one in gone for row in rows(one)}.values():
        table = DERIVED[row.table]
        connection.execute(delete(table).where(keyed(table, row.key)))
    for one in gone:
        nothing = {"content": None, "salt": None, "about": None}
        connection.execute(update(log).where(log.c.number == one.number).values(nothing))


def scrub(ledger: Ledger) -> None:
    """Write a database file anew, so that nothing is left in it of rows that are gone."""
    if ledger.engine.dialect.name != "sqlite":
        return
    with troubles_named(ledger.name), ledger.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None  # noqa: S101  an open connection has one
        for order in (
            "INSERT INTO found(found) VALUES('rebuild')",
            "VACUUM",
            "PRAGMA wal_checkpoint(TRUNCATE)",
        ):
            raw.execute(order).fetchall()
