"""Laws of the record: over odd texts in any script, every offset gives its words and the log is whole."""

from __future__ import annotations

import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jirga.case import Case, new_case, open_case
from jirga.case.describing import all_marks
from jirga.record.extraction import Extracted
from jirga.record.folding import folded, words
from jirga.record.near import sketch
from jirga.record.passages import cut, misplaced
from jirga.record.register import alike
from jirga.schema.record import Figure, Passage
from recorded import ME, added

SIGNS = "aé.!? \n\r\t\u0301\u0654\u200d\u200f\u202e\u2066\u2028\ufeff\U0001f1f5طورخم کی خيبر۵काबुल से"
SIGNS += "\U0001f468\u200d\U0001f469ﷺßİ\x0b\x85\ufffd''\""
ODD = st.sampled_from(SIGNS)
TEXTS = st.one_of(
    st.lists(ODD, min_size=1, max_size=60).map("".join),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=80),
).filter(
    lambda text: text.strip(" \n\r\t\v\f\x85\u2028\u2029\ufeff\x1c\x1d\x1e\x1f\xa0") and not text.isspace()
)


@contextmanager
def fresh() -> Iterator[Case]:
    """A case in a folder that goes away."""
    folder = Path(tempfile.mkdtemp())
    try:
        yield new_case(folder / "case")
    finally:
        shutil.rmtree(folder)


def kept(case: Case, text: str) -> str:
    """Add a text and give its document's name."""
    path = case.folder / "briefs" / "odd.txt"
    path.write_bytes(text.encode("utf-8"))
    return added(case, path).document.name


@given(TEXTS)
def test_every_cut_gives_its_words(text: str) -> None:
    """Whatever the text, its sentences are cut where their words stand, one after the other."""
    cuts = [cut(text, start, end) for _, start, end in all_marks(Extracted(text, "text", "1", {}))]
    assert misplaced(cuts, text) == []
    assert all(text[one.start : one.end] == one.quote for one in cuts)
    assert all(one.end <= other.start for one, other in pairwise(cuts))


@pytest.mark.slow
@given(TEXTS, st.data())
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
def test_every_offset_gives_its_words(text: str, data: st.DataObject) -> None:
    """Whatever the text, its passages and any claim on it slice back exactly, now and when opened again."""
    with fresh() as case:
        name = kept(case, text)
        stored = case.text(name)
        assert stored == text.removeprefix("\ufeff")
        start = data.draw(st.integers(0, len(stored) - 1))
        end = data.draw(st.integers(start + 1, len(stored)))
        claim = Figure(passages=(Passage(start=start, end=end, quote=stored[start:end]),), value=1)
        (new,) = case.propose([claim], document=name, **ME).new
        again = open_case(case.folder)
        assert again.claim(new).claim.main.quote == stored[start:end]
        for one in again.passages(name).values():
            assert stored[one.start : one.end] == one.quote
            assert one.quote.strip()
        assert again.verify().troubles == ()


@pytest.mark.slow
@given(TEXTS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
def test_every_word_is_found_again(text: str) -> None:
    """Each word of a passage finds that passage."""
    with fresh() as case:
        name = kept(case, text)
        for mark, one in list(case.passages(name).items())[:3]:
            for word in words(one.quote)[:5]:
                assert mark in {hit.ref for hit in case.search(word, limit=1000)}, word


@given(st.text(max_size=60))
def test_folding_settles(text: str) -> None:
    """A key folded again stays itself, and whether letters are composed does not matter."""
    key = folded(text)
    assert folded(key) == key
    assert folded(unicodedata.normalize("NFC", text)) == folded(unicodedata.normalize("NFD", text))
    assert "  " not in key


@given(st.lists(st.text("abc", min_size=1, max_size=5), min_size=1, max_size=4), st.randoms())
def test_likeness(name: list[str], chance: object) -> None:
    """A name is wholly like itself in any order, and likeness lies between 0 and 100."""
    shuffled = sorted(name, key=lambda word: word[::-1])
    assert alike(name, shuffled) == pytest.approx(100)
    assert 0 <= alike(name, ["abc", "ccc"]) <= 100


@given(
    st.lists(
        st.sampled_from(["alpha", "beta", "gamma", "delta", "epsilon", "zeta"]), min_size=5, max_size=200
    )
)
def test_a_part_is_a_part(some: list[str]) -> None:
    """The sketch of a part of a text is a part of the sketch of the whole."""
    assert sketch(" ".join(some[2:-1])) <= sketch(" ".join(some))


@pytest.mark.slow
def test_a_line_of_ten_megabytes() -> None:
    """A line of ten million signs without an end is one document; a passage far inside it slices back."""
    text = "اطلاع " * 1_600_000 + "Torkham is shut." + " x" * 200_000
    with fresh() as case:
        path = case.folder / "briefs" / "long.txt"
        path.write_bytes(text.encode("utf-8"))
        name = added(case, path).document.name
        start = text.index("Torkham")
        claim = Figure(passages=(Passage(start=start, end=start + 7, quote="Torkham"),), value=1)
        assert len(case.propose([claim], document=name, **ME).new) == 1
        assert case.search("torkham")
        assert case.verify().troubles == ()
