"""On whose word an answer rests."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

import pytest

import jirga
from jirga.answer.analysis import Analysis
from jirga.answer.checking import check_text
from jirga.answer.stress.without import trials, without_answer
from jirga.conflict.file import parse_text

REPORTS = """
title: Reports
sources:
  one: {title: One, passages: {p: says it}}
  two: {title: Two, passages: {p: says so}, by: Ada}
  three: {title: Three, passages: {p: says too}, by: Ada}
parties:
  a:
    name: A
    options: {x: x}
    prefers: [{want: x and y, cite: one#p, basis: stated}, {want: x, cite: [two#p, three#p]}]
  b: {name: B, options: {y: y}, prefers: [{want: x and y}, {want: y, cite: three#p}]}
status_quo: []
outcomes: {both: [x, y]}
asks: [{about: x and y, says: both}]
"""


def said(text: str) -> str:
    """The whole answer."""
    return str(without_answer(trials(Analysis(parse_text(text)))))


def test_the_seed_rests_on_one_report() -> None:
    """It is the headline; and of its passages, S38 carries the answer on attacks, S23 nothing."""
    found = jirga.example("khyber_kabul_2025").without()
    text = str(found)
    assert "The answer rests on one report: article" in text
    assert "1 of 31 wants would be left, merely assumed" in text
    by_name = {one["name"]: one for one in found.figures["left_out"]}
    changed = {(one["is"], one["about"]) for one in by_name["article#S38"]["changes"]}
    assert ("ask", "fewer attacks") in changed
    assert by_name["article#S38"]["wants"] == ["A1", "A4"]
    assert by_name["article#S23"]["changes"] == []
    assert by_name["article"]["nothing_known_of"] == ["kp", "military", "kabul", "ttp"]
    assert by_name["article#S40"]["packages"]["grand bargain"] is True
    assert set(by_name["article"]["packages"].values()) == {None}
    assert by_name["article"]["whose_yes_not_known"] == list(jirga.example("khyber_kabul_2025").model.consent)
    assert by_name["article#S37"]["whose_yes_not_known"] == ["posts"]
    assert by_name["article#S37"]["packages"] == dict.fromkeys(("torkham", "partial halt", "grand bargain"))
    assert "Without article S12: what would hold stays the same" in text
    assert "Nothing would then be known of the mandate of Barrister Saif." in text


CONSENTS = """
title: Consents
sources: {one: {title: One, passages: {p: says it, q: says so, r: says too}}}
parties: {a: {name: A, options: {x: x}}, b: {name: B, options: {y: y}}}
status_quo: []
outcomes: {both: [x, y]}
issues: {posts: {no_deal: 0}, gate: {no_deal: 0}}
positions: [{party: a, issue: posts, accept: {max: 10}}, {party: b, issue: posts, accept: {min: 30}}]
consent:
  posts: {needs: [a], cite: one#p, answers: {a: given}}
  gate: {needs: [a, b], answers: {a: {status: refused, cite: one#q}, b: given}}
packages: {small: [gate], large: [posts, gate]}
mandates:
  - {who: envoy, speaks_for: a, reports_to: chief, at_table: true, cite: one#q}
  - {who: chief, speaks_for: a, at_table: true, cite: one#r, approvals: [{of: b, cite: one#p}]}
"""


def test_whose_yes_is_then_not_known() -> None:
    """A rule that goes is no licence: whether the package has room is not known."""
    found = without_answer(trials(Analysis(parse_text(CONSENTS))))
    by_name = {one["name"]: one for one in found.figures["left_out"]}
    assert by_name["one#p"]["whose_yes_not_known"] == ["posts"]
    assert by_name["one#p"]["packages"] == {"large": None}
    assert by_name["one#q"]["packages"] == {}
    assert "whether “large” has room would not be known" in str(found)
    assert "Nothing would then be known of whose yes posts needs or of the approval of B." in str(found)
    assert "of the mandate of envoy or of the answer of A." in str(found)


def test_one_of_three() -> None:
    """One source carries the answer; the others, and their author, change nothing."""
    text = said(REPORTS.replace("{want: x, cite", "{want: not x, cite"))
    assert "The answer rests on one report: one (“One”)" in text
    assert "It is the same without any one of the other 2" in text
    assert "Without one, on which a.1 [stated, one p] rests alone" in text


class Interrupted(ThreadPoolExecutor):
    """Somebody stops it before anything is done."""

    def submit(self, *args: object, **named: object) -> Future:
        raise KeyboardInterrupt


def test_stopped_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says how far it got, and not yet on how many reports the answer rests."""
    monkeypatch.setattr("jirga.answer.stress.without.AT_A_TIME", 2)

    def stop(done: int, total: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    analysis = Analysis(parse_text(REPORTS))
    for found, many in ((trials(analysis, tell=stop), 3), (trials(analysis, Interrupted(1)), 0)):
        answer = without_answer(found)
        assert answer.stopped
        assert len(answer.figures["left_out"]) == many
        said_so = f"Stopped after {many} of 7 sources, speakers and passages, so whose word"
        assert said_so in str(answer)
        assert "The answer rests on" not in str(answer)


def test_no_single_one() -> None:
    """Where two say the same, the answer rests on neither."""
    text = said(REPORTS)
    assert "rests on no single source" in text
    assert "Without any one of these the answer stays the same: one, three and two." in text


def test_nothing_is_cited() -> None:
    """A file without sources rests on none."""
    text = (
        REPORTS.replace(", cite: one#p", "")
        .replace(", cite: [two#p, three#p]", "")
        .replace(", cite: three#p", "")
    )
    assert "rests on no source" in said(text)


def test_expectation() -> None:
    """`rests_on` stands for the one source that carries the answer, and else names those that do."""
    expect = "expect: [{rests_on: one}, {rests_on: two}]\n"
    first, second = check_text(REPORTS.replace("{want: x, cite", "{want: not x, cite") + expect, "f").outturns
    assert first.stands
    assert second.found == "it would change without one"
