"""The answer about room for a deal, its table, its expectations and the edits that change it."""

from __future__ import annotations

import re

import pytest

import jirga
from jirga.answer.bargaining.at_the_table import chain, lacking
from jirga.answer.bargaining.bargain import Bargain, NothingToAsk
from jirga.answer.bargaining.opening import opening_answer
from jirga.answer.bargaining.room import room_answer
from jirga.answer.checking import check_text
from jirga.conflict.file import parse_text
from jirga.errors import ConflictTrouble, UnknownName

SHUT = """
title: Two
parties: {a: {name: A}, b: {name: B}, c: {name: C}}
issues:
  x: [shut, half, open]
  y: {says: the price, no_deal: 0}
positions:
  - {party: a, issue: x, accept: {max: half}, basis: stated}
  - {party: b, issue: x, accept: {min: open}}
  - {party: b, issue: y, accept: {min: [20, 30, 40]}}
linkages: [{id: L, when: y > 50 and x = shut, party: b, issue: x, min: 0}]
offers: [{says: paid, id: pay, by: a, party: b, issue: x, min: 50}]
packages: {both: [x, y], price: y}
"""
TABLE = """
bodies: {parliament: {weights: {upper: 1, lower: 1}, quota: 2}}
consent: {y: {needs: [a, b, parliament]}}
mandates:
  - {who: envoy, reports_to: chief, at_table: true, may_agree: [x]}
  - {who: chief, speaks_for: a, approvals: [{of: c, what: a visit, status: refused}, {of: b, status: given}]}
  - {who: shadow, speaks_for: b, at_table: true, may_agree: {x: {}, y: {max: 25}}}
"""


def said(text: str, package: str | None = None) -> str:
    """Every sentence of the answer."""
    return str(room_answer(Bargain(parse_text(text), draws=500), package))


def test_settlements_stand_by_name() -> None:
    """On an issue of settlements, the answer speaks of settlements."""
    assert "A accepts at most half [stated]" in said(SHUT)
    assert "B accepts at least open [assumed]" in said(SHUT)


def test_never_follows_says_why() -> None:
    """A linkage whose condition somebody never accepts is named with who that is."""
    assert "on x B accepts at least open in any draw" in said(SHUT)


def test_open_package() -> None:
    """An open package says what may be agreed."""
    assert "room at the likeliest values, with y 30 to 100. It is open in all 500 draws" in said(
        SHUT, "price"
    )


def test_who_has_no_red_line_is_named() -> None:
    """Somebody whose yes is needed and who has no red line is named, not left out in silence."""
    assert "Y: no red line of A, upper and lower is stated" in said(SHUT + TABLE)


def test_at_the_table() -> None:
    """Mandates that do not cover an issue, and approvals that are refused, are said."""
    text = said(SHUT + TABLE)
    assert "envoy may not settle y" in text
    assert "Envoy needs the approval of C to a visit: refused" in text
    assert "approval of B" not in text


def test_mandates_may_leave_no_room() -> None:
    """A package may be open among the principals and shut for those at the table."""
    text = SHUT + TABLE.replace("may_agree: [x]", "may_agree: [x, y]")
    assert "their mandates leave no room, although the red lines do" in said(text, "price")
    shown = str(opening_answer(Bargain(parse_text(text), draws=100), "price"))
    assert "The red lines leave room; the mandates at the table do not." in shown
    assert "Those at the table for B may agree to 30 on y, and not only to 25" in shown


def test_a_chain_that_ends_in_itself() -> None:
    """Mandates that report to each other are gone through once."""
    conflict = parse_text(SHUT + TABLE)
    envoy, chief, _ = conflict.mandates
    again = chief.model_copy(update={"reports_to": "envoy"})
    assert list(chain([envoy, again], envoy)) == [envoy, again]
    found = lacking(Bargain(conflict), [2], ["x"])
    assert found.absent == (2,)


def test_no_issues_and_no_such_package() -> None:
    """A file without issues is no bargain, and a package must be there."""
    with pytest.raises(NothingToAsk, match="no issues"):
        Bargain(parse_text("{title: t, parties: {a: {name: A, options: {o: o}}}}"))
    with pytest.raises(UnknownName, match="package"):
        Bargain(parse_text(SHUT)).share("bth")


EXPECTED = """
expect:
  - {gap: x, is: 50, between: [b, a]}
  - {gap: x, is: 50, between: [a, c]}
  - {gap: x, is: 40}
  - {room: y, zone: [30, 100]}
  - {room: y, zone: [0, 100]}
  - {open: price, share: [1, 1]}
  - {open: both, share: [0.5, 1]}
  - {never_fires: L}
  - {open: both, share: [1, 1], variant: paid}
  - {never_fires: L, variant: paid}
variants:
  paid: [{take: pay}, {red_line: {party: b, issue: y, min: 10}}, {drop_linkage: L}]
"""


