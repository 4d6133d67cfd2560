"""What changed between two versions, in sentences."""

from __future__ import annotations

import jirga
from jirga.answer.analysis import Analysis
from jirga.answer.stress.diff import diff_answer, differing, rooms
from jirga.conflict.file import parse_text

BEFORE = """
title: t
parties:
  a: {name: A, options: {x: x}, prefers: [{want: x and y, basis: argued, why: wants both}, not x]}
  b: {name: B, options: {y: y}, prefers: [x and y, not y]}
status_quo: []
outcomes: {both: [x, y]}
asks: [{about: x and y, says: both}]
issues: {price: the price}
positions:
  - {party: a, issue: price, accept: {max: 30}}
  - {party: b, issue: price, accept: {min: 40}}
packages: {sale: price}
"""


def told(before: str, after: str) -> str:
    """The whole answer."""
    one, two = (Analysis(parse_text(text)) for text in (before, after))
    return str(diff_answer(differing(one, two), ("one", "two")))


def test_nothing() -> None:
    """The same file twice."""
    assert "No result changed: nothing differs." in told(BEFORE, BEFORE)


def test_marks_only() -> None:
    """How a want is known is no result, but is told."""
    text = told(BEFORE, BEFORE.replace("basis: argued", "basis: stated"))
    assert "No result changed: the differences move no result." in text
    assert "A's a.1 (“wants both”) is now [stated] and was [argued]." in text


def test_one_cause() -> None:
    """One change, one result, and the cause beside it."""
    text = told(BEFORE, BEFORE.replace("[x and y, not y]", "[not y, x and y]"))
    assert "Both can no longer be had and kept; “both” would not hold: because B's" in text
    assert "stands in place" in text


def test_a_red_line() -> None:
    """A package that opens is a result, too, with its cause."""
    text = told(BEFORE, BEFORE.replace("min: 40", "min: 20"))
    assert "“sale” would have room: because the position “b on price” is changed." in text
    assert rooms(parse_text(BEFORE)) == {("package", "sale"): False}


def test_a_new_party_and_option() -> None:
    """What only one version has goes with what speaks of it."""
    after = BEFORE.replace(
        "status_quo", "  c: {name: C, options: {z: z}, prefers: [not z]}\nstatus_quo"
    ).replace("outcomes: {both: [x, y]}", "outcomes: {both: [x, y], all: [x, y, z]}")
    text = told(BEFORE, after)
    assert "C is a new party" in text
    assert "No result changed" in text


def test_the_seed_and_its_variant() -> None:
    """Price and linkage: each alone, and the two together."""
    talks = jirga.example("khyber_kabul_2025")
    found = talks.diff(talks.variant("price lower and linkage"))
    text = str(found)
    assert "it takes two changes together, neither alone does it" in text
    assert "instead of “curb implies concede” [assumed], alone: fewer attacks can be had" in text
    deal = next(one for one in found.figures["results"] if one["about"] == "partial deal")
    assert (deal["alone"], deal["needed"], deal["enough_together"]) == ([], [0, 1], True)
    assert deal["after"] == {"holds": "threat", "attainable": False}
