"""Every kind of expectation stands where it should and falls where it should, saying what was found."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from jirga.answer.analysis import Analysis
from jirga.answer.expected.expectations import found_instead, run_expectations
from jirga.conflict.file import parse_text
from jirga.schema.expected import kinds

# A truce from which each side would defect, and a third state that a rule forbids.
TRUCE = """
title: t
status_quo: []
parties:
  gov: {name: Gov, options: {withdraw: x, strike: x}, prefers: [withdraw implies truce, truce, not withdraw]}
  mov: {name: Mov, options: {truce: x}, prefers: [withdraw, truce implies withdraw, not truce]}
impossible: [strike]
outcomes: {quo: [], deal: [withdraw, truce], gift: [truce], dupe: [withdraw], never: [strike]}
variants:
  quiet: [{drop: mov.3}]
"""
STANDS = """
- {holds: deal, by: [gmr, smr, seq, sseq, seq_best]}
- {holds: quo, by: nash}
- {holds_not: deal, by: nash}
- {holds_not: never, by: nash}
- {leaves: deal, who: gov, by: nash}
- {nothing_holds_with: withdraw and not truce, by: [nash, gmr]}
- {nothing_attainable_holds_with: truce, by: nash}
- {joint_improvement: deal, of: [mov, gov]}
- {attainable: deal}
- {attainable: dupe, steps: any}
- {attainable: quo, steps: alone}
- {not_attainable: deal, steps: alone}
- {not_attainable: never, steps: any}
- {prefers: gift, to: deal, who: gov}
- {impossible: never}
- {only_these_hold: [quo], by: nash}
- {only_these_hold: [quo, deal], by: [gmr, seq]}
- {only_these_hold: [deal], by: seq, among: [deal, gift]}
- {stable_for: gov, states: [quo, gift], by: nash}
- {stable_for: mov, states: [dupe], by: nash, among: [deal, dupe]}
- {moves_of: gov, start: quo, reach: [dupe]}
- {moves_of: gov, start: deal, reach: [gift], improving: true}
- {moves_of: gov, start: quo, reach: [], improving: true}
- {order_of: gov, is: [gift, deal, quo, dupe]}
- {order_of: mov, is: [dupe, quo]}
- {prefers: deal, to: quo, who: mov, variant: quiet}
- {strongly_holds: quo, by: [gmr, smr, seq]}
- {weakly_holds: deal, by: [gmr, seq]}
- {holds_if_unknown: deal, by: seq, form: [a, b, c, d]}
- {fails_if_unknown: deal, by: nash, form: d}
- {holds_however_settled: deal, by: [gmr, seq]}
- {holds_against_coalitions: deal, by: [cgmr, csmr, cseq]}
- {holds_against_coalitions: quo, by: cnash, largest: 1}
- {coalition_breaks: quo, of: [mov, gov], by: [cnash, cseq], to: deal}
- {coalition_breaks: deal, of: gov, by: cnash, to: gift}
- {coalition_moves: [gov, mov], start: quo, reach: [dupe, gift, deal]}
- {coalition_moves: [gov, mov], start: quo, reach: deal, improving: true}
- {coalitions_stay: [[gov, mov]], states: [deal, gift, dupe], by: [cnash, cgmr]}
- {coalitions_stay: [[gov, mov], [gov]], states: [gift], by: cnash, among: [quo, gift]}
- {evolves_to: deal, after: 2}
- {evolves_to: deal, after: 1, steps: together, last: [gov, mov]}
- {evolves_to: gift, steps: any, last: mov}
- {evolves_to: quo, after: 0}
- {inverse_count: deal, vary: gov, by: seq, count: 7}
- {simultaneously_stable: [quo, deal], by: [sim, seq_or_sim, fraser_hipel]}
- {simultaneously_stable: [quo, gift, deal], by: sim, who: gov}
- {simultaneously_stable: [], by: sim, who: gov, among: dupe}
"""
FALLS = [
    ("{holds: deal, by: [nash, seq]}", "gov, mov would leave it by nash"),
    ("{holds: never, by: nash}", "never is impossible"),
    ("{holds_not: deal, by: [nash, seq, smr]}", "it holds by seq, it holds by smr"),
    ("{leaves: quo, who: gov, by: [nash, gmr]}", "gov stays by nash, gov stays by gmr"),
    ("{leaves: never, who: gov, by: nash}", "never is impossible"),
    ("{nothing_holds_with: withdraw, by: [nash, seq]}", "by seq, 1 such states hold, as [withdraw, truce]"),
    (
        "{nothing_attainable_holds_with: withdraw, by: gmr}",
        "by gmr, 1 such states hold, as [withdraw, truce]",
    ),
    ("{joint_improvement: gift, of: [gov, mov]}", "mov would not gain"),
    ("{joint_improvement: gift, of: [gov]}", "their moves do not lead there"),
    ("{joint_improvement: never, of: [gov]}", "the outcome is impossible"),
    ("{attainable: deal, steps: alone}", "it cannot be got to"),
    ("{attainable: never, steps: any}", "it cannot be got to"),
    ("{not_attainable: gift}", "it can be got to in 2 steps"),
    ("{prefers: quo, to: deal, who: mov}", "it prefers the other"),
    ("{prefers: quo, to: quo, who: mov}", "it likes both equally"),
    ("{prefers: quo, to: never, who: mov}", "one of the outcomes is impossible"),
    ("{impossible: deal}", "no rule forbids it"),
    ("{only_these_hold: [deal], by: nash}", "nash: also quo; not deal"),
    ("{only_these_hold: [quo, deal, gift], by: [nash, seq]}", "nash: not gift, deal; seq: not gift"),
    ("{stable_for: gov, states: [quo], by: nash}", "nash: also gift"),
    ("{stable_for: gov, states: [deal], by: nash, among: [deal, dupe]}", "nash: not deal"),
    ("{moves_of: gov, start: quo, reach: [gift]}", "moves: also dupe; not gift"),
    ("{moves_of: gov, start: quo, reach: [dupe], improving: true}", "moves: not dupe"),
    ("{order_of: gov, is: [deal, gift, quo, dupe]}", "deal is not above gift"),
    ("{order_of: gov, is: [[gift, deal], quo]}", "gift, deal are not equally liked"),
    ("{holds: deal, by: nash, variant: quiet}", "gov would leave it by nash"),
    ("{strongly_holds: deal, by: seq}", "by seq, gov, mov would lose little by leaving it, or nothing"),
    ("{weakly_holds: quo, by: seq}", "it strongly holds by seq"),
    ("{holds_if_unknown: gift, by: nash, form: c}", "mov would leave it by nash in form c"),
    ("{fails_if_unknown: deal, by: seq, form: [a, b]}", "it holds by seq in form a, seq in form b"),
    ("{holds_however_settled: deal, by: nash}", "it does not hold by nash"),
    ("{holds_against_coalitions: quo, by: [cnash, cgmr]}", "gov, mov would leave it by cnash, cgmr"),
    ("{holds_against_coalitions: never, by: cnash}", "never is impossible"),
    ("{coalition_breaks: deal, of: [gov, mov], by: cnash}", "gov, mov would stay by cnash"),
    ("{coalition_breaks: quo, of: [gov, mov], by: cnash, to: [deal, gift]}", "cnash: not gift"),
    ("{coalition_moves: [gov], start: quo, reach: []}", "moves: also dupe"),
    (
        "{coalition_moves: [gov, mov], start: quo, reach: [gift], improving: true}",
        "moves: also deal; not gift",
    ),
    (
        "{coalitions_stay: [[mov]], states: [dupe], by: [cnash, cgmr]}",
        "cnash: also quo; cgmr: also quo, deal",
    ),
    ("{evolves_to: deal, steps: alone}", "no such steps lead there"),
    ("{evolves_to: deal, after: 1}", "it takes 2 steps"),
    ("{evolves_to: gift, last: gov}", "gov cannot be last"),
    ("{evolves_to: never}", "never is impossible"),
    ("{inverse_count: deal, vary: gov, by: [nash, seq], count: 7}", "0 by nash"),
    ("{simultaneously_stable: [quo], by: [sim, fraser_hipel]}", "sim: also deal; fraser_hipel: also deal"),
    ("{simultaneously_stable: [quo, dupe], by: sim, who: gov, among: [quo, dupe]}", "sim: not dupe"),
]


# The same truce as each side sees it, with something to bargain over and somebody whose yes it needs.
BARGAIN = (
    TRUCE.replace("prefers: [withdraw, truce", "prefers: [{want: withdraw, cite: report}, truce")
    + "  soft: [{replace: mov.2, with: truce}, {replace: gov.3, with: strike}, {drop: mov.3}]"
    + """
