"""`jirga claims`, `jirga figures`, `jirga review` and `jirga read --into` away from a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cases_made import small_case
from faces.shell import one_line, run, written_to
from jirga.case import Case, open_case

SCOPES = """\
UN attacks:
  includes: [state-based]
  territory: [Pakistan]
"""


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A wire, and a blog that copies it."""
    return small_case(tmp_path / "talks")


def test_claims(case: Case) -> None:
    """Each claim in three lines at most: its id and state, what it says, and who says so where."""
    shown = run("claims", case.folder).out
    assert max(map(len, shown.splitlines())) <= 80
    assert "figure, proposed\n  more than 600 attacks\n  UN team, wire#S1: “More than 600 attacks”" in shown
    assert "about 43,000 USD a month payment to the family" in shown
    assert shown.endswith("7 claims.\n")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--speaker", "one member state"], ["about $43,000 a month"]),
        (["--document", "blog", "--place", "Peshawar"], ["57 civilians"]),
        (["--from", "2025-02-15", "--to", "2025-02-15"], ["57 civilians", "55 civilians", "47 soldiers"]),
        (["--to", "2024"], []),
        (["--kind", "stance"], []),
        (["--state", "rejected"], []),
    ],
    ids=str,
)
def test_filters(case: Case, args: list[str], words: list[str]) -> None:
    """Claims by speaker, document, place, time, kind and state."""
    found = json.loads(run("claims", case.folder, "--json", *args).out)
    assert sorted(one["claim"]["passages"][0]["quote"] for one in found) == sorted(words)
    shown = run("claims", case.folder, *args).out
    assert shown.endswith(
        f"{len(words)} claim{'s' * (len(words) != 1)}.\n" if words else "is as asked for.\n"
    )


def test_a_retracted_claim_says_so(case: Case) -> None:
    """What nothing should rest on is marked with the reason."""
    run("retract", case.folder, "document", "blog", "--why", "made up", "--by", "ana")
    assert run("claims", case.folder, "--document", "blog").out.count("proposed, retracted: made up") == 3


def test_figures(case: Case) -> None:
    """What does not fit first, then side by side, within 80 columns; as JSON the same."""
    ended = run("figures", case.folder)
    assert (ended.code, ended.err) == (0, "")
    assert max(map(len, ended.out.splitlines())) <= 80
    shown = " ".join(ended.out.split())
    assert shown.index("WHAT TO LOOK AT") < shown.index("ATTACKS") < shown.index("WHAT WAS LOOKED AT")
    assert (
        "“57 civilians” [blog#S3], beside “55 civilians” [wire#S2] as the oldest source here: 57 against 55"
        in shown
    )
    assert "the oldest" in shown
    found = json.loads(run("figures", case.folder, "--json").out)
    assert {one["verdict"] for one in found["findings"] if one["check"] == "between"} == {
        "weaker",
        "contradiction",
    }


def test_figures_with_a_scope(case: Case, tmp_path: Path) -> None:
    """A scope goes with event data; a file that declares none, or wrongly, is refused in one line."""
    scopes = written_to(tmp_path, SCOPES, "scopes.yaml")
    assert run("figures", case.folder, "--scope", scopes).code == 2
    events = written_to(tmp_path, "no,events\n1,2\n", "events.csv")
    wrong = written_to(tmp_path, "UN attacks:\n  lethal: yes\n", "wrong.yaml")
    ended = run("figures", case.folder, "--against", events, "--scope", wrong)
    assert ended.code == 2
    one_line(ended.err, wrong)
    assert "the scope 'UN attacks', lethal" in ended.err
    ended = run(
        "figures", case.folder, "--against", events, "--scope", written_to(tmp_path, "- a\n", "list.yaml")
    )
    one_line(ended.err, tmp_path / "list.yaml")


def test_review_away_from_a_terminal(case: Case) -> None:
    """At a pipe it judges nothing: it says so in one line, or lists what waits as JSON."""
    ended = run("review", case.folder)
    assert (ended.code, ended.out) == (2, "")
    assert "7 claims to judge, and no terminal to ask at. Hint: run it in a terminal" in ended.err
    assert ended.err.count("\n") == 1
    assert len(json.loads(run("review", case.folder, "--json", "--document", "blog").out)) == 3
    assert {one.state for one in open_case(case.folder).claims()} == {"proposed"}


def test_no_case(tmp_path: Path) -> None:
    """A folder that is no case is refused in one line."""
    for verb in ("review", "claims", "figures"):
        ended = run(verb, tmp_path)
        assert ended.code == 2
        one_line(ended.err, tmp_path)


def test_read_into(case: Case, tmp_path: Path) -> None:
    """Files are added and read; one that is not there is named, the rest done, and it exits 1."""
    paper = written_to(
        tmp_path, "PICSS said on Sunday that more than 600 attacks took place in May 2025.\n", "paper.txt"
    )
    ended = run("read", paper, "gone.txt", "--into", case.folder, "--published", "2025-06-02", "--by", "ana")
    assert ended.code == 1
    assert "gone.txt: is not there" in ended.err
    assert f"{paper}: paper, " in ended.out
    assert ended.out.splitlines()[-1].startswith("1 read, 1 skipped: ")
    again = run("read", paper, "--into", case.folder, "--json")
    assert again.code == 0
    assert json.loads(again.out)[0]["before"] is True
    found = json.loads(run("claims", case.folder, "--document", "paper", "--kind", "figure", "--json").out)
    assert [one["claim"]["value"] for one in found] == [600]


def test_read_without_a_day(tmp_path: Path) -> None:
    """Without --into the day has to be said."""
    assert run("read", written_to(tmp_path, "Text.", "paper.txt")).code == 2
