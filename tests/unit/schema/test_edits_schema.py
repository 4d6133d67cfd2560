"""The schema of variants and expectations: each kind is known by its own key."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from jirga.schema import edits
from jirga.schema.expected import kinds as expectations

VARIANT, EXPECTATION = TypeAdapter(edits.Variant), TypeAdapter(expectations.Expectation)


EDITS = {
    "replace": {"with": "y", "basis": "stated", "cite": ["s#1"]},
    "drop": {},
    "move": {"before": "a.2"},
    "insert": {"party": "a"},
    "impossible": {"why": "so"},
    "possible": {},
    "status_quo": {},
    "one_way": {},
    "reversible": {},
    "option": {"party": "a", "says": "do x"},
    "consent": {"needs": ["a", {"any_of": ["b", "c"]}]},
    "red_line": {"red_line": {"party": "a", "issue": "x", "max": [10, 20, 30]}},
    "take": {},
    "drop_linkage": {},
}


@pytest.mark.parametrize("key", edits.KINDS)
def test_kinds_of_edits(key: str) -> None:
    """Every kind is read from its key, and what is written back reads the same."""
    (read,) = VARIANT.validate_python([{key: "x"} | EDITS[key]]).edits
    assert type(read) is edits.KINDS[key]
    (again,) = VARIANT.validate_python([read.model_dump(by_alias=True, exclude_defaults=True)]).edits
    assert again == read


@pytest.mark.parametrize(
    "written", [{"remove": "a.1"}, {}, "drop", None, {"replace": "a.1"}, {"drop": "a", "move": "b"}]
)
def test_what_is_no_edit(written: object) -> None:
    """A kind nobody knows, half an edit and two in one are refused."""
    with pytest.raises(ValidationError):
        VARIANT.validate_python([written])


def test_a_list_of_edits_is_a_variant() -> None:
    """The list may stand alone, or beside words and what it builds on."""
    drop = edits.Drop(drop="a.1")
    assert VARIANT.validate_python([{"drop": "a.1"}]) == edits.Edits(edits=(drop,))
    written = {"says": "if so", "builds_on": "v", "edits": [{"drop": "a.1"}]}
    assert VARIANT.validate_python(written) == edits.Edits(says="if so", builds_on=("v",), edits=(drop,))


BY = {"by": "nash"}
EXAMPLES = {
    "holds": BY,
    "holds_not": BY,
    "leaves": {"who": "a"} | BY,
    "nothing_holds_with": BY,
    "nothing_attainable_holds_with": BY,
    "joint_improvement": {"of": ["a", "b"]},
    "attainable": {},
    "not_attainable": {"steps": "alone"},
    "prefers": {"to": "war", "who": "a"},
    "impossible": {},
    "only_these_hold": BY,
    "stable_for": {"states": ["war"]} | BY,
    "moves_of": {"start": "war", "reach": []},
    "order_of": {"is": [["war"], "deal"]},
    "holds_against_coalitions": {"by": "cnash"},
    "coalition_breaks": {"of": "a", "by": ["cseq"]},
    "coalition_moves": {"start": "war", "reach": []},
    "coalitions_stay": {"coalitions_stay": [["a", "b"], ["c"]], "states": ["war"], "by": "cgmr"},
    "evolves_to": {},
    "inverse_count": {"vary": "a", "count": 3} | BY,
    "simultaneously_stable": {"by": "fraser_hipel"},
    "strongly_holds": {"by": "gmr"},
    "weakly_holds": {"by": ["seq"]},
    "holds_if_unknown": {"form": "a"} | BY,
    "fails_if_unknown": {"form": ["a", "d"]} | BY,
    "holds_however_settled": BY,
    "passes": {},
    "fails": {},
    "blocks": {},
    "delivered_by": {"delivered_by": ["a"], "issues": ["posts"]},
    "room": {"zone": [25, 30]},
    "gap": {"is": 20},
    "open": {"share": [0, 1]},
    "never_fires": {},
    "flipped": {"by": "nash", "edits": 1},
    "changes": {"under": "v", "because": "a.1"},
    "would_move": {"results": []},
    "holds_in_readings": {"share": [0, 1]},
    "could_break": {"who": "a"},
    "rests_on": {},
    "holds_for_the_whole": BY,
    "fails_for_the_whole": BY,
    "holds_as_seen_by": {"outcome": "war"} | BY,
    "surprises": {"with": "war"},
}


@pytest.mark.parametrize("key", expectations.KINDS)
def test_kinds_of_expectations(key: str) -> None:
    """Every kind is read from its key, may name a variant, and asks for all that it needs."""
    written = {key: "x", "variant": "v", "says": "so"} | EXAMPLES[key]
    read = EXPECTATION.validate_python(written)
    assert type(read) is expectations.KINDS[key]
    assert (read.variant, read.says) == ("v", "so")
    for needed in set(EXAMPLES[key]) - {"steps"}:
        with pytest.raises(ValidationError):
            EXPECTATION.validate_python({name: value for name, value in written.items() if name != needed})


def test_an_expectation_defaults_to_steps_together() -> None:
    """Getting somewhere means together, unless the line says otherwise."""
    assert EXPECTATION.validate_python({"attainable": "x"}).steps == "together"


@pytest.mark.parametrize(
    "written",
    [
        *({"hold": "x"}, {}, "holds", None, {"holds": "x", "by": "core"}),
        *({"joint_improvement": "x", "of": []}, {"holds_against_coalitions": "x", "by": "nash"}),
        {"holds_against_coalitions": "x", "by": "cnash", "largest": 0},
        {"holds_against_coalitions": "x", "by": "cnash", "largest": True},
        {"coalitions_stay": ["a", "b"], "states": [], "by": "cnash"},
        {"inverse_count": "x", "vary": "a", "by": "nash", "count": -1},
    ],
)
def test_what_is_no_expectation(written: object) -> None:
    """A kind, a standard or a party list that is not there is refused."""
    with pytest.raises(ValidationError):
        EXPECTATION.validate_python(written)
