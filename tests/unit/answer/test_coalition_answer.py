"""Coalitions in words: who would break what together, by which move, for which want; who is deterred."""

from __future__ import annotations

import pytest

from jirga.answer.analysis import Analysis
from jirga.answer.explanation import explanation
from jirga.answer.families.coalitions import QUESTIONS, broken_together, coalition_answer
from jirga.conflict.file import parse_text
from jirga.errors import TooLarge, UnknownName
from jirga.examples import conflict
from jirga.schema.answer import Answer
from jirga.schema.words import COALITION_STANDARDS
from jirga.solve import coalitions
from jirga.solve.coalitions import breakers

# Nobody gains alone; a and b gain together by the deal; c would rather not, and can undo nothing.
PAIR = """
title: Pair
status_quo: []
parties:
  a: {name: A, options: {x: {says: do x, undo: undo x}}, prefers: [{want: x and y, id: A1, why: fine}, not x]}
  b: {name: B, options: {y: {says: do y, undo: undo y}}, prefers: [{want: x and y, id: B1}, not y]}
  c: {name: C, options: {z: {says: do z, undo: undo z}}, prefers: [not x, not z]}
impossible: [x and y and z]
outcomes: {quo: [], deal: [x, y], half: [x], never: [x, y, z]}
variants: {content: [{drop: A1}]}
"""


def pair(variant: str | None = None) -> Analysis:
    return Analysis(parse_text(PAIR), variant)


def said(answer: Answer, heading: str) -> list[str]:
    """What stands under a heading; nothing where there is none."""
    return [
        str(one) for section in answer.sections if section.heading == heading for one in section.sentences
    ]


def test_who_would_break_it_together() -> None:
    """The coalition, its joint move, and each member's want with its mark."""
    found = coalition_answer(pair(), "quo")
    (verdict, attained) = said(found, "Would anybody break it together?")
    assert verdict == "\u201cquo\u201d holds against each party by itself, but one coalition would break it."
    assert attained == "It is the status quo."
    (broken,) = said(found, "Who would break it together")
    assert broken == (
        "A and B would leave for \u201cdeal\u201d: A: do x; B: do y. "
        "A gains: fine [assumed]; B gains: it wants: x and y [assumed]."
    )
    assert said(found, "Who would break it by itself") == []


def test_a_coalition_can_be_too_large_to_be_asked_about() -> None:
    """With coalitions of one, the same outcome holds; the question says so."""
    found = coalition_answer(pair(), "quo", "cseq", 1)
    assert "Coalitions of up to one party" in found.question
    (verdict, _) = said(found, "Would anybody break it together?")
    assert verdict == "\u201cquo\u201d holds against every coalition of up to one party."


def test_a_variant_is_asked_and_named() -> None:
    """Without its first want A has no reason to go along."""
    found = coalition_answer(pair("content"), "quo")
    assert found.title.endswith("Pair (content)")
    assert said(found, "Who would break it together") == []


def test_who_leaves_by_itself() -> None:
    """A party alone is told of by itself, with its move."""
    found = coalition_answer(pair(), "half", "cnash")
    (alone,) = said(found, "Who would break it by itself")[:1]
    assert alone.startswith("A would leave for \u201cquo\u201d to undo x. A gains: ")
    (verdict, _) = said(found, "Would anybody break it together?")
    assert verdict.startswith("\u201chalf\u201d does not hold: A and B would leave it by itself")


def test_who_is_tempted_and_deterred() -> None:
    """Pakistan would leave the truce but for the reply."""
    found = coalition_answer(Analysis(conflict("ttp_pakistan_2021")), "truce")
    assert said(found, "Who is tempted, and deterred") == [
        "Pakistan would gain by \u201cunpaid\u201d, but fear a reply."
    ]
    assert (
        said(
            coalition_answer(Analysis(conflict("ttp_pakistan_2021")), "truce", "cnash"),
            "Who is tempted, and deterred",
        )
        == []
    )


def test_an_impossible_outcome_says_which_rule() -> None:
    """What cannot be is not broken by anybody."""
    (section,) = coalition_answer(pair(), "never").sections
    assert section.heading == "It is impossible"


def test_every_outcome_in_a_table() -> None:
    """Without an outcome, each one's verdict alone and together, the way there, and who breaks it."""
    found = coalition_answer(pair(), None)
    table = found.sections[0].table
    assert table is not None
    assert table.rows == (
        ("quo", "yes", "no", "as today", "A + B"),
        ("deal", "yes", "yes", "moving together", "nobody"),
        ("half", "no", "no", "no", "A or B"),
        ("never", "impossible", "-", "-", "-"),
    )
    assert said(found, "What holds against coalitions") == [
        "\u201cdeal\u201d holds against every coalition of up to 3 parties."
    ]
    (told,) = said(found, "What holds alone, and would be broken together")
    assert told.startswith("\u201cquo\u201d: A and B would leave for \u201cdeal\u201d")


@pytest.mark.parametrize("by", COALITION_STANDARDS)
@pytest.mark.parametrize("name", ["elmira_12", "doha_2020", "korea_2017"])
def test_the_table_says_what_the_solver_found(name: str, by: str) -> None:
    """The words yes and no are the solver's, outcome by outcome, by every standard."""
    analysis = Analysis(conflict(name))
    found = coalition_answer(analysis, None, by)
    table = found.sections[0].table
    assert table is not None
    assert QUESTIONS[by] in found.question
    for outcome, alone, together, *_ in table.rows:
        row = analysis.row(outcome)
        assert (alone == "yes") == (not breakers(analysis.movers, row, by, 1)), outcome
        assert (together == "yes") == (not breakers(analysis.movers, row, by, 3)), outcome


def test_without_named_outcomes_the_states_are_counted() -> None:
    """One of the seven states holds against every coalition, named by what is taken."""
    text = "\n".join(line for line in PAIR.splitlines() if not line.startswith(("outcomes", "variants")))
    found = coalition_answer(Analysis(parse_text(text)), None)
    (told,) = said(found, "What holds against coalitions")
    assert told == "One of 7 states holds against every coalition of up to 3 parties: \u201cx + y\u201d."


def test_an_unknown_outcome_is_refused() -> None:
    """With the names there are."""
    with pytest.raises(UnknownName, match="did you mean 'deal'"):
        coalition_answer(pair(), "dael")


def test_explain_says_it_in_a_sentence() -> None:
    """An outcome that holds alone and is broken together says so at once; one that holds does not."""
    told = said(explanation(pair(), "quo"), "Does it hold?")
    assert told[1].startswith("Two together would break it: A and B would leave for \u201cdeal\u201d")
    assert len(said(explanation(pair(), "deal"), "Does it hold?")) == 1
    assert len(said(explanation(pair(), "half"), "Does it hold?")) == 1


def test_explain_leaves_it_out_where_it_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the solver's limit the sentence is left out, and `coalitions` refuses and says why."""
    monkeypatch.setattr("jirga.answer.families.coalitions.MAX_STATES", 6)
    assert broken_together(pair(), 0) == ()
    monkeypatch.setattr(coalitions, "MAX_STATES", 6)
    text = "\n".join(line for line in PAIR.splitlines() if not line.startswith(("outcomes", "variants")))
    with pytest.raises(TooLarge):
        coalition_answer(Analysis(parse_text(text)), None)


def test_explain_leaves_it_out_where_nobody_moves_together() -> None:
    """With --together 1 no coalition is asked about."""
    assert broken_together(Analysis(parse_text(PAIR), largest=1), 0) == ()
