"""Moves in option form: what a party can bring about, with one-way options among its own."""

from __future__ import annotations

import numpy as np
import pytest

from jirga.conflict.board import Board, board
from jirga.conflict.file import parse_text
from jirga.errors import TooLarge
from jirga.solve.sweeps.fibres import MAX_ONE_WAY, NEVER, AnyMove, BestImprovement, Fibres, Improvement

# Bits: a 1, b 2, c 4, d 8. Once a is taken it stays; once b is dropped it stays away.
TWO_ONE_WAY = """
title: two one-way options in one party
parties:
  p: {name: P, options: {a: a, b: b, c: c}, prefers: [c, b, a]}
  q: {name: Q, options: {d: d}, prefers: [d]}
one_way: [a, not b]
"""


def laid(text: str) -> Board:
    return board(parse_text(text))


@pytest.fixture
def fibres() -> Fibres:
    return Fibres(laid(TWO_ONE_WAY).moves, 0)


TARGETS = {
    0: [1, 4, 5],
    1: [5],
    2: [0, 1, 3, 4, 5, 6, 7],
    3: [1, 5, 7],
    4: [0, 1, 5],
    5: [1],
    6: [0, 1, 2, 3, 4, 5, 7],
    7: [1, 3, 5],
}


@pytest.mark.parametrize(("row", "targets"), TARGETS.items())
def test_one_way_options_change_only_forward(fibres: Fibres, row: int, targets: list[int]) -> None:
    """A party reaches every state that changes its own options, one-way options only forward."""
    assert AnyMove(fibres).targets(row).tolist() == targets
    assert AnyMove(fibres).targets(row + 8).tolist() == [to + 8 for to in targets]


def test_least_and_most_run_over_staying_and_every_move(fibres: Fibres) -> None:
    """The least and the most are over the state itself and every state the party can move to."""
    value = np.array([5, 3, 7, 2, 9, 8, 1, 6] + [10] * 8)
    least = [min(value[[row, *TARGETS[row]]]) for row in range(8)]
    most = [max(value[[row, *TARGETS[row]]]) for row in range(8)]
    assert AnyMove(fibres).least(value).tolist() == [*least, *[10] * 8]
    assert AnyMove(fibres).most(value).tolist() == [*most, *[10] * 8]


@pytest.mark.parametrize("start", TARGETS)
def test_led_to_runs_from_a_state_to_where_its_moves_lead(fibres: Fibres, start: int) -> None:
    """A mark on one state is carried to that state and to every state the party can move to from it."""
    marked = np.zeros(16, dtype=np.int64)
    marked[start] = 1
    led = np.flatnonzero(AnyMove(fibres).led_to(marked)).tolist()
    assert led == sorted([start, *TARGETS[start]])


def test_the_least_over_improvements_leaves_out_staying_and_losing(fibres: Fibres) -> None:
    """Only moves that end higher count, and where there is none there is no value."""
    rank = np.tile(np.arange(8, dtype=np.int32), 2)
    value = np.arange(16)
    expected = [1, 5, 3, 5, 5, NEVER, 7, NEVER]
    found = Improvement(fibres, rank).least(value).tolist()
    assert found[:8] == expected
    assert found[8:] == [one if one == NEVER else one + 8 for one in expected]


def test_an_improvement_with_a_low_value_counts_wherever_it_ranks(fibres: Fibres) -> None:
    """The least value may stand at any improvement, not only at the next or the best one."""
    rank = np.tile(np.arange(8, dtype=np.int32), 2)
    value = np.array([9, 9, 9, 4, 9, 3, 2, 1] * 2)
    assert Improvement(fibres, rank).least(value).tolist()[:4] == [3, 3, 1, 1]


def test_best_improvements_are_all_that_end_highest(fibres: Fibres) -> None:
    """Only the moves that end highest count; where several tie, the least value among them."""
    rank = np.tile(np.array([0, 2, 1, 1, 2, 1, 2, 0], dtype=np.int32), 2)
    value = np.array([1, 6, 2, 3, 5, 4, 7, 8] * 2)
    best = BestImprovement(Improvement(fibres, rank))
    assert best.least(value).tolist()[:8] == [5, NEVER, 5, 6, NEVER, 6, NEVER, 6]
    assert best.targets(0).tolist() == [1, 4]
    assert best.targets(2).tolist() == [1, 4, 6]
    assert best.targets(3).tolist() == [1]
    assert best.targets(1).tolist() == []
    assert best.targets(4).tolist() == []


