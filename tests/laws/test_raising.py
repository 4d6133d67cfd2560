"""How far an outcome must rise agrees with the standards, and no smaller change of a ranking does it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from conflicts import conflicts, state_conflicts
from jirga import examples
from jirga.conflict.board import board
from jirga.schema.conflict import Conflict
from jirga.schema.words import STANDARDS, Standard
from jirga.solve.inverse import nearest, reversals
from jirga.solve.raising import Raise, leavers_then, raises
from jirga.solve.stability import CONCEPTS
from jirga.solve.sweeps.movers import Movers

some = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
standards = st.sampled_from(STANDARDS)


def risen(movers: Movers, row: int, changed: list[Raise]) -> Movers:
    """The same conflict, with the outcome as high as asked in the rankings of some parties."""
    ranks = movers.board.ranks.copy()
    for one in changed:
        if one.level is not None:
            ranks[one.party][row] = ranks[one.party][one.level]
    return Movers(replace(movers.board, ranks=ranks))


@some
@given(conflict=conflicts, standard=standards, data=st.data())
def test_who_stays_already_and_who_once_it_has_risen(
    conflict: Conflict, standard: Standard, data: st.DataObject
) -> None:
    """No rise is asked exactly of those who stay; each other stays once it has risen so far."""
    movers = Movers(board(conflict))
    assume(movers.size)
    row = data.draw(st.integers(0, movers.size - 1))
    for one in raises(movers, row, standard, movers.parties):
        assert (one.level is None) == CONCEPTS[standard](movers, one.party)[row]
        assert (one.level is None) == (one.passed == ())
        assert CONCEPTS[standard](risen(movers, row, [one]), one.party)[row]


@some
@given(conflict=conflicts, standard=standards, data=st.data())
def test_who_leaves_then(conflict: Conflict, standard: Standard, data: st.DataObject) -> None:
    """Those who would leave once it has risen for several are those who leave the changed conflict."""
    movers = Movers(board(conflict))
    assume(movers.size)
    row = data.draw(st.integers(0, movers.size - 1))
    asked = data.draw(st.lists(st.sampled_from(list(movers.parties)), unique=True))
    changed = raises(movers, row, standard, asked)
    after = risen(movers, row, changed)
    leave = tuple(who for who in movers.parties if not CONCEPTS[standard](after, who)[row])
    assert leavers_then(movers, row, standard, changed) == leave


@some
@given(conflict=state_conflicts(), standard=standards, data=st.data())
def test_no_smaller_change_makes_the_party_stay(
    conflict: Conflict, standard: Standard, data: st.DataObject
) -> None:
    """Of all strict rankings that make the party stay, none reverses fewer pairs than the states passed."""
    movers = Movers(board(conflict))
    assume(movers.size <= 5)
    row = data.draw(st.integers(0, movers.size - 1))
    own = tuple(data.draw(st.permutations(range(movers.size))))
    movers.board.ranks[0] = np.array(own)
    (found,) = raises(movers, row, standard, [0])
    enough = (ranking for ranking in nearest(own) if found.conditions.holds(ranking))
    assert len(reversals(own, next(enough))) == len(found.passed)


@pytest.mark.parametrize("standard", STANDARDS)
def test_every_named_outcome_of_the_largest_packaged_conflict(standard: Standard) -> None:
    """With 704 states and five parties, too."""
    conflict = examples.conflict("khyber_kabul_2025")
    movers = Movers(board(conflict))
    stable = [CONCEPTS[standard](movers, party) for party in movers.parties]
    for name in ("status quo", "partial deal", "grand bargain"):
        row = movers.board.states.find(conflict.outcomes[name].taken)
        found = raises(movers, row, standard, movers.parties)
        assert [one.level is None for one in found] == [bool(one[row]) for one in stable]


def test_a_changed_ranking_may_take_a_threat_away() -> None:
    """In the dilemma a prisoner that comes to like cooperating best no longer keeps the other in it."""
    movers = Movers(board(examples.conflict("prisoners")))
    both = 3
    found = raises(movers, both, "nash", [0, 1])
    assert [one.level is not None for one in found] == [True, True]
    assert leavers_then(movers, both, "nash", found) == ()
    assert leavers_then(movers, both, "nash", found[:1]) == (1,)
