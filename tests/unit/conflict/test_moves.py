"""Moves: own options only, one-way options only forward, listed moves as listed."""

from __future__ import annotations

import pytest

from jirga.conflict.moves import moves, one_way_option, submasks
from jirga.conflict.states import possible_states
from jirga.schema.conflict import Conflict
from unit.conflict.texts import STATES, parse_text, two


def reach(conflict: Conflict, party: int, *taken: str) -> list[str]:
    """Where a party can move from a state, each target as its options taken."""
    states = possible_states(conflict)
    targets = moves(conflict, states).targets(party, states.find(taken))
    return [" ".join(states.taken(int(row))) for row in targets]


def test_a_party_changes_any_of_its_own_options() -> None:
    """One or both of its options, never another's, and staying is no move."""
    assert reach(two(""), 0) == ["x", "y", "x y"]
    assert reach(two(""), 0, "x", "z") == ["z", "y z", "x y z"]
    assert reach(two(""), 1, "x", "z") == ["x"]


@pytest.mark.parametrize(
    ("one_way", "taken", "expected"),
    [
        ("[x]", "", ["x", "y", "x y"]),
        ("[x]", "x", ["x y"]),
        ("[x]", "x y", ["x"]),
        ("[not x]", "", ["y"]),
        ("[not x]", "x", ["", "y", "x y"]),
        ("[x, not y]", "x y", ["x"]),
        ("[x, not y]", "x", []),
        ("[x, not y]", "y", ["", "x", "x y"]),
        ("[x, not x]", "", ["y"]),
        ("[x, not x]", "x", ["x y"]),
    ],
)
def test_one_way_options(one_way: str, taken: str, expected: list) -> None:
    """`x` once taken stays; `not x` once dropped stays dropped; with both it never changes."""
    assert reach(two(f"one_way: {one_way}"), 0, *taken.split()) == expected


def test_impossible_targets_are_no_moves() -> None:
    """A state that is ruled out cannot be moved to, but may be passed over in one step."""
    assert reach(two("impossible: [x and not y]"), 0) == ["y", "x y"]
    assert reach(two("impossible: [x and z]"), 1, "x") == []


def test_moves_are_undone_where_nothing_is_one_way() -> None:
    """Without one-way options whoever can go can come back."""
    conflict = two("impossible: [x and y]")
    states = possible_states(conflict)
    laid = moves(conflict, states)
    for party in (0, 1):
        for row in range(len(states)):
            assert all(row in laid.targets(party, int(there)) for there in laid.targets(party, row))


def test_listed_moves() -> None:
    """In a conflict by states exactly the listed moves are there, and only in the direction listed."""
    assert reach(parse_text(STATES), 0, "start") == ["deal", "war"]
    assert reach(parse_text(STATES), 0, "deal") == []
    assert reach(parse_text(STATES), 1, "war") == ["deal"]
    assert reach(parse_text(STATES), 1, "deal") == []


def test_listed_moves_to_itself_twice_or_to_the_impossible_are_none() -> None:
    """A move to the same state, the same move again and a move to a ruled-out state do not count."""
    text = STATES.replace("start: [deal, war]", "start: [war, start, war, deal]")
    assert reach(parse_text(text), 0, "start") == ["deal", "war"]
    assert reach(parse_text(text + "impossible: [deal]"), 0, "start") == ["war"]


def test_submasks() -> None:
    """All subsets of some bits, smallest first."""
    assert submasks(0b101).tolist() == [0b000, 0b001, 0b100, 0b101]
    assert submasks(0).tolist() == [0]
    assert submasks(1 << 61).tolist() == [0, 1 << 61]


def test_a_line_of_one_way() -> None:
    """The option, and whether it is one that can only be dropped."""
    assert one_way_option("x") == ("x", False)
    assert one_way_option(" not  x ") == ("x", True)
