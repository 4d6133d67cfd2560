"""Transcripts of the worked conflicts: what a reader sees, word for word, at 80 columns.

A change of wording shows as a change of these files. Rewrite them with JIRGA_GOLDEN=1, and read what changed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from faces.shell import packaged, run

HERE = Path(__file__).parent
EXPLAINED = {
    "khyber_kabul_2025": "torkham only",
    "ttp_pakistan_2021": "truce",
    "colombia_2016": "congress route",
    "doha_2020": "settlement",
    "prisoners": "4",
    "elmira_9": "8",
}
VERBS = ["check", "solve", "explain", "compare"]
TRANSCRIPTS = [(name, verb) for name in EXPLAINED for verb in VERBS]
IN_COLUMNS = [one for one in TRANSCRIPTS if one[1] != "check"]


@pytest.mark.parametrize(("name", "verb"), TRANSCRIPTS, ids=map("-".join, TRANSCRIPTS))
def test_transcript(name: str, verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer is the one on record, and nothing is said on stderr."""
    monkeypatch.chdir(tmp_path)
    args = [verb, packaged(Path(), name).name, *([EXPLAINED[name]] if verb == "explain" else [])]
    ended = run(*args)
    assert (ended.code, ended.err) == (0, "")
    shown = f"$ jirga {' '.join(repr(one) if ' ' in one else one for one in args)}\n{trimmed(ended.out)}"
    recorded = HERE / f"{name}.{verb}.txt"
    if os.environ.get("JIRGA_GOLDEN") == "1":
        recorded.write_text(shown, encoding="utf-8")
    assert recorded.exists(), "no transcript yet; make it with JIRGA_GOLDEN=1"
    assert shown == recorded.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "verb"), IN_COLUMNS, ids=map("-".join, IN_COLUMNS))
def test_width(name: str, verb: str) -> None:
    """No line of an answer is wider than 80 columns."""
    lines = (HERE / f"{name}.{verb}.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 80] == []


def test_nothing_left_over() -> None:
    """Every transcript in the folder is one that is compared."""
    assert {path.name for path in HERE.glob("*.txt")} == {f"{name}.{verb}.txt" for name, verb in TRANSCRIPTS}


def trimmed(text: str) -> str:
    """Leave out the blanks at line ends, which editors do not keep."""
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())
