"""The whole answer: its sections in order, what it quotes, and what it never says."""

from __future__ import annotations

import re
from functools import cache

import pytest

from jirga.answer.analysis import Analysis
from jirga.answer.explanation import explanation
from jirga.answer.sources import natural, passage, source_words
from jirga.answer.whole import answer
from jirga.conflict.file import parse_text
from jirga.examples import conflict, solvable
from jirga.schema.answer import Mark, Section, Sentence


@cache
def solved(name: str) -> Analysis:
    """A packaged conflict, solved once."""
    return Analysis(conflict(name))


def headings(analysis: Analysis, *, short: bool = False) -> list[str]:
    return [section.heading for section in answer(analysis, short=short).sections]


def test_the_most_important_comes_first() -> None:
    """The bottom line is first, the outcomes next, what is assumed late and the source's words last."""
    assert headings(Analysis(conflict("khyber_kabul_2025"))) == [
        "Bottom line",
        "What would hold, and what can be got to",
        "Who would break which outcome, and why",
        "What would change the answer",
        "Merely assumed, so ask first",
        "In the source's words",
    ]


def test_a_variants_answer_is_about_the_variant() -> None:
    """A variant's answer has its name in the title and does not compare variants."""
    found = answer(Analysis(conflict("khyber_kabul_2025"), "tacit backing"))
    assert found.title == "A province-led jirga to Kabul (tacit backing)"
    assert "What would change the answer" not in [section.heading for section in found.sections]


def test_a_file_with_the_least_in_it_has_an_answer() -> None:
    """Without question, outcomes, variants and status quo there is a bottom line and what is assumed."""
    bare = parse_text("{title: t, parties: {p: {name: P, options: {x: x}, prefers: [x]}}}")
    assert headings(Analysis(bare)) == ["Bottom line", "Merely assumed, so ask first"]
    said = str(answer(Analysis(bare)))
    assert said.startswith("t\n\n\nBOTTOM LINE\n1 of 2 states hold by some standard; none has a name.\n")


FORBIDDEN = re.compile(r"predict|probabilit|likelihood|\bscore|%|\bchance", re.IGNORECASE)


@pytest.mark.parametrize("name", solvable())
def test_nothing_is_predicted(name: str) -> None:
    """No answer and no explanation of our own words speaks of prediction or probability."""
    analysis = solved(name)
    texts = [str(answer(analysis)), str(answer(analysis, short=True))]
    texts += [str(explanation(analysis, outcome)) for outcome in analysis.outcomes]
    assert not [found for text in texts for found in FORBIDDEN.findall(text)]


@pytest.mark.parametrize("name", solvable())
def test_every_reason_has_its_basis(name: str) -> None:
    """Every line that says who would leave, or why, ends in the mark of what it rests on."""
    analysis = solved(name)
    for section in answer(analysis).sections:
        for one in section.sentences if section.heading != "Merely assumed, so ask first" else ():
            if "would leave \u201c" in str(one) or "would rather" in str(one):
                assert one.marks, str(one)


QUOTED = parse_text("""
title: t
parties: {p: {name: P, options: {x: x}}}
sources:
  a: {title: A, passages: {p2: of two, S1: first words and last words}}
  b: {title: B, passages: {S5: the five, S15: the fifteen}}
""")


def test_passages_are_quoted_once_in_their_order() -> None:
    """Every quotation that a sentence rests on stands once, sorted by source and number."""
    marks = [
        Mark("A", "stated", ("b#S15",), "fifteen"),
        Mark("B", "stated", ("b#S5",), "five"),
        Mark("C", "stated", ("a#p2",), "two"),
        Mark("A", "stated", ("b#S15",), "fifteen"),
        Mark("D", "assumed"),
        Mark("E", "stated", ("c",), ""),
    ]
    found = source_words(QUOTED, [Section("s", tuple(Sentence((mark,)) for mark in marks))])
    assert [str(one) for one in found.sentences] == [
        "a p2: \u201ctwo\u201d",
        "b S5: \u201cfive\u201d",
        "b S15: \u201cfifteen\u201d",
    ]
    assert (natural("b#S15"), natural("b"), natural("b#p")) == (15, 0, 0)


def test_two_quotations_from_one_passage_both_stand() -> None:
    """Two sentences that rest on different words of one passage have both quoted."""
    marks = [Mark("A", "stated", ("a#S1",), "first words"), Mark("B", "stated", ("a#S1",), "last words")]
    found = source_words(QUOTED, [Section("s", tuple(Sentence((mark,)) for mark in marks))])
    said = " ".join(str(one) for one in found.sentences)
    assert "first words" in said
    assert "last words" in said


def test_a_passage_is_given_word_for_word() -> None:
    """A cited passage is found by source and mark; nothing is made up where there is none."""
    khyber = conflict("khyber_kabul_2025")
    assert passage(khyber, "article#S42").startswith("With the Afghan Taliban\u2019s growing support for TTP")
    assert [passage(khyber, cite) for cite in ("article", "article#S99", "nowhere#S1")] == ["", "", ""]
