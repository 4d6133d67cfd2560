"""The challenge model's unit values on the emission case; no published path is claimed."""

from __future__ import annotations

import numpy as np
import pytest

from jirga.solve.positions.challenge import challenge, expectations, success
from jirga.solve.positions.condorcet import election
from jirga.solve.positions.interval import crps, inside, misses_elsewhere, share_needed, spread
from jirga.solve.positions.spatial import spatial
from jirga.solve.positions.stances import StanceTrouble
from positions import EMISSIONS

YEARS, CARES, POWER = EMISSIONS
PLACE = (YEARS - 4) / 6 * 100


def test_risk_exponents() -> None:
    """Recomputed from the formulas of Scholz2011, with their printed chance to win."""
    printed = [1.117, 1.004, 0.5, 1.117, 1.018, 1.018, 2.0, 0.648, 1.454, 1.557]
    assert challenge(PLACE, CARES, POWER).risk == pytest.approx(printed, abs=6e-4)


def test_where_it_goes() -> None:
    """It starts at the median and ends where another implementation of the variant does: 9.53 years."""
    found = challenge(PLACE, CARES, POWER)
    assert found.medians[0] * 0.06 + 4 == pytest.approx(7.0)
    assert found.value * 0.06 + 4 == pytest.approx(9.53, abs=0.005)


def test_chances_add_to_one() -> None:
    """One side's chance is what the other's leaves; between equals it is a half."""
    chance = success(PLACE, CARES * POWER)
    assert chance + chance.T == pytest.approx(np.ones((10, 10)))
    assert np.diag(chance) == pytest.approx(np.full(10, 0.5))


def test_nothing_is_expected_of_those_who_agree() -> None:
    """Where two stand together and nothing would change anyhow, neither has anything to gain."""
    expected = expectations(PLACE, CARES / 100, CARES * POWER, np.ones(10), 1.0)
    assert np.diag(expected) == pytest.approx(np.zeros(10))


def test_the_status_quo_is_a_share() -> None:
    """How likely nothing changes is from 0 to 1."""
    with pytest.raises(StanceTrouble, match="from 0 to 1"):
        challenge(PLACE, CARES, POWER, status_quo=1.5)


def test_an_election_is_the_spatial_model_before_anybody_moves() -> None:
    """With salience alike, votes weigh the same in both."""
    place, power, alike = np.array([0.0, 30, 35, 80, 100]), np.array([3.0, 1, 2, 2, 1]), np.full(5, 70.0)
    assert election(place, alike, power).mean == pytest.approx(
        spatial(place, alike, power, longest=0).values[0]
    )


def test_positions_nearly_alike_are_one_option() -> None:
    """Within a tenth of a point two positions are one, and shares add to 1."""
    held = election([0, 0.05, 100], [50, 50, 50], [1, 1, 1])
    assert held.options.tolist() == [0.0, 100.0]
    assert held.share.sum() == pytest.approx(1)


def test_crps_is_that_of_the_definition() -> None:
    """The mean distance to the outcome, less half the mean distance between two draws."""
    laid = spread(40.0, [-30, -5, 0, 20, 70], [0, 50, 100], [1, 2, 1], mixed=0.3)
    between = laid.share @ np.abs(laid.places[:, None] - laid.places) @ laid.share
    for outcome in (0.0, 33.0, 100.0):
        to_it = laid.share @ np.abs(laid.places - outcome)
        assert crps(laid, outcome) == pytest.approx(to_it - between / 2)


def test_the_share_needed_is_the_least() -> None:
    """A range that keeps just that share holds the outcome; one that keeps less does not."""
    laid = spread(40.0, np.linspace(-60, 60, 40), [0, 50, 100], [1, 2, 1], mixed=0.3)
    for outcome in (0.0, 12.0, 40.0, 55.0, 100.0):
        share = share_needed(laid, outcome)
        held = inside(laid, share)
        assert held.low <= outcome <= held.high
        if share > 0.02:
            less = inside(laid, share - 0.02)
            assert not less.low <= outcome <= less.high


def test_misses_of_the_own_group_are_left_out() -> None:
    """Nobody is judged by itself."""
    found = misses_elsewhere([1, 2, 3], ["a", "b", "a"])
    assert [one.tolist() for one in found] == [[2], [1, 3], [2]]
