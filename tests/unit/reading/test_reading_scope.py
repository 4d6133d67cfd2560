"""When and where figures were so: comparisons, background, parts of a whole, places left out."""

from __future__ import annotations

import datetime as dt

import pytest

from jirga.reading.figures import figures

DAY = dt.date(2024, 6, 3)
# Each sentence with its figures: value, first day, last day, place.
READ = {
    "Over the past two weeks 12 people were killed in Goma, compared with 4 in the previous two weeks.": [
        (12, "2024-05-20", "2024-06-03", "Goma"),
        (4, "2024-05-06", "2024-05-20", "Goma"),
    ],
    "In 2023, 30 people died in Mali, against 12 a year earlier.": [
        (30, "2023-01-01", "2023-12-31", "Mali"),
        (12, "2022-01-01", "2022-12-31", "Mali"),
    ],
    "Attacks in Mali fell by 18pc in May, to 57 from 70.": [
        (18, "2024-05-01", "2024-05-31", "Mali"),
        (57, "2024-05-01", "2024-05-31", "Mali"),
        (70, "2024-04-01", "2024-04-30", "Mali"),
    ],
    "The war, which broke out in April 2023, has killed 900 people in Sudan.": [
        (900, "2023-04-01", "2024-06-03", "Sudan")
    ],
    "Since the fall of Mosul in June 2014, 90 men have died there.": [
        (90, "2014-06-01", "2024-06-03", "Mosul")
    ],
    "During the past week 165 families fled Goma.": [(165, "2024-05-27", "2024-06-03", "Goma")],
    "In Mali 90 people are displaced, 60 of them since March.": [
        (90, None, None, "Mali"),
        (60, "2024-03-01", "2024-06-03", "Mali"),
    ],
    "The men who seized power in Mali in May 2021 have 800 fighters.": [(800, None, None, "Mali")],
    "Khyber Pakhtunkhwa without those districts recorded 26 attacks in May.": [
        (26, "2024-05-01", "2024-05-31", "Khyber Pakhtunkhwa")
    ],
    "Sudan, excluding Darfur, saw 40 attacks in May.": [(40, "2024-05-01", "2024-05-31", "Sudan")],
    "In May 55 people died in attacks, mostly in Khyber Pakhtunkhwa.": [
        (55, "2024-05-01", "2024-05-31", "Pakistan")
    ],
    "Before the war Goma had 9,000 nurses.": [(9000, None, None, "Goma")],
    "In Goma 12 men died on Monday; in Bukavu nine soldiers still held the port.": [
        (12, "2024-06-03", "2024-06-03", "Goma"),
        (9, "2024-06-03", "2024-06-03", "Bukavu"),
    ],
}


@pytest.mark.parametrize(("text", "expected"), READ.items(), ids=[one[:40] for one in READ])
def test_one_sentence(text: str, expected: list[tuple[float, str | None, str | None, str]]) -> None:
    """Every figure of a sentence has the days and the place of its own words."""
    found = [
        (
            one.value,
            str(one.period.start) if one.period and one.period.start else None,
            str(one.period.end) if one.period and one.period.end else None,
            one.place.name if one.place else None,
        )
        for one in figures(text, DAY)
    ]
    assert found == expected


def read(text: str) -> list[tuple[float | None, str, str | None]]:
    """Give value, unit and place of the figures of a text."""
    return [(one.value, one.unit, one.place.name if one.place else None) for one in figures(text, DAY)]


def test_of_them_goes_on_from_the_sentence_before() -> None:
    """A part of what the last sentence counted has its unit, its time and its place."""
    first, second, third = figures(
        "In Mali 80 people were killed in May, 20 more than in April. Twelve of them were nurses.", DAY
    )
    assert (first.value, second.value, third.value) == (80, 20, 12)
    assert third.unit == "deaths"
    assert third.period is not None
    assert str(third.period.start) == "2024-05-01"
    assert third.place is not None
    assert third.place.name == "Mali"


def test_the_war_is_the_countrys() -> None:
    """A sentence on the whole war is about the country, not about the last town."""
    news = "On Sunday shells killed 9 people in Omdurman."
    text = f"{news}\n\nThe war has driven 8 million people from their homes."
    assert read(text) == [(9, "deaths", "Omdurman"), (8_000_000, "displaced", "Sudan")]


def test_dollars_are_no_place() -> None:
    """A sum in US dollars is not in the United States."""
    assert read("The plan asks for US$877 million.") == [(877_000_000, "money", None)]


def test_a_breakdown_leaves_the_paragraph_its_place() -> None:
    """After each province has had its number, the next figure is the whole country's."""
    parts = "In May Mopti saw 12 attacks and Gao 7 attacks."
    text = f"Mali: Situation Report No. 4\n\n{parts} Some 90 people were killed."
    assert [one[2] for one in read(text)] == ["Mopti", "Gao", "Mali"]


@pytest.mark.parametrize(("text", "month"), [("Last May nine men died.", 5), ("Last July nine men died.", 7)])
def test_last_month_by_name_is_over(text: str, month: int) -> None:
    """The last month of a name lies before the month of publication."""
    (one,) = figures(text, DAY)
    assert one.period is not None
    assert one.period.start is not None
    assert (one.period.start.month, one.period.start <= DAY) == (month, True)
