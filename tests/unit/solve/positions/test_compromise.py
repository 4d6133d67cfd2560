"""The weighted mean of the published emission case, and what hangs on what in it."""

from __future__ import annotations

import numpy as np
import pytest

from jirga.solve.positions.compromise import compromise, mean_range, shift_needed
from jirga.solve.positions.median import core, weighted_median
from jirga.solve.positions.stances import StanceTrouble
from positions import EMISSIONS


def test_the_emission_case() -> None:
    """Mean and median of the car-emission standards, in years of delay [Scholz2011, Table 1]."""
    place, cares, power = EMISSIONS
    assert compromise(place, cares, power).value == pytest.approx(7.389956, abs=1e-6)
    median = weighted_median(place, cares * power)
    assert (median.low, median.high) == (7.0, 7.0)


def test_derivatives_are_those_of_the_mean() -> None:
    """Each derivative is what a small change of one number brings."""
    place, cares, power = EMISSIONS
    found, small = compromise(place, cares, power), 1e-6
    for number in range(len(place)):
        for which, slopes in enumerate((found.by_position, found.by_salience, found.by_leverage)):
            changed = [place.copy(), cares.copy(), power.copy()]
            changed[which][number] += small
            rise = compromise(*changed).value - found.value
            assert rise / small == pytest.approx(slopes[number], abs=1e-4), (number, which)


def test_without_one_party() -> None:
    """The mean without a party is the mean of the others; without the only one there is none."""
    place, cares, power = EMISSIONS
    found = compromise(place, cares, power)
    rest = [np.delete(one, 6) for one in EMISSIONS]
    assert found.without[6] == pytest.approx(compromise(*rest).value)
    assert np.isnan(compromise([40], [10], [10]).without).all()


def test_shift_needed_reaches_the_target() -> None:
    """Moved so far, a party brings the mean to the target; where that is off the scale it cannot."""
    place, cares, power = EMISSIONS
    found = compromise(place, cares, power)
    shift = shift_needed(found, place, 7.0)
    assert np.isnan(shift).any()
    assert not np.isnan(shift).all()
    for number in np.flatnonzero(~np.isnan(shift)):
        moved = place.copy()
        moved[number] += shift[number]
        assert compromise(moved, cares, power).value == pytest.approx(7.0)


def test_range_of_the_mean() -> None:
    """Weights may differ against each other: the highest mean takes high positions at their weightiest."""
    low, high = mean_range([0, 50], [10, 60], [1, 1], [3, 3])
    assert (low, high) == (pytest.approx(50 / 4), pytest.approx((10 + 180) / 4))


@pytest.mark.parametrize(
    ("place", "cares", "power", "words"),
    [
        ([], [], [], "nobody"),
        ([120], [1], [1], "off the scale"),
        ([float("nan")], [1], [1], "off the scale"),
        ([10, 20], [1], [1, 1], "weights"),
        ([10, 20], [-1, 1], [1, 1], "below 0"),
        ([10, 20], [0, 0], [1, 1], "all of it is 0"),
        ([10, 20], [1, 0], [0, 1], "all of it is 0"),
    ],
)
def test_refused(place: list[float], cares: list[float], power: list[float], words: str) -> None:
    """What no mean can be taken of is refused."""
    with pytest.raises(StanceTrouble, match=words):
        compromise(place, cares, power)


def test_the_core_widens_with_the_quota() -> None:
    """From a simple majority's one value to everything between the outermost under unanimity."""
    place, weight = np.array([0.0, 20, 50, 70, 100]), np.ones(5)
    found = [core(place, weight, quota) for quota in (0.51, 0.7, 1.0)]
    assert [(one.low, one.high) for one in found] == [(50, 50), (20, 70), (0, 100)]


@pytest.mark.parametrize("quota", [0.5, 0.0, 1.01])
def test_a_quota_is_a_share_above_a_half(quota: float) -> None:
    """With half or less, two coalitions could both win."""
    with pytest.raises(StanceTrouble, match="above a half"):
        core([0, 1], [1, 1], quota)
