"""Coalitions stay where the definitions say, on random conflicts and in the published one."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

import brute
from conflicts import conflicts
from jirga import examples
from jirga.conflict.board import board
from jirga.conflict.file import parse_text
from jirga.errors import TooLarge, UnknownName
from jirga.schema.conflict import Conflict
from jirga.solve import coalitions, stability
from jirga.solve.coalitions import COALITION_STANDARDS, CONCEPTS, breakers, coalitionally_stable
from jirga.solve.sweeps.movers import Movers

ALONE = {
    "cnash": stability.nash,
    "cgmr": stability.gmr,
    "csmr": stability.smr,
    "cseq": stability.seq,
}
few = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
some = settings(few, max_examples=25)


def every_group(parties: list[int]) -> list[tuple[int, ...]]:
    """Every coalition, smaller ones first."""
    return [group for size in range(1, len(parties) + 1) for group in combinations(parties, size)]


class Definitions:
    """Section 5 of the definitions, word for word, on sets of states."""

    def __init__(self, conflict: Conflict) -> None:
        self.model = brute.told(conflict)

    @cache  # noqa: B019
    def joint(self, group: tuple[int, ...], start: frozenset) -> set[frozenset]:
        """The coalition's improvements: led to by a legal sequence, preferred by every member."""
        return brute.joint(self.model, group, start)

    @cache  # noqa: B019
    def led(self, group: tuple[int, ...], start: frozenset) -> set[frozenset]:
        """Where legal sequences of a coalition's moves lead."""
        return brute.reached(start, list(group), self.model.moves)

    def some_member_no_better(self, group: tuple[int, ...], start: frozenset, end: frozenset) -> bool:
        """Whether an end is among the states that some member likes no better than the start."""
        return any(self.model.worth(who, start) >= self.model.worth(who, end) for who in group)

    @cache  # noqa: B019
    def answers(self, standard: str, group: tuple[int, ...], one: frozenset) -> set[frozenset]:
        """Where the others may lead to from a joint improvement."""
        others = [who for who in self.model.parties if who not in group]
        if standard == "cseq":
            return brute.reached(one, others, self.model.better)
        if standard == "cseq_coalitional":
            return brute.reached(one, every_group(others), self.joint)
        return brute.reached(one, others, self.model.moves)

    def deterred(self, standard: str, group: tuple[int, ...], start: frozenset, one: frozenset) -> bool:
        """Whether a sanction takes a joint improvement away."""
        return standard != "cnash" and any(
            self.some_member_no_better(group, start, two)
            and (
                standard != "csmr"
                or all(self.some_member_no_better(group, start, three) for three in self.led(group, two))
            )
            for two in self.answers(standard, group, one)
        )

    def leaves_for(self, standard: str, group: tuple[int, ...], start: frozenset) -> set[frozenset]:
        """The joint improvements that nothing deters."""
        gains = self.joint(group, start)
        return {one for one in gains if not self.deterred(standard, group, start, one)}


@few
@given(conflict=conflicts)
def test_every_verdict_is_the_definitions(conflict: Conflict) -> None:
    """Every coalition, state and standard; with where a coalition would go, if it goes."""
    laid, told = board(conflict), Definitions(conflict)
    movers, states = Movers(laid), told.model.states
    rows = {state: laid.states.find(state) for state in states}
    for standard in COALITION_STANDARDS:
        for group in every_group(list(movers.parties)):
            stable = CONCEPTS[standard](movers, group)
            for state in states:
                leaves = told.leaves_for(standard, group, state)
                assert stable[rows[state]] == (not leaves), (standard, group, state)
                found = coalitions.undeterred(movers, group, rows[state], standard)
                assert found == {rows[one] for one in leaves}, (standard, group, state)


@some
@given(conflict=conflicts)
def test_a_coalition_of_one_is_its_party(conflict: Conflict) -> None:
    """Each standard gives what the standard of the same name gives for a party alone."""
    movers = Movers(board(conflict))
    for name, concept in ALONE.items():
        for party in movers.parties:
            assert np.array_equal(CONCEPTS[name](movers, (party,)), concept(movers, party)), name


@some
@given(conflict=conflicts)
def test_what_implies_what(conflict: Conflict) -> None:
    """cnash implies all; csmr and cseq imply cgmr; cseq implies its coalitional kin."""
    movers = Movers(board(conflict))
    implied = [("csmr", "cgmr"), ("cseq", "cgmr"), ("cseq", "cseq_coalitional")]
    implied += [("cnash", other) for other in COALITION_STANDARDS]
    if not conflict.by_states:
        implied.append(("cseq_coalitional", "cgmr"))
    for group in every_group(list(movers.parties)):
        stable = {name: CONCEPTS[name](movers, group) for name in COALITION_STANDARDS}
        for one, other in implied:
            assert not (stable[one] & ~stable[other]).any(), (one, other, group)


