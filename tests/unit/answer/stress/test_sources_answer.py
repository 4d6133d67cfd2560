"""On whose word an answer rests."""

from __future__ import annotations

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
    assert by_name["article"]["packages"]["grand bargain"] is True


def test_one_of_three() -> None:
    """One source carries the answer; the others, and their author, change nothing."""
    text = said(REPORTS.replace("{want: x, cite", "{want: not x, cite"))
    assert "The answer rests on one report: one (“One”)" in text
    assert "It is the same without any one of the other 2" in text
    assert "Without one, on which a.1 [stated, one p] rests alone" in text


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
