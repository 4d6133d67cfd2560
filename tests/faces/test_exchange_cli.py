"""Handing out and taking back on the command line: what is said, and what is left as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exchanged import TALKS, case_in, cell, file_in
from faces.shell import run


def test_there_and_back(tmp_path: Path) -> None:
    """A changed cell is told before it is written, and written without --dry-run."""
    path, book = file_in(tmp_path), tmp_path / "book.xlsx"
    out = run("export", path, "--to", book)
    assert (out.code, out.err) == (0, "")
    assert "2 parties, 3 options, 6 wants, 2 positions" in out.out
    assert f"jirga import {book} --into {path}" in out.out
    assert "says the same already" in run("import", book, "--into", path).out
    opened = load_workbook(book)
    cell(opened, "Wants", "A2", "basis").value = "argued"
    opened["Wants"].delete_rows(7)
    opened.save(book)
    tried = run("import", book, "--into", path, "--dry-run")
    assert tried.out.splitlines()[0] == "want A2, basis: nothing -> 'argued'"
    assert tried.out.splitlines()[1].startswith("Note: 1 want is not in the sheet Wants and kept (b.3)")
    assert path.read_text() == TALKS
    done = run("import", book, path)
    assert (done.code, done.err) == (0, "")
    assert f"Wrote {path}: 1 change. Next: jirga check {path}" in done.out
    assert path.read_text() == TALKS.replace('never"}', 'never", basis: argued}')


def test_every_trouble_on_a_line_of_its_own(tmp_path: Path) -> None:
    """All of them, with their places, and nothing is written."""
    path, book = file_in(tmp_path), tmp_path / "book.xlsx"
    run("export", path, "--to", book)
    opened = load_workbook(book)
    cell(opened, "Wants", "A2", "basis").value = "agrued"
    cell(opened, "Wants", "A1", "want").value = "goo"
    opened.save(book)
    ended = run("import", book, "--into", path)
    assert (ended.code, ended.out) == (2, "")
    first, second, last = ended.err.splitlines()
    where = f"{book}, sheet Wants, row 2, column want (D)"
    assert first == f"jirga: {where}: no option is called 'goo'. Hint: did you mean 'go'?"
    assert "row 3, column basis (H): 'agrued' is no basis. Hint: did you mean 'argued'?" in second
    assert last == "jirga: nothing was changed"
    assert path.read_text() == TALKS


def test_of_a_case(tmp_path: Path) -> None:
    """All three forms; a changed claim is a correction by --by."""
    case = case_in(tmp_path)
    for name in ("book.xlsx", "all.jsonl", "ties.graphml", "positions.csv"):
        assert run("export", case.folder, "--to", tmp_path / name).code == 0
    opened = load_workbook(tmp_path / "book.xlsx")
    cell(opened, "Claims", 2, "unit").value = "strikes"
    opened.save(tmp_path / "book.xlsx")
    ended = run("import", tmp_path / "book.xlsx", "--into", case.folder, "--by", "bo")
    assert (ended.code, ended.err) == (0, "")
    (changed,) = case.claims(state="corrected")
    assert case.history(changed.id)[-1].by == "bo"
    text = (tmp_path / "all.jsonl").read_text(encoding="utf-8").replace("posts on the line", "posts")
    (tmp_path / "all.jsonl").write_text(text, encoding="utf-8")
    ended = run("import", tmp_path / "all.jsonl", "--into", case.folder)
    assert ended.code == 1
    assert "says another issue than is there. Hint: change it in the conflict file" in ended.err
    assert "Note: changed in case since the export" in ended.out


def test_only_what_a_level_may_see(tmp_path: Path) -> None:
    """Nothing above the level is in it, in no form; what was left out is said, and it comes back harmless."""
    told = "  told: {title: Told in confidence, level: red, passages: {p1: a secret meeting in Doha}}\n"
    text = TALKS.replace("sources:\n", f"sources:\n{told}").replace(
        'why: "it says: never"', "why: met in Doha, cite: told#p1, quote: a secret meeting"
    )
    path = file_in(tmp_path, text)
    for name in ("book.xlsx", "all.jsonl", "ties.graphml"):
        ended = run("export", path, "--to", tmp_path / name, "--level", "green")
        assert (ended.code, ended.err) == (0, ""), ended
        assert b"Doha" not in (tmp_path / name).read_bytes()
    opened = load_workbook(tmp_path / "book.xlsx")
    words = [str(one.value) for page in opened for row in page.iter_rows() for one in row]
    assert not [one for one in words if "Doha" in one or "secret" in one or one == "A2"]
    assert any("green" in one for one in words)
    ended = run("import", tmp_path / "book.xlsx", "--into", path)
    assert "says the same already" in ended.out, ended
    assert path.read_text() == text


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("export", "talks.yaml"), "name one file to write"),
        (("export", "talks.yaml", "a.csv", "--to", "b.csv"), "name one file to write"),
        (("export", "talks.yaml", "--to", "book.ods"), "ends in none of .xlsx"),
        (("export", "talks.yaml", "--to", "talks.yaml"), "is there already"),
        (("export", "talks.yaml", "a.csv", "--level", "red"), "--level goes with --to"),
        (("export", "no.yaml", "--to", "book.xlsx"), "cannot be read"),
        (("import", "book.jsonl"), "name one file or case"),
        (("import", "book.jsonl", "--into", "talks.yaml"), "cannot be read"),
        (("import", "talks.xlsx", "--into", "talks.yaml"), "cannot be read"),
    ],
)
def test_what_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], said: str
) -> None:
    """In one line, and it ends with 2."""
    monkeypatch.chdir(tmp_path)
    file_in(tmp_path)
    ended = run(*args)
    assert ended.code == 2
    assert said in ended.err
    assert ended.out == ""
    assert [one.name for one in tmp_path.iterdir()] == ["talks.yaml"]


def test_of_a_case_only_what_a_level_may_see(tmp_path: Path) -> None:
    """The documents, passages, claims, judgements and names above the level are in none of the forms."""
    case = case_in(tmp_path)
    assert run("add", case.folder, tmp_path / "blog.txt", "--level", "green").code == 0
    for name in ("book.xlsx", "all.jsonl", "ties.graphml"):
        ended = run("export", case.folder, "--to", tmp_path / name, "--level", "green")
        assert (ended.code, ended.err) == (0, ""), ended
    kinds = [json.loads(one)["kind"] for one in (tmp_path / "all.jsonl").read_text("utf-8").splitlines()]
    assert [kinds.count(one) for one in ("document", "claim", "review")] == [1, 3, 0]
    assert b"soldiers" not in (tmp_path / "all.jsonl").read_bytes()
    opened = load_workbook(tmp_path / "book.xlsx")
    assert {cell(opened, "Claims", row, "document").value for row in range(2, 5)} == {"blog"}
    assert opened["Claims"].max_row == 4
    for name in ("book.xlsx", "all.jsonl"):
        assert "says the same already" in run("import", tmp_path / name, "--into", case.folder).out
