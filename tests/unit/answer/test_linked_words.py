"""What linking two tables changes, found and said: carried, broken, opened, or nothing."""

from __future__ import annotations

from pathlib import Path

from jirga.answer.linked.analysis import LinkedAnalysis, broken, carried, linked_analysis, opened, unchanged
from jirga.answer.linked.words import linked_answer, what_linking_changes
from jirga.conflict.linked.file import read_linked

ONE = """
title: One
parties:
  c: {name: The centre, options: {back: back the talks}, prefers: [{want: WANT, why: WHY}]}
  l: {name: The league, options: {go: go}, prefers: [{want: go iff back, why: goes where it is backed}]}
status_quo: []
outcomes: {stay: [], went: [back, go]}
"""
TWO = """
title: Two
parties:
  c: {name: The centre, options: {open: open the border}, prefers: [{want: open iff halt, why: a fair price}]}
  k: {name: The kingdom, options: {halt: stop building}, prefers: [open, not halt]}
status_quo: []
outcomes: {shut: [], trade: [open, halt]}
"""
LINK = "title: t\ntables: {one: one.yaml, two: two.yaml}\nshared: c\n"
AWAY = "not back", "keeps away"


def found(folder: Path, more: str, want: tuple[str, str] = AWAY, two: str = TWO) -> LinkedAnalysis:
    """Link the two tables."""
    one = ONE.replace("WANT", want[0]).replace("WHY", want[1])
    for name, text in {"one": one, "two": two, "both": LINK + more}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return linked_analysis(read_linked(folder / "both.yaml"))


def said(analysis: LinkedAnalysis) -> str:
    """What is said to change, in one line."""
    return " ".join(map(str, what_linking_changes(analysis).sentences))


def test_nothing_changes(tmp_path: Path) -> None:
    """Where no answer at the other table matters, a pair holds just where both parts do, and that is said."""
    analysis = found(tmp_path, "first: one")
    assert unchanged(analysis)
    assert said(analysis).startswith("Nothing: each pair")
    for pair in analysis.pairs:
        assert bool(analysis.level(pair)) == analysis.holds_apart(pair)


def test_carried(tmp_path: Path) -> None:
    """Who would leave by itself, by which move and why; with what it holds; why the same party stays."""
    more = (
        "prefers: [{want: two_halt implies one_back, why: pays it back, id: X}, {table: two}, {table: one}]"
    )
    analysis = found(tmp_path, more)
    (one,) = carried(analysis)
    assert (one.table, one.outcome, one.together_with) == ("one", "went", ("trade",))
    words = said(analysis)
    assert "The centre would leave “went” to no longer back the talks: keeps away" in words
    assert "Linked, it holds by threat together with “trade” (two)." in words
    assert "There The centre stays (pays it back" in words
    assert "in any case" not in words
    assert list(opened(analysis)) == []


def test_a_temptation_elsewhere_is_a_threat(tmp_path: Path) -> None:
    """With the other table first, what the kingdom is tempted to do there deters the centre here."""
    analysis = found(tmp_path, "first: two")
    assert [(one.outcome, one.together_with) for one in carried(analysis)] == [("went", ("trade",))]
    words = said(analysis)
    assert "fears that The kingdom would then no longer stop building (two)" in words
    assert "The kingdom wants nothing at one and may do so in any case" in words


def test_broken(tmp_path: Path) -> None:
    """A pair breaks whose parts hold: who leaves it, at which table, and why."""
    more = "prefers: [{want: one_back, why: wants it now, id: X}, {table: two}]"
    analysis = found(tmp_path, more)
    assert broken(analysis) == ["stay + shut", "stay + trade"]
    words = said(analysis)
    assert "The parts of “stay + shut” and “stay + trade” hold by themselves" in words
    assert "for instance to back the talks (one): wants it now [assumed]" in words


def test_forbidden(tmp_path: Path) -> None:
    """A rule across the tables forbids a pair whose parts hold, and that is said."""
    analysis = found(tmp_path, "first: two\nimpossible: [two_open and not one_back]")
    assert broken(analysis) == ["stay + trade"]
    assert "A rule across the tables forbids “stay + trade”." in said(analysis)
    rows = linked_answer(analysis).sections
    table = next(one.table for one in rows if one.heading == "Which pairs hold")
    assert ("stay", "trade", "impossible", "yes", "by threat", "-") in table.rows


def test_a_rule_can_hold_somebody_fast(tmp_path: Path) -> None:
    """Where a rule across the tables forbids the move by which somebody would leave, that is the reason."""
    analysis = found(tmp_path, "first: one\nimpossible: [two_halt and not one_back]", two=TWO)
    assert ("one", "went") in [(one.table, one.outcome) for one in carried(analysis)]
    assert "There a rule across the tables forbids that move." in said(analysis)


def test_a_threat_from_the_other_table(tmp_path: Path) -> None:
    """Where the one who would leave fears a reply at the other table, that reply is named."""
    two = TWO.replace("[{want: open iff halt, why: a fair price}]", "[{want: halt, why: wants a halt}]")
    two = two.replace("[open, not halt]", "[halt]").replace("[open, halt]", "[halt]")
    analysis = found(tmp_path, "first: two", two=two)
    assert [(one.outcome, one.together_with) for one in carried(analysis)] == [("went", ("trade",))]
    assert "fears that The kingdom would then no longer stop building (two)" in said(analysis)
    assert "it holds by empty threat together with “trade” (two)" in said(analysis)


def test_without_a_status_quo(tmp_path: Path) -> None:
    """Nothing is said of what can be got to."""
    analysis = found(tmp_path, "first: two", two=TWO.replace("status_quo: []\n", ""))
    assert list(opened(analysis)) == []
    assert "not known" in str(linked_answer(analysis))
