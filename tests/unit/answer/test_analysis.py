"""One conflict, solved: rows and names, who leaves, what is attained."""

from __future__ import annotations

import pytest

from jirga.answer.analysis import Analysis
from jirga.conflict.file import parse_text
from jirga.errors import UnknownName
from jirga.examples import conflict, starter


def test_outcomes_are_found_by_name_and_states_by_their_first_name() -> None:
    """A name leads to its row and a row to the first name the analyst gave it."""
    analysis = Analysis(conflict("ttp_pakistan_2021"))
    assert analysis.row("collapse") == analysis.row("status quo") == analysis.status_quo
    assert analysis.name(analysis.row("collapse")) == "status quo"
    assert analysis.name(0) is None


def test_an_unknown_outcome_is_refused() -> None:
    """A name that is no outcome is refused, with a hint."""
    with pytest.raises(UnknownName, match="did you mean 'truce'"):
        Analysis(conflict("ttp_pakistan_2021")).row("truec")


def test_in_a_conflict_by_states_the_states_are_the_outcomes() -> None:
    """Without named outcomes the states themselves are; with them only those, though all can be found."""
    elmira = Analysis(conflict("elmira_9"))
    assert list(elmira.outcomes) == [str(number) for number in range(1, 10)]
    assert elmira.outcomes["9"].says == "Uniroyal abandons the plant"
    text = """
title: t
states: [a, b]
outcomes: {end: b}
parties: {p: {name: P, moves: {a: b}, ranking: [end, a]}}
"""
    analysis = Analysis(parse_text(text))
    assert (list(analysis.outcomes), analysis.row("end"), analysis.row("a")) == (["end"], 1, 0)


def test_no_deal_is_the_status_quo_unless_the_file_says_otherwise() -> None:
    """The state if talks fail is the status quo, or the outcome that the file names."""
    assert Analysis(parse_text(starter())).no_deal == 0
    assert Analysis(parse_text(starter() + "no_deal: one-sided truce\n")).no_deal == 2


def test_who_leaves_is_everybody_that_does_not_stay() -> None:
    """The parties that would leave are given by number."""
    analysis = Analysis(parse_text(starter()))
    assert analysis.leaves(3, "nash") == (0, 1)
    assert analysis.leaves(3, "seq") == ()
    assert analysis.holding["nash"].tolist() == [True, False, False, False]


def test_without_a_status_quo_nothing_is_attained() -> None:
    """Without a status quo no state is attained by any steps, and there are no ways."""
    analysis = Analysis(parse_text(starter()).model_copy(update={"status_quo": None}))
    for steps in ("alone", "together", "any"):
        assert not analysis.attained(steps).any()
    assert (analysis.status_quo, analysis.no_deal, analysis.joint) == (None, None, [])
    assert analysis.way(3) == analysis.forced_way(3) == []


def test_fewer_parties_together_attain_less() -> None:
    """With one party at a time the truce is not attained; the variants keep the same limit."""
    alone = Analysis(parse_text(starter()), largest=1)
    assert not alone.attained("together")[3]
    assert Analysis(parse_text(starter())).attained("together")[3]
    assert {one.largest for one in alone.variants} == {1}
    assert alone.joint == []


def test_a_way_of_single_steps_is_preferred() -> None:
    """Where single steps lead to a state, no group is named on the way there."""
    analysis = Analysis(conflict("khyber_kabul_2025"), "tacit backing")
    for row in range(len(analysis.board.states)):
        if analysis.attained("alone")[row]:
            assert [len(step.movers) for step in analysis.way(row)] == [1] * analysis.alone[row]
        elif analysis.attained("together")[row]:
            assert len(analysis.way(row)) == analysis.together[row]
            assert any(len(step.movers) > 1 for step in analysis.way(row))
