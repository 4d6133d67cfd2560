"""Power, packages and fair points agree with other programs where these are installed, and with plain sums.

The small implementations here work from the definitions with whole numbers and fractions, and share nothing
with the solvers; so each test checks something on a machine without the libraries, too.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations, pairwise, permutations, product
from math import prod
from random import Random

import numpy as np
import pytest

from jirga.conflict.bargaining.consent import Gate, Rule
from jirga.solve.consent.game import Game
from jirga.solve.consent.power import power
from jirga.solve.packages.fair_points import POINTS
from jirga.solve.packages.front import front
from jirga.solve.packages.programs import PROGRAMS, Programs

Package = tuple[int, ...]
BILL_AND_JACK = {
    "book": (-2, 4),
    "whip": (-2, 2),
    "ball": (-2, 1),
    "bat": (-2, 2),
    "box": (-4, 1),
    "pen": (10, -1),
    "toy": (4, -1),
    "knife": (6, -2),
    "hat": (2, -2),
}
EFFICIENT = {(2, 8), (6, 7), (8, 6), (12, 5), (14, 4), (16, 2), (18, 0)}
NOT_INSTALLED = "compares with {}, which is not installed; the test above compares with plain sums"


def weighted(quota: int, weights: Iterable[int]) -> Game:
    """A rule with weights and a quota."""
    some = tuple(weights)
    voters = tuple(map(str, range(len(some))))
    return Game(Rule(voters, (Gate(tuple(range(len(some))), some, quota),)))


def by_orders(quota: int, weights: list[int]) -> list[Fraction]:
    """Shapley-Shubik by the definition: in what part of all orders does each turn it."""
    turns = [0] * len(weights)
    orders = list(permutations(range(len(weights))))
    for order in orders:
        sums = [sum(weights[one] for one in order[:place]) for place in range(len(order) + 1)]
        for voter, (before, after) in zip(order, pairwise(sums), strict=True):
            turns[voter] += before < quota <= after
    return [Fraction(one, len(orders)) for one in turns]


def by_sets(quota: int, weights: list[int]) -> list[int]:
    """Banzhaf swings by the definition: in how many sets of others does each turn it."""
    everyone = range(len(weights))
    return [
        sum(
            sum(weights[n] for n in others) < quota <= sum(weights[n] for n in others) + weights[one]
            for size in everyone
            for others in combinations([n for n in everyone if n != one], size)
        )
        for one in everyone
    ]


@pytest.mark.parametrize("seed", range(12))
def test_power_is_what_the_definitions_count(seed: int) -> None:
    """Both indices, exactly, over all orders and all sets of up to six voters."""
    chance = Random(seed)
    weights = [chance.randint(1, 9) for _ in range(chance.randint(2, 6))]
    quota = chance.randint(1, sum(weights))
    found = power(weighted(quota, weights))
    assert list(found.shapley_shubik) == by_orders(quota, weights)
    assert list(found.banzhaf_swings) == by_sets(quota, weights)


@pytest.mark.parametrize("seed", range(6))
def test_power_agrees_with_powerindices(seed: int) -> None:
    """Both indices as the package powerindices gives them, for up to 20 voters; it changes its lists."""
    other = pytest.importorskip("powerindices", reason=NOT_INSTALLED.format("powerindices"))
    chance = Random(seed)
    weights = sorted((chance.randint(1, 40) for _ in range(chance.randint(5, 20))), reverse=True)
    quota = chance.randint(sum(weights) // 2 + 1, sum(weights))
    found = power(weighted(quota, weights))
    swings = [one / 2 ** (len(weights) - 1) for one in found.banzhaf_swings]
    assert swings == pytest.approx(list(other.compute_pbi(quota, list(weights))), abs=1e-9)
    orders = list(other.compute_ssi(quota, list(weights)))
    assert list(map(float, found.shapley_shubik)) == pytest.approx(orders, abs=1e-9)


def issues(seed: int, parties: int = 3, count: int = 3, values: int = 4) -> list[list[Package]]:
    """What each value of each issue is worth to each party, in whole points."""
    chance = Random(seed)
    return [
        [tuple(chance.randint(0, 9) for _ in range(parties)) for _ in range(values)] for _ in range(count)
    ]


def arrays(some: list[list[Package]]) -> list[np.ndarray]:
    """The same as the solvers take it."""
    return [np.array(one, dtype=float) for one in some]


def every_package(some: list[list[Package]]) -> list[Package]:
    """What every package is worth to each party."""
    return [tuple(map(sum, zip(*picked, strict=True))) for picked in product(*some)]


def unbettered(packages: Iterable[Package]) -> set[Package]:
    """Those that no other equals for every party and exceeds for one."""
    kinds = set(packages)

    def betters(one: Package, other: Package) -> bool:
        return one != other and all(a >= b for a, b in zip(one, other, strict=True))

    return {one for one in kinds if not any(betters(other, one) for other in kinds)}


@pytest.mark.parametrize("seed", range(12))
def test_the_front_is_what_nothing_betters(seed: int) -> None:
    """The front, by comparing every package with every other, for two to four parties."""
    some = issues(seed, parties=2 + seed % 3)
    found = {tuple(map(round, row)) for row in front(arrays(some)).worth.tolist()}
    assert found == unbettered(every_package(some))


@pytest.mark.parametrize("seed", range(4))
def test_the_front_agrees_with_paretoset(seed: int) -> None:
    """The front of 14,641 packages, as the package paretoset finds it."""
    other = pytest.importorskip("paretoset", reason=NOT_INSTALLED.format("paretoset"))
    some = issues(seed, parties=2 + seed % 3, count=4, values=11)
    every = np.array(every_package(some), dtype=float)
    kept = other.paretoset(every, sense=["max"] * every.shape[1], use_numba=False)
    found = front(arrays(some)).worth
    assert {tuple(row) for row in every[kept].tolist()} == {tuple(row) for row in np.rint(found).tolist()}


def scores(gains: list[Package]) -> dict[str, object]:
    """The best that each idea of fairness can have, by its definition, from gains in whole points."""
    fair = [one for one in gains if min(one) >= 0]
    most = [max(one[party] for one in fair) for party in range(len(gains[0]))] if fair else []
    better = [prod(one) for one in gains if min(one) > 0]
    shared = [sorted(map(Fraction, one, most)) for one in fair] if fair and min(most) > 0 else []
    return {
        "nash": max(better, default=None),
        "kalai_smorodinsky": max(shared, default=None),
        "egalitarian": max((sorted(one) for one in fair), default=None),
        "utilitarian": max((sum(one) for one in fair), default=None),
    }


def score(idea: str, gains: tuple[float, ...] | None, all_gains: list[Package]) -> object:
    """How one idea judges what was chosen."""
    if gains is None:
        return None
    whole = [round(one) for one in gains]
    fair = [one for one in all_gains if min(one) >= 0]
    most = [max(one[party] for one in fair) for party in range(len(whole))]
    judged = {
        "nash": lambda: prod(whole),
        "kalai_smorodinsky": lambda: sorted(map(Fraction, whole, most)),
        "egalitarian": lambda: sorted(whole),
        "utilitarian": lambda: sum(whole),
    }
    return judged[idea]()


@pytest.mark.parametrize("seed", range(20))
def test_fair_points_are_the_best_by_their_definitions(seed: int) -> None:
    """Nothing is better than what is chosen, from all packages and by programs; none where none is fair."""
    some, chance = issues(seed, parties=2 + seed % 3), Random(seed)
    no_deal = [chance.randint(4, 14) for _ in some[0][0]]
    every = every_package(some)
    gains = [tuple(a - b for a, b in zip(one, no_deal, strict=True)) for one in every]
    best = scores(gains)
    rows, base = np.array(every, dtype=float), np.array(no_deal, dtype=float)
    for idea, point in POINTS.items():
        found, plan = point(rows, base), PROGRAMS[idea](Programs(arrays(some), base))
        assert score(idea, found and found.gains, gains) == best[idea], idea
        assert score(idea, None if plan is None else tuple(plan.gains), gains) == best[idea], idea


def test_bill_and_jack() -> None:
    """Nash's example of 1950, good by good: the efficient trades, and what each idea of fairness chooses.

    A later text lists (0, 8) among the efficient trades. Four of Bill's goods against the pen give (2, 8).
    """
    goods = [np.array([[0.0, 0.0], worth]) for worth in BILL_AND_JACK.values()]
    found = front(goods).worth
    assert {tuple(map(round, one)) for one in found.tolist() if min(one) >= 0} == EFFICIENT
    chosen = {idea: point(found, np.zeros(2)).gains for idea, point in POINTS.items()}
    assert chosen == {
        "nash": (12, 5),
        "kalai_smorodinsky": (12, 5),
        "egalitarian": (8, 6),
        "utilitarian": (14, 4),
    }
    plan = PROGRAMS["nash"](Programs(goods, np.zeros(2)))
    given = [good for good, picked in zip(BILL_AND_JACK, plan.choices, strict=True) if picked]
    assert given == ["book", "whip", "ball", "bat", "pen", "toy", "knife"]
