"""What unlocks an outcome, against exhaustion; edits solved side by side, against each alone."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import brute
from conflicts import LETTERS, conflicts, formulas, option_conflicts
from jirga.conflict.board import board
from jirga.conflict.file import numbered
from jirga.schema.conflict import Conflict
from jirga.schema.words import STANDARDS, Standard
from jirga.solve.stability import CONCEPTS
from jirga.solve.sweeps.movers import Movers
from jirga.solve.ways.attainment import distances
from jirga.stress.edits import Change
from jirga.stress.islands import attained, held, held_with_another_order
from jirga.stress.layout import Layout, made
from jirga.stress.pool import pool
from jirga.stress.unlock import unlock
from jirga.stress.ways import Ways

some = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
standards = st.sampled_from(STANDARDS)


@st.composite
def small_conflicts(draw: st.DrawFn) -> Conflict:
    """Two or three parties with an option or two, a want or two each, and perhaps a rule or a ratchet."""
    sizes = draw(st.lists(st.integers(1, 2), min_size=2, max_size=3).filter(lambda all_: sum(all_) <= 4))
    atoms, parties = list(LETTERS[: sum(sizes)]), {}
    for number, size in enumerate(sizes):
        own = [atoms[sum(sizes[:number]) + place] for place in range(size)]
        wants = draw(st.lists(formulas(atoms), min_size=1, max_size=2))
        parties[f"p{number}"] = {"name": "P", "options": dict.fromkeys(own, "x"), "prefers": wants}
    rule = draw(st.sampled_from(["", f"{atoms[0]} and {atoms[-1]}"]))
    one_way = draw(st.sampled_from([[], [atoms[0]], [atoms[-1]]]))
    rest = {"impossible": [rule] if rule else [], "one_way": one_way, "status_quo": []}
    return numbered(Conflict.model_validate({"title": "t", "parties": parties} | rest))


def holds(conflict: Conflict, outcome: tuple[str, ...], by: Standard) -> bool:
    """Whether an outcome holds, from the definitions; where it or the status quo cannot be, it does not."""
    model = brute.told(conflict)
    state = frozenset(outcome)
    if state not in model.states or frozenset() not in model.states:
        return False
    return all(brute.stable(by, who, state, model.parties, model.moves, model.worth) for who in model.parties)


def content(conflict: Conflict) -> object:
    """Give what a conflict says apart from its marks."""
    wants = tuple(tuple((w.id, w.want) for w in one.prefers) for one in conflict.parties.values())
    return wants, frozenset(rule.when for rule in conflict.impossible), frozenset(conflict.one_way)


def exhausted(
    conflict: Conflict, changes: list[Change], outcome: tuple[str, ...], by: Standard
) -> set[object]:
    """Go through every sequence of one and of two changes, and keep what no part of it does."""
    after = {some_: made(conflict, some_) for many in (1, 2) for some_ in permutations(changes, many)}
    enough = {key for key, one in after.items() if one is not None and holds(one, outcome, by)}
    return {
        (len(key), content(after[key])) for key in enough if len(key) == 1 or not {key[:1], key[1:]} & enough
    }


@few
@given(conflict=small_conflicts(), by=standards, data=st.data())
def test_the_search_finds_what_exhaustion_finds(
    conflict: Conflict, by: Standard, data: st.DataObject
) -> None:
    """Up to two changes: the same conflicts come out, each by a set of which no part is enough."""
    changes = [one for one in pool(conflict) if one.kind != "harden"]
    assume(len(changes) <= 24)
    outcome = tuple(data.draw(st.sampled_from(sorted(brute.told(conflict).states, key=sorted))))
    assume(frozenset() in brute.told(conflict).states)
    found = unlock(conflict, board(conflict), outcome, by, 2)
    if holds(conflict, outcome, by):
        assert not found.recipes
        return
    recipes = [one.changes for one in found.recipes]
    told = {(len(one), content(made(conflict, one))) for one in recipes}
    assert told == exhausted(conflict, found.pool, outcome, by)
    assert found.count.through == 2
    for one in recipes:
        assert holds(made(conflict, one), outcome, by)
        for spared in one:
            rest = made(conflict, [other for other in one if other is not spared])
            assert rest is None or not holds(rest, outcome, by)


@some
@given(conflict=conflicts, data=st.data())
def test_edits_solved_side_by_side_are_as_if_alone(conflict: Conflict, data: st.DataObject) -> None:
    """Whatever the edit changes, each standard and what can be got to come out the same."""
    laid, changes = board(conflict), pool(conflict)
    assume(changes)
    layout = Layout(conflict, laid)
    chosen = data.draw(st.lists(st.sampled_from(changes), min_size=1, max_size=8))
    boards = [one for change in chosen if (one := layout.changed([change])) is not None and len(one.states)]
    starts = [data.draw(st.integers(0, len(one.states) - 1)) for one in boards]
    found, there = held(boards), attained(boards, starts, 3)
    for one, start, table, ends in zip(boards, starts, found, there, strict=True):
        movers = Movers(one)
        for standard in STANDARDS:
            alone = np.logical_and.reduce([CONCEPTS[standard](movers, who) for who in movers.parties])
            assert np.array_equal(table[standard], alone)
        assert np.array_equal(ends, distances(movers, start, 3) >= 0)


@some
@given(conflict=option_conflicts(), data=st.data())
def test_tabled_ways_lead_where_a_search_leads(conflict: Conflict, data: st.DataObject) -> None:
    """With one party's order changed, the tables give what a search from the start gives."""
    laid = board(conflict)
    assume(len(laid.states))
    start, who = (
        data.draw(st.integers(0, len(laid.states) - 1)),
        data.draw(st.integers(0, len(laid.ranks) - 1)),
    )
    ranks = data.draw(st.lists(st.integers(0, 4), min_size=len(laid.states), max_size=len(laid.states)))
    changed = laid.ranks.copy()
    changed[who] = ranks
    movers = Movers(type(laid)(laid.states, laid.moves, changed))
    assert np.array_equal(Ways(laid, start, 3).attained(who, changed[who]), distances(movers, start, 3) >= 0)


