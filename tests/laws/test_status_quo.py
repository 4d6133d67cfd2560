"""A conflict unfolds as the definitions say, on random conflicts and in the published ones."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import brute
from conflicts import conflicts, option_conflicts
from jirga import examples
from jirga.conflict.board import board
from jirga.conflict.file import parse_text
from jirga.errors import TooLarge
from jirga.schema.conflict import Conflict
from jirga.schema.words import Steps
from jirga.solve.status_quo import Evolution, evolution
from jirga.solve.sweeps.movers import Movers
from jirga.solve.ways.attainment import attainable, distances

STEPS: tuple[Steps, ...] = ("any", "alone", "together")
TOGETHER = 2
some = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
Group = tuple[int, ...]
Onward = Callable[[Group, frozenset], set[frozenset]]


def onward(model: brute.Told, steps: Steps) -> tuple[list[Group], Onward]:
    """Who may make a step, and where each may step to."""
    alone: list[Group] = [(who,) for who in model.parties]
    if steps == "any":
        return alone, lambda group, here: model.moves(group[0], here)
    if steps == "alone":
        return alone, lambda group, here: model.better(group[0], here)

    def own(group: Group, here: frozenset) -> set[frozenset]:
        inside = [model.better(who, here) for who in group] if len(group) > 1 else []
        return brute.joint(model, group, here).difference(*inside)

    return alone + list(combinations(model.parties, TOGETHER)), own


def unfold(groups: list[Group], step: Onward, start: frozenset) -> list[dict[Group, set[frozenset]]]:
    """V_i^(k), word for word; it stops when there is no new state with its last mover."""
    layer = {group: set(step(group, start)) for group in groups}
    layers, seen = [], set()
    while {(group, here) for group, rows in layer.items() for here in rows} - seen:
        layers.append(layer)
        seen |= {(group, here) for group, rows in layer.items() for here in rows}
        layer = {
            group: {
                to
                for other, rows in layer.items()
                if other != group
                for here in rows
                for to in step(group, here)
            }
            for group in groups
        }
    return layers


@some
@given(conflict=conflicts, data=st.data())
def test_the_table_is_the_definitions(conflict: Conflict, data: st.DataObject) -> None:
    """After exactly k steps, with each mover last, the same states; for all three kinds of steps."""
    laid, model = board(conflict), brute.told(conflict)
    if not model.states:
        return
    start = data.draw(st.sampled_from(model.states))
    rows = {state: laid.states.find(state) for state in model.states}
    for steps in STEPS:
        groups, step = onward(model, steps)
        found = evolution(Movers(laid), rows[start], steps, TOGETHER)
        expected = unfold(groups, step, start)
        assert list(found.movers) == groups
        assert len(found.layers) == len(expected)
        for layer, told in zip(found.layers, expected, strict=True):
            for who, group in enumerate(groups):
                assert set(np.flatnonzero(layer[who]).tolist()) == {rows[state] for state in told[group]}


@some
@given(conflict=conflicts)
def test_every_edge_is_a_step_at_its_earliest(conflict: Conflict) -> None:
    """An edge starts where another moved last one step before; the tree holds the first arrivals."""
    laid = board(conflict)
    if not len(laid.states):
        return
    for steps in STEPS:
        found = evolution(Movers(laid), 0, steps, TOGETHER)
        assert [edge.count for edge in found.edges] == sorted(edge.count for edge in found.edges)
        assert len({(edge.step.movers, edge.step.start, edge.step.end) for edge in found.edges}) == len(
            found.edges
        )
        for edge in found.edges:
            earliest = 1 if edge.step.start == 0 else None
            later = [
                count + 1
                for count, lasts in found.last_movers(edge.step.start).items()
                if set(lasts) - {edge.step.movers}
            ]
            assert edge.count == (earliest or min(later))
            lasts = found.last_movers(edge.step.end)
            known = lasts[edge.count] if edge.count <= len(found.layers) else sum(lasts.values(), ())
            assert edge.step.movers in known
            assert edge.gainful or steps == "any"
        ends = {edge.step.end for edge in found.tree}
        assert ends == set(np.flatnonzero(found.least > 0).tolist())
        before = [edge.count - 1 - found.least[edge.step.start] for edge in found.tree]
        assert all(gap >= 0 if conflict.by_states else gap == 0 for gap in before)


@some
@given(conflict=option_conflicts())
def test_in_option_form_it_reaches_what_is_attainable(conflict: Conflict) -> None:
    """The states are those that can be got to by the same steps, and the least count is the distance."""
    movers = Movers(board(conflict))
    if not movers.size:
        return
    for steps in STEPS:
        least = evolution(movers, 0, steps, TOGETHER).least
        assert np.array_equal(least >= 0, attainable(movers, 0, steps, TOGETHER))
    assert np.array_equal(evolution(movers, 0, "alone").least, distances(movers, 0, 1))
    assert np.array_equal(evolution(movers, 0, "together", TOGETHER).least, distances(movers, 0, TOGETHER))


def test_nobody_moves_twice_in_a_row() -> None:
    """Where moves are listed, a party alone makes one step and no second."""
    text = """
        title: t
        states: [s, one, two]
        status_quo: s
        parties:
          a: {name: A, ranking: [two, one, s], moves: {s: [one], one: [two]}}
          b: {name: B, ranking: [[s, one, two]]}
    """
    found = evolution(Movers(board(parse_text(text))), 0, "any")
    assert found.least.tolist() == [0, 1, -1]
    assert found.last_movers(2) == {}


def test_a_conflict_that_cannot_move_is_where_it_is() -> None:
    """No steps make an empty table."""
    text = """
        title: t
        states: [s, one]
        status_quo: s
        parties:
          a: {name: A, ranking: [[s, one]]}
          b: {name: B, ranking: [[s, one]]}
    """
    found = evolution(Movers(board(parse_text(text))), 0, "any")
    assert (found.least.tolist(), found.edges, len(found.layers)) == ([0, -1], (), 0)


def test_too_many_steps_are_refused() -> None:
    """Beyond a size it says so, before it begins."""
    own = {who: ", ".join(f"{who}{place}: x" for place in range(8)) for who in "ab"}
    parties = "".join(f"  {who}: {{name: {who}, prefers: [a0], options: {{{own[who]}}}}}\n" for who in own)
    movers = Movers(board(parse_text(f"title: t\nstatus_quo: []\nparties:\n{parties}")))
    with pytest.raises(TooLarge, match="65,536 states"):
        evolution(movers, 0, "any")


# The published cases, from A Simple Guide to GMCR+.


def published(name: str, steps: Steps) -> tuple[Evolution, dict[int, int]]:
    """A packaged conflict unfolded from its state 1, and the source's numbers of its states."""
    conflict = examples.conflict(name)
    movers = Movers(board(conflict))
    rows = {movers.board.states.find(outcome.taken): int(n) for n, outcome in conflict.outcomes.items()}
    start = next(row for row, number in rows.items() if number == 1)
    return evolution(movers, start, steps), rows


