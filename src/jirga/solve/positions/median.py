"""The weighted median, and the core under a quota: what no winning coalition would move."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from jirga.solve.positions.stances import StanceTrouble, Values, checked

EXACT = 1e-9


@dataclass(frozen=True)
class Interval:
    """A stretch of the scale, both ends included.

    Attributes
    ----------
    low, high : float
        Its ends; equal where it is one value.
    """

    low: float
    high: float


def weighted_median(position: ArrayLike, weight: ArrayLike) -> Interval:
    """Find where at most half the weight lies on either side.

    Parameters
    ----------
    position, weight : array (n,)
        Positions from 0 to 100, and what each counts; leverage times salience as a rule.

    Returns
    -------
    Interval
        One value, unless weight is halved exactly between two positions; `low` is then the lower median.

    References
    ----------
    [Black1948]_: against it nothing wins by a majority of the weight.

    Examples
    --------
    >>> weighted_median([0, 50, 100], [1, 1, 3])
    Interval(low=100.0, high=100.0)
    >>> weighted_median([0, 100], [1, 1])
    Interval(low=0.0, high=100.0)
    """
    places, weights = checked(position, weight)
    half = weights.sum() / 2
    return Interval(reaching(places, weights, half), -reaching(-places, weights, half))


def core(position: ArrayLike, weight: ArrayLike, quota: float) -> Interval:
    """Find the values that no coalition with the quota would move.

    Parameters
    ----------
    quota : float
        The share of the weight that wins, above a half and at most 1; 1 is unanimity.

    Returns
    -------
    Interval
        Never empty: with single-peaked preferences on one scale there is always a core.

    Raises
    ------
    StanceTrouble
        The quota is no share above a half.

    Notes
    -----
    A value stands unless those who would rather have it higher, or those who would rather have it lower,
    have the quota. Every party is taken to like a value the less the further it lies from its own.

    References
    ----------
    [Black1948]_ for the majority; the quota version is the textbook's.

    Examples
    --------
    >>> core([0, 40, 50, 100], [1, 1, 1, 1], 0.75)
    Interval(low=40.0, high=50.0)
    """
    if not 0.5 < quota <= 1:
        raise StanceTrouble(f"a quota of {quota:g} is no share above a half", "give one as 0.67")
    places, weights = checked(position, weight)
    needed = quota * weights.sum()
    ends = -reaching(-places, weights, needed), reaching(places, weights, needed)
    return Interval(*ends)


def reaching(places: Values, weights: Values, needed: float) -> float:
    """Give the first position, from the left, at which the weight so far is enough."""
    order = np.argsort(places, kind="stable")
    so_far = np.cumsum(weights[order])
    enough = so_far >= needed - EXACT * so_far[-1]
    return float(places[order][int(np.argmax(enough))])