@some
@given(conflict=conflicts, data=st.data())
def test_who_keeps_its_order_stays_where_it_stayed(conflict: Conflict, data: st.DataObject) -> None:
    """With one party's order changed, what the others did before gives the same by every standard."""
    laid = board(conflict)
    assume(len(laid.states))
    who = data.draw(st.integers(0, len(laid.ranks) - 1))
    order = st.lists(st.integers(0, 4), min_size=len(laid.states), max_size=len(laid.states))
    boards = []
    for ranks in data.draw(st.lists(order, min_size=1, max_size=4)):
        changed = laid.ranks.copy()
        changed[who] = ranks
        boards.append(type(laid)(laid.states, laid.moves, changed))
    for some_, plain in zip(held_with_another_order(boards, laid, who), held(boards), strict=True):
        assert all(np.array_equal(some_[standard], plain[standard]) for standard in STANDARDS)


@pytest.mark.slow
@pytest.mark.parametrize("by", STANDARDS)
def test_no_part_of_a_recipe_is_enough_on_the_seed(by: Standard) -> None:
    """With 704 states, solved whole: every set of up to two makes the deal hold, and no part of it."""
    from jirga.examples import conflict as packaged

    seed = packaged("khyber_kabul_2025")
    layout, taken = Layout(seed, board(seed)), seed.outcomes["partial deal"].taken
    recipes = unlock(seed, layout.board, taken, by, 2).recipes[:25]
    assert recipes
    pairs = [one.changes for one in recipes if len(one.changes) == 2]
    sets = [one.changes for one in recipes] + [(part,) for pair in pairs for part in pair]
    boards = [layout.changed(one) for one in sets]
    tables = held([one for one in boards if one is not None], [by])
    able = [one for one, laid in zip(sets, boards, strict=True) if laid is not None]
    for place, (changes, table) in enumerate(zip(able, tables, strict=True)):
        laid = layout.changed(changes)
        row = None if laid is None else laid.states.find(taken)
        assert (row is not None and bool(table[by][row])) == (place < len(recipes))
