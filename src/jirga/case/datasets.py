"""The event data of a case: kept as Parquet in its folder, and entered in its record."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from jirga.case.opened import Opened
from jirga.record import datasets
from jirga.record.dates import period_of
from jirga.record.digests import dataset_id
from jirga.record.log import Hand
from jirga.record.originals import sha256_of
from jirga.schema.record import Dataset

if TYPE_CHECKING:
    from jirga.events.eventset import EventSet


class Datasets(Opened):
    """A case asked for its event data."""

    def load(
        self, path: str | Path, *, by: str, at: str, version: str = "", accessed: str = ""
    ) -> tuple[EventSet, Dataset]:
        """Read a maker's file, keep it in the case, and enter it in the record.

        Parameters
        ----------
        version : str, optional
            Its release, where the file's name does not say.
        accessed : str, optional
            The day on which it was got from its maker; if it is left out, the one known, or the day of `at`.
        """
        from jirga.events.keeping import load

        with self.named():
            day = day_of(accessed or at[:10])
        events, kept = load(path, self.folder, version)
        one = described(events, kept, day)
        with self.named(), self.ledger.writing() as connection:
            before = datasets.found(connection, one.id)
            if before is not None and not accessed:
                one = one.model_copy(update={"accessed": before.accessed})
            return events, datasets.add(connection, one, Hand(by, at))

    def datasets(self) -> tuple[Dataset, ...]:
        """Give the sets of event data, by name."""
        with self.ledger.reading() as connection:
            return tuple(datasets.every(connection).values())

    def dataset(self, name: str) -> Dataset:
        """Give the set of a name or id."""
        with self.named(), self.ledger.reading() as connection:
            return datasets.called(connection, name)


def day_of(text: str) -> dt.date:
    """Read the day of access: of a month or a year, the last day of it."""
    end = period_of(text).end
    assert end is not None  # noqa: S101  period_of knows both ends
    return end


def described(events: EventSet, kept: Path, accessed: dt.date) -> Dataset:
    """Make the record of a set that was kept."""
    origin, licence = events.origin, events.origin.maker.licence
    first, last = events.covers
    return Dataset(
        id=dataset_id(origin.kind, origin.version, origin.sha256),
        name=kept.stem,
        title=origin.title,
        maker=origin.kind,
        version=origin.version,
        layout=origin.layout,
        file_name=origin.file,
        file_sha256=origin.sha256,
        kept_sha256=sha256_of(kept),
        rows=origin.rows,
        kept=events.kept,
        left_out=events.left_out,
        first=first,
        last=last,
        licence=licence.name,
        passed_on=licence.passed_on,
        cite=licence.cite,
        accessed=accessed,
    )
