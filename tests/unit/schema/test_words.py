"""The words of files: text, lists, ids, and what is not taken for them."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from jirga.schema.words import STANDARDS, Frozen, Id, Standards, Text, Texts, as_field


@pytest.mark.parametrize(
    ("value", "text"),
    [("peace", "peace"), (1917, "1917"), (0, "0"), (dt.date(2025, 3, 7), "2025-03-07"), ("", "")],
)
def test_text(value: object, text: str) -> None:
    """Words are words; a whole number and a date are read as they look."""
    assert TypeAdapter(Text).validate_python(value) == text


@pytest.mark.parametrize("value", [None, True, False, 1.5, ["a"], {"a": "b"}])
def test_what_is_no_text(value: object) -> None:
    """Nothing, truth, fractions, lists and mappings are not taken for words."""
    with pytest.raises(ValidationError):
        TypeAdapter(Text).validate_python(value)


@pytest.mark.parametrize(("value", "texts"), [("x", ("x",)), (5, ("5",)), ([], ()), (["x", 5], ("x", "5"))])
def test_texts(value: object, texts: tuple) -> None:
    """One item may stand where a list may."""
    assert TypeAdapter(Texts).validate_python(value) == texts


@pytest.mark.parametrize("value", [None, True, {"x": 1}, [None], [["x"]], [True]])
def test_what_is_no_list_of_texts(value: object) -> None:
    """A list holds words only."""
    with pytest.raises(ValidationError):
        TypeAdapter(Texts).validate_python(value)


@pytest.mark.parametrize("name", ["x", "_x", "Kabul", "NO", "x2", "a_b"])
def test_ids(name: str) -> None:
    """An id is letters, digits and underscores."""
    assert TypeAdapter(Id).validate_python(name) == name


@pytest.mark.parametrize("name", ["", "2x", "a b", "a-b", "a.b", "é", "x\n", " x", "a#b", 5, None])
def test_what_is_no_id(name: object) -> None:
    """An id that a formula could not hold plainly is refused, down to a line end."""
    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(name)


def test_standards_are_the_known_ones() -> None:
    """One standard or several of the six; none and unknown ones are refused."""
    assert STANDARDS == ("nash", "gmr", "smr", "seq", "sseq", "seq_best")
    assert TypeAdapter(Standards).validate_python("seq") == ("seq",)
    for value in ([], "NASH", ["nash", "core"]):
        with pytest.raises(ValidationError):
            TypeAdapter(Standards).validate_python(value)


def test_a_bare_text_may_stand_for_a_mapping() -> None:
    """The text becomes the one field; anything else is left for the schema to judge."""
    lift = as_field("want", Frozen).func
    assert lift("x") == {"want": "x"}
    assert lift(5) == {"want": 5}
    assert [lift(value) for value in (None, True, {"a": 1})] == [None, True, {"a": 1}]


def test_frozen_values() -> None:
    """A value does not change, compares by content, and refuses what it does not know."""

    class Point(Frozen):
        x: int = 0

    assert Point(x=1) == Point(x=1) != Point(x=2)
    with pytest.raises(ValidationError):
        Point(x=1).x = 2
    with pytest.raises(ValidationError):
        Point.model_validate({"z": 1})
    assert issubclass(Point, BaseModel)
