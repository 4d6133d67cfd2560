"""Event data in the record: which set was loaded when, from which file, and what may be done with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy import Connection, select

from jirga.errors import UnknownName
from jirga.record.ledger import act
from jirga.record.log import Act, Hand
from jirga.record.originals import sha256_of
from jirga.record.tables import datasets
from jirga.schema.record import Dataset

SUFFIX = ".parquet"


def add(connection: Connection, one: Dataset, hand: Hand) -> Dataset:
    """Enter a set; nothing is entered if all of it is there already."""
    if every(connection).get(one.id) != one:
        act(connection, [Act("dataset.loaded", one.id, {"dataset": one.model_dump(mode="json")})], hand)
    return one


def every(connection: Connection) -> dict[str, Dataset]:
    """Give the sets by id, in the order of their names."""
    rows = connection.execute(select(datasets.c.content).order_by(datasets.c.name)).scalars()
    some = [Dataset.model_validate_json(row) for row in rows]
    return {one.id: one for one in some}


def found(connection: Connection, name: str) -> Dataset | None:
    """Give the set of an id, a name, or the name of its file, if there is one."""
    wanted = name.removesuffix(SUFFIX)
    return next((one for one in every(connection).values() if wanted in {one.id, one.name}), None)


def called(connection: Connection, name: str) -> Dataset:
    """Give the set of an id or name.

    Raises
    ------
    UnknownName
        There is none.
    """
    one = found(connection, name)
    if one is None:
        raise UnknownName("set of event data", name, [known.name for known in every(connection).values()])
    return one


def kept_in(folder: Path, one: Dataset) -> Path:
    """Give the file that a set is kept in."""
    return folder / f"{one.name}{SUFFIX}"


def dataset_troubles(some: Iterable[Dataset], folder: Path) -> Iterator[str]:
    """Find event data that are not as they were when they were loaded, or that nobody has entered."""
    ours = {kept_in(folder, one): one for one in some}
    for path, one in ours.items():
        if sha256_of(path) != one.kept_sha256:
            yield f"the event data {one.name} were changed, or are gone (load {one.file_name} again)"
    there = (path for path in sorted(folder.glob(f"*{SUFFIX}")) if path.name[0] != ".")
    for path in there:
        if path not in ours:
            yield f"the event data {path.stem} are entered nowhere (jirga events load enters them)"
