"""Claims in a book: corrections in somebody's name, proposals, and never anything overwritten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cases_made import ANA
from exchanged import brought_back, case_in, cell, edited, file_in, troubles
from jirga.case import open_case
from jirga.errors import FileTrouble
from jirga.exchange import taken
from jirga.exchange.handing import hand_out, take_in


def rows(book: Any, column: str = "amount") -> dict[str, Any]:
    """The cells of one column of the claims, by the words of the claim."""
    page = book["Claims"]
    return {
        cell(book, "Claims", n, "words").value: cell(book, "Claims", n, column)
        for n in range(2, page.max_row + 1)
    }


def add(book: Any, **said: str) -> None:
    """Add a row of a claim."""
    last = book["Claims"].max_row + 1
    for column, value in said.items():
        cell(book, "Claims", last, column).value = value


def test_unchanged_it_leaves_every_claim_alone(tmp_path: Path) -> None:
    """Nothing is written, neither into the file nor into the log."""
    case, book = case_in(tmp_path), tmp_path / "book.xlsx"
    assert hand_out(case.folder, book)["claim"] == 7
    before = case.verify()
    found = take_in(book, case.folder)
    assert (found.nothing, found.changes, found.notes) == (True, (), ())
    assert case.verify() == before


def test_a_changed_cell_is_a_correction(tmp_path: Path) -> None:
    """In the importer's name, with what it said before; undone, the claim is as it was."""
    case = case_in(tmp_path)

    def change(book: Any) -> None:
        rows(book)["55 civilians"].value = "at least 56"
        rows(book, "place")["47 soldiers"].value = "Torkham"
        rows(book, "period")["47 soldiers"].value = "2025-02"

    found = brought_back(tmp_path, case.folder, change)
    assert len(found.corrections) == 2
    found.write(by="bo", at="2025-03-11T08:00:00Z", note="from book.xlsx")
    by_words = {one.claim.main.quote: one for one in case.claims()}
    civilians = by_words["55 civilians"]
    assert (civilians.state, civilians.claim.value, civilians.claim.bound) == ("corrected", 56, "at_least")
    assert by_words["47 soldiers"].claim.place.name == "Torkham"
    assert by_words["47 soldiers"].claim.period == by_words["55 civilians"].claim.period
    last = case.history(civilians.id)[-1]
    assert (last.by, last.note, last.before["value"], last.after["value"]) == ("bo", "from book.xlsx", 55, 56)
    case.undo(civilians.id, **ANA)
    assert case.claim(civilians.id).claim.value == 55
    assert open_case(case.folder).verify().troubles == ()
    assert [one.state for one in case.claims()].count("proposed") == 6


def test_one_amount_however_it_is_written(tmp_path: Path) -> None:
    """What Excel makes of a number typed over itself is no correction."""
    case = case_in(tmp_path)

    def change(book: Any) -> None:
        rows(book)["55 civilians"].value = 55
        rows(book)["about $43,000 a month"].value = "around 43000"

    found = brought_back(tmp_path, case.folder, change)
    assert (found.corrections, found.nothing) == ((), True)


def test_a_new_row_is_a_proposal(tmp_path: Path) -> None:
    """Its words must stand in the document, at one place."""
    case = case_in(tmp_path)

    def change(book: Any) -> None:
        said = "mostly in KP province"
        add(
            book,
            kind="figure",
            document="wire",
            words=said,
            amount="dozens",
            place="KP province",
            claimant="UN team",
        )
        add(
            book,
            kind="tie",
            document="wire",
            words="one member state",
            source="Kabul",
            relation="funds",
            target="TTP",
        )

    found = brought_back(tmp_path, case.folder, change)
    found.write(by="bo", at="2025-03-11T08:00:00Z")
    figure = next(one for one in case.claims("figure") if one.claim.main.quote == "mostly in KP province")
    assert (figure.state, figure.claim.vague, figure.claim.place.name) == (
        "proposed",
        "dozens",
        "KP province",
    )
    (tie,) = case.claims("tie")
    assert (tie.claim.source.name, tie.claim.relation, tie.claim.target.name) == ("Kabul", "funds", "TTP")
    assert case.history(tie.id)[0].by == "bo"


