"""Sobol indices: how much of what varies in a result goes by each number that is known as a range."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
Model = Callable[[Values], Values]
BASE, SEED, RESAMPLES, NORMAL = 1024, 1, 100, 1.96


@dataclass(frozen=True, eq=False)
class Indices:
    """Sobol indices of a result.

    Attributes
    ----------
    first : float array (n_inputs,)
        The share of the variance that goes by each input alone.
    total : float array (n_inputs,)
        ... by it alone or together with others.
    first_within, total_within : float array (n_inputs,)
        How far off they may be: half the width of a 95 % interval, by resampling.
    mean, variance : float
        Of the result itself; with no variance all indices are zero.
    """

    first: Values
    total: Values
    first_within: Values
    total_within: Values
    mean: float
    variance: float


def sample(inputs: int, base: int = BASE, seed: int = SEED) -> Values:
    """Draw the points at which a model is to be evaluated, each input from 0 to 1.

    Returns
    -------
    float array (base * (inputs + 2), inputs)
        For each of `base` points: A, then A with each input in turn taken from B, then B.

    References
    ----------
    [Saltelli2010]_, from scrambled Sobol points.
    """
    from scipy.stats.qmc import Sobol  # here, because it takes a while to load

    points = Sobol(2 * inputs, rng=np.random.default_rng(seed)).random(base)
    a, b = points[:, :inputs], points[:, inputs:]
    rows = np.repeat(a[:, None, :], inputs + 2, axis=1)
    for one in range(inputs):
        rows[:, one + 1, one] = b[:, one]
    rows[:, -1] = b
    return np.ascontiguousarray(rows.reshape(-1, inputs))


def indices(values: Values, inputs: int, seed: int = SEED) -> Indices:
    """Estimate the indices from the values at the points of `sample`.

    Notes
    -----
    First order by the estimator of Saltelli and others (2010), total by that of Jansen (1999).

    References
    ----------
    [Saltelli2010]_, [Jansen1999]_; [Sobol2001]_ for the indices.

    Examples
    --------
    >>> points = sample(2)
    >>> found = indices(points[:, 0] + 2 * points[:, 1], 2)
    >>> found.first.round(1).tolist(), found.total.round(1).tolist()
    ([0.2, 0.8], [0.2, 0.8])
    """
    mean, variance = float(values.mean()), float(values.var())
    if variance == 0:
        none = np.zeros(inputs)
        return Indices(none, none, none, none, mean, 0.0)
    table = ((values - mean) / np.sqrt(variance)).reshape(-1, inputs + 2)
    first, total = estimated(table)
    generator = np.random.default_rng(seed)
    drawn = [estimated(table[generator.integers(len(table), size=len(table))]) for _ in range(RESAMPLES)]
    within = [NORMAL * np.std([one[side] for one in drawn], axis=0, ddof=1) for side in (0, 1)]
    return Indices(first, total, within[0], within[1], mean, variance)


def estimated(table: Values) -> tuple[Values, Values]:
    """Estimate first and total indices; columns are A, A with each input from B, and B."""
    a, mixed, b = table[:, :1], table[:, 1:-1], table[:, -1:]
    variance = np.concatenate([a, b]).var()
    if variance == 0:
        return np.zeros(mixed.shape[1]), np.zeros(mixed.shape[1])
    return (b * (mixed - a)).mean(axis=0) / variance, ((a - mixed) ** 2).mean(axis=0) / (2 * variance)
