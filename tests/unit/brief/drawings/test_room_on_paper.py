"""Whatever parties are called, and however many there are, nothing in a drawing lies over anything else."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawn import curves, extents, troubles
from jirga.answer.analysis import Analysis
from jirga.brief.drawings.hangs_bars import Bar, hangs_bars
from jirga.brief.drawings.mandate_chain import mandate_chain
from jirga.brief.drawings.relations import Relation
from jirga.brief.drawings.stakeholder_map import stakeholder_map
from jirga.brief.drawings.standards import outcomes_by_standards
from jirga.brief.drawings.ways import ways
from jirga.conflict.file import parse_text
from jirga.examples import conflict, solvable
from jirga.schema.conflict import Conflict

WORDS = st.sampled_from(
    [
        *("the", "de facto", "authorities", "of", "Government", "Tehreek-e-Taliban", "Pakistan", "(PTI)"),
        *("Konfliktverhandlungsdelegationsmitglieder", "حکومت", "پاکستان", "خیبر", "правительство", "政府"),
        *("A", "&", "<b>"),
    ]
)
NAMES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


def made(names: list[str], *, table: int = 0) -> Conflict:
    """Make a conflict of parties that all must say yes to one thing, and of one who must approve."""
    keys = [f"p{n}" for n in range(len(names))]
    parties = {
        key: {"name": name, "options": {f"o{key}": {"says": name}}, "prefers": [{"want": f"o{key}"}]}
        for key, name in zip(keys, names, strict=True)
    }
    file = {
        "title": "t",
        "parties": parties,
        "status_quo": [],
        "outcomes": {name: [f"o{key}" for key in keys[:n]] for n, name in enumerate(dict.fromkeys(names), 1)},
        "issues": {"peace": {"says": "peace"}},
        "consent": {"peace": {"needs": keys, "delivers": keys[:1], "influences": keys[-1:]}},
        "mandates": [
            {"who": f"W {names[0]}", "speaks_for": keys[table], "at_table": True,
             "approvals": [{"of": keys[-1], "what": names[-1]}]},
        ],
    }  # fmt: skip
    return parse_text(json.dumps(file))


@given(st.lists(NAMES, min_size=2, max_size=12))
@settings(max_examples=10, deadline=None)
def test_nothing_on_the_map_lies_over_anything_else(names: list[str]) -> None:
    """Boxes, numbers and words are apart, and no line passes through the box of somebody else."""
    drawing = stakeholder_map(made(names))
    assert drawing is not None
    assert troubles(drawing) == []
    root = ET.XML(drawing.svg())
    boxes = [one for one in extents(root) if one.kind == "box"][: len(names)]
    assert len(curves(root)) == len(names) * (len(names) - 1) // 2
    for curve in curves(root):
        through = [
            box
            for box in boxes
            if any(box.left < x < box.right and box.top < y < box.bottom for x, y in curve)
        ]
        assert len(through) == 2


@given(st.lists(NAMES, min_size=2, max_size=5))
@settings(max_examples=12, deadline=None)
def test_nothing_on_the_ways_and_outcomes_lies_over_anything_else(names: list[str]) -> None:
    """Who moves, what they do and the names of outcomes keep apart."""
    analysis = Analysis(made(names))
    way = ways(analysis)
    assert way is None or troubles(way) == []
    assert troubles(outcomes_by_standards(analysis)) == []
    assert troubles(mandate_chain(analysis.conflict)) == []


@given(st.lists(st.tuples(NAMES, NAMES, st.integers(1, 40)), min_size=1, max_size=20))
@settings(max_examples=25, deadline=None)
def test_no_bar_lies_over_another(some: list[tuple[str, str, int]]) -> None:
    """Labels end before the bars, and bars before the edge."""
    bases = ("stated", "argued", "assumed")
    bars = [Bar("w", says, who, many, many + 3, bases[many % 3]) for who, says, many in some]
    drawing = hangs_bars(bars)
    assert drawing is not None
    assert troubles(drawing) == []


@pytest.mark.parametrize("name", solvable())
def test_packaged_conflicts_are_drawn_with_room(name: str) -> None:
    """Every drawing of every packaged conflict keeps its things apart."""
    analysis = Analysis(conflict(name))
    some = [ways(analysis), stakeholder_map(analysis.conflict), mandate_chain(analysis.conflict)]
    for one in [*some, outcomes_by_standards(analysis)]:
        assert one is None or troubles(one) == []


def test_the_check_sees_what_lies_over_what() -> None:
    """Words over words, words over an edge, and words outside are found."""
    from jirga.brief.drawings.drawing import Drawing, box, text

    parts = (text(10, 20, "one"), text(12, 22, "two"), box((5, 40, 20, 20)), text(10, 52, "longer words"))
    found = troubles(Drawing("t", "d", 60, 60, parts))
    assert len([one for one in found if one.startswith("over")]) == 2
    assert len([one for one in found if one.startswith("outside")]) == 1


def test_more_than_sixteen_are_not_drawn() -> None:
    """A map of more than sixteen would show nothing."""
    assert stakeholder_map(made([f"n{n}" for n in range(16)])) is not None
    assert stakeholder_map(made([f"n{n}" for n in range(17)])) is None


@pytest.mark.parametrize(("sourced", "dashes"), [(True, 1), (False, 2)])
def test_a_tie_of_the_record_is_dashed_where_it_has_no_source(*, sourced: bool, dashes: int) -> None:
    """A tie between two is a line; the legend has one dashed line of its own."""
    bare = parse_text("{title: t, parties: {a: {name: A, options: {x: x}}, b: {name: B, options: {y: y}}}}")
    tie = Relation("a", "b", "A funds B", "reported", sourced)
    drawing = stakeholder_map(bare, [tie])
    assert drawing.svg().count("stroke-dasharray") == dashes
    assert "A and B: A funds B (reported" in drawing.description
    assert ("without a source" in drawing.description) is not sourced
    assert stakeholder_map(bare) is None
