"""What a person types for a field, and the claim that comes of it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cases_made import WIRE, wire_claims
from jirga.errors import CaseTrouble, InputError, UnknownName
from jirga.review.correcting import corrected, fields_of
from jirga.review.lines import in_short, lines
from jirga.schema.record import AnyClaim, Incident, Stance, Tie

PASSAGE = [{"start": 0, "end": 9, "quote": "ISLAMABAD"}]
INCIDENT = Incident.model_validate({"passages": PASSAGE, "type": "border_closure", "actor1": "Pakistan"})
STANCE = Stance.model_validate({"passages": PASSAGE, "speaker": "Kabul", "topic": "the post"})
TIE = Tie.model_validate({"passages": PASSAGE, "source": "Kabul", "relation": "funds", "target": "TTP"})


def said(field: str, text: str, claim: AnyClaim | None = None) -> Any:
    """Give what a field is after it was typed anew."""
    after = corrected(claim or wire_claims()[1], field, text, WIRE)
    return getattr(after, {"said": "modality", "amount": "value", "words": "main"}.get(field, field))


@pytest.mark.parametrize(
    ("text", "value", "bound", "high"),
    [
        ("600", 600, "exact", None),
        ("more than 1,200", 1200, "more_than", None),
        ("over 5", 5, "more_than", None),
        ("6000-6500", 6000, "range", 6500),
        ("6,000 to 6,500", 6000, "range", 6500),
        ("nearly 42 million", 42_000_000, "nearly", None),
        ("2.5 lakh", 250_000, "exact", None),
        ("at least 3k", 3000, "at_least", None),
        ("dozens", None, "vague", None),
    ],
)
def test_amounts(text: str, value: float | None, bound: str, high: float | None) -> None:
    """Amounts as people write them."""
    after = corrected(wire_claims()[1], "amount", text, WIRE)
    assert (after.value, after.bound, after.value_high) == (value, bound, high)  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["", "many", "more", "1 2", "six", "600 dead", "approximately 6"])
def test_no_amounts(text: str) -> None:
    """What is no amount is refused, with what to write."""
    with pytest.raises(CaseTrouble, match="is no amount"):
        said("amount", text)


def test_periods() -> None:
    """Days, months, open ends, and none."""
    months = said("period", "2025-02")
    assert (str(months.start), str(months.end)) == ("2025-02-01", "2025-02-28")
    opened = said("period", "2025-02-21/..")
    assert (str(opened.start), opened.end) == ("2025-02-21", None)
    assert str(said("period", "../2025-02-21").end) == "2025-02-21"
    assert str(said("period", "2025-02/2025-03").end) == "2025-03-31"
    assert said("period", "-") is None
    for wrong in ("soon", "2025-13", "2025-03/2025-02"):
        with pytest.raises(CaseTrouble):
            said("period", wrong)


def test_names() -> None:
    """A name is stated where its words stand near the claim, inferred where they do not, and can be none."""
    place = said("place", "KP province")
    assert (place.kind, WIRE[place.start : place.end]) == ("stated", "KP province")
    assert said("place", "Punjab").kind == "inferred"
    assert said("place", "-") is None
    assert [one.name for one in said("via", "Reuters; Dawn")] == ["Reuters", "Dawn"]


def test_one_of_some_words() -> None:
    """The beginning of a word is enough if it is that of one only."""
    assert said("said", "hed") == "hedged"
    assert said("unit", "killed or injured") == "killed_or_injured"
    with pytest.raises(CaseTrouble, match="is no unit"):
        said("unit", "d")
    with pytest.raises(CaseTrouble, match="did you mean 'denied'"):
        said("said", "deneid")


def test_words() -> None:
    """The claim's own words are found where they stand nearest, and only word for word."""
    main = said("words", "55 civilians and 47 soldiers")
    assert WIRE[main.start : main.end] == main.quote == "55 civilians and 47 soldiers"
    with pytest.raises(CaseTrouble, match="does not stand in the text"):
        said("words", "56 civilians")


def test_other_kinds() -> None:
    """Incidents, stances and ties have fields of their own."""
    harmed = corrected(
        INCIDENT, "casualties", "civilians: killed 3, injured at least 5; soldiers: killed 1", WIRE
    )
    assert in_short(harmed) == (
        "border closure: Pakistan: civilians: killed 3, injured at least 5; soldiers: killed 1"
    )
    assert corrected(STANCE, "stance", "opp", WIRE).stance == "oppose"  # type: ignore[union-attr]
    assert corrected(STANCE, "quoted", "yes", WIRE).quoted is True  # type: ignore[union-attr]
    assert corrected(TIE, "status", "claimed", WIRE).status == "claimed"  # type: ignore[union-attr]
    with pytest.raises(CaseTrouble):
        corrected(INCIDENT, "casualties", "killed 3", WIRE)
    with pytest.raises(CaseTrouble, match="speaker cannot be '-'"):
        corrected(STANCE, "speaker", "-", WIRE)
    with pytest.raises(UnknownName, match="no field is called 'unit'"):
        corrected(TIE, "unit", "deaths", WIRE)


@pytest.mark.parametrize("claim", [*wire_claims(), INCIDENT, STANCE, TIE], ids=lambda one: one.main.quote)
def test_what_is_shown_can_be_typed(claim: AnyClaim) -> None:
    """Every field shown, typed again as it is shown, changes nothing but how a name is known."""
    shown = {one.name: one.value for one in lines(claim, WIRE)} | {"words": claim.main.quote}
    assert tuple(shown) == fields_of(claim)
    for name, value in shown.items():
        if value:
            after = corrected(claim, name, value, WIRE)
            again = {one.name: one.value for one in lines(after, WIRE)} | {"words": after.main.quote}
            assert again == shown


@pytest.mark.parametrize("field", fields_of(wire_claims()[0]))
def test_nonsense_is_one_line(field: str) -> None:
    """Whatever is typed into a field, it is taken or refused in words; never anything else."""
    for text in ("\x00", "؟؟", "9" * 400, "1e999", "{}", "a" * 3000):
        told = refusal(field, text)
        assert not re.search(r"pydantic|validation|literal_error", told), told


def refusal(field: str, text: str) -> str:
    """Say why what was typed is refused; nothing if it is taken."""
    try:
        corrected(wire_claims()[0], field, text, WIRE)
    except InputError as trouble:
        return str(trouble)
    return ""
