"""The drawing of outcomes by standards: filled where one holds, who would leave where it does not."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from jirga.answer.analysis import Analysis
from jirga.brief.drawings.drawing import INK
from jirga.brief.drawings.standards import outcomes_by_standards, short
from jirga.conflict.file import parse_text
from jirga.examples import conflict, solvable

SVG = "{http://www.w3.org/2000/svg}"


def drawn(analysis: Analysis) -> ET.Element:
    return ET.XML(outcomes_by_standards(analysis).svg())


@pytest.mark.parametrize("name", solvable())
def test_a_cell_is_filled_where_an_outcome_holds(name: str) -> None:
    """There are as many filled cells as verdicts that hold, and each is marked in words too."""
    analysis = Analysis(conflict(name))
    root = drawn(analysis)
    holds = sum(
        int(analysis.holding[standard][row])
        for outcome in analysis.outcomes
        if (row := analysis.row(outcome)) is not None
        for standard in analysis.holding
    )
    assert [box.get("fill") for box in root.iter(f"{SVG}rect")].count(INK) == holds
    assert [one.text for one in root.iter(f"{SVG}text")].count("holds") == holds


def test_it_is_described_in_words() -> None:
    """The description says of every outcome by which standards it holds and whether it can be got to."""
    said = drawn(Analysis(conflict("khyber_kabul_2025"))).find(f"{SVG}desc").text
    assert (
        "torkham only: holds by any reply; any reply, no escape; replies others want; wanted replies, no "
        "escape; and best replies; can it be got to: moving together." in said
    )
    assert "partial deal: holds by no standard; can it be got to: no." in said


def test_an_impossible_outcome_has_no_cells() -> None:
    """An outcome that a rule forbids is marked as impossible, in the drawing and in its description."""
    root = drawn(Analysis(conflict("khyber_kabul_2025"), "s40 literal"))
    assert [one.text for one in root.iter(f"{SVG}text")].count("impossible") == 1
    assert "grand bargain: impossible." in root.find(f"{SVG}desc").text


def test_without_outcomes_it_is_still_a_drawing() -> None:
    """A conflict without outcomes gives only the header."""
    bare = parse_text("{title: t, parties: {p: {name: P, options: {x: x}, prefers: [x]}}}")
    assert list(drawn(Analysis(bare)).iter(f"{SVG}rect")) == []


def test_names_that_look_like_markup_stay_names() -> None:
    """Outcomes and parties are drawn as text whatever they are called."""
    text = """
title: t
parties:
  p: {name: "<b>&", options: {x: x}, prefers: [x]}
outcomes: {"<script>": [], "a & b": [x]}
"""
    root = drawn(Analysis(parse_text(text)))
    words = [one.text for one in root.iter(f"{SVG}text")]
    assert "<script>" in words
    assert "a & b" in words
    assert words.count("<b>&") == 6


def test_a_long_list_of_leavers_is_cut() -> None:
    """Who would leave is cut where it does not fit on two lines, and the cut is shown."""
    assert short("Kabul, KP") == "Kabul, KP"
    assert short("a first party, a second party, a third party") == "a first party, a second pa ..."
