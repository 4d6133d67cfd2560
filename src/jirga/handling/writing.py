"""A file is written beside its place, searched, and put there only if nothing in it is above its level."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from jirga.conflict.text import cannot_write, permissions
from jirga.errors import LeakFound, about
from jirga.handling.leaks import Leak, leaks
from jirga.handling.protected import Protected


def write_checked(path: str | Path, write: Callable[[Path], object], protected: Protected) -> None:
    """Write a file and search it before it takes its place.

    Parameters
    ----------
    write : callable
        Writes the file to the path it is given: one of the same name, in a folder that only its owner sees.
    protected : Protected
        What must not be in it.

    Raises
    ------
    LeakFound
        Something is; nothing is left of what was written, and what stood there before is as it was.
    CannotLookInto
        It cannot be searched.
    FileTrouble
        It cannot be written.
    """
    target = Path(path)
    try:
        beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=".checked."))
    except OSError as trouble:
        raise cannot_write(path, trouble) from None
    try:
        coming = beside / target.name
        write(coming)
        with about(str(path)):
            refuse(leaks(coming, protected), protected.level)
        coming.chmod(permissions(target))
        coming.replace(target)
    except OSError as trouble:
        raise cannot_write(path, trouble) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def refuse(found: tuple[Leak, ...], level: str = "") -> None:
    """Stop if anything was found."""
    if found:
        rest = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        above = f"level {level}" if level else "the level it is for"
        raise LeakFound(f"it would hold something above {above}: {found[0]}{rest}")
