"""The compromise: the mean of the positions, each by leverage times salience, and what hangs on what."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from jirga.solve.positions.stances import SCALE, Values, checked


@dataclass(frozen=True, eq=False)
class Compromise:
    """The weighted mean, with how it answers to every number it is made from.

    Attributes
    ----------
    value : float
        The mean.
    by_position, by_salience, by_leverage : float array (n,)
        How far it moves for each unit that one party's position, salience or leverage is raised.
    without : float array (n,)
        The mean of the others; nan where nobody else counts.
    weight : float array (n,)
        Each party's share of all weight.
    """

    value: float
    by_position: Values
    by_salience: Values
    by_leverage: Values
    without: Values
    weight: Values


def compromise(position: ArrayLike, salience: ArrayLike, leverage: ArrayLike) -> Compromise:
    """Take the mean of the positions, each weighted by leverage times salience.

    Parameters
    ----------
    position, salience, leverage : array (n,)
        Positions from 0 to 100; salience and leverage at least 0.

    Returns
    -------
    Compromise

    Raises
    ------
    StanceTrouble
        Nobody counts, or a number is missing or off its scale.

    Notes
    -----
    The derivatives are exact, so nothing has to be simulated to say what the mean hangs on. It is also the
    first-order Nash bargaining solution where failing to agree costs everybody much the same.

    References
    ----------
    [VanDenBos1991]_ for the model and [Achen2006]_ for why it may work, both as restated, not at hand.

    Examples
    --------
    >>> found = compromise([0, 100], [50, 50], [1, 3])
    >>> found.value, found.by_position.tolist(), found.without.tolist()
    (75.0, [0.25, 0.75], [100.0, 0.0])
    """
    places, cares, power = checked(position, salience, leverage)
    mass = power * cares
    total = checked(places, mass)[1].sum()
    value = float(mass @ places / total)
    gap = (places - value) / total
    rest = total - mass
    without = np.where(mass < total, (total * value - mass * places) / np.where(rest > 0, rest, 1), np.nan)
    return Compromise(value, mass / total, power * gap, cares * gap, without, mass / total)


def shift_needed(found: Compromise, position: ArrayLike, target: float) -> Values:
    """Find how far each party alone would have to move for the mean to reach a target.

    Returns
    -------
    float array (n,)
        The shift; nan where it would leave the scale from 0 to 100, or where the party does not count.

    Examples
    --------
    >>> found = compromise([0, 100], [50, 50], [1, 3])
    >>> shift_needed(found, [0, 100], 60.0).tolist()
    [nan, -20.0]
    """
    places = np.asarray(position, dtype=np.float64)
    counts = found.weight > 0
    shift = np.where(counts, (target - found.value) / np.where(counts, found.weight, 1), np.nan)
    inside = (places + shift >= -1e-9) & (places + shift <= SCALE + 1e-9)
    return np.where(inside, shift, np.nan)


def mean_range(
    low: ArrayLike, high: ArrayLike, least_weight: ArrayLike, most_weight: ArrayLike
) -> tuple[float, float]:
    """Find the lowest and the highest mean that any positions and weights within their ranges give.

    Parameters
    ----------
    low, high : array (n,)
        The ends of each party's position.
    least_weight, most_weight : array (n,)
        The ends of what each counts.

    Returns
    -------
    tuple of float
        Exact: at an extreme, those beyond some place count most and the others least.

    Examples
    --------
    >>> mean_range([0, 100], [0, 100], [1, 1], [3, 1])
    (25.0, 50.0)
    """
    least, most = checked(low, least_weight, most_weight)[1:]
    return extreme(-checked(low)[0], least, most) * -1, extreme(checked(high)[0], least, most)


def extreme(places: Values, least: Values, most: Values) -> float:
    """Give the highest mean: for some number of the highest places, these count most and the rest least."""
    order = np.argsort(-places, kind="stable")
    places, least, most = places[order], least[order], most[order]
    mass = least.sum() + np.append(0, np.cumsum(most - least))
    moment = (least * places).sum() + np.append(0, np.cumsum((most - least) * places))
    return float((moment[mass > 0] / mass[mass > 0]).max())
