"""Issues, positions, linkages, offers and packages: read as meant, and every mistake at its place."""

from __future__ import annotations

import math

import numpy as np
import pytest

from jirga.conflict.bargaining.positions import stances
from jirga.conflict.file import parse_text, read_text, text_of
from unit.conflict.texts import problems

TALKS = """\
title: Talks
parties: {a: {name: A, options: {x: do x}}, b: {name: B}}
issues:
  posts: {says: posts on the line, scale: {0: none, 100: any}, no_deal: 40}
  gate: [shut, as before, open]
positions:
  - {party: a, issue: posts, ideal: 5, accept: {max: [15, 30, 40]}, salience: [70, 80, 95]}
  - {party: b, issue: gate, ideal: open, accept: {min: as before}}
leverage: {a: [50, 60, 70]}
linkages:
  - {when: posts <= 30, issue: gate, max: 50}
offers:
  - {says: pay, by: [a], party: b, issue: posts, min: 10}
packages: {both: [posts, gate]}
"""  # what a test adds to it starts on line 15


def changed(old: str, new: str) -> list[tuple[int, str, str]]:
    """Change one thing in the talks and give what is wrong: line, what, what to try."""
    assert TALKS.count(old) >= 1, old
    found = problems(TALKS.replace(old, new, 1))
    return [(one.where.line, one.what, one.hint) for one in found]


def test_numbers_settlements_and_absent_red_lines() -> None:
    """A number is a range without width, a settlement its place, and no red line is none, not zero."""
    found = stances(parse_text(TALKS))
    assert found.parties == ("a", "b")
    assert found.issues == ("posts", "gate")
    assert found.ideal[0, 0].tolist() == [5, 5, 5]
    assert found.most[0, 0].tolist() == [15, 30, 40]
    assert found.least[0, 0].tolist() == [-math.inf] * 3
    assert found.ideal[1, 1].tolist() == [100, 100, 100]
    assert found.least[1, 1].tolist() == [50, 50, 50]
    assert np.isnan(found.ideal[0, 1]).all()
    assert found.leverage[0].tolist() == [50, 60, 70]
    assert np.isnan(found.leverage[1]).all()
    assert found.no_deal[0] == 40
    assert math.isnan(found.no_deal[1])


def test_linkages_and_offers_get_names() -> None:
    """One without an id is named from its place."""
    conflict = parse_text(TALKS)
    assert [one.id for one in (*conflict.linkages, *conflict.offers)] == ["linkage 1", "offer 1"]


def test_it_comes_back_as_it_was() -> None:
    """Written as text and read again, it says the same."""
    conflict = parse_text(TALKS)
    assert parse_text(text_of(conflict)) == conflict
    assert read_text(TALKS).text() == TALKS


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("party: a, issue: posts", "party: aa, issue: posts", 7, "no party is called 'aa'"),
        ("issue: posts, ideal", "issue: post, ideal", 7, "no issue is called 'post'"),
        ("[15, 30, 40]", "[15, 40, 30]", 7, "15, 40, 30 are not in order"),
        ("[15, 30, 40]", "[15, 30, 140]", 7, "140 is not from 0 to 100"),
        ("ideal: open", "ideal: wide", 8, "'wide' is no value of the issue"),
        ("no_deal: 40", "no_deal: 400", 4, "400 is not from 0 to 100"),
        ("0: none", "-1: none", 4, "'-1' is no place on a scale"),
        ("as before, open]", "as before, open, open]", 5, "gate needs two settlements or more, each once"),
        ("{a: [50, 60, 70]}", "{c: 5}", 9, "no party is called 'c'"),
        ("when: posts <= 30", "when: post <= 30", 11, "no issue is called 'post'"),
        ("when: posts <= 30", "when: posts and 30", 11, "'posts and 30' compares nothing"),
        ("when: posts <= 30", "when: gate >= ajar", 11, "'ajar' is no value of the issue"),
        ("by: [a]", "by: [z]", 13, "no party is called 'z'"),
        (", min: 10", "", 13, "the offer moves no red line"),
        ("both: [posts, gate]", "both: [posts, gates]", 14, "no issue is called 'gates'"),
        ("max: [15, 30, 40]", "max: 3, min: 4", 7, "a accepts nothing: at least 4 and at most 3"),
    ],
)
def test_mistakes(old: str, new: str, line: int, what: str) -> None:
    """Each is named on its line, with something to try."""
    ((at, said, hint),) = changed(old, new)
    assert (at, said) == (line, what)
    assert hint


def test_two_positions_of_one_party_on_one_issue() -> None:
    """The second is pointed at."""
    found = changed("party: b, issue: gate, ideal: open, accept: {min: as before}", "party: a, issue: posts")
    assert [one[:2] for one in found] == [(8, "a has two positions on posts")]


def test_a_range_of_two_numbers() -> None:
    """Three are needed, or one."""
    ((line, what, _),) = changed("[15, 30, 40]", "[15, 30]")
    assert line == 7
    assert "should be one number or [low, mode, high]" in what


def test_a_linkage_with_no_issue() -> None:
    """An effect must say on what."""
    ((line, what, _),) = changed("issue: gate, max: 50", "max: 50")
    assert line == 11
    assert "names no `issue`" in what
