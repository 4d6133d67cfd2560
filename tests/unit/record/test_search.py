"""Full-text search: every word, any script, passages and claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from jirga.case import Case
from jirga.record.searching import Hit
from recorded import ME, added, attacks, proposed, written

URDU = "طورخم کی سرحد دو ہفتوں سے بند ہے۔ کابل نے مذمت کی۔"


def refs(hits: tuple[Hit, ...]) -> set[str]:
    """What was found, by mark or id."""
    return {one.ref for one in hits}


def test_passages_have_every_word(filled: Case) -> None:
    """A passage is found by all of its words in any order and case, and by none that it lacks."""
    (hit,) = filled.search("SHUT torkham")
    assert (hit.kind, hit.ref) == ("passage", "S1")
    assert hit.quote == "The Torkham crossing has been shut for two weeks."
    assert filled.search("torkham closed") == ()


@pytest.mark.parametrize(
    "asked", ['"', "AND", "torkham OR kabul", "NEAR(", "*", "''", "found:", "-", "", "%", "\x00"]
)
def test_words_are_only_words(filled: Case, asked: str) -> None:
    """What means something to a search engine is only a word here."""
    assert filled.search(asked) == ()


def test_any_script(case: Case, tmp_path: Path) -> None:
    """Urdu is found with Arabic letters and without vowel signs; the quotation is as it stands."""
    added(case, written(tmp_path, URDU))
    (hit,) = case.search("طُورخم سرحد بند")
    assert hit.quote in URDU
    assert case.search("كابل")


def test_claims_are_found_as_they_now_stand(filled: Case) -> None:
    """A claim is found by its words and by who is named in it; a correction counts from then on."""
    ids = proposed(filled)
    assert ids[0] in refs(filled.search("united nations"))
    now = attacks(claimant="Security Council").model_copy(
        update={"passages": filled.claim(ids[0]).claim.passages}
    )
    filled.review(ids[0], "corrected", **ME, after=now)
    assert ids[0] not in refs(filled.search("united nations"))
    assert ids[0] in refs(filled.search("security council"))
    filled.undo(ids[0], **ME)
    assert ids[0] in refs(filled.search("united nations"))
