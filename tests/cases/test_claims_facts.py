"""The 59 figures that the press claimed: each gives the verdict that is noted beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from figured import EVIDENCE, document, fact, facts, happening, source
from jirga.events.counts import counts
from jirga.events.eventset import EventSet
from jirga.events.reading import read_events
from jirga.figures.between import between_checks
from jirga.figures.changes import change_checks
from jirga.figures.checks import findings
from jirga.figures.dates import begun_checks, lasted_checks, twice_checks
from jirga.figures.parts import parts_checks
from jirga.figures.source import Source
from jirga.figures.travelled import Travelled, traced
from jirga.review.scopes import event_checks
from jirga.schema.events import Scope

pytestmark = pytest.mark.skipif(not EVIDENCE.is_dir(), reason="../shared is absent")
ROWS = dict(enumerate(facts() if EVIDENCE.is_dir() else (), start=2))
DATES = [number for number, row in ROWS.items() if row["unit"] == "closure start"]
FIGURES = {number: fact(row, number) for number, row in ROWS.items() if number not in DATES}
TRACED = {one.one.id: one for one in traced(FIGURES.values())}
CHANGED = {
    16: ("weaker", ("bound",)),
    17: ("contradiction", ("value",)),
    18: ("weaker", ("bound",)),
    27: ("drift", ("period",)),
    28: ("drift", ("period", "counted")),
    30: ("weaker", ("claimant",)),
    31: ("weaker", ("bound", "claimant")),
    34: ("contradiction", ("value", "claimant")),
    41: ("weaker", ("bound", "period")),
    45: ("contradiction", ("value", "claimant")),
}
SAME = {19, 20, 21, 22, 26}


def travelled(number: int) -> Travelled:
    """Give what became of the figure of a row."""
    return TRACED[FIGURES[number].id]


def more(number: int, value: float, counted: str, unit: str, **other: object) -> Source:
    """Make a figure that the note of a row adds: of the same document, place, time and claimant."""
    row = FIGURES[number]
    days = [str(day) for day in row.days] if row.days else None
    known = {"days": days, "place": row.place or None, "claimant": row.figure.said_by or None}
    return source(
        value, counted, unit, at=100 * number + len(counted), doc=row.document, **{**known, **other}
    )


def test_every_row_is_there() -> None:
    """All 59 rows are fed: 56 figures and three days on which a crossing was closed."""
    assert (len(ROWS), len(FIGURES), len(DATES)) == (59, 56, 3)


@pytest.mark.parametrize("number", CHANGED)
def test_what_is_noted_as_different(number: int) -> None:
    """Rows noted as differing, distorted in period, bound or claimant come out so, and no other way."""
    found = travelled(number)
    assert (found.verdict, found.changes) == CHANGED[number]


def test_what_is_noted_as_the_same_or_alone() -> None:
    """All other rows repeat their source or stand alone; none of them is flagged."""
    for number in FIGURES.keys() - CHANGED.keys():
        found = travelled(number)
        assert (found.first is not found.one) == (number in SAME), number
        assert found.changes == ()


def test_the_oldest_sources() -> None:
    """Figures are traced to the institute's own page, and the report's to the first row of it."""
    assert travelled(17).first is FIGURES[15]
    assert travelled(22).first is FIGURES[3]
    assert travelled(28).first is FIGURES[25]
    assert travelled(31).first is FIGURES[29]


def test_no_false_alarm() -> None:
    """Beyond the rows noted, the checks flag nothing."""
    found = findings(list(FIGURES.values()), [], [], list(TRACED.values()))
    assert {one.of for one in found if one.flagged} == {FIGURES[number].id for number in CHANGED}


def test_percent_of_the_note() -> None:
    """Row 12: 55 on 20 is a rise of 175 percent; the seed's 'more than doubled' holds too."""
    own = [
        one for one in FIGURES.values() if one.document is FIGURES[12].document or one.chain[:1] == ("PICSS",)
    ]
    (found,) = change_checks([FIGURES[12]], own)
    assert found.verdict == "consistent"
    doubled = source(
        2,
        "civilian deaths in extremist attacks",
        "ratio",
        bound="more_than",
        quote="more than doubled",
        days=("2025-02-01", "2025-02-28"),
        place="Pakistan",
        claimant="PICSS",
        doc=document("seed"),
    )
    (found,) = change_checks([doubled], own)
    assert (found.verdict, found.within) == ("consistent", False)
    assert "20 in January 2025" in found.what
    assert "55 in February 2025" in found.what


