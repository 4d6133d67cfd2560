"""Readers: by rules, or another one over a configured endpoint; both propose in the same form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from jirga.errors import EndpointTrouble
from jirga.schema.levels import highest, may_see
from jirga.schema.record import AnyClaim, Document
from jirga.schema.words import Level

if TYPE_CHECKING:
    from jirga.reading.endpoint import Endpoint


@dataclass(frozen=True)
class Found:
    """What a reader made of a text.

    Attributes
    ----------
    refused : tuple of str
        What did not pass the gate, each with its quotation and the reason.
    trouble : str
        Why nothing came of it; empty if it was read.
    hint : str
        What to try then.
    """

    claims: tuple[AnyClaim, ...] = ()
    refused: tuple[str, ...] = ()
    trouble: str = ""
    hint: str = "the others are read; please report it"


@dataclass(frozen=True)
class Reader:
    """Somebody that proposes claims.

    Attributes
    ----------
    name : str
        Under which name, with its version, its proposals stand in the record.
    read : callable
        Takes a text and the day it was published.
    highest : Level
        The highest level that a document may have to be read by it.
    """

    name: str
    read: Callable[[str, dt.date], Found]
    highest: Level = "red"

    def may_see(self, document: Document) -> bool:
        """Whether it may be shown a document, with all passages of it."""
        return may_see(self.highest, highest([document.level, *document.passage_levels.values()]))


def rules() -> Reader:
    """Give the reader that goes by rules, in this house."""
    from jirga.reading.figures import READER

    return Reader(READER, by_rules)


def by_rules(text: str, published: dt.date) -> Found:
    """Propose every claim of a text by rules."""
    from jirga.reading.carry import settings
    from jirga.reading.claims import claims
    from jirga.reading.figures import figures

    read = settings(text, published)
    incidents, stances, ties = claims(text, published, read)
    return Found((*figures(text, published, read), *incidents, *stances, *ties))


def other(endpoint: Endpoint) -> Reader:
    """Give the reader behind an endpoint."""
    return Reader(endpoint.reader, partial(by_endpoint, endpoint), endpoint.highest)


def by_endpoint(endpoint: Endpoint, text: str, published: dt.date) -> Found:
    """Propose what an endpoint says of a text, as far as it passes the gate.

    Raises
    ------
    EndpointTrouble
        It cannot be reached at all: then nothing else needs to be asked.
    """
    from jirga.reading.endpoint import propose

    try:
        got = propose(endpoint, text, published.isoformat())
    except EndpointTrouble as trouble:
        if trouble.down:
            raise
        return Found(trouble=f"was added, but not read: {trouble.what}", hint=trouble.hint)
    return Found(got.claims, tuple(f"{one.why}: \u201c{one.quote}\u201d" for one in got.refused))
