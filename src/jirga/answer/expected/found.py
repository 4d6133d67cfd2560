"""What was found where an expectation falls: one function for each kind, and how states are compared."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from jirga.answer.analysis import Analysis
from jirga.conflict.preferences import state_called


@singledispatch
def found_instead(expected: Any, analysis: Analysis) -> str:
    """Say what was found where an expectation falls; nothing where it stands."""
    raise TypeError(f"{type(expected).__name__} is not an expectation of {analysis.conflict.title!r}")


def rows(analysis: Analysis, names: Iterable[str]) -> set[int]:
    """Give the rows of some named states that are possible."""
    found = (analysis.board.states.find(state_called(analysis.conflict, name)) for name in names)
    return {row for row in found if row is not None}


def difference(analysis: Analysis, what: str, found: set[int], listed: set[int]) -> str:
    """Say which states are found and not listed, and which are listed and not found."""

    def named(some: set[int]) -> str:
        return ", ".join(
            analysis.name(row) or str(list(analysis.board.states.taken(row))) for row in sorted(some)
        )

    also, missing = named(found - listed), named(listed - found)
    return f"{what}: " + "; ".join(
        part for part in (also and f"also {also}", missing and f"not {missing}") if part
    )
