"""`jirga events`: what event data say, on a terminal of 80 columns and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eventfiles import acled, file_of, ged, polecat
from faces.shell import one_line, run


@pytest.fixture
def events(tmp_path: Path) -> Path:
    """Four rows: one that does not add up, one that lasts into the next month."""
    rows = [
        *(ged(1, deaths_a=2, low=2, high=5), ged(2, best=9)),
        ged(3, date_start="2021-03-30", date_end="2021-04-02", date_prec=2, adm_1="South"),
        ged(4, date_start="2021-04-05"),
    ]
    return file_of(tmp_path, "ged", *rows, name="GEDEvent_v25_1.csv")


def words(text: str) -> str:
    """Text without its line breaks, every line of it short enough."""
    assert max(map(len, text.splitlines())) <= 80
    return " ".join(text.split())


def test_load(events: Path, tmp_path: Path) -> None:
    """What was kept, what was left out and why, and what may be done with it."""
    ended = run("events", "load", events, "--into", tmp_path / "sets")
    assert (ended.code, ended.err) == (0, "")
    said = words(ended.out)
    assert "UCDP GED 25.1: GEDEvent_v25_1.csv" in said
    assert "4 rows: 3 kept, 1 left out." in said
    assert "1 row has deaths that do not add up: row 2 (line 4), column best" in said
    assert "CC BY 4.0. Its rows may be passed on." in said
    (kept,) = (tmp_path / "sets").iterdir()
    assert run("events", "counts", kept).out == run("events", "counts", tmp_path / "sets").out


def test_load_only_looks(events: Path) -> None:
    """Without --into nothing is written."""
    before = sorted(events.parent.iterdir())
    assert "Nothing was kept" in words(run("events", "load", events).out)
    assert sorted(events.parent.iterdir()) == before


def test_load_json(events: Path) -> None:
    """The same as JSON, with every problem at its row and column."""
    said = json.loads(run("events", "load", events, "--json").out)
    assert (said["rows"], said["kept"], said["left_out"], said["version"]) == (4, 3, 1, "25.1")
    (problem,) = said["problems"]
    assert (problem["row"], problem["line"], problem["column"], problem["kind"]) == (2, 4, "best", "sum")


def test_counts(events: Path) -> None:
    """A table by month, what is in no month, how late the data are, and what was left out."""
    said = words(run("events", "counts", events).out)
    assert "2021-03 1 3 2 5 +1 (1)" in said
    assert "2021-04 1 1 1 1 +1 (1)" in said
    assert "1 event stands in no month's number" in said
    assert "1 row of the file could not be counted" in said
    assert "UCDP publishes a year about the middle of the next" in said
    assert "its last month may not be whole" in said


def test_counts_json(events: Path) -> None:
    """All lines, with what may belong to them."""
    said = json.loads(run("events", "counts", events, "--by", "place", "--json").out)
    assert [(one["name"], one["events"]) for one in said["lines"]] == [("North", 2), ("South", 1)]
    assert said["total"]["deaths"] == 5
    assert said["covers"] == ["2021-03-01", "2021-04-05"]


@pytest.mark.parametrize("by", ["place", "actor", "group"])
def test_other_lines(by: str, events: Path) -> None:
    """Every way to count prints a table that fits."""
    ended = run("events", "counts", events, "--by", by, "--from", "2021-03", "--to", "2021-04")
    assert (ended.code, ended.err) == (0, "")
    assert f"BY {by.upper()}" in words(ended.out)


def test_not_covered(events: Path) -> None:
    """Months of which the set says nothing are not shown as zero."""
    said = words(run("events", "counts", events, "--from", "2022-01", "--to", "2022-02").out)
    assert "The set says nothing of these months: that is not zero." in said


def test_nothing_of_what_may_not_be_passed_on(tmp_path: Path) -> None:
    """ACLED's notes and places of single events stand in no output; its terms do."""
    path = file_of(tmp_path, "acled", acled(1, notes="SECRETNOTE"), acled(2, fatalities=0))
    for args in (("load", path, "--into", tmp_path / "sets"), ("counts", path), ("counts", path, "--json")):
        ended = run("events", *args)
        assert ended.code == 0
        assert "SECRETNOTE" not in ended.out
    assert "never written out again" in words(run("events", "counts", path).out)
    assert not any(b"SECRETNOTE" in one.read_bytes() for one in (tmp_path / "sets").iterdir())


def test_no_deaths_no_columns_of_deaths(tmp_path: Path) -> None:
    """Of data that count no deaths no deaths are shown, not even zero."""
    said = words(run("events", "counts", file_of(tmp_path, "polecat", polecat(1))).out)
    assert "In all 1 event." in said
    assert "0 deaths" not in said


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (("--place", "Nroth"), "did you mean 'North'"),
        (("--from", "2021-13"), "write months as 2021-03"),
        (("--actor", "Movment"), "did you mean 'Movement'"),
    ],
)
def test_mistakes_are_one_line(args: tuple[str, ...], hint: str, events: Path) -> None:
    """A slip of the pen is one line with the file and what to try, and code 2."""
    ended = run("events", "counts", events, *args)
    assert (ended.code, ended.out) == (2, "")
    one_line(ended.err, events)
    assert hint in ended.err


def test_hostile_files_are_one_line(tmp_path: Path) -> None:
    """Whatever the file, one line and code 2, without a traceback."""
    path = tmp_path / "events.csv"
    for content in (
        b"",
        b"\xff\xfe\x00",
        b"a,b\n" * 9,
        b"\x80" * 5000,
        b'"' * 99,
        b"x" * 2_500_000,
        bytes(99),
    ):
        path.write_bytes(content)
        for verb in ("load", "counts"):
            ended = run("events", verb, path)
            assert (ended.code, ended.out) == (2, ""), content[:20]
            one_line(ended.err, path)


def test_signs_that_steer_a_terminal(tmp_path: Path) -> None:
    """A cell cannot steer the terminal it is shown on."""
    path = file_of(tmp_path, "ged", ged(1, side_a="a\x1b[31mb"), ged(2, best="\x1b[2J"))
    for args in (("load", path), ("counts", path, "--by", "actor")):
        assert "\x1b" not in run("events", *args).out


def test_into_a_case(events: Path, tmp_path: Path) -> None:
    """A set loaded into a case is in its record, listed, verified, and purged; counts take the case."""
    talks = tmp_path / "talks"
    assert run("new", talks).code == 0
    assert "No event data yet" in run("events", "sets", talks).out
    said = json.loads(run("events", "load", events, "--into", talks, "--accessed", "2025-02", "--json").out)
    kept = Path(said["into"])
    assert kept.parent == talks / "datasets"
    listed = words(run("events", "sets", talks).out)
    assert f"{kept.stem} 3 2021-03-01 to 2021-04-05 CC BY 4.0 2025-02-28" in listed
    (one,) = json.loads(run("events", "sets", talks, "--json").out)
    assert one["file_sha256"] == said["sha256"]
    assert "UCDP GED 25.1" in run("events", "counts", talks).out
    assert "Whole: 1 entry fits" in run("verify", talks).out
    kept.write_bytes(b"x")
    ended = run("verify", talks)
    assert (ended.code, f"the event data {kept.stem} were changed, or are gone" in ended.out) == (1, True)
    assert f"Purged: {kept.stem}" in run("purge", talks, kept.name, "--yes").out
    assert not kept.exists()
    assert "Whole: 2 entries fit" in run("verify", talks).out
    ended = run("events", "load", events, "--into", talks, "--accessed", "soon")
    assert (ended.code, ended.out) == (2, "")
    one_line(ended.err, talks)
