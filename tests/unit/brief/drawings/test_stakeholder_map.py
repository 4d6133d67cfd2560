"""The map of who is bound to whom: a numbered line for each two, dashed where nobody is on record."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

from drawn import curves
from jirga.brief.drawings.relations import relations
from jirga.brief.drawings.stakeholder_map import stakeholder_map
from jirga.conflict.file import parse_text
from jirga.examples import conflict
from jirga.schema.conflict import Conflict

SVG = "{http://www.w3.org/2000/svg}"
THREE = {
    "title": "t",
    "sources": {"s": {"title": "S", "passages": {"p": "words"}}},
    "parties": {one: {"name": one.upper(), "options": {f"o{one}": {"says": one}}} for one in "abc"},
}


def made(**more: object) -> Conflict:
    return parse_text(json.dumps(THREE | more))


def test_the_lines_of_the_packaged_case() -> None:
    """Eight pairs are bound; approvals, both saying yes, and pressing are told apart, with their basis."""
    drawing = stakeholder_map(conflict("khyber_kabul_2025"))
    said = drawing.description
    assert len(curves(ET.XML(drawing.svg()))) == 8
    assert "Islamabad and KP: Islamabad's approval of the terms of reference: not known (reported);" in said
    assert "Kabul and TTP: Kabul can press TTP on attacks (inferred)." in said
    assert (
        "TTP and the military: both must say yes on attacks (inferred) and ttp politics (inferred)." in said
    )
    assert "At the table: KP and Kabul." in said


@pytest.mark.parametrize(
    ("basis", "dashed"),
    [
        ({"basis": "argued", "cite": "s#p"}, False),
        ({"basis": "assumed"}, True),
        ({"basis": "stated"}, True),
        ({}, True),
    ],
)
def test_a_line_is_dashed_where_nobody_is_on_record(basis: dict[str, str], *, dashed: bool) -> None:
    """Assumed, without a basis, or with a basis but no passage: dashed; beside it the legend's own dashes."""
    drawing = stakeholder_map(made(issues={"i": {}}, consent={"i": {"needs": ["a", "b"], **basis}}))
    line = next(one for one in ET.XML(drawing.svg()).iter(f"{SVG}path") if "Q" in one.get("d"))
    assert (line.get("stroke-dasharray") is not None) == dashed


def test_one_sourced_relation_is_enough_for_a_full_line() -> None:
    """What is between two is one line; the words say which part has no source."""
    known = {"needs": ["a", "b"], "basis": "argued", "cite": "s#p"}
    drawing = stakeholder_map(
        made(issues={"i": {}, "j": {}}, consent={"i": known, "j": {"needs": ["a", "b"], "basis": "stated"}})
    )
    assert "A and B: both must say yes on i (argued) and j (stated without a source)." in drawing.description
    assert drawing.svg().count("stroke-dasharray") == 1


def test_only_those_without_whom_it_cannot_pass_are_bound() -> None:
    """Of three of whom two are enough nobody is needed; a body is no party and still on the map."""
    some = made(issues={"i": {}}, consent={"i": {"needs": {"at_least": 2, "of": ["a", "b", "c"]}}})
    assert relations(some) == []
    assert stakeholder_map(some) is None
    approval = {"who": "W", "speaks_for": "a", "approvals": [{"of": "the council"}]}
    body = made(bodies={"the council": ["b", "c"]}, mandates=[approval])
    assert "On the map are A, B, C and the council." in stakeholder_map(body).description


def test_who_is_at_the_table_has_a_thick_border() -> None:
    """One thick box besides the legend's."""
    some = made(
        issues={"i": {}},
        consent={"i": {"needs": ["a", "b"]}},
        mandates=[{"who": "W", "speaks_for": "b", "at_table": True}],
    )
    root = ET.XML(stakeholder_map(some).svg())
    assert [one.get("stroke-width") for one in root.iter(f"{SVG}rect")] == ["1.2", "3", "1.2", "3"]
