"""Names that lead nowhere, names used twice, and formulas that cannot be read: each at its place."""

from __future__ import annotations

import pytest

from jirga.conflict.file import parse_text
from unit.conflict.texts import STATES, TWO, at, marked, only_problem, problems, two

SOURCES = 'sources: {s: {title: S, passages: {S1: "the words said", S2: other}}}\n'


@pytest.mark.parametrize(
    ("more", "what", "hint"),
    [
        ("status_quo: [z, ^yy]", "no option is called 'yy'", "did you mean 'y'?"),
        ("status_quo: ^q", "no option is called 'q'", "known here: x, y, z"),
        ("impossible: [{when: x and ^q}]", "no option is called 'q'", "known here"),
        ("impossible: [{when: x and ^and z}]", "'and' cannot stand", "a formula is like"),
        ('impossible: [{when: "x and ^)"}]', "')' cannot stand", "a formula is like"),
        ("impossible:\n  - z and ^q", "no option is called 'q'", "known here"),
        ("asks: [{about: ^q, says: peace}]", "no option is called 'q'", "known here"),
        ("one_way: [x, ^q]", "no option is called 'q'", "known here"),
        ("one_way: [^x y]", "'x y' is no option", "write x, or not x"),
        ("one_way: ['^']", "'' is no option", "write x, or not x"),
        ("no_deal: ^war", "no outcome is called 'war'", "none are defined yet"),
        ("outcomes: {deal: ^[x, q]}", "no option is called 'q'", "known here"),
        ("outcomes: {deal: []}\nno_deal: ^dael", "no outcome is called 'dael'", "did you mean 'deal'?"),
        ("expect: [{holds: ^deal, by: nash}]", "no outcome is called 'deal'", "none are defined"),
        ("expect: [{nothing_holds_with: ^q, by: nash}]", "no option is called 'q'", "known here"),
        (
            "outcomes: {d: []}\nexpect: [{order_of: ^c, is: [d]}]",
            "no party is called 'c'",
            "known here: a, b",
        ),
        ("outcomes: {d: []}\nexpect: [{holds: d, by: seq, variant: ^w}]", "no variant is called 'w'", "none"),
        ("variants: {v: {builds_on: ^w}}", "no variant is called 'w'", "known here: v"),
        ("variants: {v: [^{drop: a.3}]}", "no want is called 'a.3'", "did you mean 'a."),
    ],
)
def test_a_name_that_leads_nowhere(more: str, what: str, hint: str) -> None:
    """A miss is an error at its line and column, with the nearest name or the names there are."""
    text, place = marked(TWO + more)
    problem = only_problem(text)
    assert (problem.severity, at(problem)) == ("error", place), str(problem)
    assert what in problem.what
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("party", "what"),
    [
        ("prefers: [{want: z or ^q}]", "no option is called 'q'"),
        ("prefers: [z or ^q]", "no option is called 'q'"),
        ("prefers: [{want: z or ^or have}]", "'or' cannot stand"),
        ("prefers: [z or ^)]", "')' cannot stand"),
        ("prefers: [{want: have or ^ave}]", "no option is called 'ave'"),
        ("ranking: [^war]", "no outcome is called 'war'"),
        ("weights: {q: ^1}", "no option is called 'q'"),
        ("weights: {z: ^1234567}", "cannot be added exactly"),
        ("weights: {z: ^0.0000001}", "cannot be added exactly"),
        ("weights: {z: ^0.12345678}", "cannot be added exactly"),
        ("prefers: [z], weights: ^{z: 1}", "c has both prefers and weights"),
        ("moves: ^{z: have}", "moves beside options"),
        ("options: {Implies: ^so}", "'Implies' is a word of formulas"),
    ],
)
def test_a_party_that_cannot_be_read(party: str, what: str) -> None:
    """What is wrong in a party is said where it stands, also inside a want without a key."""
    text, place = marked(TWO.replace("x: do x", "x: do x, have: do") + f"  c: {{name: C, {party}}}")
    problem = only_problem(text)
    assert (what in problem.what, at(problem)) == (True, place), str(problem)


def test_an_option_of_two_parties_is_a_problem_at_both_places() -> None:
    """Nobody can tell whose choice it is."""
    found = problems(TWO.replace("z: do z", "x: again").replace("not z", "not x"))
    assert [(one.kind, at(one)) for one in found] == [("duplicate", (5, 18)), ("duplicate", (9, 18))]


