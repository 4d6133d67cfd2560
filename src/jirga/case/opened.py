"""What every part of a case needs: its folder, its record, and the name to give when something is wrong."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from jirga.errors import about
from jirga.record.ledger import Ledger

DATABASE, CONFLICT, FILES, SETS, BRIEFS = "case.db", "conflict.yaml", "documents", "datasets", "briefs"
SERVER, SETTINGS = "database", "settings.yaml"


@dataclass(frozen=True)
class Opened:
    """A case that is open, before anything is asked of it.

    Attributes
    ----------
    folder : Path
        Where it lies.
    ledger : Ledger
        Its record.
    copy : Path or None
        The copy made of an older record before it was brought up to date, if that was just done.
    """

    folder: Path
    ledger: Ledger
    copy: Path | None = None

    @property
    def files(self) -> Path:
        """Where the originals lie."""
        return self.folder / FILES

    @property
    def sets(self) -> Path:
        """Where the event data lie."""
        return self.folder / SETS

    @property
    def conflict_file(self) -> Path:
        """The conflict file."""
        return self.folder / CONFLICT

    def named(self) -> AbstractContextManager[None]:
        """Say in which case it is, whatever goes wrong inside."""
        return about(str(self.folder))
