"""Claims: proposed by a reader through one gate, judged by people; nothing is overwritten or deleted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, RowMapping, select

from jirga.errors import CaseTrouble, NotInText, UnknownName
from jirga.record.digests import claim_id
from jirga.record.documents import text_of
from jirga.record.ledger import act
from jirga.record.log import Act, Entry, Hand, entries
from jirga.record.passages import placed, refuse_unless_there
from jirga.record.searching import index_again, index_claims
from jirga.record.tables import claims
from jirga.schema.record import AnyClaim, Document, Recorded, Review, State

READ: TypeAdapter[AnyClaim] = TypeAdapter(AnyClaim)


@dataclass(frozen=True)
class Proposed:
    """What became of a reader's proposals.

    Attributes
    ----------
    new, known : tuple of str
        The ids of the claims that are new, and of those that were there already, whatever became of them.
    refused : tuple of (claim, str)
        The claims whose words do not stand in the text, and why each was refused.
    """

    new: tuple[str, ...]
    known: tuple[str, ...]
    refused: tuple[tuple[AnyClaim, str], ...]


def propose(connection: Connection, document: Document, some: Sequence[AnyClaim], hand: Hand) -> Proposed:
    """Keep the proposals whose every word stands in the document's text; what was judged stays judged."""
    text = text_of(connection, document.id)
    sound: dict[str, AnyClaim] = {}
    refused: list[tuple[AnyClaim, str]] = []
    for one in some:
        try:
            claim = placed(one, document.id, text)
            sound.setdefault(claim_id(claim), claim)
        except NotInText as trouble:
            refused.append((one, trouble.what))
    there = ids_of(connection, document.id)
    new = {name: one for name, one in sound.items() if name not in there}
    act(connection, [proposal(name, one) for name, one in new.items()], hand)
    index_claims(connection, (fresh(name, one) for name, one in new.items()))
    return Proposed(tuple(new), tuple(name for name in sound if name in there), tuple(refused))


def proposal(name: str, claim: AnyClaim) -> Act:
    """Make the act of proposing a claim."""
    return Act(
        "claim.proposed", name, {"id": name, "state": "proposed", "claim": claim.model_dump(mode="json")}
    )


def fresh(name: str, claim: AnyClaim) -> Recorded:
    """Give a claim that was just proposed."""
    return Recorded(id=name, document=claim.main.document, state="proposed", claim=claim)


def ids_of(connection: Connection, document: str) -> set[str]:
    """Give the ids of a document's claims."""
    return set(connection.execute(select(claims.c.id).where(claims.c.document == document)).scalars())


def readers(connection: Connection, document: str) -> set[str]:
    """Give the readers whose proposals a document has, with their versions."""
    rows = connection.execute(select(claims.c.content).where(claims.c.document == document)).scalars()
    return {str(json.loads(row).get("reader", "")) for row in rows} - {""}


def one(connection: Connection, name: str) -> Recorded:
    """Give a claim as it stands now.

    Raises
    ------
    UnknownName
        There is none of this id.
    """
    for found in every(connection, id=name):
        return found
    raise UnknownName("claim", name, connection.execute(select(claims.c.id).limit(500)).scalars())


def every(connection: Connection, **wanted: str | None) -> Iterator[Recorded]:
    """Give the claims whose columns are as wanted, in the order of their documents' text.

    Raises
    ------
    NotInText
        Somebody has changed a text or a claim since, so that they no longer fit.
    """
    query = select(claims)
    for column, value in wanted.items():
        if value is not None:
            query = query.where(claims.c[column] == value)
    some = [recorded(row) for row in connection.execute(query).mappings()]
    ordered = sorted(some, key=lambda one: (one.document, one.claim.main.start, one.id))
    for document, together in groupby(ordered, key=lambda one: one.document):
        text = text_of(connection, document)
        for found in together:
            for passage in found.claim.passages:
                refuse_unless_there(passage, text)
            yield found


def recorded(row: RowMapping) -> Recorded:
    """Read a claim's row."""
    claim = READ.validate_json(row["content"])
    return Recorded(id=row["id"], document=row["document"], state=row["state"], claim=claim)


def review(
    connection: Connection,
    name: str,
    state: State,
    hand: Hand,
    after: AnyClaim | None = None,
    note: str = "",
) -> Review:
    """Say what a claim is from now on; a correction says what it should have said.

    Raises
    ------
    UnknownName
        There is no such claim.
    CaseTrouble
        A correction says nothing new, or something is changed that is no correction.
    NotInText
        A corrected passage's words do not stand in the text.
    """
    before = one(connection, name)
    if (state == "corrected") != (after is not None):
        what = f"{name} is to be {state}, and " + (
            "nothing new is said" if after is None else "it is changed"
        )
        raise CaseTrouble(what, "a correction, and only a correction, gives what it should say")
    claim = before.claim if after is None else checked(connection, before, after)
    return judged(connection, before, claim, state, hand, note=note)


def checked(connection: Connection, before: Recorded, after: AnyClaim) -> AnyClaim:
    """Check a corrected claim against the text of the document it was found in."""
    if after.kind != before.claim.kind:
        raise CaseTrouble(f"{before.id} is a {before.claim.kind}, and cannot become a {after.kind}", REJECT)
    return placed(after, before.document, text_of(connection, before.document))


REJECT = "reject it, and propose the other"


def judged(
    connection: Connection,
    before: Recorded,
    claim: AnyClaim,
    state: State,
    hand: Hand,
    **more: str | int | None,
) -> Review:
    """Put a judgement into the log, with what the claim said before and says from now on."""
    was, now = (some.model_dump(mode="json") for some in (before.claim, claim))
    content = {"id": before.id, "state": state, "before": was, "was": before.state, "claim": now, **more}
    (entry,) = act(connection, [Act("claim.reviewed", before.id, content)], hand)
    if was != now:
        index_again(connection, before.model_copy(update={"claim": claim}))
    return reviewed(entry)


def undo(connection: Connection, name: str, hand: Hand, note: str = "") -> Review:
    """Take the last judgement back that still counts, by another one.

    Raises
    ------
    CaseTrouble
        Nothing was judged, or all of it was taken back.
    """
    now = one(connection, name)
    counting: list[Entry] = []
    for entry in entries(connection, name):
        if entry.what == "claim.reviewed":
            taken_back = entry.did.get("undoes")
            counting = [one for one in counting if one.number != taken_back] + [entry] * (not taken_back)
    if not counting:
        raise CaseTrouble(
            f"nothing was made of {name} that could be taken back", "jirga claims CASE lists them"
        )
    last = counting[-1].did
    claim = READ.validate_python(last["before"])
    return judged(connection, now, claim, last["was"], hand, note=note, undoes=counting[-1].number)


def history(connection: Connection, name: str) -> tuple[Review, ...]:
    """Give everything that was made of a claim, from its proposal on."""
    one(connection, name)
    mine = (entry for entry in entries(connection, name) if entry.what.startswith("claim."))
    return tuple(reviewed(entry) for entry in mine)


def reviewed(entry: Entry) -> Review:
    """Read an entry of the log as a review."""
    did: dict[str, Any] = entry.did
    before, after = did.get("before"), did["claim"]
    changed = before is not None and before != after
    return Review(
        number=entry.number,
        claim=did["id"],
        state=did["state"],
        by=entry.by,
        at=entry.at,
        before=before if changed else None,
        after=after if changed or before is None else None,
        note=did.get("note", ""),
        undoes=did.get("undoes"),
    )
