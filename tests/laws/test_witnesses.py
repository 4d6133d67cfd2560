"""A witness gives true reasons: the move that breaks a state, the shortest sanction that deters one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import brute
from conflicts import conflicts, option_conflicts, state_conflicts
from jirga.conflict.board import board
from jirga.schema.conflict import Conflict
from jirga.schema.words import STANDARDS, Standard
from jirga.solve import witnesses
from jirga.solve.stability import stability
from jirga.solve.sweeps.movers import Movers
from jirga.solve.witnesses import Deterred, Witness, witness

small = option_conflicts().filter(lambda one: len(one.options) <= 5) | state_conflicts()
few = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


class Trial:
    """A conflict as the solver has it and as the brute force has it."""

    def __init__(self, conflict: Conflict) -> None:
        self.movers = Movers(board(conflict))
        self.told = brute.told(conflict)
        self.row = {state: self.movers.board.states.find(state) for state in self.told.states}
        self.state = {row: state for state, row in self.row.items()}
        self.stable = stability(self.movers)

    def examine(self, party: int, row: int, standard: Standard) -> None:
        """Check one witness against the verdict and against the definitions."""
        found = witness(self.movers, party, row, standard)
        assert (found.party, found.row, found.standard) == (party, row, standard)
        assert found.stays == self.stable[standard][party, row]
        self.examine_gains(found)
        for deterred in found.deterred:
            self.examine_sanction(found, deterred)

    def examine_gains(self, found: Witness) -> None:
        """Every gain is either deterred or free; the one it leaves for is free, and none is better."""
        told, party, here = self.told, found.party, self.state[found.row]
        lengths = {
            end: brute.sanction_length(told, found.standard, party, here, end)
            for end in told.better(party, here)
        }
        free = {end for end, length in lengths.items() if length is None}
        ends = [self.state[one.end] for one in found.deterred]
        assert sorted(map(sorted, ends)) == sorted(map(sorted, set(lengths) - free))
        worths = [told.worth(party, end) for end in ends]
        assert worths == sorted(worths, reverse=True)
        if found.leaves_for is None:
            assert not free
            return
        left_for = self.state[found.leaves_for]
        assert left_for in free
        assert told.worth(party, left_for) == max(told.worth(party, end) for end in free)
        assert all(len(one.sanction) == lengths[self.state[one.end]] for one in found.deterred)

    def examine_sanction(self, found: Witness, deterred: Deterred) -> None:
        """A sanction is a legal sequence of others' moves, it takes the gain away, and none is shorter."""
        told, party, here = self.told, found.party, self.state[found.row]
        answers = told.answers(found.standard)
        at, last = deterred.end, party
        for step in deterred.sanction:
            (who,) = step.movers
            assert step.start == at
            assert who not in {party, last}
            assert self.state[step.end] in answers(who, self.state[at])
            at, last = step.end, who
        end = self.state[at]
        assert told.worth(party, end) <= told.worth(party, here)
        if found.standard in {"smr", "sseq"}:
            assert all(told.worth(party, to) <= told.worth(party, here) for to in told.moves(party, end))
        expected = brute.sanction_length(told, found.standard, party, here, self.state[deterred.end])
        assert len(deterred.sanction) == expected


@settings(few, max_examples=60)
@given(trial=st.builds(Trial, option_conflicts().filter(brute.all_states)))
def test_counting_moves_to_go_finds_the_same_sanctions(trial: Trial) -> None:
    """As large conflicts are, by counting the moves to go: every witness is the very same."""
    for party in trial.told.parties:
        for row in list(trial.state)[:8]:
            for standard in STANDARDS:
                searched = witness(trial.movers, party, row, standard)
                with pytest.MonkeyPatch.context() as patch:
                    patch.setattr(witnesses, "LAYERED", 0)
                    assert witness(trial.movers, party, row, standard) == searched


trials = st.builds(Trial, small.filter(brute.all_states))


@few
@given(trial=trials, chance=st.randoms(use_true_random=False))
def test_a_witness_gives_true_reasons(trial: Trial, chance) -> None:
    """For four states of a random conflict, every standard's witness agrees with the definitions."""
    for _ in range(4):
        party, row = chance.randrange(len(trial.told.parties)), chance.randrange(len(trial.state))
        for standard in STANDARDS:
            trial.examine(party, row, standard)


@pytest.mark.slow
@settings(few, max_examples=400)
@given(trial=st.builds(Trial, conflicts.filter(brute.all_states)))
def test_every_witness_gives_true_reasons(trial: Trial) -> None:
    """The same for every party, state and standard of larger conflicts."""
    for party in trial.told.parties:
        for row in trial.state:
            for standard in STANDARDS:
                trial.examine(party, row, standard)
