"""The claims of a case: proposed, chosen, judged, and what was made of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from jirga.case.opened import Opened
from jirga.record import claims, documents, register, retraction
from jirga.record.claims import Proposed
from jirga.record.folding import folded
from jirga.record.log import Hand
from jirga.record.retraction import Withdrawn
from jirga.schema.record import AnyClaim, Document, Kind, Recorded, Review, State


class Claims(Opened):
    """A case asked for its claims."""

    def propose(self, some: Iterable[AnyClaim], *, document: str, by: str, at: str) -> Proposed:
        """Keep a reader's proposals; only those whose words stand in the document's text enter."""
        with self.named(), self.ledger.writing() as connection:
            found = documents.called(connection, document)
            return claims.propose(connection, found, list(some), Hand(by, at))

    def claims(
        self,
        kind: Kind | None = None,
        document: str | None = None,
        state: State | None = None,
        speaker: str | None = None,
        place: str | None = None,
        within: tuple[dt.date, dt.date] | None = None,
    ) -> tuple[Recorded, ...]:
        """Give the claims that are as wanted, each marked if nothing should rest on it.

        Parameters
        ----------
        speaker, place : str, optional
            A name, or one of its names in the register.
        within : pair of dates, optional
            Days that the claim's period must touch; a claim without a period is left out.
        """
        with self.named(), self.ledger.reading() as connection:
            known = documents.every(connection)
            own = None if document is None else documents.called(connection, document).id
            gone = retraction.withdrawn(connection)
            asked = [
                names_of(register.meanings(connection, one)) if one else None for one in (speaker, place)
            ]
            some = claims.every(connection, kind=kind, document=own, state=state)
            marked = (marked_by(gone, one, known[one.document]) for one in some)
            return tuple(one for one in marked if wanted(one, asked[0], asked[1], within))

    def claim(self, name: str) -> Recorded:
        """Give one claim as it stands now."""
        with self.named(), self.ledger.reading() as connection:
            found = claims.one(connection, name)
            document = documents.called(connection, found.document)
            return marked_by(retraction.withdrawn(connection), found, document)

    def readers(self, document: str) -> set[str]:
        """Give the readers whose proposals a document has, by its id."""
        with self.ledger.reading() as connection:
            return claims.readers(connection, document)

    def review(
        self, name: str, state: State, *, by: str, at: str, after: AnyClaim | None = None, note: str = ""
    ) -> Review:
        """Say what a claim is from now on; a correction says in `after` what it should have said."""
        with self.named(), self.ledger.writing() as connection:
            return claims.review(connection, name, state, Hand(by, at), after, note)

    def undo(self, name: str, *, by: str, at: str, note: str = "") -> Review:
        """Take the last judgement of a claim back that still counts; that is a judgement too."""
        with self.named(), self.ledger.writing() as connection:
            return claims.undo(connection, name, Hand(by, at), note)

    def history(self, name: str) -> tuple[Review, ...]:
        """Give everything that was made of a claim, from its proposal on."""
        with self.named(), self.ledger.reading() as connection:
            return claims.history(connection, name)


def marked_by(gone: Withdrawn, one: Recorded, document: Document) -> Recorded:
    """Mark a claim with the reason why nothing should rest on it, if there is one."""
    why = gone.claim(one, document)
    return one.model_copy(update={"retracted": why}) if why else one


def names_of(some: Iterable[str]) -> set[str]:
    """Give the keys of names."""
    return {folded(one) for one in some}


def wanted(
    one: Recorded, speakers: set[str] | None, places: set[str] | None, within: tuple[dt.date, dt.date] | None
) -> bool:
    """Whether a claim is by one of some speakers, of one of some places, and touches some days."""
    claim, period = one.claim, one.claim.period
    if speakers is not None and folded(claim.said_by) not in speakers:
        return False
    if places is not None and (claim.place is None or folded(claim.place.name) not in places):
        return False
    if within is None:
        return True
    if period is None or (period.start is None and period.end is None):
        return False
    return (period.start or within[0]) <= within[1] and (period.end or within[1]) >= within[0]
