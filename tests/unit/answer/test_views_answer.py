"""What is said of views: what misreading changes, by which belief, and who is surprised."""

from __future__ import annotations

import re

import pytest

import jirga
from jirga.answer.analysis import Analysis
from jirga.answer.expected.expectations import run_expectations
from jirga.answer.views.answers import views_answer
from jirga.answer.views.beliefs import belief
from jirga.answer.views.viewed import viewed
from jirga.conflict.file import parse_text
from jirga.schema.answer import Answer, Section

TRUCE = """
title: t
status_quo: []
sources: {s: {title: S, passages: {S1: they will never leave}}}
parties:
  gov:
    name: Gov
    options: {go: {says: go, undo: stay}, hide: {says: hide}}
    prefers: [go implies truce, truce, not go, {want: not hide, why: dislikes hiding}]
  mov:
    name: Mov
    options: {truce: {says: stop, undo: resume}}
    prefers: [{want: go, why: wants them gone}, truce implies go, not truce]
outcomes: {quo: [], deal: [go, truce], gift: [truce], dupe: [go], dark: [hide]}
"""


def section(answer: Answer, heading: str) -> Section:
    """The section under a heading."""
    return next(one for one in answer.sections if one.heading.startswith(heading))


def said(views: str, heading: str, *, more: str = "") -> list[str]:
    """What is said under a heading of the truce with some views."""
    found = views_answer(Analysis(parse_text(f"{TRUCE}{more}\nviews: {views}")))
    return [str(one) for one in section(found, heading).sentences]


def believed(line: str, views: str = "edits") -> str:
    """What one line of the movement's view says."""
    analysis = Analysis(
        parse_text(f"{TRUCE}impossible: [hide and truce]\nviews: {{mov: {{{views}: [{line}]}}}}")
    )
    return str(belief(analysis, 1, 0))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "{replace: gov.2, with: not truce, basis: stated, cite: s#S1, why: wants war}",
            "believes of Gov \u201cwants war\u201d [stated, s S1], not \u201cit wants: truce\u201d [assumed]",
        ),
        (
            "{replace: gov.2, with: hide}",
            "believes of Gov \u201cit wants: hide\u201d [assumed], not \u201cit wants: truce\u201d",
        ),
        ("{drop: gov.4}", "does not believe of Gov \u201cdislikes hiding\u201d [assumed]"),
        ("{move: gov.4}", "believes that Gov puts \u201cdislikes hiding\u201d last [assumed]"),
        (
            "{move: gov.4, before: gov.2}",
            "believes that Gov puts \u201cdislikes hiding\u201d before \u201ctruce\u201d",
        ),
        (
            "{insert: {want: hide, basis: argued}, party: gov}",
            "believes of Gov also \u201cit wants: hide\u201d [argued]",
        ),
        ("{insert: {want: hide, why: h}, before: gov.1}", "believes of Gov also \u201ch\u201d [assumed]"),
        (
            "{impossible: go and hide, why: too few}",
            "believes that this cannot be: go and hide (too few) [assumed]",
        ),
        ("{possible: hide and truce}", "believes that this can be: hide and truce [assumed]"),
        ("{one_way: go}", "believes that \u201cgo\u201d cannot be taken back [assumed]"),
        ("{one_way: not go}", "believes that \u201cgo\u201d cannot be taken again once dropped"),
    ],
)
def test_an_edit_in_words(line: str, words: str) -> None:
    """Every edit that a view may make is said with what it rests on."""
    assert believed(line).startswith(words)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("hide", "does not see that Gov could hide [assumed]"),
        (
            "{when: hide and go, basis: argued, why: too odd}",
            "does not see any state with: hide and go (too odd) [argued]",
        ),
    ],
)
def test_what_is_unseen_in_words(line: str, words: str) -> None:
    """An option is said as what its owner could do."""
    assert believed(line, "unseen") == words


def test_a_belief_without_a_basis_has_that_of_its_view() -> None:
    """The view's own basis and citation stand for those that a line leaves out."""
    analysis = Analysis(
        parse_text(
            f"{TRUCE}views: {{mov: {{basis: argued, cite: s#S1, edits: [{{drop: gov.4}}], unseen: hide}}}}"
        )
    )
    assert [str(belief(analysis, 1, line)).partition(" [")[2] for line in (0, 1)] == ["argued, s S1]"] * 2


