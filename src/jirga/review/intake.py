"""From files to proposals in a case: added, read by rules, and proposed through the gate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from jirga.case import Case
from jirga.errors import FileTrouble
from jirga.record.documents import Added
from jirga.schema.record import AnyClaim, Document

TOGETHER = 16
Told = tuple[Path, "Read | FileTrouble"]


@dataclass(frozen=True)
class Read:
    """What became of one document.

    Attributes
    ----------
    new, known : int
        How many of its proposals are new, and how many were there, whatever became of them.
    refused : tuple of str
        Why each proposal was refused whose words do not stand in the text.
    before : bool
        Whether this version of the reader had read it before, so that nothing was done.
    """

    document: Document
    new: int = 0
    known: int = 0
    refused: tuple[str, ...] = ()
    before: bool = False


@dataclass(frozen=True)
class Waiting:
    """A document that is to be read, and the day that its own words are relative to."""

    path: Path
    document: Document
    text: str
    published: dt.date


def reader() -> str:
    """Name the reader, with its version."""
    from jirga.reading.figures import READER

    return READER


def read_text(text: str, published: dt.date) -> list[AnyClaim]:
    """Propose every claim of a text, relative to the day it was published."""
    from jirga.reading.carry import settings
    from jirga.reading.claims import claims
    from jirga.reading.figures import figures

    read = settings(text, published)
    incidents, stances, ties = claims(text, published, read)
    return [*figures(text, published, read), *incidents, *stances, *ties]


def read_or_told(one: Waiting) -> list[AnyClaim] | str:
    """Read a document; if the rules fail on it, say how, so that the others are still read."""
    try:
        return read_text(one.text, one.published)
    except Exception as trouble:  # noqa: BLE001  (any failure on one text is told beside its name)
        return f"was added, but the reader failed on it ({type(trouble).__name__}: {trouble})"


def read_into(
    case: Case, paths: Iterable[str | Path], *, by: str, at: str, pool: Executor | None = None, **said: str
) -> Iterator[Told]:
    """Add files to a case and propose what they claim; a file that cannot be read is told, not raised.

    Parameters
    ----------
    pool : Executor, optional
        What reads the texts, many at a time; the record is written here, one document after the other.
    said : str
        What is known of all of them, as for `Case.add`.

    Notes
    -----
    Every document is one transaction. Stopped at any moment, it goes on where it was when run again: files
    that are there are not added anew, and documents that this version has read are left alone.
    """
    together: list[Waiting] = []
    for path, one in case.add(paths, by=by, at=at, **said):
        found = looked_at(case, path, one)
        if isinstance(found, Waiting):
            together.append(found)
        else:
            yield path, found
        if len(together) == TOGETHER:
            yield from proposed(case, together, pool, at)
            together = []
    yield from proposed(case, together, pool, at)


def looked_at(case: Case, path: Path, one: Added | FileTrouble) -> Waiting | Read | FileTrouble:
    """Say whether a file that was added is to be read."""
    if isinstance(one, FileTrouble):
        return one
    if not one.new and any(each.claim.reader == reader() for each in case.claims(document=one.document.id)):
        return Read(one.document, before=True)
    day = published(one.document)
    if day is None:
        return undated(path)
    return Waiting(path, one.document, case.text(one.document.id), day)


def proposed(case: Case, some: list[Waiting], pool: Executor | None, at: str) -> Iterator[Told]:
    """Read documents and propose what they claim."""
    found = pool.map(read_or_told, some) if pool else map(read_or_told, some)
    for one, claims in zip(some, found, strict=True):
        if isinstance(claims, str):
            yield one.path, FileTrouble(str(one.path), claims, "the others are read; please report it")
            continue
        kept = case.propose(claims, document=one.document.id, by=reader(), at=at)
        why = tuple(reason for _, reason in kept.refused)
        yield one.path, Read(one.document, len(kept.new), len(kept.known), why)


def published(document: Document) -> dt.date | None:
    """Give the day to which a document's own words, as 'last week', are relative: the last it may be of."""
    return document.published.end if document.published else None


def undated(path: Path) -> FileTrouble:
    """Say that a document cannot be read, for nobody knows when it was written."""
    what = "was added, but not read: it is not known when it was published, and 'last week' hangs on that"
    return FileTrouble(str(path), what, "run it again with --published DATE, as 2025-03-07 or 2025-03")
