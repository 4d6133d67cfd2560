"""Bringing an older ledger up to date: a copy is made first, and the tables are made again from the log."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from jirga.record import claims, documents
from jirga.record.derived import made_again
from jirga.record.ledger import connected, version
from jirga.record.log import entries
from jirga.record.near import keep_sketch
from jirga.record.searching import index_claims, index_passages
from jirga.record.tables import DERIVED, VERSION, about, found, make_tables, shingles


def brought_up_to_date(path: Path, url: str = "") -> Path | None:
    """Bring a ledger to this version; returns the copy that was made first, or nothing if it was new enough.

    Notes
    -----
    The log, the texts and the passages stay as they are, row by row. The rest comes from them, so any older
    version with the same log can be brought to this one.
    """
    ledger = connected(path, url)
    with ledger.reading() as connection:
        found_version = version(connection)
    if not 0 < found_version < VERSION:
        return None
    copy = None if url else copied(path, found_version)
    with ledger.writing() as connection:
        if version(connection) < VERSION:
            migrate(connection)
    return copy


def copied(path: Path, old: int) -> Path:
    """Copy a database as it is at this moment; a copy that is there already is kept."""
    copy = path.with_name(f"{path.stem}.version-{old}{path.suffix}")
    if not copy.exists():
        beside = copy.with_suffix(".coming")
        with closing(sqlite3.connect(path)) as old_one, closing(sqlite3.connect(beside)) as new_one:
            old_one.backup(new_one)
        beside.replace(copy)
    return copy


def migrate(connection: Connection) -> None:
    """Make the tables of this version and fill them from the log and the texts."""
    for table in (*DERIVED.values(), shingles, found):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table.name}")
    make_tables(connection)
    made_again(connection, list(entries(connection)))
    indexed_again(connection)
    connection.execute(about.update().where(about.c.key == "version").values(value=str(VERSION)))


def indexed_again(connection: Connection) -> None:
    """Make the full-text index and the sketches again."""
    for document in documents.every(connection):
        index_passages(connection, document, documents.passages_of(connection, document).items())
        keep_sketch(connection, document, documents.text_of(connection, document))
    index_claims(connection, claims.every(connection))
