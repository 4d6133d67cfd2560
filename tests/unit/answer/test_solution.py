"""A solution in its promised shape: comparable, saved as JSON, and named by its content."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from jirga.about import VERSION
from jirga.answer.analysis import Analysis
from jirga.answer.solution import digest, solution
from jirga.conflict.file import parse_text
from jirga.examples import conflict, solvable, starter
from jirga.schema.solution import Solution
from jirga.schema.words import STANDARDS


def starting(*changes: tuple[str, str]) -> Analysis:
    text = starter()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return Analysis(parse_text(text))


def test_a_solution_says_what_holds_who_leaves_and_what_can_be_got_to() -> None:
    """The starter's solution is what is worked out by hand."""
    found = solution(starting())
    assert (found.title, found.variant, found.version) == ("A truce in the valley", None, VERSION)
    assert (found.parties, found.options) == (("government", "movement"), ("withdraw", "truce"))
    assert (found.states, found.status_quo, found.concepts) == (4, (), STANDARDS)
    assert found.equilibria["nash"] == ((),)
    assert found.equilibria["seq"] == ((), ("withdraw", "truce"))
    truce = found.outcomes["mutual truce"]
    assert (truce.taken, truce.possible) == (("withdraw", "truce"), True)
    assert truce.holds == dict.fromkeys(STANDARDS, True) | {"nash": False}
    assert truce.leaves == dict.fromkeys(STANDARDS, ()) | {"nash": ("government", "movement")}
    assert truce.attainable == {"alone": False, "together": True, "any": True}


def test_all_states_come_only_when_asked_for() -> None:
    """The list of states and every party's verdict on each are there on demand, and agree with the rest."""
    brief, full = solution(starting()), solution(starting(), all_states=True)
    assert (brief.all_states, brief.stable) == (None, None)
    assert "all_states" not in json.loads(brief.to_json())
    assert full.all_states == ((), ("withdraw",), ("truce",), ("withdraw", "truce"))
    assert full.stable["nash"] == {
        "government": (True, False, True, False),
        "movement": (True, True, False, False),
    }
    assert full.model_copy(update={"all_states": None, "stable": None}) == brief


@pytest.mark.parametrize("name", solvable())
def test_json_out_and_in_is_the_same_solution(name: str) -> None:
    """A solution written as JSON, with or without all states, and read again is equal to it."""
    analysis = Analysis(conflict(name))
    for all_states in (False, True):
        found = solution(analysis, all_states=all_states)
        assert Solution.model_validate_json(found.to_json()) == found
        assert "\n" not in found.to_json()


def test_solving_again_gives_the_same_solution() -> None:
    """The same conflict solved anew gives an equal solution and the same JSON."""
    once, again = (solution(Analysis(conflict("doha_2020")), all_states=True) for _ in range(2))
    assert once == again
    assert once.to_json() == again.to_json()


def test_solutions_compare_by_content() -> None:
    """Two conflicts that differ have solutions that differ, if only by their digest."""
    assert solution(starting()) == solution(starting())
    other = starting(("wants the attacks to stop", "wants them to stop"))
    assert solution(other) != solution(starting())
    assert solution(other).equilibria == solution(starting()).equilibria


def test_an_impossible_outcome_holds_by_nothing_and_is_not_got_to() -> None:
    """An outcome that is ruled out is marked impossible, with all verdicts false."""
    found = solution(starting(("impossible: []", "impossible: [withdraw and truce]")))
    verdict = found.outcomes["mutual truce"]
    assert (verdict.taken, verdict.possible) == (("withdraw", "truce"), False)
    assert set(verdict.holds.values()) == {False}
    assert verdict.attainable == {"alone": False, "together": False, "any": False}


def test_without_a_status_quo_nothing_is_said_about_ways() -> None:
    """Without a status quo attainment is null for every outcome, not false."""
    found = solution(starting(("status_quo: []", "")))
    assert found.status_quo is None
    for verdict in found.outcomes.values():
        assert set(verdict.attainable.values()) == {None}
    impossible = solution(starting(("status_quo: []", ""), ("impossible: []", "impossible: [withdraw]")))
    assert set(impossible.outcomes["mutual truce"].attainable.values()) == {None}


def test_in_a_notebook_the_outcomes_stand_in_a_table() -> None:
    """The notebook's table has a row per outcome and escapes what the file says."""
    shown = solution(starting(("A truce in the valley", "<b> & co")))._repr_html_()
    assert "&lt;b&gt; &amp; co" in shown
    assert shown.count("<tr>") == 4
    assert "<th>mutual truce</th><td></td><td>holds</td>" in shown
    assert shown.count("<td>yes</td>") == 3


def test_in_a_notebook_what_is_not_known_is_not_denied() -> None:
    """Without a status quo the notebook's table does not say that outcomes cannot be got to."""
    assert "<td>no</td>" not in solution(starting(("status_quo: []", "")))._repr_html_()


def test_what_is_read_as_held_is_listed() -> None:
    """A want marked unknown is solved as held, and the reader of the JSON is told."""
    text = "{title: t, parties: {p: {name: P, options: {x: x}, prefers: [{want: x, unknown: true}, not x]}}}"
    assert solution(Analysis(parse_text(text))).read_as_held == ("p.1",)


def test_a_digest_is_of_the_content_alone() -> None:
    """Comments, order of keys and quotes change nothing; the digest is 64 hexadecimal signs."""
    one = "{title: t, question: q, parties: {p: {name: P, options: {x: x}, prefers: [x]}}}"
    two = """
# a comment
parties:
  p:
    options: {x: {says: "x"}}
    name: 'P'
    prefers:
      - {want: x, id: p.1}   # its own id
question: q
title: t
jirga: 1
"""
    assert digest(parse_text(one)) == digest(parse_text(two))
    assert len(digest(parse_text(one))) == 64
    assert int(digest(parse_text(one)), 16)


def test_a_digest_is_the_same_in_another_process() -> None:
    """The digest of a file is the same whenever and wherever it is taken, so that runs can be compared."""
    program = (
        "from jirga import examples; from jirga.answer.solution import digest; "
        "print(digest(examples.conflict('doha_2020')))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONHASHSEED": "12345"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == digest(conflict("doha_2020"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("want: truce, id: G2", "want: not truce, id: G2"),
        ("basis: reported, why: wants the attacks", "basis: stated, why: wants the attacks"),
        ("status_quo: []", "status_quo: [truce]"),
        ("one_way: []", "one_way: [truce]"),
        ("says: troops leave and attacks stop", "says: troops leave"),
        ("as_of: 2025-01-31", "as_of: 2025-02-01"),
    ],
)
def test_a_digest_changes_with_the_content(old: str, new: str) -> None:
    """Another want, basis, status quo, rule, wording or date gives another digest."""
    assert digest(starting((old, new)).conflict) != digest(starting().conflict)


def test_a_variant_has_a_digest_of_its_own() -> None:
    """A variant is named by its content as solved."""
    base = conflict("khyber_kabul_2025")
    found = {digest(Analysis(base, name).conflict) for name in (None, *base.variants)}
    assert len(found) == 12
