"""A conflict file, or the conflict file of a case, held to a level."""

from __future__ import annotations

from pathlib import Path

from jirga.case import is_case, open_case
from jirga.conflict.file import read_file
from jirga.errors import about
from jirga.handling.cases import HeldCase, case_at_level
from jirga.handling.conflicts import at_level
from jirga.handling.held import Held
from jirga.schema.words import Level


def held_file(path: str | Path, level: Level) -> Held:
    """Hold a conflict file, or that of a case, to a level; of a case, all its record is protected too.

    Raises
    ------
    FileTrouble, ConflictTrouble
        It cannot be read.
    NothingToHandOver
        Nothing in it is at this level or below.
    """
    with about(str(path)):
        return (
            held_case(path, level).conflict_held()
            if is_case(path)
            else at_level(read_file(path).conflict, level)
        )


def held_case(folder: str | Path, level: Level) -> HeldCase:
    """Hold a case to a level."""
    return case_at_level(open_case(folder), level)
