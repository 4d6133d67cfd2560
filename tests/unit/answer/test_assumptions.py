"""What nobody is on record for is listed, by party, so that it is asked first."""

from __future__ import annotations

from jirga.answer.analysis import Analysis
from jirga.answer.assumptions import assumed_wants
from jirga.conflict.file import parse_text
from jirga.examples import conflict


def test_assumed_wants_and_rules_are_listed_by_party() -> None:
    """The wants and rules of the Khyber conflict that are merely assumed are named, and no others."""
    found = assumed_wants(Analysis(conflict("khyber_kabul_2025")))
    assert found.heading == "Merely assumed, so ask first"
    assert [str(one) for one in found.sentences] == [
        "Islamabad: would rather have fewer attacks (F5).",
        "The military: otherwise prefers the crossing open (M8).",
        "Kabul: would rather operations stop (A7).",
        "TTP: wants operations to stop (T5).",
        "Rules of impossibility: concessions of that size need some channel.",
    ]


def test_a_variants_own_assumptions_count() -> None:
    """What a variant assumes is listed with the rest."""
    found = assumed_wants(Analysis(conflict("khyber_kabul_2025"), "kabul price lower"))
    assert "Kabul: border and trade relief is price enough (A1); would rather operations stop (A7)." in [
        str(one) for one in found.sentences
    ]


MIXED = """
title: t
parties:
  p: {name: P, options: {x: x}, prefers: [x, {want: not x, basis: stated}, {want: x iff x, basis: assumed}]}
  q: {name: Q, options: {y: y}, weights: {x: 1}}
  r: {name: R, options: {z: z}, basis: argued, weights: {x: 1}}
  s: {name: S, ranking: [none], why: a guess}
impossible: [y, {when: z, basis: inferred}, {when: x, why: no room}]
outcomes: {none: []}
"""


def test_weights_and_rankings_without_a_basis_are_assumed_as_a_whole() -> None:
    """A ranking or weights that nobody is on record for are assumed whole; a want without a basis too."""
    assert [str(one) for one in assumed_wants(Analysis(parse_text(MIXED))).sentences] == [
        "P: x (p.1); x iff x (p.3).",
        "Q: all of its weights.",
        "S: the whole of its ranking.",
        "Rules of impossibility: y; no room.",
    ]


def test_in_short_it_is_one_sentence() -> None:
    """In short all assumptions stand in one sentence."""
    (only,) = assumed_wants(Analysis(parse_text(MIXED)), short=True).sentences
    assert str(only).startswith("P: x (p.1); x iff x (p.3); Q: all of its weights; ")


def test_where_nothing_is_assumed_that_is_said() -> None:
    """A file in which everything has a basis says so."""
    text = "{title: t, parties: {p: {name: P, options: {x: x}, prefers: [{want: x, basis: stated}]}}}"
    for short in (False, True):
        found = assumed_wants(Analysis(parse_text(text)), short=short)
        assert (found.heading, found.sentences) == ("Nothing is merely assumed", ())
