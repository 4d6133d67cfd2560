"""A file checked: problems as values, traps the answer would fall into, expectations run."""

from __future__ import annotations

import json

import pytest

from jirga.answer.analysis import Analysis
from jirga.answer.checking import check_text, refuse_errors
from jirga.conflict.file import read_text
from jirga.errors import ConflictTrouble
from jirga.examples import starter


def test_a_sound_file_has_no_errors_and_its_expectations_stand() -> None:
    """The starter has notes about what is assumed, no errors, and what it expects comes out."""
    check = check_text(starter(), "talks.yaml")
    assert check.errors == ()
    assert {one.severity for one in check.problems} <= {"warning", "note"}
    assert len(check.outturns) == 2
    assert check.fallen == ()


def test_an_expectation_that_falls_is_told() -> None:
    """What does not come out is listed with what was found."""
    check = check_text(
        starter().replace("{holds: mutual truce, by: seq,", "{holds: mutual truce, by: nash,"), "t"
    )
    (fallen,) = check.fallen
    assert fallen.found == "government, movement would leave it by nash"
    first = json.loads(json.dumps(check.as_dict()))["expectations"][0]
    assert (first["stands"], first["found"], first["expected"]["by"]) == (False, fallen.found, ["nash"])


def test_a_file_that_cannot_be_read_is_a_problem_and_not_an_exception() -> None:
    """Text that is no conflict gives problems; nothing is raised and no expectation is run."""
    for text in ("a: [", "- a list", "title: t", starter().replace("truce and withdraw", "truce and")):
        check = check_text(text, "talks.yaml")
        assert check.errors
        assert check.outturns == ()


def test_an_error_in_the_states_stops_the_expectations() -> None:
    """Where the status quo is impossible, that is an error and no expectation is run."""
    check = check_text(starter().replace("impossible: []", "impossible: [not withdraw]"), "talks.yaml")
    assert [one.kind for one in check.errors] == ["status_quo_impossible"]
    assert check.outturns == ()


def test_a_variant_that_cannot_be_solved_is_an_error_at_its_place() -> None:
    """A variant that rules the status quo out is an error at the variant's line."""
    text = starter().replace("edits: [{drop: M3}]", "edits: [{impossible: not truce}]")
    (only,) = check_text(text, "talks.yaml").errors
    assert only.what.startswith("variant 'movement needs quiet': the status quo is impossible by 'not truce'")
    line = next(number for number, one in enumerate(text.splitlines(), 1) if "movement needs quiet" in one)
    assert only.where.line == line


STUCK = """
title: t
status_quo: [w]
parties:
  p: {name: P, options: {x: x, w: w}, prefers: [not x, w]}
one_way: [x, not w]
"""


def test_one_way_options_that_hold_where_nobody_gets_are_a_warning() -> None:
    """States that are stable only because an option cannot be undone, and out of reach, are warned of."""
    found = {one.what: one.where.line for one in check_text(STUCK, "t").problems if one.kind == "stuck"}
    assert list(found) == [
        "'x' cannot be taken back: with it taken, 2 states hold although no steps lead there",
        "'w' cannot be taken again: with it dropped, 2 states hold although no steps lead there",
    ]


def test_without_a_status_quo_nothing_is_said_to_be_out_of_reach() -> None:
    """Without a status quo no state is called out of reach."""
    text = STUCK.replace("status_quo: [w]\n", "")
    assert not [one for one in check_text(text, "t").problems if one.kind == "stuck"]


def test_errors_are_raised_before_solving() -> None:
    """A conflict with an error is refused with every error it has."""
    file = read_text(starter().replace("impossible: []", "impossible: [not withdraw]"))
    with pytest.raises(ConflictTrouble, match="the status quo is impossible"):
        refuse_errors(file, Analysis(file.conflict))
    sound = read_text(starter())
    refuse_errors(sound, Analysis(sound.conflict))
