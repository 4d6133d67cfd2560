"""The outcome a brief looks for: what was asked for and cannot be had, in the form nearest to holding."""

from __future__ import annotations

from dataclasses import dataclass

from jirga.answer.analysis import Analysis
from jirga.answer.bottom_line import finding
from jirga.answer.firmness import Firmness, firmness


@dataclass(frozen=True)
class Aim:
    """An outcome to be unlocked.

    Attributes
    ----------
    name : str
        The outcome.
    row : int
        Its row.
    asked : str
        What it would bring of what was asked for; empty where nothing was asked.
    """

    name: str
    row: int
    asked: str = ""


def aim(analysis: Analysis) -> Aim | None:
    """Choose the outcome to be unlocked.

    The first thing asked for that cannot be had and kept; of the named outcomes that would bring it, first
    one that does not hold and that the fewest would leave, else one that holds and cannot be got to. Where
    nothing was asked, or all of it can be had, the named outcome short of holding that the fewest leave.
    """
    for ask in analysis.conflict.asks:
        if finding(analysis, ask.about).level == Firmness.NO:
            truth = analysis.board.states.truth(ask.about)
            rows = {name: row for name, row in possible(analysis).items() if truth[row]}
            if rows:
                return Aim(*nearest(analysis, rows), ask.says)
    rows = {name: row for name, row in possible(analysis).items() if not kept(analysis, row)}
    return Aim(*nearest(analysis, rows)) if rows else None


def possible(analysis: Analysis) -> dict[str, int]:
    """Give the rows of the named outcomes that are not ruled out."""
    return {name: row for name in analysis.outcomes if (row := analysis.row(name)) is not None}


def kept(analysis: Analysis, row: int) -> bool:
    """Whether an outcome holds and can be got to, as far as that is known."""
    there = analysis.status_quo is None or analysis.got_to(row, "together")
    return there and firmness(analysis, row) != Firmness.NO


def nearest(analysis: Analysis, rows: dict[str, int]) -> tuple[str, int]:
    """Choose the outcome that the fewest parties would leave, one that does not hold before one that does."""

    def distance(name: str) -> tuple[bool, int]:
        holds = bool(analysis.holding["seq"][rows[name]])
        return holds, len(analysis.leaves(rows[name], "seq"))

    name = min(rows, key=distance)
    return name, rows[name]
