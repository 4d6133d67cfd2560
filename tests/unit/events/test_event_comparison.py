"""A figure beside event data: not comparable unless a scope says why it is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from eventfiles import acled, file_of, ged, polecat
from jirga.events.compare import compare
from jirga.events.eventset import EventSet
from jirga.events.reading import read_events
from jirga.schema.events import Scope
from jirga.schema.record import Figure, Passage, Period

MARCH = Period(start=dt.date(2021, 3, 1), end=dt.date(2021, 3, 31))
SCOPE: dict[str, Any] = {
    "name": "civilians killed",
    "includes": ["one-sided"],
    "groups": ["civilians"],
    "territory": ["North"],
}


def figure(value: int = 5, **said: Any) -> Figure:
    """A claim of five civilian deaths in March."""
    words = Passage(start=0, end=1, quote="5")
    return Figure.model_validate(
        {"passages": (words,), "value": value, "unit": "deaths", "period": MARCH, "place": "North", **said}
    )


@pytest.fixture
def some(tmp_path: Path) -> EventSet:
    """Five civilians dead in the North in March, two perhaps, and others that are not meant."""
    rows = [
        ged(1, type_of_violence=3, deaths_civilians=3),
        ged(2, type_of_violence=3, deaths_civilians=2, deaths_unknown=1),
        ged(3, type_of_violence=3, deaths_civilians=2, adm_1="", adm_2="", where_prec=6),
        ged(4, type_of_violence=3, deaths_civilians=9, adm_1="South"),
        ged(5, type_of_violence=1, deaths_civilians=9),
        ged(6, type_of_violence=3, deaths_civilians=9, date_start="2021-04-02"),
    ]
    return read_events(file_of(tmp_path, "ged", *rows))


def test_by_default_not_comparable(some: EventSet) -> None:
    """Without a scope nothing is compared."""
    found = compare(figure(), some)
    assert (found.verdict, found.best) == ("not-comparable", None)
    assert "Declare a scope" in found.explanation


@pytest.mark.parametrize(
    ("value", "bound", "verdict"),
    [
        (5, "exact", "consistent"),
        (4, "more_than", "consistent"),
        (5, "more_than", "differs"),
        (8, "exact", "differs"),
        (9, "exact", "outside-range"),
        (4, "exact", "outside-range"),
        (4, "at_most", "outside-range"),
        (6, "less_than", "consistent"),
        (55, "about", "outside-range"),
    ],
)
def test_verdicts(value: int, bound: str, verdict: str, some: EventSet) -> None:
    """Five for sure; one more of unknown group and two more somewhere in the country: five to eight."""
    found = compare(figure(value, bound=bound), some, Scope(**SCOPE))
    assert (found.low, found.best, found.high) == (5, 5, 8)
    assert found.verdict == verdict
    assert (found.against, found.scope) == ("UCDP GED", "civilians killed")


@pytest.mark.parametrize(
    ("said", "scope", "why"),
    [
        ({"unit": "injuries"}, {}, "does not count injuries"),
        ({"period": None}, {}, "no beginning or no end"),
        ({"period": Period(start=MARCH.start)}, {}, "no beginning or no end"),
        ({"period": Period(start=dt.date(2021, 3, 1), end=dt.date(2021, 5, 31))}, {}, "the set covers"),
        ({"per": "month"}, {}, "is a rate"),
        ({"modality": "denied"}, {}, "not asserted but denied"),
        ({"value": None, "bound": "vague", "vague": "umpteen"}, {}, "not settled what 'umpteen' means"),
        ({"unit": "attacks"}, {}, "only events in which somebody died"),
        ({}, {"groups": []}, "whose deaths"),
        ({}, {"all_dead": True}, "both that all the dead"),
        ({}, {"includes": []}, "which types of event"),
        ({}, {"territory": []}, "which places of the set stand for North"),
        ({}, {"excludes": ["attacks on police"]}, "leaves out attacks on police"),
        ({}, {"territory": ["Nroth"]}, "did you mean 'North'"),
        ({}, {"sides": ["Movment"]}, "did you mean 'Movement'"),
        ({}, {"includes": ["war"]}, "no type of event is called 'war'"),
    ],
)
def test_not_comparable(said: dict[str, Any], scope: dict[str, Any], why: str, some: EventSet) -> None:
    """Each thing that is in the way is said, and no number is given."""
    found = compare(figure(**said), some, Scope(**{**SCOPE, **scope}))
    assert (found.verdict, found.low, found.best, found.high) == ("not-comparable", None, None, None)
    assert why.casefold() in found.explanation.casefold()


def test_every_reason_at_once(some: EventSet) -> None:
    """An empty scope is told all that it leaves unsaid."""
    found = compare(figure(), some, Scope(name="x"))
    assert found.explanation.count("The scope does not say") == 3


def test_events(some: EventSet) -> None:
    """Attacks are compared where both count only those in which somebody died."""
    scope = Scope(**{**SCOPE, "groups": [], "lethal_only": True})
    found = compare(figure(2, unit="attacks"), some, scope)
    assert (found.verdict, found.low, found.best, found.high) == ("consistent", 2, 2, 3)


def test_events_that_killed_by_one_estimate_alone(tmp_path: Path) -> None:
    """Somebody died by every estimate in one, by the best in two, by the highest in three of four."""
    rows = [
        ged(1, type_of_violence=3, deaths_civilians=3),
        ged(2, type_of_violence=3, deaths_civilians=2, low=0),
        ged(3, type_of_violence=3, deaths_civilians=0, low=0, high=4),
        ged(4, type_of_violence=3, deaths_civilians=0, low=0, high=0),
    ]
    scope = Scope(**{**SCOPE, "groups": [], "lethal_only": True})
    found = compare(figure(3, unit="attacks"), read_events(file_of(tmp_path, "ged", *rows)), scope)
    assert (found.verdict, found.low, found.best, found.high) == ("differs", 1, 2, 3)


def test_what_other_sets_tell(tmp_path: Path) -> None:
    """ACLED does not tell civilians apart, and counts attacks without deaths; POLECAT counts no deaths."""
    battles = {"includes": ["Battles; Armed clash"], "territory": ["North"]}
    rows = [acled(1, fatalities=0), acled(2, event_date="2025-03-30")]
    some = read_events(file_of(tmp_path, "acled", *rows))
    march = {"period": Period(start=dt.date(2025, 3, 1), end=dt.date(2025, 3, 31))}
    told = compare(figure(**march), some, Scope(name="x", groups=["civilians"], **battles))
    assert (told.verdict, "told apart here is called 'civilians'" in told.explanation) == (
        "not-comparable",
        True,
    )
    for lethal, many in ((True, 1), (False, 2)):
        found = compare(
            figure(many, unit="attacks", **march), some, Scope(name="x", lethal_only=lethal, **battles)
        )
        assert (found.verdict, found.best) == ("consistent", many)
    coded = read_events(file_of(tmp_path, "polecat", polecat()))
    assert "counts no deaths" in compare(figure(**march), coded, Scope(**SCOPE)).explanation
