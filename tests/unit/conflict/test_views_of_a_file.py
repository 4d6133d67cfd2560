"""Views of a file: every mistake in one is said at its place, with what to try."""

from __future__ import annotations

import pytest

from jirga.conflict.board import board
from jirga.conflict.edit_trouble import EditTrouble
from jirga.conflict.file import parse_text, read_text
from jirga.conflict.view_checks import view_problems
from jirga.conflict.views import seen_by
from jirga.schema.problems import Problem
from unit.conflict.texts import STATES, TWO, at, marked, only_problem, two

SOURCES = "\nsources: {s: {title: S, passages: {S1: the words said}}}\n"


@pytest.mark.parametrize(
    ("more", "what", "hint"),
    [
        ("views: {c: ^{unseen: z}}", "no party is called 'c'", "known here: a, b"),
        ("views: {a: {unseen: ^q}}", "no option is called 'q'", "known here: x, y, z"),
        ("views: {a: {unseen: [z, {when: z or ^q}]}}", "no option is called 'q'", "known here"),
        ("views: {a: {unseen: [z and^]}}", "stops too early", "a formula is like"),
        ("views: {a: {edits: [^{drop: b.9}]}}", "no want is called 'b.9'", "did you mean"),
        ("views: {a: [{drop: b.1}, ^{drop: b.1}]}", "no want is called 'b.1'", "did you mean"),
        ("views: {a: {edits: [^{drop: a.1}]}}", "a's own wants in a's own view", "edit the file's `prefers`"),
        ("views: {a: {edits: [^{move: a.1}]}}", "a's own wants", "what a party wants it knows"),
        ("views: {a: {edits: [^{replace: a.2, with: z}]}}", "a's own wants", "what a party wants it knows"),
        ("views: {a: {edits: [^{insert: z, party: a}]}}", "a's own wants", "what a party wants it knows"),
        ("views: {a: {edits: [^{insert: z, before: a.1}]}}", "a's own wants", "what a party wants it knows"),
        ("views: {a: {edits: [^{status_quo: [z]}]}}", "a's view cannot move the status quo", "seen by every"),
        ("views: {a: {edits: [^{option: w, party: b}]}}", "a's view cannot give anybody", "add the option"),
        ("views: {a: {edits: [^{possible: x}]}}", "no rule says 'x'", "none are defined"),
        ("views: {a: ^{edits: [{replace: b.1, with: q}]}}", "as a sees it: no option is called 'q'", "known"),
        ("views: {a: {unsene: ^z}}", "'unsene' is not a key", "did you mean 'unseen'?"),
        ("views: {a: {edits: [^{dorp: b.1}]}}", "does not say what it is", "an edit names one of"),
    ],
)
def test_a_view_that_cannot_be_read(more: str, what: str, hint: str) -> None:
    """Each mistake is an error at its line and column."""
    text, place = marked(TWO + more)
    problem = only_problem(text)
    assert problem.severity == "error"
    assert what in problem.what
    assert hint in problem.hint
    if problem.kind != "unknown_key":
        assert at(problem) == place, str(problem)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("unseen: [{when: z, cite: ^t}]", "no source is called 't'"),
        ("edits: [{replace: b.1, with: z, cite: ^s#S9}]", "no passage is called 'S9'"),
        ("cite: s#S1, quote: ^other words", "the quotation 'other words' is not in the passage"),
    ],
)
def test_a_belief_cites_what_is_there(line: str, what: str) -> None:
    """A view, an edit in it and what it does not see may cite, and what they cite is looked up."""
    text, place = marked(f"{TWO}views: {{a: {{{line}}}}}{SOURCES}")
    problem = only_problem(text)
    assert (what in problem.what, at(problem)) == (True, place), str(problem)


