"""Moving at the same moment agrees with the definition on random conflicts, and with print."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

import brute
from conflicts import option_conflicts, state_conflicts
from jirga import examples
from jirga.conflict.board import board
from jirga.conflict.file import parse_text
from jirga.errors import TooLarge
from jirga.schema.conflict import Conflict
from jirga.schema.words import SIMULTANEOUS
from jirga.solve import simultaneous as module
from jirga.solve.simultaneous import CONCEPTS, NotByOptions, fraser_hipel, seq_or_sim, sim
from jirga.solve.stability import nash, seq
from jirga.solve.sweeps.movers import Movers

some = settings(max_examples=70, deadline=None, suppress_health_check=list(HealthCheck))


def comes_to_nothing(model: brute.Told, party: int, state: frozenset, others: list[int]) -> bool:
    """Section 3, SIM: for every improvement there is a choice of the others' improvements, or of staying."""
    choices = [[frozenset(), *(end ^ state for end in model.better(other, state))] for other in others]
    for end in model.better(party, state):
        ends = [(end ^ frozenset().union(*chosen)) for chosen in product(*choices)]
        possible = [one for one in ends if one in model.states]
        if not any(model.worth(party, one) <= model.worth(party, state) for one in possible):
            return False
    return True


def by_definition(model: brute.Told, concept: str, party: int, state: frozenset) -> bool:
    """Whether a party stays, word for word."""

    def sequential(who: int) -> bool:
        return brute.stable("seq", who, state, model.parties, model.moves, model.worth)

    others = [who for who in model.parties if who != party]
    if concept == "sim":
        return comes_to_nothing(model, party, state, others)
    if concept == "seq_or_sim":
        return sequential(party) or comes_to_nothing(model, party, state, others)
    unstable = [who for who in others if not sequential(who)]
    return sequential(party) or (bool(unstable) and comes_to_nothing(model, party, state, unstable))


@some
@given(conflict=option_conflicts())
def test_agrees_with_the_definition(conflict: Conflict) -> None:
    """Every state and party, by each of the three forms."""
    model, movers = brute.told(conflict), Movers(board(conflict))
    for concept in SIMULTANEOUS:
        for party in model.parties:
            found = CONCEPTS[concept](movers, party)
            for row in range(movers.size):
                state = frozenset(movers.board.states.taken(row))
                assert found[row] == by_definition(model, concept, party, state), (concept, party, state)


@some
@given(conflict=option_conflicts())
def test_what_follows_from_what(conflict: Conflict) -> None:
    """Nash implies them all; seq implies fraser_hipel, and that implies seq_or_sim."""
    movers = Movers(board(conflict))
    for party in movers.parties:
        by = {name: concept(movers, party) for name, concept in CONCEPTS.items()}
        assert all((nash(movers, party) <= found).all() for found in by.values())
        assert (seq(movers, party) <= by["fraser_hipel"]).all()
        assert (by["fraser_hipel"] <= by["seq_or_sim"]).all()
        assert (by["sim"] <= by["seq_or_sim"]).all()


# Each may press; pressing alone gains, both pressing is worst for both. The one who is pressed cannot answer.
PRESS = """
title: Press
parties:
  one: {name: One, options: {a: press}, prefers: [not a or not b, a]}
  two: {name: Two, options: {b: press}, prefers: [not a or not b, b]}
outcomes: {calm: [], first: [a], second: [b], both: [a, b]}
"""


def test_worked_by_hand() -> None:
    """In the calm each gains by pressing and nobody answers; but both might press at the same moment."""
    movers = Movers(board(parse_text(PRESS)))
    calm, first = 0, 1
    for party in (0, 1):
        assert not seq(movers, party)[calm]
        assert sim(movers, party)[calm]
        assert fraser_hipel(movers, party)[calm]
    assert nash(movers, 0)[first]


def test_neither_form_implies_the_other_standard() -> None:
    """Korea 2017: 4 is stable by sim and not by seq; with deterrence 0 is the other way round."""
    base, deterred = (Movers(board(examples.conflict(f"korea_2017{one}"))) for one in ("", "_deterrence"))
    row = {
        name: base.board.states.find(o.taken) for name, o in examples.conflict("korea_2017").outcomes.items()
    }
    assert sim(base, 0)[row["4"]]
    assert not seq(base, 0)[row["4"]]
    assert seq(deterred, 1)[row["0"]]
    assert not sim(deterred, 1)[row["0"]]


@pytest.mark.parametrize("concept", SIMULTANEOUS)
def test_a_conflict_by_states_is_refused(concept: str) -> None:
    """What two listed moves at once bring about is not known, and is not guessed."""
    with pytest.raises(NotByOptions, match="ask by seq instead"):
        CONCEPTS[concept](Movers(board(examples.conflict("elmira_9"))), 0)


@given(conflict=state_conflicts())
@settings(max_examples=10, deadline=None)
def test_no_conflict_by_states_slips_through(conflict: Conflict) -> None:
    """Not even one in which nobody has an improvement."""
    with pytest.raises(NotByOptions):
        sim(Movers(board(conflict)), 0)


def test_too_many_combinations_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a size it says so, before it begins."""
    monkeypatch.setattr(module, "WORK", 15)
    for concept in (sim, seq_or_sim, fraser_hipel):
        with pytest.raises(TooLarge, match="4 states and 2 options make too many"):
            concept(Movers(board(parse_text(PRESS))), 0)


def holding(name: str, concept: str) -> set[str]:
    """The printed numbers of the states in which every party stays."""
    conflict = examples.conflict(name)
    movers = Movers(board(conflict))
    both = np.logical_and.reduce([CONCEPTS[concept](movers, party) for party in movers.parties])
    return {number for number, one in conflict.outcomes.items() if both[movers.board.states.find(one.taken)]}


def test_printed_in_the_guide() -> None:
    """Figures 19 and 29: SIM, and SEQ or SIM; of Elmira the figure shows states 7 to 12."""
    shown = {str(number) for number in range(7, 13)}
    for concept in ("sim", "seq_or_sim"):
        assert holding("syria_iraq_1975", concept) == {"6"}
        assert holding("elmira_12", concept) & shown == {"7", "10", "11", "12"}


def test_printed_for_korea() -> None:
    """The letters of the figures: 4 is saved by both being unstable; where 12 differs, the file says why."""
    for concept in ("fraser_hipel", "seq_or_sim"):
        assert holding("korea_2017", concept) == {"0", "4", "5", "10"}
        assert holding("korea_2017_bloodthirsty", concept) == {"5", "12"}
        assert holding("korea_2017_deterrence", concept) == {"0", "5", "10", "12"}
        assert holding("korea_2017_irreversible", concept) - {"12"} == {"0", "5", "10"}
