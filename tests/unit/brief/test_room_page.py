"""What the page says of a bargain: tables, charts and chains, each with what it rests on."""

from __future__ import annotations

import re
from html import unescape

from jirga.answer.analysis import Analysis
from jirga.brief.page import page
from jirga.brief.room_page import NOTHING, RoomPage, room_page
from jirga.conflict.file import parse_text
from jirga.examples import conflict
from jirga.schema.answer import Mark

HEADINGS = [
    "Room for a deal",
    "Positions and red lines, issue by issue",
    "Who can deliver, and who stands behind them",
]
NASTY = '</svg></title><script>alert(1)</script> & "it\'s"'


def khyber() -> RoomPage:
    return room_page(Analysis(conflict("khyber_kabul_2025")))


def test_the_gap_table_is_that_of_the_room() -> None:
    """Issues stand with their room or gap, packages with their share of draws."""
    found = khyber()
    assert found.issues.rows[0] == ("channel", "none: 5 apart", "KP / Islamabad", "0.26")
    assert found.packages.rows[0] == ("torkham", "posts, crossing", "yes", "0.51")
    assert found.packages.rows[4][2] == "no: red lines apart on restraint, attacks, ttp politics"
    assert len(found.charts) == 7


def test_every_line_of_a_chart_has_its_basis() -> None:
    """Beside a chart stands, for each position drawn, how it is known and where."""
    basis = khyber().charts[0].basis
    assert [one.id for one in basis.parts if isinstance(one, Mark)] == ["KP", "Islamabad", "the military"]
    assert [one.basis for one in basis.parts if isinstance(one, Mark)] == ["inferred", "stated", "argued"]
    chain = khyber().chain
    assert [one.label for one in chain.basis.parts if isinstance(one, Mark)][-1] == "argued, article S11"


def test_the_page_has_the_three_headings_after_the_outcomes() -> None:
    """They stand after the ways and before the reasons, once each."""
    written = unescape(page(Analysis(conflict("khyber_kabul_2025"))))
    heads = re.findall(r"<h2>(.*?)</h2>", written)
    first = heads.index("Room for a deal")
    assert heads[first - 1] == "The ways from the status quo"
    assert heads[first : first + 3] == HEADINGS
    assert heads[first + 3] == "Who would break which outcome, and why"


def test_a_file_without_issues_has_none_of_it() -> None:
    """A file that names neither issues nor mandates has no such headings."""
    assert room_page(Analysis(conflict("elmira_9"))) == RoomPage()
    assert RoomPage().hands == NOTHING
    assert not set(HEADINGS) & set(re.findall(r"<h2>(.*?)</h2>", page(Analysis(conflict("elmira_9")))))


def test_it_stands_without_outcomes_too() -> None:
    """A file without named outcomes still says what room there is."""
    bare = conflict("khyber_kabul_2025").model_copy(
        update={"outcomes": {}, "expect": (), "no_deal": None, "variants": {}}
    )
    assert "Positions and red lines, issue by issue" in page(Analysis(bare))


def test_a_variant_has_its_own_room() -> None:
    """The room is that of the variant, not of the file."""
    text = """
title: t
parties: {a: {name: A, options: {x: x}, prefers: [x]}, b: {name: B}}
status_quo: []
issues: {toll: the toll}
positions: [{party: a, issue: toll, accept: {min: 60}}, {party: b, issue: toll, accept: {max: 40}}]
variants: {softer: [{red_line: {party: b, issue: toll, max: 70}}]}
"""
    assert room_page(Analysis(parse_text(text))).issues.rows[0][1] == "none: 20 apart"
    assert room_page(Analysis(parse_text(text), "softer")).issues.rows[0][1] == "60 to 70"


def test_a_rule_too_large_to_go_through_is_said() -> None:
    """With a rule of too many members the page says so in place of the room, and is whole."""
    voters = [f"v{n}" for n in range(40)]
    text = f"""
title: t
parties:
  a: {{name: A, options: {{x: x}}, prefers: [x]}}
{chr(10).join(f"  {one}: {{name: {one}}}" for one in voters)}
status_quo: []
issues: {{toll: the toll}}
positions: [{{party: a, issue: toll, accept: {{min: 60}}}}]
consent: {{toll: {{needs: {{at_least: 20, of: [{", ".join(voters)}]}}}}}}
"""
    found = room_page(Analysis(parse_text(text)))
    assert found.refused
    assert found.issues is None
    assert found.about_room
    assert found.refused in unescape(page(Analysis(parse_text(text))))


def test_names_in_a_bargain_cannot_break_the_page() -> None:
    """Markup in the names of parties, issues, settlements, speakers and packages is shown as words."""
    said = "'" + NASTY.replace("'", "''") + "'"
    text = f"""
title: t
parties: {{a: {{name: {said}, options: {{x: x}}, prefers: [x]}}, b: {{name: B}}}}
status_quo: []
issues: {{toll: {{says: {said}, settlements: [{said}, other]}}}}
positions: [{{party: a, issue: toll, ideal: {said}, accept: {{min: other}}, why: {said}}}]
consent: {{toll: {{needs: [a, b], delivers: [a], why: {said}}}}}
mandates: [{{who: {said}, speaks_for: a, at_table: true, approvals: [{{of: b, what: {said}}}]}}]
packages: {{{said}: [toll]}}
"""
    written = page(Analysis(parse_text(text)))
    assert "<script" not in written
    assert written.count("<svg") == written.count("</svg>")
