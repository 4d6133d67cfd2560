"""From files to proposals in a case: added, read by rules or another reader, proposed through the gate."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jirga.case import Case
from jirga.errors import EndpointTrouble, FileTrouble
from jirga.record.documents import Added
from jirga.review.crew import Crew
from jirga.review.readers import Found, Reader, rules
from jirga.schema.record import Document

TOGETHER = 32
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


def read_or_told(using: Reader, one: Waiting) -> Found:
    """Read a document; if the reader fails on it, say how, so that the others are still read."""
    try:
        return using.read(one.text, one.published)
    except EndpointTrouble:
        raise
    except Exception as trouble:  # noqa: BLE001  (any failure on one text is told beside its name)
        return Found(trouble=f"was added, but the reader failed on it ({type(trouble).__name__}: {trouble})")


def lost(_: Waiting) -> Found:
    """Say that a text ends whatever process reads it."""
    return Found(trouble="was added, but reading it ended the process that read it")


def read_into(
    case: Case,
    paths: Iterable[str | Path],
    *,
    by: str,
    at: str,
    pool: Executor | None = None,
    using: Reader | None = None,
    **said: str,
) -> Iterator[Told]:
    """Add files to a case and propose what they claim; a file that cannot be read is told, not raised.

    Parameters
    ----------
    pool : Executor, optional
        What reads the texts, many at a time; the record is written here, one document after the other.
    using : Reader, optional
        Who reads them; the rules if left out.
    said : str
        What is known of all of them, as for `Case.add`.

    Raises
    ------
    EndpointTrouble
        Another reader is used, and cannot be reached.

    Notes
    -----
    Every document is one transaction. Stopped at any moment, it goes on where it was when run again: files
    that are there are not added anew, and documents that this version has read are left alone.
    """
    using = using or rules()
    crew = Crew(partial(read_or_told, using), pool, lost)
    begun: deque[tuple[Waiting, Future[Found]]] = deque()
    most = TOGETHER if pool else 1
    for path, one in case.add(paths, by=by, at=at, **said):
        found = looked_at(case, path, one, using)
        if isinstance(found, Waiting):
            begun.append((found, crew.begin(found)))
        else:
            yield path, found
        while begun and (len(begun) >= most or begun[0][1].done()):
            yield proposed(case, using, crew, *begun.popleft(), at)
    while begun:
        yield proposed(case, using, crew, *begun.popleft(), at)


def looked_at(
    case: Case, path: Path, one: Added | FileTrouble, using: Reader
) -> Waiting | Read | FileTrouble:
    """Say whether a file that was added is to be read."""
    if isinstance(one, FileTrouble):
        return one
    if not one.new and using.name in case.readers(one.document.id):
        return Read(one.document, before=True)
    if not using.may_see(one.document):
        return withheld(path, using)
    day = published(one.document)
    if day is None:
        return undated(path)
    return Waiting(path, one.document, case.text(one.document.id), day)


def proposed(
    case: Case,
    using: Reader,
    crew: Crew[Waiting, Found],
    one: Waiting,
    begun: Future[Found],
    at: str,
) -> Told:
    """Propose what a document was found to claim."""
    found = crew.end(one, begun)
    if found.trouble:
        return one.path, FileTrouble(str(one.path), found.trouble, found.hint)
    kept = case.propose(found.claims, document=one.document.id, by=using.name, at=at)
    why = (*found.refused, *(reason for _, reason in kept.refused))
    return one.path, Read(one.document, len(kept.new), len(kept.known), why)


def published(document: Document) -> dt.date | None:
    """Give the day to which a document's own words, as 'last week', are relative: the last it may be of."""
    return document.published.end if document.published else None


def undated(path: Path) -> FileTrouble:
    """Say that a document cannot be read, for nobody knows when it was written."""
    what = "was added, but not read: it is not known when it was published, and 'last week' hangs on that"
    return FileTrouble(str(path), what, "run it again with --published DATE, as 2025-03-07 or 2025-03")


def withheld(path: Path, using: Reader) -> FileTrouble:
    """Say that a document is not shown to a reader elsewhere."""
    what = f"was added, but not sent: only what may be seen by {using.highest} goes to that endpoint"
    hint = "jirga add CASE FILE --level says who may see it; up_to in settings.yaml what may be sent"
    return FileTrouble(str(path), what, hint)
