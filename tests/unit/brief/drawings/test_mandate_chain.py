"""The drawing of who stands behind each speaker: two lines where rules differ, dashes for what is open."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from jirga.brief.drawings.mandate_chain import ACROSS, WIDTH, mandate_chain
from jirga.conflict.file import parse_text
from jirga.examples import conflict
from jirga.schema.conflict import Conflict

SVG = "{http://www.w3.org/2000/svg}"
ONE = """
title: t
parties: {a: {name: A, options: {x: x}}, b: {name: B}}
mandates:
  - {who: the envoy, reports_to: the minister, at_table: true}
  - {who: the minister, speaks_for: a, approvals: [{of: b, what: the map, status: STATUS}]}
"""


def drawn(one: Conflict) -> ET.Element:
    return ET.XML(mandate_chain(one).svg())


def boxes(root: ET.Element) -> list[ET.Element]:
    return list(root.iter(f"{SVG}rect"))


def said(root: ET.Element) -> str:
    return root.find(f"{SVG}desc").text or ""


def test_the_rule_as_written_and_the_one_in_effect_have_a_line_each() -> None:
    """The military, whom only the rule in effect asks, stands in the second line and not in the first."""
    root = drawn(conflict("khyber_kabul_2025"))
    written, _, effect = said(root).partition("; in effect: ")
    assert "as written: the provincial jirga of tribal elders, then the chief minister" in written
    assert written.endswith("Islamabad, the terms of reference: not known")
    assert effect.endswith("then the military, talks with Kabul at all: not known.")
    assert len(boxes(root)) == 7
    assert len([one for one in boxes(root) if one.get("stroke-dasharray")]) == 3


@pytest.mark.parametrize(
    ("status", "said_"), [("given", "given"), ("refused", "refused"), ("unknown", "not known")]
)
def test_an_approval_shows_how_it_stands(status: str, said_: str) -> None:
    """Only what is unknown is dashed and only what is refused is thick, and each says so in words."""
    root = drawn(parse_text(ONE.replace("STATUS", status)))
    approval = boxes(root)[-1]
    assert (approval.get("stroke-dasharray") is not None) == (status == "unknown")
    assert (approval.get("stroke-width") == "4") == (status == "refused")
    assert (
        said(root)
        == f"Behind the envoy for A, at the table: the envoy, then the minister, then B, the map: {said_}."
    )


def test_one_line_where_the_rules_ask_the_same() -> None:
    """Without two rules there is one line without a label, with an arrow between any two boxes."""
    root = drawn(parse_text(ONE.replace("STATUS", "given")))
    assert (len(boxes(root)), len(list(root.iter(f"{SVG}line")))) == (3, 2)
    assert "as written" not in "".join(one.text or "" for one in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("name", ["northern_ireland_1996", "elmira_9"])
def test_without_anybody_behind_there_is_nothing_to_draw(name: str) -> None:
    """No mandates, no drawing."""
    assert mandate_chain(conflict(name)) is None


def test_a_speaker_with_nobody_behind_is_left_out() -> None:
    """Who speaks alone needs no box."""
    alone = "title: t\nparties: {a: {name: A, options: {x: x}}}\nmandates: [{who: W, speaks_for: a}]"
    assert mandate_chain(parse_text(alone)) is None


def test_long_chains_go_on_below() -> None:
    """More boxes than fit go on in the next row, inside the drawing, long names cut."""
    who = [
        "Unbroken" * 20,
        *(f"the office number {n} of the long and winding administration" for n in range(6)),
    ]
    lines = [f"  - {{who: '{one}', reports_to: '{two}'}}" for one, two in pairwise(who)]
    text = "\n".join(["title: t", "parties: {a: {name: A, options: {x: x}}}", "mandates:", *lines])
    root = drawn(parse_text(f"{text}\n  - {{who: '{who[-1]}', speaks_for: a}}"))
    assert len(boxes(root)) == len(who)
    assert len({one.get("y") for one in boxes(root)}) == -(-len(who) // ACROSS)
    assert all(float(one.get("x")) + float(one.get("width")) <= WIDTH for one in boxes(root))
    assert len(list(root.iter(f"{SVG}line"))) == len(who) - 1
    assert "Unbroken" * 20 in said(root)