def printed(
    name: str, steps: Steps, longest: int, *, gainful: bool = False
) -> dict[tuple[int, int], set[int]]:
    """The steps that can be among the first few, by party and state."""
    found, number = published(name, steps)
    table: dict[tuple[int, int], set[int]] = {}
    for edge in found.edges:
        if edge.count <= longest and (edge.gainful or not gainful):
            (who,) = edge.step.movers
            table.setdefault((who, number[edge.step.start]), set()).add(number[edge.step.end])
    return table


SYRIA, IRAQ = 0, 1
MINISTRY, UNIROYAL, LOCAL = 0, 1, 2


def test_figure_20() -> None:
    """Figure 20 p. 9, the tree from status quo 1: every step that can be among the first three.

    By the definition there is a fourth, which leads back to 1 (Iraq from 4, Syria from 2 and 3) or from one
    of 2 and 3 to the other; the figure does not draw it.
    """
    assert printed("syria_iraq_1975", "any", 3) == {
        (SYRIA, 1): {2, 3},
        (SYRIA, 4): {5, 6},
        (SYRIA, 5): {4, 6},
        (SYRIA, 6): {4, 5},
        (IRAQ, 1): {4},
        (IRAQ, 2): {5},
        (IRAQ, 3): {6},
        (IRAQ, 5): {2},
        (IRAQ, 6): {3},
    }
    beyond = printed("syria_iraq_1975", "any", 4)
    assert (beyond[SYRIA, 2], beyond[SYRIA, 3], beyond[IRAQ, 4]) == ({1, 3}, {1, 2}, {1})


def test_figure_20_thick_lines() -> None:
    """Figure 20 p. 9, the steps among them that their mover gains by."""
    assert printed("syria_iraq_1975", "any", 3, gainful=True) == {
        (IRAQ, 1): {4},
        (IRAQ, 3): {6},
        (IRAQ, 5): {2},
        (SYRIA, 4): {6},
        (SYRIA, 5): {4, 6},
    }


def test_figures_31_to_33() -> None:
    """Figures 31-33 and text p. 14-16, Elmira from status quo 1: the first two steps, where printed."""
    found = printed("elmira_12", "any", 2)
    assert found[MINISTRY, 1] == {2}
    assert found[MINISTRY, 7] == {8}
    assert found[UNIROYAL, 1] == {3, 5}
    assert found[UNIROYAL, 7] == {9, 11}
    assert found[LOCAL, 1] == {7}


def test_figures_31_to_33_improvements() -> None:
    """Figures 31-33: by improvements of single parties the conflict goes to 7, and no further."""
    assert printed("elmira_12", "alone", 99) == {(LOCAL, 1): {7}}


def test_figure_32_joint_improvement() -> None:
    """Figure 32 p. 15: after the town's step to 7, the Ministry and Uniroyal gain together by going to 10."""
    found, number = published("elmira_12", "together")
    told = [(edge.count, edge.step.movers, number[edge.step.end]) for edge in found.edges]
    assert told == [(1, (LOCAL,), 7), (2, (MINISTRY, UNIROYAL), 10)]
