"""Numbers and their bounds."""

from __future__ import annotations

import pytest

from jirga.reading.numbers import in_words, quantities

VALUES = {
    "600 attacks": (600, None, "exact"),
    "more than 600 attacks": (600, None, "more_than"),
    "at least another 12": (12, None, "at_least"),
    "no fewer than 45": (45, None, "at_least"),
    "fewer than 10": (10, None, "less_than"),
    "up to 300": (300, None, "up_to"),
    "as many as 30": (30, None, "up_to"),
    "nearly $42 million": (42_000_000, None, "nearly"),
    "some 300 men": (300, None, "about"),
    "an estimated 1.2 million": (1_200_000, None, "about"),
    "500+ fighters": (500, None, "more_than"),
    "120 or more": (120, None, "at_least"),
    "only two": (2, None, "exact"),
    "a dozen men": (12, None, "exact"),
    "two dozen": (24, None, "exact"),
    "12 lakh people": (1_200_000, None, "exact"),
    "1,20,000 people": (120_000, None, "exact"),
    "Rs 2.5 crore": (25_000_000, None, "exact"),
    "12 000 people": (12_000, None, "exact"),
    "half a million": (500_000, None, "exact"),
    "10-15 rebels": (10, 15, "range"),
    "15 to 20 percent": (15, 20, "range"),
    "between 3,000 and 5,000": (3000, 5000, "range"),
    "$2-3 million": (2_000_000, 3_000_000, "range"),
    "more than doubled": (2, None, "more_than"),
    "nearly half of": (0.5, None, "nearly"),
    "tens of thousands of": (None, None, "vague"),
    "several villages": (None, None, "vague"),
}


@pytest.mark.parametrize(("text", "expected"), VALUES.items(), ids=list(VALUES))
def test_one_number(text: str, expected: tuple[float | None, float | None, str]) -> None:
    """A number is read with its bound."""
    (one,) = quantities(text)
    assert (one.value, one.high, one.bound) == expected


def test_a_rise_is_no_range() -> None:
    """From this to that is two numbers."""
    assert [one.value for one in quantities("rose from 10 to 15")] == [10, 15]


@pytest.mark.parametrize("text", ["AK-47 and F-16", "S/2025/71", "MH17"])
def test_names_hold_no_number(text: str) -> None:
    """Digits inside a name are no number."""
    assert quantities(text) == ()


def test_numbers_in_words() -> None:
    """Words add up as they are said."""
    assert in_words("two hundred and forty-five thousand") == 245_000
    assert in_words("one and a half million") == 1_500_000
