"""Which uncertain item a verdict turns on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ALONE = 1 - 1e-12


@dataclass(frozen=True)
class Turn:
    """The item that a verdict turns on most.

    Attributes
    ----------
    item : int
        Its number.
    share : float
        How much of the verdict's variation goes by it alone, from 0 to 1.
    counts : tuple of tuple of int
        For each choice of it: in how many combinations the verdict is so, and of how many.
    """

    item: int
    share: float
    counts: tuple[tuple[int, int], ...]

    @property
    def alone(self) -> bool:
        """Whether the item decides by itself."""
        return self.share >= ALONE


def turns_on(chosen: NDArray[np.int64], held: NDArray[np.bool_]) -> Turn | None:
    """Find the item by which most of a verdict's variation goes.

    Parameters
    ----------
    chosen : int array (n_combinations, n_items)
        The choice taken of each item.
    held : bool array (n_combinations,)
        Whether the verdict is so.

    Returns
    -------
    Turn or None
        The first where several are equal; None where the verdict is always so or never, or goes by no
        single item at all.

    Notes
    -----
    The share is the correlation ratio: the variance of the means for each choice, over the whole variance.
    Over all combinations it is the first-order Sobol index.

    References
    ----------
    [Saltelli2010]_ for the index.

    Examples
    --------
    >>> chosen = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    >>> turns_on(chosen, np.array([False, False, True, True])).counts
    ((0, 2), (2, 2))
    >>> turns_on(chosen, np.array([False, True, True, False])) is None
    True
    """
    if not len(held) or held.all() or not held.any():
        return None
    turns = [turn(number, chosen[:, number], held) for number in range(chosen.shape[1])]
    best = max(turns, key=lambda one: one.share)
    return best if best.share > 1e-9 else None


def turn(number: int, chosen: NDArray[np.int64], held: NDArray[np.bool_]) -> Turn:
    """Say how much goes by one item."""
    size = int(chosen.max()) + 1
    every = np.bincount(chosen, minlength=size)
    so = np.bincount(chosen[held], minlength=size)
    mean, tried = held.mean(), every > 0
    between = (every[tried] * (so[tried] / every[tried] - mean) ** 2).sum() / len(held)
    pairs = tuple((int(one), int(all_)) for one, all_ in zip(so, every, strict=True))
    return Turn(number, float(between / (mean * (1 - mean))), pairs)
