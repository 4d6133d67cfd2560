"""The states that can be: which, in what order, and when there are too many."""

from __future__ import annotations

import pytest

from jirga.conflict.states import MAX_STATES, possible_states, refuse_if_too_many
from jirga.errors import TooLarge
from jirga.schema.conflict import Conflict
from unit.conflict.texts import STATES, one_party, parse_text, two


def many(options: int, *rules: str) -> Conflict:
    """One party with options o0, o1, ... and rules of impossibility."""
    party = {"name": "A", "options": {f"o{place}": "x" for place in range(options)}}
    return Conflict(title="t", parties={"a": party}, impossible=rules)


def test_every_combination_in_order_of_its_code() -> None:
    """Option k is bit k; without rules all combinations are there."""
    states = possible_states(two(""))
    assert (states.atoms, states.codes.tolist()) == (("x", "y", "z"), list(range(8)))


def test_rules_leave_states_out() -> None:
    """States in which any rule is true are gone; several rules add up."""
    assert possible_states(two("impossible: [x and y, z and not x]")).codes.tolist() == [0, 1, 2, 5]


@pytest.mark.parametrize(
    ("rule", "codes"), [("true", []), ("false", [0, 1]), ("not x", [1]), ("x or not x", [])]
)
def test_rules_without_options_or_of_one(rule: str, codes: list) -> None:
    """A rule that is always true leaves nothing, one that is never true leaves everything."""
    assert possible_states(one_party("options: {x: x}", f"impossible: ['{rule}']")).codes.tolist() == codes


def test_states_by_name_keep_their_order() -> None:
    """In a conflict given by states each is there by itself, unless a rule names it."""
    assert possible_states(parse_text(STATES)).atoms == ("start", "deal", "war")
    left = possible_states(parse_text(STATES + "impossible: [deal]"))
    assert [left.taken(row) for row in range(len(left))] == [("start",), ("war",)]
    assert (left.find(["war"]), left.find(["deal"])) == (1, None)
    assert left.truth("not start").tolist() == [False, True]


def test_find_and_taken_are_each_others_inverse() -> None:
    """A row's options find the row, in whatever order and however often they are named."""
    states = possible_states(two("impossible: [x and y]"))
    for row in range(len(states)):
        assert states.find(states.taken(row)) == row
    assert states.taken(states.find(["z", "x", "z"])) == ("x", "z")
    assert (states.find([]), states.find(["x", "y"])) == (0, None)


def test_truth_of_a_formula_over_states() -> None:
    """An atom is true where its option is taken."""
    states = possible_states(two("impossible: [x and y]"))
    assert [states.taken(row) for row in states.truth("z and not x").nonzero()[0]] == [("z",), ("y", "z")]


def test_many_options_and_few_states() -> None:
    """Forty options, each taken only after the one before it, make forty-one states."""
    chain = [f"o{place} and not o{place - 1}" for place in range(1, 40)]
    states = possible_states(many(40, *chain))
    assert states.codes.tolist() == [2**taken - 1 for taken in range(41)]
    assert states.taken(40)[-1] == "o39"


def test_the_last_of_62_options_fits() -> None:
    """All 62 bits of a code are used."""
    states = possible_states(many(62, *(f"o{place} and not o{place - 1}" for place in range(1, 62))))
    assert (len(states), int(states.codes[-1])) == (63, 2**62 - 1)


def test_more_options_than_bits_are_refused() -> None:
    """Sixty-three options are too many whatever the rules."""
    with pytest.raises(TooLarge, match="63 options are more than 62"):
        possible_states(many(63))


@pytest.mark.parametrize(("options", "count"), [(24, "16,777,216"), (40, "1,099,511,627,776")])
def test_too_many_states_are_refused_with_what_would_help(options: int, count: str) -> None:
    """The refusal counts the states and names the limit, before they fill the memory."""
    with pytest.raises(TooLarge) as caught:
        possible_states(many(options))
    assert caught.value.what.startswith(
        f"{options} options make up to {count} states; at most {MAX_STATES:,}"
    )
    assert "rule out combinations" in caught.value.hint


def test_as_many_states_as_the_limit_are_solved() -> None:
    """The limit itself is not too many; one more is."""
    refuse_if_too_many(MAX_STATES, 21, 22)
    with pytest.raises(TooLarge):
        refuse_if_too_many(MAX_STATES + 1, 21, 22)
