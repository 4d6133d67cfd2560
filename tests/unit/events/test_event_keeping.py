"""Keeping event data as Parquet: whole, with its release, licence, digest and problems."""

from __future__ import annotations

import hashlib
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from eventfiles import EVENTS, file_of, ged
from jirga.errors import FileTrouble, MayNotPassOn
from jirga.events.keeping import load, may_be_passed_on, open_events
from jirga.events.passing import export
from jirga.events.reading import read_events


@pytest.mark.parametrize("kind", EVENTS)
def test_kept_whole(kind: str, tmp_path: Path) -> None:
    """What is opened again is what was read, problems and all; the digest is that of the maker's file."""
    path = file_of(tmp_path, kind, EVENTS[kind](1), EVENTS[kind](2), EVENTS[kind](2))
    read = read_events(path)
    found, kept = load(path, tmp_path / "sets")
    assert (found.origin, found.problems) == (read.origin, read.problems)
    assert found.table.equals(read.table)
    assert found.origin.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert found.left_out == 1
    assert [one.name for one in kept.parent.iterdir()] == [kept.name]
    assert open_events(tmp_path / "sets").table.equals(read.table)


def test_loaded_twice_is_kept_once(tmp_path: Path) -> None:
    """The same file has the same name; another release has another."""
    first = file_of(tmp_path, "ged", ged(1), name="GEDEvent_v25_1.csv")
    _, kept = load(first, tmp_path / "sets")
    assert load(first, tmp_path / "sets")[1] == kept
    assert kept.name.startswith("ged-25.1-")
    load(file_of(tmp_path, "ged", ged(1), ged(2), name="GEDEvent_v25_0_6.csv"), tmp_path / "sets")
    assert len(list((tmp_path / "sets").iterdir())) == 2
    with pytest.raises(FileTrouble, match="holds 2 sets"):
        open_events(tmp_path / "sets")


@pytest.mark.parametrize("record", ["case.db", "database"])
def test_into_a_case(record: str, tmp_path: Path) -> None:
    """A case has a place for event data, wherever its record is kept."""
    case = tmp_path / "talks"
    case.mkdir()
    (case / record).write_bytes(b"")
    _, kept = load(file_of(tmp_path, "ged", ged(1)), case)
    assert kept.parent == case / "datasets"
    assert open_events(case).kept == 1


def test_the_file_says_everything(tmp_path: Path) -> None:
    """Any program that reads Parquet finds the events, the maker's own columns and the licence."""
    _, kept = load(file_of(tmp_path, "ged", ged(1), ged(2, source_article='a "quoted"\nline')), tmp_path)
    query = "SELECT given_source_article FROM read_parquet($path) WHERE event = '2'"
    assert duckdb.execute(query, {"path": str(kept)}).fetchall() == [('a "quoted"\nline',)]
    assert b"CC BY 4.0" in pq.read_metadata(kept).metadata[b"jirga"]


@pytest.mark.parametrize("kind", ["acled", "gtd"])
def test_never_passed_on(kind: str, tmp_path: Path) -> None:
    """Of a set whose rows may not be passed on only what is counted is kept, and nothing is written out."""
    secret = {"acled": {"notes": "SECRETNOTE"}, "gtd": {"summary": "SECRETNOTE"}}[kind]
    found, kept = load(file_of(tmp_path, kind, EVENTS[kind](1, **secret)), tmp_path / "sets")
    assert not [name for name in pq.read_schema(kept).names if name.startswith("given_")]
    assert not may_be_passed_on(kept)
    with pytest.raises(MayNotPassOn, match="may not be written out again"):
        export(found, tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


def test_passed_on_where_it_may(tmp_path: Path) -> None:
    """GED is written out with its rows; a file that is there already is not written over."""
    found, kept = load(file_of(tmp_path, "ged", ged(1), ged(2)), tmp_path / "sets")
    assert may_be_passed_on(kept)
    export(found, tmp_path / "out.csv")
    query = "SELECT count(*), sum(best) FROM read_csv($path)"
    assert duckdb.execute(query, {"path": str(tmp_path / "out.csv")}).fetchall() == [(2, 2)]
    with pytest.raises(FileTrouble, match="File exists"):
        export(found, tmp_path / "out.csv")
    assert not may_be_passed_on(tmp_path / "none.parquet")


def test_no_parquet_of_ours(tmp_path: Path) -> None:
    """Somebody else's Parquet, half a file, and an empty folder are each refused in one line."""
    other = tmp_path / "other.parquet"
    pq.write_table(pa.table({"event": [1]}), other)
    _, kept = load(file_of(tmp_path, "ged", ged(1)), tmp_path / "sets")
    half = tmp_path / "half.parquet"
    half.write_bytes(kept.read_bytes()[:2000])
    for path in (other, half):
        with pytest.raises(FileTrouble, match="no event data that"):
            open_events(path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(FileTrouble, match="holds no event data"):
        open_events(tmp_path / "empty")


def test_nothing_half_written(tmp_path: Path) -> None:
    """A file that cannot be read leaves nothing behind."""
    with pytest.raises(FileTrouble):
        load(file_of(tmp_path, "ged", ged(1, best="x")), tmp_path / "sets")
    assert list((tmp_path / "sets").iterdir()) == []
