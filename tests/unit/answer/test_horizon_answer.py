"""Looking ahead in words: chicken and the prisoners worked by hand, ties said, horizons as asked."""

from __future__ import annotations

import pytest

from jirga.answer.analysis import Analysis
from jirga.answer.families.horizon import horizon_answer
from jirga.conflict.file import parse_text
from jirga.errors import UnknownName
from jirga.examples import conflict
from jirga.schema.answer import Answer
from jirga.solve.limited_move import NotTwoParties, limited_move

CHICKEN = """
title: Chicken
states: [a, b, c, d]
status_quo: a
parties:
  first: {name: First, moves: {a: b, b: a, c: d, d: c}, ranking: [b, a, c, d]}
  second: {name: Second, moves: {a: c, c: a, b: d, d: b}, ranking: [c, a, b, d]}
"""
PENNIES = """
title: Matching pennies
states: [hh, th, ht, tt]
parties:
  first: {name: First, moves: {hh: th, th: hh, ht: tt, tt: ht}, ranking: [[hh, tt], [th, ht]]}
  second: {name: Second, moves: {hh: ht, ht: hh, th: tt, tt: th}, ranking: [[th, ht], [hh, tt]]}
"""


def said(answer: Answer, heading: str) -> list[str]:
    """What stands under a heading; nothing where there is none."""
    return [
        str(one) for section in answer.sections if section.heading == heading for one in section.sentences
    ]


def rows(answer: Answer) -> list[tuple[str, ...]]:
    """The rows of the table."""
    return [row for section in answer.sections if section.table for row in section.table.rows]


def test_chicken() -> None:
    """One move ahead b and c hold; from three moves on only the compromise a does."""
    found = horizon_answer(Analysis(parse_text(CHICKEN)))
    assert [row[:6] for row in rows(found)] == [
        ("a", "no", "no", "yes", "yes", "from 3 moves on"),
        ("b", "yes", "no", "no", "no", "no"),
        ("c", "yes", "no", "no", "no", "no"),
        ("d", "no", "no", "no", "no", "no"),
    ]


@pytest.mark.parametrize("name", ["prisoners", "syria_iraq_1975", "korea_2017"])
def test_the_table_says_what_the_solver_found(name: str) -> None:
    """The words under each number are the solver's verdicts on both parties."""
    analysis = Analysis(conflict(name))
    for outcome, *cells in rows(horizon_answer(analysis)):
        for moves in (1, 2, 3, 4):
            both = all(limited_move(analysis.movers, who, moves)[analysis.row(outcome)] for who in (0, 1))
            assert cells[moves - 1] == ("yes" if both else "no"), (outcome, moves)


def test_one_outcome_party_by_party() -> None:
    """Where it would set out, expecting what, and why; horizons with one answer are said together."""
    found = horizon_answer(Analysis(parse_text(CHICKEN)), "a")
    assert (
        said(found, "Does it hold for good?")[0] == "\u201ca\u201d holds if both look 3 moves ahead or more."
    )
    first = said(found, "First")
    assert first[0].startswith(
        "Looking one or two moves ahead, First would leave, expecting to end in \u201cb\u201d: "
    )
    assert first[1] == "Looking three or four moves ahead, First would stay."


def test_an_outcome_that_does_not_hold_for_good() -> None:
    """It names who would leave."""
    found = horizon_answer(Analysis(parse_text(CHICKEN)), "b")
    assert said(found, "Does it hold for good?")[0].startswith(
        "\u201cb\u201d does not hold for good: Second would"
    )


def test_a_horizon_for_each() -> None:
    """The reader's own horizons get a column and a sentence; who is left out looks one move ahead."""
    analysis = Analysis(conflict("prisoners"))
    table = horizon_answer(analysis, look={"first": 2, "second": 2})
    assert {row[0]: row[5] for row in rows(table)} == {"1": "yes", "2": "no", "3": "no", "4": "yes"}
    assert said(table, "What holds if both look ahead") == [
        "As asked: moves that each looks ahead: First 2 and Second 2."
    ]
    one = said(horizon_answer(analysis, "4", {"first": 2}), "Looking as far as asked")
    assert one[0] == "Looking two moves ahead, First would stay."
    assert one[1].startswith("Looking one move ahead, Second would leave")


def test_what_never_settles_is_said() -> None:
    """In matching pennies the anticipated ends recur for ever."""
    (told,) = said(horizon_answer(Analysis(parse_text(PENNIES))), "What holds if both look ahead")
    assert told.startswith("What they anticipate never settles")


def test_a_verdict_that_hangs_on_a_tie_says_so() -> None:
    """From z the second can only make the first choose between two ends that the first likes alike."""
    fork = """
title: Fork
states: [z, a, b, c]
parties:
  first: {name: First, moves: {a: [b, c]}, ranking: [[b, c], [a, z]]}
  second: {name: Second, moves: {z: a}, ranking: [c, z, [a, b]]}
"""
    told = said(horizon_answer(Analysis(parse_text(fork)), "z"), "Second")
    assert told[1] == "Looking two, three or four moves ahead, Second would stay (this hangs on a tie)."


def test_what_cannot_be_asked() -> None:
    """More than two parties, and a party that is not there."""
    with pytest.raises(NotTwoParties, match="two parties, not 3"):
        horizon_answer(Analysis(conflict("elmira_9")))
    with pytest.raises(UnknownName, match="no party is called 'us'"):
        horizon_answer(Analysis(conflict("prisoners")), look={"us": 2})
