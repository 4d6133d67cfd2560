"""Checks: what to know before trusting an answer, and no false alarms."""

from __future__ import annotations

import pytest

from jirga.conflict.board import board
from jirga.conflict.checks import severe_problems
from jirga.conflict.file import read_text
from unit.conflict.texts import STATES, at, checked, found

CLEAN = """\
title: A clean conflict
parties:
  a:
    name: Party A
    short: A
    options: {x: do x, w: do w}
    prefers:
      - {want: x implies z, basis: stated}
      - {want: not w, basis: argued}
  b:
    name: Party B
    options: {z: do z}
    prefers:
      - {want: not z, basis: reported}
      - {want: x, basis: inferred}
status_quo: []
"""  # what a test adds to it starts on line 17


def told(text: str) -> list[tuple[str, str]]:
    """Severity and kind of everything found."""
    return [(problem.severity, problem.kind) for problem in checked(text)]


def test_a_clean_conflict_has_no_problems() -> None:
    """Nothing is said where nothing is doubtful."""
    assert told(CLEAN) == []


def test_rules_that_leave_no_state() -> None:
    """With no state left that is the one problem, and it is an error."""
    assert told(CLEAN + "impossible: [x, not x]\n") == [("error", "no_states")]


def test_an_impossible_status_quo_names_its_rules() -> None:
    """The rules that forbid today are named, and only those."""
    rules = "impossible: [x and z, x and w, z and not w]\n"
    text = CLEAN.replace("status_quo: []", "status_quo: [x, z]") + rules
    (problem,) = found(text, "status_quo_impossible")
    assert problem.severity == "error"
    assert "'x and z' and 'z and not w'" in problem.what
    assert "'x and w'" not in problem.what
    assert at(problem) == (16, 13)


RANKED = "title: t\nparties: {{a: {{name: A, options: {{x: x, w: w}}, ranking: {}}}}}\nstatus_quo: []\n"
OUTCOMES = "outcomes: {war: [], talks: [x], posts: [w], peace: [x, w], truce: [w]}\n"


def test_a_ranking_places_every_state() -> None:
    """A ranking that leaves states out is an error with an example; one that is whole is none."""
    (problem,) = found(RANKED.format("[peace, talks]") + OUTCOMES, "unranked")
    assert (problem.severity, at(problem)[0]) == ("error", 2)
    assert "leaves out 2 states, as [nothing taken]" in problem.what
    assert not found(RANKED.format("[peace, talks, [posts, war]]") + OUTCOMES, "unranked")


def test_a_ranking_need_not_place_the_impossible() -> None:
    """What is ruled out has no rank and needs none."""
    text = RANKED.format("[peace, talks, war]") + OUTCOMES
    assert not found(text + "impossible: [w and not x]\n", "unranked")


def test_a_ranking_does_not_give_one_state_two_places() -> None:
    """Two names of one state at different heights contradict each other: an error, not a choice."""
    text = RANKED.format("[truce, peace, talks, war, posts]") + OUTCOMES
    assert "error" in [problem.severity for problem in checked(text)]


def test_severe_problems_are_the_errors_only() -> None:
    """What would make an answer wrong is told apart from what is merely doubtful."""
    file = read_text(CLEAN.replace("status_quo: []", "status_quo: [x]") + "impossible: [x]\n")
    assert len(checked(file.text())) > 1
    severe = severe_problems(file.conflict, board(file.conflict), file.places)
    assert [problem.kind for problem in severe] == ["status_quo_impossible"]


def test_no_status_quo_is_noted() -> None:
    """Without one, nothing can be said about what can be got to."""
    assert told(CLEAN.replace("status_quo: []\n", "")) == [("note", "no_status_quo")]


def test_an_impossible_outcome_is_a_warning() -> None:
    """An outcome that a rule forbids is pointed at."""
    text = CLEAN + "outcomes: {deal: [x, w], other: [x]}\nimpossible: [x and w]\n"
    (problem,) = found(text, "outcome_impossible")
    assert (problem.severity, at(problem)[0]) == ("warning", 17)
    assert "'deal'" in problem.what


def test_two_names_of_one_state_are_noted() -> None:
    """The second name is pointed at, and both are said."""
    (problem,) = found(CLEAN + "outcomes:\n  one: [x, z]\n  two: [z, x]\n  three: [x]\n", "same_state")
    assert (problem.severity, at(problem)[0]) == ("note", 19)
    assert "'two' and 'one' are the same state" in problem.what


def held(more: str) -> list[str]:
    """The options that a rule stops their owner from taking back."""
    return [problem.what.split("own ")[1].split(";")[0] for problem in found(CLEAN + more, "held_fast")]


@pytest.mark.parametrize(
    ("more", "options"),
    [
        ("impossible: [x and not z]", ["'z'"]),
        ("impossible: [not x and not z]\n", ["'x'", "'z'"]),
        ("impossible: [x and not z, z and not x]", ["'z'", "'x'"]),
        ("impossible: [x and z]", []),
        ("impossible: [x and not w]", []),
        ("impossible: [not x and not w]", []),
        ("impossible: [x and not w]\none_way: [x]", []),
        ("impossible: [x and not z]\none_way: [z]", []),
        ("impossible: [x and not z]\none_way: [not z]", ["'z'"]),
        ("impossible: [x and not z]\none_way: [x]", ["'z'"]),
        ("impossible: [not x and not w and z]", []),
        ("impossible: [not x and not w and z]\none_way: [not x, not w]", ["'x'", "'w'"]),
    ],
)
def test_politics_written_as_logic(more: str, options: list) -> None:
    """A rule that holds a party to its own option because of another's is a warning.

    It is none where the rule binds one party's own options, where the option could not be taken back
    anyhow, or where the party can get round the rule with another option of its own.
    """
    assert held(more) == options


