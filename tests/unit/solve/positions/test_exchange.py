"""Exchanges at equal gain, against a published run on the Paris climate talks."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from jirga.solve.positions.exchange import exchange
from jirga.solve.positions.stances import StanceTrouble

PARIS = Path(__file__).parents[5] / "shared/bargaining/worked/exchange_cop21_short.json"


def test_worked_by_hand() -> None:
    """Two parties, mirror images: each gives all it has on what matters less to it.

    On the first issue the weights are 0.6 and 0.2, the mean 25; on the second 0.2 and 0.6, the mean 75. Each
    full move shifts a mean by 25, which costs its maker 0.2 x 25 and brings the other 0.6 x 25: both gain 10.
    """
    found = exchange([[0, 0], [100, 100]], [[60, 20], [20, 60]], [1, 1])
    assert found.before == pytest.approx([25, 75])
    (only,) = found.exchanges
    assert (only.first, only.gives, only.second, only.gets) == (0, 1, 1, 0)
    assert (only.move_first, only.move_second) == (pytest.approx(100), pytest.approx(-100))
    assert only.gain == pytest.approx(10)
    assert found.values == pytest.approx([0, 100])
    assert found.voting.tolist() == [[0, 100], [0, 100]]


def test_no_exchange_on_one_side() -> None:
    """Parties on the same side of an issue have nothing to trade on it."""
    found = exchange([[0, 0], [10, 100], [100, 0]], [[50, 50]] * 3, [1, 1, 1])
    assert all({one.first, one.second} != {0, 1} for one in found.exchanges)


@pytest.mark.skipif(not PARIS.is_file(), reason="the worked case is not beside the project")
def test_the_paris_run() -> None:
    """Twenty exchanges in their order: gains to 1e-9, moves to 1e-6."""
    worked = json.loads(PARIS.read_text())
    actors = list(dict.fromkeys(one["actor"] for one in worked["data"]))
    issues = list(dict.fromkeys(one["issue"] for one in worked["data"]))
    laid = np.zeros((3, len(actors), len(issues)))
    for one in worked["data"]:
        at = actors.index(one["actor"]), issues.index(one["issue"])
        laid[(slice(None), *at)] = one["position"], 100 * one["salience"], one["power"]
    found = exchange(*laid, overshoot=True)
    assert found.before == pytest.approx([49.255404, 57.211274, 57.96875], abs=1e-6)
    assert len(found.exchanges) == len(worked["realised_exchanges"]) == 20
    for made, printed in zip(found.exchanges, worked["realised_exchanges"], strict=True):
        names = actors[made.first], issues[made.gives], actors[made.second], issues[made.gets]
        assert names == tuple(printed[key] for key in ("i", "supply_i_q", "j", "supply_j_p"))
        assert made.gain == pytest.approx(printed["gain"], abs=1e-9)
        assert made.move_first == pytest.approx(printed["move_i"], abs=1e-6)
        assert made.move_second == pytest.approx(printed["move_j"], abs=1e-6)


def test_overshooting_is_refused_unless_asked_for() -> None:
    """The mean stops at the position it is moved for, but in the program that lets it pass."""
    place, cares = [[40, 100], [100, 0], [0, 50]], [[80, 20], [30, 90], [60, 60]]
    power = [[1, 5], [3, 3], [1, 1]]
    held, free = (exchange(place, cares, power, overshoot=how) for how in (False, True))
    ends = []
    for found in (held, free):
        first = found.exchanges[0]
        assert (first.second, first.gets) == (1, 0)
        ends.append(found.before[0] + first.move_second * 0.9 / (0.8 + 0.9 + 0.6))
    assert ends[0] == pytest.approx(40)
    assert ends[1] < 35


def test_an_exchange_needs_two_issues_that_matter() -> None:
    """One issue, or one that nobody cares about, is refused."""
    with pytest.raises(StanceTrouble, match="two issues"):
        exchange([[0], [100]], [[50], [50]], [1, 1])
    with pytest.raises(StanceTrouble, match="nobody cares"):
        exchange([[0, 0], [100, 100]], [[50, 0], [50, 0]], [1, 1])
