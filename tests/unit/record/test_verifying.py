"""Verifying finds whatever was changed behind the record's back; purging leaves nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, text

from jirga.case import Case, open_case
from jirga.errors import FileTrouble, NotInText, UnknownName
from jirga.record.digests import canonical, digest
from jirga.record.log import content_digest
from recorded import ME, TEXT, added, proposed, written


def change(case: Case, *statements: str) -> None:
    """Change the database as somebody with a database tool would."""
    with case.ledger.writing() as connection:
        for one in statements:
            connection.execute(text(one))


@pytest.fixture
def worked(filled: Case) -> Case:
    """A case with claims, reviews, names and a retraction."""
    ids = proposed(filled)
    filled.review(ids[0], "accepted", **ME)
    filled.review(ids[1], "rejected", **ME)
    filled.register("party", "Kabul", **ME)
    filled.retract("claim", ids[2], "misread", **ME)
    assert filled.verify().troubles == ()
    return filled


TAMPERED = {
    "a judgement changed": "UPDATE claims SET state = 'accepted' WHERE kind = 'stance'",
    "a claim changed": "UPDATE claims SET content = replace(content, '600', '900')",
    "a claim deleted": "DELETE FROM claims WHERE kind = 'tie'",
    "a name deleted": "DELETE FROM names",
    "a retraction deleted": "DELETE FROM retractions",
    "a document renamed": "UPDATE documents SET name = 'other'",
    "a text changed": "UPDATE texts SET text = replace(text, 'shut', 'open')",
    "a text deleted": "DELETE FROM texts",
    "a text put in": "INSERT INTO texts VALUES ('doc_0', 'x')",
    "a passage changed": "UPDATE passages SET quote = 'x' WHERE mark = 'S1'",
    "a passage moved": "UPDATE passages SET start = start + 1 WHERE mark = 'S2'",
    "a passage deleted": "DELETE FROM passages WHERE mark = 'S3'",
    "who judged changed": "UPDATE log SET \"by\" = 'B' WHERE number = 5",
    "when changed": "UPDATE log SET at = '2020' WHERE number = 5",
    "what was done changed": "UPDATE log SET content = replace(content, '600', '900') WHERE number = 2",
    "about what changed": "UPDATE log SET about = 'x' WHERE number = 2",
    "an entry deleted": "DELETE FROM log WHERE number = 3",
    "the last entry deleted": "DELETE FROM log WHERE number = 8",
    "the first entry deleted": "DELETE FROM log WHERE number = 1",
    "an entry emptied": "UPDATE log SET content = NULL, salt = NULL, about = NULL WHERE number = 5",
    "an entry broken": "UPDATE log SET content = '{' WHERE number = 5",
    "a salt changed": "UPDATE log SET salt = 'x' WHERE number = 5",
}


@pytest.mark.parametrize("statement", TAMPERED.values(), ids=TAMPERED)
def test_tampering_is_found(worked: Case, statement: str) -> None:
    """Whatever row is changed, deleted or put in, it no longer fits."""
    change(worked, statement)
    assert worked.verify().troubles


def test_reordering_is_found(worked: Case) -> None:
    """Two entries that changed places are found."""
    move = "UPDATE log SET number = {} WHERE number = {}"
    change(worked, *(move.format(new, old) for old, new in ((5, 99), (6, 5), (99, 6))))
    assert any("of the log" in one for one in worked.verify().troubles)


def test_a_new_digest_does_not_hide_a_change(worked: Case) -> None:
    """Whoever changes an entry and its digest breaks the chain."""
    with worked.ledger.reading() as connection:
        row = connection.execute(text("SELECT about, content, salt FROM log WHERE number = 2")).one()
    content = row.content.replace("600", "900")
    own = content_digest(row.salt, row.about, content)
    with worked.ledger.writing() as connection:
        changed = text("UPDATE log SET content = :content, digest = :own WHERE number = 2")
        connection.execute(changed, {"content": content, "own": own})
    assert "entry 2 of the log was changed" in worked.verify().troubles


def test_a_log_written_anew_is_found_by_a_noted_hash(worked: Case) -> None:
    """Deleting the end of the log and what came of it fits, but for a hash that was noted elsewhere."""
    noted = worked.verify().head
    change(worked, "DELETE FROM log WHERE number = 8", "DELETE FROM retractions")
    assert worked.verify().troubles == ()
    assert worked.verify(noted).troubles == (f"no entry of the log has the hash {noted} that was noted",)


@pytest.mark.parametrize("how", ["changed", "deleted", "put in"])
def test_files_are_checked(worked: Case, how: str) -> None:
    """An original that was changed or deleted is found, and a file that belongs to nothing."""
    (file,) = worked.files.iterdir()
    acts: dict[str, Callable[[], object]] = {
        "changed": lambda: file.write_text("x"),
        "deleted": file.unlink,
        "put in": lambda: (worked.files / "x.txt").write_text("x"),
    }
    acts[how]()
    (trouble,) = worked.verify().troubles
    assert "file" in trouble


def test_reading_refuses_a_changed_text(worked: Case) -> None:
    """Nobody is shown a quotation that no longer stands in the text."""
    change(worked, "UPDATE texts SET text = replace(text, 'Torkham', 'Chaman')")
    with pytest.raises(NotInText, match="does not stand"):
        worked.claims()
    with pytest.raises(NotInText, match="no longer stands"):
        worked.passages("report")


def test_reading_refuses_a_row_that_makes_no_sense(worked: Case) -> None:
    """A row that can no longer be read is told in one line, and verifying names it."""
    change(worked, "UPDATE claims SET content = '{}' WHERE kind = 'tie'")
    with pytest.raises(FileTrouble, match="jirga verify"):
        worked.claims()
    assert any("in claims is not as the log has it" in one for one in worked.verify().troubles)


def everything(case: Case) -> bytes:
    """Every byte of a case, and every row of a server's tables."""
    held = b"".join(path.read_bytes() for path in case.folder.rglob("*") if path.is_file())
    with case.ledger.reading() as connection:
        tables = ("log", "documents", "texts", "passages", "claims", "retractions", "found")
        return held + b"".join(rows(connection, one) for one in tables)


