"""What holds of any text whatever: words slice back, offsets stay, nothing breaks."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jirga.reading.figures import figures
from jirga.reading.numbers import quantities
from jirga.reading.periods import periods
from jirga.reading.sentences import plain, sentences

DAY = dt.date(2025, 3, 7)
PIECES = [
    "At least 12 people",
    " were killed ",
    "in Nyala",
    " on Friday",
    ", police said",
    ".",
    "\n",
    "\n\n",
    " ",
    "١٢٣",
    "हज़ार",
    "\u202e",
    "é",
    "ﷺ",
    "İstanbul",
    "ß",
    "\u2028",
    "“quoted”",
    "$3.5 million",
    "between 10 and 15",
    "May 12",
    "since 2021",
    "according to",
    "the army",
    "55%",
    "(PICSS)",
    "\x00",
    "🕊",
    "and",
    "more than doubled",
    "two-thirds of",
    "1,20,000",
    "99999999999999999999999999999999999999999999",
    "one hundred",
    "from 57 to 47",
    "29 February",
    "next week",
    "--",
    "�",
    "N",
    "None of",
    "the town",
    "he said",
    "so far",
    "of the 13 million",
]
few = settings(max_examples=80, deadline=None)
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


@few
@given(texts)
def test_words_slice_back(text: str) -> None:
    """Every figure's words, place and source are the text's own, sign for sign."""
    for one in figures(text, DAY):
        assert text[one.main.start : one.main.end] == one.main.quote
        assert one.main.quote.strip() == one.main.quote
        assert (one.value is None) == (one.bound == "vague") == bool(one.vague)
        for mention in (one.place, one.claimant):
            if mention and mention.start is not None:
                assert mention.kind == "stated"
                assert text[mention.start : mention.end].strip()


@few
@given(texts)
def test_sentences_lie_in_order(text: str) -> None:
    """Sentences do not overlap, lose no sign that is not a space, and are the text with plain quotes."""
    found = sentences(text)
    kept = plain(text)
    assert len(kept) == len(text)
    ends = [0, *(one.end for one in found)]
    starts = [*(one.start for one in found), len(text)]
    assert all(not kept[end:start].strip() for end, start in zip(ends, starts, strict=True))
    assert all(one.text == kept[one.start : one.end] for one in found)


@few
@given(texts, st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_times_run_forwards(text: str, day: dt.date) -> None:
    """No time ends before it begins, and each stands where it says."""
    for one in periods(plain(text), day):
        assert 0 <= one.start < one.end <= len(text)
        assert one.first is None or one.last is None or one.first <= one.last


@few
@given(st.integers(0, 10**12))
def test_digits_are_read(number: int) -> None:
    """A number with separators has its value."""
    (one,) = quantities(f"about {number:,} people")
    assert (one.value, one.bound) == (number, "about")


@few
@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_ranges_have_two_ends(low: int, more: int) -> None:
    """Between this and that has both."""
    (one,) = quantities(f"between {low} and {low + more} people")
    assert (one.value, one.high, one.bound) == (low, low + more, "range")


@pytest.mark.parametrize(
    "text",
    ["1 " * 700, "killed " * 700, "two and " * 700, "(" * 9000, "A" * 9000, "one hundred " * 500],
    ids=len,
)
def test_hostile_texts_end(text: str) -> None:
    """Text that repeats one thing is read in a time that is no cause for alarm."""
    start = time.process_time()
    figures(text, DAY)
    assert time.process_time() - start < 10
