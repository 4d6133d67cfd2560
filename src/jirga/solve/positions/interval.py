"""How wide a range around the mean has to be, going by how far off the mean was where outcomes are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from jirga.solve.positions.median import Interval
from jirga.solve.positions.stances import SCALE, Values, checked

MIXED = 0.3


@dataclass(frozen=True, eq=False)
class Spread:
    """Places on the scale with their shares.

    Attributes
    ----------
    places : float array (m,)
        In order.
    share : float array (m,)
        They add to 1.
    """

    places: Values
    share: Values


def spread(
    value: float, misses: ArrayLike, position: ArrayLike, weight: ArrayLike, mixed: float = MIXED
) -> Spread:
    """Lay past misses around a value, mixed with the positions that parties hold.

    Parameters
    ----------
    value : float
        The mean.
    misses : array (k,)
        How far outcomes lay from the mean elsewhere, each counted alike; beyond an end they lie at the end.
    position, weight : array (n,)
        The parties' positions, and what each counts.
    mixed : float
        How much of it are the positions, from 0 to 1.

    Returns
    -------
    Spread

    Notes
    -----
    Outcomes fall on somebody's position more often than near it, which is why positions are mixed in. The
    share was taken from earlier work on the same data and not fitted again.

    Examples
    --------
    >>> laid = spread(50.0, [-60, 10], [0, 100], [1, 3], mixed=0.5)
    >>> laid.places.tolist(), laid.share.tolist()
    ([0.0, 0.0, 60.0, 100.0], [0.25, 0.125, 0.25, 0.375])
    """
    places, weights = checked(position, weight)
    around = np.clip(value + np.asarray(misses, dtype=np.float64), 0, SCALE)
    shares = np.full(len(around), (1 - mixed) / len(around)), mixed * weights / weights.sum()
    both, share = np.concatenate([around, places]), np.concatenate(shares)
    order = np.argsort(both, kind="stable")
    return Spread(both[order], share[order])


def inside(laid: Spread, share: float = 0.8) -> Interval:
    """Cut off the same share at either end.

    Examples
    --------
    >>> inside(Spread(np.arange(10.0), np.full(10, 0.1)), 0.8)
    Interval(low=0.0, high=9.0)
    """
    so_far, tail = np.cumsum(laid.share), (1 - share) / 2
    low = int(np.searchsorted(so_far, tail - 1e-9))
    high = int(np.searchsorted(so_far, 1 - tail + 1e-9))
    return Interval(float(laid.places[low]), float(laid.places[min(high, len(so_far) - 1)]))


def share_needed(laid: Spread, outcome: float) -> float:
    """Find the least share that `inside` must keep for its range to hold an outcome.

    Examples
    --------
    >>> share_needed(Spread(np.array([0.0, 50.0, 100.0]), np.array([0.25, 0.5, 0.25])), 100.0)
    0.5
    """
    before = float(laid.share[laid.places < outcome - 1e-9].sum())
    up_to = float(laid.share[laid.places <= outcome + 1e-9].sum())
    return max(0.0, 1 - 2 * up_to, 2 * before - 1)


def crps(laid: Spread, outcome: float) -> float:
    """Score a spread by what came out, in points of the scale; 0 is all of it on the outcome.

    References
    ----------
    [Gneiting2007]_ for the continuous ranked probability score, as commonly restated.

    Examples
    --------
    >>> crps(Spread(np.array([0.0, 100.0]), np.array([0.5, 0.5])), 0.0)
    25.0
    """
    so_far = np.cumsum(laid.share)
    to_outcome = float(laid.share @ np.abs(laid.places - outcome))
    between = float((so_far[:-1] * (1 - so_far[:-1])) @ np.diff(laid.places))
    return to_outcome - between


def misses_elsewhere(misses: ArrayLike, groups: Sequence[str]) -> list[Values]:
    """Give, for each case, the misses of all cases that are not in its group.

    Examples
    --------
    >>> [one.tolist() for one in misses_elsewhere([1, 2, 3], ["a", "a", "b"])]
    [[3.0], [3.0], [1.0, 2.0]]
    """
    every, names = np.asarray(misses, dtype=np.float64), np.asarray(groups)
    return [every[names != name] for name in names]
