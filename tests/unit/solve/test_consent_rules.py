"""Votes under consent rules: who is there, who votes, who is needed, and which sets carry or block."""

from __future__ import annotations

from time import perf_counter

import numpy as np
import pytest

from jirga.conflict.bargaining.consent import Gate, Rule
from jirga.errors import TooLarge
from jirga.solve.consent.game import Game, decided
from jirga.solve.consent.minimal import (
    minimal_blocking,
    minimal_blocking_masks,
    minimal_winning,
    smallest_blocking,
)

THREE = ("a", "b", "c")


def vote(rule: Rule, votes: str) -> bool:
    """Cast y, n, - (abstains) or . (absent) for each voter."""
    yes, absent, abstaining = (np.array([[one == sign for one in votes]]) for sign in "y.-")
    return bool(decided(rule, yes, absent, abstaining)[0])


@pytest.mark.parametrize(
    ("counted", "passing", "failing"),
    [
        ("all", ["yyn", "yy.", "y-y"], ["y..", "y--", "ynn", "..."]),
        ("present", ["yyn", "y..", "yy-"], ["y-.", "yn-", "...", "---"]),
        ("votes", ["y--", "y.-", "yyn"], ["yn-", "yn.", "...", "---"]),
    ],
)
def test_a_majority_of_whom(counted: str, passing: list[str], failing: list[str]) -> None:
    """A majority is of all, of those present, or of those who vote; nobody voting is no majority."""
    rule = Rule(THREE, (Gate((0, 1, 2), (1, 1, 1), 1, 2, counted, more_than=True),))  # type: ignore[arg-type]
    assert all(vote(rule, votes) for votes in passing)
    assert not any(vote(rule, votes) for votes in failing)


def test_a_quorum_can_be_broken_by_staying_away() -> None:
    """With a quorum a no can let pass what staying away would stop."""
    rule = Rule(THREE, (Gate((0, 1, 2), (1, 1, 1), 1, 2, "votes", more_than=True, quorum=3),))
    assert vote(rule, "yyn")
    assert not vote(rule, "yy.")


def test_a_veto_is_a_no_and_not_an_abstention() -> None:
    """Two must agree and the first may not refuse; it may abstain or stay away."""
    gates = (Gate((0, 1, 2), (1, 1, 1), 2), Gate((0,), (1,), 1, blocks=True), Gate((3, 4), (1, 1), 2))
    rule = Rule(THREE, gates)
    assert vote(rule, "-yy")
    assert vote(rule, ".yy")
    assert not vote(rule, "nyy")


def test_a_body_is_there_with_any_of_its_members() -> None:
    """A cabinet of b and c counts among those present unless both stay away."""
    gates = (Gate((1, 2), (1, 1), 2), Gate((0, 3), (1, 1), 1, 2, "present", more_than=True))
    rule = Rule(THREE, gates)
    assert vote(rule, "y..")
    assert not vote(rule, "y.y")
    assert not vote(rule, "yn.")
    assert vote(rule, "yyy")


def test_needed_and_sufficient() -> None:
    """The first of a, b, c weighing 2, 1, 1 is needed for 3, and is enough for 2."""
    game = Game(Rule(THREE, (Gate((0, 1, 2), (2, 1, 1), 3),)))
    assert (game.needed(), game.sufficient()) == ((0,), ())
    game = Game(Rule(THREE, (Gate((0, 1, 2), (2, 1, 1), 2),)))
    assert (game.needed(), game.sufficient()) == ((), (0,))


def test_known_votes_settle_it_or_not() -> None:
    """Unknown is not no: only a no of the needed one settles it."""
    rule = Rule(THREE, (Gate((0, 1, 2), (2, 1, 1), 3),))
    assert Game(rule).outcome is None
    assert Game(rule, yes=frozenset({0})).outcome is None
    assert Game(rule, yes=frozenset({0, 1})).outcome is True
    assert Game(rule, no=frozenset({0})).outcome is False
    assert Game(rule, absent=frozenset({1, 2})).outcome is False


def test_coalitions_of_twenty_in_under_a_second() -> None:
    """All minimal blocking coalitions of twenty parties with weights, and inside a nested rule."""
    weights = tuple(one * 7 % 40 + 1 for one in range(20))
    everyone = tuple(range(20))
    heavy = Gate(everyone, weights, sum(weights) * 3 // 5)
    most = Gate(everyone[:12], (1,) * 12, 7)
    for gates in ((heavy,), (heavy, most, Gate((20, 21), (1, 1), 2))):
        game = Game(Rule(tuple(map(str, everyone)), gates))
        start = perf_counter()
        masks = minimal_blocking_masks(game)
        assert perf_counter() - start < 1
        assert len(masks) > 1000


def test_smallest_blocking_sets_are_the_smallest_of_all() -> None:
    """Going through the sets of one size finds those that going through all sets finds."""
    game = Game(Rule(tuple("abcdefgh"), (Gate(tuple(range(8)), (5, 4, 4, 3, 2, 1, 1, 1), 14),)))
    size = min(map(len, minimal_blocking(game)))
    assert smallest_blocking(game, size) == [one for one in minimal_blocking(game) if len(one) == size]


def test_too_many_voters_are_refused() -> None:
    """Thirty open votes are not gone through one by one."""
    game = Game(Rule(tuple(map(str, range(30))), (Gate(tuple(range(30)), (1,) * 30, 16),)))
    with pytest.raises(TooLarge, match="30 open votes"):
        minimal_winning(game)
    with pytest.raises(TooLarge, match="sets of 15"):
        smallest_blocking(game, 15)
