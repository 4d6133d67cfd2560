"""What must hold of where positions point, whatever the positions; and each definition once more, slowly."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from jirga.solve.positions.challenge import challenge
from jirga.solve.positions.compromise import compromise, mean_range
from jirga.solve.positions.condorcet import election
from jirga.solve.positions.exchange import exchange
from jirga.solve.positions.interval import crps, inside, share_needed, spread
from jirga.solve.positions.median import core, weighted_median
from jirga.solve.positions.spatial import spatial

Array = NDArray[np.float64]
Stances = tuple[Array, Array, Array]
PLACES, WEIGHTS = st.integers(0, 100).map(float), st.integers(1, 100).map(float)
FEW = settings(max_examples=60, deadline=None)


def arrays(size: int) -> st.SearchStrategy[Stances]:
    """Positions, salience and leverage of so many parties."""
    columns = (
        st.lists(one, min_size=size, max_size=size).map(np.array) for one in (PLACES, WEIGHTS, WEIGHTS)
    )
    return st.tuples(*columns)


STANCES = st.integers(1, 7).flatmap(arrays)


@FEW
@given(STANCES)
def test_everything_stays_between_the_outermost_positions(stances: Stances) -> None:
    """No rule points outside the positions that somebody holds."""
    place = stances[0]
    path = spatial(*stances)
    found = [
        compromise(*stances).value,
        weighted_median(place, stances[1] * stances[2]).low,
        election(*stances).mean,
        *path.positions.ravel(),
        *challenge(*stances).positions.ravel(),
    ]
    assert min(found) >= place.min() - 0.01
    assert max(found) <= place.max() + 0.01
    assert path.shares.max() <= 1 + 1e-9


@FEW
@given(STANCES, st.sampled_from([0.25, 0.5]), st.integers(0, 50))
def test_shrinking_and_shifting_the_scale(stances: Stances, factor: float, shift: int) -> None:
    """Mean, median and core go along with the scale."""
    place, cares, power = stances
    moved, weight = factor * place + shift, cares * power
    assert compromise(moved, cares, power).value == pytest.approx(
        factor * compromise(*stances).value + shift, abs=1e-9
    )
    for before, after in (
        (weighted_median(place, weight), weighted_median(moved, weight)),
        (core(place, weight, 2 / 3), core(moved, weight, 2 / 3)),
    ):
        assert (after.low, after.high) == pytest.approx(
            (factor * before.low + shift, factor * before.high + shift)
        )


@FEW
@given(STANCES)
def test_turning_the_scale_round(stances: Stances) -> None:
    """Seen from the other end, mean, election, median and core are the same."""
    place, cares, power = stances
    turned, weight = 100 - place, cares * power
    assert compromise(turned, cares, power).value == pytest.approx(100 - compromise(*stances).value)
    assert election(turned, cares, power).mean == pytest.approx(100 - election(*stances).mean)
    for before, after in (
        (weighted_median(place, weight), weighted_median(turned, weight)),
        (core(place, weight, 0.7), core(turned, weight, 0.7)),
    ):
        assert (after.low, after.high) == (100 - before.high, 100 - before.low)


@FEW
@given(STANCES, st.randoms(use_true_random=False))
def test_the_order_of_the_parties_changes_nothing(stances: Stances, random: object) -> None:
    """Mean, median, core and election do not ask who stands first in the file."""
    order = list(range(len(stances[0])))
    random.shuffle(order)  # type: ignore[attr-defined]
    mixed = tuple(one[order] for one in stances)
    for rule in (lambda p, s, c: compromise(p, s, c).value, lambda p, s, c: election(p, s, c).mean):
        assert rule(*mixed) == pytest.approx(rule(*stances))
    weights = [one[1] * one[2] for one in (stances, mixed)]
    assert weighted_median(stances[0], weights[0]) == weighted_median(mixed[0], weights[1])


@FEW
@given(STANCES)
def test_a_party_split_in_two_changes_nothing(stances: Stances) -> None:
    """Two delegations with half the leverage each count as one in mean, median and core."""
    place, cares, power = stances
    halves = np.append(place, place[0]), np.append(cares, cares[0]), np.append(power, power[0] / 2)
    halves[2][0] /= 2
    weight, split = cares * power, halves[1] * halves[2]
    assert compromise(*halves).value == pytest.approx(compromise(*stances).value)
    assert weighted_median(halves[0], split) == weighted_median(place, weight)
    assert core(halves[0], split, 0.8) == core(place, weight, 0.8)


@FEW
@given(STANCES)
def test_the_median_is_nearest_to_all(stances: Stances) -> None:
    """No position has a smaller weighted sum of distances than either end of the median."""
    place, weight = stances[0], stances[1] * stances[2]
    costs = {one: float(weight @ np.abs(place - one)) for one in place}
    found = weighted_median(place, weight)
    assert costs[found.low] == costs[found.high] == min(costs.values())
    assert {one for one, cost in costs.items() if cost == min(costs.values())} <= {
        one for one in place if found.low <= one <= found.high
    }


@FEW
@given(STANCES, st.sampled_from([0.51, 0.6, 2 / 3, 0.75, 0.9, 1.0]))
def test_the_core_is_what_no_coalition_moves(stances: Stances, quota: float) -> None:
    """By the definition: a value stands unless those beyond it on one side have the quota."""
    place, weight = stances[0], stances[1] * stances[2]
    found = core(place, weight, quota)
    for value in {*np.arange(0, 101, 5.0), *place}:
        right, left = weight[place > value].sum(), weight[place < value].sum()
        stands = max(right, left) < quota * weight.sum() - 1e-6
        if abs(max(right, left) - quota * weight.sum()) > 1e-3:
            assert stands == (found.low <= value <= found.high), value


@FEW
@given(st.integers(1, 5).flatmap(lambda size: st.tuples(arrays(size), arrays(size))))
def test_the_range_of_the_mean_by_trying_every_corner(both: tuple[Stances, Stances]) -> None:
    """The extremes are at corners of the ranges, and all corners are tried."""
    (one, least, _), (other, more, _) = both
    low, high = np.minimum(one, other), np.maximum(one, other)
    light, heavy = np.minimum(least, more), np.maximum(least, more)
    corners = [np.where(pick, heavy, light) for pick in product([True, False], repeat=len(low))]
    found = mean_range(low, high, light, heavy)
    assert found[0] == pytest.approx(min(weight @ low / weight.sum() for weight in corners))
    assert found[1] == pytest.approx(max(weight @ high / weight.sum() for weight in corners))


@FEW
@given(st.integers(2, 5).flatmap(lambda size: st.lists(arrays(size), min_size=2, max_size=3)))
def test_exchanges_gain_both_what_is_said(issues: list[Stances]) -> None:
    """Replayed one by one: each gains at least what was said, in the first just that, and nobody turns back.

    Later a mean may have passed the position of one who gives, which then loses less by giving.
    """
    place, cares, power = (np.array(one).T for one in zip(*issues, strict=True))
    found = exchange(place, cares, power)
    weight = cares / 100 * power
    now, going = place.copy(), np.zeros(place.shape)
    for made in found.exchanges:
        before = (weight * now).sum(axis=0) / weight.sum(axis=0)
        for who, issue, move in made.sides:
            assert going[who, issue] in (0, np.sign(move))
            going[who, issue] = np.sign(move)
            now[who, issue] += move
        after = (weight * now).sum(axis=0) / weight.sum(axis=0)
        for who in (made.first, made.second):
            nearer = np.abs(place[who] - before) - np.abs(place[who] - after)
            gained = cares[who] / 100 @ nearer
            assert gained >= made.gain - 1e-9
            assert gained == pytest.approx(made.gain) or made != found.exchanges[0]
    assert now == pytest.approx(found.voting)
    assert found.values == pytest.approx((weight * now).sum(axis=0) / weight.sum(axis=0))
    assert now.min() >= -1e-9
    assert now.max() <= 100 + 1e-9


@FEW
@given(STANCES)
def test_risk_exponents_stay_in_their_range(stances: Stances) -> None:
    """From a half to two."""
    risk = challenge(*stances).risk
    assert risk.min() >= 0.5 - 1e-9
    assert risk.max() <= 2 + 1e-9


@FEW
@given(STANCES, st.lists(st.integers(-100, 100), min_size=1, max_size=9), PLACES)
def test_spreads(stances: Stances, misses: list[int], outcome: float) -> None:
    """Ranges nest, hold what they need to hold, and a spread scores no better than a bull's eye."""
    place, weight = stances[0], stances[1] * stances[2]
    laid = spread(compromise(*stances).value, misses, place, weight)
    assert laid.share.sum() == pytest.approx(1)
    assert crps(laid, outcome) >= -1e-9
    held = [inside(laid, share) for share in (0.2, 0.5, 0.8, 1.0)]
    assert all(b.low <= a.low <= a.high <= b.high for a, b in pairwise(held))
    if laid.places[0] <= outcome <= laid.places[-1]:
        needed = inside(laid, share_needed(laid, outcome))
        assert needed.low - 1e-9 <= outcome <= needed.high + 1e-9
