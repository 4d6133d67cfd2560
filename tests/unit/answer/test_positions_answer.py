"""Where positions point, in sentences: warnings, disagreement, and what hangs on what."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import jirga
from faces.shell import run, written_to
from jirga.answer.bargaining.pointers import pointed
from jirga.answer.bargaining.positions import positions_answer
from jirga.conflict.file import parse_text
from jirga.errors import NotStated, UnknownName
from jirga.schema.answer import Answer
from jirga.solve.positions import track_record

TALKS = """\
title: Talks
parties: {a: {name: Ardan}, b: {name: Brin}, c: {name: Calla}}
sources: {note: {title: A note, passages: {p1: not beyond thirty}}}
issues:
  posts: {says: posts on the line, scale: {0: none, 100: any number}}
  gate: [shut, as before, open]
  quiet: nobody has said anything
positions:
  - {party: a, issue: posts, ideal: 0, accept: {max: [20, 30, 40]}, salience: 80, basis: stated,
     cite: note#p1, quote: not beyond thirty}
  - {party: b, issue: posts, ideal: [90, 100, 100], salience: [60, 80, 90], basis: argued}
  - {party: c, issue: posts, accept: {max: 10}}
  - {party: a, issue: gate, ideal: open, salience: 20}
  - {party: b, issue: gate, ideal: shut, salience: 40, accept: {max: as before}}
leverage: {a: 30, b: 60, c: 5}
consent: {posts: {needs: [a, c]}, gate: {needs: {any_of: [a, b]}}}
"""


def said(answer: Answer) -> str:
    """Every sentence of an answer on one line."""
    return " ".join(str(one) for section in answer.sections for one in section.sentences)


def asked(issue: str | None = None, text: str = TALKS) -> Answer:
    """The answer to the talks."""
    return positions_answer(parse_text(text), issue)


def test_the_mean_and_what_it_hangs_on() -> None:
    """Two thirds of the weight at 100: the mean is 67, and hangs on that party most."""
    words = said(asked("posts"))
    assert "hangs most on where Brin stands: 10 points there move it by 6.7 [argued]" in words
    assert "without Brin it would be 0 instead of 67" in words.lower().replace("brin", "Brin")
    assert "0 is “none”; 100 is “any number”." in words


def test_a_warning_names_the_line_and_who_says_so() -> None:
    """Beyond the red line of one whose yes is needed, with its mark; also of one without an ideal."""
    words = said(asked("posts"))
    assert (
        "beyond what Ardan accepts, and its yes is needed: it accepts at most 30 [stated, note p1]" in words
    )
    assert "beyond what Calla accepts, and its yes is needed: it accepts at most 10 [assumed]" in words
    assert (
        "to bring the mean to 30, where Ardan could accept it, Brin would have the least far"
        in words.replace("To bring", "to bring")
    )
    assert "from 100 to 45" in words
    assert "note p1: “not beyond thirty”" in words


def test_no_warning_where_no_yes_is_needed() -> None:
    """Either is enough, so neither's red line stops it; and without a rule it says that it does not know."""
    assert "its yes is needed" not in said(asked("gate"))
    without = TALKS.replace("consent: {posts: {needs: [a, c]}, gate", "consent: {gate")
    assert "The file does not say whose yes this needs" in said(asked("posts", without))


def test_a_rule_for_the_whole_deal_counts() -> None:
    """Where an issue has no rule of its own, that of the deal stands."""
    whole = TALKS.replace("posts: {needs: [a, c]}", "deal: {needs: [a]}")
    assert "beyond what Ardan accepts" in said(asked("posts", whole))


def test_ranges_move_the_mean() -> None:
    """The file's own ranges bound the mean exactly: 90 and 100 with 60 to 90 of salience."""
    (posts, _) = pointed(parse_text(TALKS))
    assert posts.mean_ends == pytest.approx((90 * 3600 / 6000, 100 * 5400 / 7800))
    assert "the mean lies from 54 to 69" in said(asked("posts"))


def test_what_is_not_said_is_taken_as_the_middle() -> None:
    """A party without salience counts as 50, and the answer says so."""
    answer = asked("posts", TALKS.replace("ideal: 0, accept: {max: [20, 30, 40]}, salience: 80", "ideal: 0"))
    assert "posts: how much ardan cares or weighs" in said(answer).lower()
    assert answer.sections[-1].heading == "Taken as 50, because the file does not say"


def test_every_rule_shows_its_record() -> None:
    """Beside each value stands how far off the rule was, from the measured record."""
    section = next(one for one in asked("posts").sections if one.table)
    assert section.table is not None
    shown = {row[0]: row[2] for row in section.table.rows}
    assert shown["compromise"] == f"{track_record.OFF_BY['compromise']:.0f}" == "23"
    assert len(shown) == 7
    assert "not war" in said(asked())


def test_values_for_programs() -> None:
    """The JSON has every value unrounded, and whose red line it crosses."""
    found = json.loads(asked("posts").to_json())["issues"][0]
    assert found["values"]["compromise"] == pytest.approx(200 / 3)
    assert found["beyond_red_line_of"]["compromise"] == ["a", "c"]
    assert found["mean_moves_with"]["a"] == {
        "position": pytest.approx(1 / 3),
        "salience": pytest.approx(-200 / 3 * 30 / 7200),
        "leverage": pytest.approx(-200 / 3 * 80 / 7200),
        "without": pytest.approx(100),
    }


def test_half_a_point_is_no_crossing() -> None:
    """Codings are no finer: a mean of 30.4 is not said to lie beyond 30."""
    (posts, _) = pointed(parse_text(TALKS))
    assert posts.red_line("a", 30.4) is None
    assert posts.red_line("a", 30.6) == 30
    assert posts.red_line("a", 35, 2) is None


def test_an_issue_without_positions() -> None:
    """Nobody has a position on it, or it is not there at all."""
    for issue in ("quiet", "post"):
        with pytest.raises(UnknownName, match="position on it"):
            asked(issue)


def test_a_file_without_positions() -> None:
    """It says what to add."""
    with pytest.raises(NotStated, match="nothing of where anybody stands"):
        positions_answer(parse_text("{title: t, parties: {a: {name: A}}, issues: {x: y}}"))


def test_words_that_no_answer_uses() -> None:
    """None of it is a forecast of anything, and no rule is called likely to be right."""
    words = json.dumps(json.loads(asked().to_json()), ensure_ascii=False).lower()
    for word in ("predict", "probab", "forecast"):
        assert word not in words


def test_on_the_command_line(tmp_path: Path) -> None:
    """The same at a terminal, narrow enough for one, and from Python."""
    path = written_to(tmp_path, TALKS)
    ended = run("positions", path, "posts")
    assert (ended.code, ended.err) == (0, "")
    assert "POSTS: POSTS ON THE LINE" in ended.out
    assert max(map(len, ended.out.splitlines())) <= 80
    assert json.loads(run("positions", path, "--json").out) == json.loads(
        jirga.load(path).positions().to_json()
    )
    wrong = run("positions", path, "gat")
    assert wrong.code == 2
    assert "did you mean 'gate'?" in wrong.err


def test_a_red_line_on_a_settlement_has_its_name() -> None:
    """Where a red line lies on a settlement, the warning names it beside its place."""
    text = """
title: t
parties: {a: {name: A}, b: {name: B}}
issues: {x: [shut, half, open]}
positions:
  - {party: a, issue: x, ideal: open, accept: {min: half}}
  - {party: b, issue: x, ideal: shut, salience: 90}
consent: {x: {needs: [a, b]}}
"""
    assert "it accepts at least 50 (half)" in said(positions_answer(parse_text(text)))
