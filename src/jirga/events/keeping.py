"""Keeping event data as Parquet, with its release, licence, digest and problems in the file itself."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from jirga.about import VERSION
from jirga.errors import FileTrouble
from jirga.events.eventset import EventSet, Origin, RowProblem
from jirga.events.kinds import KINDS
from jirga.events.reading import Reading, read_events
from jirga.events.shape import SCHEMA, whole_schema

KEY = b"jirga"
PARQUET = b"PAR1"
MOST_PROBLEMS = 10_000
CASE, DATASETS = ("case.db", "database"), "datasets"


def load(path: str | Path, into: str | Path, version: str = "") -> tuple[EventSet, Path]:
    """Read a file of event data and keep it as Parquet.

    Parameters
    ----------
    path : str or Path
        The file, as for `read_events`.
    into : str or Path
        A case, whose datasets it joins, or any folder, which is made where it is missing.
    version : str
        Its release, where the file's name does not say.

    Returns
    -------
    EventSet, Path
        What was kept, and where. The same file loaded again is the same file kept.

    Raises
    ------
    FileTrouble
        The file cannot be read, or the folder not be written to.

    Notes
    -----
    Beside the columns of every kind stand the file's own, as text, named `given_...`. Of a set whose rows may
    not be passed on only what is counted is kept, not its notes and sources.
    """
    reading = Reading(path, version)
    folder = folder_for(Path(into))
    with beside(folder) as draft:
        write(reading, draft)
        kept = folder / f"{name_of(reading.origin)}.parquet"
        draft.replace(kept)
    return open_events(kept), kept


def folder_for(into: Path) -> Path:
    """Give the folder to keep event data in: a case's datasets, or the folder itself."""
    folder = own_folder(into)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise cannot_keep(folder, trouble) from None
    return folder


def own_folder(path: Path) -> Path:
    """Give a case's folder for event data, or the folder itself if it is no case."""
    return path / DATASETS if any((path / one).exists() for one in CASE) else path


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """Give a new file to write to first, so that nothing half written ever has the right name."""
    try:
        handle, name = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
        os.close(handle)
        yield Path(name)
    except OSError as trouble:
        raise cannot_keep(folder, trouble) from None
    finally:
        if "name" in locals():
            Path(name).unlink(missing_ok=True)


def cannot_keep(folder: Path, trouble: OSError) -> FileTrouble:
    """Say why event data cannot be kept in a folder."""
    what = f"cannot be written to: {trouble.strerror or trouble}"
    return FileTrouble(str(folder), what, "choose a folder you may write to")


def write(reading: Reading, target: Path) -> None:
    """Write the rows as they are read, and then what is known of them."""
    with_given = reading.layout.kind.licence.passed_on
    schema = whole_schema(reading.layout.columns, with_given=with_given)
    with pq.ParquetWriter(target, schema, compression="zstd") as writer:
        for table, given in reading.tables():
            columns = [*table.columns, *(given if with_given else ())]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))
        writer.add_key_value_metadata({KEY: json.dumps(noted(reading), ensure_ascii=False).encode()})


def noted(reading: Reading) -> dict[str, Any]:
    """Say in JSON where rows came from, what may be done with them, and what was wrong."""
    licence = reading.layout.kind.licence
    return {
        "jirga": VERSION,
        "origin": asdict(reading.origin),
        "licence": asdict(licence),
        "problems": [asdict(one) for one in reading.problems[:MOST_PROBLEMS]],
        "problems_found": len(reading.problems),
    }


def name_of(origin: Origin) -> str:
    """Name a file by whose data it is, which release, and the beginning of its digest."""
    release = "".join(sign for sign in origin.version if sign.isalnum() or sign in ".-")
    return "-".join(part for part in (origin.kind, release, origin.sha256[:8]) if part)


def open_events(path: str | Path) -> EventSet:
    """Open event data: what `load` kept, the one set in a folder or case, or a file as its maker made it.

    Raises
    ------
    FileTrouble
        There is nothing there, more than one set, or a Parquet file that `load` did not write.
    """
    path = only_one(Path(path))
    if not is_parquet(path):
        return read_events(path)
    try:
        note = json.loads((pq.read_metadata(path).metadata or {})[KEY])
        table = pq.read_table(path, columns=SCHEMA.names, partitioning=None).cast(SCHEMA)
        origin = Origin(**note["origin"])
        problems = tuple(RowProblem(**one) for one in note["problems"])
    except (pa.ArrowException, OSError, KeyError, TypeError, ValueError):
        raise not_ours(path) from None
    if origin.kind not in KINDS or not table.num_rows:
        raise not_ours(path)
    return EventSet(origin, problems, table.replace_schema_metadata(None))


def not_ours(path: Path) -> FileTrouble:
    """Say that a Parquet file is none that was kept here."""
    what = "is no event data that `jirga events load` kept whole"
    return FileTrouble(str(path), what, "load the maker's file again")


def is_parquet(path: Path) -> bool:
    """Whether a file begins as Parquet; whatever cannot be opened is left to who reads it."""
    try:
        with path.open("rb") as opened:
            return opened.read(len(PARQUET)) == PARQUET
    except (OSError, ValueError):
        return False


def only_one(path: Path) -> Path:
    """Find the one set in a folder or case."""
    if not path.is_dir():
        return path
    folder = own_folder(path)
    found = sorted(folder.glob("*.parquet"))
    if len(found) == 1:
        return found[0]
    if not found:
        raise FileTrouble(str(path), "holds no event data", "jirga events load FILE --into it")
    names = ", ".join(one.name for one in found[:4]) + (", ..." if len(found) > 4 else "")
    raise FileTrouble(str(folder), f"holds {len(found)} sets: {names}", "name one of them")


def may_be_passed_on(path: str | Path) -> bool:
    """Whether a kept set's rows may leave this machine; a set that cannot be opened may not."""
    try:
        return open_events(path).origin.maker.licence.passed_on
    except FileTrouble:
        return False
