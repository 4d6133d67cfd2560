"""Moving together: which groups would all gain, and where to."""

from __future__ import annotations

import numpy as np
import pytest

from jirga.conflict.board import board
from jirga.conflict.file import parse_text
from jirga.examples import starter
from jirga.solve.sweeps.movers import Movers
from jirga.solve.ways.joint import (
    JointImprovement,
    bits,
    candidates,
    groups,
    improved,
    joint_improvements,
    reach,
    walked,
)


def made(text: str) -> Movers:
    return Movers(board(parse_text(text)))


# Rows: 0 nothing, 1 withdraw, 2 truce, 3 both.
TRUCE = starter()

THREE = """
title: p and q gain by x and y, and all three by x, y and z
parties:
  p: {name: P, options: {x: x}, prefers: [x and y and z, x and y, not x]}
  q: {name: Q, options: {y: y}, prefers: [x and y and z, x and y, not y]}
  r: {name: R, options: {z: z}, prefers: [x and y and z, not z]}
  idle: {name: I, prefers: [x]}
"""


def test_groups_come_smaller_first_in_file_order() -> None:
    """Groups are listed by size and then by the order of the parties."""
    assert list(groups(range(3), 2)) == [(0,), (1,), (2,), (0, 1), (0, 2), (1, 2)]
    assert list(groups(range(2), 3, smallest=2)) == [(0, 1)]


def test_two_parties_gain_together_where_neither_would_alone() -> None:
    """From the status quo neither side moves alone; together both gain by a mutual truce."""
    movers = made(TRUCE)
    assert improved(movers, (0,), 0).tolist() == []
    assert improved(movers, (1,), 0).tolist() == []
    assert improved(movers, (0, 1), 0).tolist() == [3]
    assert joint_improvements(movers, 0) == [JointImprovement((0, 1), (3,))]


def test_every_member_must_gain() -> None:
    """From the mutual truce each would gain alone, but nothing is better for both."""
    movers = made(TRUCE)
    assert improved(movers, (0,), 3).tolist() == [2]
    assert improved(movers, (1,), 3).tolist() == [1]
    assert joint_improvements(movers, 3) == []


def test_a_larger_group_is_listed_only_for_what_a_smaller_one_would_not_do() -> None:
    """The three are listed for what takes all three, and not for what two of them gain by."""
    movers = made(THREE)
    assert joint_improvements(movers, 0) == [
        JointImprovement((0, 1), (3,)),
        JointImprovement((0, 1, 2), (7,)),
    ]
    assert joint_improvements(movers, 0, together=2) == [JointImprovement((0, 1), (3,))]


def test_a_member_without_options_must_gain_too() -> None:
    """A group may hold a party that cannot move, and improves only by what that party prefers as well."""
    movers = made(THREE)
    assert improved(movers, (0, 1, 3), 0).tolist() == [3]
    assert improved(made(THREE.replace("prefers: [x]", "prefers: [not x]")), (0, 1, 3), 0).tolist() == []


def test_a_state_ruled_out_may_be_jumped_by_one_party_and_not_by_two() -> None:
    """Two parties cannot pass through a state that is ruled out; one can change both options at once."""
    rule = "impossible: [x and not y, y and not x]"
    two = (
        f"title: t\n{rule}\nparties: {{p: {{name: P, options: {{x: x}}}}, q: {{name: Q, options: {{y: y}}}}}}"
    )
    one = f"title: t\n{rule}\nparties: {{p: {{name: P, options: {{x: x, y: y}}}}}}"
    assert made(two).board.states.codes.tolist() == [0, 3]
    rows, reached = reach(made(two), (0, 1), np.array([0]))
    assert rows[reached].tolist() == [0]
    rows, reached = reach(made(one), (0,), np.array([0]))
    assert rows[reached].tolist() == [0, 1]


def test_the_others_may_open_a_way_for_a_one_way_option() -> None:
    """A group goes round a rule: q steps aside, p takes x for good, q comes back."""
    text = """
title: t
parties:
  p: {name: P, options: {x: x, w: w}}
  q: {name: Q, options: {y: y}}
one_way: [x, not w]
impossible: [x and y and w]
"""
    movers = made(text)
    start = movers.board.states.find(["w", "y"])
    rows, reached = reach(movers, (0, 1), np.array([start]))
    codes = movers.board.states.codes[rows[reached]]
    assert sorted(codes.tolist()) == [0, 1, 2, 3, 4, 5, 6]
    after = movers.board.states.find(["x"])
    rows, reached = reach(movers, (0, 1), np.array([after]))
    assert sorted(movers.board.states.codes[rows[reached]].tolist()) == [1, 5]


@pytest.mark.parametrize("one_way", ["[]", "[withdraw]"])
def test_from_nowhere_nothing_is_reached(one_way: str) -> None:
    """No state to start from reaches none, and is no mistake."""
    movers = made(TRUCE.replace("one_way: []", f"one_way: {one_way}"))
    rows, reached = reach(movers, (0, 1), np.zeros(0, dtype=np.int64))
    assert rows.shape == reached.shape == (0, 4)


def test_in_a_graph_a_group_moves_by_turns() -> None:
    """Neither member moves twice in a row, so a state two of one's moves away needs the other's between."""
    text = """
title: t
states: [a, b, c, d]
parties:
  p: {name: P, moves: {a: b, b: c, d: c}, ranking: [c, d, b, a]}
  q: {name: Q, moves: {b: d}, ranking: [c, d, b, a]}
"""
    assert improved(made(text), (0,), 0).tolist() == [1]
    assert improved(made(text), (0, 1), 0).tolist() == [1, 2, 3]
    assert improved(made(text.replace("{b: d}", "{}")), (0, 1), 0).tolist() == [1]


def test_walking_lets_a_party_move_again_at_once() -> None:
    """Where anybody may move whenever it likes, two moves of one party in a row lead on."""
    text = "{title: t, states: [a, b, c], parties: {p: {name: P, moves: {a: b, b: c}, ranking: [c, b, a]}}}"
    assert walked(made(text), 0, (0,)).tolist() == [True, True, True]
    assert walked(made(text), 1, (0,)).tolist() == [False, True, True]
    assert walked(made(text), 0, ()).tolist() == [True, False, False]
    assert [candidates(made(one), (0,)) for one in (text, TRUCE)] == [3, 2]


def test_bits_come_lowest_first() -> None:
    """A mask is taken apart into its single bits."""
    assert list(bits(0b10110)) == [2, 4, 16]