def test_ties_among_best_improvements_count_within_a_block_too(fibres: Fibres) -> None:
    """Where two best improvements agree on the one-way options, the least value of both is given."""
    rank = np.tile(np.array([0, 1, 0, 0, 1, 1, 0, 0], dtype=np.int32), 2)
    for value in ([9, 8, 9, 9, 7, 3, 9, 9], [9, 3, 9, 9, 7, 8, 9, 9]):
        assert BestImprovement(Improvement(fibres, rank)).least(np.array(value * 2))[0] == 3


def test_improvements_are_listed_from_one_state(fibres: Fibres) -> None:
    """The moves a party gains by from a state are those to higher ranks."""
    improvement = Improvement(fibres, np.tile(np.arange(8, dtype=np.int32), 2))
    assert improvement.targets(3).tolist() == [5, 7]
    assert improvement.targets(7).tolist() == []


def test_a_state_ruled_out_is_nowhere_to_go() -> None:
    """States that a rule forbids are no targets, and the party may still pass between those left."""
    text = TWO_ONE_WAY + "impossible: [a and c, d]"
    moves = AnyMove(Fibres(laid(text).moves, 0))
    codes = laid(text).states.codes
    assert codes.tolist() == [0, 1, 2, 3, 4, 6]
    assert codes[moves.targets(3)].tolist() == [1]
    assert moves.targets(1).tolist() == []
    assert moves.least(codes).tolist() == [0, 1, 0, 1, 0, 0]


def test_a_party_without_options_moves_nowhere() -> None:
    """A party without options has no targets, and what it can bring about is what there is."""
    text = "{title: t, parties: {p: {name: P}, q: {name: Q, options: {x: x}, prefers: [x]}}}"
    made = laid(text)
    fibres, value = Fibres(made.moves, 0), np.array([3, 5])
    assert AnyMove(fibres).targets(0).tolist() == []
    assert AnyMove(fibres).least(value).tolist() == [3, 5]
    assert Improvement(fibres, made.ranks[0]).least(value).tolist() == [NEVER, NEVER]
    assert BestImprovement(Improvement(fibres, made.ranks[0])).least(value).tolist() == [NEVER, NEVER]


def test_no_state_at_all_gives_empty_values() -> None:
    """Where rules leave no state, every value is empty."""
    made = laid("{title: t, parties: {p: {name: P, options: {x: x}, prefers: [x]}}, impossible: [x, not x]}")
    fibres, value = Fibres(made.moves, 0), np.zeros(0, dtype=np.int64)
    assert AnyMove(fibres).most(value).tolist() == []
    assert Improvement(fibres, made.ranks[0]).least(value).tolist() == []
    assert BestImprovement(Improvement(fibres, made.ranks[0])).least(value).tolist() == []


def many_one_way(count: int) -> str:
    options = [f"x{number}" for number in range(count)]
    listed = ", ".join(f"{key}: {key}" for key in options)
    return (
        f"{{title: t, parties: {{p: {{name: P, options: {{{listed}}}}}}}, one_way: [{', '.join(options)}]}}"
    )


def test_too_many_one_way_options_in_a_party_are_refused() -> None:
    """More one-way options than can be solved are refused with their number and a hint, the most are not."""
    moves = laid(many_one_way(MAX_ONE_WAY + 1)).moves
    with pytest.raises(
        TooLarge, match=rf"{MAX_ONE_WAY + 1} one-way options; at most {MAX_ONE_WAY} .* Hint: "
    ):
        Fibres(moves, 0)
    spent = AnyMove(Fibres(laid(many_one_way(MAX_ONE_WAY)).moves, 0))
    assert spent.least(np.arange(1 << MAX_ONE_WAY)).tolist() == list(range(1 << MAX_ONE_WAY))
