"""`jirga brief --check`: what it prints, the code it ends with, and files that LibreOffice saved again."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

import jirga
from faces.shell import TINY, run, written_to
from jirga.brief.checking.whole import check
from jirga.brief.content.whole import brief
from jirga.brief.writing import write_brief
from jirga.errors import FileTrouble


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """A small conflict file, with its brief beside it."""
    path = written_to(tmp_path, TINY)
    assert run("brief", path, "--to", tmp_path / "b.html").code == 0
    return path


def edited(path: Path, old: str, new: str) -> None:
    """Edit what a page shows, once."""
    shown, mark, carried = path.read_text("utf-8").partition("<script")
    assert old in shown
    path.write_text(shown.replace(old, new, 1) + mark + carried, "utf-8")


def test_an_untouched_brief_ends_in_nought(talks: Path) -> None:
    page = talks.parent / "b.html"
    ended = run("brief", "--check", page)
    assert (ended.code, ended.err) == (0, "")
    assert "nothing to look at" in ended.out
    assert run("brief", "--check", page, "--from", talks).code == 0


def test_an_edit_ends_in_one_and_is_told(talks: Path) -> None:
    page = talks.parent / "b.html"
    edited(page, "nobody would gain", "somebody would gain")
    ended = run("brief", "--check", page)
    assert ended.code == 1
    assert "negation: “nobody” is gone" in ended.out
    assert "it said: " in ended.out
    assert all(len(line) <= 80 for line in ended.out.splitlines()[2:])


def test_json_says_the_same(talks: Path) -> None:
    page = talks.parent / "b.html"
    edited(page, "nobody would gain", "somebody would gain")
    ended = run("brief", "--check", page, "--json")
    found = json.loads(ended.out)
    assert ended.code == 1
    assert found["flags"][0]["kind"] == "negation"
    assert set(found["flags"][0]) == {"kind", "under", "key", "words", "what", "said", "cites", "hint"}


def test_what_changed_since_is_told(talks: Path) -> None:
    talks.write_text(TINY.replace("[x and y, not x]", "[not x, x and y]"), "utf-8")
    ended = run("brief", "--check", talks.parent / "b.html", "--from", talks)
    assert ended.code == 1
    assert "since" in ended.out


def test_what_is_no_brief_ends_in_two(talks: Path) -> None:
    ended = run("brief", "--check", talks)
    assert ended.code == 2
    assert "carries no brief that Jirga wrote" in ended.err
    assert run("brief", talks).code == 2
    assert run("brief", "--check", talks.parent / "none.html").code == 2


@pytest.mark.slow
@pytest.mark.parametrize("case", ["khyber_kabul_2025", "doha_2020"])
def test_libreoffice_may_save_it_again(case: str, tmp_path: Path) -> None:
    """Nothing is flagged that was not edited, and an edit made afterwards is."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.fail("soffice is missing; .ci/run installs libreoffice-writer")
    made = brief(jirga.example(case).analysis)
    write_brief(made, tmp_path / "b.docx")

    def saved(source: str, kind: str, folder: str) -> Path:
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        words = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", folder, source]
        subprocess.run(words, check=True, capture_output=True, cwd=tmp_path, timeout=120)
        return tmp_path / folder / f"b.{kind}"

    found = check(saved("b.docx", "docx", "again"))
    assert (found.flags, found.compared) == ((), len(made.lines))
    saved("b.docx", "odt", "over")
    lost = saved("over/b.odt", "docx", "over")
    with pytest.raises(FileTrouble, match="carries no brief"):
        check(lost)
    found = check(lost, made)
    assert found.flags == ()
    assert found.compared == len(made.lines)
    assert "lost the brief" in found.remarks[0]
