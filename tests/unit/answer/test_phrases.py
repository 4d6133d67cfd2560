"""How moves, parties and reasons are put into words."""

from __future__ import annotations

import pytest

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.conflict.file import parse_text
from jirga.examples import conflict
from jirga.schema.answer import Mark, Sentence
from jirga.schema.conflict import Option
from jirga.schema.words import STANDARDS
from jirga.solve.ways.attainment import Step

TEXT = """
title: t
parties:
  p: {name: Party of the first part, short: P,
      options: {x: {says: go, undo: come back}, y: {says: talk}, z: ''}}
  q: {name: Party Q, options: {w: wait},
      prefers: [{want: w, id: W, basis: stated, cite: [s#S1, s#S2], why: patience}, x]}
  r: {name: R, weights: {x: 1}, basis: argued}
sources: {s: {title: S, passages: {S1: one, S2: two}}}
outcomes: {quiet: [], hush: [], noise: [x, w]}
"""


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return Analysis(parse_text(TEXT))


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a, b", "c"], "a, b; and c"),
        (["a, b", "c", "d"], "a, b; c; and d"),
    ],
)
def test_items_are_joined_as_a_sentence_would(items: list[str], said: str) -> None:
    """Items are joined by commas and a last word, by semicolons where they hold commas themselves."""
    assert phrases.listing(items) == said


def test_a_sentence_starts_with_a_capital_and_keeps_its_marks() -> None:
    """Parts of sentences become one, with a large first letter, the marks in place and nothing empty."""
    mark = Mark("W", "stated")
    made = phrases.sentence("it ", Sentence(("is", mark)), "", ".")
    assert made.parts == ("It ", "is", mark, ".")
    assert str(made) == "It is [stated]."
    assert phrases.sentence().parts == ()
    assert phrases.sentence(mark, "x").parts == (mark, "x")


def test_parties_go_by_their_short_names(analysis: Analysis) -> None:
    """A party's short name is used where it has one."""
    assert phrases.parties(analysis, (0, 1)) == "P and Party Q"
    assert phrases.parties(analysis, (0, 1), "or") == "P or Party Q"


def test_a_state_goes_by_its_first_name_or_its_options(analysis: Analysis) -> None:
    """A named state has its first name; others are the options taken; all are done with 'nothing done'."""
    states = analysis.board.states
    assert phrases.state(analysis, 0) == "quiet"
    assert phrases.state(analysis, states.find(["w", "y"])) == "y + w"
    assert phrases.state(Analysis(parse_text(TEXT.partition("outcomes")[0])), 0) == "nothing done"


def test_a_change_says_what_is_undone_and_then_what_is_done(analysis: Analysis) -> None:
    """Options taken back are said first, in the words of the file, and then those taken."""
    row = {name: analysis.board.states.find(list(name)) for name in ("", "x", "y", "z", "xw", "yz")}
    assert phrases.change(analysis, row["x"], row["yz"]) == "come back, talk and take 'z'"
    assert phrases.change(analysis, row["yz"], row["xw"]) == "no longer talk, drop 'z', go and wait"
    assert phrases.change(analysis, row["x"], row["x"]) == "do nothing"


@pytest.mark.parametrize(
    ("option", "taken", "dropped"),
    [
        (Option(says="go", undo="come back"), "go", "come back"),
        (Option(says="go"), "go", "no longer go"),
        (Option(undo="come back"), "take 'x'", "come back"),
        (Option(), "take 'x'", "drop 'x'"),
    ],
)
def test_an_option_is_put_into_the_words_it_has(option: Option, taken: str, dropped: str) -> None:
    """Taking and taking back are said in the option's own words, as far as it has them."""
    assert (phrases.taking(option, "x"), phrases.dropping(option, "x")) == (taken, dropped)


def test_in_a_conflict_by_states_a_change_is_where_it_leads() -> None:
    """A move between states is said by the state it leads to and its description."""
    text = """
title: t
states: {a: '', b: the end}
parties: {p: {name: P, moves: {a: b, b: a}, ranking: [a, b]}}
"""
    analysis = Analysis(parse_text(text))
    assert phrases.change(analysis, 0, 1) == "go to state b (the end)"
    assert phrases.change(analysis, 1, 0) == "go to state a"


def test_a_reason_is_the_want_that_decides_with_its_mark(analysis: Analysis) -> None:
    """Why one state is liked more is the first want that tells them apart, in its words, with its sources."""
    states = analysis.board.states
    said = phrases.reason(analysis, 1, 0, states.find(["w", "x"]))
    assert str(said) == "patience [stated, s S1, s S2]"
    assert said.marks == (Mark("W", "stated", ("s#S1", "s#S2")),)
    plain = phrases.reason(analysis, 1, 0, states.find(["x"]))
    assert str(plain) == "it wants: x [assumed]"


def test_where_no_want_decides_the_ranking_or_the_weights_do(analysis: Analysis) -> None:
    """A party with weights or a ranking likes a state more because they put it higher."""
    said = phrases.reason(analysis, 2, 0, analysis.board.states.find(["x", "w"]))
    assert str(said) == "its weights put \u201cnoise\u201d higher [argued]"
    elmira = Analysis(conflict("elmira_12"))
    assert str(phrases.reason(elmira, 0, 0, elmira.row("9"))).startswith(
        "its ranking puts \u201c9\u201d higher [stated"
    )


def test_steps_are_told_one_after_another(analysis: Analysis) -> None:
    """Who would then do what, step by step."""
    states = analysis.board.states
    steps = [Step((0,), 0, states.find(["x"])), Step((1,), states.find(["x"]), states.find(["x", "w"]))]
    assert phrases.would_then(analysis, steps) == "P would then go and Party Q would then wait"


def test_numbers_are_words_where_they_are_small() -> None:
    """One is a word, large numbers have commas, and small counts are written out."""
    assert [phrases.numbered(count, "step") for count in (0, 1, 2, 1200)] == [
        "0 steps",
        "one step",
        "2 steps",
        "1,200 steps",
    ]
    assert phrases.numbered(2, "of them", "of them") == "2 of them"
    assert [phrases.counted(count) for count in (0, 3, 12)] == ["no", "three", "12"]


def test_every_standard_has_its_question_and_its_heading() -> None:
    """Each standard is introduced by a question, and by a few words over a column."""
    assert tuple(phrases.QUESTIONS) == tuple(phrases.HEADINGS) == STANDARDS
    assert all(question.startswith("if each ") for question in phrases.QUESTIONS.values())