@pytest.mark.parametrize(
    ("number", "counts", "month", "percent"),
    [
        (57, {"deaths": (136, 112)}, "2023-08", 21),
        (59, {"attacks": (85, 81)}, "2025-04", 5),
        (60, {"attacks": (89, 69)}, "2025-09", 29),
    ],
)
def test_percents_of_the_notes(
    number: int, counts: dict[str, tuple[int, int]], month: str, percent: float
) -> None:
    """136 on 112 is 21 percent more, 85 on 81 five, 89 on 69 twenty-nine; one percent more would not fit."""
    ((unit, (now, before)),) = counts.items()
    last = {"08": 31, "04": 30, "09": 30}[month[-2:]]
    counted = "people" if unit == "deaths" else "attacks"
    here = [
        more(number, now, counted, unit),
        more(number, before, f"{counted} ", unit, days=(f"{month}-01", f"{month}-{last}")),
    ]
    assert unit == "deaths" or here[0].value == FIGURES[number].value
    for said, verdict in ((percent, "consistent"), (percent + 1, "contradiction")):
        (found,) = change_checks([more(number, said, f"rise of {unit}", "percent"), *here], [])
        assert found.verdict == verdict, found.what


@pytest.mark.parametrize(
    ("number", "parts", "verdict"),
    [
        (14, [(35, "civilians"), (10, "security personnel"), (11, "militants")], "consistent"),
        (17, [(56, "people"), (10, "security personnel"), (11, "militants")], "contradiction"),
        (51, [(16, "security forces"), (9, "civilians"), (7, "militants")], "consistent"),
        (
            59,
            [
                (113, "people"),
                (52, "security forces"),
                (46, "civilians"),
                (11, "militants"),
                (4, "peace committee members"),
            ],
            "consistent",
        ),
    ],
)
def test_sums_of_the_notes(number: int, parts: list[tuple[float, str]], verdict: str) -> None:
    """The sums that the notes give: right where the institute gives them, wrong with 36 instead of 35."""
    some = [FIGURES[number], *(more(number, value, counted, "deaths") for value, counted in parts)]
    found = [one for one in parts_checks(some) if "people" in one.what or one.of == FIGURES[number].id]
    assert [one.verdict for one in found] == [verdict]
    assert f"come to {57 if number == 17 else sum(v for v, c in parts if c != 'people')}" in found[0].what


def test_trends_of_the_notes() -> None:
    """Rows 2, 16 and 18: a slight rise at the institute, a slight fall in two papers, is a contradiction."""
    slight = {"bound": "vague", "vague": "slight"}
    rise = more(2, None, "rise of militant attacks", "percent", **slight)  # type: ignore[arg-type]
    falls = [more(number, None, "fall of terrorist attacks", "percent", **slight) for number in (16, 18)]  # type: ignore[arg-type]
    found = {one.of: one for one in between_checks(traced([rise, *falls]))}
    assert [found[one.id].verdict for one in falls] == ["contradiction", "contradiction"]
    assert "a fall, not a rise" in found[falls[0].id].what


def test_totals_of_the_notes() -> None:
    """Rows 42 and 43: three million a day, 1.6 of imports and 1.4 of exports, make nearly 42 in 14 days."""
    found = [one for one in findings(list(FIGURES.values()), [], [], []) if one.check == "rate"]
    assert [(one.of, one.against, one.verdict) for one in found] == [
        (FIGURES[43].id, (FIGURES[42].id,), "consistent")
    ]


