"""Lines cut into pieces: how something is known is shown, and where reading turns."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jirga.brief.content.lines import Line, Marker, Note
from jirga.brief.writing.pieces import known, note_words, pieces, plain, rightwards, turns


@pytest.mark.parametrize(
    ("marker", "shown"),
    [
        (Marker("cited", "stated", ("1",)), ""),
        (Marker("cited", "argued", ("1",)), "argued"),
        (Marker("cited", "stated", ("1",), retracted=True), "retracted"),
        (Marker("cited", "argued", ("1",), retracted=True), "argued; retracted"),
        (Marker("assumed"), "assumed"),
        (Marker("assumed", "stated, no passage"), "stated, no passage"),
        (Marker("result", labels=("m",)), ""),
    ],
)
def test_how_something_is_known_is_shown_unless_it_was_said_outright(marker: Marker, shown: str) -> None:
    """Only what somebody stated in a passage, and results, need no word."""
    assert known(marker) == shown


def test_a_basis_stands_before_the_number_and_the_full_stop() -> None:
    """Words, then how they are known, then where they lead, then the end of the sentence."""
    line = Line("k", ("It will not", Marker("cited", "argued", ("3", "4")), "."))
    assert [(one.words, one.labels) for one in pieces(line)] == [
        ("It will not", ()),
        (" (argued)", ()),
        ("", ("3", "4")),
        (".", ()),
    ]


@given(st.text())
def test_turning_loses_nothing(words: str) -> None:
    """The stretches put together are the words, and neighbours are read in different directions."""
    found = turns(words)
    assert "".join(one for one, _ in found) == words
    assert all(one[1] != other[1] for one, other in pairwise(found))


@given(st.text(st.characters()))
def test_what_is_shown_can_stand_in_xml(words: str) -> None:
    """No sign that XML 1.0 cannot hold is left, and nothing else is changed but line ends."""
    from xml.etree import ElementTree as ET
    from xml.sax.saxutils import escape

    shown = plain(words)
    assert len(shown) == len(words)
    text = ET.XML(f"<a>{escape(shown)}</a>").text or ""
    assert text == shown


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("", False),
        ("12", False),
        ("KP \u06a9\u0627", False),
        ("\u06a9\u0627 KP", True),
        ("\u201c\u05d0\u201d", True),
    ],
)
def test_the_first_sign_with_a_direction_decides(words: str, *, right: bool) -> None:
    """Figures and quotation marks have none."""
    assert rightwards(words) is right


def test_a_note_says_where_it_leads_and_whether_that_still_stands() -> None:
    """Source and passage, then why it was retracted."""
    assert note_words(Note("1", "a#S1", "article", "S1")) == "article, S1"
    assert note_words(Note("1", "a#S1", "article", "S1", (), "a hoax")) == "article, S1; retracted: a hoax"
    assert note_words(Note("m", "", "Worked out.", "file 12")) == "Worked out. file 12"
