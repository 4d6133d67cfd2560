"""Who or what is counted, in one way for every source."""

from __future__ import annotations

import pytest

from figured import source
from jirga.figures.counted import NOT_SAID, counted, measured, way
from jirga.figures.places import Terms


@pytest.mark.parametrize(
    ("one", "other", "unit"),
    [
        ("law enforcement personnel", "security personnel", "deaths"),
        ("terrorists", "militants", "deaths"),
        ("militant attacks", "attacks", "attacks"),
        ("the security forces' deaths", "security forces", "deaths"),
        ("people killed", "people", "deaths"),
    ],
)
def test_one_thing_in_other_words(one: str, other: str, unit: str) -> None:
    """What reports call by different words is counted alike."""
    first, second = (source(5, words, unit).counted for words in (one, other))
    assert first == second


@pytest.mark.parametrize(
    ("one", "other", "unit"),
    [
        ("civilians", "security personnel", "deaths"),
        ("Frontier Corps", "security personnel", "injuries"),
        ("TTP attacks", "attacks", "attacks"),
        ("TTP fighters", "fighters", "personnel"),
        ("trucks stranded", "trucks destroyed", "vehicles"),
    ],
)
def test_different_things(one: str, other: str, unit: str) -> None:
    """A word that tells things apart keeps them apart."""
    first, second = (source(5, words, unit).counted for words in (one, other))
    assert first != second


def test_all_or_not_said() -> None:
    """'56 deaths' counts everybody; of a bare '57' nobody says whose deaths they are."""
    assert source(56, "deaths", quote="56 deaths").counted.general
    assert source(57, "deaths", quote="57").counted == NOT_SAID


def test_wider() -> None:
    """Attacks are more than the TTP's attacks, and people more than civilians."""
    assert counted("attacks", "attacks").wider(counted("TTP attacks", "attacks"))
    assert counted("people").wider(counted("civilians"))
    assert not counted("civilians").wider(counted("people"))


@pytest.mark.parametrize(
    ("words", "quote", "which"),
    [
        ("rise of civilian deaths", "175 per cent", "rise"),
        ("fall of security forces' deaths on January", "18pc", "fall"),
        ("civilian deaths", "more than doubled", "rise"),
        ("attacks", "more than 50 percent", "share"),
        ("attacks", "up to 20 percent", "share"),
    ],
)
def test_way(words: str, quote: str, which: str) -> None:
    """Which way a change went, in its words; 'more than' and 'up to' are bounds and no rise."""
    unit = "ratio" if "doubled" in quote else "percent"
    assert way(source(5, words, unit, quote=quote).figure) == which


def test_measured() -> None:
    """What a change is of: the deaths of civilians, not the attacks in which they died."""
    found = measured("civilian deaths in extremist attacks")
    assert found is not None
    assert (found[0], sorted(found[1].groups)) == ("deaths", ["civilians"])
    assert measured("share of Mosul cleared") is None


def test_places() -> None:
    """A place without a part is apart from that part and all in it; places side by side are apart."""
    terms = Terms({"KP": "Khyber Pakhtunkhwa"})
    rest = terms.name("KP without the former FATA")
    assert terms.apart(rest, "Kurram")
    assert terms.part(rest, "Khyber Pakhtunkhwa")
    assert terms.part("Kurram", "Pakistan")
    assert not terms.apart("Khyber Pakhtunkhwa", "former FATA")
    assert not terms.apart("Nowhere", "Elsewhere")
    assert not terms.apart("Pakistan", "Balochistan")
    assert terms.name("Pakistan, mostly KP") == "Pakistan"


def test_places_of_a_country_may_overlap() -> None:
    """Of two places that are only known to be in one country nobody knows whether they overlap."""
    terms = Terms(within={"A": "Utopia", "B": "Utopia"})
    assert terms.part("A", "Utopia")
    assert not Terms(within={"A": "Utopia"}).apart("A", "B")