def test_days_of_closure() -> None:
    """Rows 38 to 40: the 22nd differs by a day from the 21st, and the 28th from its own fifteenth day."""
    papers = [
        document(f"paper_{number}", published=day)
        for number, day in zip(DATES, ("2025-03-01", "2025-03-02", "2025-03-08"), strict=True)
    ]
    closed = [
        happening(ROWS[number]["value"], doc=paper, crossing="Torkham")
        for number, paper in zip(DATES, papers, strict=True)
    ]
    found = {one.of: one for one in begun_checks(closed)}
    assert "1 day later than 2025-02-21" in found[closed[1].id].what
    fifteenth = source(
        15, "closure", "duration", quote="15th consecutive day", place="Torkham", doc=papers[2], at=80
    )
    (own,) = lasted_checks([fifteenth], closed)
    assert (own.verdict, own.within) == ("contradiction", True)


def test_one_text_that_gives_two_months() -> None:
    """Row 52: 38 deaths, for July and for August in one text."""
    row = next(number for number, one in FIGURES.items() if "August/July" in ROWS[number]["note"])
    august = more(row, 38, "people", "deaths", days=("2019-08-01", "2019-08-31"))
    (found,) = twice_checks([FIGURES[row], august])
    assert (found.verdict, found.changes) == ("contradiction", ("period",))


@pytest.fixture(scope="module")
def ged() -> EventSet:
    """UCDP GED's events in Pakistan."""
    return read_events(EVIDENCE / "data" / "ged221_hdx_pak_1989-2021.csv")


def test_five_events_and_four_that_killed(ged: EventSet) -> None:
    """Row 50: GED 22.1 has 5 events in October 2018; by its best estimate somebody died in 4 of them.

    The fifth has a best estimate of 0, between 0 and 4; it is also the only one that is not state-based. All
    five are dated to a day and placed in Pakistan, so the number hangs on no reading of dates or places.
    """
    (line,) = counts(ged, by="month", place="Pakistan", months=("2018-10", "2018-10")).lines
    assert (line.events, line.possible, line.low, line.deaths, line.high) == (5, 0, 13, 13, 17)
    kinds = ("state-based", "non-state", "one-sided")
    scope = Scope(name="lethal", includes=kinds, territory=("Pakistan",), lethal_only=True)
    one = next(one for number, one in FIGURES.items() if "GED 22.1: 5 events" in ROWS[number]["note"])
    named = replace(one, figure=one.figure.model_copy(update={"definition": "lethal"}))
    (found,) = event_checks([named], ged, {"lethal": scope})
    assert found.verdict == "outside range"
    assert "The set gives 4, at least 4 and at most 5: the figure allows none" in found.what
    (default,) = event_checks([one], ged, {"lethal": scope})
    assert default.verdict == "not comparable"


def test_against_event_data(ged: EventSet) -> None:
    """The notes' GED numbers come out where a scope is declared; without one nothing is comparable."""
    noted = {51: 13, 52: 36, 53: 40, 54: 180, 55: 278}
    kinds = ("state-based", "non-state", "one-sided")
    scope = Scope(name="all dead", includes=kinds, territory=("Pakistan",), all_dead=True)
    for number, best in noted.items():
        one = FIGURES[number]
        (default,) = event_checks([one], ged, {"all dead": scope})
        assert default.verdict == "not comparable"
        named = replace(one, figure=one.figure.model_copy(update={"definition": "all dead"}))
        (found,) = event_checks([named], ged, {"all dead": scope})
        assert found.verdict == "outside range"
        assert f"The set gives {best}," in found.what
        (missing,) = event_checks([named], ged, {})
        assert "nobody has declared the scope 'all dead'" in missing.what