def test_an_id_used_twice_is_a_problem_at_both_places() -> None:
    """Two wants of the same id are two problems, wherever they stand."""
    text = TWO.replace("[x, not y]", "[{want: x, id: w}, {want: y, id: w}]")
    assert [(one.kind, at(one)) for one in problems(text)] == [("duplicate", (6, 29)), ("duplicate", (6, 47))]


def test_all_references_are_checked_at_once() -> None:
    """A file of many misses gives all of them, in the order of the file."""
    text = (
        TWO.replace("[x, not y]", "[xx, q q]")
        + "status_quo: [q]\nno_deal: war\none_way: [q]\nimpossible: [q]\n"
    )
    assert [at(one)[0] for one in problems(text)] == [6, 6, 11, 12, 13, 14]


@pytest.mark.parametrize(
    ("want", "what"),
    [
        ("{want: x, cite: ^t}", "no source is called 't'"),
        ("{want: x, cite: ^s#S3}", "no passage is called 'S3'"),
        ("{want: x, cite: s#S1, quote: ^not said}", "the quotation 'not said' is not in the passage"),
        ("{want: x, cite: s, quote: ^the words}", "the quotation 'the words'"),
        ("{want: x, quote: ^the words}", "the quotation 'the words'"),
    ],
)
def test_a_citation_leads_to_the_words(want: str, what: str) -> None:
    """A source and passage are there, and a quotation stands in a cited passage."""
    text, place = marked(TWO.replace("[x, not y]", f"[{want}]") + SOURCES)
    problem = only_problem(text)
    assert (what in problem.what, at(problem)) == (True, place), str(problem)


def test_a_true_quotation_is_no_problem() -> None:
    """Words that stand in one of several passages are in order."""
    text = TWO.replace("[x, not y]", "[{want: x, cite: [s#S2, s#S1], quote: words said}]")
    assert parse_text(text + SOURCES).parties["a"].prefers[0].cite == ("s#S2", "s#S1")


def test_what_an_edit_cites_is_checked() -> None:
    """An edit that replaces or inserts a want cites sources that are there."""
    edits = "[{replace: a.1, with: y, cite: t}]"
    assert "no source is called 't'" in problems(TWO + f"variants: {{v: {edits}}}")[0].what
    edits = "[{insert: {want: z, cite: t}, party: a}]"
    assert "no source is called 't'" in problems(TWO + f"variants: {{v: {edits}}}")[0].what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("title: t\nparties: {a: {name: A}}\n", "no party has an option"),
        (STATES + "one_way: [start]\n", "one_way needs options"),
        (STATES.replace("name: A,", "name: A, options: {x: x},"), "options beside `states`"),
        (STATES + "status_quo: [start, war]\n", "should name one state"),
        (STATES + "status_quo: []\n", "should name one state"),
        (STATES + "outcomes: {both: [deal, war]}\n", "should name one state"),
        (STATES + "status_quo: staart\n", "no state is called 'staart'"),
        (STATES.replace("war: deal", "war: [deal, peace]"), "no state is called 'peace'"),
        (STATES.replace("war: deal", "peace: deal"), "no state is called 'peace'"),
        (STATES.replace("start, war]}", "war, deal, start]}"), "'deal' is ranked twice"),
        (STATES + "outcomes: {start: deal}\n", "'start'"),
    ],
)
def test_options_or_states_but_not_both(text: str, what: str) -> None:
    """A conflict has options, or states and moves between them; each state is called one thing."""
    assert any(what in one.what for one in problems(text))


def test_variants_are_read_only_when_the_rest_can_be() -> None:
    """A broken want is said once, and not again for every variant."""
    text = TWO.replace("[x, not y]", "[q]") + "variants: {v: [{drop: b.1}], w: [{drop: b.2}]}"
    assert [one.what for one in problems(text)] == ["no option is called 'q'"]


def test_a_variant_that_makes_nonsense_is_named() -> None:
    """What an edit makes is checked like the file, and the variant is named."""
    (problem,) = problems(TWO + "variants:\n  v: [{replace: a.1, with: x and q}]\n")
    assert (problem.what, at(problem)) == ("variant 'v': no option is called 'q'", (12, 6))


def test_a_conflict_without_mistakes_has_none() -> None:
    """Everything that may be named is found when it is there."""
    more = "status_quo: [x]\none_way: [x, not y]\noutcomes: {war: [], deal: [x, z]}\nno_deal: war\n"
    more += "variants: {v: [{drop: a.1}]}\nexpect: [{prefers: deal, to: war, who: a, variant: v}]\n"
    assert two(more).outcomes["deal"].taken == ("x", "z")
