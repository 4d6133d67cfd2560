"""Writing events out again for others, where their maker allows it."""

from __future__ import annotations

from pathlib import Path

from jirga.errors import FileTrouble, MayNotPassOn
from jirga.events.eventset import EventSet


def export(events: EventSet, path: str | Path) -> None:
    """Write the rows of a set as a table with commas, in the shape of every kind.

    Raises
    ------
    MayNotPassOn
        Its maker does not allow that its rows are passed on.
    FileTrouble
        There is a file of that name already, or it cannot be written.
    """
    from pyarrow import csv

    maker = events.origin.maker
    if not maker.licence.passed_on:
        raise MayNotPassOn(events.origin.title, maker.licence.name)
    path = Path(path)
    try:
        with path.open("xb") as out:
            csv.write_csv(events.table, out)
    except OSError as trouble:
        what = f"cannot be written: {trouble.strerror or trouble}"
        raise FileTrouble(str(path), what, "choose another name or folder") from None