no_deal: quo
sources: {report: {title: A report}}
asks: [{about: truce, says: a truce}]
views:
  mov: {edits: [{replace: gov.1, with: withdraw}], unseen: [truce and not withdraw]}
issues: {posts: {no_deal: 0}, gate: {no_deal: 0}}
positions:
  - {party: gov, issue: posts, accept: {max: 30}}
  - {party: mov, issue: posts, accept: {min: 10}}
  - {party: gov, issue: gate, accept: {max: 10}}
  - {party: mov, issue: gate, accept: {min: 40}}
linkages:
  - {id: L1, when: gate >= 50, party: gov, issue: posts, max: 90}
  - {id: L2, when: posts >= 20, indicators: [{watch: w, id: S1, variant: soft}]}
consent:
  posts: {needs: [gov, mov], delivers: [gov]}
  gate: {needs: [gov, mov], delivers: []}
  deal: {needs: [gov, mov]}
"""
)
ALSO_STANDS = """
- {holds_for_the_whole: quo, by: nash, as: unsteady}
- {fails_for_the_whole: dupe, by: nash}
- {holds_as_seen_by: mov, outcome: dupe, by: seq}
- {surprises: mov, with: gift}
- {passes: posts}
- {passes: gate, with: [gov, mov]}
- {fails: posts, without: [mov]}
- {blocks: [gov], on: posts}
- {delivered_by: [gov], issues: [posts]}
- {room: posts, zone: [10, 30]}
- {gap: gate, is: 30, between: [mov, gov]}
- {open: posts, share: [1, 1]}
- {never_fires: L1}
- {holds_in_readings: quo, by: nash, share: [1, 1]}
- {could_break: [deal, gift], who: mov}
- {rests_on: report}
- {flipped: deal, by: seq, edits: 7, out_of: 18, wants: [mov.1, mov.3, gov.2, gov.3], whose: [gov, mov]}
- {flipped: quo, by: nash, edits: 0, brings_no: truce}
- {changes: gift, under: soft, because: mov.2}
- {would_move: S1, results: [a truce, deal, gift, quo]}
"""
ALSO_FALLS = [
    "{holds_for_the_whole: dupe, by: nash}",
    "{fails_for_the_whole: quo, by: nash}",
    "{holds_as_seen_by: mov, outcome: deal, by: nash}",
    "{surprises: gov, with: gift}",
    "{passes: posts, without: [gov]}",
    "{fails: gate}",
    "{blocks: [gov, mov], on: gate}",
    "{delivered_by: [mov], issues: [posts]}",
    "{room: posts, zone: [10, 40]}",
    "{gap: gate, is: 31}",
    "{open: posts, share: [0, 0.5]}",
    "{never_fires: L2}",
    "{holds_in_readings: quo, by: nash, share: [0, 0.5]}",
    "{could_break: [quo], who: gov}",
    "{rests_on: other}",
    "{flipped: quo, by: nash, edits: 999}",
    "{flipped: quo, by: nash, edits: 1}",
    "{flipped: deal, by: seq, edits: 7, out_of: 199}",
    "{flipped: deal, by: seq, edits: 7, wants: [gov.2]}",
    "{flipped: deal, by: seq, edits: 7, whose: mov}",
    "{flipped: deal, by: seq, edits: 7, brings_no: withdraw or not withdraw}",
    "{flipped: never, by: seq, edits: 0}",
    "{changes: gift, under: soft, because: gov.3}",
    "{changes: gift, under: soft, because: [gov.3, mov.2]}",
    "{changes: dupe, under: soft, because: mov.2}",
    "{would_move: S1, results: []}",
    "{would_move: S1, results: [a truce, deal, gift, quo, dupe]}",
]


def outturns(lines: str, text: str = TRUCE) -> list:
    return run_expectations(parse_text(f"{text}expect:\n{lines}"))


@pytest.mark.parametrize("line", STANDS.strip().splitlines())
def test_an_expectation_that_comes_out_stands(line: str) -> None:
    """What is so stands, with nothing to say."""
    (turned,) = outturns(line)
    assert (turned.stands, turned.found) == (True, "")


@pytest.mark.parametrize(("line", "found"), FALLS)
def test_an_expectation_that_does_not_come_out_says_what_was_found(line: str, found: str) -> None:
    """What is not so falls, and says what was found instead."""
    (turned,) = outturns(f"- {line}")
    assert (turned.stands, turned.found) == (False, found)


@pytest.mark.parametrize("line", ALSO_STANDS.strip().splitlines())
def test_an_expectation_of_views_and_bargaining_stands(line: str) -> None:
    """What is so stands, with nothing to say."""
    (turned,) = outturns(line, BARGAIN)
    assert (turned.stands, turned.found) == (True, "")


@pytest.mark.parametrize("line", ALSO_FALLS)
def test_an_expectation_of_views_and_bargaining_falls(line: str) -> None:
    """What is not so falls, and says something of what was found."""
    (turned,) = outturns(f"- {line}", BARGAIN)
    assert not turned.stands
    assert turned.found


def test_every_kind_is_tried_both_ways() -> None:
    """No kind of expectation is left untried, standing or falling."""
    standing = [*outturns(STANDS), *outturns(ALSO_STANDS, BARGAIN)]
    falling = [*outturns(listed(line for line, _ in FALLS)), *outturns(listed(ALSO_FALLS), BARGAIN)]
    kinds_of = [{type(one.expected) for one in some} for some in (standing, falling)]
    assert kinds_of == [set(kinds.KINDS.values())] * 2


def listed(lines: Iterable[str]) -> str:
    """Write lines as a list."""
    return "\n".join(f"- {line}" for line in lines)


@pytest.mark.parametrize(
    "line",
    [
        "{attainable: gift}",
        "{not_attainable: gift}",
        "{nothing_attainable_holds_with: truce, by: nash}",
        "{joint_improvement: deal, of: [gov, mov]}",
        "{evolves_to: deal}",
    ],
)
def test_without_a_status_quo_nothing_about_ways_stands(line: str) -> None:
    """Without a status quo what can be got to is not known, so no expectation about it stands."""
    (turned,) = outturns(f"- {line}", TRUCE.replace("status_quo: []\n", ""))
    assert not turned.stands
    assert turned.found


@pytest.mark.parametrize(
    "line",
    [
        "{only_these_hold: [quo, never], by: nash}",
        "{stable_for: gov, states: [quo, gift, never], by: nash}",
        "{moves_of: gov, start: quo, reach: [dupe, never]}",
        "{moves_of: gov, start: never, reach: [never]}",
        "{order_of: gov, is: [gift, never, quo]}",
        "{order_of: gov, is: [gift, [deal, never], quo]}",
    ],
)
def test_an_impossible_state_is_never_as_printed(line: str) -> None:
    """A list that names a state which cannot be does not stand, and says so."""
    (turned,) = outturns(f"- {line}")
    assert not turned.stands
    assert "never" in turned.found


def test_ties_in_an_order_must_be_ties() -> None:
    """States listed as a tie must be equally liked, and states listed one after the other must not be."""
    text = """
