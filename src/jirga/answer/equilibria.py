"""The states that every party stays in: how many, the first of them, and those that meet a formula."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.conflict.formula import FormulaTrouble, parse
from jirga.errors import UnknownName, WrongFormula, about
from jirga.schema.answer import Section, Table
from jirga.schema.solution import State
from jirga.schema.words import STANDARDS, Standard

LISTED, SHOWN = 100, 3


def meeting(analysis: Analysis, where: str | None) -> NDArray[np.bool_]:
    """Say which states meet a formula over the options; all of them without one.

    Raises
    ------
    WrongFormula
        The formula cannot be read.
    UnknownName
        It names what the conflict does not have.
    """
    states = analysis.board.states
    if where is None:
        return np.ones(len(states), dtype=bool)
    with about("where"):
        try:
            formula = parse(where)
        except FormulaTrouble as trouble:
            raise WrongFormula(trouble.what, trouble.hint) from None
        for name in formula.atoms():
            if name not in states.bit:
                raise UnknownName("state" if states.by_states else "option", name, states.atoms)
    return np.asarray(states.truth(formula), dtype=np.bool_)


def first(analysis: Analysis, where: NDArray[np.bool_], most: int | None = LISTED) -> tuple[State, ...]:
    """List the first of some states by the options taken."""
    return tuple(analysis.board.states.taken(row) for row in np.flatnonzero(where)[:most].tolist())


def counted(analysis: Analysis, where: NDArray[np.bool_]) -> dict[Standard, int]:
    """Count, for each standard, the states among some that every party stays in."""
    return {standard: int((analysis.holding[standard] & where).sum()) for standard in STANDARDS}


def states_that_hold(analysis: Analysis, where: str) -> Section:
    """Say how many states that meet a formula hold, by each standard, and name the first of them."""
    met = meeting(analysis, where)
    table = Table(
        ("if each fears ...", "hold", "the first of them"),
        tuple(
            (
                phrases.HEADINGS[standard].rstrip("*"),
                f"{count:,}",
                named(analysis, analysis.holding[standard] & met),
            )
            for standard, count in counted(analysis, met).items()
        ),
    )
    size = phrases.numbered(len(met), "state")
    said = phrases.sentence(f"\u201c{where}\u201d is so in {int(met.sum()):,} of {size}.")
    return Section("States that hold, of those asked for", (said,), table)


def named(analysis: Analysis, where: NDArray[np.bool_]) -> str:
    """Name the first of some states."""
    rows = np.flatnonzero(where)
    more = ["..."] if len(rows) > SHOWN else []
    return "; ".join([*(phrases.state(analysis, row) for row in rows[:SHOWN].tolist()), *more]) or "-"
