"""The bottom line: what was asked, the status quo and no deal, in sentences with their reasons."""

from __future__ import annotations

import pytest

from jirga.answer.analysis import Analysis
from jirga.answer.bottom_line import bottom_line, finding
from jirga.answer.firmness import Firmness
from jirga.answer.outcomes import how_attained
from jirga.conflict.file import parse_text
from jirga.examples import conflict, starter


def lines(text: str, variant: str | None = None) -> list[str]:
    return [str(one) for one in bottom_line(Analysis(parse_text(text), variant)).sentences]


def khyber(variant: str | None = None) -> list[str]:
    found = bottom_line(Analysis(conflict("khyber_kabul_2025"), variant))
    assert found.heading == "Bottom line"
    return [str(one) for one in found.sentences]


def test_what_holds_only_by_a_threat_is_said_first() -> None:
    """An open crossing can be had, and the headline is that it holds only while Kabul fears a closure."""
    assert khyber()[1] == (
        "An open border crossing: yes, under threat. \u201ctorkham only\u201d holds only by a threat. "
        "Kabul would rather resume construction of posts on disputed border areas (wants to go on building "
        "[stated, article S35]), but fears that the military would then close Torkham again, which leaves it "
        "worse off than before (wants the crossing open and restrictions eased [argued, article S39]). "
        "To get there, the military and Kabul would have to move together."
    )


def test_what_cannot_be_had_names_who_breaks_it_and_why() -> None:
    """Fewer attacks cannot be had: Kabul would leave the deals, by a move, because of the want it cites."""
    said = bottom_line(Analysis(conflict("khyber_kabul_2025"))).sentences[0]
    assert str(said).startswith(
        "Fewer attacks: no. Nothing with it both holds and can be got to. Kabul would"
    )
    assert "\u201cpartial deal\u201d" in str(said)
    assert "to resume support for the TTP and resume construction of posts" in str(said)
    assert [(mark.id, mark.label) for mark in said.marks] == [("A1", "argued, article S38")]
    assert str(said).endswith("\u201cgrand bargain\u201d would hold, but cannot be got to.")


def test_the_status_quo_and_no_deal_stand_beside() -> None:
    """The status quo is always there, and that it is what remains if talks fail."""
    assert khyber()[-1] == (
        "The status quo holds: nobody would gain by moving away from it alone. "
        "If talks fail, it stays as it is."
    )


def test_a_variant_in_which_the_deal_is_out_of_reach_says_so() -> None:
    """With a lower price and linkage the deals hold and cannot be got to, and nobody is said to break any."""
    first, second, *_ = khyber("price lower and linkage")
    assert first.startswith("Fewer attacks: no.")
    assert (
        "\u201cpartial deal\u201d, \u201cgrand bargain\u201d and \u201cdirect deal\u201d would hold, but "
        "cannot be got to" in first
    )
    assert second.startswith("An open border crossing: no.")


def test_nobody_has_to_move_together_where_each_would_gain_in_turn() -> None:
    """Where single steps lead to a deal, the bottom line does not say that parties must move together."""
    analysis = Analysis(conflict("khyber_kabul_2025"), "tacit backing")
    assert how_attained(analysis, analysis.row("talks no result")) == "step by step"
    assert "would have to move together" not in khyber("tacit backing")[2]


def test_a_status_quo_that_is_left_says_by_whom() -> None:
    """If the military backs the track, the status quo is left, or held only by fear of what follows."""
    said = khyber("tacit backing")
    assert said[2].startswith(
        "Talks at all: yes. \u201ctalks no result\u201d holds: nobody would gain by leaving."
    )
    assert said[-1].startswith(
        "The status quo holds only by threats that those who make them would not gain by carrying out. "
    )
    assert "The military would rather back the talks, tacitly or openly (backs the talks" in said[-1]