def test_the_warning_of_politics_speaks_of_the_party() -> None:
    """It names the rule and the party, and says what may follow."""
    (problem,) = found(CLEAN + "impossible: [x and not z]\n", "held_fast")
    assert (problem.severity, at(problem)) == ("warning", (17, 14))
    assert "the rule 'x and not z' stops Party B from taking back its own 'z'" in problem.what


def test_an_option_nobody_mentions() -> None:
    """An option in nobody's wants is a warning; one in somebody else's is none."""
    (problem,) = found(CLEAN.replace("w: do w", "w: do w, q: do q"), "unmentioned")
    assert (problem.severity, "'q'" in problem.what, at(problem)) == ("warning", True, (6, 36))


@pytest.mark.parametrize("way", ["weights: {x: 1, w: 2}", "ranking: [war, talks, posts, peace]"])
def test_weights_and_rankings_mention_options(way: str) -> None:
    """A weight mentions its option and a ranking all of them; neither is asked for costs."""
    text = RANKED.replace("ranking: {}", way).replace("{{", "{").replace("}}", "}") + OUTCOMES
    assert {kind for _, kind in told(text)} == {"same_state"}


def test_an_option_without_cost() -> None:
    """An option that no want of its owner is ever against is a warning; taking w costs nothing here."""
    (problem,) = found(CLEAN.replace("not w", "w"), "costless")
    assert problem.severity == "warning"
    assert "'w' costs A nothing" in problem.what


@pytest.mark.parametrize("want", ["not w", "x implies not w", "not (x and w)", "w iff x", "x and not w"])
def test_a_cost_in_any_shape_counts(want: str) -> None:
    """A want that taking the option turns false in some state is a cost, however it is written."""
    assert not found(CLEAN.replace("not w", want), "costless")


def test_a_cost_that_cannot_arise_does_not_count() -> None:
    """A want that only an impossible state would turn false costs nothing."""
    text = CLEAN.replace("not w", "not (x and w)") + "impossible: [x and w]\n"
    assert [problem.what[:11] for problem in found(text, "costless")] == ["'w' costs A"]


def test_a_party_that_wants_nothing() -> None:
    """It never moves, and that is a warning."""
    (problem,) = found(CLEAN.replace("status_quo", "  c: {name: C}\nstatus_quo"), "indifferent")
    assert (problem.severity, at(problem)[0]) == ("warning", 16)


@pytest.mark.parametrize(
    ("want", "more", "said"),
    [
        ("z or not z", "", "'z or not z' is true in every state"),
        ("z and not z", "", "'z and not z' is false in every state"),
        ("not (x and w)", "impossible: [x and w]\n", "is true in every state"),
        ("x and w", "impossible: [x and w]\n", "is false in every state"),
    ],
)
def test_a_want_that_says_nothing(want: str, more: str, said: str) -> None:
    """A want that no possible state tells apart is a warning."""
    text = CLEAN.replace("- {want: x, basis: inferred}", f"- {{want: {want}, basis: inferred}}")
    (problem,) = found(text + more, "idle_want")
    assert (problem.severity, said in problem.what, at(problem)[0]) == ("warning", True, 15)


def test_wants_that_exclude_each_other() -> None:
    """Two wants of one party that no state meets together are a warning; of two parties, a conflict."""
    (problem,) = found(CLEAN.replace("want: x implies z", "want: x and w"), "contradiction")
    assert (problem.severity, at(problem)[0]) == ("warning", 9)
    assert "a.1 and a.2 can never both be met" in problem.what
    assert not found(CLEAN.replace("want: not w", "want: z"), "contradiction")
    assert not found(CLEAN.replace("want: not w", "want: x and not x"), "contradiction")


def test_wants_nobody_is_on_record_for() -> None:
    """A want without a basis is noted as shown as assumed; one that is assumed, as merely assumed."""
    text = CLEAN.replace(", basis: stated", "").replace("basis: argued", "basis: assumed")
    first, second = found(text, "assumed")
    assert (first.severity, "a.1 has no basis" in first.what, at(first)[0]) == ("note", True, 8)
    assert (second.severity, "a.2 is merely assumed" in second.what, at(second)[0]) == ("note", True, 9)


@pytest.mark.parametrize("option", ["NO", "on", "Y", "off"])
def test_ids_that_other_readers_misread(option: str) -> None:
    """An id that older readers take for true or false is noted."""
    (problem,) = found(CLEAN.replace("w: do w", f"{option}: do").replace("not w", f"not {option}"), "misread")
    assert (problem.severity, f"'{option}'" in problem.what, at(problem)[0]) == ("note", True, 6)


def test_errors_come_first_then_the_order_of_the_file() -> None:
    """Errors, warnings and notes follow one another, each in the order of the file."""
    text = CLEAN.replace("status_quo: []", "status_quo: [x]").replace(", basis: stated", "")
    severities = [problem.severity for problem in checked(text + "impossible: [x]\noutcomes: {d: [x]}\n")]
    assert severities == sorted(severities, key=["error", "warning", "note"].index)
    assert set(severities) == {"error", "warning", "note"}


def test_a_conflict_by_states_is_not_asked_about_options() -> None:
    """Rules, costs and mentions are a matter of options."""
    assert told(STATES + "status_quo: start\n") == []
