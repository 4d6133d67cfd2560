"""Which package each idea of fairness would choose, measured from no deal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Worth = NDArray[np.float64]
CLOSE = 1e-9


@dataclass(frozen=True)
class Chosen:
    """The package one idea of fairness chooses.

    Attributes
    ----------
    row : int
        Its row among the packages.
    gains : tuple of float
        What each party gains on no deal, in points.
    """

    row: int
    gains: tuple[float, ...]

    @property
    def worst_off(self) -> int:
        """The party that gains least; the first of several."""
        return int(np.argmin(self.gains))


def nash_point(worth: Worth, no_deal: Worth) -> Chosen | None:
    """Choose the package with the greatest product of gains.

    Parameters
    ----------
    worth : float array (n_packages, n_parties)
        What each package is worth to each party.
    no_deal : float array (n_parties,)
        What no deal is worth to each.

    Returns
    -------
    Chosen or None
        None where no package is better than no deal for every party.

    Notes
    -----
    Neither a party's scale nor its zero matters; it is on the Pareto front.

    References
    ----------
    [Nash1950b]_.

    Examples
    --------
    >>> nash_point(np.array([[4.0, 1.0], [3.0, 2.0]]), np.array([0.0, 0.0])).row
    1
    """
    gains = worth - no_deal
    better = (gains > CLOSE).all(axis=1)
    if not better.any():
        return None
    product = np.where(better, np.log(np.where(gains > CLOSE, gains, 1.0)).sum(axis=1), -np.inf)
    return chosen(gains, first_best(product, gains))


def kalai_smorodinsky_point(worth: Worth, no_deal: Worth) -> Chosen | None:
    """Choose the package that gives each the greatest equal share of the most it could gain.

    Notes
    -----
    The most a party could gain is taken over the packages that are no worse than no deal for anybody. Where
    shares cannot be equal, the smallest is made as large as can be, then the next.

    References
    ----------
    [Kalai1975]_; [Imai1983]_ for the lexicographic form.

    Examples
    --------
    >>> kalai_smorodinsky_point(np.array([[10.0, 0.0], [6.0, 3.0], [0.0, 4.0]]), np.zeros(2)).row
    1
    """
    gains = worth - no_deal
    rational = np.asarray((gains >= -CLOSE).all(axis=1))
    if not rational.any():
        return None
    most = gains[rational].max(axis=0)
    if (most <= CLOSE).any():
        return None
    return chosen(gains, leximin(np.where(rational[:, None], gains / most, -np.inf)))


def egalitarian_point(worth: Worth, no_deal: Worth) -> Chosen | None:
    """Choose the package in which the party that gains least gains most, then the next.

    Notes
    -----
    It compares points between parties, as the Nash and Kalai-Smorodinsky points do not.

    References
    ----------
    [Kalai1977]_.

    Examples
    --------
    >>> egalitarian_point(np.array([[10.0, 1.0], [3.0, 2.0], [2.0, 2.0]]), np.zeros(2)).row
    1
    """
    gains = worth - no_deal
    if not (gains >= -CLOSE).all(axis=1).any():
        return None
    return chosen(gains, leximin(gains))


def utilitarian_point(worth: Worth, no_deal: Worth) -> Chosen | None:
    """Choose the package with the greatest sum of gains, of those that are no worse than no deal for anybody.

    Notes
    -----
    It compares points between parties, and may leave one of them with nothing.

    Examples
    --------
    >>> utilitarian_point(np.array([[10.0, 1.0], [3.0, 2.0]]), np.zeros(2)).row
    0
    """
    gains = worth - no_deal
    rational = np.asarray((gains >= -CLOSE).all(axis=1))
    if not rational.any():
        return None
    return chosen(gains, first_best(np.where(rational, gains.sum(axis=1), -np.inf), gains))


POINTS: dict[str, Callable[[Worth, Worth], Chosen | None]] = {
    "nash": nash_point,
    "kalai_smorodinsky": kalai_smorodinsky_point,
    "egalitarian": egalitarian_point,
    "utilitarian": utilitarian_point,
}


def chosen(gains: Worth, row: int) -> Chosen:
    """Say what a package gives."""
    return Chosen(row, tuple(gains[row].tolist()))


def first_best(score: NDArray[np.float64], gains: Worth) -> int:
    """Give the row with the highest score; of those as high, the one whose least gain is greatest."""
    rows = np.flatnonzero(score >= score.max() - CLOSE)
    return int(rows[leximin(gains[rows])])


def leximin(shares: Worth) -> int:
    """Give the row whose smallest entry is largest, then its next smallest, and so on."""
    ordered = np.sort(shares, axis=1)
    rows = np.arange(len(shares))
    for column in ordered.T:
        rows = rows[column[rows] >= column[rows].max() - CLOSE]
    return int(rows[0])
