"""Ways on conflicts small enough to work by hand, and what is refused."""

from __future__ import annotations

import tracemalloc
from itertools import pairwise

import numpy as np
import pytest

from jirga.conflict.board import board
from jirga.conflict.file import parse_text
from jirga.conflict.variants import edited
from jirga.errors import TooLarge
from jirga.examples import conflict, starter
from jirga.solve.sweeps.movers import Movers
from jirga.solve.ways import attainment
from jirga.solve.ways.attainment import UNREACHED, Step, attainable, distances, shortest_any, way


def made(text: str) -> Movers:
    return Movers(board(parse_text(text)))


# Rows: 0 nothing, 1 withdraw, 2 truce, 3 both. The government ranks 2 3 0 1, the movement 1 3 0 2.
TRUCE = starter()


def test_a_dilemma_is_left_only_together() -> None:
    """Alone nobody moves; together both reach the truce, from where either alone would defect."""
    movers = made(TRUCE)
    assert distances(movers, 0, 1).tolist() == [0, UNREACHED, UNREACHED, UNREACHED]
    assert distances(movers, 0, 2).tolist() == [0, 2, 2, 1]
    assert attainable(movers, 0, "alone").tolist() == [True, False, False, False]
    assert attainable(movers, 0, "together").tolist() == [True] * 4
    assert attainable(movers, 0, "together", 1).tolist() == [True, False, False, False]


def test_a_way_names_who_moves_at_each_step() -> None:
    """To the one-sided truce both move first, and then the government alone."""
    movers = made(TRUCE)
    found = distances(movers, 0, 3)
    assert way(movers, found, 2, 3) == [Step((0, 1), 0, 3), Step((0,), 3, 2)]
    assert way(movers, found, 0, 3) == []


def test_a_way_prefers_the_smaller_group() -> None:
    """Where one party or two could make the same step, the one is named."""
    text = """
title: t
parties:
  p: {name: P, options: {x: x}, prefers: [x]}
  q: {name: Q, options: {y: y}, prefers: [x]}
"""
    movers = made(text)
    assert way(movers, distances(movers, 0, 2), 1, 2) == [Step((0,), 0, 1)]
    assert way(movers, distances(movers, 0, 2), 3, 2) == [Step((0, 1), 0, 3)]


def test_no_way_leads_where_the_distance_says_none() -> None:
    """For a state that was not reached the way is empty."""
    movers = made(TRUCE)
    assert way(movers, distances(movers, 0, 1), 3, 1) == []


def test_the_shortest_way_by_any_moves_says_who_loses() -> None:
    """To the mutual truce by single moves somebody goes first and loses, and so does the other."""
    movers = made(TRUCE)
    steps = shortest_any(movers, 0, 3)
    assert [step.losers for step in steps] == [step.movers for step in steps]
    assert {step.movers for step in steps} == {(0,), (1,)}
    assert (steps[0].start, steps[0].end, steps[1].end) == (0, steps[1].start, 3)
    assert shortest_any(movers, 0, 0) == []


FORK = """
title: two ways of two steps from a to d; by b one step loses, by c both would
states: [a, b, c, d, e]
parties:
  p: {name: P, moves: {a: [b, c]}, ranking: [e, d, a, b, c]}
  q: {name: Q, moves: {b: d, c: d}, ranking: [c, d, a, b, e]}
"""


def test_of_shortest_ways_the_one_with_the_fewest_losses_is_chosen() -> None:
    """The way by b has one loss and the way by c two, so the first is named."""
    movers = made(FORK)
    assert shortest_any(movers, 0, 3) == [Step((0,), 0, 1, losers=(0,)), Step((1,), 1, 3)]
    assert shortest_any(movers, 0, 4) == []
    assert shortest_any(movers, 3, 0) == []


def test_indifference_is_marked_apart_from_loss() -> None:
    """A mover that gains nothing by its step is marked as indifferent and not as a loser."""
    movers = made(FORK.replace("[e, d, a, b, c]", "[e, d, [a, b], c]"))
    assert shortest_any(movers, 0, 3)[0] == Step((0,), 0, 1, indifferent=(0,))


def test_moves_of_one_party_may_follow_one_another_as_steps() -> None:
    """A party that gains by two moves in turn gets there alone, and so by any moves as well."""
    text = "{title: t, states: [a, b, c], parties: {p: {name: P, moves: {a: b, b: c}, ranking: [c, b, a]}}}"
    movers = made(text)
    assert attainable(movers, 0, "alone").tolist() == [True, True, True]
    assert [step.end for step in shortest_any(movers, 0, 2)] == [1, 2]
    assert attainable(movers, 0, "any").tolist() == [True, True, True]


ONE_WAY = """
title: p may take x and drop w, once each, and only while q has y
parties:
  p: {name: P, options: {x: x, w: w}, prefers: [x, not w]}
  q: {name: Q, options: {y: y}, prefers: [not y]}
one_way: [x, not w]
impossible: [x and not w and not y, not x and not w]
"""


