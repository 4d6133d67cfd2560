"""`jirga room` and `jirga open`: sentences within 80 columns, JSON, and mistakes in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import jirga
from faces.shell import run, written_to
from jirga import examples

ISSUES_ONLY = """
title: Issues only
parties: {a: {name: A}, b: {name: B}}
issues: {price: the price}
positions:
  - {party: a, issue: price, accept: {max: [20, 30, 40]}}
  - {party: b, issue: price, accept: {min: [30, 50, 60]}}
packages: {sale: price}
"""


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    """The talks the project began from."""
    return written_to(tmp_path, examples.text("khyber_kabul_2025"))


def test_room(seed: Path) -> None:
    """The gaps, who binds them, and the shares of draws are said within 80 columns."""
    ended = run("room", str(seed))
    assert (ended.code, ended.err) == (0, "")
    shown = " ".join(ended.out.split())
    assert "“torkham”: room at the likeliest values, with posts 25 to 30 and crossing 40 to 60" in shown
    assert "On channel (who talks to Kabul), 5 apart: KP accepts at least 40 [inferred, article S5]" in shown
    assert "about half of 20,000 draws" in shown
    assert max(map(len, ended.out.splitlines())) <= 80


def test_open(seed: Path) -> None:
    """The offer of the file comes first, red lines last."""
    ended = run("open", str(seed), "partial halt")
    assert (ended.code, ended.err) == (0, "")
    shown = " ".join(ended.out.split())
    assert shown.index("Offer “border relief”") < shown.index("BY MOVING RED LINES")
    assert "Kabul accepts as much as 50 on restraint instead of 20 [stated, article S38]" in shown
    assert max(map(len, ended.out.splitlines())) <= 80


def test_json(seed: Path) -> None:
    """JSON has the sentences and the numbers, the same that Python gives; the same seed, the same numbers."""
    found = json.loads(run("room", str(seed), "torkham", "--json", "--draws", "500", "--seed", "7").out)
    again = jirga.load(seed).room("torkham", draws=500, seed=7)
    assert found["figures"] == json.loads(again.to_json())["figures"]
    assert found["figures"]["packages"]["torkham"]["room"] == {"posts": [25, 30], "crossing": [40, 60]}
    other = jirga.load(seed).room("torkham", draws=500, seed=8)
    assert other.figures["packages"]["torkham"]["share"] != again.figures["packages"]["torkham"]["share"]
    recipes = json.loads(run("open", str(seed), "process only", "--json").out)["figures"]["recipes"]
    assert [one["steps"][0]["red_line"]["party"] for one in recipes] == ["kp", "federal"]
    assert all(one["moves_red_lines"] for one in recipes)


def test_a_file_with_issues_only(tmp_path: Path) -> None:
    """Options and wants are not needed."""
    path = written_to(tmp_path, ISSUES_ONLY)
    assert "20 apart" in run("room", str(path)).out
    assert "B accepts as little as 30 on price instead of 50" in run("open", str(path), "sale").out
    assert run("check", str(path)).code == 0


def test_mistakes(seed: Path, tmp_path: Path) -> None:
    """A package that is not there, and a file without issues, are said in one line."""
    ended = run("open", str(seed), "torkam")
    assert (ended.code, ended.out) == (2, "")
    assert "no package is called 'torkam'. Hint: did you mean 'torkham'?" in ended.err
    plain = written_to(tmp_path, examples.text("prisoners"))
    ended = run("room", str(plain))
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "the file names no issues" in ended.err


def test_what_every_recipe_needs_besides(seed: Path) -> None:
    """Approvals that are still open, and who is missing, stand beside the recipes."""
    shown = run("open", str(seed), "process only").out
    assert "WHAT EVERY RECIPE NEEDS BESIDES, AT THE TABLE" in shown
    besides = json.loads(run("open", str(seed), "process only", "--json").out)["figures"]["besides"]
    assert [(one["of"], one["status"]) for one in besides["approvals"]] == [
        ("federal", "unknown"),
        ("military", "unknown"),
    ]
    assert besides["absent"] == ["federal", "military"]
