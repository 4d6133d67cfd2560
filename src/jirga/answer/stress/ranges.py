"""Rival readings and ranges: a file solved under many of the readings it allows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jirga.answer.analysis import Analysis
from jirga.stress.deciding import Turn, turns_on
from jirga.stress.ensemble import Tell, spread
from jirga.stress.reader import Reader
from jirga.stress.readings import DRAWS, SEED, Combination, Item, combinations, items
from jirga.stress.verdicts import Result, Verdict, Verdicts, verdicts

AT_A_TIME, STATES = 32, 1 << 15


@dataclass(frozen=True)
class Ranges:
    """A file solved under many of the readings it allows.

    Attributes
    ----------
    items : tuple of Item
        What is uncertain.
    chosen : tuple of tuple of int
        For each reading that was solved, the choice taken of each item.
    found : tuple of Verdicts
        Its verdicts.
    written : Verdicts
        Those of the file as it is written.
    asked : int
        How many readings were to be solved.
    every : bool
        Whether these are all there are.
    seed : int
        What was drawn, was drawn from it.
    """

    items: tuple[Item, ...]
    chosen: tuple[Combination, ...]
    found: tuple[Verdicts, ...]
    written: Verdicts
    asked: int
    every: bool
    seed: int

    @property
    def done(self) -> int:
        """How many readings were solved."""
        return len(self.found)

    @cached_property
    def results(self) -> dict[Result, list[Verdict]]:
        """Every verdict in every reading."""
        solved = [one.results() for one in self.found]
        return {key: [one[key] for one in solved] for key in self.written.results()}

    def firm(self, key: Result) -> NDArray[np.bool_]:
        """Say in which readings a verdict is as the file's own."""
        own = self.written.results()[key]
        return np.array([one == own for one in self.results[key]], dtype=bool)

    def counts(self, key: Result) -> Counter[Verdict]:
        """Count what becomes of a verdict."""
        return Counter(self.results[key])

    def turn(self, key: Result) -> Turn | None:
        """Find what a verdict turns on."""
        return turns_on(np.array(self.chosen, dtype=np.int64), self.firm(key))


def solved_ranges(
    analysis: Analysis,
    draws: int = DRAWS,
    seed: int = SEED,
    executor: Executor | None = None,
    tell: Tell | None = None,
) -> Ranges:
    """Solve a conflict under its readings, each that differs once.

    Readings that come to the same order of the same wants are solved once and counted as often as they occur.
    """
    conflict = analysis.conflict
    reader = Reader(conflict, items(conflict))
    chosen, every = combinations(reader.items, draws, seed)
    keys = [reader.key(one) for one in chosen]
    different = dict(zip(reversed(keys), reversed(chosen), strict=True))
    order = list(dict.fromkeys(keys))
    run = spread(
        reader.solver(analysis.largest),
        [different[key] for key in order],
        executor=executor,
        size=at_a_time(analysis),
        tell=tell,
    )
    known = dict(zip(order, run.results, strict=True))
    kept = [(one, found) for one, key in zip(chosen, keys, strict=True) if (found := known[key]) is not None]
    written = verdicts([conflict], analysis.largest)[0]
    read = tuple(one for one, _ in kept)
    return Ranges(reader.items, read, tuple(found for _, found in kept), written, len(chosen), every, seed)


def at_a_time(analysis: Analysis) -> int:
    """Choose how many readings to solve side by side."""
    return max(1, min(AT_A_TIME, STATES // max(len(analysis.board.states), 1)))


def apart(found: Ranges) -> Iterator[Result]:
    """Name the verdicts that are not the same in every reading."""
    for key in found.results:
        if not found.firm(key).all():
            yield key
