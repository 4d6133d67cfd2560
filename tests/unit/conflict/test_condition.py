"""Conditions on issues: read, and cut into the boxes in which they are true."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jirga.conflict.bargaining.condition import MAX_BOXES, Box, read_condition
from jirga.conflict.formula import FormulaTrouble


def number(issue: str, value: str) -> float:
    """Every value is written as a number."""
    return float(value)


def inside(boxes: list[Box], at: dict[str, float]) -> bool:
    """Whether a point is in one of the boxes."""
    return any(all(low <= at[issue] <= high for issue, (low, high) in box.items()) for box in boxes)


@pytest.mark.parametrize(
    ("text", "boxes"),
    [
        ("posts <= 30", [{"posts": (0, 30)}]),
        ("posts<=30 & crossing>=50", [{"posts": (0, 30), "crossing": (50, 100)}]),
        ("posts >= 80 or politics >= 50", [{"posts": (80, 100)}, {"politics": (50, 100)}]),
        ("not posts >= 80", [{"posts": (0, math.nextafter(80, 0))}]),
        ("posts <= 30 and posts >= 40", []),
        ("not posts = 0", [{"posts": (math.nextafter(0, 1), 100)}]),
        ("posts > 10 implies crossing = 5", [{"posts": (0, 10)}, {"crossing": (5, 5)}]),
        ("true", [{}]),
        ("false", []),
    ],
)
def test_boxes(text: str, boxes: list[Box]) -> None:
    """Each case is a box; what cannot be true has none."""
    assert read_condition(text).boxes(number) == boxes


def test_settlements_by_name() -> None:
    """A value may be a settlement, in quotes where it has spaces."""
    places = {"open": 100.0, "half open": 50.0}
    found = read_condition('crossing >= "half open" and gate = open')
    assert found.boxes(lambda _, value: places[value]) == [{"crossing": (50, 100), "gate": (100, 100)}]


@pytest.mark.parametrize(
    "text", ["posts", "posts <=", "30 <= posts <= 40 50", "posts <= 30 and", "posts ~ 3", ""]
)
def test_no_condition(text: str) -> None:
    """What compares nothing, or stops early, is refused with an example."""
    with pytest.raises(FormulaTrouble, match="a condition is like"):
        read_condition(text)


def test_too_many_cases() -> None:
    """A condition that falls into very many cases is refused."""
    text = " and ".join(f"(a{n} >= 1 or b{n} >= 1)" for n in range(MAX_BOXES.bit_length()))
    with pytest.raises(FormulaTrouble, match="too many cases"):
        read_condition(text).boxes(number)


HOLDS: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}
JOINED: dict[str, Callable[[bool, bool], bool]] = {
    "and": operator.and_,
    "or": operator.or_,
    "implies": operator.le,
    "iff": operator.eq,
}
Told = tuple[str, Callable[[dict[str, float]], bool]]


def compared(issue: str, sign: str, value: int) -> Told:
    """A comparison as text, and what it means."""
    return f"{issue} {sign} {value}", lambda at: HOLDS[sign](at[issue], value)


def joined(one: Told, word: str, two: Told) -> Told:
    """Two conditions joined, as text, and what it means."""
    return f"({one[0]} {word} {two[0]})", lambda at: JOINED[word](one[1](at), two[1](at))


told = st.recursive(
    st.builds(compared, st.sampled_from("xy"), st.sampled_from(list(HOLDS)), st.integers(0, 4)),
    lambda inner: (
        st.builds(joined, inner, st.sampled_from(list(JOINED)), inner)
        | inner.map(lambda one: (f"not {one[0]}", lambda at: not one[1](at)))
    ),
    max_leaves=4,
)


@given(told)
def test_boxes_are_where_it_is_true(one: Told) -> None:
    """A point is in a box exactly where the condition is true, and in a box of the contrary elsewhere."""
    text, meant = one
    condition = read_condition(text)
    boxes, contrary = condition.boxes(number), condition.contrary(number)
    for x, y in product([0, 0.5, 1, 2, 2.5, 3, 4, 100], repeat=2):
        at = {"x": x, "y": y}
        assert inside(boxes, at) == meant(at)
        assert inside(contrary, at) == (not meant(at))


def test_the_hint_says_how_to_write_a_settlement_of_several_words() -> None:
    """Without quotation marks it is refused with how to write it, and so it is read."""
    with pytest.raises(FormulaTrouble, match="stands in quotation marks: channel = 'both together'"):
        read_condition("channel = both together")
    (one,) = read_condition("channel = 'both together'").comparisons
    assert (one.issue, one.sign) == ("channel", "=")
