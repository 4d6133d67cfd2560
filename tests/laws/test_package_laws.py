"""Packages: the front and the fair points keep the laws they are known by, and agree with the programs."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jirga.solve.packages.fair_points import (
    POINTS,
    Chosen,
    egalitarian_point,
    kalai_smorodinsky_point,
    nash_point,
)
from jirga.solve.packages.front import front
from jirga.solve.packages.programs import PROGRAMS, Programs
from jirga.solve.packages.trades import settled_alone, trades

few = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
fewer = settings(few, max_examples=25)


@st.composite
def bargains(draw: st.DrawFn, most: int = 4) -> tuple[list[np.ndarray], np.ndarray]:
    """One to three issues of one to four values for two to four parties, and what no deal is worth."""
    parties = draw(st.integers(2, most))
    row = st.lists(st.integers(0, 12), min_size=parties, max_size=parties)
    issues = draw(st.lists(st.lists(row, min_size=1, max_size=4), min_size=1, max_size=3))
    no_deal = draw(st.lists(st.integers(-3, 18), min_size=parties, max_size=parties))
    return [np.array(issue, dtype=float) for issue in issues], np.array(no_deal, dtype=float)


def every_package(worths: list[np.ndarray]) -> np.ndarray:
    """What each combination of values is worth, one by one."""
    return np.array([sum(rows) for rows in product(*worths)])


def gains(found: Chosen | None) -> list[float] | None:
    """What was chosen, as gains from the least to the most."""
    return None if found is None else sorted(found.gains)


@few
@given(bargains())
def test_the_front_is_what_no_package_betters(bargain: tuple) -> None:
    """Every package is bettered or equalled by one on the front, and none on the front is bettered."""
    worths, _ = bargain
    found, every = front(worths).worth, every_package(worths)
    assert all((found >= one).all(axis=1).any() for one in every)
    better = (every[None] >= found[:, None]).all(axis=2) & (every[None] > found[:, None]).any(axis=2)
    assert not better.any()
    assert {tuple(row) for row in found} <= {tuple(row) for row in every}


@few
@given(bargains())
def test_the_front_loses_no_point(bargain: tuple) -> None:
    """Each idea of fairness chooses the same from the front as from all packages."""
    worths, no_deal = bargain
    found, every = front(worths).worth, every_package(worths)
    for name in ("nash", "egalitarian", "utilitarian"):
        one, two = POINTS[name](found, no_deal), POINTS[name](every, no_deal)
        assert (one is None) == (two is None)
        if name == "egalitarian":
            assert gains(one) == gains(two)


@few
@given(bargains())
def test_points_are_on_the_front(bargain: tuple) -> None:
    """Pareto efficiency: nothing betters what is chosen from all packages."""
    worths, no_deal = bargain
    every = every_package(worths)
    for point in POINTS.values():
        found = point(every, no_deal)
        if found is not None:
            better = (every >= every[found.row]).all(axis=1) & (every > every[found.row]).any(axis=1)
            assert not better.any()


@few
@given(bargains(), st.integers(1, 5), st.integers(-9, 9))
def test_scale_and_zero_do_not_matter_to_nash_and_kalai_smorodinsky(
    bargain: tuple, scale: int, shift: int
) -> None:
    """One party's points multiplied and shifted, its no deal with them: the same packages are as good."""
    worths, no_deal = bargain
    every = every_package(worths)
    moved, moved_no_deal = every.copy(), no_deal.copy()
    moved[:, 0], moved_no_deal[0] = every[:, 0] * scale + shift, no_deal[0] * scale + shift
    nash, other = nash_point(every, no_deal), nash_point(moved, moved_no_deal)
    assert (nash is None) == (other is None)
    if nash is not None and other is not None:
        product_of = [np.prod(every[one.row] - no_deal) for one in (nash, other)]
        assert np.isclose(*product_of)
    one, two = kalai_smorodinsky_point(every, no_deal), kalai_smorodinsky_point(moved, moved_no_deal)
    assert (one is None) == (two is None)
    if one is not None and two is not None:
        rational = every[(every >= no_deal).all(axis=1)] - no_deal
        shares = [sorted((every[found.row] - no_deal) / rational.max(axis=0)) for found in (one, two)]
        assert np.allclose(*shares)


@few
@given(bargains())
def test_parties_are_treated_alike(bargain: tuple) -> None:
    """Symmetry: naming the parties in the other order gives each the same."""
    worths, no_deal = bargain
    turned = [worth[:, ::-1] for worth in worths]
    for point in (egalitarian_point,):
        one, two = point(every_package(worths), no_deal), point(every_package(turned), no_deal[::-1])
        assert gains(one) == gains(two)


@few
@given(bargains(most=2), st.integers(0, 12), st.integers(0, 12))
def test_kalai_smorodinsky_is_monotone(bargain: tuple, first: int, second: int) -> None:
    """A new package that leaves what each could hope for as it was makes the smallest share no smaller."""
    worths, no_deal = bargain
    every = every_package(worths)
    rational = every[(every >= no_deal).all(axis=1)]
    if not len(rational) or (rational.max(axis=0) <= no_deal).any():
        return
    hopes = rational.max(axis=0)
    new = np.minimum([no_deal[0] + first, no_deal[1] + second], hopes)
    before = kalai_smorodinsky_point(every, no_deal)
    after = kalai_smorodinsky_point(np.vstack([every, new]), no_deal)
    assert before is not None
    assert after is not None
    least = [min(np.array(one.gains) / (hopes - no_deal)) for one in (before, after)]
    assert least[1] >= least[0] - 1e-9


@fewer
@given(bargains(most=3))
def test_programs_choose_what_the_front_chooses(bargain: tuple) -> None:
    """The mixed-integer programs and the front agree on every idea of fairness."""
    worths, no_deal = bargain
    found, programs = front(worths).worth, Programs(worths, no_deal)
    for name, point in POINTS.items():
        one, two = point(found, no_deal), PROGRAMS[name](programs)
        assert (one is None) == (two is None)
        if one is None or two is None:
            continue
        if name == "nash":
            assert np.isclose(np.prod(one.gains), np.prod(two.gains))
        if name == "utilitarian":
            assert np.isclose(sum(one.gains), two.gains.sum())
        if name == "egalitarian":
            assert np.allclose(sorted(one.gains), sorted(two.gains))
        if name == "kalai_smorodinsky":
            rational = found[(found >= no_deal).all(axis=1)] - no_deal
            shares = [sorted(np.array(each) / rational.max(axis=0)) for each in (one.gains, two.gains)]
            assert np.allclose(*shares)


@few
@given(bargains())
def test_trades_are_gains_over_each_issue_by_itself(bargain: tuple) -> None:
    """Nobody loses by a trade, and no values of the same two issues give the least gainer more."""
    worths, _ = bargain
    alone = [settled_alone(worth) for worth in worths]
    for trade in trades(worths):
        one, two = (worths[issue] - worths[issue][alone[issue]] for issue in trade.issues)
        every = [a + b for a in one for b in two]
        assert min(trade.gains) >= 0
        assert np.isclose(min(trade.gains), max(min(each) for each in every))