def rows(connection: Connection, table: str) -> bytes:
    """Every row of a table."""
    return repr(connection.execute(select(text("*")).select_from(text(table))).all()).encode()


def test_purging_leaves_nothing_of_a_document(worked: Case, tmp_path: Path) -> None:
    """File, text, passages, claims, words and titles are gone from every byte; the log still fits."""
    added(worked, written(tmp_path, "Something else was said in Doha.", "other.txt"))
    document = worked.document("report")
    assert b"Islamabad" in everything(worked)
    assert b"600 attacks" in everything(worked)
    entries = worked.verify().entries
    assert [one.name for one in worked.purge("report", **ME)] == ["report"]
    left = everything(worked)
    for secret in ("Islamabad", "600 attacks", "islamabad", "Torkham", "torkham", "The Paper", "report.txt"):
        assert secret.encode() not in left, secret
    assert document.file_sha256.encode() not in left
    assert worked.verify().troubles == ()
    assert worked.verify().entries == entries + 1
    assert [one.name for one in worked.documents()] == ["other"]
    assert worked.search("torkham") == ()
    assert worked.search("doha")
    with pytest.raises(UnknownName):
        worked.purge("report", **ME)


def test_purged_content_cannot_be_guessed(worked: Case) -> None:
    """Knowing exactly what was purged does not show that it was there: the salt is gone too."""
    with worked.ledger.reading() as connection:
        row = connection.execute(text("SELECT about, content FROM log WHERE number = 2")).one()
    worked.purge("report", **ME)
    with worked.ledger.reading() as connection:
        left = connection.execute(text("SELECT digest, salt, about FROM log WHERE number = 2")).one()
    assert (left.salt, left.about) == (None, None)
    assert left.digest not in {digest(row.content), digest(canonical(["", row.about, row.content]))}


def test_a_source_is_purged_with_all_it_published(worked: Case, tmp_path: Path) -> None:
    """Purging a publisher, by any of its names, takes all of its documents and no other."""
    added(worked, written(tmp_path, "Theirs.", "b.txt"), publisher="the paper")
    added(worked, written(tmp_path, "Another's.", "c.txt"), publisher="Another")
    worked.register("source", "The Paper", ["TP"], **ME)
    assert {one.name for one in worked.to_purge("TP")} == {"report", "b"}
    worked.purge("TP", **ME)
    assert [one.name for one in worked.documents()] == ["c"]
    assert worked.verify().troubles == ()


def test_what_was_purged_can_be_added_again(worked: Case, tmp_path: Path) -> None:
    """A purge forbids nothing: the same file can be added again, and nothing old is known of it."""
    worked.purge("report", **ME)
    again = added(worked, written(tmp_path, TEXT))
    assert again.new
    assert {one.state for one in (worked.claim(name) for name in proposed(worked))} == {"proposed"}
    assert open_case(worked.folder).verify().troubles == ()
