"""What holds of place and time where a sentence does not say it, and what a figure is nowhere."""

from __future__ import annotations

import datetime as dt

import pytest

from jirga.reading.claims import claims
from jirga.reading.figures import figures

DAY = dt.date(2024, 6, 13)


def wheres(text: str) -> list[str]:
    """Give the place of every figure, or nothing."""
    return [one.place.name if one.place else "" for one in figures(text, DAY)]


def days(text: str) -> list[tuple[str, str]]:
    """Give the first and last day of every figure."""
    found = [one.period for one in figures(text, DAY)]
    return [(str(one.start), str(one.end)) if one else ("", "") for one in found]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("OFFICE FOR LEGAL AID, BAMAKO\n\nReport\n\nThe office counted 12 killings.", "Mali"),
        ("War report\n\nMali is at war.\n\nKidal. The rebels gained ground. Nine men died.", "Kidal"),
        ("Drones wrecked 300 tonnes of grain in the Black Sea port of Chornomorsk.", "Chornomorsk"),
        ("In Mali, ten men were killed when a drone hit the village of Inadiatafane.", "Inadiatafane"),
        ('"It is over," he told reporters in Cairo. Shells killed nine men in Nyala.', "Nyala"),
        ("Nine men were killed in a raid on Kalbus.", "Kalbus"),
        ("Mali fell silent. Paris has given Bamako military aid worth $9 million.", ""),
        ("Fighting raged in Kidal. France promised to hand over 12 tanks.", ""),
    ],
)
def test_where_a_figure_was_so(text: str, place: str) -> None:
    assert wheres(text)[-1] == place


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (
            "The army said it repelled four attacks and lost two tanks in 24 hours.",
            ("2024-06-12", "2024-06-13"),
        ),
        ("Some 40 men have been killed since the coup.", ("None", "2024-06-13")),
        ("Some 40 men have been killed since the new year.", ("2024-01-01", "2024-06-13")),
        ("On Monday shells fell on Nyala. Some 900 people had fled.", ("", "")),
        (
            "On Monday shells fell on Nyala. It had received 49 wounded by nightfall.",
            ("2024-06-10", "2024-06-10"),
        ),
        ("Only 320 trucks have arrived since 3 June.", ("2024-06-03", "2024-06-13")),
        (
            "On June 10 the army lost a post. Two weeks after the coup nine men died.",
            ("2024-06-10", "2024-06-10"),
        ),
    ],
)
def test_when_a_figure_was_so(text: str, span: tuple[str, str]) -> None:
    assert days(text)[-1] == span


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On Wednesday rebels seized 14 teachers in Midsayap.", "abduction"),
        ("The village has been empty since June 3, when the army pulled out of the deal.", "withdrawal"),
        ("Residents blame the army for a bombing in Nyala on 3 June that killed 12 men.", "bombing"),
    ],
)
def test_what_happened(text: str, kind: str) -> None:
    assert [one.type for one in claims(text, DAY)[0]] == [kind]


@pytest.mark.parametrize(
    "text",
    ["Mali signed nothing in the weeks after the coup.", "On Monday he was right to call for a truce."],
)
def test_what_did_not_happen(text: str) -> None:
    assert claims(text, DAY)[0] == ()


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Pakistan lists the BLA as a terrorist organisation.", ("Pakistan", "opposes", "BLA")),
        ("India has quietly lent Colombo two radar sets.", ("India", "supports", "Sri Lanka")),
        ("Belarus has let Russia use its territory for attacks.", ("Belarus", "supports", "Russia")),
        ("Washington has imposed sanctions on Rwanda.", ("United States", "opposes", "Rwanda")),
        ("The TTP has close ties to al-Qaeda.", ("TTP", "allied_with", "al-Qaeda")),
        ("Turkey intervened to save the Tripoli government.", ("Turkey", "supports", "Tripoli government")),
    ],
)
def test_who_stands_to_whom(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in [(one.source.name, one.relation, one.target.name) for one in claims(text, DAY)[2]]
