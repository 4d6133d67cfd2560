"""What holds of any figures: intervals by brute force, tracing whatever the order, undo whatever was done."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases_made import small_case
from figured import document, source
from jirga.case import Case
from jirga.figures.between import between_checks
from jirga.figures.finding import FLAGGED
from jirga.figures.interval import Interval, interval
from jirga.figures.travelled import traced
from jirga.review.sitting import Sitting, waiting
from jirga.schema.record import Amount

TICKS = [tick / 2 for tick in range(-2, 26)]
ENDS = st.integers(0, 10)
INTERVALS = st.builds(
    lambda ends, opened: Interval(min(ends), max(ends), *(opened if ends[0] != ends[1] else (False, False))),
    st.tuples(ENDS, ENDS),
    st.tuples(st.booleans(), st.booleans()),
)
BOUNDS = ("exact", "at_least", "more_than", "at_most", "less_than", "about", "nearly", "up_to")
DOCUMENTS = [document(name, published=f"2025-03-0{day}") for day, name in enumerate("abc", start=1)]
FIGURES = st.lists(
    st.builds(
        lambda number, value, bound, place, doc: source(
            value, "civilians", at=number, bound=bound, place=place, doc=doc, claimant="PICSS"
        ),
        st.integers(0, 10_000),
        st.sampled_from([5, 55, 56]),
        st.sampled_from(BOUNDS),
        st.sampled_from(["Quetta", "Kurram"]),
        st.sampled_from(DOCUMENTS),
    ),
    max_size=8,
    unique_by=lambda one: (one.figure.main.start, one.document.id),
)


def numbers(one: Interval) -> set[float]:
    """List the half numbers in an interval, by its definition."""
    return {
        tick
        for tick in TICKS
        if (tick > one.low or (tick == one.low and not one.low_open))
        and (tick < one.high or (tick == one.high and not one.high_open))
    }


@given(INTERVALS, INTERVALS)
def test_intervals_are_sets_of_numbers(one: Interval, other: Interval) -> None:
    """Meeting, being inside and being below are what they are of the numbers in them."""
    first, second = numbers(one), numbers(other)
    assert one.meets(other) == bool(first & second)
    assert one.inside(other) == (first <= second)
    assert one.below(other) == all(a < b for a, b in product(first, second))


@given(INTERVALS, INTERVALS)
def test_sums_and_differences(one: Interval, other: Interval) -> None:
    """A sum holds the sum of any two numbers, a difference the difference, and nothing beyond the ends."""
    for a, b in product(numbers(one), numbers(other)):
        assert Interval(a + b, a + b).inside(one + other)
        assert Interval(a - b, a - b).inside(one - other)
    assert ((one + other).low, (one + other).high) == (one.low + other.low, one.high + other.high)


@given(st.integers(0, 10**9), st.sampled_from(BOUNDS))
def test_bounds(value: int, bound: str) -> None:
    """'At least' has the number in it, 'more than' has not; nothing is beyond its own bound."""
    found = interval(Amount.model_validate({"value": value, "bound": bound}))
    has = Interval(value, value).inside(found)
    assert has == (bound not in {"more_than", "less_than", "nearly"})
    if bound in {"at_least", "more_than"}:
        assert found.low == value
    if bound in {"at_most", "up_to", "less_than", "nearly"}:
        assert found.high == value


@given(FIGURES, st.randoms(use_true_random=False))
def test_tracing_does_not_hang_on_the_order(some: list, mixed: object) -> None:  # type: ignore[type-arg]
    """However figures are put in, each has one oldest source, which is its own; every change is told once."""
    found = {one.one.id: (one.first.id, one.changes) for one in traced(some)}
    shuffled = list(some)
    mixed.shuffle(shuffled)  # type: ignore[attr-defined]
    again = traced(shuffled)
    assert {one.one.id: (one.first.id, one.changes) for one in again} == found
    assert len(found) == len(some)
    for first, changes in found.values():
        assert found[first][0] == first
        assert len(set(changes)) == len(changes)
    told = [one for one in between_checks(again) if one.flagged]
    assert {one.of for one in told} == {one.one.id for one in again if one.verdict in FLAGGED}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A wire, and a blog that copies it; whatever is judged in it is taken back."""
    return small_case(tmp_path_factory.mktemp("undone") / "talks")


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from(["accepted", "rejected", "unsure", "skip", "undo"]), max_size=10))
def test_undo_takes_everything_back(case: Case, keys: list[str]) -> None:
    """After any keys, undone to the end, every claim is as it was; the log has only grown, and is whole."""
    before, log = case.claims(), case.verify().entries
    here = Sitting(case, "ana", lambda: "2025-03-08T10:00:00Z", waiting(case))
    for key in keys:
        if key == "undo":
            here.undo()
        elif not here.over:
            here.skip() if key == "skip" else here.judge(key)  # type: ignore[arg-type]
    assert len(list(iter(here.undo, None))) <= len(keys)
    assert (case.claims(), here.at) == (before, 0)
    after = case.verify()
    assert after.troubles == ()
    assert after.entries >= log
