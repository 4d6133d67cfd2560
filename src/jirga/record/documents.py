"""Documents: added once, described, and cut into passages that can be cited."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from jirga.errors import NotInText, UnknownName
from jirga.record.ledger import act
from jirga.record.log import Act, Hand
from jirga.record.near import keep_sketch, near_copies
from jirga.record.passages import cut, misplaced
from jirga.record.searching import index_passages
from jirga.record.tables import documents, passages, texts
from jirga.schema.record import Document, Passage

Marks = Sequence[tuple[str, int, int]]


@dataclass(frozen=True)
class Added:
    """What became of a file that was added.

    Attributes
    ----------
    new : bool
        Whether it was not there before.
    near : tuple of (name, share)
        The documents that it is nearly a copy of, or that are nearly copies of it.
    """

    document: Document
    new: bool
    near: tuple[tuple[str, float], ...] = ()


def add(connection: Connection, document: Document, text: str, marks: Marks, hand: Hand) -> Added:
    """Keep a document with its text and its passages; one that is there already stays as it is."""
    there = found(connection, document.id)
    if there is not None:
        return Added(there, new=False)
    name = free_name(document.name, names_but(connection, document.id))
    named = document.model_copy(update={"name": name})
    connection.execute(insert(texts), {"document": named.id, "text": text})
    cuts = [(mark, cut(text, start, end, named.id)) for mark, start, end in marks if end > start]
    if cuts:
        connection.execute(insert(passages), [passage_row(mark, one) for mark, one in cuts])
    index_passages(connection, named.id, cuts)
    keep_sketch(connection, named.id, text)
    content = {"document": named.model_dump(mode="json"), "marks": [list(one) for one in marks]}
    act(connection, [Act("document.added", named.id, content)], hand)
    near = tuple((called(connection, one).name, share) for one, share in near_copies(connection, named.id))
    return Added(named, new=True, near=near)


def describe(connection: Connection, document: Document, said: Mapping[str, Any], hand: Hand) -> Document:
    """Change what is known about a document; its text and bytes are what they were."""
    name = free_name(str(said.get("name", document.name)), names_but(connection, document.id))
    changed = Document.model_validate({**document.model_dump(), **said, "name": name})
    if changed != document:
        content = {"document": changed.model_dump(mode="json"), "before": document.model_dump(mode="json")}
        act(connection, [Act("document.described", document.id, content)], hand)
    return changed


def every(connection: Connection) -> dict[str, Document]:
    """Give the documents by id, in the order of their names."""
    rows = connection.execute(select(documents.c.content).order_by(documents.c.name)).scalars()
    some = [Document.model_validate_json(row) for row in rows]
    return {one.id: one for one in some}


def found(connection: Connection, name: str) -> Document | None:
    """Give the document of an id or short name, if there is one."""
    wanted = select(documents.c.content).where((documents.c.id == name) | (documents.c.name == name))
    content = connection.execute(wanted).scalar()
    return None if content is None else Document.model_validate_json(content)


def names_but(connection: Connection, document: str) -> set[str]:
    """Give the short names that all other documents have."""
    return set(connection.execute(select(documents.c.name).where(documents.c.id != document)).scalars())


def called(connection: Connection, name: str) -> Document:
    """Give the document of an id or short name.

    Raises
    ------
    UnknownName
        There is none.
    """
    one = found(connection, name)
    if one is None:
        raise UnknownName("document", name, sorted(names_but(connection, "")))
    return one


def text_of(connection: Connection, document: str) -> str:
    """Give a document's text."""
    return str(connection.execute(select(texts.c.text).where(texts.c.document == document)).scalar_one())


def passages_of(connection: Connection, document: str) -> dict[str, Passage]:
    """Give a document's passages by their marks, in the order of the text.

    Raises
    ------
    NotInText
        Somebody has changed the text or a passage since.
    """
    wanted = select(passages).where(passages.c.document == document)
    rows = connection.execute(wanted.order_by(passages.c.start, passages.c.end, passages.c.mark)).mappings()
    some = {
        row["mark"]: Passage.model_validate({key: row[key] for key in row if key != "mark"}) for row in rows
    }
    for one in misplaced(some.values(), text_of(connection, document) if some else ""):
        raise NotInText(one.quote, "no longer stands in the text; jirga verify says what was changed")
    return some


def passage_row(mark: str, one: Passage) -> dict[str, Any]:
    """Give a passage as its table holds it."""
    return {"mark": mark, **one.model_dump(exclude={"role", "level"})}


def free_name(wanted: str, taken: Collection[str]) -> str:
    """Make a short name that can be cited, and that no other document has.

    >>> free_name("The article (2).txt", []), free_name("article", ["article"]), free_name("خبر", [])
    ('the_article_2', 'article_2', 'document')
    """
    plain = re.sub(r"[^A-Za-z0-9]+", "_", wanted.rpartition(".")[0] or wanted).strip("_").lower()[:40]
    plain = plain if plain[:1].isalpha() else f"document_{plain}".strip("_")
    number, name = 1, plain
    while name in taken:
        number += 1
        name = f"{plain}_{number}"
    return name
