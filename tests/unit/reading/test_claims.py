"""Single sentences, and what they say of incidents, stances and ties; and what they do not say."""

from __future__ import annotations

import datetime as dt

import pytest

from jirga.reading.actors import actors
from jirga.reading.claims import claims
from jirga.reading.names import Register
from jirga.reading.phrases import words_of

DAY = dt.date(2025, 3, 8)  # a Saturday


def named(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.kind) for one in actors(text, words_of(text), Register(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Foreign Minister Igor Ivanov met him.", [("Igor Ivanov", "person")]),
        ("The Balochistan Liberation Army (BLA) fled.", [("BLA", "armed"), ("BLA", "armed")]),
        ("The Moro Islamic Liberation Front fled.", [("Moro Islamic Liberation Front", "armed")]),
        ("Pakistan's foreign ministry spoke.", [("Pakistan's foreign ministry", "government")]),
        ("Turkish and Russian officials met.", [("Turkish and Russian officials", "speakers")]),
        ("RSF fighters entered.", [("RSF", "armed")]),
        ("The Government of Iraq agreed.", [("Government of Iraq", "government")]),
        ("U.S. forces left.", [("US forces", "forces")]),
        ("It rained on Monday in March.", [("It", "pronoun")]),
    ],
)
def test_who_is_named(text: str, found: list[tuple[str, str]]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "speaker", "act", "stance", "target"),
    [
        ("Iran condemned the raid.", "Iran", "condemn", "oppose", None),
        (
            "Afghan officials accused Pakistan of shutting the gate.",
            "Afghan officials",
            "accuse",
            "oppose",
            "Pakistan",
        ),
        ("Tribal elders offered to mediate.", "Tribal elders", "offer", "support", None),
        ("“We will not stop,” said General Peter Hollis.", "Peter Hollis", "say", "oppose", None),
        ("The RSF, at war with the army since April 2023, denied it.", "RSF", "deny", "oppose", None),
        ("The RSF was condemned by Egypt.", "Egypt", "condemn", "oppose", "RSF"),
        ("The PML-N is not in favour of talks.", "PML-N", "position", "oppose", None),
        (
            "The UN Security Council voted 14-0 to demand a withdrawal.",
            "UN Security Council",
            "demand",
            "oppose",
            None,
        ),
    ],
)
def test_who_takes_which_position(text: str, speaker: str, act: str, stance: str, target: str | None) -> None:
    _, (one,), _ = claims(text, DAY)
    assert (one.speaker.name, one.act, one.stance) == (speaker, act, stance)
    assert (one.target.name if one.target else None) == target


@pytest.mark.parametrize(
    "text",
    [
        "The army did not immediately comment.",
        "Police said 12 people had been killed in the blast.",
        "No group has claimed responsibility.",
        "Iran could condemn the raid.",
        "Iran refused to comment.",
        "Nine strikes destroyed boats and denied the enemy access to terrain.",
        "The demand for bread rose.",
    ],
)
def test_what_is_no_position(text: str) -> None:
    assert claims(text, DAY)[1] == ()


def test_he_is_whoever_spoke_last() -> None:
    text = "Barrister Saif spoke of the talks. He blamed the federal government for the delay."
    assert claims(text, DAY)[1][0].speaker.name == "Saif"


@pytest.mark.parametrize(
    ("text", "kind", "day", "place", "tolls"),
    [
        (
            "On Friday gunmen shot dead a shopkeeper in Bannu.",
            "killing",
            "2025-03-07",
            "Bannu",
            [("civilians", 1, None)],
        ),
        (
            "Two soldiers were killed and ten wounded when a bomb went off in Quetta on Monday.",
            "bombing",
            "2025-03-03",
            "Quetta",
            [("security-forces", 2, 10)],
        ),
        ("M23 fighters seized Goma on 28 January.", "territory_change", "2025-01-28", "Goma", []),
        (
            "An air strike killed six children and wounded 15 others in Idlib on Tuesday.",
            "airstrike",
            "2025-03-04",
            "Idlib",
            [("civilians", 6, 15)],
        ),
        ("The two delegations held talks in Doha on 4 March.", "meeting", "2025-03-04", "Doha", []),
    ],
)
def test_what_happened(
    text: str, kind: str, day: str, place: str, tolls: list[tuple[str, int | None, int | None]]
) -> None:
    (one,), _, _ = claims(text, DAY)
    assert one.type == kind
    assert one.period is not None
    assert str(one.period.start) == day
    assert one.place is not None
    assert one.place.name == place
    found = [
        (toll.group, toll.killed and toll.killed.value, toll.injured and toll.injured.value)
        for toll in one.casualties
    ]
    assert found == tolls


@pytest.mark.parametrize(
    "text",
    [
        "TTP carried out more than 600 attacks in Pakistan from July 1 to December 13, 2024.",
        "Iran denied that its men had attacked a market in Bannu on Friday.",
        "The army could attack Bannu on Friday.",
        "The minister accused the army of killing ten men in Bannu on Friday.",
        "Violence has been on the rise.",
        "The move has come under fire from the federal government in Islamabad.",
        "More than 60,000 people remain displaced and live in camps in Manipur.",
    ],
)
def test_what_is_no_incident(text: str) -> None:
    assert claims(text, DAY)[0] == ()


def test_a_second_telling_adds_to_the_first() -> None:
    text = "A bomb killed three soldiers in Quetta on Monday. The blast also wounded six passengers."
    (one,), _, _ = claims(text, DAY)
    assert len(one.passages) == 2
    assert [toll.group for toll in one.casualties] == ["security-forces", "civilians"]


def test_unknown_is_null_and_a_vague_number_keeps_its_word() -> None:
    (one,), _, _ = claims("On Friday several fighters were killed in Bannu.", DAY)
    (toll,) = one.casualties
    assert toll.injured is None
    assert toll.killed is not None
    assert (toll.killed.value, toll.killed.bound, toll.killed.vague) == (None, "vague", "several")


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Turkey backs the Free Syrian Army.", ("Turkey", "supports", "Free Syrian Army")),
        ("Iran-backed Houthi fighters left.", ("Iran", "supports", "Houthis")),
        ("The militia, armed by Rwanda, left.", ("Rwanda", "supports", "militia")),
        ("Egypt, a close ally of the Sudanese army, agreed.", ("Egypt", "allied_with", "Sudanese army")),
        ("Talks between Armenia and Azerbaijan went on.", ("Armenia", "negotiates_with", "Azerbaijan")),
        ("The FDLR fights alongside the Congolese army.", ("FDLR", "allied_with", "Congolese army")),
        ("The RSF controls Nyala.", ("RSF", "controls", "Nyala")),
        ("The TTP receives $43,000 every month from Kabul.", ("Afghan Taliban", "funds", "TTP")),
        ("Ethiopia and Eritrea are at war.", ("Ethiopia", "opposes", "Eritrea")),
    ],
)
def test_who_stands_how_to_whom(text: str, tie: tuple[str, str, str]) -> None:
    found = [(one.source.name, one.relation, one.target.name) for one in claims(text, DAY)[2]]
    assert found == [tie]


@pytest.mark.parametrize(
    "text",
    [
        "Iran denies supporting the Houthis.",
        "Turkey could back the Free Syrian Army.",
        "Iran does not support the Houthis.",
        "Rwanda was accused of backing the M23.",
        "The RSF and the army exchanged prisoners.",
    ],
)
def test_what_is_no_tie(text: str) -> None:
    assert claims(text, DAY)[2] == ()