title: t
parties: {p: {name: P, options: {x: x, y: y}, prefers: [x]}}
outcomes: {none: [], x: x, y: y, xy: [x, y]}
"""
    found = outturns("- {order_of: p, is: [[x, xy], [none, y]]}\n- {order_of: p, is: [x, xy, none]}", text)
    assert [one.found for one in found] == ["", "x is not above xy"]


def test_each_variant_is_solved_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many lines are about a variant, it is solved once."""
    made = []

    def counted(*arguments: object) -> Analysis:
        made.append(arguments[1])
        return Analysis(*arguments)

    monkeypatch.setattr("jirga.answer.expected.expectations.Analysis", counted)
    outturns("- {holds: quo, by: nash}\n" * 2 + "- {holds: quo, by: nash, variant: quiet}\n" * 2)
    assert made == [None, "quiet"]


def test_what_is_no_expectation_is_refused() -> None:
    """Something else than an expectation is a mistake of the program and is said."""
    with pytest.raises(TypeError, match="int is not an expectation of 't'"):
        found_instead(3, Analysis(parse_text(TRUCE)))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("{simultaneously_stable: [a], by: sim}", "what two moves at once would bring about is not known"),
        ("{inverse_count: a, vary: [p, q], by: nash, count: 1}", "6 states make too many rankings"),
    ],
)
def test_a_question_that_cannot_be_answered_falls_and_says_why(line: str, found: str) -> None:
    """What cannot be worked out is no reason to give up on the other lines."""
    text = """
title: t
states: [a, b, c, d, e, f]
parties: {p: {name: P, ranking: [[a, b, c, d, e, f]]}, q: {name: Q, ranking: [[a, b, c, d, e, f]]}}
"""
    one, two = outturns(f"- {line}\n- {{holds: a, by: nash}}", text)
    assert (one.stands, two.stands) == (False, True)
    assert one.found.startswith("cannot be answered: ")
    assert found in one.found
