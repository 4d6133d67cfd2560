"""Retraction: nothing should rest any more on a document, a source or a claim; what does is marked."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, select

from jirga.errors import CaseTrouble, UnknownName
from jirga.record import claims, documents, register
from jirga.record.folding import folded
from jirga.record.ledger import act
from jirga.record.log import Act, Hand
from jirga.record.tables import retractions
from jirga.schema.record import Document, Recorded

What = Literal["document", "source", "claim"]


@dataclass(frozen=True)
class Withdrawn:
    """What was retracted, with the reason: documents and claims by id, sources by the keys of their names."""

    documents: dict[str, str]
    sources: dict[str, str]
    claims: dict[str, str]

    def document(self, one: Document) -> str:
        """Say why nothing should rest on a document; empty if it may."""
        return self.documents.get(one.id, "") or self.sources.get(folded(one.publisher), "")

    def claim(self, one: Recorded, document: Document) -> str:
        """Say why nothing should rest on a claim: itself, its document, or who is on record for it."""
        spoken = [one.claim.said_by, *(reporter.name for reporter in one.claim.via)]
        if one.claim.claimant is not None:
            spoken.append(one.claim.claimant.name)
        by_source = next((why for name in spoken if (why := self.sources.get(folded(name), ""))), "")
        return self.claims.get(one.id, "") or self.document(document) or by_source


def withdrawn(connection: Connection) -> Withdrawn:
    """Read what was retracted."""
    found: dict[str, dict[str, str]] = {"document": {}, "source": {}, "claim": {}}
    for row in connection.execute(select(retractions)).mappings():
        found[row["kind"]][row["id"]] = json.loads(row["content"])["why"]
    sources = {key: why for name, why in found["source"].items() for key in keys_of(connection, name)}
    return Withdrawn(found["document"], sources, found["claim"])


def keys_of(connection: Connection, name: str) -> Iterable[str]:
    """Give the keys of a source: of its name, its aliases, and the names merged into it."""
    known = register.every(connection)
    if name not in known:
        return [name]
    whole = register.lead(known, known[name]).id
    same = [one for one in known.values() if register.lead(known, one).id == whole]
    return [folded(own) for one in same for own in register.own_names(one)]


def retract(connection: Connection, what: What, name: str, why: str, hand: Hand) -> str:
    """Retract something, with the reason; returns its id.

    Raises
    ------
    UnknownName
        There is no such document or claim, or nothing is by this source.
    CaseTrouble
        It was retracted before, or no reason is given.
    """
    if not why.strip():
        raise CaseTrouble("no reason is given", "say why nothing should rest on it any more")
    found = identified(connection, what, name)
    if is_retracted(connection, what, found):
        raise CaseTrouble(f"{name!r} was retracted before", "jirga retract --lift takes that back")
    keep(connection, what, found, why, hand, lifted=False)
    return found


def lift(connection: Connection, what: What, name: str, why: str, hand: Hand) -> str:
    """Take a retraction back.

    Raises
    ------
    CaseTrouble
        It was not retracted.
    """
    found = identified(connection, what, name)
    if not is_retracted(connection, what, found):
        raise CaseTrouble(f"{name!r} is not retracted", "jirga documents CASE lists what is")
    keep(connection, what, found, why, hand, lifted=True)
    return found


def keep(connection: Connection, what: What, name: str, why: str, hand: Hand, *, lifted: bool) -> None:
    """Put a retraction, or that it was lifted, into the log."""
    one = {"kind": what, "id": name, "why": why, "by": hand.by, "at": hand.at, "lifted": lifted}
    act(
        connection,
        [Act("retraction.lifted" if lifted else "retraction.made", name, {"retraction": one})],
        hand,
    )


def is_retracted(connection: Connection, what: What, name: str) -> bool:
    """Whether something was retracted itself."""
    asked = select(retractions.c.id).where(retractions.c.kind == what, retractions.c.id == name)
    return connection.execute(asked).first() is not None


def identified(connection: Connection, what: What, name: str) -> str:
    """Give the id of what is to be retracted; of a source that is not in the register, its key."""
    if what == "document":
        return documents.called(connection, name).id
    if what == "claim":
        return claims.one(connection, name).id
    meant = [one for one in register.meant(connection, name) if one.kind == "source"]
    if meant:
        return meant[0].id
    known = sources(connection)
    if folded(name) not in {folded(one) for one in known}:
        raise UnknownName("source", name, known)
    return folded(name)


def sources(connection: Connection) -> list[str]:
    """Give every publisher, and everybody who is on record for a claim."""
    named = [one.publisher for one in documents.every(connection).values()]
    for one in claims.every(connection):
        named += [one.claim.said_by, *(reporter.name for reporter in one.claim.via)]
    return sorted({name for name in named if name})