def test_what_cannot_be_a_claim(tmp_path: Path) -> None:
    """Each with its row and column, all at once, and nothing is written."""
    case = case_in(tmp_path)

    def change(book: Any) -> None:
        rows(book)["55 civilians"].value = "a few or so"
        rows(book, "speaker")["More than 600 attacks"].value = "Kabul"
        rows(book, "unit")["47 soldiers"].value = "dead"
        rows(book, "state")["600 attacks"].value = "accepted"
        rows(book, "words")["57 civilians"].value = "58 civilians"
        rows(book, "kind")["$43,000 every month"].value = "tie"
        add(book, kind="tie", document="wire", words="Peshawar", source="Kabul", relation="funds")
        add(book, kind="rumour", document="nowhere", words="Peshawar")
        add(book, kind="figure", document="wire", words="civilians were never", amount="7")

    before = case.verify()
    said = " | ".join(troubles(tmp_path, case.folder, change))
    for words in (
        "column amount (E): 'a few or so' is no amount",
        "column speaker (Q): a claim of the kind figure has no speaker",
        "column unit (F): 'dead' is no unit",
        "column state (AG): is only shown here",
        "column words (D): '58 civilians' does not stand in the text",
        "column kind (B): no claim changes its kind, which is 'figure'",
        "column target (Y): is empty. Hint: a tie needs it",
        "column kind (B): 'rumour' is no kind",
        "column words (D): 'civilians were never' stands nowhere in wire",
    ):
        assert words in said, said
    assert case.verify() == before


def test_a_claim_judged_meanwhile_is_not_judged_unseen(tmp_path: Path) -> None:
    """A book from before somebody's judgement does not correct over it."""
    case = case_in(tmp_path)
    book = edited(tmp_path, case.folder, lambda one: setattr(rows(one)["55 civilians"], "value", "56"))
    claim = next(one for one in case.claims() if one.claim.main.quote == "55 civilians")
    case.review(claim.id, "rejected", **ANA)
    with pytest.raises(ValueError, match="since the export in case too"):
        take_in(book, case.folder)


def test_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the file cannot be written the record is as before, and the other way round."""
    case = case_in(tmp_path)

    def change(book: Any) -> None:
        rows(book)["55 civilians"].value = 56
        cell(book, "Wants", "A2", "basis").value = "argued"

    found = brought_back(tmp_path, case.folder, change)
    before, log = case.conflict_file.read_bytes(), case.verify()

    def fails(*_: object, **__: object) -> None:
        raise FileTrouble("talks", "is full", "make room")

    with monkeypatch.context() as patched:
        patched.setattr(taken, "write_bytes", fails)
        with pytest.raises(FileTrouble):
            found.write(by="bo", at=ANA["at"])
    assert (case.conflict_file.read_bytes(), case.verify()) == (before, log)
    real = taken.Taken.write_file

    def then_fails(self: taken.Taken) -> None:
        real(self)
        raise FileTrouble("case.db", "is gone", "look for it")

    with monkeypatch.context() as patched:
        patched.setattr(taken.Taken, "write_file", then_fails)
        with pytest.raises(FileTrouble):
            found.write(by="bo", at=ANA["at"])
    assert (case.conflict_file.read_bytes(), case.verify()) == (before, log)
    found.write(by="bo", at=ANA["at"])
    assert b"basis: argued" in case.conflict_file.read_bytes()
    assert case.verify().entries == log.entries + 1


def test_claims_are_not_taken_into_a_file(tmp_path: Path) -> None:
    """A file has no record to keep them in."""
    book = edited(tmp_path, case_in(tmp_path).folder, lambda _: None)
    with pytest.raises(ValueError, match="sheet Claims: holds claims, and they are kept in a case"):
        take_in(book, file_in(tmp_path))


def test_a_case_without_a_conflict_file(tmp_path: Path) -> None:
    """Its book has the claims alone."""
    case = case_in(tmp_path)
    case.conflict_file.unlink()
    found = brought_back(tmp_path, case.folder, lambda one: setattr(rows(one)["55 civilians"], "value", 56))
    found.write(by="bo", at=ANA["at"])
    assert not case.conflict_file.exists()
    assert [one.state for one in case.claims()].count("corrected") == 1
