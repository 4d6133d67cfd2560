"""From a path to a conflict that can be asked, or to what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jirga import examples
from jirga.answer.checking import Check, check_text
from jirga.answer.linked.analysis import check_linked
from jirga.api.conflict import Conflict
from jirga.api.two_tables import Linked
from jirga.conflict.file import read_text
from jirga.conflict.linked.file import looks_linked, read_either, read_linked
from jirga.conflict.text import file_text

if TYPE_CHECKING:
    pass


def load(path: str | Path) -> Conflict:
    """Load a conflict file, or the one of a case; of linked conflicts, both tables as one conflict.

    Raises
    ------
    InputError
        It cannot be read; the message says where, what is wrong and what to try.
    """
    if has_record(path):
        from jirga.citing import read_case

        return Conflict(read_case(path))
    return Conflict(read_either(path))


def linked(path: str | Path) -> Linked:
    """Load a file of linked conflicts.

    Raises
    ------
    InputError
        It, or a table, cannot be read; the message names the file that is wrong.
    """
    return Linked(read_linked(written_in(path)))


def example(name: str) -> Conflict:
    """Load a packaged conflict.

    >>> example("syria_iraq_1975").solve().equilibria["nash"]
    (('escalate', 'attack'),)
    """
    return Conflict(read_text(examples.text(name), f"{name}.yaml"))


def check(path: str | Path) -> Check:
    """Check a conflict file, or a case: every problem at its place, and every expectation run."""
    if has_record(path):
        from jirga.citing import check_case

        return check_case(path)
    text = file_text(path)
    return check_linked(text, path) if looks_linked(text) else check_text(text, str(path))


def has_record(path: str | Path) -> bool:
    """Whether a path is that of a case; asked without loading what a case needs."""
    return any((Path(path) / one).is_file() for one in ("case.db", "database"))


def written_in(path: str | Path) -> Path:
    """Give the conflict file: of a case, the one in its folder."""
    return Path(path) / "conflict.yaml" if has_record(path) else Path(path)
