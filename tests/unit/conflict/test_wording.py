"""What is wrong with a file's shape: place, words and a suggestion, all at once."""

from __future__ import annotations

import pytest

from jirga.errors import ConflictTrouble
from unit.conflict.texts import TWO, at, marked, only_problem, problems

SHAPELESS = """\
tilte: t
parties:
  a:
    name: A
    options: {x: {sys: do x}, 2x: do}
    prefers:
      - {want: x, basis: state}
      - true
      - {wnt: x}
expect:
  - {holds: x, by: nsh}
"""


def test_all_problems_come_at_once_in_file_order() -> None:
    """Nine mistakes in one file are nine problems, each at its line."""
    found = problems(SHAPELESS)
    assert [problem.where.line for problem in found] == [0, 1, 5, 5, 7, 8, 9, 9, 11]
    kinds = ["missing", "unknown_key", "unknown_key", "string_pattern_mismatch", "literal_error"]
    assert [problem.kind for problem in found[:5]] == kinds


def test_the_error_counts_the_rest() -> None:
    """The message shows the first problem and says how many more there are."""
    assert "(and 8 more; jirga check lists them)" in str(ConflictTrouble(problems(SHAPELESS)))
    assert "more" not in str(ConflictTrouble([only_problem(TWO + "moves: {}\n")]))


@pytest.mark.parametrize(
    ("more", "what", "hint"),
    [
        ("^questoin: q", "'questoin' is not a key Jirga knows", "did you mean 'question'?"),
        ("^title_: 1", "'title_' is not a key", "did you mean 'title'?"),
        ("jirga: ^2", "jirga cannot be '2'", "1"),
        ("status_quo: ^{x: y}", "should be a list, and is 'key: value' lines", "[one, two]"),
        ("asks: ^x", "asks should be a list, and is text", "[one, two]"),
        ("note: ^[a]", "note should be text, and is a list", "quotes"),
        ("note: ^true", "note should be text, and is true or false", "quotes"),
        ("sources: ^[s]", "should be 'key: value' lines, and is a list", ""),
        ("sources:\n  ^a b: {title: t}", "'a b' cannot be an id", "letters, digits and _"),
        ("sources: {s: ^{}}", "'title' is missing", "add it"),
        ("expect: [{holds: d, by: ^nsh}]", "expect > 1 > by cannot be 'nsh'", "did you mean 'nash'?"),
        ("expect: [{attainable: d, steps: ^al}]", "steps cannot be 'al'", "alone, together, any"),
        ("expect: [{holds_against_coalitions: d, by: ^seq}]", "by cannot be 'seq'", "did you mean 'cseq'?"),
        ("expect: [{holds_against_coalitions: d, by: cseq, largest: ^0}]", "as small as 0", "larger"),
        ("expect: [{holds_against_coalitions: d, by: cseq, largest: ^two}]", "a whole number", "in digits"),
        ("expect: [{holds_against_coalitions: d, by: cseq, largest: ^1.5}]", "a whole number", "in digits"),
        ("expect: [{coalitions_stay: ^[], states: [], by: cseq}]", "is empty", "list something"),
        ("expect: [{coalitions_stay: [^a], states: [], by: cseq}]", "should be a list, and is text", "[one"),
        ("expect: [{simultaneously_stable: d, by: ^zim}]", "by cannot be 'zim'", "did you mean 'sim'?"),
        ("expect: [^{holds: d}]", "'by' is missing", "add it"),
        ("expect: [{holds: d, by: ^[]}]", "expect > 1 > by is empty", "list something"),
        ("expect: [^{hold: d}]", "does not say what it is (it has only: hold)", "holds, holds_not, leaves"),
        ("expect: [{moves_of: a, start: d, reach: [], improving: ^perhaps}]", "true or false", "write"),
        ("expect: [{holds: d, by: nash, ^fo: x}]", "'fo' is not a key", "says"),
        ("variants: {v: [^{remove: a.1}]}", "it has only: remove", "replace, drop, move, insert"),
        ("variants: {v: [{drop: a.1, ^wiht: x}]}", "'wiht' is not a key", "drop"),
    ],
)
def test_one_mistake_one_problem(more: str, what: str, hint: str) -> None:
    """A mistake is said once, at its line and column, in plain words, with something to try."""
    text, place = marked(TWO + more)
    problem = only_problem(text)
    assert at(problem) == place, str(problem)
    assert what in problem.what
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("weight", "what"), [("high", "is 'high'"), ("true", "is true or false"), ("[1]", "is a list")]
)
def test_a_weight_is_a_number(weight: str, what: str) -> None:
    """A weight in words is refused where it stands."""
    problem = only_problem(TWO.replace("prefers: [x, not y]", f"weights: {{x: {weight}}}"))
    assert "weights > x should be a number, and " + what in problem.what
    assert at(problem) == (6, 18)


def test_known_keys_are_of_the_right_kind_of_thing() -> None:
    """A party whose id is also the name of a field still gets a party's keys suggested."""
    problem = only_problem(TWO + "  moves: {name: M, prefrs: []}\n")
    assert problem.hint == "did you mean 'prefers'?"


@pytest.mark.parametrize("name", ["Drop", "Move", "Holds"])
def test_a_variant_may_be_called_as_an_edit(name: str) -> None:
    """The path of a problem keeps a variant's name whatever it is."""
    assert only_problem(TWO + f"variants: {{{name}: [x]}}").what.startswith(f"variants > {name} > edits > 1 ")


@pytest.mark.parametrize("value", ["'2'", "null"])
def test_a_version_that_is_none_is_told_what_to_write(value: str) -> None:
    """The hint does not suggest what was written already."""
    problem = only_problem(TWO + f"jirga: {value}")
    assert problem.hint != f"did you mean {value}?"
    assert "None" not in problem.what