def test_one_way_options_are_not_taken_back_on_a_way() -> None:
    """From the state with x nothing without x is attained, by any moves."""
    movers = made(ONE_WAY)
    start = movers.board.states.find(["x", "w"])
    found = movers.board.states.codes[attainable(movers, start, "any")]
    assert found.tolist() == [0b011, 0b101, 0b111]


def test_where_no_move_is_feasible_only_the_start_is_attained() -> None:
    """A state that nobody can leave attains itself, by every kind of step."""
    movers = made("{title: t, parties: {p: {name: P, options: {x: x}, prefers: [x]}}, impossible: [x]}")
    for steps in ("alone", "together", "any"):
        assert attainable(movers, 0, steps).tolist() == [True]
    assert shortest_any(movers, 0, 0) == []


@pytest.mark.parametrize("cells", [1, 64, 1000])
@pytest.mark.parametrize("thinning", [1, 1000])
def test_cutting_the_work_changes_nothing(monkeypatch: pytest.MonkeyPatch, cells: int, thinning: int) -> None:
    """Steps and ways are the same however little is looked at in one go, and however much is left out."""
    movers = Movers(board(conflict("doha_2020")))
    start = movers.board.states.find(["support"])
    whole = distances(movers, start, 3)
    ways = [way(movers, whole, row, 3) for row in range(movers.size)]
    monkeypatch.setattr(attainment, "CELLS", cells)
    monkeypatch.setattr(attainment, "WORTH_THINNING", thinning)
    monkeypatch.setattr(attainment, "SPARSE", 1000)
    parts = distances(movers, start, 3)
    assert np.array_equal(parts, whole)
    assert [way(movers, parts, row, 3) for row in range(movers.size)] == ways


def test_thinning_large_waves_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """On the packaged conflict with 704 states the distances are the same with and without thinning."""
    for variant in ("kabul price lower", "pakistan pays"):
        movers = Movers(board(edited(conflict("khyber_kabul_2025"), variant)))
        start = movers.board.states.find(["ops"])
        found = []
        for worth in (1, 10_000):
            monkeypatch.setattr(attainment, "WORTH_THINNING", worth)
            monkeypatch.setattr(attainment, "SPARSE", 1000)
            found.append([distances(movers, start, largest).tolist() for largest in (2, 3)])
        assert found[0] == found[1]


SPENT = """
title: together p and q get to y, with or without x; w is added to y only while x is not taken for good
parties:
  p: {name: P, options: {x: x, w: w}, ranking: [wy, y, xy, none, [w, x, xw, xwy]]}
  q: {name: Q, options: {y: y}, ranking: [[y, xy], none, [w, x, xw, wy, xwy]]}
one_way: [x]
outcomes: {none: [], w: w, x: x, y: y, xw: [x, w], wy: [w, y], xy: [x, y], xwy: [x, w, y]}
"""


@pytest.mark.parametrize("rule", ["", "impossible: [x and w and y]"])
def test_thinning_keeps_what_only_an_unspent_option_leads_to(
    monkeypatch: pytest.MonkeyPatch, rule: str
) -> None:
    """Of two states that differ by a one-way option spent, both are followed."""
    monkeypatch.setattr(attainment, "WORTH_THINNING", 1)
    monkeypatch.setattr(attainment, "SPARSE", 1000)
    movers = made(SPENT + rule)
    found = distances(movers, 0, 2)
    states = movers.board.states
    reached = {states.taken(row): int(found[row]) for row in np.flatnonzero(found != UNREACHED)}
    assert reached == {(): 0, ("y",): 1, ("x", "y"): 1, ("w", "y"): 2}


def test_joint_steps_over_too_many_states_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Joint steps that would take too long are refused, with how many states there may be."""
    monkeypatch.setattr(attainment, "WORK", 20)
    movers = made(ONE_WAY)
    assert distances(movers, 0, 2).tolist()[0] == 0
    monkeypatch.setattr(attainment, "WORK", 14)
    with pytest.raises(TooLarge, match=r"5 states and 3 groups .*at most 4 states.* Hint: drop options"):
        distances(movers, 0, 2)


def chain(parties: int, options: int) -> str:
    """A conflict in which each option needs the one before, so that few states are possible."""
    names = [f"o{number}" for number in range(parties * options)]
    lines = ["title: t", "parties:"]
    for who in range(parties):
        own = ", ".join(f"{name}: x" for name in names[who * options : (who + 1) * options])
        lines.append(f"  p{who}: {{name: P, options: {{{own}}}}}")
    rules = [f"  - {two} and not {one}" for one, two in pairwise(names)]
    return "\n".join([*lines, "impossible:", *rules])


def test_any_moves_are_followed_without_listing_what_is_ruled_out() -> None:
    """Twenty-four options of which rules leave 25 states take no room for the sixteen million others."""
    assert attainable(made(chain(3, 2)), 0, "any").all()
    movers = made(chain(12, 2))
    assert movers.size == 25
    tracemalloc.start()
    try:
        assert attainable(movers, 0, "any").all()
        taken = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(shortest_any(movers, 0, 24)) == 12
    assert taken < 10_000_000, f"{taken:,} bytes for 25 states"