@pytest.mark.parametrize(
    ("line", "key", "place"),
    [
        ("holds_for_the_whole: ^q, by: seq", "outcome", "q"),
        ("fails_for_the_whole: ^q, by: seq", "outcome", "q"),
        ("holds_as_seen_by: ^q, outcome: d, by: seq", "party", "q"),
        ("holds_as_seen_by: a, outcome: ^q, by: seq", "outcome", "q"),
        ("surprises: ^q, with: d", "party", "q"),
        ("surprises: a, with: ^q", "outcome", "q"),
    ],
)
def test_an_expectation_names_what_is_there(line: str, key: str, place: str) -> None:
    """Outcomes and parties in what is expected of views are looked up."""
    text, where = marked(f"{TWO}outcomes: {{d: []}}\nexpect: [{{{line}}}]")
    problem = only_problem(text)
    assert (problem.what, at(problem)) == (f"no {key} is called {place!r}", where)


def test_a_variant_may_take_away_what_a_view_needs() -> None:
    """A variant after which a view cannot be made is an error at the variant."""
    text, place = marked(TWO + "views: {a: [{drop: b.1}]}\nvariants: {v: ^[{drop: b.1}]}")
    problem = only_problem(text)
    assert (problem.what, at(problem)) == ("variant 'v': no want is called 'b.1'", place)


def checked(more: str) -> list[Problem]:
    """The problems of the views of two parties' conflict."""
    file = read_text(TWO + more, "f.yaml")
    return view_problems(file.conflict, board(file.conflict), file.places)


@pytest.mark.parametrize(
    ("more", "severity", "what"),
    [
        ("status_quo: [z]\nviews: {a: {unseen: [x, ^z]}}", "error", "a would not see the status quo: 'z'"),
        ("status_quo: [z]\nviews: {a: {unseen: {when: ^z}}}", "error", "a would not see the status quo"),
        (
            "status_quo: [z]\nviews: {a: ^[{impossible: z}]}",
            "error",
            "as a sees it, the status quo is impossible by 'z'",
        ),
        (
            "views: {a: ^{unseen: [x, not x]}}",
            "error",
            "as a sees it, the rules of impossibility leave no state",
        ),
        ("views: {a: ^{says: nothing}}", "warning", "the view changes nothing"),
        ("impossible: [z]\nviews: {a: {unseen: [^z and x]}}", "warning", "'z and x' is true in no state"),
    ],
)
def test_what_to_know_of_a_view(more: str, severity: str, what: str) -> None:
    """The status quo is in every picture, there are states in it, and what says nothing is named."""
    text, place = marked(TWO + more.replace("{when: ^z}", "[{when: ^z}]"))
    (problem,) = checked(text.removeprefix(TWO))
    assert (problem.severity, at(problem)) == (severity, place), str(problem)
    assert what in problem.what
    assert problem.hint


def test_a_view_that_lifts_a_rule_may_hide_what_it_lets_in() -> None:
    """A formula that is true only where a view lifts a rule is not idle."""
    assert checked("impossible: [z]\nviews: {a: {edits: [{possible: z}], unseen: [z and x]}}") == []


def test_the_conflict_of_a_view() -> None:
    """Edits are made in order, unseen states ruled out, and views, variants, expectations left behind."""
    made = two(
        "variants: {v: []}\nexpect: [{nothing_holds_with: z, by: nash}]\n"
        "views: {a: {edits: [{drop: b.2}, {insert: z, party: b}], unseen: [{when: x, why: w}]}}"
    )
    seen = seen_by(made, "a")
    assert [want.want for want in seen.parties["b"].prefers] == ["not z", "z"]
    assert [(rule.when, rule.why) for rule in seen.impossible] == [("x", "w")]
    assert (seen.views, seen.variants, seen.expect) == ({}, {}, ())
    assert seen.parties["a"] == made.parties["a"]
    assert seen_by(made, "b").parties == made.parties


def test_a_view_of_a_conflict_by_states() -> None:
    """Formulas of a view name states there."""
    seen = seen_by(parse_text(STATES + "views: {a: {unseen: war}}"), "a")
    assert board(seen).states.codes.tolist() == [0, 1]


def test_the_place_of_an_edit_that_cannot_be_made() -> None:
    """It counts from the first edit."""
    view = {"edits": [{"drop": "b.1"}, {"drop": "a.1"}]}
    made = type(two("")).model_validate(two("").model_dump(by_alias=True) | {"views": {"a": view}})
    with pytest.raises(EditTrouble) as caught:
        seen_by(made, "a")
    assert caught.value.place == 1
