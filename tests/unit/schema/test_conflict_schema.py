"""The schema of a conflict: what its fields say of themselves, shorthands, and what is derived."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from jirga.schema.conflict import Conflict, Outcome
from jirga.schema.wants import Want

MINIMAL = {"title": "t", "parties": {"a": {"name": "A", "options": {"x": "do x"}}}}


def conflict(**more: object) -> Conflict:
    """Make a conflict of one party and one option, and more."""
    return Conflict.model_validate(MINIMAL | more)


def test_the_least_a_conflict_says() -> None:
    """A title and a party; the rest is empty, and today is unknown."""
    least = conflict()
    assert (least.jirga, least.status_quo, least.no_deal, least.expect) == (1, None, None, ())
    for left_out in ("title", "parties"):
        with pytest.raises(ValidationError):
            Conflict.model_validate({key: value for key, value in MINIMAL.items() if key != left_out})
    with pytest.raises(ValidationError):
        conflict(parties={})


def test_shorthands() -> None:
    """Bare words stand for options, wants and rules; a list or a word for an outcome."""
    party = {"name": "A", "options": {"x": "do x", "y": {"says": "do y", "undo": "stop"}}, "prefers": ["x"]}
    full = conflict(
        parties={"a": party}, impossible=["x"], outcomes={"one": "x", "two": ["x", "y"], "none": []}
    )
    assert full.options["x"].says == "do x"
    assert full.options["y"].undo == "stop"
    assert full.parties["a"].prefers == (Want(want="x"),)
    assert full.impossible[0].when == "x"
    assert [one.taken for one in full.outcomes.values()] == [("x",), ("x", "y"), ()]
    assert conflict(outcomes={"one": {"taken": "x", "says": "war"}}).outcomes["one"] == Outcome(
        taken="x", says="war"
    )


def test_options_owners_and_wants_in_file_order() -> None:
    """What all parties have together keeps the order of the file."""
    parties = {
        "b": {"name": "B", "options": {"z": "z", "a": "a"}, "prefers": [{"want": "z", "id": "one"}]},
        "a": {"name": "A", "options": {"m": "m"}, "prefers": [{"want": "m", "id": "two"}]},
    }
    full = conflict(parties=parties)
    assert list(full.options) == ["z", "a", "m"]
    assert full.owner == {"z": "b", "a": "b", "m": "a"}
    assert list(full.wants) == ["one", "two"]


def test_options_or_states() -> None:
    """The names a formula may use are the options; or the states, where there are any."""
    assert (conflict().by_states, conflict().atoms) == (False, ("x",))
    by_states = conflict(states=["war", 2], parties={"a": {"name": "A"}})
    assert (by_states.by_states, by_states.atoms) == (True, ("war", "2"))
    assert conflict(states={"war": "as today"}).states == {"war": "as today"}


@pytest.mark.parametrize(
    ("basis", "assumed"),
    [
        (None, True),
        ("assumed", True),
        ("stated", False),
        ("reported", False),
        ("argued", False),
        ("inferred", False),
    ],
)
def test_what_counts_as_assumed(basis: str | None, assumed: bool) -> None:
    """Without a basis, or with that one, nobody is on record."""
    assert Want(want="x", basis=basis).assumed is assumed


@pytest.mark.parametrize("version", [2, 0, "2", True, None])
def test_only_this_version_is_read(version: object) -> None:
    """A file of another format is not guessed at."""
    with pytest.raises(ValidationError):
        conflict(jirga=version)


def test_every_field_says_what_it_is() -> None:
    """An editor shows one sentence for every key of the file."""
    schema = Conflict.model_json_schema()
    places = {"Conflict": schema} | schema["$defs"]
    keys = {
        f"{name}.{key}": field for name, one in places.items() for key, field in one["properties"].items()
    }
    assert {"Conflict.parties", "Party.prefers", "Want.want", "Replace.with", "OrderOf.is"} <= set(keys)
    assert [key for key, field in keys.items() if not field.get("description", "").endswith(".")] == []
