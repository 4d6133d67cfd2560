"""Why a state holds or breaks, on conflicts small enough to work by hand."""

from __future__ import annotations

import pytest

from jirga.conflict.board import board
from jirga.conflict.file import parse_text
from jirga.examples import starter
from jirga.solve.sweeps.movers import Movers
from jirga.solve.ways.attainment import Step
from jirga.solve.witnesses import Deterred, Witness, witness


def made(text: str) -> Movers:
    return Movers(board(parse_text(text)))


def test_by_nash_the_best_gain_breaks_a_state() -> None:
    """From the mutual truce the government would keep its positions; nothing deters by nash."""
    found = witness(made(starter()), 0, 3, "nash")
    assert found == Witness(0, 3, "nash", 2, ())
    assert not found.stays


@pytest.mark.parametrize("standard", ["gmr", "smr", "seq", "sseq", "seq_best"])
def test_a_reply_keeps_a_state_together(standard: str) -> None:
    """By the other standards it fears that the movement would then end its truce."""
    found = witness(made(starter()), 0, 3, standard)
    assert found == Witness(0, 3, standard, None, (Deterred(2, (Step((1,), 2, 0),)),))
    assert found.stays


def test_who_gains_by_no_move_stays_without_a_reason_to_give() -> None:
    """In the status quo the government has nothing to gain, so nothing is deterred."""
    assert witness(made(starter()), 0, 0, "seq") == Witness(0, 0, "seq", None, ())


IN_TURN = """
title: only q and then r together take the gain away
parties:
  p: {name: P, options: {x: x, w: w}, prefers: [not (x and y and z), x, w]}
  q: {name: Q, options: {y: y}, prefers: [x iff y]}
  r: {name: R, options: {z: z}, prefers: [y iff z]}
"""


def test_a_sanction_names_every_step_in_turn() -> None:
    """q answers with y and then r with z; the best gain comes first."""
    movers = made(IN_TURN)
    states = movers.board.states
    row = {name: states.find(name) for name in ("", "x", "xw", "xy", "xyz", "xwy", "xwyz")}
    found = witness(movers, 0, row[""], "seq")
    assert found.leaves_for == states.find("w")
    assert [one.end for one in found.deterred] == [row["xw"], row["x"]]
    assert found.deterred[0].sanction == (
        Step((1,), row["xw"], row["xwy"]),
        Step((2,), row["xwy"], row["xwyz"]),
    )
    assert witness(movers, 0, states.find("w"), "seq").stays


def test_the_best_undeterred_gain_is_given_beside_those_deterred() -> None:
    """The move that breaks a state is the best of those nothing deters, not the best of all."""
    movers = made(IN_TURN.replace("x, w]", "x, w or v]").replace("w: w}", "w: w, v: v}"))
    found = witness(movers, 0, 0, "seq")
    assert set(movers.board.states.taken(found.leaves_for)) <= {"w", "v"}
    assert all("x" in movers.board.states.taken(one.end) for one in found.deterred)


def test_a_shorter_sanction_is_given_before_a_longer() -> None:
    """Where r alone would do, q's first step is not told."""
    movers = made(IN_TURN.replace("x and y and z", "x and z").replace("y iff z", "x iff z"))
    deterred = witness(movers, 0, 0, "seq").deterred
    assert {len(one.sanction) for one in deterred} == {1}
    assert {one.sanction[0].movers for one in deterred} == {(2,)}


@pytest.mark.parametrize("q", ["{b: c, e: d}", "{b: c, c: d, e: d}"])
def test_in_a_graph_a_sanction_passes_by_turns(q: str) -> None:
    """q may move again after r and not before, though two moves of its own would be shorter."""
    text = f"""
title: t
states: [a, b, c, d, e]
parties:
  p: {{name: P, moves: {{a: b}}, ranking: [b, [c, e], a, d]}}
  q: {{name: Q, moves: {q}, ranking: [[d, c, b, a, e]]}}
  r: {{name: R, moves: {{c: e}}, ranking: [[d, c, b, a, e]]}}
"""
    found = witness(made(text), 0, 0, "gmr")
    assert found.deterred == (Deterred(1, (Step((1,), 1, 2), Step((2,), 2, 4), Step((1,), 4, 3))),)
    assert witness(made(text), 0, 0, "seq").leaves_for == 1


def test_in_a_graph_who_moved_last_decides_who_may_go_on() -> None:
    """Both q and r lead to c, and only after r may q go on from there; that sanction is found."""
    text = """
title: t
states: [a, b, c, d]
parties:
  p: {name: P, moves: {a: b}, ranking: [b, c, a, d]}
  q: {name: Q, moves: {b: c, c: d}, ranking: [[d, c, b, a]]}
  r: {name: R, moves: {b: c}, ranking: [[d, c, b, a]]}
"""
    found = witness(made(text), 0, 0, "gmr")
    assert found.deterred == (Deterred(1, (Step((2,), 1, 2), Step((1,), 2, 3))),)
    assert found.stays


TWO_REPLIES = """
title: q could answer x with y, which hurts p, or with z, which does not
parties:
  p: {{name: P, options: {{x: x}}, prefers: [not (x and y), x]}}
  q: {{name: Q, options: {{y: y, z: z}}, prefers: [{0}]}}
impossible: [y and z]
"""


def test_a_sanction_is_made_of_the_replies_that_its_standard_fears() -> None:
    """By seq p fears y; by seq_best it sees that q would rather answer with z, and goes."""
    movers = made(TWO_REPLIES.format("z, y"))
    x, hurt = movers.board.states.find(["x"]), movers.board.states.find(["x", "y"])
    assert witness(movers, 0, 0, "seq").deterred == (Deterred(x, (Step((1,), x, hurt),)),)
    assert witness(movers, 0, 0, "seq_best") == Witness(0, 0, "seq_best", x, ())


def test_of_equally_good_replies_the_one_that_hurts_is_the_sanction() -> None:
    """Where y and z are equally good for q, the sanction by seq_best is y."""
    movers = made(TWO_REPLIES.format("y or z"))
    x, hurt = movers.board.states.find(["x"]), movers.board.states.find(["x", "y"])
    assert witness(movers, 0, 0, "seq_best").deterred == (Deterred(x, (Step((1,), x, hurt),)),)


ESCAPE = """
title: q could answer x with y, which hurts p until it drops x again
parties:
  p: {name: P, options: {x: x}, ranking: [y, x, none, xy]}
  q: {name: Q, options: {y: y}, ranking: [xy, x, y, none]}
outcomes: {none: [], x: x, y: y, xy: [x, y]}
"""


@pytest.mark.parametrize(
    ("standard", "stays"), [("gmr", True), ("seq", True), ("smr", False), ("sseq", False), ("seq_best", True)]
)
def test_a_reply_that_can_be_escaped_is_no_sanction_for_who_looks_that_far(
    standard: str, stays: bool
) -> None:
    """By smr and sseq a reply from which the party could move to something better does not deter."""
    found = witness(made(ESCAPE), 0, 0, standard)
    assert found.stays == stays
    assert found.deterred == ((Deterred(1, (Step((1,), 1, 3),)),) if stays else ())
