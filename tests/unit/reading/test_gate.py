"""Only words that stand in the text get in, with the numbers that stand in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jirga.reading.gate import admitted, found, number_inside, unbroken

TEXT = "PICSS said “55 civilians\nand 47 guards” died; 1,055 fled. It did not say where."


@pytest.mark.parametrize(
    "quote",
    [
        "55 civilians\nand 47 guards",
        "55 civilians and 47 guards",
        'said "55 civilians',
        "1,055 fled",
        "did not say",
    ],
)
def test_words_that_stand_there_are_found_and_given_as_the_text_has_them(quote: str) -> None:
    place = found(TEXT, quote)
    assert place is not None
    assert TEXT[place.start : place.end] == place.quote
    assert place.quote.split() == TEXT[place.start : place.end].split()


@pytest.mark.parametrize(
    "quote",
    [
        "5 civilians",
        "055 fled",
        "did say",
        "It did not really say",
        "56 civilians",
        "civilian",
        "1,05",
        "",
        "  ",
        "47 guards and 55 civilians",
        "Did not",
    ],
)
def test_anything_else_is_not_found(quote: str) -> None:
    assert found(TEXT, quote) is None


def test_a_later_whole_occurrence_is_found_where_an_earlier_one_is_cut() -> None:
    place = found("55 dead. 5 dead.", "5 dead")
    assert place is not None
    assert place.start == 9


@pytest.mark.parametrize(
    ("quote", "value", "inside"),
    [
        ("55 civilians", 55, True),
        ("1,055 fled", 1055, True),
        ("a dozen men", 12, True),
        ("two million people", 2_000_000, True),
        ("55 civilians", 5, False),
        ("no number", 3, False),
        ("several men", None, True),
    ],
)
def test_the_digits_of_a_claim_stand_in_its_quotation(quote: str, value: float | None, inside: bool) -> None:
    assert number_inside(quote, value) is inside


def test_what_is_refused_is_shown_with_its_reason() -> None:
    kept, refused = admitted(
        TEXT,
        [
            {"quote": "55 civilians", "value": 55},
            {"quote": "55 civilians", "value": 550},
            {"quote": "55 soldiers", "value": 55},
            {"value": 3},
            "nothing",
            {"quote": "47 guards", "value": "47"},
            {"quote": "47 guards", "casualties": [{"group": "security-forces", "killed": 74}]},
            {"quote": "47 guards", "casualties": "many"},
        ],
    )
    assert [place.quote for _, place in kept] == ["55 civilians"]
    assert [one.why for one in refused] == [
        "its number does not stand in the quotation",
        "not found in the text",
        "it quotes nothing",
        "it quotes nothing",
        "its number is not a number",
        "its number does not stand in the quotation",
        "its number is not a number",
    ]


@given(st.text(min_size=1, max_size=60), st.data())
def test_whole_stretches_of_any_text_are_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    place = found(text, text[start:end])
    if text[start:end].strip() and unbroken(text, start, end):
        assert place is not None
        assert place.quote == text[start:end]
    if place is not None:
        assert text[place.start : place.end] == place.quote


@given(
    st.text(alphabet="abc 12.,", min_size=3, max_size=40),
    st.text(alphabet="abc 12.,", min_size=3, max_size=10),
)
def test_what_is_found_differs_only_in_spaces(text: str, quote: str) -> None:
    place = found(text, quote)
    assert place is None or place.quote.split() == quote.split() or place.quote == quote
