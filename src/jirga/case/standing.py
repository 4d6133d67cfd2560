"""What stands in a case and what does not any more: retracted, purged, or changed behind its back."""

from __future__ import annotations

from dataclasses import dataclass

from jirga.case.leavings import Left, in_the_folder, in_the_record
from jirga.case.opened import Opened
from jirga.record import claims, documents, purging, retraction
from jirga.record.log import Hand, head
from jirga.record.purging import Going
from jirga.record.retraction import What, Withdrawn
from jirga.record.searching import Hit
from jirga.record.verifying import tampering
from jirga.schema.record import Dataset, Document


@dataclass(frozen=True)
class Verified:
    """What verifying found.

    Attributes
    ----------
    troubles : tuple of str
        Everything that does not fit; nothing if the record is whole.
    entries, head : int and str
        How long the log is, and the hash of its last entry: noted elsewhere, it shows later whether the
        log was written anew.
    """

    troubles: tuple[str, ...]
    entries: int
    head: str


class Standing(Opened):
    """A case asked for what still stands in it."""

    def retract(self, what: What, name: str, why: str, *, by: str, at: str) -> str:
        """Say that nothing should rest any more on a document, a source or a claim; gives its id."""
        with self.named(), self.ledger.writing() as connection:
            return retraction.retract(connection, what, name, why, Hand(by, at))

    def lift(self, what: What, name: str, why: str, *, by: str, at: str) -> str:
        """Take a retraction back."""
        with self.named(), self.ledger.writing() as connection:
            return retraction.lift(connection, what, name, why, Hand(by, at))

    def withdrawn(self) -> Withdrawn:
        """Say what was retracted."""
        with self.ledger.reading() as connection:
            return retraction.withdrawn(connection)

    def to_purge(self, name: str) -> tuple[Document | Dataset, ...]:
        """Say which documents or event data a purge would take."""
        going = self.going(name)
        return (*going.documents, *going.datasets)

    def standing(self, hit: Hit) -> str:
        """Say what became of something that was found: retracted, or how it was judged; else nothing."""
        with self.named(), self.ledger.reading() as connection:
            document = documents.called(connection, hit.document)
            gone = retraction.withdrawn(connection)
            if hit.kind == "passage":
                why, state = gone.document(document), ""
            else:
                one = claims.one(connection, hit.ref)
                why, state = gone.claim(one, document), one.state
        return ", ".join(filter(None, [state, f"retracted: {why}" if why else ""]))

    def going(self, name: str) -> Going:
        """Say all that a purge would take: documents, event data, and names that nothing else has."""
        with self.named(), self.ledger.reading() as connection:
            return purging.to_purge(connection, name)

    def remains(self, name: str) -> tuple[Left, ...]:
        """Say what a purge would leave of it, and where: ask before it, since afterwards nobody knows."""
        going = self.going(name)
        with self.named(), self.ledger.reading() as connection:
            return (*in_the_record(connection, going), *in_the_folder(connection, self.folder, going))

    def purge(self, name: str, *, by: str, at: str) -> tuple[Document | Dataset, ...]:
        """Take a document, all that a source published, or event data out of the record for good."""
        with self.named():
            going = purging.purge(self.ledger, self.files, self.sets, name, Hand(by, at))
        return (*going.documents, *going.datasets)

    def verify(self, noted: str = "") -> Verified:
        """Find out whether anybody changed the record by another way than through it."""
        with self.ledger.reading() as connection:
            return Verified(tuple(tampering(connection, self.files, self.sets, noted)), *head(connection))
