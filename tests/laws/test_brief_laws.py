"""A brief is written from results: what changes in the file changes the lines that rest on it, no others."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import jirga
from jirga.answer.analysis import Analysis
from jirga.answer.solution import solution
from jirga.brief.content.drafts import Draft
from jirga.brief.content.whole import Worked, brief
from jirga.schema.conflict import Conflict
from jirga.stress.edits import Change
from jirga.stress.layout import made
from jirga.stress.pool import pool

some = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
CASES = {name: jirga.example(name).model for name in ("ttp_pakistan_2021", "doha_2020", "colombia_2016")}
cases = st.sampled_from(sorted(CASES))


def drafts(conflict: Conflict) -> list[Draft]:
    worked = Worked(Analysis(conflict))
    return [*worked.main(), *worked.annexes()]


def told(conflict: Conflict) -> dict[str, tuple[str, frozenset[str]]]:
    """Every line by its key: what it says, and the ids of what it rests on."""
    return {
        one.key: (str(one.sentence), frozenset(mark.id for mark in one.sentence.marks))
        for draft in drafts(conflict)
        for one in draft.said
    }


def with_want(conflict: Conflict, want: str, **changes: object) -> Conflict:
    parties = {
        name: party.model_copy(
            update={
                "prefers": tuple(
                    one.model_copy(update=changes) if one.id == want else one for one in party.prefers
                )
            }
        )
        for name, party in conflict.parties.items()
    }
    return conflict.model_copy(update={"parties": parties})


@some
@given(cases, st.data())
def test_other_words_for_one_want_change_the_lines_that_say_them_and_only_those(name, data):
    conflict = CASES[name]
    for one in conflict.wants:
        conflict = with_want(conflict, one, why=f"the reason called {one}!")
    want = data.draw(st.sampled_from(sorted(conflict.wants)))
    old, new = conflict.wants[want].why, "quite another reason"
    before, after = told(conflict), told(with_want(conflict, want, why=new))
    assert before.keys() == after.keys()
    for key, (said, _) in before.items():
        assert after[key][0] == said.replace(old, new), key


@some
@given(cases, st.data())
def test_another_basis_of_one_want_changes_the_lines_that_rest_on_it_and_only_those(name, data):
    conflict = CASES[name]
    want = data.draw(st.sampled_from(sorted(conflict.wants)))
    basis = "argued"
    before, after = told(conflict), told(with_want(conflict, want, basis=basis))
    steady = {key for key in before if not key.startswith(("assumed", "judged.sources", "unlock.recipe"))}
    for key in steady & after.keys():
        assert (before[key] != after[key]) == (want in before[key][1]), key


def verdicts(conflict: Conflict) -> dict[str, tuple[object, ...]]:
    """What the row of each outcome rests on, from the solution as values."""
    found = solution(Analysis(conflict))
    return {name: verdict_of(one) for name, one in found.outcomes.items()}


def verdict_of(one: object) -> tuple[object, ...]:
    ladder = tuple(one.holds[by] for by in ("nash", "seq_best", "seq", "gmr"))
    ways = (one.attainable["alone"], one.attainable["together"], one.attainable["any"])
    leavers = one.leaves["nash"] if any(ladder) else (one.leaves["gmr"] or one.leaves["nash"])
    return (one.possible, ladder.index(True) if any(ladder) else None, *ways, leavers)


def rows(conflict: Conflict) -> dict[str, tuple[str, ...]]:
    holds = next(draft for draft in drafts(conflict) if draft.key == "holds")
    return {str(row[0]): tuple(map(str, row)) for row in holds.grid.rows}


@some
@given(cases, st.data())
def test_after_a_random_edit_the_rows_that_change_are_those_whose_verdicts_changed(name, data):
    conflict = CASES[name].model_copy(update={"variants": {}})
    change: Change = data.draw(st.sampled_from(pool(conflict)))
    other = made(conflict, [change])
    assume(other is not None and Analysis(other).status_quo is not None)
    first, second = rows(conflict), rows(other)
    was, is_ = verdicts(conflict), verdicts(other)
    for outcome in first:
        assert (first[outcome] != second[outcome]) == (was[outcome] != is_[outcome]), outcome


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_want_that_weighs_nothing_changes_only_what_counts_edits(name):
    """A last want that is always met: nothing that is found about any outcome may be told otherwise."""
    conflict = CASES[name]
    first = next(iter(conflict.parties))
    option = next(iter(conflict.options))
    idle = (
        conflict.parties[first]
        .prefers[-1]
        .model_copy(
            update={"id": "idle", "want": f"{option} or not {option}", "why": "idle", "basis": "argued"}
        )
    )
    party = conflict.parties[first].model_copy(update={"prefers": (*conflict.parties[first].prefers, idle)})
    other = conflict.model_copy(update={"parties": conflict.parties | {first: party}})
    before, after = told(conflict), told(other)
    counted = ("change", "unlock", "judged", "positions")
    assert {key: said for key, said in before.items() if not key.startswith(counted)} == {
        key: said for key, said in after.items() if not key.startswith(counted)
    }


def test_the_same_conflict_gives_the_same_brief_from_fresh_objects():
    for conflict in CASES.values():
        copy = Conflict.model_validate(conflict.model_dump(by_alias=True))
        assert brief(Analysis(conflict)) == brief(Analysis(copy))
