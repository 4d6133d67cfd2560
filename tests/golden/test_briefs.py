"""Briefs of the four worked conflicts, word for word.

A change of wording, or of a result, shows as a change of these files. Rewrite them with JIRGA_GOLDEN=1, and
read what changed as the person would to whom the brief is handed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from faces.shell import packaged, run

HERE = Path(__file__).parent / "briefs"
CASES = ("khyber_kabul_2025", "ttp_pakistan_2021", "doha_2020", "colombia_2016")


@pytest.mark.parametrize("name", CASES)
def test_brief(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The brief is the one on record, no line of it wider than 80 columns."""
    monkeypatch.chdir(tmp_path)
    ended = run("brief", packaged(Path(), name).name, "--to", "brief.txt")
    assert (ended.code, ended.err) == (0, "")
    told = (tmp_path / "brief.txt").read_text(encoding="utf-8")
    recorded = HERE / f"{name}.txt"
    if os.environ.get("JIRGA_GOLDEN") == "1":
        recorded.write_text(told, encoding="utf-8")
    assert recorded.exists(), "no brief yet; make it with JIRGA_GOLDEN=1"
    assert told == recorded.read_text(encoding="utf-8")
    assert [line for line in told.splitlines() if len(line) > 80] == []


def test_nothing_left_over() -> None:
    """Every brief in the folder is one that is compared."""
    assert {path.stem for path in HERE.glob("*.txt")} == set(CASES)
