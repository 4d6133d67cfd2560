"""`jirga consent` as a reader meets it: at 80 columns, as JSON, and where it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faces.shell import one_line, packaged, run, written_to

SMALL = "title: t\nparties: {a: {name: A}, b: {name: B}}\nconsent: {deal: {needs: [a, b]}}\n"


@pytest.mark.parametrize("name", ["northern_ireland_1996", "eu_council"])
def test_it_fits_and_says_whose_yes(name: str, tmp_path: Path) -> None:
    """No line is wider than 80 columns, and nothing is said on stderr."""
    ended = run("consent", packaged(tmp_path, name))
    assert (ended.code, ended.err) == (0, "")
    assert max(len(line.rstrip()) for line in ended.out.splitlines()) <= 80
    assert "WHOSE YES IT NEEDS" in ended.out
    assert "Shapley-Shubik" in ended.out


def test_votes_may_be_tried(tmp_path: Path) -> None:
    """Options for votes may be given several times."""
    file = packaged(tmp_path, "northern_ireland_1996")
    ended = run("consent", file, "deal", "--absent", "dup", "--absent", "ukup", "--no", "uup")
    assert ended.code == 0
    assert "- The deal fails, whatever the others say" in ended.out


def test_json_holds_sentences_and_values(tmp_path: Path) -> None:
    """A program gets the sets by name."""
    ended = run("consent", written_to(tmp_path, SMALL), "--json")
    told = json.loads(ended.out)
    assert told["rules"][0]["minimal_winning"] == [["a", "b"]]
    assert told["sections"][0]["heading"] == "Whose yes it needs"


@pytest.mark.parametrize(
    "args", [("posts",), ("deal", "--no", "c"), ("deal", "--no", "a", "--yes", "a")], ids=" ".join
)
def test_refusals_are_one_line(args: tuple[str, ...], tmp_path: Path) -> None:
    """Each names the file, what is wrong and what to try."""
    file = written_to(tmp_path, SMALL)
    ended = run("consent", file, *args)
    assert (ended.code, ended.out) == (2, "")
    one_line(ended.err, file)


@pytest.mark.parametrize("verb", ["solve", "compare"])
def test_what_cannot_be_solved_says_what_to_ask(verb: str, tmp_path: Path) -> None:
    """A file without options is not a mistake, but its question is another."""
    file = written_to(tmp_path, SMALL)
    ended = run(verb, file)
    assert ended.code == 2
    one_line(ended.err, file)
    assert "jirga consent FILE" in ended.err


def test_check_runs_what_it_expects(tmp_path: Path) -> None:
    """Without options there is nothing to warn of, and expectations run."""
    file = written_to(tmp_path, SMALL + "expect: [{passes: deal}, {passes: deal, without: a, says: wrong}]\n")
    ended = run("check", file)
    assert ended.code == 1
    assert "fell: expect 2, wrong: it fails" in ended.out
    assert "warning" not in ended.out
