"""Who could turn back what in a state, by the definitions on a small conflict."""

from __future__ import annotations

from jirga.conflict.board import board
from jirga.conflict.file import parse_text
from jirga.solve.sweeps.movers import Movers
from jirga.stress.spoilers import grips

DEAL = """
title: t
parties:
  a: {name: A, options: {x: x, w: w}, prefers: [not x]}
  b: {name: B, options: {y: y}, prefers: [x]}
  c: {name: C, options: {z: z}}
status_quo: [z]
one_way: [y]
outcomes: {deal: [x, y, z]}
"""
STATES = """
title: t
states: [one, two, three]
parties:
  a: {name: A, moves: {two: [one, three]}, ranking: [three, two, one]}
  b: {name: B, moves: {one: [two]}, ranking: [two, one, three]}
status_quo: one
"""


def test_what_is_in_hand() -> None:
    """Only options in which the two states differ, that are the party's own and can be turned back."""
    conflict = parse_text(DEAL)
    laid = board(conflict)
    deal, today = laid.states.find(("x", "y", "z")), laid.states.find(("z",))
    found = grips(Movers(laid), deal, today)
    assert [one.holds for one in found] == [("x",), (), ()]
    assert [one.worse for one in found] == [True, False, False]
    assert [one.better for one in found] == [False, True, False]
    assert [one.gains for one in found] == [True, False, False]


def test_by_states() -> None:
    """In a conflict by states, where a party could go."""
    laid = board(parse_text(STATES))
    found = grips(Movers(laid), 1, 0)
    assert [one.holds for one in found] == [("one", "three"), ()]
    assert found[0].gains
