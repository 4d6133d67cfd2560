"""What an answer comes down to: how firmly each outcome holds, and whether it can be got to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.board import Board, board
from jirga.conflict.preferences import state_called
from jirga.schema.conflict import Conflict
from jirga.schema.words import Standard
from jirga.stress.islands import attained, held

LADDER: tuple[Standard, ...] = ("gmr", "seq", "seq_best", "nash")
IMPOSSIBLE, NO = -1, 0
TODAY = "the status quo"


@dataclass(frozen=True)
class Verdict:
    """How firmly something holds, and whether it can be got to.

    Attributes
    ----------
    level : int
        From 0, not at all, to 4, without any threat; -1 where it cannot be.
    attained : bool
        Whether steps their movers gain by lead there.
    """

    level: int
    attained: bool


Result = tuple[str, str]


@dataclass(frozen=True)
class Verdicts:
    """Every verdict of one conflict.

    Attributes
    ----------
    asks : dict of Verdict
        For each thing asked for, the firmest state with it that can be got to; where there is no status
        quo, the firmest.
    outcomes : dict of Verdict
        For each named outcome; the status quo too, where it has no name.
    """

    asks: dict[str, Verdict]
    outcomes: dict[str, Verdict]

    def results(self) -> dict[Result, Verdict]:
        """Give every verdict that a reader is told of, by what it is about.

        That something which does not hold can be got to is no result of its own.
        """
        kept = {
            ("outcome", name): one if one.level > NO else Verdict(one.level, attained=False)
            for name, one in self.outcomes.items()
        }
        return {("ask", says): one for says, one in self.asks.items()} | kept


def verdicts(conflicts: Sequence[Conflict], together: int) -> list[Verdicts]:
    """Solve some conflicts side by side, and keep of each what an answer comes down to.

    Parameters
    ----------
    conflicts : sequence of Conflict
        Versions of one conflict, or any others; each is solved exactly as if alone.
    together : int
        The largest number of parties that move together.

    Examples
    --------
    >>> from jirga.examples import conflict
    >>> found = verdicts([conflict("khyber_kabul_2025")], 3)[0]
    >>> found.outcomes["torkham only"], found.asks["fewer attacks"]
    (Verdict(level=3, attained=True), Verdict(level=0, attained=False))
    """
    boards = [board(one) for one in conflicts]
    starts = [
        None if one.status_quo is None else laid.states.find(one.status_quo)
        for one, laid in zip(conflicts, boards, strict=True)
    ]
    levels = [
        firmness_levels(one, len(laid.states)) for one, laid in zip(held(boards, LADDER), boards, strict=True)
    ]
    return [
        summed_up(*one)
        for one in zip(conflicts, boards, levels, reached(boards, starts, together), strict=True)
    ]


def firmness_levels(holding: dict[Standard, NDArray[np.bool_]], size: int) -> NDArray[np.int8]:
    """Give the firmest level at which every state holds."""
    found = np.zeros(size, dtype=np.int8)
    for level, standard in enumerate(LADDER, start=1):
        found[holding[standard]] = level
    return found


def reached(boards: Sequence[Board], starts: Sequence[int | None], together: int) -> list[NDArray[np.bool_]]:
    """Say of each conflict which states can be got to; none where there is nothing to start from."""
    found = [np.zeros(len(one.states), dtype=bool) for one in boards]
    known = [place for place, start in enumerate(starts) if start is not None]
    some = attained(
        [boards[one] for one in known], [start for start in starts if start is not None], together
    )
    for place, table in zip(known, some, strict=True):
        found[place] = table
    return found


def summed_up(
    conflict: Conflict, laid: Board, levels: NDArray[np.int8], there: NDArray[np.bool_]
) -> Verdicts:
    """Look up the outcomes and what is asked for."""
    can = there if conflict.status_quo is not None else np.ones(len(laid.states), dtype=bool)
    asks = {}
    for ask in conflict.asks:
        level = int(levels[laid.states.truth(ask.about) & can].max(initial=NO))
        asks[ask.says] = Verdict(level, attained=level > NO and conflict.status_quo is not None)
    outcomes = {}
    for name, taken in named(conflict):
        row = laid.states.find(taken)
        known = row is not None
        outcomes[name] = (
            Verdict(int(levels[row]), bool(there[row])) if known else Verdict(IMPOSSIBLE, attained=False)
        )
    return Verdicts(asks, outcomes)


def named(conflict: Conflict) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Name the states of which an answer speaks: outcomes, or else states by name, and the status quo."""
    names = list(conflict.outcomes) or list(conflict.states)
    for name in names:
        yield name, state_called(conflict, name)
    today = conflict.status_quo
    if today is not None and not any(set(state_called(conflict, one)) == set(today) for one in names):
        yield TODAY, today


def changed(before: Verdicts, after: Verdicts) -> dict[Result, tuple[Verdict, Verdict]]:
    """Give the verdicts that differ between two versions, of what both speak of."""
    first, second = before.results(), after.results()
    return {key: (first[key], second[key]) for key in first if key in second and first[key] != second[key]}
