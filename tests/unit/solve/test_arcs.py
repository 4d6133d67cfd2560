"""Moves listed arc by arc: neither symmetric nor transitive unless the file says so."""

from __future__ import annotations

import numpy as np
import pytest

from jirga.conflict.board import board
from jirga.conflict.file import parse_text
from jirga.solve.sweeps.arcs import Arcs, best, improving
from jirga.solve.sweeps.fibres import NEVER

# Ranks of p: a 0, b 2, c 1, d 2.
GRAPH = """
title: four states
states: [a, b, c, d]
parties:
  p: {name: P, moves: {a: [b, c, d], b: c, c: [a, d]}, ranking: [[b, d], c, a]}
  q: {name: Q, ranking: [[a, b, c, d]]}
"""


@pytest.fixture
def moves() -> Arcs:
    origin, target = board(parse_text(GRAPH)).moves.arcs[0]
    return Arcs(origin, target, 4)


RANK = np.array([0, 2, 1, 2], dtype=np.int32)


def test_moves_lead_where_they_are_listed(moves: Arcs) -> None:
    """From a state a party moves where the file says, and not back unless that is listed too."""
    assert [moves.targets(row).tolist() for row in range(4)] == [[1, 2, 3], [2], [0, 3], []]


def test_least_is_over_the_moves_only(moves: Arcs) -> None:
    """The least value is over the moves, without staying; without a move there is none."""
    assert moves.least(np.array([5, 6, 7, 8])).tolist() == [6, 7, 5, NEVER]


def test_most_is_over_staying_and_the_moves(moves: Arcs) -> None:
    """The most is over staying and every move."""
    assert moves.most(np.array([9, 6, 5, 8])).tolist() == [9, 6, 9, 8]


def test_led_to_runs_against_the_moves(moves: Arcs) -> None:
    """What leads to a state is staying there and every move that ends there."""
    assert moves.led_to(np.array([1, 0, 0, 0])).tolist() == [1, 1, 1, 1]
    assert moves.led_to(np.array([0, 1, 0, 0])).tolist() == [0, 1, 1, 0]
    assert moves.led_to(np.array([0, 0, 0, 1])).tolist() == [0, 0, 0, 1]


def test_improvements_end_higher(moves: Arcs) -> None:
    """Moves to an equal or lower rank are no improvements."""
    gains = improving(moves, RANK)
    assert [gains.targets(row).tolist() for row in range(4)] == [[1, 2, 3], [], [3], []]


def test_best_improvements_end_highest_with_all_ties(moves: Arcs) -> None:
    """Of the improvements those that end highest are best, all of them where several tie."""
    tops = best(moves, RANK)
    assert [tops.targets(row).tolist() for row in range(4)] == [[1, 3], [], [3], []]


def test_moves_to_states_ruled_out_are_left_out() -> None:
    """A move from or to a state that a rule forbids is no move, and neither is one to where it began."""
    made = board(parse_text(GRAPH.replace("b: c,", "b: [b, c],") + "impossible: [c]"))
    assert made.moves.arcs[0].tolist() == [[0, 0], [1, 2]]
    assert made.moves.arcs[1].tolist() == [[], []]


def test_a_party_without_moves_brings_nothing_about() -> None:
    """A party for which no move is listed leads nowhere, by any kind of move."""
    origin, target = board(parse_text(GRAPH)).moves.arcs[1]
    still = Arcs(origin, target, 4)
    assert still.targets(0).tolist() == []
    assert best(still, RANK).least(np.arange(4)).tolist() == [NEVER] * 4
    assert still.most(np.arange(4)).tolist() == [0, 1, 2, 3]
