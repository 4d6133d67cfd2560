"""Event data are entered in the record: a changed file is found, a purged set leaves an empty entry only."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from sqlalchemy import text

from eventfiles import acled, file_of, ged
from jirga.case import Case, open_case
from jirga.errors import CaseTrouble, FileTrouble, UnknownName
from jirga.events.keeping import open_events
from recorded import ME


@pytest.fixture
def maker(tmp_path: Path) -> Path:
    """A maker's file of three rows, one of which repeats another."""
    return file_of(tmp_path, "ged", ged(1), ged(2), ged(2), name="GEDEvent_v25_1.csv")


def kept(case: Case) -> Path:
    """The one file in which event data are kept."""
    (path,) = case.sets.iterdir()
    return path


def test_a_set_is_entered_in_the_record(case: Case, maker: Path) -> None:
    """Name, digests, release, citation, licence, date of access and counts are an entry of the log."""
    events, one = case.load(maker, accessed="2025-02-28", **ME)
    assert (events.kept, one.rows, one.kept, one.left_out) == (2, 3, 2, 1)
    assert one.file_sha256 == hashlib.sha256(maker.read_bytes()).hexdigest()
    assert one.kept_sha256 == hashlib.sha256(kept(case).read_bytes()).hexdigest()
    assert (one.title, one.version, one.file_name) == ("UCDP GED 25.1", "25.1", "GEDEvent_v25_1.csv")
    assert (one.licence, one.passed_on, one.accessed) == ("CC BY 4.0", True, dt.date(2025, 2, 28))
    assert "Sundberg" in one.cite
    assert kept(case).stem == one.name
    assert case.datasets() == (one,) == open_case(case.folder).datasets()
    assert case.dataset(one.name) == case.dataset(one.id) == case.dataset(kept(case).name) == one
    assert open_events(case.folder).kept == 2
    with case.ledger.reading() as connection:
        row = connection.execute(text("SELECT what, about, content FROM log")).one()
    assert (row.what, row.about) == ("dataset.loaded", one.id)
    assert one.file_sha256 in row.content
    assert case.verify().troubles == ()


def test_the_day_of_access_is_that_of_loading_unless_said(case: Case, maker: Path) -> None:
    """Nothing is entered for a set that is there already, unless its day of access is another."""
    assert case.load(maker, **ME)[1].accessed == dt.date(2025, 3, 10)
    case.load(maker, by="B", at="2025-04-01T00:00:00Z")
    assert (case.verify().entries, case.datasets()[0].accessed) == (1, dt.date(2025, 3, 10))
    case.load(maker, accessed="2025-03", **ME)
    assert (case.verify().entries, case.datasets()[0].accessed) == (2, dt.date(2025, 3, 31))
    with pytest.raises(CaseTrouble, match="is no date"):
        case.load(maker, accessed="yesterday", **ME)


@pytest.mark.parametrize("how", ["changed", "gone", "put in"])
def test_files_of_event_data_are_checked(how: str, case: Case, maker: Path, tmp_path: Path) -> None:
    """A kept file that was changed or deleted is found, and one that nobody entered; loading mends both."""
    case.load(maker, **ME)
    if how == "changed":
        kept(case).write_bytes(kept(case).read_bytes()[:-1] + b"x")
    elif how == "gone":
        kept(case).unlink()
    else:
        (case.sets / "ged-1-00000000.parquet").write_bytes(kept(case).read_bytes())
    (trouble,) = case.verify().troubles
    assert ("entered nowhere" if how == "put in" else "were changed, or are gone") in trouble
    if how != "put in":
        case.load(maker, **ME)
        assert case.verify().troubles == ()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM datasets",
        "UPDATE datasets SET content = replace(content, '25.1', '24.1')",
        "UPDATE log SET content = replace(content, 'CC BY 4.0', 'none')",
    ],
)
def test_tampering_with_the_entry_is_found(statement: str, case: Case, maker: Path) -> None:
    """Whoever changes what the record says of a set is found."""
    case.load(maker, **ME)
    with case.ledger.writing() as connection:
        connection.execute(text(statement))
    assert case.verify().troubles


def test_a_purged_set_leaves_an_empty_entry(case: Case, maker: Path, tmp_path: Path) -> None:
    """File and row are gone; the log keeps that there was an entry, and when, but nothing of what it said."""
    _, one = case.load(maker, **ME)
    _, other = case.load(file_of(tmp_path, "acled", acled(1)), **ME)
    assert not other.passed_on
    (gone,) = case.purge(one.name, **ME)
    assert gone == one
    assert case.datasets() == (other,)
    assert kept(case).stem == other.name
    with case.ledger.reading() as connection:
        rows = connection.execute(text("SELECT what, about, content, salt FROM log ORDER BY number")).all()
    assert [tuple(rows[0])] == [("dataset.loaded", None, None, None)]
    assert rows[-1].what == "purged"
    assert one.name not in repr(rows)
    assert case.verify().troubles == ()
    with pytest.raises(UnknownName, match="no document, publisher or set"):
        case.purge(one.name, **ME)
    assert case.load(maker, **ME)[1] == one
    assert case.verify().troubles == ()


def test_what_cannot_be_read_is_not_entered(case: Case, tmp_path: Path) -> None:
    """A broken file leaves neither a file nor an entry."""
    with pytest.raises(FileTrouble):
        case.load(file_of(tmp_path, "ged", ged(1, best="x")), **ME)
    assert (list(case.sets.iterdir()), case.datasets(), case.verify().entries) == ([], (), 0)