def test_an_outcome_that_would_hold() -> None:
    """One party leaves because of one belief: it is named, with its move, its gain and the belief."""
    found = said("{mov: {edits: [{replace: gov.1, with: go}, {drop: gov.4}]}}", "What misreading")
    assert found[0] == (
        "\u201cdeal\u201d would hold by a threat instead of by an empty threat if all saw the conflict "
        "as it is."
    )
    assert found[1] == (
        "Mov would leave \u201cdeal\u201d to resume (it wants: not truce [assumed]); it believes of Gov "
        "\u201cit wants: go\u201d [assumed], not \u201cit wants: go implies truce\u201d [assumed]."
    )


def test_an_outcome_that_holds_by_mistake() -> None:
    """The packaged conflict: the feared reply is not one that would come."""
    answer = jirga.example("valley_views").views()
    found = [str(one) for one in section(answer, "What misreading").sentences]
    assert found[0] == (
        "\u201cmutual truce\u201d holds by a threat instead of by an empty threat only because "
        "the government misreads the conflict."
    )
    assert (
        "fears that the movement would then resume its attacks; it believes of the movement also" in found[1]
    )
    assert found[2] == "\u201ctruce with a militia\u201d would hold if all saw the conflict as it is."
    assert found[3:] == [
        (
            "The movement does not see \u201ctruce with a militia\u201d: it does not see that the government "
            "could arm a militia in the valley (nobody has spoken of one) [assumed]."
        )
    ]


def test_a_move_that_is_not_seen_or_not_thought_possible() -> None:
    """A party that would leave stays because it does not see the way, or thinks it shut."""
    unseen = said("{gov: {unseen: truce and not go}}", "What misreading")
    assert "Gov would leave" not in " ".join(unseen)
    shut = said("{mov: {edits: [{one_way: truce}]}}", "What misreading")
    assert any(
        "Mov would leave \u201cgift\u201d to resume" in one and "does not think that it could" in one
        for one in shut
    )
    blind = said("{mov: {unseen: not truce and not go}}", "What misreading", more="")
    assert any(
        "Mov would leave \u201cgift\u201d" in one and "does not see that it could" in one for one in blind
    )


def test_where_no_single_belief_decides() -> None:
    """Where a state is hidden twice, no line alone decides: all are given, and that is said."""
    text = TRUCE.replace(
        "prefers: [go implies truce, truce, not go, {want: not hide", "prefers: [{want: hide"
    )
    answer = views_answer(Analysis(parse_text(f"{text}views: {{mov: {{unseen: [hide, hide and not go]}}}}")))
    words = [str(one) for one in section(answer, "What misreading").sentences]
    assert (
        "Mov does not see \u201cdark\u201d: no belief of it decides this alone: it does not see that Gov "
        "could hide [assumed] and does not see any state with: hide and not go [assumed]."
    ) in words


def test_nothing_changes_by_a_view_that_says_nothing() -> None:
    """It is said that the answer is the same."""
    assert said("{mov: {says: all is as it is.}}", "What misreading") == [
        "Every named outcome holds, or not, as if all saw the conflict as it is."
    ]
    assert said("{mov: {says: all is as it is.}}", "What each party") == [
        "Mov believes that all is as it is."
    ]
    assert said("{mov: {}}", "What each party") == ["Mov sees the conflict as the file has it."]


def test_no_views() -> None:
    """A file without views is told what could be added."""
    answer = jirga.example("doha_2020").views()
    (only,) = answer.sections
    assert "The file has no views" in str(only.sentences[0])


def test_what_is_expected_in_vain() -> None:
    """A departure that will not come, and a stay that will not last."""
    found = said("{mov: {edits: [{replace: gov.1, with: go}]}}", "What is expected")
    assert found[0] == (
        "Mov expects Gov to leave \u201cquo\u201d to go (it wants: go [assumed]), which it will not."
    )
    assert "Mov expects Gov to stay in \u201cdupe\u201d, which Gov would leave." in found


def test_who_is_surprised() -> None:
    """Whose move, from where, for which gain, whether it is feared, and from where else."""
    text = TRUCE.replace("{want: not hide, why: dislikes hiding}", "{want: hide, why: likes hiding}")
    found = views_answer(Analysis(parse_text(f"{text}views: {{mov: {{unseen: hide}}}}")))
    (only,) = section(found, "Who would be surprised").sentences
    assert str(only).startswith(
        "Mov does not see it coming if Gov, from \u201cquo\u201d, goes on to hide, which it gains by "
        "(likes hiding [assumed]); nothing it fears keeps it from that."
    )
    assert re.search(r"So too from .*\u201cdeal\u201d", str(only))


