"""An older record is brought up to date, after a copy was made; a newer one, or none, is refused."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from eventfiles import file_of, ged
from jirga.case import Case, new_case, open_case
from jirga.errors import CaseTrouble, FileTrouble
from jirga.events.keeping import load
from recorded import ME, added, proposed, written

# The first version kept no sketches, no search index and no register, and a claim's state inside its content.
OLDER = """
DROP TABLE shingles;
DROP TABLE found;
DROP TABLE names;
DROP TABLE claims;
CREATE TABLE claims (id TEXT PRIMARY KEY, content TEXT) STRICT;
UPDATE about SET value = '1' WHERE key = 'version';
"""


@pytest.fixture
def older(tmp_path: Path) -> Case:
    """A case whose record is of the first version."""
    case = new_case(tmp_path / "case")
    added(case, written(tmp_path))
    ids = proposed(case)
    case.review(ids[0], "accepted", **ME)
    case.register("party", "Kabul", **ME)
    with closing(sqlite3.connect(case.folder / "case.db")) as connection:
        connection.executescript(OLDER)
    return case


def test_an_older_record_is_brought_up_to_date(older: Case) -> None:
    """Claims, names and words are there again, the log is untouched, and the copy is the older record."""
    old = (older.folder / "case.db").read_bytes()
    case = open_case(older.folder)
    assert case.copy == older.folder / "case.version-1.db"
    with closing(sqlite3.connect(case.copy)) as connection:
        tables = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        assert connection.execute("SELECT value FROM about").fetchone() == ("1",)
        assert "shingles" not in tables
    assert old
    assert sorted(one.state for one in case.claims()) == ["accepted", "proposed", "proposed"]
    assert [one.name for one in case.names()] == ["Kabul"]
    assert case.search("torkham")
    assert case.verify().troubles == ()
    assert open_case(older.folder).copy is None


def test_event_data_of_an_older_case_can_be_entered(tmp_path: Path) -> None:
    """The second version had no table of event data: what lies there is named, and loading it enters it."""
    case = new_case(tmp_path / "case")
    maker = file_of(tmp_path, "ged", ged(1))
    load(maker, case.folder)
    with closing(sqlite3.connect(case.folder / "case.db")) as connection:
        connection.executescript("DROP TABLE datasets; UPDATE about SET value = '2' WHERE key = 'version';")
    case = open_case(case.folder)
    assert case.copy == case.folder / "case.version-2.db"
    (trouble,) = case.verify().troubles
    assert "entered nowhere (jirga events load enters them)" in trouble
    case.load(maker, **ME)
    assert case.verify().troubles == ()


def test_a_migration_that_fails_changes_nothing(older: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """If it goes wrong half-way, the record is as it was, and can be brought up to date later."""
    from jirga.record import migrating

    def broken(*_: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(migrating, "indexed_again", broken)
    with pytest.raises(RuntimeError):
        open_case(older.folder)
    with closing(sqlite3.connect(older.folder / "case.db")) as connection:
        assert connection.execute("SELECT value FROM about").fetchone() == ("1",)
        assert "state" not in [row[1] for row in connection.execute("PRAGMA table_info(claims)")]
    monkeypatch.undo()
    assert open_case(older.folder).verify().troubles == ()


def test_a_newer_record_is_left_alone(tmp_path: Path) -> None:
    """What a newer Jirga made is refused, and not touched."""
    case = new_case(tmp_path / "case")
    with closing(sqlite3.connect(case.folder / "case.db")) as connection:
        connection.execute("UPDATE about SET value = '99'")
        connection.commit()
    with pytest.raises(CaseTrouble, match="made by a newer Jirga"):
        open_case(case.folder)


@pytest.mark.parametrize(
    "content", [b"", b"not a database at all, but long enough to be one" * 100], ids=["empty", "no"]
)
def test_what_is_no_record_is_refused(content: bytes, tmp_path: Path) -> None:
    """A file of the right name that is no record is refused in one line that names it."""
    (tmp_path / "case.db").write_bytes(content)
    with pytest.raises((FileTrouble, CaseTrouble)) as trouble:
        open_case(tmp_path)
    assert str(tmp_path / "case.db") in str(trouble.value)
    assert len(str(trouble.value).splitlines()) == 1


def test_folders_that_are_no_case(tmp_path: Path) -> None:
    """A folder without a record, or that is not there, is no case; a full one is not made into one."""
    with pytest.raises(FileTrouble, match="is no case"):
        open_case(tmp_path)
    with pytest.raises(FileTrouble, match="is no folder"):
        open_case(tmp_path / "none")
    (tmp_path / "x").write_text("x", encoding="utf-8")
    with pytest.raises(FileTrouble, match="is there already"):
        new_case(tmp_path)


def test_a_server_that_cannot_be_reached(tmp_path: Path) -> None:
    """An address of no database, or of one that does not answer, is told in one line, without password."""
    for number, address in enumerate(
        ("nonsense", "oracle://x/y", "postgresql+psycopg://me:secret@/x?host=/nowhere")
    ):
        with pytest.raises((CaseTrouble, FileTrouble)) as trouble:
            new_case(tmp_path / str(number), database=address)
        assert len(str(trouble.value).splitlines()) == 1
        assert "secret" not in str(trouble.value)
