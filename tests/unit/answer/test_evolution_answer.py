"""Status-quo analysis in words: the table, the tree, and where each outcome first appears."""

from __future__ import annotations

import pytest

from jirga.answer.analysis import Analysis
from jirga.answer.families import evolution as module
from jirga.answer.families.evolution import NoStatusQuo, evolution_answer
from jirga.errors import UnknownName
from jirga.examples import conflict
from jirga.schema.answer import Answer


def water() -> Analysis:
    return Analysis(conflict("syria_iraq_1975"))


def said(answer: Answer, heading: str) -> list[str]:
    """What stands under a heading; nothing where there is none."""
    return [
        str(one) for section in answer.sections if section.heading == heading for one in section.sentences
    ]


def rows(answer: Answer) -> list[tuple[str, ...]]:
    """The rows of the table of states."""
    return [row for section in answer.sections if section.table for row in section.table.rows]


def test_by_improvements() -> None:
    """Iraq attacks, Syria escalates, and there it ends: Figure 26 has 4 and not 2."""
    found = evolution_answer(water())
    assert said(found, "Where it can go") == [
        "Two of the 5 other states can be got to, in at most 2 steps; nothing new follows.",
        "\u201c4\u201d first appears after one step.",
        "\u201c6\u201d first appears after 2 steps.",
        "\u201c2\u201d, \u201c3\u201d and \u201c5\u201d do not appear.",
    ]
    assert rows(found) == [("4", "1", "Iraq", "no"), ("6", "2", "Syria", "yes")]
    assert said(found, "Step by step") == [
        "1. From \u201c1\u201d, Iraq: attack, to \u201c4\u201d.",
        "2. From \u201c4\u201d, Syria: escalate, to \u201c6\u201d.",
    ]


def test_by_any_moves_who_loses_is_said() -> None:
    """Figure 20: every state within two steps; a step against its maker's interest is marked."""
    found = evolution_answer(water(), "moves")
    assert {row[0]: row[1:3] for row in rows(found)} == {
        "2": ("1", "Syria"),
        "3": ("1", "Syria"),
        "4": ("1", "Iraq"),
        "5": ("2", "Syria or Iraq"),
        "6": ("2", "Syria or Iraq"),
    }
    first = said(found, "Step by step")[0]
    assert (
        first
        == "1. From \u201c1\u201d, Syria: release water, to \u201c2\u201d \u2013 Syria would lose by it."
    )


def test_by_coalitions_those_who_move_together_are_named() -> None:
    """Figure 32: after the town's step the Ministry and Uniroyal go to 10 together."""
    found = evolution_answer(Analysis(conflict("elmira_12")), "coalitions")
    assert rows(found)[-1][:3] == ("10", "2", "the Ministry + Uniroyal")
    assert "together, the Ministry: modify the control order" in said(found, "Step by step")[-1]


def test_fewer_steps_are_told_of() -> None:
    """With --steps 1 the table ends there, and says that more follows."""
    found = evolution_answer(water(), steps=1)
    assert [row[0] for row in rows(found)] == ["4"]
    (first, *_) = said(found, "Where it can go")
    assert first == "One of the 5 other states can be got to, in at most one step; more after one step."
    assert len(said(found, "Step by step")) == 1


def test_a_long_table_and_a_large_tree_are_cut_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not shown is counted, never dropped silently; named outcomes come first."""
    monkeypatch.setattr(module, "MOST_ROWS", 3)
    monkeypatch.setattr(module, "MOST_EDGES", 4)
    monkeypatch.setattr(module, "FIRST_EDGES", 2)
    found = evolution_answer(water(), "moves")
    table = next(section.table for section in found.sections if section.table)
    assert len(table.rows) == 3
    assert table.note.startswith("and 2 more states")
    assert said(found, "The first step")[2:] == [
        "5 more steps by which a state is first reached are not written out here."
    ]


def test_where_nobody_can_take_a_step() -> None:
    """A status quo that no single party gains by leaving stays as it is."""
    found = evolution_answer(Analysis(conflict("khyber_kabul_2025")))
    assert said(found, "Where it can go") == ["Nobody can take such a step: it stays as today."]
    assert rows(found) == []


def test_without_a_status_quo() -> None:
    """There is nowhere to start from, and the error says what to write."""
    with pytest.raises(NoStatusQuo, match="write status_quo"):
        evolution_answer(Analysis(conflict("prisoners")))


def test_an_unknown_kind_of_step() -> None:
    """The kinds are three."""
    with pytest.raises(UnknownName, match="did you mean 'moves'"):
        evolution_answer(water(), "move")
