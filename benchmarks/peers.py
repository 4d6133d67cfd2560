"""Time the bargaining solvers beside the libraries that do the same task, where these are installed.

None of them is needed by anything else here. Install those wanted in an environment of your own.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

import numpy as np
from bargaining import DRAWS, ISSUES, PARTIES, made
from consent import games

from jirga import examples
from jirga.answer.bargaining.bargain import Bargain
from jirga.conflict.bargaining.consent import laid_out
from jirga.solve.consent.game import Game
from jirga.solve.consent.minimal import minimal_blocking
from jirga.solve.consent.power import power
from jirga.solve.packages.fair_points import kalai_smorodinsky_point, nash_point
from jirga.solve.packages.front import front
from jirga.solve.positions.compromise import compromise

ON_EACH, SIDES = (11,) * 6, 3
POPULATION, ENOUGH_PEOPLE = "enough people", 0.65


def worths(seed: int = 1) -> list[np.ndarray[Any, Any]]:
    """Make what each value is worth to each party: less the further from where it would like the issue."""
    chance = np.random.default_rng(seed)
    steps = np.arange(ON_EACH[0])[:, None]
    return [
        chance.integers(1, 100, SIDES) * (10.0 - np.abs(steps - chance.integers(0, 11, SIDES)))
        for _ in ON_EACH
    ]


def every_package(some: list[np.ndarray[Any, Any]]) -> np.ndarray[Any, Any]:
    """Sum what every package is worth: one row for each, one column for each party."""
    total = np.zeros((1, SIDES))
    for one in some:
        total = (total[:, None, :] + one[None, :, :]).reshape(-1, SIDES)
    return total


def ours_on_packages(some: list[np.ndarray[Any, Any]]) -> str:
    """Find the front, the Nash and the Kalai-Smorodinsky point."""
    found = front(some).worth
    no_deal = np.median(found, axis=0) / 2
    both = nash_point(found, no_deal), kalai_smorodinsky_point(found, no_deal)
    return f"{len(found)} on the front, gains {[one and tuple(map(round, one.gains)) for one in both]}"


def with_paretoset(some: list[np.ndarray[Any, Any]]) -> str:
    """Find the front alone, of all packages laid out."""
    kept = import_module("paretoset").paretoset(every_package(some), sense=["max"] * SIDES)
    return f"{int(kept.sum())} on the front"


def with_powerindices() -> str:
    """Count the Banzhaf power of the 27 by population alone: the library knows one list of weights."""
    quota, weights = population()
    return f"{len(import_module('powerindices').compute_pbi(quota, weights))} members"


def ours_by_population() -> str:
    """Count the same."""
    council = examples.conflict("eu_council")
    return f"{len(power(Game(laid_out(council, council.bodies[POPULATION]))).banzhaf)} members"  # type: ignore[arg-type]


def population() -> tuple[int, list[int]]:
    """Give the quota and the weights of the 27 by population, in hundredths of a percent."""
    body = examples.conflict("eu_council").bodies[POPULATION]
    weights = [round(100 * float(one)) for one in body.weights.values()]  # type: ignore[union-attr]
    return int(np.ceil(ENOUGH_PEOPLE * sum(weights))), weights


def ours_on_the_mean() -> str:
    """Give the mean of thirty positions with all its sensitivities."""
    chance = np.random.default_rng(1)
    found = compromise(*(chance.uniform(1, 100, PARTIES) for _ in range(3)))
    return f"{found.value:.2f}, {len(found.by_position)} sensitivities of each kind"


def timed(what: str, run: Callable[[], str], needs: str = "", times: int = 1) -> None:
    """Print how long something takes, or that what it needs is not installed."""
    try:
        if needs:
            import_module(needs)
    except ImportError:
        print(f"{what:58} not installed")
        return
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        found = run()
        seconds.append(time.perf_counter() - start)
    print(f"{what:58} {min(seconds):9.4f} s  {found}")


def main() -> None:
    """Time each task, ours first."""
    some = worths()
    count = int(np.prod(ON_EACH))
    packages = f"{count:,} packages, {SIDES} parties"
    timed(f"front and fair points, {packages}", partial(ours_on_packages, some), times=3)
    timed("  paretoset, the front alone", partial(with_paretoset, some), "paretoset")
    timed("mean of 30 positions and all sensitivities", ours_on_the_mean, times=50)
    many = made()
    draws = f"{DRAWS:,} draws, {PARTIES} parties, {ISSUES} issues"
    timed(draws, lambda: f"open in {Bargain(many, draws=DRAWS).share('all'):.2f}", times=3)
    for label, game in zip(("weighted", "nested"), games(20), strict=True):
        timed(f"minimal blocking coalitions of 20, {label}", partial(blocking, game), times=3)
    timed("power of the 27 by population", ours_by_population, times=3)
    timed("  powerindices, the same", with_powerindices, "powerindices")


def blocking(game: Game) -> str:
    """Count the minimal blocking coalitions."""
    return f"{len(minimal_blocking(game)):,} coalitions"


if __name__ == "__main__":
    main()
