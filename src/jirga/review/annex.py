"""The claims that a person has judged, as an annex of a brief: what each says, who says so, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jirga.brief.drawings.relations import Relation
from jirga.case import Case
from jirga.review.lines import in_short
from jirga.schema.answer import Mark, Section, Sentence
from jirga.schema.conflict import Conflict
from jirga.schema.record import Document, Recorded, Tie
from jirga.schema.sources import Source

Judged = list[tuple[str, Recorded]]
HEADING = "Claims in the record that a person has judged"
JUDGED = ("accepted", "corrected")
HELD = ("asserted", "claimed")
SAID = {"hedged": "it is hedged", "conditional": "it is conditional", "question": "it is a question"}


def judged(case: Case) -> Judged:
    """Give the claims that were accepted or corrected, with their documents' names, in reading order."""
    names = {one.id: one.name for one in case.documents()}
    found = [(names[one.document], one) for one in case.claims() if one.state in JUDGED]
    return sorted(found, key=lambda pair: (pair[0], pair[1].claim.main.start, pair[1].id))


def claims_annex(some: Judged) -> Section:
    """Put judged claims into sentences, each with the passage that says it."""
    return Section(HEADING, tuple(said(document, one) for document, one in some))


def said(document: str, one: Recorded) -> Sentence:
    """Say what a claim says, and who says so."""
    cite = f"{document}#{one.id}"
    mark = Mark(cite, one.claim.basis, (cite,), one.claim.main.quote, bool(one.retracted))
    return Sentence(("".join(words(one)), mark, "."))


def words(one: Recorded) -> Iterator[str]:
    """Give the words of a claim: its speaker, what it says, and how it was said."""
    claim = one.claim
    yield f"{claim.said_by or 'The author'}: {in_short(claim)}"
    if claim.modality == "denied":
        yield " (this is denied)"
    elif claim.modality in SAID:
        yield f" ({SAID[claim.modality]})"
    if one.state == "corrected":
        yield " (as corrected)"


def ties(conflict: Conflict, some: Judged) -> tuple[Relation, ...]:
    """Give the judged ties as lines of the stakeholder map; a party is known by any of its own names."""
    known = {
        name.casefold(): key
        for key, party in conflict.parties.items()
        for name in (key, party.name, party.short)
        if name
    }
    found = ((one, one.claim) for _, one in some if isinstance(one.claim, Tie) and one.claim.status in HELD)
    return tuple(
        Relation(
            known.get(tie.source.name.casefold(), tie.source.name),
            known.get(tie.target.name.casefold(), tie.target.name),
            in_short(tie),
            tie.basis,
            not one.retracted,
        )
        for one, tie in found
    )


def with_sources(conflict: Conflict, documents: Iterable[Document], some: Judged) -> Conflict:
    """Give the conflict with the documents of some claims among its sources, their words as passages."""
    known = {one.name: one for one in documents}
    found: dict[str, list[Recorded]] = {}
    for name, one in some:
        found.setdefault(name, []).append(one)
    merged = {name: with_passages(conflict, known[name], claims) for name, claims in found.items()}
    return conflict.model_copy(update={"sources": {**conflict.sources, **merged}})


def with_passages(conflict: Conflict, document: Document, claims: list[Recorded]) -> Source:
    """Give a document as a source with its claims as passages; what the conflict says of it goes first."""
    quotes = {one.id: one.claim.main.quote for one in claims}
    gone = {one.id: one.retracted for one in claims if one.retracted}
    own = conflict.sources.get(document.name)
    if own is not None:
        more = {"passages": {**quotes, **own.passages}}
        return own.model_copy(update=more | {"retracted_passages": {**gone, **own.retracted_passages}})
    return Source(
        title=document.title or document.file_name,
        by=document.author or document.publisher,
        date=document.published.text if document.published else "",
        passages=quotes,
        retracted_passages=gone,
    )