def test_expectations_stand_and_fall() -> None:
    """Each kind stands where it should, and says what was found where it falls."""
    found = check_text(SHUT + EXPECTED, "f")
    assert not found.errors
    assert [(one.stands, one.found) for one in found.outturns] == [
        (True, ""),
        (False, "it is between b and a"),
        (False, "x: 50 apart"),
        (True, ""),
        (False, "y: room from 30 to 100"),
        (True, ""),
        (False, "it is open in 0.000 of the draws"),
        (True, ""),
        (True, ""),
        (False, "no linkage is called 'L' there"),
    ]


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ("variants: {v: [{take: py}]}", "no offer is called 'py'"),
        ("variants: {v: [{drop_linkage: M}]}", "no linkage is called 'M'"),
        ("variants: {v: [{red_line: {party: a, issue: x}}]}", "the red line goes nowhere"),
        ("variants: {v: [{red_line: {party: d, issue: x, min: 0}}]}", "no party is called 'd'"),
        ("variants: {v: [{red_line: {party: a, issue: x, max: ajar}}]}", "'ajar' is no value"),
        ("expect: [{room: z, zone: [0, 1]}]", "no issue is called 'z'"),
        ("expect: [{open: z, share: [0, 1]}]", "no package is called 'z'"),
        ("expect: [{never_fires: z}]", "no linkage is called 'z'"),
        ("expect: [{gap: x, is: 1, between: [z]}]", "no party is called 'z'"),
    ],
)
def test_names_that_lead_nowhere(wrong: str, what: str) -> None:
    """Edits and expectations of what is not there are complained of."""
    with pytest.raises(ConflictTrouble, match=re.escape(what)):
        parse_text(SHUT + wrong)


def test_two_of_one_id() -> None:
    """An offer may not have the id of a linkage."""
    with pytest.raises(ConflictTrouble, match="id of two"):
        parse_text(SHUT.replace("id: pay", "id: L"))


def test_a_rule_with_several_ways_to_win() -> None:
    """Of several sets that are enough, the zone is that of the set that leaves most room."""
    rule = "consent: {x: {needs: {any_of: [a, b]}}, deal: {needs: {at_least: 1, of: [a, c]}}}"
    bargain = Bargain(parse_text(SHUT + rule))
    assert bargain.needed[0] == ((0,), (1,))
    assert bargain.deal == ((0,), (2,))
    assert bargain.needed[1] == bargain.deal
    assert bargain.open_at_the_mode("both")


def test_the_seed() -> None:
    """The numbers that were worked out elsewhere for the talks the project began from."""
    figures = jirga.example("khyber_kabul_2025").room().figures
    gaps = {name: one["gap"] for name, one in figures["issues"].items()}
    assert gaps == {
        "channel": 5,
        "restraint": 20,
        "attacks": 20,
        "ttp_politics": 50,
        "posts": 0,
        "crossing": 0,
        "credit": 0,
    }
    shares = {name: one["share"] for name, one in figures["packages"].items()}
    assert shares["torkham"] == pytest.approx(0.52, abs=0.02)
    assert shares["process only"] == pytest.approx(0.26, abs=0.02)
    assert max(shares["partial halt"], shares["grand bargain"]) < 0.01
    assert figures["never_follow"] == ["L2", "L3", "L4", "L5", "L6"]


LIMITED = """
mandates:
  - who: envoy
    speaks_for: a
    at_table: true
    may_agree: {x: {max: 50}}
    approvals: [{of: b, what: a visit, status: refused}, {of: b, what: a visit, status: refused}]
  - {who: aide, reports_to: envoy, at_table: true, may_agree: []}
"""


def test_limits_and_approvals_of_one_mandate() -> None:
    """A mandate with limits that needs an approval is answered, each approval once for each speaker."""
    bargain = Bargain(parse_text(SHUT + LIMITED))
    for answer in (room_answer(bargain), opening_answer(bargain, "both")):
        shown = [str(one) for section in answer.sections for one in section.sentences]
        assert sum("Envoy needs the approval of B to a visit: refused" in one for one in shown) == 1
        assert any("envoy may not settle y; aide may not settle x or y" in one for one in shown)


def test_a_drawn_red_line_is_on_a_settlement() -> None:
    """Who accepts at most half, and perhaps only shut, accepts half in three draws of four."""
    text = SHUT.replace("accept: {min: open}", "accept: {max: [shut, half, half]}")
    text = text.replace("{max: half}", "{min: half}")
    assert Bargain(parse_text(text)).share_of_issue("x") == pytest.approx(0.75, abs=0.01)


def test_issues_stand_by_name() -> None:
    """An issue's id is read as words wherever a sentence or a table names it."""
    answer = room_answer(Bargain(jirga.example("khyber_kabul_2025").model))
    assert "ttp politics" in [
        row[0] for section in answer.sections if section.table for row in section.table.rows
    ]
    said = "\n".join(str(one) for section in answer.sections for one in section.sentences)
    assert re.findall(r"ttp_politics", re.sub(r"\(when .*?\)", "", said)) == []
    assert "Where red lines do not meet, linkages aside" in [one.heading for one in answer.sections]
