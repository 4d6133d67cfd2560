"""Making a case, and opening one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from jirga.case.claims import Claims
from jirga.case.datasets import Datasets
from jirga.case.documents import Documents
from jirga.case.names import Names
from jirga.case.opened import BRIEFS, CONFLICT, DATABASE, FILES, SERVER, SETS
from jirga.case.settings import Settled
from jirga.case.standing import Standing
from jirga.conflict.text import cannot_write, write_text
from jirga.errors import FileTrouble
from jirga.record.ledger import made, opened
from jirga.record.migrating import brought_up_to_date

FOLDERS = (FILES, SETS, BRIEFS)


@dataclass(frozen=True)
class Case(Documents, Claims, Names, Datasets, Settled, Standing):
    """A case that is open: what can be asked of it stands in the modules beside this one."""


def is_case(path: str | Path) -> bool:
    """Whether a path is that of a case: a folder with a record in it."""
    folder = Path(path)
    return any((folder / one).is_file() for one in (DATABASE, SERVER))


def new_case(folder: str | Path, *, conflict: str = "", database: str = "") -> Case:
    """Make a case: its folders, an empty record, and the conflict file.

    Parameters
    ----------
    conflict : str
        The text of the conflict file.
    database : str, optional
        The address of a PostgreSQL database to keep the record in, without a password.

    Raises
    ------
    FileTrouble
        There is something already, or it cannot be written.
    """
    folder = Path(folder)
    if folder.exists():
        raise FileTrouble(str(folder), "is there already", "choose another name; nothing was changed")
    with beside(folder) as coming:
        for one in FOLDERS:
            (coming / one).mkdir()
        made(coming / DATABASE, database)
        if database:
            write_text(coming / SERVER, f"{database}\n")
        if conflict:
            write_text(coming / CONFLICT, conflict)
    return open_case(folder)


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """Fill a folder beside its place, and put it there when all is done; if that fails, nothing is left.

    Notes
    -----
    Nobody but its owner may look into it.
    """
    try:
        coming = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    except OSError as trouble:
        raise cannot_write(folder, trouble) from None
    try:
        yield coming
        coming.rename(folder)
    except OSError as trouble:
        raise cannot_write(folder, trouble) from None
    finally:
        shutil.rmtree(coming, ignore_errors=True)


def open_case(folder: str | Path) -> Case:
    """Open a case; an older record is brought up to date, after a copy was made of it.

    Raises
    ------
    FileTrouble
        It is no case, or its record cannot be read.
    CaseTrouble
        A newer Jirga made it.
    """
    folder = Path(folder)
    if not is_case(folder):
        what = "is no case" if folder.is_dir() else "is no folder"
        raise FileTrouble(str(folder), what, "jirga new FOLDER/ makes a case")
    server = folder / SERVER
    address = server.read_text(encoding="utf-8").strip() if server.is_file() else ""
    copy = brought_up_to_date(folder / DATABASE, address)
    return Case(folder, opened(folder / DATABASE, address), copy)
