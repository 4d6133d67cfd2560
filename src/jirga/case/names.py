"""The register of a case: names in any script, suggested by spelling and joined only by a person."""

from __future__ import annotations

from collections.abc import Iterable

from jirga.case.opened import Opened
from jirga.record import register
from jirga.record.log import Hand
from jirga.record.register import Suggestion
from jirga.schema.record import Name, NameKind
from jirga.schema.words import Level


class Names(Opened):
    """A case asked for its names."""

    def register(
        self,
        kind: NameKind,
        name: str,
        aliases: Iterable[str] = (),
        *,
        by: str,
        at: str,
        level: Level | None = None,
    ) -> Name:
        """Put a name into the register, or give one that is there more aliases or another level."""
        one = register.named(kind, name, aliases).model_copy(update={"level": level})
        with self.named(), self.ledger.writing() as connection:
            return register.register(connection, one, Hand(by, at))

    def names(self) -> tuple[Name, ...]:
        """Give the register."""
        with self.ledger.reading() as connection:
            return tuple(register.every(connection).values())

    def suggest(self, name: str, kind: NameKind | None = None, limit: int = 5) -> tuple[Suggestion, ...]:
        """Suggest which names of the register may be meant; nothing is joined."""
        with self.ledger.reading() as connection:
            return tuple(register.suggest(connection, name, kind, limit))

    def merge(self, name: str, into: str, *, by: str, at: str) -> Name:
        """Let a name stand for another from now on; gives the one that it stands for."""
        with self.named(), self.ledger.writing() as connection:
            return register.merge(connection, name, into, Hand(by, at))

    def unmerge(self, name: str, *, by: str, at: str) -> Name:
        """Take a merge back."""
        with self.named(), self.ledger.writing() as connection:
            return register.unmerge(connection, name, Hand(by, at))
