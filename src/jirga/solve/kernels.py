"""The same sweeps compiled, for conflicts of a million states and more.

Imported only when a conflict is large enough and numba is installed; `fibres` has each of these in NumPy,
and both agree under test.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit, prange


@njit(cache=True)
def counted_order(key: Any, keys: int, before: Any) -> Any:
    """Sort rows by a small whole number, keeping the order they come in.

    Parameters
    ----------
    key : int array (n,)
        The number of each row, from 0 to `keys` - 1.
    before : int array (n,)
        The rows in the order to keep among equals.
    """
    place = np.zeros(keys + 1, dtype=np.int64)
    for row in before:
        place[key[row] + 1] += 1
    for number in range(keys):
        place[number + 1] += place[number]
    order = np.empty(len(before), dtype=np.int32)
    for row in before:
        order[place[key[row]]] = row
        place[key[row]] += 1
    return order


@njit(cache=True, parallel=True, nogil=True)
def least_in_blocks(value: Any, order: Any, starts: Any, found: Any) -> None:
    """Write the least value of each block into `found`, which holds what never wins."""
    for block in prange(len(starts) - 1):
        best = found[block]
        for place in range(starts[block], starts[block + 1]):
            best = min(best, value[order[place]])
        found[block] = best


@njit(cache=True, parallel=True, nogil=True)
def most_in_blocks(value: Any, order: Any, starts: Any, found: Any) -> None:
    """Write the greatest value of each block into `found`, which holds what never wins."""
    for block in prange(len(starts) - 1):
        best = found[block]
        for place in range(starts[block], starts[block + 1]):
            best = max(best, value[order[place]])
        found[block] = best


@njit(cache=True, parallel=True, nogil=True)
def least_above(value: Any, rank: Any, order: Any, starts: Any, pairs: Any, found: Any) -> None:
    """Write the least value over a party's improvements into `found`, which holds what never wins.

    Parameters
    ----------
    order : int array (n,)
        The states block by block, each block from the party's worst to its best.
    starts : int array (n_blocks + 1,)
        Where each block begins in `order`.
    pairs : int array (n_pairs, 2)
        Within a fibre: the pattern of one-way options moved from, and one it can lead to.
    """
    patterns = pairs[-1, 0] + 1
    for fibre in prange((len(starts) - 1) // patterns):
        for pair in range(len(pairs)):
            here = fibre * patterns + pairs[pair, 0]
            there = fibre * patterns + pairs[pair, 1]
            above, best = starts[there + 1] - 1, np.int64(1 << 30)
            for place in range(starts[here + 1] - 1, starts[here] - 1, -1):
                row = order[place]
                while above >= starts[there] and rank[order[above]] > rank[row]:
                    best = min(best, value[order[above]])
                    above -= 1
                found[row] = min(found[row], best)
