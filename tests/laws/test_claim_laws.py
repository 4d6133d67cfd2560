"""Whatever the text, what is proposed of it stands in it word for word, and is the same the next time."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from jirga.reading.claims import claims

DAY = dt.date(2025, 3, 8)
WORDS = """The RSF|Iran|Afghan officials|said|denied|“we will not|accused|killed|two soldiers
in Bannu|on Friday|, which|backs|the Houthis|a bomb|went off|.|,|”|"|(TTP)|and|-backed|خیبر
’s|14|%|between|talks|He|its ally,"""
ODD = ["\x08", ".\n\n", "\r\n", "\u202e", "e\u0301\u0301", "\U0001f4a3", "\x00"]
PARTS = st.sampled_from([*ODD, *WORDS.replace("\n", "|").split("|")])
TEXTS = st.one_of(st.text(max_size=200), st.lists(PARTS, max_size=40).map(" ".join))


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_every_passage_and_name_slices_back(text: str) -> None:
    for some in claims(text, DAY):
        for one in some:
            for passage in one.passages:
                assert text[passage.start : passage.end] == passage.quote
            for place in (one.place, one.claimant):
                assert (
                    place is None or place.start is None or 0 <= place.start < (place.end or 0) <= len(text)
                )


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    assert claims(text, DAY) == claims(text, DAY)


def test_a_text_from_after_its_day_of_publication_is_read_all_the_same() -> None:
    text = (
        "On 18 June 2025 shells hit Goma. Since then ten people have been killed. Talks began since May 2026."
    )
    incidents, _, _ = claims(text, DAY)
    assert incidents
    assert all(
        one.period is None or one.period.end is None or one.period.start <= one.period.end
        for one in incidents
    )
