"""Marks of strength and of what is not known: read, refused at their place, kept on a round trip."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from jirga.conflict.board import board
from jirga.conflict.file import parse_text, text_of
from jirga.conflict.marks.settling import MOST_UNKNOWN, settlements, unknown_wants
from jirga.conflict.variants import edited
from jirga.errors import TooLarge
from jirga.schema.conflict import Conflict
from jirga.schema.ranking import Rung
from marked import with_both
from unit.conflict.texts import STATES, TWO, at, found, marked, one_party, only_problem, two

RANKED = "title: t\nstates: [a, b, c]\nparties: {p: {name: P, ranking: RANKING}}\n"
PAIRS = TWO.replace("    prefers: [not z, y]\n", "    prefers: [not z, y]\n    unranked: PAIRS\n")
PAIRS += "outcomes: {war: [], peace: [], deal: [x], truce: [y]}\n"


def ranking(text: str) -> tuple[Rung, ...]:
    """The ranking of a party of three states."""
    return parse_text(RANKED.replace("RANKING", text)).parties["p"].ranking


def test_a_want_is_known_and_mild_unless_it_says_otherwise() -> None:
    """Marks are off when absent, and on when written."""
    plain, both = one_party(
        "options: {x: x}, prefers: [x, {want: x, strongly: true, unknown: true}]"
    ).wants.values()
    assert (plain.strongly, plain.unknown) == (False, False)
    assert (both.strongly, both.unknown) == (True, True)


def test_a_step_of_a_ranking_may_be_marked() -> None:
    """A name, a list or a mapping; a mapping that marks nothing is the same as its names."""
    assert ranking("[a, b, c]") == ranking("[{over: a}, [b], {over: [c], strongly: false}]")
    marked_step = ranking("[a, {over: [b, c], strongly: true}]")
    assert marked_step == (Rung(over="a"), Rung(over=("b", "c"), strongly=True))
    party = parse_text(RANKED.replace("RANKING", "[a, {over: b, strongly: true}, c]")).parties["p"]
    assert party.ties == (("a",), ("b",), ("c",))
    assert (party.marked_strong, party.marked_unknown) == (True, False)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[a, {over: ^bb}, c]", "no outcome is called 'bb'"),
        ("[a, {over: b, strongly: ^maybe}, c]", "should be true or false"),
        ("[a, {over: b, ^strong: true}, c]", "'strong' is not a key"),
        ("[{over: a, strongly: ^true}, b, c]", "nothing is ranked above the first"),
        ("[a, ^{strongly: true}, c]", "'over' is missing"),
        ("^[a, {over: a, strongly: true}, b, c]", "'a' is ranked twice"),
    ],
)
def test_a_step_that_cannot_be_read(text: str, what: str) -> None:
    """What is wrong in a ranking is said where it stands."""
    written, place = marked(RANKED.replace("RANKING", text))
    problem = only_problem(written)
    assert (what in problem.what, at(problem)) == (True, place), str(problem)


@pytest.mark.parametrize(
    ("pairs", "what", "hint"),
    [
        ("[^[war, dael]]", "no outcome is called 'dael'", "did you mean 'deal'?"),
        ("[[war, deal], ^[truce]]", "pairs of two outcomes", "[[truce, deal], [truce, war]]"),
        ("[^[war, deal, truce]]", "pairs of two outcomes", "[[truce, deal], [truce, war]]"),
        ("[^[war, war]]", "'war' and 'war' are one state", "name two that differ"),
        ("[^[war, peace]]", "'war' and 'peace' are one state", "name two that differ"),
        ("[[war, deal], ^[deal, peace]]", "'deal' and 'peace' are said to be unranked twice", "keep one"),
    ],
)
def test_pairs_that_cannot_be_read(pairs: str, what: str, hint: str) -> None:
    """An unranked pair names two different states that are there, once."""
    text, place = marked(PAIRS.replace("PAIRS", pairs))
    problem = only_problem(text)
    assert at(problem) == place, str(problem)
    assert what in problem.what
    assert hint in problem.hint


def test_a_pair_outside_a_list_is_told_how_to_write_it() -> None:
    """Two names in one list are two lists of one name each."""
    with pytest.raises(ValueError, match=r"pairs of two outcomes. Hint: write pairs"):
        parse_text(PAIRS.replace("PAIRS", "[war, deal]"))


def test_a_pair_with_an_impossible_state_leaves_nothing_in_doubt() -> None:
    """What cannot be needs no order; the outcome is warned of as ever."""
    text = PAIRS.replace("PAIRS", "[[war, deal]]") + "impossible: [x]\n"
    (doubt, other) = board(parse_text(text)).doubts
    assert len(doubt.pairs) == len(other.pairs) == 0
    assert len(found(text, "outcome_impossible")) == 1


def test_pairs_stand_beside_a_ranking_and_weights() -> None:
    """A pair may be unranked however the rest of the order is given."""
    text = STATES.replace(
        "ranking: [deal, start, war]", "ranking: [deal, start, war], unranked: [[deal, war]]"
    )
    (doubt, _) = board(parse_text(text)).doubts
    assert doubt.pairs.tolist() == [[1, 2]]
    weighed = "options: {x: x}, weights: {x: 1}, unranked: [[a, b]]"
    (doubt,) = board(one_party(weighed, "outcomes: {a: [], b: x}")).doubts
    assert doubt.between(np.arange(2), 2).tolist() == [[False, True], [True, False]]


def test_nothing_is_laid_out_where_nothing_is_marked() -> None:
    """A file without marks costs nothing."""
    laid = board(two(""))
    assert (laid.grades, laid.doubts) == (None, None)


def test_grades_of_a_ranking_count_the_marked_steps_below() -> None:
    """Each marked step is a step of grade; the others are not."""
    text = "[a, {over: b, strongly: true}, c]"
    assert board(parse_text(RANKED.replace("RANKING", text))).grades.tolist() == [[1, 0, 0]]
    text = "[a, b, {over: c, strongly: true}]"
    assert board(parse_text(RANKED.replace("RANKING", text))).grades.tolist() == [[1, 1, 0]]


def test_weights_have_no_strength() -> None:
    """Beside a party with marks, one with weights has one grade."""
    text = TWO.replace("[x, not y]", "[{want: x, strongly: true}]").replace(
        "prefers: [not z, y]", "weights: {z: 9}"
    )
    assert set(board(parse_text(text)).grades[1].tolist()) == {0}


def test_a_replacement_states_the_want_anew() -> None:
    """It loses the marks of the want it replaces, and has those it says itself."""
    text = TWO.replace("[x, not y]", "[{want: x, strongly: true, unknown: true}, y]") + (
        "variants:\n  plain: [{replace: a.1, with: y}]\n"
        "  said: [{replace: a.2, with: x, strongly: true}, {replace: a.1, with: x, unknown: true}]\n"
    )
    conflict = parse_text(text)
    marks = {
        name: [(want.strongly, want.unknown) for want in edited(conflict, name).parties["a"].prefers]
        for name in conflict.variants
    }
    assert marks == {"plain": [(False, False), (False, False)], "said": [(False, True), (True, False)]}


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(conflict=with_both)
def test_marks_are_written_as_they_are_read(conflict: Conflict) -> None:
    """The text of a conflict reads as that conflict; pairs said twice aside, which no file may hold."""
    once = {
        name: party.model_copy(update={"unranked": tuple({frozenset(p): p for p in party.unranked}.values())})
        for name, party in conflict.parties.items()
    }
    once = conflict.model_copy(update={"parties": once})
    assert parse_text(text_of(once)) == once


def test_every_way_of_settling() -> None:
    """Two unknown wants are settled in four ways; what is known stays, and nothing is unknown after."""
    conflict = parse_text(
        TWO.replace(
            "[x, not y]", "[{want: x, unknown: true}, {want: not y, unknown: true, strongly: true}, z]"
        )
    )
    assert [want.id for want in unknown_wants(conflict)] == ["a.1", "a.2"]
    ways = dict(settlements(conflict))
    wants = {way: [want.want for want in one.parties["a"].prefers] for way, one in ways.items()}
    assert wants == {
        (True, True): ["x", "not y", "z"],
        (True, False): ["x", "y", "z"],
        (False, True): ["not x", "not y", "z"],
        (False, False): ["not x", "y", "z"],
    }
    assert all(not unknown_wants(one) and one.wants["a.2"].strongly for one in ways.values())
    assert next(iter(ways)) == (True, True)


def test_too_many_ways_are_refused() -> None:
    """Beyond five unknown wants it says so."""
    wants = ", ".join("{want: x, unknown: true}" for _ in range(MOST_UNKNOWN + 1))
    with pytest.raises(TooLarge, match="6 unknown wants can be settled in 64 ways; at most 5"):
        list(settlements(one_party(f"options: {{x: x}}, prefers: [{wants}]")))
