"""Which documents bear a name: in their words, in what is known of them, or in what they claim."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, literal, select

from jirga.record import documents, register
from jirga.record.folding import folded
from jirga.record.tables import claims, found, log, retractions
from jirga.schema.record import Name


@dataclass(frozen=True)
class Bearing:
    """The record, asked which documents bear the names that some of them have.

    Attributes
    ----------
    gone : frozenset of str
        The ids of the documents whose names are asked about.
    """

    connection: Connection
    gone: frozenset[str]

    @cached_property
    def known(self) -> dict[str, Name]:
        """The register."""
        return register.every(self.connection)

    @cached_property
    def groups(self) -> list[list[Name]]:
        """The names of the register, those that were merged together."""
        lead = {one.id: register.lead(self.known, one).id for one in self.known.values()}
        ordered = sorted(self.known.values(), key=lambda one: lead[one.id])
        return [list(some) for _, some in groupby(ordered, key=lambda one: lead[one.id])]

    @cached_property
    def told(self) -> Mapping[str, str]:
        """What is known of each document, and the names in its claims, folded, one on each line."""
        some: defaultdict[str, set[str]] = defaultdict(set)
        for one in documents.every(self.connection).values():
            some[one.id] |= {one.publisher, one.author, one.title}
        for row in self.connection.execute(select(claims.c.document, claims.c.content)):
            some[row.document] |= set(named_in(json.loads(row.content)))
        return {
            document: "\n".join(f" {folded(name)} " for name in names) for document, names in some.items()
        }

    @cached_property
    def own(self) -> str:
        """All words of the documents that are asked about, folded, with what is known of them."""
        texts = (f" {folded(documents.text_of(self.connection, one))} " for one in self.gone)
        return "\n".join([*texts, *(self.told.get(one, "") for one in self.gone)])

    @cached_property
    def histories(self) -> list[tuple[str, str]]:
        """What the log says of each name of the register, by its id."""
        asked = select(log.c.about, log.c.content).where(log.c.what.startswith("name."))
        return [(row.about or "", row.content or "") for row in self.connection.execute(asked)]

    def having(self, names: Iterable[str]) -> frozenset[str]:
        """Give the documents that have one of some names; none if those asked about do not."""
        keys = {folded(name) for name in names} - {""}
        if not any(f" {key} " in self.own for key in keys):
            return frozenset()
        return frozenset(one for key in keys for one in self.bearers(key))

    def bearers(self, key: str) -> Iterator[str]:
        """Give the documents in whose words, or in what is known of which, a folded name stands."""
        words = literal(" ").concat(found.c.words).concat(" ")
        asked = select(found.c.document).where(words.contains(f" {key} ")).distinct()
        yield from self.connection.execute(asked).scalars()
        yield from (one for one, said in self.told.items() if f" {key} " in said)

    def spoken_of(self, group: list[Name]) -> bool:
        """Whether the log of a name outside a group speaks of one inside it."""
        ids = {one.id for one in group}
        return any(name in said for about, said in self.histories if about not in ids for name in ids)

    def names(self) -> Iterator[Name]:
        """Give the names of the register that these documents have, and nothing else in the record.

        Notes
        -----
        Names that were merged go together or stay together. A name that was once merged with one that stays
        does stay, for the log of the other speaks of it. A name that no document has was put in by a person
        who knew it from elsewhere, and stays.
        """
        for group in self.groups if self.gone else ():
            having = self.having(own_names(group))
            if having and having <= self.gone and not self.spoken_of(group):
                yield from group

    def retracted(self) -> Iterator[str]:
        """Give the retracted sources, by id or key, that these documents have and nothing else has."""
        asked = select(retractions.c.id).where(retractions.c.kind == "source")
        for name in self.connection.execute(asked).scalars():
            group = next((one for one in self.groups if name in {each.id for each in one}), [])
            keys = {folded(one) for one in own_names(group)} or {name}
            having = {one for one, said in self.told.items() if any(f" {key} " in said for key in keys)}
            if having and having <= self.gone:
                yield name


def own_names(group: list[Name]) -> list[str]:
    """Give every name of some names."""
    return [own for one in group for own in register.own_names(one)]


def named_in(value: Any) -> Iterator[str]:
    """Give every name that stands somewhere in a claim.

    >>> list(named_in({"place": {"name": "Torkham"}, "via": [{"name": "UN"}]}))
    ['Torkham', 'UN']
    """
    if isinstance(value, dict):
        if isinstance(value.get("name"), str):
            yield value["name"]
        value = list(value.values())
    for one in value if isinstance(value, list) else ():
        yield from named_in(one)
