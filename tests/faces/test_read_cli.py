"""`jirga read`: what it prints, writes and refuses."""

from __future__ import annotations

import json
from pathlib import Path

from faces.shell import run

TEXT = "Police said 12 people were killed in Quetta on Friday.\n"


def written(folder: Path, name: str = "one.txt", data: bytes = TEXT.encode()) -> Path:
    """Write a text."""
    path = folder / name
    path.write_bytes(data)
    return path


def test_prints_proposals_as_json(tmp_path: Path) -> None:
    """One text gives one object in the shape annotated texts have."""
    ended = run("read", written(tmp_path), "--published", "2025-03-08", "--json")
    found = json.loads(ended.out)
    assert ended.code == 0
    assert found["doc"]["id"] == "one"
    assert found["figures"][0]["span"] == "12 people"


def test_prints_a_table(tmp_path: Path) -> None:
    """Without --json it says how much there is, and what is carried."""
    ended = run("read", written(tmp_path), "--published", "2025-03-08")
    assert "1 figure" in ended.out
    assert "12 people" in ended.out
    assert "proposals" in ended.out


def test_writes_a_file_for_each(tmp_path: Path) -> None:
    """With --out every text of a folder gets a file, and is kept the next time; a broken one is named."""
    texts, out = tmp_path / "texts", tmp_path / "out"
    texts.mkdir()
    written(texts)
    wanted = ("--published", "2025-03", "--out", out)
    assert "1 read" in run("read", texts, *wanted).out
    assert json.loads((out / "one.json").read_text())["figures"]
    assert "1 there before" in run("read", texts, *wanted).out
    ended = run("read", written(tmp_path, "broken.txt", b"\xff\xfe\xff"), *wanted)
    assert "broken.txt: skipped" in ended.err
    assert "1 skipped" in ended.out


def test_refusals_take_one_line(tmp_path: Path) -> None:
    """A missing file, a folder without texts, bytes that are no text, a day that is none."""
    day = ("--published", "2025-03-08")
    for args in (
        (tmp_path / "nowhere.txt", *day),
        (tmp_path, *day),
        (written(tmp_path, "x.bin", b"\xff\xfe"), *day),
    ):
        ended = run("read", *args)
        assert (ended.code, ended.err.count("\n")) == (2, 1)
        assert "Hint:" in ended.err
    assert "no date" in run("read", written(tmp_path), "--published", "yesterday").err
