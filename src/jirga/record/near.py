"""Near-copies: documents that share many runs of five words; they are pointed out, never merged."""

from __future__ import annotations

import hashlib
from itertools import islice

from sqlalchemy import Connection, func, insert, select

from jirga.record.folding import words
from jirga.record.tables import shingles

RUN, ONE_IN, MOST_WORDS = 5, 4, 20_000
NEAR = 0.5


def sketch(text: str) -> set[int]:
    """Give a fixed quarter of a text's runs of five words, as numbers.

    Notes
    -----
    Which quarter hangs on the words alone, so two texts keep the same of what they share.
    """
    known = words(text[: 10 * MOST_WORDS])[:MOST_WORDS]
    runs = zip(*(islice(known, start, None) for start in range(RUN)), strict=False)
    numbers = (
        int.from_bytes(hashlib.blake2b(" ".join(run).encode(), digest_size=7).digest()) for run in runs
    )
    return {one for one in numbers if one % ONE_IN == 0}


def keep_sketch(connection: Connection, document: str, text: str) -> None:
    """Keep a document's sketch."""
    if some := sketch(text):
        rows = [{"document": document, "shingle": one} for one in sorted(some)]
        connection.execute(insert(shingles), rows)


def near_copies(connection: Connection, document: str, limit: int = 5) -> list[tuple[str, float]]:
    """Give the documents that hold much of this one, or of which it holds much, nearest first.

    Returns
    -------
    list of (document id, share)
        The share of the shorter one's runs that the other has too; at least a half.
    """
    mine, other, whole = (shingles.alias(name) for name in ("mine", "other", "whole"))
    theirs = select(func.count()).where(whole.c.document == other.c.document).scalar_subquery()
    shared = (
        select(other.c.document, func.count().label("both"), theirs.label("theirs"))
        .select_from(mine.join(other, mine.c.shingle == other.c.shingle))
        .where(mine.c.document == document, other.c.document != document)
        .group_by(other.c.document)
    )
    own = runs_of(connection, document)
    shares = [(row.document, row.both / min(own, row.theirs)) for row in connection.execute(shared)]
    near = sorted((pair for pair in shares if pair[1] >= NEAR), key=lambda pair: (-pair[1], pair[0]))
    return near[:limit]


def runs_of(connection: Connection, document: str) -> int:
    """Count the runs in a document's sketch."""
    counted = select(func.count()).select_from(shingles).where(shingles.c.document == document)
    return int(connection.execute(counted).scalar_one())
