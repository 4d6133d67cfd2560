"""The spatial model against KTAB's own reference logs."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from jirga.solve.positions.condorcet import incentive, strengths
from jirga.solve.positions.risk import boldness, utilities
from jirga.solve.positions.spatial import spatial
from jirga.solve.positions.stances import StanceTrouble
from positions import KTAB_CARES, KTAB_PLACE, KTAB_POWER, KTAB_RISK, KTAB_SHARES, KTAB_TURNS

WORKED = Path(__file__).parents[5] / "shared/bargaining/worked"
ROUNDED = 0.05 + 1e-9


def test_the_reference_run() -> None:
    """Eleven states on three issues: positions as printed, shares to 1e-4, risk to 5e-4 [Wise2015]."""
    path = spatial(KTAB_PLACE, KTAB_CARES, KTAB_POWER)
    assert path.settled
    assert len(path.positions) == 11
    assert np.abs(path.turns[0].risk - KTAB_RISK).max() < 5e-4
    for turn, printed in KTAB_TURNS.items():
        assert np.abs(path.positions[turn] - printed).max() <= ROUNDED, turn
    for turn, printed in KTAB_SHARES.items():
        assert np.abs(path.shares[turn] - printed).max() < 1e-4, turn


@pytest.mark.skipif(not WORKED.is_dir(), reason="the worked cases are not beside the project")
def test_every_turn_of_the_reference_run() -> None:
    """All eleven states of the log, not only those copied here."""
    printed = json.loads((WORKED / "ktab_smp_dummy3dim.json").read_text())["published_output"]
    path = spatial(KTAB_PLACE, KTAB_CARES, KTAB_POWER)
    assert np.abs(path.positions - np.array(printed["positions_by_turn"])).max() <= ROUNDED
    assert np.abs(path.shares - np.array(printed["winning_probability_by_turn"])).max() < 1e-4


def test_the_incentive_election_of_another_run() -> None:
    """KTAB's smpExample at its start: the chain with challengers brought up in proportion to gain."""
    place = np.array(
        [[52.8, 39.8, 39.6], [15.9, 61.4, 72], [61.1, 86.5, 44.5], [26.3, 16.5, 15.9], [73.3, 61.1, 26.3]]
    )
    cares = np.array(
        [[32.3, 22.4, 13.4], [25.2, 34.5, 26.5], [28.8, 28.6, 18.2], [15.6, 42, 14.3], [39.7, 19.9, 15.8]]
    )
    power = np.array([117.7, 93.2, 61.4, 135.4, 63.8])
    away = (cares[:, None] * (place[:, None] - place) / 100) ** 2
    gap = np.sqrt(away.sum(axis=2) / (cares**2).sum(axis=1)[:, None])
    bold = boldness(incentive(strengths(1 - gap, power, "proportional_cubic")))
    assert bold == pytest.approx([1.0, -0.387, -0.5, -0.001, -0.298], abs=6e-4)
    share = incentive(strengths(utilities(gap, bold[:, None]), power, "proportional_cubic"))
    assert share == pytest.approx([0.3154, 0.1668, 0.1082, 0.2216, 0.188], abs=1e-4)


def test_nobody_moves_where_all_agree() -> None:
    """At one place nobody gains by pressing anybody."""
    path = spatial([40, 40, 40], [50, 60, 70], [1, 2, 3])
    assert path.settled
    assert path.positions.tolist() == [[[40.0]] * 3] * 3
    assert path.values == pytest.approx([40])


def test_one_party_that_cares_about_nothing_gives_way() -> None:
    """Pressing it costs nothing, and it has nothing to hold against it."""
    path = spatial([0, 100], [60, 0], [2, 1])
    assert path.positions[1].tolist() == [[0.0], [0.0]]


def test_turns_run_out() -> None:
    """With fewer turns than it takes, the path ends unsettled."""
    path = spatial(KTAB_PLACE, KTAB_CARES, KTAB_POWER, longest=3)
    assert (len(path.turns), path.settled) == (4, False)


def test_ideals_may_stay() -> None:
    """With no accommodation at all ideals stay where they were, and with the identity they follow."""
    nobody = np.zeros((7, 7))
    stays = spatial(KTAB_PLACE, KTAB_CARES, KTAB_POWER, accommodation=nobody)
    follows = spatial(KTAB_PLACE, KTAB_CARES, KTAB_POWER, accommodation=np.eye(7))
    assert np.array_equal(stays.turns[-1].ideal, KTAB_PLACE / 100)
    assert np.array_equal(follows.positions, spatial(KTAB_PLACE, KTAB_CARES, KTAB_POWER).positions)
    assert not np.array_equal(stays.positions[2], follows.positions[2])


def test_salience_by_issue() -> None:
    """One salience for three issues is not enough."""
    with pytest.raises(StanceTrouble, match="another shape"):
        spatial(KTAB_PLACE, KTAB_CARES[:, 0], KTAB_POWER)
