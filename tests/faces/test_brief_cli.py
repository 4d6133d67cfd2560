"""`jirga brief`: the ending decides, nothing foreign is written over, a variant and the file are meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from faces.shell import TINY, run
from jirga.brief.writing.carried import carried_form


@pytest.fixture
def file(tmp_path: Path) -> Path:
    one = tmp_path / "two.yaml"
    one.write_text(TINY, encoding="utf-8")
    return one


@pytest.mark.parametrize("ending", ["html", "docx", "pdf", "json"])
def test_each_kind_is_written_twice_alike(file: Path, tmp_path: Path, ending: str) -> None:
    """A brief is written over by the same brief, byte for byte."""
    to = tmp_path / f"brief.{ending}"
    ended = run("brief", file, "--to", to)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(f"Wrote {to}")
    first = to.read_bytes()
    assert run("brief", file, "--to", to).code == 0
    assert to.read_bytes() == first
    assert carried_form(to)["title"] == "Two yes"


def test_the_pages_of_main_are_said(file: Path, tmp_path: Path) -> None:
    """Print says how long it is."""
    assert run("brief", file, "--to", tmp_path / "b.pdf").out.endswith(", main part: 1 page\n")


@pytest.mark.parametrize("content", [b"mine", b'{"a": 1}', b""])
def test_what_is_no_brief_is_left_alone(file: Path, tmp_path: Path, content: bytes) -> None:
    """A file of somebody else's is not written over."""
    to = tmp_path / "b.json"
    to.write_bytes(content)
    ended = run("brief", file, "--to", to)
    assert ended.code == 2
    assert "is there already and is no brief" in ended.err
    assert to.read_bytes() == content


def test_another_ending_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    """The ending is looked at first."""
    ended = run("brief", tmp_path / "none.yaml", "--to", tmp_path / "b.odt")
    assert ended.code == 2
    assert "has no ending that a brief is written to" in ended.err


def test_a_missing_file_and_a_broken_one_are_told(file: Path, tmp_path: Path) -> None:
    """Nothing is written for what cannot be read or solved."""
    to = tmp_path / "b.html"
    assert run("brief", tmp_path / "none.yaml", "--to", to).code == 2
    file.write_text(TINY.replace("not x]", "not z]"), encoding="utf-8")
    ended = run("brief", file, "--to", to)
    assert ended.code == 2
    assert "z" in ended.err
    assert not to.exists()


def test_a_folder_that_is_not_there_is_told(file: Path, tmp_path: Path) -> None:
    """The place to write to must be there."""
    ended = run("brief", file, "--to", tmp_path / "none" / "b.html")
    assert ended.code == 2
    assert "cannot be written" in ended.err


def test_a_variant_is_meant(file: Path, tmp_path: Path) -> None:
    """The brief of a variant is another brief; one that is not there is refused."""
    plain, easy = tmp_path / "a.json", tmp_path / "b.json"
    assert run("brief", file, "--to", plain).code == 0
    assert run("brief", file, "--to", easy, "--variant", "easy").code == 0
    assert plain.read_bytes() != easy.read_bytes()
    assert run("brief", file, "--to", easy, "--variant", "none").code == 2


@pytest.mark.parametrize("ending", ["html", "docx", "pdf", "json"])
def test_a_copy_at_a_level_passes_the_check_with_urdu_in_it(file: Path, tmp_path: Path, ending: str) -> None:
    """The font that a Word file carries for Arabic letters is known to what searches the copy."""
    file.write_text(TINY.replace("name: A", "name: افغان حکومت") + "handling: clear\n", encoding="utf-8")
    ended = run("brief", file, "--level", "clear", "--to", tmp_path / f"b.{ending}")
    assert (ended.code, ended.err) == (0, "")
    assert carried_form(tmp_path / f"b.{ending}")["level"] == "clear"