def test_the_table() -> None:
    """Every outcome as it is, for the whole, how it is expected to last, and whether it can be got to."""
    table = section(jirga.example("valley_views").views(), "What holds where").table
    assert table is not None
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["status quo"] == ("yes", "yes", "unsteady", "as today")
    assert rows["mutual truce"] == ("by empty threat", "by threat", "steady", "moving together")
    assert rows["truce with a militia"] == ("by threat", "no", "stealthy", "no")
    assert "these words follow our reading of a paper's abstract" in table.note


def test_impossible_outcomes_and_no_status_quo() -> None:
    """An impossible outcome is said to be; without a status quo nothing is said of ways."""
    text = TRUCE.replace("status_quo: []\n", "") + "impossible: [hide]\nviews: {mov: {unseen: go and truce}}"
    answer = views_answer(Analysis(parse_text(text)))
    rows = {row[0]: row[1:] for row in section(answer, "What holds where").table.rows}
    assert rows["dark"] == ("impossible", "-", "-", "-")
    assert rows["quo"][-1] == "not known"
    assert rows["deal"] == ("by threat", "no", "stealthy", "not known")


def test_each_view_has_a_column() -> None:
    """Letters for each view; x where the state is not seen."""
    table = section(jirga.example("valley_views").views(), "What each would expect").table
    assert {row[0]: row[1:] for row in table.rows}["truce with a militia"] == ("t", "-", "x")


def test_the_plain_answer_says_that_some_see_it_otherwise() -> None:
    """`solve` takes the conflict as the file has it, and says so where views are in it."""
    answer = jirga.example("valley_views").answer()
    (only,) = section(answer, "Not all see it so").sentences
    assert str(only).startswith("The government and the movement see the conflict otherwise.")
    assert "Not all see it so" not in [one.heading for one in jirga.example("doha_2020").answer().sections]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("{holds_for_the_whole: deal, by: gmr}", ""),
        ("{holds_for_the_whole: deal, by: [gmr, seq]}", "by seq, mov would leave it"),
        ("{holds_for_the_whole: quo, by: nash, as: unsteady}", ""),
        ("{holds_for_the_whole: quo, by: nash, as: steady}", "it is unsteady by nash"),
        ("{holds_for_the_whole: dark, by: gmr}", "by gmr, gov would leave it and mov would not see it"),
        ("{holds_for_the_whole: never, by: gmr}", "never is impossible"),
        ("{fails_for_the_whole: deal, by: seq}", ""),
        ("{fails_for_the_whole: never, by: seq}", ""),
        ("{fails_for_the_whole: quo, by: [nash, seq]}", "it holds by nash, it holds by seq"),
        ("{holds_as_seen_by: mov, outcome: dupe, by: gmr}", ""),
        ("{holds_as_seen_by: gov, outcome: dupe, by: gmr}", "gov would leave it by gmr, as it is seen"),
        ("{holds_as_seen_by: mov, outcome: dark, by: gmr}", "mov does not see it, or it is impossible"),
        (
            "{surprises: mov, with: dark}",
            "no move that its maker gains by leads there from a state that both see",
        ),
        ("{surprises: mov, with: deal}", "mov sees it"),
        ("{surprises: mov, with: never}", "never is impossible"),
    ],
)
def test_what_is_expected_of_views(line: str, found: str) -> None:
    """Every kind stands where it should, and falls saying what was found."""
    more = "impossible: [go and hide]\nviews: {mov: {edits: [{replace: gov.1, with: go}], unseen: hide}}\n"
    text = TRUCE.replace("dark: [hide]", "dark: [hide], never: [go, hide]") + f"{more}expect: [{line}]"
    (turned,) = run_expectations(parse_text(text))
    assert (turned.stands, turned.found) == (not found, found)


def test_a_surprise_that_is_expected() -> None:
    """The packaged one stands."""
    analysis = Analysis(jirga.example("valley_views").model)
    assert viewed(analysis) is viewed(analysis)
    assert [one.found for one in run_expectations(analysis.conflict)] == [""] * 7
