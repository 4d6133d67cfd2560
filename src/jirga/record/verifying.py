"""Verifying: finding whatever was changed in the record by another way than through it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from sqlalchemy import Connection, select

from jirga.record.datasets import dataset_troubles
from jirga.record.derived import State, come_to
from jirga.record.digests import digest
from jirga.record.folding import words
from jirga.record.log import FIRST, Entry, content_digest, entries, sealed
from jirga.record.originals import original, sha256_of
from jirga.record.passages import words_at
from jirga.record.tables import DERIVED, passages, texts
from jirga.record.tables import found as index
from jirga.schema.record import Dataset, Document

Kept = TypeVar("Kept", Document, Dataset)


def tampering(connection: Connection, files: Path, sets: Path, noted: str = "") -> list[str]:
    """Find everything that does not fit: each is a sentence; none means that the record is whole.

    Parameters
    ----------
    files : Path
        The folder of the originals.
    sets : Path
        The folder of the event data.
    noted : str, optional
        The hash of an entry, or its beginning, as it was noted elsewhere at some time: it must be in the log.

    Notes
    -----
    Whoever can write to the whole database can also write it anew from the start, every hash fitting.
    Only a hash that was noted elsewhere shows that.
    """
    log = list(entries(connection))
    found = [*chain_troubles(log), *purge_troubles(log)]
    if noted and not any(one.hash.startswith(noted) for one in log):
        found.append(f"no entry of the log has the hash {noted} that was noted")
    should = come_to(one for one in log if fits(one))
    known = readable(Document, should, "documents")
    found += table_troubles(connection, should)
    for document in known:
        found += document_troubles(connection, document, log, files)
    found += strays(connection, {one.id for one in known})
    found += index_troubles(connection)
    ours = {original(files, one).name for one in known}
    found += dataset_troubles(readable(Dataset, should, "datasets"), sets)
    others = (path.name for path in files.iterdir() if path.name not in ours and path.name[0] != ".")
    found += [f"the file {name} belongs to no document" for name in sorted(others)]
    return found


def chain_troubles(log: Iterable[Entry]) -> Iterator[str]:
    """Find entries that were changed, left out, put in or put elsewhere."""
    number, before = 0, FIRST
    for one in log:
        if one.number != number + 1:
            yield f"entry {number + 1} of the log is missing"
        if one.before != before:
            yield f"entry {one.number} of the log does not follow the one before it"
        if one.hash != sealed(one.number, one.at, one.by, one.what, one.digest, one.before):
            yield f"entry {one.number} of the log was changed"
        if one.content is not None and one.digest != content_digest(
            one.salt or "", one.about or "", one.content
        ):
            yield f"what entry {one.number} of the log says was changed"
        number, before = one.number, one.hash


def purge_troubles(log: list[Entry]) -> Iterator[str]:
    """Find entries that were emptied although nobody purged them."""
    purged = {number for one in log if one.what == "purged" for number in one.did.get("entries", ())}
    for one in log:
        if one.content is None and one.number not in purged:
            yield f"entry {one.number} of the log was emptied, and no purge says so"


def table_troubles(connection: Connection, should: State) -> Iterator[str]:
    """Find rows that the log does not account for, or accounts for otherwise."""
    for name, table in DERIVED.items():
        there = {
            (name, tuple(str(row[one.name]) for one in table.primary_key)): dict(row)
            for row in connection.execute(select(table)).mappings()
        }
        mine = {key: values for key, values in should.items() if key[0] == name}
        for key in sorted({*there, *mine}):
            if there.get(key) != mine.get(key):
                yield f"{' '.join(key[1])} in {name} is not as the log has it"


def index_troubles(connection: Connection) -> Iterator[str]:
    """Find a search index that leads to other words than those that stand there."""
    should = {
        ("passage", row.mark, row.document, " ".join(words(row.quote)))
        for row in connection.execute(select(passages.c.mark, passages.c.document, passages.c.quote))
    }
    asked = select(index.c.kind, index.c.ref, index.c.document, index.c.words)
    there = {tuple(row) for row in connection.execute(asked.where(index.c.kind == "passage"))}
    if there != should:
        yield "the search index is not as the passages have it"


def readable(kind: type[Kept], should: State, table: str) -> list[Kept]:
    """Read the rows of a table that can be read; that the others were changed is found elsewhere."""
    some = []
    for content in (row["content"] for key, row in should.items() if key[0] == table):
        with suppress(ValidationError):
            some.append(kind.model_validate_json(content))
    return some


def fits(one: Entry) -> bool:
    """Whether an entry's content can be read."""
    try:
        return isinstance(one.did, dict)
    except json.JSONDecodeError:
        return False


def document_troubles(
    connection: Connection, document: Document, log: list[Entry], files: Path
) -> Iterator[str]:
    """Find a text, a passage or a file that is not as it was when it was added."""
    text = connection.execute(select(texts.c.text).where(texts.c.document == document.id)).scalar()
    if text is None or digest(text) != document.text_sha256:
        yield f"the text of {document.name} was changed"
    if sha256_of(original(files, document)) != document.file_sha256:
        yield f"the file of {document.name} was changed, or is gone"
    marks = next(
        (
            one.did.get("marks", ())
            for one in log
            if one.what == "document.added" and one.about == document.id
        ),
        (),
    )
    should = {
        mark: {"start": start, "end": end, "document": document.id, **words_at(text or "", start, end)}
        for mark, start, end in marks
        if end > start
    }
    rows = connection.execute(select(passages).where(passages.c.document == document.id)).mappings()
    there = {row["mark"]: {key: row[key] for key in row if key != "mark"} for row in rows}
    for mark in sorted({*should, *there}):
        if there.get(mark) != should.get(mark):
            yield f"the passage {document.name}#{mark} was changed"


def strays(connection: Connection, known: set[str]) -> Iterator[str]:
    """Find texts and passages of documents that are not there."""
    for table in (texts, passages):
        held = Counter(connection.execute(select(table.c.document)).scalars())
        for document in sorted(set(held) - known):
            yield f"{table.name} holds something of {document}, which is no document here"
