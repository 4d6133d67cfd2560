"""Figures: what counts as one, its unit, and what is carried over."""

from __future__ import annotations

import datetime as dt

import pytest

from jirga.reading.figures import figures
from jirga.reading.proposals import figures_json
from jirga.reading.sentences import sentences
from jirga.schema.record import Figure

DAY = dt.date(2025, 3, 8)
UNITS = {
    "At least 12 people, including three children, were killed.": [(12, "deaths"), (3, "deaths")],
    "They killed 156 militants, wounded 20 and arrested 66.": [
        (156, "deaths"),
        (20, "injuries"),
        (66, "arrests"),
    ],
    "There were 32 attacks and 56 deaths: 35 civilians and 21 militants.": [
        (32, "attacks"),
        (56, "deaths"),
        (35, "deaths"),
        (21, "deaths"),
    ],
    "It left 45 civilians hurt.": [(45, "injuries")],
    "Two soldiers were killed and ten were wounded.": [(2, "deaths"), (10, "injuries")],
    "About 2,000 people have been killed and more than 300,000 displaced.": [
        (2000, "deaths"),
        (300000, "displaced"),
    ],
    "Fifty of the arrests were made in Sindh and 16 in Punjab.": [(50, "arrests"), (16, "arrests")],
    "The death toll rose from 57 to 61.": [(57, "deaths"), (61, "deaths")],
    "The mission killed or injured 40 people.": [(40, "killed_or_injured")],
    "Some 30 villages and 12 houses were burnt.": [(30, "places"), (12, "objects")],
    "The border has been closed for two weeks.": [(2, "duration")],
    "Troops advanced 5 km and hold 40 per cent of the city.": [(5, "distance"), (40, "percent")],
    "Losses come to $3 million a day.": [(3_000_000, "money")],
    "Jets flew 12 sorties and fired 20 rockets.": [(12, "missions"), (20, "munitions")],
    "Civilian deaths more than doubled.": [(2, "ratio")],
    "More than 5,000 trucks were stuck at 3 checkpoints.": [(5000, "vehicles"), (3, "posts")],
    "Gunmen abducted scores of students.": [(None, "abductions")],
}


def found(text: str) -> list[tuple[float | None, str]]:
    """Give the values and units of the figures in a text."""
    return [(one.value, one.unit) for one in figures(text, DAY)]


@pytest.mark.parametrize(("text", "expected"), UNITS.items(), ids=list(UNITS))
def test_units(text: str, expected: list[tuple[float | None, str]]) -> None:
    """The unit comes from the noun, the verb, or the total a number is part of."""
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He spoke on March 2, 2025 at 10:30 a.m.",
        "Khan, 45, and a 12-year-old girl spoke.",
        "It was the second largest in 20 years.",
        "The village lies 25 km north of Pristina.",
        "Security Council resolution 2712 was adopted.",
        "One of the two crossings is open.",
        "Both leaders met for the third time; the two sides agreed.",
        "None of the eleven crew members was hurt.",
        "Call 555 0199 or take Highway 7.",
        "Two officials said so.",
    ],
)
def test_no_figures(text: str) -> None:
    """Dates, times, ages, ordinals, bearings and names are no figures."""
    assert found(text) == []


REPORT = """The monthly assessment that the Peace Institute (PI) put out on March 2, 2025 counts 79 attacks across Pakistan in February.

In January 20 civilians were killed. In Punjab eight attacks were recorded.

A day later, on Monday, two soldiers were killed in Quetta."""  # noqa: E501


def test_carry_over() -> None:
    """Time, place and source of the top hold until something else is said, and are marked as carried."""
    attacks, civilians, eight, soldiers = figures(REPORT, DAY)
    assert carried(attacks) == ("stated", "stated", "stated")
    assert carried(civilians) == ("stated", "carried", "carried")
    assert (civilians.place and civilians.place.name, civilians.said_by) == (
        "Pakistan",
        "Peace Institute (PI)",
    )
    assert carried(eight)[1:] == ("stated", "carried")
    assert (soldiers.claimant, str(soldiers.period and soldiers.period.start)) == (None, "2025-03-03")


def carried(one: Figure) -> tuple[str, ...]:
    """Say how each attribute of a figure is known."""
    return tuple(part.kind if part else "" for part in (one.period, one.place, one.claimant))


def test_lines_broken_by_hand() -> None:
    """A sentence over two lines is one, and its words keep the line break."""
    text = (
        "   DILI, May 2 - Gunmen killed three\nsoldiers on the road to the airport of the town.\n   Two fled."
    )
    assert len(sentences(text)) == 2
    assert figures(text, DAY)[0].main.quote == "three\nsoldiers"


def test_what_is_paid_every_month_has_no_period() -> None:
    """A rate is for no day."""
    (one,) = figures("On Friday he said the family receives $43,000 every month.", DAY)
    assert (one.per, one.currency, one.period) == ("month", "USD", None)


def test_modality() -> None:
    """What is only possible is not asserted."""
    (one,) = figures("If talks fail, 5,000 people could flee.", DAY)
    assert one.modality == "conditional"


def test_proposals_have_the_shape_of_annotations() -> None:
    """JSON names what the annotations name, and the words of a period where they stand."""
    text = "Police said 12 people were killed in Quetta on Friday."
    (one,) = figures_json(text, figures(text, DAY))
    assert (one["span"], one["value"], one["bound"], one["unit"]) == ("12 people", 12, "exact", "deaths")
    assert one["period"] == {
        "start": "2025-03-07",
        "end": "2025-03-07",
        "text": {"start": 44, "end": 53, "span": "on Friday"},
        "kind": "stated",
    }
    assert one["place"] == {"norm": "Quetta", "start": 37, "end": 43, "span": "Quetta", "kind": "stated"}
    assert one["claimant"]["norm"] == "Police"