# p and q would both give; each would rather not; z is ruled out.
DEAL = """
title: t
parties:
  p: {name: Party P, short: P, options: {x: {says: give ground, undo: take it back}},
      prefers: [{want: y, id: P1, basis: stated, why: wants Q to give}, {want: not x, id: P2}]}
  q: {name: Party Q, short: Q, options: {y: {says: give way}, z: z},
      prefers: [{want: x, id: Q1, basis: argued, why: wants P to give},
                {want: not y, id: Q2, why: hates giving}]}
impossible: [{when: z, why: no miracles, basis: stated}]
"""
QUO = "status_quo: []\n"
OUTCOMES = "outcomes: {peace: [x], deal: [x, y], war: [], wonder: [z]}\n"


def test_without_asks_the_outcomes_are_listed() -> None:
    """A file that asks about nothing is told which named outcomes can be got to and held."""
    first, *rest = lines(DEAL + QUO + OUTCOMES)
    assert first == "\u201cdeal\u201d can be got to, and holds only by a threat."
    assert rest == [
        (
            "The status quo holds: nobody would gain by moving away from it alone. "
            "If talks fail, it stays as it is."
        )
    ]


def test_without_asks_it_is_said_that_nothing_can_be_had() -> None:
    """Where no outcome but the status quo can be got to and held, that is the first line."""
    first, *_ = lines(DEAL + QUO + "outcomes: {peace: [x], war: []}")
    assert first == "No named outcome but the status quo both holds and can be got to."


def test_without_outcomes_the_states_that_hold_are_named_by_their_options() -> None:
    """Without named outcomes the states that hold are given by what is taken in them."""
    assert lines(DEAL + QUO) == [
        "2 of 4 states hold by some standard; none has a name.",
        "Nothing done holds: nobody would gain by leaving.",
        "X + y holds only by a threat.",
        (
            "The status quo holds: nobody would gain by moving away from it alone. "
            "If talks fail, it stays as it is."
        ),
    ]


def test_without_a_status_quo_what_can_be_got_to_is_not_known() -> None:
    """Without a status quo it is said how what is asked would hold, and that the way there is not known."""
    asks = "asks: [{about: x and y, says: a deal}]\n"
    assert lines(DEAL + OUTCOMES + asks) == [
        (
            "A deal: \u201cdeal\u201d holds only by a threat. "
            "P would rather take it back (it wants: not x [assumed]), but fears that Q would then no longer "
            "give way, which leaves it worse off than before (wants Q to give [stated]). "
            "Q would rather no longer give way (hates giving [assumed]), but fears that P would then take "
            "it back, which leaves it worse off than before (wants P to give [argued]). "
            "The file has no status quo, so what can be got to is not known."
        )
    ]
    (only,) = lines(DEAL + OUTCOMES)
    assert only == "Of 3 named outcomes, \u201cdeal\u201d and \u201cwar\u201d hold by some standard."
    assert "can be got to" not in only
    assert lines(DEAL)[0] == "2 of 4 states hold by some standard; none has a name."


def test_what_holds_by_no_standard_is_said_to_break_without_a_status_quo() -> None:
    """Without a status quo and with nothing that holds, that is said of the named outcomes."""
    assert lines(DEAL + "outcomes: {peace: [x], other: [y]}") == [
        "Of 2 named outcomes, none holds by any standard."
    ]


def test_what_is_so_today_and_holds_is_said_to_be_as_today() -> None:
    """A thing asked about that the status quo already has is said to be as today."""
    first, *_ = lines(DEAL + QUO + OUTCOMES + "asks: [{about: not x, says: quiet}]")
    assert first == "Quiet: yes, as today; the status quo holds: nobody would gain by leaving."


def test_no_deal_is_given_beside_the_status_quo_where_it_differs() -> None:
    """What remains if talks fail is judged too where it is not the status quo."""
    *_, quo, no_deal = lines(DEAL + QUO + OUTCOMES + "no_deal: peace")
    assert quo == "The status quo holds: nobody would gain by moving away from it alone."
    assert no_deal.startswith("No deal does not hold. P would leave \u201cpeace\u201d to take it back:")


