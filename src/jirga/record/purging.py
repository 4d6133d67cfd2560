"""Purging: a document goes, with all that was said of it; what stays says only that something was purged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, delete, update

from jirga.errors import UnknownName
from jirga.record import claims, datasets, documents, register
from jirga.record.bearing import Bearing
from jirga.record.derived import keyed, rows
from jirga.record.folding import folded
from jirga.record.ledger import Ledger, troubles_named
from jirga.record.log import Act, Entry, Hand, append, entries
from jirga.record.originals import COMING, original
from jirga.record.tables import DERIVED, found, log, passages, shingles, texts
from jirga.schema.record import Dataset, Document, Name

HELD = (passages, shingles, found, texts)


@dataclass(frozen=True)
class Going:
    """What a purge takes.

    Attributes
    ----------
    names : tuple of Name
        The names of the register that nothing else in the record has.
    retracted : tuple of str
        The sources, by id or key, whose retraction concerns nothing else in the record.
    """

    documents: tuple[Document, ...] = ()
    datasets: tuple[Dataset, ...] = ()
    names: tuple[Name, ...] = ()
    retracted: tuple[str, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The documents' ids."""
        return frozenset(one.id for one in self.documents)


def to_purge(connection: Connection, name: str) -> Going:
    """Give what a purge of this name would take: a document, all that a source published, or event data.

    Raises
    ------
    UnknownName
        There is no such document, publisher or set of event data.
    """
    some = published(connection, name)
    sets = () if some else tuple(filter(None, [datasets.found(connection, name)]))
    if not some and not sets:
        known = [one.name for one in documents.every(connection).values()]
        known += [one.name for one in datasets.every(connection).values()]
        raise UnknownName("document, publisher or set", name, known)
    bearing = Bearing(connection, frozenset(one.id for one in some))
    return Going(some, sets, tuple(bearing.names()), tuple(bearing.retracted()))


def published(connection: Connection, name: str) -> tuple[Document, ...]:
    """Give the document of a name, or every document of a publisher."""
    known = documents.every(connection).values()
    if one := tuple(document for document in known if name in {document.id, document.name}):
        return one
    meant = (own for one in register.meant(connection, name) for own in register.own_names(one))
    keys = {folded(name), *map(folded, meant)} - {""}
    return tuple(document for document in known if folded(document.publisher) in keys)


def purge(ledger: Ledger, files: Path, sets: Path, name: str, hand: Hand) -> Going:
    """Take documents or event data out of the record: file, text, passages, claims, and what the log says.

    Notes
    -----
    The log keeps an empty entry for each act, with its number, time, person and kind, and the digest of what
    it said; the salt in that digest goes too, so that nobody can find out by trying what it was.
    """
    with ledger.writing() as connection:
        going = to_purge(connection, name)
        emptied = emptied_of(connection, abouts(connection, going))
        for document in going.documents:
            for table in HELD:
                connection.execute(delete(table).where(table.c.document == document.id))
        append(connection, [Act("purged", "", {"entries": emptied})], hand)
        for path in files_of(going, files, sets):
            path.unlink(missing_ok=True)
    scrub(ledger)
    return going


def abouts(connection: Connection, going: Going) -> list[str]:
    """Give the ids of all that the emptied entries are about."""
    named = (one.id for one in going.names)
    said = (claim for one in going.documents for claim in claims.ids_of(connection, one.id))
    return [*going.ids, *(one.id for one in going.datasets), *named, *going.retracted, *said]


def files_of(going: Going, files: Path, sets: Path) -> Iterable[Path]:
    """Give the files that go, with what a stopped copying or loading may have left of them."""
    yield from (original(files, one) for one in going.documents)
    yield from (datasets.kept_in(sets, one) for one in going.datasets)
    yield from files.glob(f"{COMING}*")
    if going.datasets:
        yield from sets.glob(".*.part")


def emptied_of(connection: Connection, some: Iterable[str]) -> list[int]:
    """Empty every entry about some things, and take away what they left in the tables."""
    gone = [one for name in dict.fromkeys(some) for one in entries(connection, name)]
    empty(connection, gone)
    return sorted(one.number for one in gone)


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
