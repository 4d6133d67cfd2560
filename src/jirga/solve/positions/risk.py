"""How bold parties are, and what a place is then worth to them, as the spatial model has it."""

from __future__ import annotations

import numpy as np

from jirga.solve.positions.stances import Values


def utilities(gap: Values, risk: Values) -> Values:
    """Give the utility of what lies a gap away, from 0 to 1; the bold mind the middle of the scale less.

    Examples
    --------
    >>> utilities(np.array([0.0, 0.5, 1.0]), np.array(0.0)).tolist()
    [1.0, 0.5, 0.0]
    >>> utilities(np.array([0.0, 0.5, 1.0]), np.array(1.0)).tolist()
    [1.0, 0.75, 0.0]
    """
    return np.asarray((1 - gap) * (1 + np.minimum(gap, 1) * risk))


def boldness(share: Values) -> Values:
    """Take parties whose position does well in an election to be bold: from -1/2 to 1.

    Examples
    --------
    >>> boldness(np.array([0.25, 0.25, 0.5])).tolist()
    [-0.5, -0.5, 1.0]
    >>> boldness(np.array([0.5, 0.5])).tolist()
    [0.0, 0.0]
    """
    least, most = share.min(), share.max()
    if most - least < 1e-12:
        return np.zeros(len(share))
    return np.asarray((3 * share - (most + 2 * least)) / (2 * (most - least)))
