"""What `jirga new` and `jirga demo` write, and the words that no answer may hold."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import jirga
from faces.shell import TINY, one_line, run, written_to
from jirga import examples
from jirga.brief.page import page


def test_new(tmp_path: Path) -> None:
    """`new` writes the starter, says what to do next, and what it says works."""
    path = tmp_path / "talks.yaml"
    ended = run("new", path)
    assert ended.code == 0
    assert f"jirga check {path}" in ended.out
    assert path.read_text(encoding="utf-8") == examples.starter()
    assert run("check", path).code == run("solve", path).code == 0


def test_new_from_an_example(tmp_path: Path) -> None:
    """`new --example` writes a packaged conflict word for word."""
    path = tmp_path / "talks.yaml"
    assert run("new", path, "--example", "doha_2020").code == 0
    assert path.read_text(encoding="utf-8") == examples.text("doha_2020")


def test_new_overwrites_nothing(tiny: Path, tmp_path: Path) -> None:
    """`new` refuses a name that is taken, by a file or a folder, and changes nothing."""
    (tmp_path / "folder").mkdir()
    for path in (tiny, tmp_path / "folder"):
        ended = run("new", path)
        assert ended.code == 2
        one_line(ended.err, path)
    assert tiny.read_text(encoding="utf-8") == TINY
    assert list((tmp_path / "folder").iterdir()) == []


def test_new_where_there_is_no_folder(tmp_path: Path) -> None:
    """`new` into a folder that is not there is one line and code 2."""
    ended = run("new", tmp_path / "none" / "talks.yaml")
    assert ended.code == 2
    one_line(ended.err, tmp_path / "none" / "talks.yaml")


def test_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`demo` answers, writes brief.html into this folder, and prints the page's whole path last."""
    monkeypatch.chdir(tmp_path)
    ended = run("demo")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("A province-led jirga to Kabul")
    assert Path(ended.out.splitlines()[-1]) == tmp_path / "brief.html"
    brief = (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert brief.startswith("<!DOCTYPE html>")
    assert "A province-led jirga to Kabul" in brief
    assert [one.name for one in tmp_path.iterdir()] == ["brief.html"]


def test_page_is_written_again_but_over_nothing_else(tiny: Path) -> None:
    """A page may be written over an older page of ours, and over no other file."""
    brief = tiny.with_suffix(".html")
    assert run("solve", tiny, "--brief", brief).code == 0
    assert run("solve", tiny, "--brief", brief).code == 0
    ended = run("solve", tiny, "--brief", tiny)
    assert ended.code == 2
    one_line(ended.err, tiny)
    assert tiny.read_text(encoding="utf-8") == TINY


def test_permissions_are_kept(tiny: Path) -> None:
    """A page that others may read can still be read by them when it is written again."""
    brief = tiny.with_suffix(".html")
    run("solve", tiny, "--brief", brief)
    brief.chmod(0o644)
    run("solve", tiny, "--brief", brief)
    assert brief.stat().st_mode & 0o777 == 0o644


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
@pytest.mark.parametrize(("mask", "expected"), [(0o022, 0o644), (0o077, 0o600)], ids=oct)
def test_permissions_of_a_new_file(tmp_path: Path, mask: int, expected: int) -> None:
    """A new file may be read by those whom the umask lets, and by nobody else: notes can endanger people."""
    before = os.umask(mask)
    try:
        assert run("new", tmp_path / "talks.yaml").code == 0
    finally:
        os.umask(before)
    assert (tmp_path / "talks.yaml").stat().st_mode & 0o777 == expected


def test_brief_beside_json(tiny: Path) -> None:
    """With --json the page's path goes to stderr, so that stdout stays JSON."""
    brief = tiny.with_suffix(".html")
    ended = run("solve", tiny, "--json", "--brief", brief)
    assert json.loads(ended.out)["title"] == "Two yes"
    assert ended.err.strip() == str(brief)


def test_same_page_twice(tiny: Path, tmp_path: Path) -> None:
    """The same conflict gives the same page, byte for byte."""
    for name in ("one.html", "two.html"):
        run("solve", tiny, "--brief", tmp_path / name)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


@pytest.mark.parametrize("name", [*examples.solvable(), "the starter"])
def test_no_prediction(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No answer and no page of a packaged conflict speaks of predicting or of probability."""
    monkeypatch.chdir(tmp_path)
    text = examples.starter() if name == "the starter" else examples.text(name)
    path = written_to(Path(), text).name
    answers = [run("solve", path), run("check", path)]
    assert [one.code for one in answers] == [0, 0]
    conflict = jirga.load(path)
    explained = [str(conflict.explain(outcome)) for outcome in conflict.analysis.outcomes]
    for words in (*(one.out for one in answers), *explained, page(conflict.analysis)):
        assert "predict" not in words.lower()
        assert "probab" not in words.lower()


def test_no_prediction_in_help() -> None:
    """Nor does any help."""
    for args in (
        ["--help"],
        *([verb, "--help"] for verb in ("solve", "explain", "compare", "check", "demo")),
    ):
        said = run(*args).out.lower()
        assert "predict" not in said
        assert "probab" not in said
