"""What can be got to, by which steps, agrees with the words of the definitions on random conflicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations
from typing import get_args

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import brute
from conflicts import conflicts, option_conflicts, state_conflicts
from jirga.conflict.board import board
from jirga.schema.conflict import Conflict
from jirga.schema.words import Steps
from jirga.solve.sweeps.movers import Movers
from jirga.solve.ways import attainment
from jirga.solve.ways.attainment import UNREACHED, Search, Step, attainable, distances, shortest_any, way
from jirga.solve.ways.grounds import grounds
from jirga.solve.ways.joint import improved, joint_improvements
from jirga.solve.ways.route import route, route_from

small = option_conflicts().filter(lambda one: len(one.options) <= 5) | state_conflicts()
few = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
many = settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))


class Pair:
    """A conflict as the solver has it and as the brute force has it, from one state."""

    def __init__(self, conflict: Conflict, chosen: int) -> None:
        self.movers = Movers(board(conflict))
        self.told = brute.told(conflict)
        self.row = {state: self.movers.board.states.find(state) for state in self.told.states}
        self.state = {row: state for state, row in self.row.items()}
        self.start = chosen % len(self.state)
        self.origin = self.state[self.start]

    def groups(self, largest: int) -> list[tuple[int, ...]]:
        """Every group of at most so many parties."""
        sizes = range(1, min(largest, len(self.told.parties)) + 1)
        return [group for size in sizes for group in combinations(self.told.parties, size)]

    def onward(self, largest: int) -> Callable[[frozenset], Iterable[frozenset]]:
        """Where one step leads: a joint improvement of at most so many parties."""
        groups = self.groups(largest)
        return lambda here: set().union(*(brute.joint(self.told, group, here) for group in groups))

    def anywhere(self, here: frozenset) -> set[frozenset]:
        """Where one move of anybody leads."""
        return set().union(*(self.told.moves(who, here) for who in self.told.parties))

    def rows(self, states: Iterable[frozenset]) -> set[int]:
        """The rows of some states."""
        return {self.row[state] for state in states}


def pairs(conflicts_: st.SearchStrategy[Conflict]) -> st.SearchStrategy[Pair]:
    """Conflicts with at least one state, and one of their states."""
    return st.builds(Pair, conflicts_.filter(brute.all_states), st.integers(0, 63))


def true_rows(where: np.ndarray) -> set[int]:
    """The rows where something is true."""
    return set(np.flatnonzero(where).tolist())


def agree_on_steps(pair: Pair) -> None:
    """Compare the states, and the number of steps to each, for steps of one, two and three parties."""
    for together in (1, 2, 3):
        expected = brute.distances(pair.origin, pair.onward(together))
        found = distances(pair.movers, pair.start, together)
        assert {row: int(found[row]) for row in true_rows(found != UNREACHED)} == {
            pair.row[state]: count for state, count in expected.items()
        }
        attained = attainable(pair.movers, pair.start, "together", together)
        assert true_rows(attained) == pair.rows(expected)
        if together == 1:
            assert true_rows(attainable(pair.movers, pair.start, "alone")) == pair.rows(expected)
        if together == 3:
            assert true_rows(attainable(pair.movers, pair.start, "together")) == pair.rows(expected)


def valid(pair: Pair, steps: list[Step], end: int, largest: int) -> bool:
    """Whether steps lead from the start to an end, each a joint improvement of a group no larger."""
    here = pair.start
    for step in steps:
        gains = brute.joint(pair.told, step.movers, pair.state[step.start])
        if step.start != here or len(step.movers) > largest or pair.state[step.end] not in gains:
            return False
        here = step.end
    return here == end


def agree_on_ways(pair: Pair) -> None:
    """Compare the way to every state that can be got to with the least number of steps to it."""
    for together in (1, 2, 3):
        least = brute.distances(pair.origin, pair.onward(together))
        found = distances(pair.movers, pair.start, together)
        for state, count in least.items():
            steps = way(pair.movers, found, pair.row[state], together)
            assert len(steps) == count
            assert valid(pair, steps, pair.row[state], together)
            assert all(not step.losers and not step.indifferent for step in steps)


def agree_on_routes(pair: Pair) -> None:
    """Compare the way found from both ends, to every state, with the least number of steps to it."""
    for together in (1, 2, 3):
        least = brute.distances(pair.origin, pair.onward(together))
        search = Search(pair.movers, pair.start, together)
        for end, state in pair.state.items():
            steps = route(pair.movers, pair.start, end, together)
            again = route_from(search, end)
            assert (again is None) == (steps is None)
            assert steps is None or (len(again) == len(steps) and valid(pair, again, end, together))
            if state not in least:
                assert steps is None
                continue
            assert len(steps) == least[state]
            assert valid(pair, steps, end, together)


def agree_on_any_way(pair: Pair) -> None:
    """Compare the shortest way by any moves to every state with the brute force."""
    for end, state in pair.state.items():
        expected = brute.fewest_losses(pair.told, pair.origin, state)
        steps = shortest_any(pair.movers, pair.start, end)
        if expected is None or end == pair.start:
            assert steps == []
            continue
        here = pair.start
        for step in steps:
            (who,) = step.movers
            before, after = pair.state[step.start], pair.state[step.end]
            assert step.start == here
            assert after in pair.told.moves(who, before)
            gain = pair.told.worth(who, after) - pair.told.worth(who, before)
            assert step.losers == ((who,) if gain < 0 else ())
            assert step.indifferent == ((who,) if gain == 0 else ())
            here = step.end
        assert here == end
        assert (len(steps), sum(bool(step.losers) for step in steps)) == expected


def agree_on_joint_improvements(pair: Pair) -> None:
    """Compare what each group would all gain by, and which groups are listed with what."""
    gains = {group: brute.joint(pair.told, group, pair.origin) for group in pair.groups(4)}
    for group, states in gains.items():
        assert set(improved(pair.movers, group, pair.start).tolist()) == pair.rows(states)
    for together in (1, 2, 3):
        expected = {}
        for group in pair.groups(together):
            smaller = [gains[one] for one in gains if set(one) < set(group)]
            left = gains[group].difference(*smaller)
            if len(group) > 1 and left:
                expected[group] = pair.rows(left)
        found = joint_improvements(pair.movers, pair.start, together)
        assert {one.group: set(one.rows) for one in found} == expected
        assert [len(one.group) for one in found] == sorted(len(one.group) for one in found)


@few
@given(pairs(small))
def test_steps_are_the_definition(pair: Pair) -> None:
    """A state counts as attained, in so many steps, exactly if joint improvements lead there in so many."""
    agree_on_steps(pair)


@settings(few, max_examples=70)
@given(pairs(small))
def test_thinning_a_wave_changes_nothing(pair: Pair) -> None:
    """Leaving out states that lead nowhere new, which only large waves are worth, changes no distance."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(attainment, "WORTH_THINNING", 1)
        patch.setattr(attainment, "SPARSE", 1000)
        agree_on_steps(pair)


