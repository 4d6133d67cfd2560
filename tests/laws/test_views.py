"""Views: what holds for the whole, who expects it, and who is surprised, against the definitions."""

from __future__ import annotations

import numpy as np
from hypothesis import HealthCheck, assume, given, settings

from conflicts import conflicts
from jirga.answer.analysis import Analysis
from jirga.answer.views.answers import views_answer
from jirga.answer.views.viewed import Viewed
from jirga.conflict.views import seen_by, without_line
from jirga.schema.conflict import Conflict
from jirga.schema.views import View
from jirga.schema.words import STANDARDS
from jirga.solve.views import Standing, standing, surprises, walked
from viewed import Seen, believed, viewed_conflicts

some = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def solved(conflict: Conflict) -> tuple[Viewed, Seen, dict[frozenset, int]]:
    """A conflict solved, told as sets, and the row of each of its states."""
    seen = Seen(conflict)
    assume(seen.truth.states)
    assume(all(told.states for told in seen.views))
    found = Viewed(Analysis(conflict))
    rows = {state: found.truth.board.states.find(state) for state in seen.truth.states}
    assert None not in rows.values()
    return found, seen, rows


@some
@given(conflict=viewed_conflicts())
def test_a_view_is_the_file_with_its_lines_written_in(conflict: Conflict) -> None:
    """Every party's picture has the states, ranks and verdicts of the file edited by hand."""
    for name in conflict.parties:
        ours, hand = seen_by(conflict, name), believed(conflict, name)
        assert (ours.views, ours.variants, ours.expect) == ({}, {}, ())
        assert [rule.when for rule in ours.impossible] == [rule.when for rule in hand.impossible]
        assert ours.one_way == hand.one_way
        for one, two in zip(ours.parties.values(), hand.parties.values(), strict=True):
            assert [want.want for want in one.prefers] == [want.want for want in two.prefers]
        assert ours.parties[name] == conflict.parties[name]


@some
@given(conflict=viewed_conflicts())
def test_what_holds_for_the_whole(conflict: Conflict) -> None:
    """A state holds for the whole, and is steady, unsteady or stealthy, as the definitions say."""
    found, seen, rows = solved(conflict)
    for standard in STANDARDS:
        stands = standing(found.pictures, standard)
        for state, row in rows.items():
            assert found.holding[standard][row] == seen.holds(state, standard)
            assert Standing(stands[row]).name.lower() == seen.standing(state, standard)
            for viewer, picture in enumerate(found.pictures):
                assert picture.seen[row] == seen.sees(viewer, state)
                for party in seen.truth.parties:
                    stays = seen.stays(viewer, party, state, standard)
                    assert picture.stable[standard][party, row] == stays


@some
@given(conflict=viewed_conflicts())
def test_who_is_surprised(conflict: Conflict) -> None:
    """Surprises are the gainful, real and seen moves to a state that another does not see."""
    found, seen, rows = solved(conflict)
    state = {row: one for one, row in rows.items()}
    movers = found.truth.movers
    for start, row in rows.items():
        told = {(who, by, rows[here], rows[end]) for who, by, here, end in seen.surprises(start)}
        listed = list(surprises(movers, found.pictures, [row]))
        assert {(one.party, one.mover, one.start, one.end) for one in listed} == told
        assert len(listed) == len(told)
        followed = walked(movers, found.pictures, row)
        assert {state[end] for end in np.flatnonzero(followed).tolist()} == seen.followed(start)


@some
@given(conflict=viewed_conflicts())
def test_what_follows_from_the_words(conflict: Conflict) -> None:
    """Steady implies holding in every view; the words split the states; an unseen state holds for nobody."""
    found, _, _ = solved(conflict)
    for standard in STANDARDS:
        stands = standing(found.pictures, standard)
        holds = found.holding[standard]
        assert np.array_equal(stands >= Standing.UNSTEADY, holds)
        for picture in found.pictures:
            assert not (holds & ~picture.seen).any()
            assert picture.stable[standard].all(axis=0)[stands == Standing.STEADY].all()
    for weaker, stronger in (("gmr", "seq"), ("seq", "seq_best"), ("seq", "nash"), ("gmr", "smr")):
        assert (found.holding[weaker] | ~found.holding[stronger]).all()


@some
@given(conflict=conflicts)
def test_views_like_the_file_change_nothing(conflict: Conflict) -> None:
    """Without views, or with views that say nothing, the whole is the file and nobody is surprised."""
    plain = Analysis(conflict)
    assume(len(plain.board.states))
    empty = dict.fromkeys(conflict.parties, View.model_validate({}))
    for views in ({}, empty):
        found = Viewed(Analysis(conflict.model_copy(update={"views": views})))
        for standard in STANDARDS:
            assert np.array_equal(found.holding[standard], plain.holding[standard])
            assert np.array_equal(
                standing(found.pictures, standard) == Standing.STEADY, plain.holding[standard]
            )
        assert found.surprises == ()
        if plain.status_quo is not None:
            assert np.array_equal(found.walked, plain.attained("alone"))


@some
@given(conflict=viewed_conflicts())
def test_a_deciding_line_decides(conflict: Conflict) -> None:
    """Without a line that is said to decide, the party's verdict on that state is the right one."""
    found, _, rows = solved(conflict)
    for state, row in list(rows.items())[:8]:
        for standard in ("nash", "seq"):
            for party in found.mistaken(row, standard):
                name = found.truth.parties[party]
                true = bool(found.truth.stable[standard][party, row])
                assert party in found.with_views
                for line in found.deciding(party, row, standard):
                    less = Seen(without_line(conflict, name, line))
                    assert less.stays(party, party, state, standard) == true
                if len(found.lines_of(party)) == 1:
                    assert found.deciding(party, row, standard) == [0]


@some
@given(conflict=viewed_conflicts())
def test_one_line_taken_out_leaves_the_others(conflict: Conflict) -> None:
    """Every line of a view can be taken out, the others stay in order, and other views stay whole."""
    for name, view in conflict.views.items():
        lines = [*view.edits, *view.unseen]
        for place in range(len(lines)):
            less = without_line(conflict, name, place).views
            assert [*less[name].edits, *less[name].unseen] == lines[:place] + lines[place + 1 :]
            assert {key: one for key, one in less.items() if key != name} == {
                key: one for key, one in conflict.views.items() if key != name
            }


@some
@given(conflict=viewed_conflicts())
def test_the_answer_can_be_said(conflict: Conflict) -> None:
    """Every random conflict with views gets an answer, whatever its views do."""
    found, _, rows = solved(conflict)
    named = {f"o{row}": {"taken": tuple(sorted(state))} for state, row in rows.items()}
    conflict = Conflict.model_validate(conflict.model_dump(by_alias=True) | {"outcomes": named})
    said = str(views_answer(Analysis(conflict)))
    assert "None" not in said
    changed = any(found.levels[row] != found.true_levels[row] for row in rows.values())
    assert ("Every named outcome" in said) != changed
