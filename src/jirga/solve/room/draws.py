"""Numbers drawn from ranges, the same ones every time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from jirga.errors import TooLarge

Values = NDArray[np.float64]
DRAWS, SEED = 20_000, 1
MOST_NUMBERS = 50_000_000


@dataclass(frozen=True, eq=False)
class Lines:
    """Red lines, draw by draw.

    Attributes
    ----------
    least, most : float array (n_parties, n_issues, n_draws)
        The worst that each party accepts on either side; -inf and inf where there is no red line.
    """

    least: Values
    most: Values

    @property
    def draws(self) -> int:
        """How many draws there are."""
        return int(self.least.shape[2])

    @property
    def issues(self) -> int:
        """How many issues there are."""
        return int(self.least.shape[1])

    def moved(self, party: int, issue: int, least: float | None, most: float | None) -> Lines:
        """Give the lines with one party's lowered or raised by so many points."""
        copies = {"least": self.least.copy(), "most": self.most.copy()}
        for name, points in (("least", least), ("most", most)):
            if points is not None:
                copies[name][party, issue] += points
        return replace(self, **copies)


def at_the_mode(least: Values, most: Values) -> Lines:
    """Give the red lines at their likeliest values, as a single draw."""
    return Lines(least[:, :, 1:2], most[:, :, 1:2])


def widest(least: Values, most: Values) -> Lines:
    """Give the red lines as wide as the ranges let them be, as a single draw."""
    return Lines(least[:, :, 0:1], most[:, :, 2:3])


def drawn(least: Values, most: Values, count: int = DRAWS, seed: int = SEED) -> Lines:
    """Draw every red line from its range, independently, from a triangle over lowest, likeliest and highest.

    Parameters
    ----------
    least, most : float array (n_parties, n_issues, 3)
        The ranges of the red lines.
    count : int
        How many draws.
    seed : int
        The same seed gives the same draws.

    Raises
    ------
    TooLarge
        There are more numbers to draw than fit.

    Notes
    -----
    Every party has its own uniform numbers on every issue, whether it has a red line there or not. So a
    red line that is moved or added changes no other, and moving one outward never closes a draw.

    Examples
    --------
    >>> least = np.array([[[10.0, 20.0, 40.0]]])
    >>> found = drawn(least, np.full((1, 1, 3), np.inf), 1000).least[0, 0]
    >>> bool(found.min() >= 10 and found.max() <= 40), round(float(found.mean()))
    (True, 23)
    """
    generator = np.random.default_rng(seed)
    parties, issues = least.shape[:2]
    if parties * issues * count > MOST_NUMBERS:
        what = f"{count:,} draws for {parties} parties and {issues} issues are too many to hold"
        raise TooLarge(what, "ask for fewer with --draws")
    found = [np.empty((parties, issues, count)) for _ in range(2)]
    for party in range(parties):
        for issue in range(issues):
            for array, ranges in zip(found, (least, most), strict=True):
                uniform = generator.random(count)
                array[party, issue] = triangular(uniform, *ranges[party, issue])
    return Lines(*found)


def on_settlements(lines: Lines, places: Mapping[int, Values]) -> Lines:
    """Take every drawn red line to the nearest place that can be settled on, where only some can.

    Parameters
    ----------
    places : {issue: float array}
        For each such issue, its places, lowest first.

    Examples
    --------
    >>> lines = Lines(np.array([[[10.0, 30.0, -np.inf]]]), np.array([[[60.0, 80.0, np.inf]]]))
    >>> on_settlements(lines, {0: np.array([0.0, 50.0, 100.0])}).most[0, 0].tolist()
    [50.0, 100.0, inf]
    """
    copies = {"least": lines.least.copy(), "most": lines.most.copy()}
    for issue, some in places.items():
        for array in copies.values():
            stated = np.isfinite(array[:, issue])
            steps = np.searchsorted((some[1:] + some[:-1]) / 2, array[:, issue][stated])
            array[:, issue][stated] = some[steps]
    return replace(lines, **copies)


def triangular(uniform: Values, low: float, mode: float, high: float) -> Values:
    """Turn uniform numbers from 0 to 1 into numbers from a triangle.

    >>> triangular(np.array([0.0, 0.5, 1.0]), 10.0, 20.0, 30.0).tolist()
    [10.0, 20.0, 30.0]
    """
    if not np.isfinite(low) or low == high:
        return np.full(uniform.shape, mode)
    width, left, right = high - low, mode - low, high - mode
    rising = low + np.sqrt(uniform * width * left)
    falling = high - np.sqrt((1 - uniform) * width * right)
    below: Values = np.where(uniform * width < left, rising, falling)
    return below
