"""Strong and weak stability is what the definitions say, on random conflicts with marks of strength."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

import brute
from conflicts import conflicts
from jirga.conflict.board import board
from jirga.schema.conflict import Conflict
from jirga.schema.words import STRONG_STANDARDS
from jirga.solve import degrees, stability
from jirga.solve.degrees import STRONG, WEAK, deters_strongly
from jirga.solve.sweeps.movers import Movers
from marked import Marks, with_both, with_strength

few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def strongly_stable(marks: Marks, standard: str, who: int, state: frozenset) -> bool:
    """Section 6 of the definitions, word for word."""
    model = marks.model
    others = [one for one in model.parties if one != who]
    answers = model.better if standard == "seq" else model.moves
    return all(
        any(
            marks.strongly(who, state, two)
            and (standard != "smr" or all(marks.strongly(who, state, one) for one in model.moves(who, two)))
            for two in brute.reached(gain, others, answers)
        )
        for gain in model.better(who, state)
    )


@few
@given(conflict=with_strength)
def test_every_verdict_is_the_definitions(conflict: Conflict) -> None:
    """Strong by every standard for every party and state; weak is what is left of the plain standard."""
    laid, marks = board(conflict), Marks(conflict)
    movers = Movers(laid)
    for standard in STRONG_STANDARDS:
        for who in movers.parties:
            strong, weak = STRONG[standard](movers, who), WEAK[standard](movers, who)
            plain = stability.CONCEPTS[standard](movers, who)
            for state in marks.model.states:
                row = laid.states.find(state)
                said = strongly_stable(marks, standard, who, state)
                assert strong[row] == said, (standard, who, state)
                general = brute.stable(
                    standard, who, state, marks.model.parties, marks.model.moves, marks.model.worth
                )
                assert plain[row] == general
                assert weak[row] == (general and not said)


@few
@given(conflict=with_strength)
def test_strength_is_grades(conflict: Conflict) -> None:
    """A state is strongly preferred exactly if its grade is higher; grades follow the ranks."""
    laid, marks = board(conflict), Marks(conflict)
    if laid.grades is None:
        assert not any(one.marked_strong for one in conflict.parties.values())
        return
    rows = {state: laid.states.find(state) for state in marks.model.states}
    for who in marks.model.parties:
        for one, first in rows.items():
            for two, second in rows.items():
                above = laid.grades[who][first] > laid.grades[who][second]
                assert above == marks.strongly(who, one, two)
        assert set(laid.grades[who].tolist()) == set(range(laid.grades[who].max(initial=-1) + 1))


@few
@given(conflict=with_both)
def test_what_implies_what(conflict: Conflict) -> None:
    """Nash implies the strong standards, and they the plain ones; strong smr and seq imply strong gmr."""
    movers = Movers(board(conflict))
    for who in movers.parties:
        strong = {name: STRONG[name](movers, who) for name in STRONG_STANDARDS}
        for name in STRONG_STANDARDS:
            assert not (stability.nash(movers, who) & ~strong[name]).any()
            assert not (strong[name] & ~stability.CONCEPTS[name](movers, who)).any()
            assert not (strong[name] & ~strong["gmr"]).any()


@few
@given(conflict=conflicts)
def test_where_nothing_is_strong_only_nash_is(conflict: Conflict) -> None:
    """Without marks no reply hurts much: strongly stable is Nash, weakly stable is all that a reply holds."""
    movers = Movers(board(conflict))
    assert movers.board.grades is None
    for who in movers.parties:
        nash = stability.nash(movers, who)
        for name in STRONG_STANDARDS:
            assert np.array_equal(STRONG[name](movers, who), nash)
            held = stability.CONCEPTS[name](movers, who) & ~nash
            assert np.array_equal(WEAK[name](movers, who), held)


@few
@given(conflict=with_strength)
def test_where_everything_is_strong_strong_is_strict(conflict: Conflict) -> None:
    """With every want and step marked, a strong loss is a loss: only replies that hurt nothing fall away."""
    file = conflict.model_dump(by_alias=True)
    for party in file["parties"].values():
        for want in party["prefers"]:
            want["strongly"] = True
        party["ranking"] = [{"over": one, "strongly": place > 0} for place, one in enumerate(over(party))]
    movers = Movers(board(Conflict.model_validate(file)))
    if movers.board.grades is None:
        return
    for who, party in enumerate(conflict.parties.values()):
        if not party.weights:
            assert np.array_equal(movers.board.grades[who], movers.rank(who))


def over(party: dict) -> list:
    """The ties of a dumped party, whether marked or not."""
    return [rung["over"] if isinstance(rung, dict) else rung for rung in party["ranking"]]


@few
@given(conflict=with_strength)
def test_a_move_is_deterred_strongly_or_the_state_is_weak(conflict: Conflict) -> None:
    """A state is strongly stable exactly if each gain of the party's own is strongly deterred."""
    movers = Movers(board(conflict))
    for who in movers.parties:
        for name in STRONG_STANDARDS:
            strong = STRONG[name](movers, who)
            for row in range(movers.size):
                gains = movers.of(who, "improving").targets(row).tolist()
                assert strong[row] == all(deters_strongly(movers, who, (row, end), name) for end in gains)


@pytest.mark.parametrize("standard", STRONG_STANDARDS)
def test_all_parties_at_once(standard: str) -> None:
    """Strength of all is that of each."""
    from jirga.examples import conflict

    movers = Movers(board(conflict("elmira_9")))
    found = degrees.strength(movers)[standard]
    assert found.shape == (3, 9)
    assert all(np.array_equal(found[who], STRONG[standard](movers, who)) for who in movers.parties)
