"""Every kind of expectation stands where it should and falls where it should, saying what was found."""

from __future__ import annotations

import pytest

from jirga.answer.analysis import Analysis
from jirga.answer.expectations import found_instead, run_expectations
from jirga.conflict.file import parse_text
from jirga.schema import expectations as kinds

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


def test_every_kind_is_tried_both_ways() -> None:
    """No kind of expectation is left untried, standing or falling."""
    standing = {type(one.expected) for one in outturns(STANDS)}
    falling = {type(one.expected) for one in outturns("\n".join(f"- {line}" for line, _ in FALLS))}
    assert standing == falling == set(kinds.KINDS.values())


@pytest.mark.parametrize(
    "line",
    [
        "{attainable: gift}",
        "{not_attainable: gift}",
        "{nothing_attainable_holds_with: truce, by: nash}",
        "{joint_improvement: deal, of: [gov, mov]}",
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

    monkeypatch.setattr("jirga.answer.expectations.Analysis", counted)
    outturns("- {holds: quo, by: nash}\n" * 2 + "- {holds: quo, by: nash, variant: quiet}\n" * 2)
    assert made == [None, "quiet"]


def test_what_is_no_expectation_is_refused() -> None:
    """Something else than an expectation is a mistake of the program and is said."""
    with pytest.raises(TypeError, match="int is not an expectation of 't'"):
        found_instead(3, Analysis(parse_text(TRUCE)))
