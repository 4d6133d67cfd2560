"""The same sweeps compiled, for conflicts of a million states and more.

Imported only when a conflict is large enough and numba is installed; `fibres` has each of these in NumPy,
and both agree under test. Each sweep works on some of the fibres, in place, and says whether anything fell;
it lets other threads run meanwhile. All take:

order : int array (n_states,)
    The states block by block; for improvements, each block from the party's worst to its best.
starts : int array (n_blocks + 1,)
    Where each block begins in `order`.
pairs : int array (n_pairs, 2)
    Within a fibre: the pattern of one-way options moved from, and one it can lead to; in increasing order,
    itself first. They are gone through backwards, so that a block comes after all that it leads to.
heights : int array (n_states,)
    What the party prefers, in the order of `order`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

NEVER = 1 << 30


@njit(cache=True, nogil=True)
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


@njit(cache=True, nogil=True)
def lower_any(first: int, last: int, reached: Any, order: Any, starts: Any, pairs: Any) -> bool:
    """Lower each state to the least over its block and the blocks it can lead to."""
    patterns, fell, best = pairs[-1, 0] + 1, False, NEVER
    for fibre in range(first, last):
        for pair in range(len(pairs) - 1, -1, -1):
            here, there = fibre * patterns + pairs[pair, 0], fibre * patterns + pairs[pair, 1]
            if here != there:
                if starts[there] < starts[there + 1]:
                    best = min(best, reached[order[starts[there]]])
                continue
            for place in range(starts[here], starts[here + 1]):
                best = min(best, reached[order[place]])
            for place in range(starts[here], starts[here + 1]):
                row = order[place]
                if best < reached[row]:
                    reached[row] = best
                    fell = True
            best = NEVER
    return fell


@njit(cache=True, nogil=True)
def lower_improving(  # noqa: PLR0913, PLR0917
    first: int, last: int, reached: Any, order: Any, starts: Any, pairs: Any, heights: Any
) -> bool:
    """Lower each state to the least over the states its party would gain by moving to."""
    patterns, fell = pairs[-1, 0] + 1, False
    for fibre in range(first, last):
        for pair in range(len(pairs) - 1, -1, -1):
            here, there = fibre * patterns + pairs[pair, 0], fibre * patterns + pairs[pair, 1]
            above, best = starts[there + 1] - 1, NEVER
            for place in range(starts[here + 1] - 1, starts[here] - 1, -1):
                while above >= starts[there] and heights[above] > heights[place]:
                    best = min(best, reached[order[above]])
                    above -= 1
                row = order[place]
                if best < reached[row]:
                    reached[row] = best
                    fell = True
    return fell


@njit(cache=True, nogil=True)
def lower_best(  # noqa: PLR0913, PLR0917
    first: int, last: int, reached: Any, order: Any, starts: Any, pairs: Any, heights: Any
) -> bool:
    """Lower each state to the least over the states its party gains most by moving to."""
    patterns, fell, goal, best = pairs[-1, 0] + 1, False, -NEVER, NEVER
    for fibre in range(first, last):
        for pair in range(len(pairs) - 1, -1, -1):
            here, there = fibre * patterns + pairs[pair, 0], fibre * patterns + pairs[pair, 1]
            place = starts[there + 1] - 1
            if place >= starts[there] and heights[place] > goal:
                goal, best = heights[place], NEVER
            while place >= starts[there] and heights[place] == goal:
                best = min(best, reached[order[place]])
                place -= 1
            if here != there:
                continue
            while place >= starts[here]:
                row = order[place]
                if heights[place] < goal and best < reached[row]:
                    reached[row] = best
                    fell = True
                place -= 1
            goal, best = -NEVER, NEVER
    return fell
