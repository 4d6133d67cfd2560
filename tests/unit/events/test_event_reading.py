"""Rows of event data: each is kept, or listed with its number and why."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from eventfiles import GED, acled, file_of, ged, gtd, polecat, table
from jirga.errors import FileTrouble
from jirga.events.eventset import EventSet
from jirga.events.reading import read_events


def read(folder: Path, kind: str, *rows: dict[str, object]) -> EventSet:
    """Read rows of one kind, and see that none is lost."""
    found = read_events(file_of(folder, kind, *rows))
    named = {one.row for one in found.problems if one.severity == "error"}
    assert found.origin.rows == len(rows) == found.kept + found.left_out
    assert found.left_out == len(named)
    assert set(found.table["row"].to_pylist()).isdisjoint(named)
    return found


def said(found: EventSet) -> list[tuple[str, str, int, str]]:
    """What is wrong: how bad, what kind, which row and column."""
    return [(one.severity, one.kind, one.row, one.column) for one in found.problems]


def test_what_a_row_of_ged_says(tmp_path: Path) -> None:
    """Sides, deaths, place and dates stand where they should, and the line is that of the file."""
    deaths = {"deaths_a": 1, "deaths_b": 2, "deaths_civilians": 3, "deaths_unknown": 4, "low": 5, "high": 20}
    found = read(tmp_path, "ged", ged(1), ged(2, date_prec=2, date_end="2021-03-04", where_prec=3, **deaths))
    row = found.table.to_pylist()[1]
    assert [row[one] for one in ("best", "low", "high", "deaths_a", "deaths_unknown")] == [10, 5, 20, 1, 4]
    assert (row["start"], row["end"]) == (dt.date(2021, 3, 1), dt.date(2021, 3, 4))
    assert (row["precision"], row["placed"], row["type"]) == ("days", "district", "state-based")
    assert (row["actor1"], row["actor2"], row["event"]) == ("Government", "Movement", "2")
    assert (row["row"], row["line"]) == (2, 4)


def test_sum_rule(tmp_path: Path) -> None:
    """Deaths that do not make the best estimate leave the row out; its neighbours stay."""
    found = read(tmp_path, "ged", ged(1), ged(2, best=7), ged(3))
    assert said(found) == [("error", "sum", 2, "best")]
    assert "0 + 0 + 1 + 0, not 7" in str(found.problems[0])
    assert str(found.problems[0]).startswith("row 2 (line 4), column best: ")


@pytest.mark.parametrize(("low", "high"), [(2, 1), (0, 0), (5, 9)])
def test_order_is_only_warned_of(low: int, high: int, tmp_path: Path) -> None:
    """A best estimate outside low and high is kept, with a warning."""
    found = read(tmp_path, "ged", ged(1, low=low, high=high))
    assert said(found) == [("warning", "order", 1, "best")]


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        ({"id": ""}, "id"),
        ({"deaths_civilians": "one", "best": 1}, "deaths_civilians"),
        ({"best": -1}, "best"),
        ({"low": ""}, "low"),
        ({"date_start": "03/04/2021"}, "date_start"),
        ({"date_end": "2021-02-28"}, "date_end"),
        ({"date_prec": 9}, "date_prec"),
        ({"type_of_violence": "war"}, "type_of_violence"),
        ({"where_prec": ""}, "where_prec"),
    ],
)
def test_cells_that_cost_a_row(wrong: dict[str, object], column: str, tmp_path: Path) -> None:
    """What is counted must be readable; otherwise the row is left out, and the cell named."""
    row = {**ged(2), "date_end": "2021-03-01", **wrong}
    found = read(tmp_path, "ged", ged(1), row)
    assert ("error", 2, column) in [(one.severity, one.row, one.column) for one in found.problems]


def test_cells_that_do_not(tmp_path: Path) -> None:
    """Coordinates are not counted: a wrong one is warned of and not known."""
    found = read(tmp_path, "ged", ged(1, latitude="134.5"))
    assert said(found) == [("warning", "cell", 1, "latitude")]
    assert found.table["latitude"].to_pylist() == [None]


def test_one_event_once(tmp_path: Path) -> None:
    """A row with the id of an earlier one is left out, even far behind it."""
    found = read(tmp_path, "ged", *(ged(one) for one in range(1, 30)), ged(3, deaths_a=9))
    assert said(found) == [("error", "twice", 30, "")]
    assert "row 3" in found.problems[0].what


def test_half_a_row(tmp_path: Path) -> None:
    """A row cut short is listed; the file with it is read."""
    whole = table(GED, [ged(1), ged(2, source_article="x")])
    path = tmp_path / "events.csv"
    path.write_text(whole[: whole.rindex(",North")], encoding="utf-8", newline="")
    found = read_events(path)
    assert said(found) == [("error", "not-a-row", 2, "")]
    assert (found.origin.rows, found.kept) == (2, 1)
    assert "cells instead of 49" in found.problems[0].what


def test_a_quotation_mark_too_many(tmp_path: Path) -> None:
    """One that closes inside a cell costs its row; one that is never closed costs the file."""
    lines = table(GED, [ged(one, source_article="plain") for one in (1, 2, 3)]).splitlines(keepends=True)
    path = tmp_path / "events.csv"
    lines[2] = lines[2].replace("plain", '"pl"ain')
    path.write_text("".join(lines), encoding="utf-8", newline="")
    found = read_events(path)
    assert said(found) == [("error", "not-a-row", 2, "")]
    assert found.table["row"].to_pylist() == [1, 3]
    lines[2] = lines[2].replace('"pl"ain', '"plain')
    path.write_text("".join(lines), encoding="utf-8", newline="")
    with pytest.raises(FileTrouble, match=r":3: a quotation mark is opened here and not closed"):
        read_events(path)


def test_nothing_can_be_read(tmp_path: Path) -> None:
    """If no row is left the file is refused, with the first reason."""
    with pytest.raises(FileTrouble, match=r"none of its 2 rows can be read; row 1 \(line 2\), column best"):
        read_events(file_of(tmp_path, "ged", ged(1, best="x"), ged(2, best="x")))


def test_a_month_that_is_a_day(tmp_path: Path) -> None:
    """One day as the date of what is known to a month is taken as the month, and it is said."""
    found = read(tmp_path, "ged", ged(1, date_prec=4), ged(2, date_prec=2, date_end="2021-03-04"))
    assert said(found) == [("warning", "date", 1, "date_prec")]
    assert found.table["start"].to_pylist() == [dt.date(2021, 3, 1), dt.date(2021, 3, 1)]
    assert found.table["end"].to_pylist() == [dt.date(2021, 3, 31), dt.date(2021, 3, 4)]


def test_acled(tmp_path: Path) -> None:
    """Two ways to write a date, three precisions, and deaths that are told in total only."""
    found = read(
        tmp_path,
        "acled",
        acled(1, event_date="03 March 2025"),
        acled(2, time_precision=2, fatalities=0),
        acled(3, time_precision=3, actor2="", assoc_actor_1=""),
    )
    one, two, three = found.table.to_pylist()
    assert (one["start"], one["end"]) == (dt.date(2025, 3, 3),) * 2
    assert (two["start"], two["end"]) == (dt.date(2025, 2, 25), dt.date(2025, 3, 9))
    assert (three["start"], three["end"]) == (dt.date(2025, 3, 1), dt.date(2025, 3, 31))
    assert (one["best"], one["deaths_unknown"], one["deaths_civilians"]) == (2, 2, None)
    assert (one["type"], one["others"]) == ("Battles; Armed clash", "Friends; Cousins")
    assert (two["best"], three["actor2"], three["others"]) == (0, None, None)
    assert found.problems == ()


def test_gtd(tmp_path: Path) -> None:
    """-9 and blank are not known, which is not zero; a day or month of 0 widens the date."""
    found = read(
        tmp_path,
        "gtd",
        gtd(1),
        gtd(2, nkill=-9, nkillter=-9, iday=0),
        gtd(3, nkill="", nkillter=0, imonth=0, iday=0),
        gtd(4, nkill="2.0", nkillter=-9),
        gtd(5, nkill=1, nkillter=2),
        gtd(6, iday=31, imonth=2),
    )
    assert said(found) == [("error", "sum", 5, "nkillter"), ("error", "date", 6, "iday")]
    one, two, three, four = found.table.to_pylist()
    assert (one["best"], one["deaths_a"], one["deaths_unknown"]) == (3, 1, 2)
    assert (two["best"], two["deaths_a"], two["deaths_unknown"]) == (None, None, None)
    assert (two["start"], two["end"]) == (dt.date(2019, 5, 1), dt.date(2019, 5, 31))
    assert (three["best"], three["precision"], three["end"]) == (None, "longer", dt.date(2019, 12, 31))
    assert (four["best"], four["deaths_a"], four["deaths_unknown"]) == (2, None, 2)


def test_polecat(tmp_path: Path) -> None:
    """Tabs between cells, line breaks inside them, and no deaths."""
    found = read(tmp_path, "polecat", polecat(1), polecat(2, **{"Event Date": "2023-02-30"}))
    assert said(found) == [("error", "cell", 2, "event_date")]
    (row,) = found.table.to_pylist()
    assert (row["actor1"], row["actor2"], row["best"], row["line"]) == ("Movement", "Government", None, 2)
