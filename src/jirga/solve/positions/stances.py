"""What every rule is given, checked once: numbers of the right shape and sign."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jirga.errors import Located

Values = NDArray[np.float64]
SCALE = 100.0


class StanceTrouble(Located):
    """Positions, salience or leverage that no rule can be asked about."""

    def __init__(self, what: str, hint: str) -> None:
        self.what, self.hint = what, hint
        super().__init__(what)


def checked(position: ArrayLike, *weights: ArrayLike) -> tuple[Values, ...]:
    """Make float arrays of positions and of what parties count by.

    Parameters
    ----------
    position : array (n,) or (n, K)
        Where each party would like each issue, from 0 to 100.
    weights : arrays of the same shape, or (n,)
        Salience, leverage, or anything else that is at least 0.

    Raises
    ------
    StanceTrouble
        There is nobody, a number is missing, a position is off the scale, a weight is below 0 or all are 0.
    """
    places = np.asarray(position, dtype=np.float64)
    if places.size == 0:
        raise StanceTrouble("nobody has a position on it", "give at least one position")
    if not np.isfinite(places).all() or places.min() < 0 or places.max() > SCALE:
        raise StanceTrouble("a position is missing or off the scale from 0 to 100", "rescale it first")
    return (places, *(checked_weight(np.asarray(one, dtype=np.float64), places) for one in weights))


def checked_weight(weight: Values, places: Values) -> Values:
    """Refuse weights of another shape, below 0, or without anybody who counts."""
    if weight.shape not in (places.shape, places.shape[:1]):
        what = f"{places.shape} positions beside {weight.shape} weights"
        raise StanceTrouble(what, "give salience and leverage for every position")
    if not np.isfinite(weight).all() or weight.min() < 0 or weight.max() <= 0:
        raise StanceTrouble(
            "salience or leverage is missing or below 0, or all of it is 0", "give it above 0"
        )
    return weight
