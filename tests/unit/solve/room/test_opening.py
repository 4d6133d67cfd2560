"""What would open a package: sizes, offers, mandates, and where the search stops."""

from __future__ import annotations

import math

import numpy as np
import pytest

from jirga.answer.bargaining.bargain import Bargain
from jirga.answer.bargaining.recipes import Opening
from jirga.conflict.bargaining.links import Link
from jirga.conflict.file import parse_text
from jirga.errors import TooLarge
from jirga.solve.room.draws import drawn
from jirga.solve.room.opening import opening
from jirga.solve.room.ways import ways

PAIR = """
title: Two
parties: {a: {name: A}, b: {name: B}}
issues: {x: X, y: Y}
positions:
  - {party: a, issue: x, accept: {max: 20}}
  - {party: b, issue: x, accept: {min: 90}}
packages: {both: [x, y], one: x}
"""


def steps(text: str, package: str = "both") -> list[list[tuple[object, float | None]]]:
    """Every recipe, its steps by party and issue or by offer, with where they go."""
    found = Opening(Bargain(parse_text(text)), package)
    return [[(name(found, number), end) for number, end in one.steps] for one in found.recipes]


def name(found: Opening, number: int) -> object:
    """Name a lever."""
    lever = found.levers[number]
    if lever.offer is not None:
        return found.bargain.every_link[lever.offer].id
    return found.bargain.parties[lever.party], found.bargain.issues[lever.issue]


def test_either_gives_all_of_it() -> None:
    """Where two red lines do not meet, one of the two moves, the whole way."""
    assert steps(PAIR) == [[(("a", "x"), 90.0)], [(("b", "x"), 20.0)]]


def test_a_line_beyond_its_linkage_moves_the_whole_way() -> None:
    """What a linkage adds is not added to what a party gives: the shorter way goes without it."""
    more = """
linkages:
  - {when: y >= 50, party: a, issue: x, max: 70}
  - {when: y <= 40, party: b, issue: x, min: 60}
"""
    assert steps(PAIR + more) == [[(("a", "x"), 60.0)], [(("b", "x"), 70.0)]]


def test_an_offer_comes_first() -> None:
    """An offer that is enough comes before red lines, whoever has to make it."""
    more = "offers: [{says: paid, id: pay, by: [b], when: y >= 50, party: a, issue: x, max: 95}]"
    assert steps(PAIR + more)[0] == [("pay", None)]


def test_open_already() -> None:
    """An open package has one recipe, without a step."""
    assert steps(PAIR.replace("min: 90", "min: 10")) == [[]]


def test_a_mandate_is_widened_before_a_red_line_moves() -> None:
    """Where only a mandate is too narrow, it is the mandate that has to give."""
    more = "mandates: [{who: M, speaks_for: a, at_table: true, may_agree: {x: {max: 5}, y: {}}}]"
    text = PAIR.replace("min: 90", "min: 10") + more
    found = Opening(Bargain(parse_text(text)), "both")
    ((number, end),) = found.recipes[0].steps
    assert (found.levers[number].mandate, end) == (True, 10.0)
    assert not found.moves_red_lines(found.recipes[0])


def test_nothing_fits_fixed_values() -> None:
    """Values that a linkage contradicts are opened by nothing."""
    more = "linkages: [{when: x >= 0, issue: y, becomes: 70}]"
    text = PAIR.replace("both: [x, y]", "both: {issues: [x, y], values: {y: 10}}") + more
    assert Opening(Bargain(parse_text(text)), "both").recipes == []


def test_the_search_says_that_it_stopped() -> None:
    """A list that is cut short says so."""
    found = Opening(Bargain(parse_text(PAIR)), "both")
    recipes, complete = opening(found.bargain.mode, found.ways, found.levers, most=1)
    assert (len(recipes), complete) == (1, False)


def test_a_value_to_be_exceeded() -> None:
    """A condition with > is met just above."""
    more = "linkages: [{when: y > 30, party: a, issue: x, max: 95}]\n"
    more += "consent: {y: {needs: [c]}}\n"
    text = PAIR.replace("b: {name: B}", "b: {name: B}, c: {name: C}") + more
    text = text.replace("packages", "  - {party: c, issue: y, accept: {max: 30}}\npackages", 1)
    assert [(("c", "y"), 30.001)] in steps(text)


def test_what_sets_itself_sets_nothing() -> None:
    """Two linkages that would set each other's condition do not lift themselves into being."""
    one = Link("one", (((1, 50.0, 100.0),),), issue=2, becomes=70.0)
    other = Link("other", (((2, 50.0, 100.0),),), issue=1, becomes=70.0)
    found = ways([one, other], [0], [math.nan, math.nan, math.nan])
    assert [way.issues for way in found] == [(0,)]


def test_a_chain_of_settings() -> None:
    """What a linkage sets may bring about what another sets."""
    one = Link("one", (((0, 50.0, 100.0),),), issue=1, becomes=70.0)
    other = Link("other", (((1, 50.0, 100.0),),), issue=2, becomes=10.0)
    found = ways([one, other], [0], [math.nan] * 3)
    assert {way.spans for way in found} == {
        ((0, 0.0, math.nextafter(50.0, 0.0)),),
        ((0, 50.0, 100.0), (1, 70.0, 70.0), (2, 10.0, 10.0)),
    }


def test_an_unknown_value_sets_nothing() -> None:
    """A condition that every value meets is still not taken to hold where the value is not known."""
    always = Link("always", (((0, 0.0, 100.0),),), issue=2, becomes=70.0)
    assert [way.issues for way in ways([always], [1], [math.nan] * 3)] == [(1,)]
    assert [way.issues for way in ways([always], [1], [0.0] * 3)] == [(1, 2)]


def test_too_many_draws() -> None:
    """Draws that would not fit are refused."""
    with pytest.raises(TooLarge, match="too many to hold"):
        drawn(np.zeros((100, 100, 3)), np.zeros((100, 100, 3)), 20_000)


def test_too_many_ways() -> None:
    """Linkages that can follow in too many ways are refused, not cut short."""
    many = [
        Link(str(n), tuple(((n, 10.0 * k, 100.0),) for k in range(4)), issue=0, least=0) for n in range(1, 9)
    ]
    with pytest.raises(TooLarge, match="too many ways"):
        ways(many, range(9), [math.nan] * 9)
