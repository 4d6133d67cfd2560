"""Who says so, and where."""

from __future__ import annotations

import pytest

from jirga.reading.attribution import voices
from jirga.reading.places import places

NAMED = {
    "Twelve people were killed in the blast, police said on Monday.": "police",
    '"We found 12 bodies," said Dr. Ahmed Khan, director of the hospital.': "Dr. Ahmed Khan",
    "According to the UN's humanitarian office OCHA, 5,000 fled.": "UN's humanitarian office OCHA",
    "The Syrian Observatory for Human Rights (SOHR) said 34 were killed.": (
        "Syrian Observatory for Human Rights (SOHR)"
    ),
    "In a statement, the army said 12 died.": "army",
    "A report by Human Rights Watch found that 45 people died.": "Human Rights Watch",
    "The monthly review that the Peace Centre (PC) put out counts 79 attacks.": "Peace Centre (PC)",
    "In late February they had spoken of $12 million.": "they",
    "The governor, Vyacheslav Gladkov, wrote that five people were wounded.": "governor, Vyacheslav Gladkov",
}


@pytest.mark.parametrize(("text", "name"), NAMED.items(), ids=list(NAMED.values()))
def test_one_source(text: str, name: str) -> None:
    """A source is named as the sentence names it."""
    (one,) = voices(text)
    assert one.name == name
    assert text[one.start : one.end].endswith(name.rsplit(maxsplit=1)[-1])


def test_two_sources_share_a_sentence() -> None:
    """Each of two sources speaks for its own part."""
    text = "Immigration officials say around 10,000 people cross each day; a Kabul outlet gives 1,000."
    first, second = voices(text)
    assert first.last <= text.index("1,000.")
    assert second.first <= text.index("1,000.") < second.last


@pytest.mark.parametrize(
    "text",
    ["The rebels attacked the base.", "Troops found 12 bodies.", "The ministry's past counts are reliable."],
)
def test_no_source(text: str) -> None:
    """Whoever only acts says nothing."""
    assert voices(text) == ()


PLACES = {
    "Pakistan says 32 attacks were in Balochistan.": ["Balochistan"],
    "on Pakistani soil": ["Pakistan"],
    "in the town of Kafr Nabl in Idlib province": ["Kafr Nabl", "Idlib"],
    "fire at the Torkham border": ["Torkham"],
    "fighters fled Jaffna": ["Jaffna"],
    "the Sudan Doctors Network said": [],
    "Syrian government forces": [],
    "in Parliament in March": [],
}


@pytest.mark.parametrize(("text", "names"), PLACES.items(), ids=list(PLACES))
def test_places(text: str, names: list[str]) -> None:
    """Places are those where something is, known or not."""
    assert [one.name for one in places(text) if one.located] == names
