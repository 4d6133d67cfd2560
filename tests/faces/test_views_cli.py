"""`jirga views`: its answer at 80 columns, its JSON, a variant's views, and its mistakes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faces.shell import TINY, one_line, packaged, run, written_to

SEEN = TINY + "views: {a: {says: B wants y, edits: [{drop: b.2}]}}\n"


def test_views(tmp_path: Path) -> None:
    """The packaged conflict: sections in order, no line wider than 80 columns, nothing on stderr."""
    ended = run("views", packaged(tmp_path, "valley_views"))
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0].startswith("A truce in the valley, as each side sees it")
    assert [line for line in lines if line.isupper()] == [
        "WHAT MISREADING CHANGES",
        "WHAT HOLDS WHERE EACH GOES BY ITS OWN VIEW",
        "WHAT EACH PARTY BELIEVES",
        "WHAT EACH WOULD EXPECT TO HOLD",
        "WHAT IS EXPECTED IN VAIN",
        "WHO WOULD BE SURPRISED, AND BY WHOSE MOVE",
    ]
    assert max(map(len, lines)) <= 80
    assert "predict" not in ended.out.lower()
    assert "probab" not in ended.out.lower()


def test_views_as_json(tmp_path: Path) -> None:
    """One object with the sections; the words are those of the sentences."""
    found = json.loads(run("views", packaged(tmp_path, "valley_views"), "--json").out)
    assert list(found) == ["title", "question", "as_of", "sections"]
    assert found["sections"][0]["heading"] == "What misreading changes"


def test_no_views(tiny: Path) -> None:
    """A file without views is answered too, by what could be added."""
    ended = run("views", tiny)
    assert ended.code == 0
    assert "The file has no views" in ended.out


def test_views_of_a_variant(tmp_path: Path) -> None:
    """A variant changes the file first, then the views apply."""
    path = written_to(tmp_path, SEEN.replace("drop: a.2", "replace: a.2, with: y"))
    ended = run("views", path, "--variant", "easy")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Two yes (easy)")


MISTAKES = {
    "own wants": (SEEN.replace("drop: b.2", "drop: a.2"), "own wants"),
    "unknown party": (SEEN.replace("views: {a:", "views: {c:"), "no party is called 'c'"),
    "status quo unseen": (SEEN.replace("edits:", "unseen: [not x], edits:"), "would not see the status quo"),
    "status quo moved": (SEEN.replace("drop: b.2", "status_quo: [x]"), "cannot move the status quo"),
}


@pytest.mark.parametrize(("text", "what"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_a_view(text: str, what: str, tmp_path: Path) -> None:
    """`views` ends with code 2 and one line that has its place and what to try; `check` says the same."""
    path = written_to(tmp_path, text)
    ended = run("views", path)
    assert ended.code == 2
    one_line(ended.err, path)
    assert what in ended.err
    line = [one.startswith("views") for one in text.splitlines()].index(True) + 1
    assert f"{path}:{line}:" in ended.err
    checked = run("check", path)
    assert checked.code == 2
    assert what in checked.out


def test_a_view_that_a_variant_makes_impossible(tmp_path: Path) -> None:
    """Where a variant moves the status quo to what a view does not see, the variant is named."""
    text = SEEN.replace("edits:", "unseen: [x and y], edits:").replace("{drop: a.2}", "{status_quo: [x, y]}")
    path = written_to(tmp_path, text)
    assert run("views", path).code == 0
    for args in (("views", path, "--variant", "easy"), ("check", path)):
        ended = run(*args)
        assert ended.code == 2
        assert "variant 'easy': a would not see the status quo" in ended.out + ended.err


def test_check_runs_what_is_expected_of_views(tmp_path: Path) -> None:
    """An expectation of the whole that falls is exit code 1, with what was found."""
    path = written_to(tmp_path, SEEN + "expect: [{surprises: a, with: both}]\n")
    ended = run("check", path)
    assert ended.code == 1
    assert "a sees it" in ended.out
