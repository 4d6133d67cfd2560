"""Variants compared: what each changes in the answer, and every outcome under every variant."""

from __future__ import annotations

import pytest

from jirga.answer.analysis import Analysis
from jirga.answer.comparison import comparison, what_variants_change
from jirga.conflict.file import parse_text
from jirga.examples import conflict


@pytest.fixture(scope="module")
def khyber() -> Analysis:
    return Analysis(conflict("khyber_kabul_2025"))


def test_every_outcome_has_a_letter_under_every_variant(khyber: Analysis) -> None:
    """A row per outcome, a column per variant, the file itself first."""
    found = comparison(khyber)
    assert found.table.head == ("outcome", *map(str, range(12)))
    rows = {row[0]: row[1:] for row in found.table.rows}
    assert list(rows) == list(khyber.conflict.outcomes)
    assert rows["status quo"][:2] == ("Y+", "e+")
    assert rows["torkham only"] == ("t+", "e+", "t+", "-", "-", "-", "e+", "-", "t+", "t+", "t+", "e+")
    assert rows["partial deal"] == ("-", "-", "d+", "-", "t", "-", "-", "-", "-", "-", "-", "-")
    assert rows["grand bargain"][8:11] == ("t+", "x", "t")


def test_the_columns_are_named_and_the_letters_explained(khyber: Analysis) -> None:
    """The numbers over the columns are given with the variants' names, and the letters with their meaning."""
    found = comparison(khyber)
    said = [str(one) for one in found.sentences]
    assert said[0] == "0: the file as it stands"
    assert said[4] == (
        "4: price lower and linkage \u2013 if Kabul took border and trade relief as its price and Pakistan "
        "made reopening conditional on a halt"
    )
    assert found.table.note.startswith(
        "Y holds; t, d, e holds by threat, doubtful threat, empty threat; - does"
    )


def changes(analysis: Analysis, *, short: bool = False) -> dict[str, str]:
    """What each group of variants changes."""
    said = [str(one) for one in what_variants_change(analysis, short=short).sentences]
    return dict(one.split(": ", 1) for one in said)


def test_a_variant_is_told_by_what_it_changes(khyber: Analysis) -> None:
    """Each variant is given with the asks and the outcomes whose answer changes, those alike together."""
    said = changes(khyber)
    assert said["\u201cs40 literal\u201d"] == "\u201cgrand bargain\u201d would be impossible."
    assert said["\u201capril 2025\u201d"] == (
        "\u201cstatus quo\u201d and \u201ctorkham only\u201d would hold by an empty threat; "
        "\u201cgrand bargain\u201d would hold by an empty threat but could not be got to; "
        "\u201cdirect torkham\u201d would hold by threat."
    )
    both = said["\u201clinkage only\u201d and \u201cttp independent\u201d"]
    assert both.startswith("an open border crossing can no longer be had and kept")
    assert "\u201ctorkham only\u201d and \u201cdirect torkham\u201d would not hold" in both
    assert (
        "\u201cpartial deal\u201d and \u201cdirect deal\u201d would hold by threat but could not be got to"
        in said["\u201cprice lower and linkage\u201d"]
    )


def test_in_short_only_what_was_asked_and_what_is_out_of_reach(khyber: Analysis) -> None:
    """In short the outcomes that merely hold, no longer hold or are ruled out are left out beside asks."""
    said = changes(khyber, short=True)
    lost = ("would not hold", "would be impossible", "as before")
    assert not any(words in change for change in said for words in lost)
    assert any(change.endswith("would hold by threat but could not be got to") for change in said)
    assert said["Fewer attacks can be had and kept"] == "under \u201cpakistan pays\u201d."
    assert next(iter(said)).startswith("Fewer attacks")


SMALL = """
title: t
status_quo: []
parties: {p: {name: P, options: {x: x}, prefers: [x]}}
outcomes: {done: x, quo: []}
variants:
  nothing: []
  away: [{impossible: not x}]
  other: [{drop: p.1}]
"""


def test_a_variant_whose_rules_forbid_the_status_quo_is_not_answered() -> None:
    """A variant that rules the status quo out is said to be unsolvable, and no answer is made up for it."""
    said = changes(Analysis(parse_text(SMALL)))
    assert said["\u201caway\u201d"] == "cannot be solved: the rules forbid the status quo."
    assert said["\u201cnothing\u201d"] == "the answer stays the same."


def test_outcomes_that_newly_hold_are_told() -> None:
    """Where a variant makes the status quo hold, it is named, and so is what is then out of reach."""
    assert changes(Analysis(parse_text(SMALL)))["\u201cother\u201d"] == (
        "\u201cdone\u201d would hold as before, but could not be got to; \u201cquo\u201d would hold."
    )


def test_an_outcome_made_possible_is_told_if_it_holds() -> None:
    """Where a variant lifts the rule that forbids an outcome, and the outcome then holds, it is named."""
    text = SMALL.replace("outcomes:", "impossible: [x]\noutcomes:").partition("variants:")[0]
    said = changes(Analysis(parse_text(text + "variants: {allowed: [{possible: x}]}")))
    assert said["\u201callowed\u201d"] == "\u201cdone\u201d would hold; \u201cquo\u201d would not hold."


def test_without_a_status_quo_no_variant_is_said_to_be_out_of_reach() -> None:
    """Without a status quo what can be got to is not known, so a variant's outcomes only hold or do not."""
    text = SMALL.replace("status_quo: []\n", "").replace("  away: [{impossible: not x}]\n", "")
    said = changes(Analysis(parse_text(text)))
    assert "got to" not in said["\u201cother\u201d"]
    assert "\u201cquo\u201d would hold" in said["\u201cother\u201d"]


def test_without_variants_the_file_stands_alone() -> None:
    """A file without variants has one column."""
    alone = parse_text(SMALL.partition("variants:")[0])
    assert comparison(Analysis(alone)).table.rows == (("done", "Y+"), ("quo", "-+"))
    assert what_variants_change(Analysis(alone)).sentences == ()
