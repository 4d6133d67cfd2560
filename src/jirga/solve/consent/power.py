"""Power indices, exactly: how often each voter's vote would turn the result."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from math import comb, factorial, gcd, prod

import numpy as np
from numpy.typing import NDArray

from jirga.errors import TooLarge
from jirga.solve.consent.game import MOST_LISTED, Game, says_yes

Counts = NDArray[np.int64]
FEW, MOST_COUNTED, MOST_CELLS = 12, 60, 4_000_000


@dataclass(frozen=True)
class Power:
    """How often each open voter's vote would turn the result.

    Attributes
    ----------
    voters : tuple of int
        The open voters.
    swings : tuple of tuple of int
        For each voter: in how many losing sets of each size, from none to all others, its yes would win.
    winning : tuple of int
        How many sets of each size win.
    """

    voters: tuple[int, ...]
    swings: tuple[tuple[int, ...], ...]
    winning: tuple[int, ...]

    @property
    def banzhaf_swings(self) -> tuple[int, ...]:
        """In how many of all sets each voter is decisive."""
        return tuple(sum(one) for one in self.swings)

    @property
    def banzhaf(self) -> tuple[Fraction, ...]:
        """Each voter's part of all swings; nought where no vote ever counts."""
        total = sum(self.banzhaf_swings)
        return tuple(Fraction(one, total) if total else Fraction(0) for one in self.banzhaf_swings)

    @property
    def shapley_shubik(self) -> tuple[Fraction, ...]:
        """In what part of all orders of joining each voter is the one that turns the result."""
        size = len(self.voters)
        orders = [factorial(before) * factorial(size - 1 - before) for before in range(size)]
        total = factorial(size)
        return tuple(
            Fraction(sum(a * b for a, b in zip(one, orders, strict=True)), total) for one in self.swings
        )

    @property
    def fewest_to_block(self) -> int | None:
        """How many voters it takes at least to block; None if they cannot."""
        size = len(self.voters)
        losing = (comb(size, some) - self.winning[size - some] for some in range(size + 1))
        return next((some for some, sets in enumerate(losing) if sets), None)


def power(game: Game) -> Power:
    """Count every open voter's swings, by the size of the set that it joins.

    Parameters
    ----------
    game : Game
        A rule, and the votes that are known.

    Returns
    -------
    Power
        The counts, from which the indices follow as exact fractions.

    Raises
    ------
    TooLarge
        Neither the sets of voters nor the sums of their weights can be gone through.

    Notes
    -----
    Few voters: all sets of them. More: the number of sets with each size and each sum of weights is counted
    voter by voter, and a voter is taken out again by the same steps backwards.

    References
    ----------
    .. [1] Shapley, L. S. and Shubik, M. (1954). A method for evaluating the distribution of power in a
       committee system. American Political Science Review 48, 787-792.
    .. [2] Banzhaf, J. F. (1965). Weighted voting doesn't work. Rutgers Law Review 19, 317-343.
    .. [3] Mann, I. and Shapley, L. S. (1962). Values of large games, VI: evaluating the electoral college
       exactly. RAND RM-3158-PR.

    Examples
    --------
    >>> from jirga.conflict.bargaining.consent import Gate, Rule
    >>> found = power(Game(Rule(("a", "b", "c"), (Gate((0, 1, 2), (2, 1, 1), 3),))))
    >>> found.banzhaf_swings, [str(one) for one in found.shapley_shubik]
    ((3, 1, 1), ['2/3', '1/6', '1/6'])
    """
    size = len(game.open)
    if size <= FEW:
        return by_sets(game)
    sums = Sums(game)
    if size <= MOST_COUNTED and sums.cells <= MOST_CELLS:
        return by_sums(game, sums)
    if size <= MOST_LISTED:
        return by_sets(game)
    hint = "give the weights in rounder figures, as percent, or say how some of them vote"
    raise TooLarge(f"{size} voters with these weights are too many to count exactly", hint)


