"""Preferences: wants in order, weights summed exactly, rankings with ties, and the want that decides."""

from __future__ import annotations

import pytest

from jirga.conflict.preferences import deciding_want, ranks
from jirga.conflict.states import possible_states
from jirga.schema.conflict import Conflict
from unit.conflict.texts import STATES, one_party, parse_text, two


def ranked(conflict: Conflict, party: int = 0) -> list[int]:
    """A party's rank of each state, in the order of the states."""
    return ranks(conflict, possible_states(conflict))[party].tolist()


def test_an_earlier_want_outweighs_all_later_ones() -> None:
    """With wants x, y, not z the codes xyz = 000, 100, 010, ... score 1, 5, 3, 7, 0, 4, 2, 6."""
    assert ranked(one_party("options: {x: x, y: y, z: z}, prefers: [x, y, not z]")) == [
        1,
        5,
        3,
        7,
        0,
        4,
        2,
        6,
    ]


def test_ranks_are_dense_and_ties_are_equal() -> None:
    """States that agree on every want share a rank, and no rank is skipped."""
    assert ranked(two("")) == [1, 3, 0, 2, 1, 3, 0, 2]
    assert ranked(two(""), 1) == [2, 2, 3, 3, 0, 0, 1, 1]


def test_a_party_that_wants_nothing_is_indifferent() -> None:
    """Without wants every state ranks the same."""
    assert ranked(one_party("options: {x: x, y: y}")) == [0, 0, 0, 0]


@pytest.mark.parametrize("between", [0, 28, 29, 30, 31, 60, 61, 62, 63, 100])
def test_the_order_of_many_wants_is_exact(between: int) -> None:
    """However many wants stand against x below it, x decides first and y last."""
    wants = ", ".join(["x", *["not x"] * between, "y"])
    assert ranked(one_party(f"options: {{x: x, y: y}}, prefers: [{wants}]")) == [0, 2, 1, 3]


@pytest.mark.parametrize("place", [1, 30, 31, 62, 63, 64, 90])
def test_a_want_counts_at_any_place(place: int) -> None:
    """A want that alone tells states apart does so wherever it stands among ninety."""
    wants = ["x or not x"] * 90
    wants[place - 1] = "x"
    assert ranked(one_party(f"options: {{x: x}}, prefers: [{', '.join(wants)}]")) == [0, 1]


def test_weights_are_summed_exactly() -> None:
    """0.1 and 0.2 together are worth just what 0.3 is."""
    conflict = one_party("options: {x: x, y: y, z: z}, weights: {x: 0.1, y: 0.2, z: 0.3}")
    assert ranked(conflict) == [0, 1, 2, 3, 3, 4, 5, 6]


def test_weights_may_be_negative_large_and_small() -> None:
    """A millionth still tips what millions leave equal; an option without a weight is worth nothing."""
    party = "options: {x: x, y: y, z: z, w: w}, weights: {x: 999999.5, y: -999999.5, z: 0.000001}"
    conflict = one_party(party, "impossible: [w]")
    assert ranked(conflict) == [2, 4, 0, 2, 3, 5, 1, 3]


def test_a_ranking_with_ties() -> None:
    """The best outcome ranks highest; a list is a tie."""
    assert ranked(parse_text(STATES), 0) == [1, 2, 0]
    assert ranked(parse_text(STATES), 1) == [0, 1, 1]


def test_a_ranking_names_outcomes() -> None:
    """Where there are options, a ranking speaks of named outcomes; what it leaves out has no rank."""
    outcomes = "outcomes: {war: [], peace: [x, y], talks: [x]}"
    conflict = one_party("options: {x: x, y: y}, ranking: [peace, [talks, war]]", outcomes)
    assert ranked(conflict) == [0, 0, -1, 1]


def test_an_impossible_outcome_in_a_ranking_is_passed_over() -> None:
    """Ranking what cannot be does not disturb the rest."""
    more = "outcomes: {war: [], peace: [x]}\nimpossible: [x]"
    assert ranked(one_party("options: {x: x}, ranking: [peace, war]", more)) == [0]


def test_the_deciding_want() -> None:
    """The most important want that is true in one state and false in the other; none between equals."""
    conflict = two("")
    states, party = possible_states(conflict), conflict.parties["a"]

    def decides(one: list[str], two_: list[str]) -> str | None:
        want = deciding_want(party, states, states.find(one), states.find(two_))
        return want and want.id

    assert decides([], ["x", "y"]) == "a.1"
    assert decides(["x"], ["x", "y"]) == "a.2"
    assert decides(["x"], ["x", "z"]) is None


def test_no_want_decides_for_weights_or_rankings() -> None:
    """A party without wants has none to name."""
    conflict = parse_text(STATES)
    assert deciding_want(conflict.parties["a"], possible_states(conflict), 0, 1) is None