@settings(few, max_examples=15)
@given(conflict=conflicts)
def test_a_state_is_stable_where_nobody_breaks_it(conflict: Conflict) -> None:
    """Breakers are those who leave; what a smaller coalition inside would do is not said twice."""
    movers = Movers(board(conflict))
    for standard in COALITION_STANDARDS:
        for largest in (2, len(movers.parties)):
            stable = coalitionally_stable(movers, standard, largest)
            for row in range(movers.size):
                found = breakers(movers, row, standard, largest)
                assert stable[row] == (not found)
                assert [len(one.coalition) for one in found] == sorted(len(one.coalition) for one in found)
                told = [(one.coalition, to) for one in found for to in one.rows]
                assert not any(
                    to == same and set(smaller) < set(group) for group, to in told for smaller, same in told
                )


def test_everyone_together_fears_nobody() -> None:
    """When all move together there is nobody left to answer."""
    movers = Movers(board(examples.conflict("elmira_12")))
    for standard in COALITION_STANDARDS:
        assert np.array_equal(CONCEPTS[standard](movers, (0, 1, 2)), coalitions.cnash(movers, (0, 1, 2)))


def test_a_gain_shared_by_all_is_taken_from_one() -> None:
    """Only the member who loses by the answer holds the coalition back."""
    text = """
        title: t
        states: [s, good, worse for a, worse for b]
        status_quo: s
        parties:
          a: {name: A, ranking: [good, worse for b, s, worse for a], moves: {s: [good]}}
          b: {name: B, ranking: [good, worse for a, s, worse for b]}
          c: {name: C, ranking: [worse for b, [s, good, worse for a]], moves: {good: [worse for b]}}
    """
    movers = Movers(board(parse_text(text)))
    assert not coalitions.cseq(movers, (0,))[0]
    assert coalitions.cseq(movers, (0, 1))[0]


def test_listed_moves_may_chain_through_coalitions() -> None:
    """Where moves are listed, a party may move last in one coalition and first in the next.

    So an answer of coalitions may lead further than the legal sequences of single parties do.
    """
    text = """
        title: t
        states: [s, one, two, three]
        status_quo: s
        parties:
          a: {name: A, ranking: [[one, two], [s, three]], moves: {s: [one]}}
          b: {name: B, ranking: [three, two, [one, s]], moves: {one: [two], two: [three]}}
          c: {name: C, ranking: [three, [s, one, two]]}
    """
    movers = Movers(board(parse_text(text)))
    assert coalitions.cseq_coalitional(movers, (0,))[0]
    assert not coalitions.cgmr(movers, (0,))[0]


@pytest.mark.parametrize("coalition", [(), (0, 0), (7,)])
def test_no_coalition_is_refused(coalition: tuple[int, ...]) -> None:
    """A coalition is some parties of the conflict, each once."""
    with pytest.raises(UnknownName):
        coalitions.cnash(Movers(board(examples.conflict("prisoners"))), coalition)


def test_an_unknown_standard_is_refused() -> None:
    """A standard of single parties is no standard of coalitions."""
    with pytest.raises(UnknownName, match="seq"):
        breakers(Movers(board(examples.conflict("prisoners"))), 0, "seq", 2)


def large(options: int) -> Movers:
    """Two parties with many options."""
    own = {who: ", ".join(f"{who}{place}: x" for place in range(options)) for who in "ab"}
    parties = "".join(f"  {who}: {{name: {who}, prefers: [a0], options: {{{own[who]}}}}}\n" for who in own)
    return Movers(board(parse_text(f"title: t\nstatus_quo: []\nparties:\n{parties}")))


def test_too_many_states_are_refused() -> None:
    """Beyond a size it says so, before it begins."""
    with pytest.raises(TooLarge, match="16,384 states"):
        coalitions.cnash(large(7), (0, 1))
    with pytest.raises(TooLarge, match="steps between them"):
        breakers(large(9), 0, "cseq_coalitional", 1)
    with pytest.raises(TooLarge, match="3 coalitions"):
        coalitionally_stable(large(7), "cnash", 2)


# The published case: Elmira in 12 states, from A Simple Guide to GMCR+.

MINISTRY, UNIROYAL, LOCAL = 0, 1, 2
CONFLICT = examples.conflict("elmira_12")
ELMIRA = Movers(board(CONFLICT))
ROW = {name: ELMIRA.board.states.find(outcome.taken) for name, outcome in CONFLICT.outcomes.items()}
NAME = {row: int(name) for name, row in ROW.items()}


def test_who_would_break_elmira_7() -> None:
    """Nobody alone; the Ministry and Uniroyal together, by a modified order that Uniroyal accepts (10)."""
    for standard in COALITION_STANDARDS:
        assert not breakers(ELMIRA, ROW["7"], standard, 1)
        (found,) = breakers(ELMIRA, ROW["7"], standard, 3)
        assert (found.coalition, [NAME[row] for row in found.rows]) == ((MINISTRY, UNIROYAL), [10])