def by_sets(game: Game) -> Power:
    """Count by going through all sets of voters."""
    table, size = game.table(), len(game.open)
    sizes = np.zeros(1, dtype=np.int64)
    for _ in range(size):
        sizes = np.concatenate([sizes, sizes + 1])
    swings = []
    for bit in range(size):
        without, with_ = table.reshape(-1, 2, 1 << bit).swapaxes(0, 1)
        joined = sizes.reshape(-1, 2, 1 << bit)[:, 0]
        swings.append(np.bincount(joined[with_ & ~without], minlength=size))
    winning = np.bincount(sizes[table], minlength=size + 1)
    return Power(game.open, tuple(tuple(one.tolist()) for one in swings), tuple(winning.tolist()))


class Sums:
    """The sums that a rule looks at: how many say yes, and what each gate's own voters weigh.

    Gates whose voters' weights are proportional share a sum.
    """

    def __init__(self, game: Game) -> None:
        self.game = game
        self.vectors: list[tuple[int, ...]] = [(1,) * len(game.open)]
        self.found: list[tuple[int, int]] = []
        for gate in game.rule.gates:
            weight = Counter[int]()
            for one, heavy in zip(gate.of, gate.weights, strict=True):
                weight[one] += heavy
            self.found.append(self.axis([weight[one] for one in game.open]))
        self.shape = tuple(sum(vector) + 1 for vector in self.vectors)
        self.cells = prod(self.shape)

    def axis(self, weights: list[int]) -> tuple[int, int]:
        """Give the sum on which some weights lie, and how much a step of it is."""
        step = gcd(*weights)
        if not step:
            return 0, 0
        vector = tuple(one // step for one in weights)
        if vector not in self.vectors:
            self.vectors.append(vector)
        return self.vectors.index(vector), step

    def adding(self, place: int) -> tuple[int, ...]:
        """Give what a voter's yes adds to each sum."""
        return tuple(vector[place] for vector in self.vectors)

    def wins(self) -> NDArray[np.bool_]:
        """Say of every combination of sums whether it passes."""
        grids = np.ogrid[tuple(slice(length) for length in self.shape)]
        nobody = self.game.profile(dict.fromkeys(self.game.open, False))
        more = [grids[axis] * step for axis, step in self.found]
        found = says_yes(self.game.rule, nobody, more)
        return np.broadcast_to(np.asarray(found, dtype=bool), self.shape)


def by_sums(game: Game, sums: Sums) -> Power:
    """Count by how many sets of voters have each combination of sums."""
    size, wins = len(game.open), sums.wins()
    counts = np.zeros(sums.shape, dtype=np.int64)
    counts[(0,) * len(sums.shape)] = 1
    for place in range(size):
        low, high = shifted(sums.adding(place))
        counts[high] += counts[low].copy()
    alike: dict[tuple[int, ...], tuple[int, ...]] = {}
    for adding in map(sums.adding, range(size)):
        if adding not in alike:
            alike[adding] = swings_of(without(counts, adding), wins, adding)
    rest = tuple(range(1, len(sums.shape)))
    winning = (counts * wins).sum(axis=rest).tolist()
    return Power(game.open, tuple(alike[sums.adding(place)] for place in range(size)), tuple(winning))


def shifted(adding: tuple[int, ...]) -> tuple[tuple[slice, ...], tuple[slice, ...]]:
    """Give the sums before and after a voter joins, as two parts of the same size."""
    low = tuple(slice(None, -step or None) for step in adding)
    return low, tuple(slice(step, None) for step in adding)


def without(counts: Counts, adding: tuple[int, ...]) -> Counts:
    """Take a voter out of the counts: smaller sets first, since a set with it is a smaller one and it."""
    left = counts.copy()
    low, high = shifted(adding[1:])
    for size in range(1, len(left)):
        left[slice(size, size + 1), *high] -= left[slice(size - 1, size), *low]
    return left


def swings_of(others: Counts, wins: NDArray[np.bool_], adding: tuple[int, ...]) -> tuple[int, ...]:
    """Count the sets of others, by size, that lose and would win with a voter."""
    low, high = shifted(adding)
    turned = np.where(wins[high] & ~wins[low], others[low], 0)
    return tuple(turned.sum(axis=tuple(range(1, turned.ndim))).tolist())
