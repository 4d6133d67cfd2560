"""Who speaks in a sentence that names no source: the last one goes on, or the author does."""

from __future__ import annotations

import datetime as dt

import pytest

from jirga.reading.carry import settings

DAY = dt.date(2024, 6, 3)
FIRST = "The governor's office said shells hit a market on Sunday. "


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two of them died.", "governor's office"),
        ("They included three children.", "governor's office"),
        ("Seven people were killed and 47 wounded.", "governor's office"),
        ("The number was 273 the night before.", "governor's office"),
        ("Fuel prices have tripled.", None),
        ("About 7,000 people still live in Nyala.", None),
        ("On 21 January 2021 a strike killed 91 detainees.", None),
        ("The operation has cost $6.5 billion.", None),
    ],
)
def test_who_goes_on(text: str, who: str | None) -> None:
    """What points back or tells the outcome is the source's; what is so in general is the author's."""
    _, second = settings(FIRST + text, DAY)
    said = second.who(0, 5)
    assert (said.name if said else None) == who


def test_a_new_paragraph_is_the_author_s() -> None:
    """A source that counts over no stretch of time speaks to the end of its paragraph."""
    _, second = settings(f"{FIRST}\n\nSeven people were killed.", DAY)
    assert second.who(0, 5) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("After a battle in which, by the UN's count, 40 people died, it fell.", "UN's count"),
        (
            "It has an army, reckoned at 90,000 men by one Western diplomat, and no navy.",
            "one Western diplomat",
        ),
        ("An RSF adviser dismissed it and said 3 men had died.", "RSF adviser"),
        ("It received 214 complaints.", None),
        ("According to verified data, 2 men died.", None),
        ("The Alliance of Sahel States sent 100 men.", None),
    ],
)
def test_who_is_a_source(text: str, who: str | None) -> None:
    """A count of somebody's is their word; a name with a verb in it, "it" and "verified data" are nobody."""
    (one,) = settings(text, DAY)
    assert [voice.name for voice in one.voices] == ([who] if who else [])
