"""Times as spans of days."""

from __future__ import annotations

import datetime as dt

import pytest

from jirga.reading.periods import periods

SATURDAY = dt.date(2025, 3, 8)
TIMES = {
    "put out on March 2, 2025": ("2025-03-02", "2025-03-02"),
    "on 12 June 1995": ("1995-06-12", "1995-06-12"),
    "on 31.12.2024": ("2024-12-31", "2024-12-31"),
    "on Dec. 3": ("2024-12-03", "2024-12-03"),
    "in February": ("2025-02-01", "2025-02-28"),
    "in June last year": ("2024-06-01", "2024-06-30"),
    "In May 12 men died": ("2024-05-01", "2024-05-31"),
    "from July 1 to December 13, 2024, it": ("2024-07-01", "2024-12-13"),
    "March 3-7, 2025": ("2025-03-03", "2025-03-07"),
    "between January and March 2024": ("2024-01-01", "2024-03-31"),
    "in the first half of 2024": ("2024-01-01", "2024-06-30"),
    "the first six months of 2024": ("2024-01-01", "2024-06-30"),
    "in the 12 months to June 2024": ("2023-07-01", "2024-06-30"),
    "between 2014 and 2020": ("2014-01-01", "2020-12-31"),
    "in 2023": ("2023-01-01", "2023-12-31"),
    "last year": ("2024-01-01", "2024-12-31"),
    "Last week": ("2025-02-24", "2025-03-02"),
    "this year so far": ("2025-01-01", "2025-03-08"),
    "Earlier on Sunday": ("2025-03-02", "2025-03-02"),
    "on Saturday": ("2025-03-08", "2025-03-08"),
    "last Saturday": ("2025-03-01", "2025-03-01"),
    "Between Friday and Sunday": ("2025-02-28", "2025-03-02"),
    "Earlier this week": ("2025-03-03", "2025-03-08"),
    "over the past three days": ("2025-03-05", "2025-03-08"),
    "in the past 24 hours": ("2025-03-07", "2025-03-08"),
    "In recent weeks": (None, "2025-03-08"),
    "since March 3": ("2025-03-03", "2025-03-08"),
    "since the beginning of the year": ("2025-01-01", "2025-03-08"),
    "by the end of 2024": (None, "2024-12-31"),
    "in late February": ("2025-02-19", "2025-02-28"),
    "two weeks ago": ("2025-02-22", "2025-02-22"),
    "overnight": ("2025-03-07", "2025-03-08"),
    "over the weekend": ("2025-03-08", "2025-03-09"),
    "last weekend": ("2025-03-01", "2025-03-02"),
    "last March": ("2024-03-01", "2024-03-31"),
    "last November": ("2024-11-01", "2024-11-30"),
    "in the first half of February": ("2025-02-01", "2025-02-15"),
    "in the second half of February": ("2025-02-16", "2025-02-28"),
    "in January and February": ("2025-01-01", "2025-02-28"),
    "since the ceasefire broke down in January": ("2025-01-01", "2025-03-08"),
    "before the ceasefire of January": (None, "2025-01-31"),
    "before dawn on Thursday": ("2025-03-06", "2025-03-06"),
}


@pytest.mark.parametrize(("text", "expected"), TIMES.items(), ids=list(TIMES))
def test_one_time(text: str, expected: tuple[str | None, str]) -> None:
    """A time comes to its days, as seen from Saturday 8 March 2025."""
    (one,) = periods(text, SATURDAY)
    assert (one.first and str(one.first), one.last and str(one.last)) == expected


@pytest.mark.parametrize("text", ["they may march on", "the 2014 peace deal", "2,000 attacks", "12 people"])
def test_no_time(text: str) -> None:
    """Words and numbers that look like times are none."""
    assert periods(text, SATURDAY) == ()


def test_a_day_that_is_not() -> None:
    """There is no 30 February, and it is not guessed at."""
    assert all(one.grain != "day" for one in periods("on 30 February 2025", SATURDAY))
