"""The solver agrees with the definitions on every state, party and standard of random conflicts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

import brute
from conflicts import conflicts
from jirga.conflict.board import board
from jirga.conflict.formula import Formula, parse
from jirga.schema.conflict import Conflict, Party
from jirga.solve.stability import stability
from jirga.solve.sweeps.movers import Movers


def true(formula: Formula, state: frozenset) -> bool:
    """Evaluate a formula in one state, independently of the arrays."""
    parts = [true(part, state) for part in formula.parts]
    return {
        "atom": lambda: formula.name in state,
        "not": lambda: not parts[0],
        "and": lambda: all(parts),
        "or": lambda: any(parts),
        "implies": lambda: parts[1] or not parts[0],
        "iff": lambda: parts[0] == parts[1],
    }[formula.op]()


def worth(conflict: Conflict, party: Party, state: frozenset) -> float:
    """What a state is worth to a party, from its wants, weights or ranking."""
    if party.ranking:
        return -next(place for place, tie in enumerate(party.ties) if set(tie) & state)
    if party.weights:
        return sum(weight for option, weight in party.weights.items() if option in state)
    return sum(2.0**-place for place, want in enumerate(party.prefers) if true(parse(want.want), state))


def targets(conflict: Conflict, party: Party, here: frozenset, states: list[frozenset]) -> set:
    """Where a party can move, from the definition of a move."""
    if conflict.by_states:
        (name,) = here
        return {frozenset([there]) for there in party.moves.get(name, ()) if there != name}
    forward = {line for line in conflict.one_way if " " not in line}
    backward = {line.removeprefix("not ") for line in conflict.one_way if " " in line}
    return {
        there
        for there in states
        if there != here
        and there ^ here <= set(party.options)
        and not (here - there) & forward
        and not (there - here) & backward
    }


every = settings(deadline=None, suppress_health_check=list(HealthCheck))


@settings(every, max_examples=500)
@given(conflict=conflicts)
def test_every_verdict_is_the_definitions(conflict: Conflict) -> None:
    """500 conflicts; brute force has its own moves, its own preferences and its own sequences."""
    agree(conflict)


@pytest.mark.slow
@settings(every, max_examples=2000)
@given(conflict=conflicts)
def test_every_verdict_is_the_definitions_at_length(conflict: Conflict) -> None:
    """The same on 2,000 conflicts."""
    agree(conflict)


def agree(conflict: Conflict) -> None:
    """Hold every verdict of the solver against the definitions."""
    laid = board(conflict)
    names = list(conflict.atoms)
    if conflict.by_states:
        states = [frozenset([name]) for name in names]
    else:
        rules = [parse(rule.when) for rule in conflict.impossible]
        states = brute.option_states(names, lambda state: not any(true(rule, state) for rule in rules))
    rows = [laid.states.find(state) for state in states]
    assert sorted(rows) == list(range(len(laid.states)))
    parties = list(conflict.parties.values())
    step = {
        (who, here): targets(conflict, party, here, states)
        for who, party in enumerate(parties)
        for here in states
    }
    value = {
        (who, here): worth(conflict, party, here) for who, party in enumerate(parties) for here in states
    }
    solved = stability(Movers(laid))
    for concept, verdicts in solved.items():
        expected = np.zeros_like(verdicts)
        for who in range(len(parties)):
            for row, here in zip(rows, states, strict=True):
                expected[who, row] = brute.stable(
                    concept, who, here, range(len(parties)), lambda w, s: step[w, s], lambda w, s: value[w, s]
                )
        assert np.array_equal(verdicts, expected), concept
