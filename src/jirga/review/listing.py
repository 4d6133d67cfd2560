"""Claims in a list: what each says, where it stands, and what people made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jirga.case import Case
from jirga.review.card import Held, flat
from jirga.review.lines import in_short
from jirga.review.sitting import hold
from jirga.schema.record import Figure, Recorded

LONG = 160


@dataclass(frozen=True)
class Listed:
    """One claim in a list.

    Attributes
    ----------
    head : str
        Its id and state, and the reason if nothing should rest on it.
    says : str
        What it says.
    standing : str
        Who says so, where it stands, and the words.
    """

    head: str
    says: str
    standing: str


def listed(case: Case, some: Iterable[Recorded]) -> Iterator[Listed]:
    """Put claims into a list; each document is read once."""
    held: dict[str, Held] = {}
    for one in some:
        if one.document not in held:
            held[one.document] = hold(case, one.document)
        yield entry(one, held[one.document])


def entry(one: Recorded, held: Held) -> Listed:
    """Put a claim into words."""
    claim = one.claim
    gone = f", retracted: {one.retracted}" if one.retracted else ""
    hedge = "" if claim.modality == "asserted" else f", {claim.modality}"
    who = claim.said_by or "the author"
    how = f" ({claim.claimant.kind})" if claim.claimant and claim.claimant.kind != "stated" else ""
    via = "".join(f", by way of {reporter.name}" for reporter in claim.via)
    quote = flat(claim.main.quote)
    short = quote if len(quote) <= LONG or isinstance(claim, Figure) else f"{quote[:LONG].rstrip()} ..."
    standing = f"{who}{how}{via}{hedge}, {held.cite(claim.main.start)}: \u201c{short}\u201d"
    return Listed(f"{one.id}  {claim.kind}, {one.state}{gone}", in_short(claim), standing)
