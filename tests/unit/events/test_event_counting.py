"""Counting published events, and what is refused instead of counted as zero."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventfiles import acled, file_of, ged, gtd, polecat
from jirga.errors import UnknownName, WrongMonth
from jirga.events.counts import counts
from jirga.events.eventset import EventSet
from jirga.events.reading import read_events

DATA = Path(__file__).parents[4] / "shared" / "evidence" / "data"


@pytest.fixture
def some(tmp_path: Path) -> EventSet:
    """Events of two provinces and three months, the middle one without any."""
    rows = [
        *(ged(1), ged(2, adm_1="South", adm_2="Low", country="Land"), ged(3, date_start="2021-05-02")),
        ged(4, date_start="2021-05-03", adm_1="", adm_2="", deaths_a=4),
    ]
    return read_events(file_of(tmp_path, "ged", *rows))


def test_a_month_without_events_is_zero_and_one_outside_is_not(some: EventSet) -> None:
    """Inside what the set covers a month without events has a line; outside it has none, and is named."""
    found = counts(some, months=("2021-02", "2021-06"))
    assert [(one.name, one.events) for one in found.lines] == [("2021-03", 2), ("2021-04", 0), ("2021-05", 2)]
    assert found.not_covered == ("2021-02", "2021-06")
    assert counts(some, months=("2023-01", "2023-02")).covered is False


def test_places_one_level_finer(some: EventSet) -> None:
    """By province in a country, by district in a province; what is placed less finely comes last."""
    assert [(one.name, one.events) for one in counts(some, by="place").lines] == [
        ("North", 2),
        ("South", 1),
        ("", 1),
    ]
    north = counts(some, by="place", place="NORTH")
    assert [(one.name, one.events) for one in north.lines if one.events] == [("Old Town", 2)]
    assert (north.total.events, north.total.possible, north.total.possible_deaths) == (2, 1, 5)


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ({"place": "Nroth"}, "did you mean 'North'"),
        ({"actor": "Movment"}, "did you mean 'Movement'"),
        ({"group": "police"}, "known here: side-a, side-b, civilians, unknown"),
        ({"place": "town"}, "known here: Old Town"),
    ],
)
def test_unknown_names_are_not_zero(asked: dict[str, str], hint: str, some: EventSet) -> None:
    """A name that the set does not have is refused, with what it may be."""
    with pytest.raises(UnknownName) as caught:
        counts(some, **asked)  # type: ignore[arg-type]
    assert hint in str(caught.value)


def test_names_are_only_names(some: EventSet) -> None:
    """Whatever stands in a name is looked for, and never run."""
    for name in ("North' OR 1=1 --", "x'); DROP TABLE events; --", "%"):
        with pytest.raises(UnknownName):
            counts(some, place=name)
        with pytest.raises(UnknownName):
            counts(some, actor=name)


@pytest.mark.parametrize("month", ["2021", "2021-13", "2021-3", "March", "2021-03-01", "0000-01", "٢٠٢١-٠٣"])
def test_wrong_months(month: str, some: EventSet) -> None:
    """A month is written in one way."""
    with pytest.raises(WrongMonth, match="is no month"):
        counts(some, months=(month, ""))
    with pytest.raises(WrongMonth, match="is before"):
        counts(some, months=("2021-04", "2021-03"))


def test_a_week_across_months(tmp_path: Path) -> None:
    """A week that may lie in two months is in neither number; a month's precision is in its month."""
    rows = [acled(1, time_precision=2, event_date="2025-03-03"), acled(2, time_precision=3, fatalities=5)]
    found = counts(read_events(file_of(tmp_path, "acled", *rows)))
    lines = [(one.name, one.events, one.deaths, one.possible, one.possible_deaths) for one in found.lines]
    assert lines == [("2025-02", 0, 0, 1, 2), ("2025-03", 1, 5, 1, 2)]
    assert (found.across.events, found.total.events, found.total.deaths) == (1, 2, 7)


def test_associated_actors(tmp_path: Path) -> None:
    """ACLED's associated actors can be asked for, each by name."""
    some = read_events(file_of(tmp_path, "acled", acled(1), acled(2, assoc_actor_1="")))
    assert counts(some, actor="cousins").total.events == 1


def test_deaths_not_known(tmp_path: Path) -> None:
    """GTD's unknown deaths are no zero; its other dead are surely none of the perpetrators."""
    some = read_events(file_of(tmp_path, "gtd", gtd(1), gtd(2, nkill=-9, nkillter=-9)))
    total = counts(some).total
    assert (total.events, total.deaths, total.not_known) == (2, 3, 1)
    lines = [(one.name, one.low, one.deaths, one.high) for one in counts(some, by="group").lines]
    assert lines == [("side-a", 1, 1, 1), ("unknown", 2, 2, 2)]


def test_no_deaths_at_all(tmp_path: Path) -> None:
    """POLECAT tells no deaths, so no group can be asked for."""
    some = read_events(file_of(tmp_path, "polecat", polecat(1)))
    assert counts(some).total.not_known == 1
    assert counts(some, by="group").lines == ()
    with pytest.raises(UnknownName):
        counts(some, group="civilians")


@pytest.mark.skipif(not DATA.exists(), reason="../shared is not here")
def test_published_counts() -> None:
    """All that GED 22.1 says of Pakistan adds up, and its worst month was May 2009 in Swat."""
    some = read_events(DATA / "ged221_hdx_pak_1989-2021.csv")
    found = counts(some)
    assert len(found.lines) == 33 * 12
    assert found.across.events == 39
    assert sum(one.events for one in found.lines) == 6416 - 39
    assert max(found.lines, key=lambda one: one.deaths).name == "2009-05"
    (worst, *_) = counts(
        some, by="place", place="Khyber Pakhtunkwa province", months=("2009-05", "2009-05")
    ).lines
    assert worst.name == "Swat district"
    with pytest.raises(UnknownName, match="did you mean 'Khyber Pakhtunkwa province'"):
        counts(some, place="Khyber Pakhtunkhwa")
