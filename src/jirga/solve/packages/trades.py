"""Trades: what two issues settled together give over each settled by itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from jirga.solve.packages.fair_points import CLOSE, leximin
from jirga.solve.packages.front import Worths


@dataclass(frozen=True)
class Trade:
    """Two issues whose values are moved together, to everybody's gain.

    Attributes
    ----------
    issues : (int, int)
        Which issues.
    before, after : (int, int)
        The values if each is settled by itself, and if they are traded.
    gains : tuple of float
        What each party gains by the trade, in points.
    """

    issues: tuple[int, int]
    before: tuple[int, int]
    after: tuple[int, int]
    gains: tuple[float, ...]


def settled_alone(worth: NDArray[np.float64]) -> int:
    """Give the value on which one issue would be settled by itself.

    Parameters
    ----------
    worth : float array (n_values, n_parties)
        What each value is worth to each party; one that does not care has no say.

    Returns
    -------
    int
        Where the party that gets the smallest share of what the issue could give it gets most, then the next.

    Examples
    --------
    >>> settled_alone(np.array([[10.0, 0.0], [5.0, 5.0], [0.0, 10.0]]))
    1
    """
    span = worth.max(axis=0) - worth.min(axis=0)
    cares = span > CLOSE
    if not cares.any():
        return 0
    return leximin((worth[:, cares] - worth[:, cares].min(axis=0)) / span[cares])


def trades(worths: Worths) -> list[Trade]:
    """Find what each pair of issues gives when traded, the best first.

    Parameters
    ----------
    worths : sequence of float arrays (n_values, n_parties)
        For each issue, what each of its values is worth to each party.

    Returns
    -------
    list of Trade
        Only those by which nobody loses and somebody gains; ordered by what the party that gains least
        gains, then by the sum.

    Examples
    --------
    >>> dear = np.array([[9.0, 0.0], [5.0, 1.0], [0.0, 2.0]])
    >>> trades([dear, dear[::-1, ::-1]])
    [Trade(issues=(0, 1), before=(1, 1), after=(0, 2), gains=(3.0, 3.0))]
    """
    alone = [settled_alone(worth) for worth in worths]
    found = [best_trade(worths, alone, pair) for pair in combinations(range(len(worths)), 2)]
    gainful = [one for one in found if min(one.gains) >= -CLOSE and max(one.gains) > CLOSE]
    return sorted(gainful, key=lambda one: (-min(one.gains), -sum(one.gains), one.issues))


def best_trade(worths: Worths, alone: list[int], pair: tuple[int, int]) -> Trade:
    """Choose the values of two issues by which the party that gains least gains most."""
    one, two = (worths[issue] - worths[issue][alone[issue]] for issue in pair)
    gains = (one[:, None, :] + two[None, :, :]).reshape(-1, one.shape[1])
    row = leximin(gains)
    first, second = divmod(row, len(two))
    return Trade(pair, (alone[pair[0]], alone[pair[1]]), (first, second), tuple(gains[row].tolist()))
