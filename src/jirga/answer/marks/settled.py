"""What holds in every way of settling the wants that are not known, and on what it hangs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from jirga.answer.analysis import Analysis
from jirga.answer.firmness import levels
from jirga.conflict.marks.settling import MOST_UNKNOWN, Way, settlements, unknown_wants
from jirga.errors import TooLarge
from jirga.schema.wants import Want
from jirga.schema.words import STANDARDS, Standard

WORK = 40_000_000
Cube = tuple[bool | None, ...]


@dataclass(frozen=True, eq=False)
class Settled:
    """A conflict solved in every way of settling what is not known.

    Attributes
    ----------
    wants : tuple of Want
        The wants that are not known.
    ways : tuple of tuple of bool
        For each way, whether each of these wants is held.
    holding : dict of bool arrays (n_ways, n_states)
        Whether every party stays in each state, by standard.
    levels : int8 array (n_ways, n_states)
        How firmly each state holds.
    """

    wants: tuple[Want, ...]
    ways: tuple[Way, ...]
    holding: dict[Standard, NDArray[np.bool_]]
    levels: NDArray[np.int8]


@lru_cache(maxsize=4)
def settled(analysis: Analysis) -> Settled:
    """Solve a conflict in every way of settling what is not known.

    Raises
    ------
    TooLarge
        More ways, or more states in each, than can be gone through in a reasonable time.
    """
    wants = unknown_wants(analysis.conflict)
    refuse_if_too_much(analysis, 2 ** min(len(wants), MOST_UNKNOWN))
    ways, solved = zip(*((way, Analysis(one)) for way, one in settlements(analysis.conflict)), strict=True)
    holding = {name: np.array([one.holding[name] for one in solved]) for name in STANDARDS}
    return Settled(wants, ways, holding, np.array([levels(one) for one in solved]))


def conditions(ways: Collection[Way]) -> list[Cube]:
    """Say on what it hangs that something is so in just these ways, in as few words as can be.

    Returns
    -------
    list of tuple of bool or None
        It is so if any of these is met: a want held (True), its contrary held (False), or either (None).

    Examples
    --------
    >>> conditions([(True, True), (True, False), (False, False)])
    [(True, None), (None, False)]
    """
    cubes = [cube for cube in product((True, False, None), repeat=width(ways)) if met(cube) <= set(ways)]
    left, chosen = set(ways), []
    while left:
        chosen.append(max(cubes, key=lambda cube: (len(met(cube) & left), cube.count(None))))
        left -= met(chosen[-1])
    return chosen


def width(ways: Collection[Way]) -> int:
    """Count the wants that are settled."""
    return len(next(iter(ways), ()))


def met(cube: Cube) -> set[Way]:
    """List the ways that meet a condition."""
    return set(product(*([True, False] if part is None else [part] for part in cube)))


def where(found: Settled, held: Sequence[bool] | NDArray[np.bool_]) -> list[Way]:
    """List the ways in which something is so."""
    return [way for way, is_so in zip(found.ways, held, strict=True) if is_so]


def refuse_if_too_much(analysis: Analysis, ways: int) -> None:
    """Stop before more solving than ends in a reasonable time, and say what would reduce it."""
    states = len(analysis.board.states)
    if ways * states * len(analysis.parties) ** 2 > WORK:
        raise TooLarge(
            f"{states:,} states in {ways} ways of settling what is not known would take too long",
            "settle some of the unknown wants in a variant, or drop options nobody's answer turns on",
        )
