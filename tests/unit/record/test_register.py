"""The register: names in any script, suggestions, and merges that a person makes and takes back."""

from __future__ import annotations

import pytest

from jirga.case import Case
from jirga.errors import CaseTrouble, UnknownName
from jirga.record.folding import folded, words
from recorded import ME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("خيبر", "خیبر"),
        ("كابل", "کابل"),
        ("ګلبدين", "گلبدین"),
        ("طُورْخَم", "طورخم"),
        ("می\u200cشود", "میشود"),
        ("۱۲٣", "123"),
        ("Paktīkā", "PAKTIKA"),
        ("Tehreek-e-Insaf", "tehreek e insaf"),
        ("Da’esh", "Da'esh"),
        ("\ufeff\u202bکابل\u202c", "کابل"),
        ("Đoković", "đokovic"),
    ],
)
def test_what_looks_alike_is_found_alike(one: str, other: str) -> None:
    """Letter variants, vowel signs, hidden signs, digits, case and accents do not count."""
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("کے", "کی"),
        ("ھ", "ہ"),
        ("آزاد", "ازاد"),
        ("کوئی", "کوی"),
        ("محسود", "مسعود"),
        ("کि".replace("क", "क"), "क"),
    ],
)
def test_what_tells_words_apart_stays(one: str, other: str) -> None:
    """Yeh barree, do-chashmi he, alef with madda, hamza, and the vowels of Indic scripts stay."""
    assert folded(one) != folded(other)


def test_words_of_indic_scripts_stay_whole() -> None:
    """A vowel sign does not cut a word in two."""
    assert words("काबुल से") == ["काबुल", "से"]


def test_mehsud_suggests_masoud_before_any_massoud(case: Case) -> None:
    """Noor Wali Mehsud suggests Noor Wali Masoud first, and no Massoud as a whole name is liker."""
    for name in ("Massoud", "Ahmad Shah Massoud", "Ahmad Massoud", "Noor Wali Masoud", "Ahmad Wali Massoud"):
        case.register("person", name, **ME)
    found = [one.name.name for one in case.suggest("Noor Wali Mehsud")]
    assert found[0] == "Noor Wali Masoud"
    assert "Massoud" not in found
    assert "Ahmad Shah Massoud" not in found


def test_an_alias_is_found_in_its_own_script(case: Case) -> None:
    """An alias in another script leads to the name, whatever letters it is typed with."""
    case.register("person", "Noor Wali Masoud", ["نور ولی محسود"], **ME)
    (found,) = case.suggest("نور ولي محسود")
    assert (found.name.name, found.by, round(found.like)) == ("Noor Wali Masoud", "نور ولی محسود", 100)
    assert case.suggest("Doha") == ()
    assert case.suggest("") == ()
    assert case.suggest("Noor Wali Masoud", kind="place") == ()


def test_registering_again_adds_aliases(case: Case) -> None:
    """A name put in again keeps its aliases and gets the new ones; nothing new is nothing new in the log."""
    case.register("place", "Torkham", ["طورخم"], **ME)
    case.register("place", "Torkham", ["تورخم"], **ME)
    case.register("place", "Torkham", ["تورخم"], **ME)
    assert [one.aliases for one in case.names()] == [("طورخم", "تورخم")]
    assert case.verify().entries == 2


def test_merging_is_a_persons_and_can_be_taken_back(case: Case) -> None:
    """A merged name leads to the other until somebody takes that back; both acts stay in the log."""
    case.register("person", "Noor Wali Mehsud", **ME)
    case.register("person", "Noor Wali Masoud", **ME)
    case.merge("Noor Wali Mehsud", "Noor Wali Masoud", **ME)
    assert [one.name.name for one in case.suggest("Noor Wali Mehsud")] == ["Noor Wali Masoud"]
    with pytest.raises(CaseTrouble, match="are one already"):
        case.merge("Noor Wali Masoud", "Noor Wali Mehsud", **ME)
    case.unmerge("Noor Wali Mehsud", **ME)
    assert len(case.suggest("Noor Wali Mehsud")) == 2
    with pytest.raises(CaseTrouble, match="was not merged"):
        case.unmerge("Noor Wali Mehsud", **ME)
    assert case.verify().entries == 4


def test_merges_that_make_no_sense(case: Case) -> None:
    """A name that is not there, or of another kind, is not merged."""
    case.register("party", "Kabul", **ME)
    case.register("place", "Torkham", **ME)
    with pytest.raises(UnknownName):
        case.merge("Kabul", "Nowhere", **ME)
    with pytest.raises(CaseTrouble, match="is a party and 'Torkham' a place"):
        case.merge("Kabul", "Torkham", **ME)
    case.register("place", "Kabul", **ME)
    with pytest.raises(CaseTrouble, match="more than one"):
        case.merge("Kabul", "Torkham", **ME)
