"""The front, the fair points, trades: small cases by hand, and Nash's own example."""

from __future__ import annotations

import numpy as np
import pytest

from jirga.errors import TooLarge
from jirga.solve.packages import front as packages
from jirga.solve.packages.fair_points import POINTS, egalitarian_point, kalai_smorodinsky_point, nash_point
from jirga.solve.packages.front import front, unbettered
from jirga.solve.packages.programs import PROGRAMS, Programs
from jirga.solve.packages.trades import settled_alone, trades

# Nash, The Bargaining Problem (1950): what each good is worth to Bill and to Jack.
BILLS = {"book": (2, 4), "whip": (2, 2), "ball": (2, 1), "bat": (2, 2), "box": (4, 1)}
JACKS = {"pen": (10, 1), "toy": (4, 1), "knife": (6, 2), "hat": (2, 2)}


def barter() -> list[np.ndarray]:
    """Each good is an issue with two values: kept, or given."""
    given = [np.array([[0, 0], [-bill, jack]], float) for bill, jack in BILLS.values()]
    return given + [np.array([[0, 0], [bill, -jack]], float) for bill, jack in JACKS.values()]


def test_nash_1950() -> None:
    """Bill gives book, whip, ball and bat for pen, toy and knife: 12 and 5, product 60."""
    found = front(barter())
    best = nash_point(found.worth, np.zeros(2))
    assert best is not None
    assert best.gains == (12, 5)
    goods = [*BILLS, *JACKS]
    given = [good for good, choice in zip(goods, found.choices[best.row], strict=True) if choice]
    assert given == ["book", "whip", "ball", "bat", "pen", "toy", "knife"]


def test_the_front_of_nash_1950_holds_the_printed_efficient_outcomes_that_nothing_betters() -> None:
    """Of the outcomes listed beside it, all but (0, 8), (14, 3) and (16, 1), which others better."""
    gains = {tuple(row) for row in front(barter()).worth.tolist()}
    assert {(6, 7), (8, 6), (12, 5), (14, 4), (16, 2), (18, 0)} <= gains


@pytest.mark.parametrize("parties", [1, 2, 3, 4, 5])
def test_only_what_nothing_betters_is_kept(parties: int) -> None:
    """Against every pair of rows, for each way of filtering; equal rows are kept once."""
    draws = np.random.default_rng(parties)
    rows = draws.integers(0, 5, (700, parties))
    kept = unbettered(rows)
    betters = (rows[None] >= rows[:, None]).all(axis=2) & (rows[None] > rows[:, None]).any(axis=2)
    expected = {tuple(row) for row in rows[~betters.any(axis=1)].tolist()}
    assert sorted(map(tuple, rows[kept].tolist())) == sorted(expected)


def test_the_choices_of_the_front_are_worth_what_it_says() -> None:
    """Each package's values add up to its worth."""
    draws = np.random.default_rng(3)
    worths = [draws.integers(0, 30, (4, 3)).astype(float) for _ in range(4)]
    found = front(worths)
    added = sum(worth[found.choices[:, issue]] for issue, worth in enumerate(worths))
    assert np.array_equal(added, found.worth)


def test_a_front_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say so before memory runs out."""
    monkeypatch.setattr(packages, "MAX_SUMS", 10)
    with pytest.raises(TooLarge, match="may be on the front"):
        front([np.eye(4), np.eye(4)])


def test_no_point_where_no_deal_is_better_for_somebody() -> None:
    """Every idea of fairness says so instead of choosing."""
    worth, no_deal = np.array([[5.0, 1.0], [1.0, 5.0]]), np.array([3.0, 3.0])
    assert [point(worth, no_deal) for point in POINTS.values()] == [None] * 4
    assert [program(Programs([worth], no_deal)) for program in PROGRAMS.values()] == [None] * 4


def test_kalai_smorodinsky_on_a_line() -> None:
    """On a straight front from (10, 0) to (0, 5), each gets half of the most it could have."""
    worth = np.array([[10 - share, share / 2] for share in range(11)])
    found = kalai_smorodinsky_point(worth, np.zeros(2))
    assert found is not None
    assert found.gains == (5, 2.5)


def test_the_worst_off_is_named() -> None:
    """The party that gains least under the egalitarian choice."""
    found = egalitarian_point(np.array([[9.0, 2.0, 4.0]]), np.array([1.0, 1.0, 1.0]))
    assert found is not None
    assert found.worst_off == 1


def test_an_issue_by_itself_ignores_who_does_not_care() -> None:
    """A party worth the same at every value has no say; an issue nobody cares about stays at its first."""
    assert settled_alone(np.array([[0.0, 7.0], [3.0, 7.0]])) == 1
    assert settled_alone(np.ones((3, 2))) == 0


def test_no_trade_where_both_care_alike() -> None:
    """Two issues of equal weight to both parties give nothing to trade."""
    straight = np.array([[2.0, 0.0], [1.0, 1.0], [0.0, 2.0]])
    assert trades([straight, straight]) == []
