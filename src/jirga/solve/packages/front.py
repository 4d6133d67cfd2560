"""Packages: which cannot be bettered for everybody, and which each idea of fairness would choose.

A package takes one value for every issue, and what it is worth to a party is the sum of what the values are
worth to it. So the front is found issue by issue: what is bettered on some issues alone is bettered whatever
is added to it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jirga.errors import TooLarge

Worths = Sequence[NDArray[np.float64]]
Units = NDArray[np.int64]
PER_POINT = 1_000_000_000
MAX_SUMS = 20_000_000
CHUNK = 512


@dataclass(frozen=True, eq=False)
class Front:
    """Packages that no other betters: worth as much to every party, and more to one.

    Attributes
    ----------
    choices : int array (n_packages, n_issues)
        Which value each takes on each issue; of packages worth the same to everybody, one stands for all.
    worth : float array (n_packages, n_parties)
        What each is worth to each party, to nine digits.
    """

    choices: NDArray[np.int16]
    worth: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.worth)


def front(worths: Worths) -> Front:
    """Find every package that no other betters.

    Parameters
    ----------
    worths : sequence of float arrays (n_values, n_parties)
        For each issue, what each of its values is worth to each party.

    Returns
    -------
    Front
        From the first party's best to its worst.

    Raises
    ------
    TooLarge
        The front itself is too large to hold.

    Notes
    -----
    What a value is worth is rounded to nine digits first, so that sums are exact. The order of issues, and
    adding a constant to what one issue is worth to a party, do not change which packages are on the front.

    Examples
    --------
    >>> posts = np.array([[10.0, 0.0], [6.0, 6.0], [0.0, 10.0]])
    >>> front([posts, posts]).worth.astype(int).tolist()
    [[20, 0], [16, 6], [12, 12], [6, 16], [0, 20]]
    """
    choices = np.zeros((1, 0), dtype=np.int16)
    total = np.zeros((1, worths[0].shape[1]), dtype=np.int64)
    for worth in worths:
        refuse_if_too_many(len(total) * len(worth))
        sums = (total[:, None, :] + in_units(worth)[None, :, :]).reshape(-1, worth.shape[1])
        kept = unbettered(sums)
        before, value = np.divmod(kept, len(worth))
        choices, total = np.column_stack([choices[before], value.astype(np.int16)]), sums[kept]
    return Front(choices, total / PER_POINT)


def in_units(worth: NDArray[np.float64]) -> Units:
    """Count what values are worth in whole units, so that sums and comparisons are exact."""
    return np.asarray(np.rint(worth * PER_POINT), dtype=np.int64)


def unbettered_worths(worth: NDArray[np.float64]) -> NDArray[np.int64]:
    """Give the rows that no other row betters, to nine digits, from the first party's best to its worst."""
    return unbettered(in_units(worth))


def unbettered(worth: Units) -> NDArray[np.int64]:
    """Give the rows that no other row betters, from the first column's best to its worst.

    Parameters
    ----------
    worth : int64 array (n_rows, n_parties)
        Of equal rows, the first stands for all.
    """
    order = np.lexsort(tuple(-column for column in worth.T[::-1]))
    ordered = worth[order]
    fresh = np.r_[True, (ordered[1:] != ordered[:-1]).any(axis=1)]
    order, ordered = order[fresh], ordered[fresh]
    if worth.shape[1] == 1:
        return order[:1]
    if worth.shape[1] == 2:
        best = np.maximum.accumulate(ordered[:, 1])
        return np.asarray(order[np.r_[True, ordered[1:, 1] > best[:-1]]])
    keep = staircase(ordered) if worth.shape[1] == 3 else chunk_by_chunk(ordered)
    return np.asarray(order[keep])


def staircase(ordered: Units) -> list[int]:
    """Keep, of rows in falling order of the first of three columns, those not bettered in the other two."""
    seconds: list[int] = []
    thirds: list[int] = []
    kept = []
    for row, (second, third) in enumerate(zip(ordered[:, 1].tolist(), ordered[:, 2].tolist(), strict=True)):
        place = bisect_left(seconds, second)
        if place < len(thirds) and thirds[place] >= third:
            continue
        kept.append(row)
        end = place + (place < len(seconds) and seconds[place] == second)
        start = place
        while start and thirds[start - 1] <= third:
            start -= 1
        seconds[start:end] = [second]
        thirds[start:end] = [third]
    return kept


def chunk_by_chunk(rows: Units) -> NDArray[np.int64]:
    """Keep the rows that no other betters, the greatest sums first, a chunk at a time."""
    order = np.argsort(-rows.sum(axis=1), kind="stable")
    kept = np.zeros(0, dtype=np.int64)
    for start in range(0, len(order), CHUNK):
        fresh = order[start : start + CHUNK]
        for rivals in np.array_split(kept, max(1, len(kept) // CHUNK)):
            fresh = fresh[~bettered(rows[fresh], rows[rivals])]
        alone = [not bettered(rows[fresh[[one]]], rows[fresh[:one]]).any() for one in range(len(fresh))]
        kept = np.concatenate([kept, fresh[alone]])
    return np.sort(kept)


def bettered(rows: Units, rivals: Units) -> NDArray[np.bool_]:
    """Whether some rival is worth as much as each row in every column."""
    at_least = np.all(rivals[None, :, :] >= rows[:, None, :], axis=2)
    return np.asarray(np.any(at_least, axis=1))


def refuse_if_too_many(count: int) -> None:
    """Stop before the packages no longer fit, and say what would help."""
    if count > MAX_SUMS:
        raise TooLarge(
            f"more than {MAX_SUMS:,} packages may be on the front",
            "take fewer issues or a coarser grid; the fair points are found without the front",
        )
