"""Named outcomes: how firmly each holds, who would leave it by which move and why, what deters them."""

from __future__ import annotations

import pytest

from jirga.answer.analysis import Analysis
from jirga.answer.firmness import Firmness, firmness
from jirga.answer.outcomes import breaks, outcomes_table, reasons, what_deters, why_it_breaks, why_it_holds
from jirga.conflict.file import parse_text
from jirga.examples import conflict, starter


@pytest.fixture(scope="module")
def khyber() -> Analysis:
    return Analysis(conflict("khyber_kabul_2025"))


def test_every_outcome_has_a_row_with_its_firmness_and_its_way(khyber: Analysis) -> None:
    """Each named outcome is given with how it holds, whether it can be got to and who would leave."""
    table = outcomes_table(khyber).table
    assert table.head == ("outcome", "does it hold?", "can it be got to?", "who would leave")
    assert [row[0] for row in table.rows] == list(khyber.conflict.outcomes)
    assert table.rows[0] == ("status quo", "yes", "as today", "nobody")
    assert table.rows[1] == ("torkham only", "by threat", "moving together", "(Kabul)")
    assert table.rows[7] == ("partial deal with terms", "no", "no", "Islamabad and Kabul")
    assert table.rows[9] == (
        "direct torkham",
        "by empty threat",
        "moving together",
        "(the military and Kabul)",
    )


def test_the_note_explains_only_the_words_that_are_used(khyber: Analysis) -> None:
    """The table's note says what each kind of threat in it means, and no other."""
    note = outcomes_table(khyber).table.note
    assert note.startswith(
        "by threat: whoever would leave fears what others would then do; by empty threat: "
    )
    assert "doubtful" not in note
    assert note.endswith("in brackets: would leave if nothing deterred them")
    plain = parse_text("{title: t, outcomes: {x: x}, parties: {p: {name: P, options: {x: x}, prefers: [x]}}}")
    assert outcomes_table(Analysis(plain)).table.note == ""


def test_an_impossible_outcome_and_one_out_of_reach_are_told_apart() -> None:
    """An outcome a rule forbids is impossible; one that no moves lead to is said to be so."""
    text = """
title: t
status_quo: [y]
parties: {p: {name: P, options: {x: x, y: y}, prefers: [x]}}
one_way: [y]
impossible: [x and y]
outcomes: {both: [x, y], neither: [], y: y}
"""
    assert outcomes_table(Analysis(parse_text(text))).table.rows == (
        ("both", "impossible", "-", "-"),
        ("neither", "no", "by no moves", "P"),
        ("y", "yes", "as today", "nobody"),
    )


def test_without_a_status_quo_no_way_is_known() -> None:
    """Without a status quo nothing is said about what can be got to."""
    file = parse_text(starter()).model_copy(update={"status_quo": None})
    assert {row[2] for row in outcomes_table(Analysis(file)).table.rows} == {"not known"}


def test_one_reason_is_given_once_for_all_the_outcomes_it_breaks(khyber: Analysis) -> None:
    """A party that leaves several outcomes for one reason is named once, with the move and the mark."""
    said = [str(one) for one in reasons(khyber).sentences]
    assert said[3] == (
        "Islamabad would leave \u201cpartial deal with terms\u201d to withdraw the terms of reference: "
        "withholds the terms of reference [reported, article S13]."
    )
    assert said[1] == (
        "KP would leave \u201crogue jirga\u201d and \u201crogue deal\u201d, for instance to call the jirga "
        "home and end the talks: never runs the track against the military [argued, article S15]."
    )
    assert len(said) == 4


def test_a_reason_already_given_is_left_out(khyber: Analysis) -> None:
    """What the bottom line has said is not repeated, and the heading says so."""
    whole = reasons(khyber)
    rest = reasons(khyber, whole.sentences[:1])
    assert rest.heading == "Who else would break which outcome, and why"
    assert rest.sentences == whole.sentences[1:]


def test_breaks_tell_the_move_and_the_want(khyber: Analysis) -> None:
    """A break has the party, the outcomes, its move in the first of them and the want that decides."""
    (only,) = breaks(khyber, ["partial deal", "torkham only", "status quo"])
    assert (khyber.parties[only.party], only.names) == ("kabul", ("partial deal",))
    assert only.move.startswith("resume support for the TTP")
    assert [mark.id for mark in only.why.marks] == ["A1"]


def test_what_keeps_an_outcome_together_is_a_reply_and_its_price(khyber: Analysis) -> None:
    """What Kabul would gain by, what it fears and what that would cost it are said with their marks."""
    row = khyber.row("torkham only")
    assert firmness(khyber, row) == Firmness.THREAT
    said = why_it_holds(khyber, row)
    assert [mark.id for mark in said.marks] == ["A5", "A3"]
    assert "the military would then close Torkham again" in str(said)
    assert why_it_breaks(khyber, khyber.row("partial deal")).marks[0].id == "A1"
    assert why_it_holds(khyber, khyber.row("status quo")).parts == ()


def test_who_is_deterred_is_not_said_to_break_a_state() -> None:
    """Where one party is tempted and deterred and another is not deterred, the other one breaks the state."""
    text = """
title: p would gain by x but fears y; q gains by z and fears nothing
status_quo: []
parties:
  p: {name: P, options: {x: x}, prefers: [not (x and y), x]}
  q: {name: Q, options: {y: y, z: z}, prefers: [z]}
"""
    analysis = Analysis(parse_text(text))
    assert analysis.leaves(0, "nash") == (0, 1)
    said = str(why_it_breaks(analysis, 0))
    assert said.startswith("Q would leave \u201cnothing done\u201d")
    assert said.endswith("z: it wants: z [assumed].")


def test_who_would_stay_anyway_is_deterred_by_nothing(khyber: Analysis) -> None:
    """A party that gains nothing by leaving gives no sentence about what deters it."""
    kp = khyber.parties.index("kp")
    assert what_deters(khyber, khyber.row("torkham only"), kp, Firmness.THREAT).parts == ()


def test_being_as_well_off_as_before_is_said_in_other_words() -> None:
    """Where the reply takes just the gain away, the party is no better off, not worse."""
    text = """
title: t
status_quo: []
parties:
  p: {name: P, options: {x: x}, prefers: [x and not y]}
  q: {name: Q, options: {y: {says: answer}}, prefers: [x iff y]}
"""
    said = str(why_it_holds(Analysis(parse_text(text)), 0))
    assert said == (
        "P would rather x (it wants: x and not y [assumed]), but fears that Q would then answer, "
        "which leaves it no better off than before."
    )