def test_a_status_quo_that_does_not_hold_is_not_said_to_stay() -> None:
    """A status quo that somebody would leave does not stay as it is when talks fail."""
    quo = lines(DEAL + "status_quo: [x]\n" + OUTCOMES)[-1]
    assert quo.startswith("The status quo does not hold. P would leave \u201cpeace\u201d to take it back")
    assert "stays as it is" not in quo


def test_what_takes_more_steps_says_who_moves_first() -> None:
    """Where a state is got to by several steps, their number and the first movers are given."""
    text = DEAL.replace("{want: not x, id: P2}", "{want: x iff y, id: P2}").replace("not y,", "x iff y,")
    said = lines(text + "status_quo: [y]\n" + OUTCOMES + "asks: [{about: x, says: a deal}]")
    assert said[0].endswith("To get there, P would have to move.")


def test_a_state_with_a_name_is_preferred_to_a_nearer_one_without() -> None:
    """Of states that hold as firmly, one the analyst has named is given, though another is nearer."""
    text = """
title: t
status_quo: []
parties:
  p: {name: P, options: {x: x}, prefers: [x]}
  q: {name: Q, options: {y: y}, prefers: [x or y]}
outcomes: {both: [x, y]}
"""
    analysis = Analysis(parse_text(text), largest=1)
    assert analysis.together.tolist() == [0, 1, 1, 2]
    assert finding(analysis, "x").row == analysis.row("both")
    assert finding(analysis, "x and not y").row == 1


EMPTY = """
title: q steps back from y, and p leaves x alone only because q might hurt itself by y again
asks: [{about: not x and not y, says: quiet}]
status_quo: [y]
parties:
  p: {name: P, options: {x: x}, ranking: [y, x, none, xy]}
  q: {name: Q, options: {y: {says: strike, undo: stop}}, ranking: [x, xy, none, y]}
outcomes: {none: [], x: x, y: y, xy: [x, y]}
"""

DOUBTFUL = """
title: q steps back from z, and p leaves x alone only because q might answer with y instead of z
asks: [{about: not x and not y and not z, says: quiet}]
status_quo: [z]
parties:
  p: {name: P, options: {x: x}, prefers: [not (x and y), x]}
  q: {name: Q, options: {y: {says: strike, undo: stop}, z: z}, prefers: [x or not (y or z), z, y]}
impossible: [y and z]
outcomes: {calm: []}
"""


@pytest.mark.parametrize(
    ("text", "level", "words"),
    [
        (EMPTY, Firmness.EMPTY_THREAT, "by threats that those who make them would not gain by carrying out"),
        (DOUBTFUL, Firmness.DOUBTFUL_THREAT, "by a threat that is not the best reply of those who make it"),
    ],
)
def test_what_only_a_weak_threat_keeps_is_hardly_to_be_had(text: str, level: Firmness, words: str) -> None:
    """What holds only by a threat its makers would not gain by, or would not choose, is hardly to be had."""
    analysis = Analysis(parse_text(text))
    assert finding(analysis, analysis.conflict.asks[0].about).level == level
    (first, *_) = lines(text)
    assert first.startswith("Quiet: hardly. ")
    assert f"holds only {words}. P would rather x (" in first
    assert "but fears that Q would then strike, which leaves it worse off than before" in first
    assert first.endswith("To get there, Q would have to move.")


@pytest.mark.parametrize(
    ("about", "level", "row"),
    [
        ("withdraw and truce", Firmness.THREAT, 3),
        ("truce and not withdraw", Firmness.NO, None),
        ("true", Firmness.YES, 0),
    ],
)
def test_a_finding_is_the_firmest_state_that_can_be_got_to(
    about: str, level: Firmness, row: int | None
) -> None:
    """The firmest state with what is asked for is found, or that there is none."""
    found = finding(Analysis(parse_text(starter())), about)
    assert (found.level, found.row, found.today) == (level, row, about == "true")
