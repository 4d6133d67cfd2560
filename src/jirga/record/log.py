"""The log: every act once, in order, each entry sealed by the hash of the one before it."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select

from jirga.errors import one_line
from jirga.record.digests import canonical, digest
from jirga.record.tables import log

FIRST = "0" * 64


@dataclass(frozen=True)
class Hand:
    """Who does something, and when: the clock is read by whoever calls."""

    by: str
    at: str


@dataclass(frozen=True)
class Act:
    """Something done to the record, before it is in the log.

    Attributes
    ----------
    what : str
        The kind of act, as claim.reviewed.
    about : str
        The id of the document, claim or name it is about.
    content : dict
        Everything that came of it, so that the record can be made again from the log.
    """

    what: str
    about: str
    content: dict[str, Any]


@dataclass(frozen=True)
class Entry:
    """One line of the log.

    Attributes
    ----------
    content : str or None
        What was done, as JSON; None once it was purged.
    salt : str or None
        Chance, so that nobody can guess purged content from its digest; purged with it.
    digest : str
        The digest of salt and content; it stays.
    before, hash : str
        The hash of the entry before, and of this one.
    """

    number: int
    at: str
    by: str
    what: str
    about: str | None
    content: str | None
    salt: str | None
    digest: str
    before: str
    hash: str

    @property
    def did(self) -> dict[str, Any]:
        """What was done; nothing once it was purged."""
        return json.loads(self.content) if self.content is not None else {}


def sealed(number: int, at: str, by: str, what: str, content_digest: str, before: str) -> str:
    """Give the hash of an entry: over all of it but the content, for which its digest stands."""
    return digest(canonical([number, at, by, what, content_digest, before]))


def content_digest(salt: str, about: str, content: str) -> str:
    """Give the digest of an entry's content and of what it is about."""
    return digest(canonical([salt, about, content]))


def entry(number: int, act: Act, before: str, hand: Hand) -> Entry:
    """Make the next entry of a log."""
    salt, content = secrets.token_hex(16), canonical(act.content)
    own = content_digest(salt, act.about, content)
    at, by = one_line(hand.at), one_line(hand.by)
    hash_ = sealed(number, at, by, act.what, own, before)
    return Entry(number, at, by, act.what, act.about, content, salt, own, before, hash_)


def append(connection: Connection, acts: Sequence[Act], hand: Hand) -> list[Entry]:
    """Put acts at the end of the log."""
    number, before = head(connection)
    entries: list[Entry] = []
    for act in acts:
        entries.append(entry(number + 1, act, before, hand))
        number, before = entries[-1].number, entries[-1].hash
    if entries:
        connection.execute(insert(log), [vars(one) for one in entries])
    return entries


def head(connection: Connection) -> tuple[int, str]:
    """Give the number and the hash of the last entry."""
    last = select(log.c.number, log.c.hash).order_by(log.c.number.desc()).limit(1)
    row = connection.execute(last).first()
    return (row.number, row.hash) if row else (0, FIRST)


def entries(connection: Connection, about: str | None = None) -> Iterable[Entry]:
    """Read the log in order, all of it or what is about one thing."""
    wanted = select(log).order_by(log.c.number)
    if about is not None:
        wanted = wanted.where(log.c.about == about)
    for row in connection.execute(wanted):
        yield Entry(**row._mapping)


def length(connection: Connection) -> int:
    """Count the entries."""
    return int(connection.execute(select(func.count()).select_from(log)).scalar_one())