@few
@given(pairs(small))
def test_a_way_searched_from_both_ends_is_a_shortest(pair: Pair) -> None:
    """Searched from both ends, a way is found exactly where there is one, and is as short as any."""
    agree_on_routes(pair)


@few
@given(pairs(small))
def test_a_way_searched_ground_by_ground_is_a_shortest(pair: Pair) -> None:
    """The same where every wave, in both directions, goes ground by ground."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(attainment, "WORTH_THINNING", 1)
        patch.setattr(attainment, "SPARSE", 1000)
        agree_on_routes(pair)


@few
@given(pairs(option_conflicts()))
def test_compiled_grounds_change_nothing(pair: Pair) -> None:
    """Grounds found by compiled sweeps are the same."""
    pytest.importorskip("numba")
    compiled = Movers(pair.movers.board, compiled=True)
    for group in pair.groups(3):
        one, two = grounds(pair.movers, group), grounds(compiled, group)
        assert one.of.tolist() == two.of.tolist()
        assert one.onward.tolist() == two.onward.tolist()


@few
@given(pairs(small))
def test_any_moves_are_the_definition(pair: Pair) -> None:
    """By any moves a state is attained exactly if some moves lead there, whoever makes them."""
    expected = brute.distances(pair.origin, pair.anywhere)
    assert true_rows(attainable(pair.movers, pair.start, "any")) == pair.rows(expected)


@settings(few, max_examples=120)
@given(pairs(state_conflicts()) | pairs(small))
def test_more_freedom_attains_no_less(pair: Pair) -> None:
    """What is attained alone is attained together, and what is attained together is by any moves."""
    for start in pair.state:
        alone, together, any_ = (attainable(pair.movers, start, one) for one in get_args(Steps))
        assert not (alone & ~together).any()
        assert not (together & ~any_).any()


@few
@given(pairs(small))
def test_a_way_is_shortest_and_every_step_is_gained_by(pair: Pair) -> None:
    """A way has as many steps as the distance says, and every step is a joint improvement of its movers."""
    agree_on_ways(pair)


@settings(few, max_examples=100)
@given(pairs(small))
def test_the_shortest_way_by_any_moves_has_the_fewest_losses(pair: Pair) -> None:
    """The way by any moves is legal and shortest, marks who loses, and no other as short has fewer losses."""
    agree_on_any_way(pair)


@few
@given(pairs(small))
def test_joint_improvements_are_the_definition(pair: Pair) -> None:
    """A group improves by exactly the states its legal sequences reach that all of it prefers."""
    agree_on_joint_improvements(pair)


@pytest.mark.slow
@many
@given(pairs(conflicts))
def test_attainment_is_the_definition_on_many(pair: Pair) -> None:
    """Steps, ways and joint improvements agree on many more and larger conflicts."""
    agree_on_steps(pair)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(attainment, "WORTH_THINNING", 1)
        patch.setattr(attainment, "SPARSE", 1000)
        agree_on_steps(pair)
        agree_on_routes(pair)
    agree_on_routes(pair)
    agree_on_ways(pair)
    agree_on_any_way(pair)
    agree_on_joint_improvements(pair)
