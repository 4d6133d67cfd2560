"""Linked tables are the product of two graph models, and hold together what the theorems say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import brute
from jirga.answer.analysis import Analysis
from jirga.conflict.file import parse_text
from jirga.conflict.linked.whole import joined
from jirga.schema.conflict import Conflict
from linking import TABLES, linked, product_of, tables, taken

few = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
CARRIED_OVER = ("gmr", "seq", "seq_best")
BOUND = """
title: what is taken cannot be dropped once answered
parties:
  c: {name: C, options: {p: x}, prefers: [not x, p]}
  OTHER: {name: L, options: {x: x}, prefers: [x]}
impossible: [x and not p]
outcomes: {nothing: []}
"""


def whole_of(made: dict[str, Conflict], first: str, **more: object) -> Analysis:
    """Both tables solved as one conflict."""
    return Analysis(joined(linked(first, **more), made))


def every(found: Analysis, made: dict[str, Conflict]) -> list[tuple[int, dict[str, int]]]:
    """Every pair of the tables' states: its row in the whole, and each table's."""
    alone = {table: Analysis(conflict).board.states for table, conflict in made.items()}
    rows = []
    for one in range(len(alone["one"])):
        for two in range(len(alone["two"])):
            parts = dict(zip(TABLES, (one, two), strict=True))
            names = [f"{table}_{key}" for table, row in parts.items() for key in alone[table].taken(row)]
            row = found.board.states.find(names)
            assert row is not None
            rows.append((row, parts))
    return rows


@few
@given(made=tables(), first=st.sampled_from(TABLES), rule=st.booleans())
def test_the_whole_is_the_product(made: dict[str, Conflict], first: str, rule: bool) -> None:
    """Its states, moves, preferences and verdicts are those of the pairs, by an independent definition."""
    across = {"impossible": ["one_a and two_p"]} if rule else {}
    model = product_of(made, first, (lambda pair: "a" in pair[0] and "p" in pair[1]) if rule else None)
    assume(model.states)
    found = whole_of(made, first, **across)
    assert list(found.parties) == model.parties
    rows = {pair: found.board.states.find(taken(pair)) for pair in model.states}
    assert sorted(rows.values()) == list(range(len(found.board.states)))
    for number, party in enumerate(model.parties):
        for pair, row in rows.items():
            expected = sorted(rows[there] for there in model.moves(party, pair))
            assert found.board.moves.targets(number, row).tolist() == expected
        order = sorted(model.states, key=lambda pair: model.worth(party, pair))
        ranks = [int(found.board.ranks[number][rows[pair]]) for pair in order]
        assert ranks == sorted(ranks)
        same = [model.worth(party, one) == model.worth(party, two) for one, two in zip(order, order[1:])]  # noqa: B905, RUF007
        assert same == [one == two for one, two in zip(ranks, ranks[1:])]  # noqa: B905, RUF007
    for concept in ("nash", "gmr", "smr", "seq"):
        for number, party in enumerate(model.parties):
            for pair, row in rows.items():
                stays = brute.stable(concept, party, pair, model.parties, model.moves, model.worth)
                assert stays == found.stable[concept][number][row], (concept, party, pair)


@few
@given(made=tables(), first=st.sampled_from(TABLES))
def test_nash_is_nash_at_both(made: dict[str, Conflict], first: str) -> None:
    """Without a rule across the tables a pair holds by nash just where both parts do, for every party."""
    assume(all(len(Analysis(conflict).board.states) for conflict in made.values()))
    found, alone = whole_of(made, first), {table: Analysis(conflict) for table, conflict in made.items()}
    for row, parts in every(found, made):
        both = all(alone[table].holding["nash"][part] for table, part in parts.items())
        assert found.holding["nash"][row] == both


@few
@given(made=tables(), first=st.sampled_from(TABLES))
def test_what_holds_apart_holds_together(made: dict[str, Conflict], first: str) -> None:
    """By gmr, seq and seq_best a pair holds wherever both parts do; the order of the tables is no matter."""
    assume(all(len(Analysis(conflict).board.states) for conflict in made.values()))
    found, alone = whole_of(made, first), {table: Analysis(conflict) for table, conflict in made.items()}
    for row, parts in every(found, made):
        for standard in CARRIED_OVER:
            if all(alone[table].holding[standard][part] for table, part in parts.items()):
                assert found.holding[standard][row], standard


@few
@given(made=tables(rules=False), first=st.sampled_from(TABLES))
def test_smr_where_nothing_is_ruled_out(made: dict[str, Conflict], first: str) -> None:
    """By smr, too, where every combination is possible and everything can be undone."""
    made = {table: conflict.model_copy(update={"one_way": ()}) for table, conflict in made.items()}
    found, alone = whole_of(made, first), {table: Analysis(conflict) for table, conflict in made.items()}
    for row, parts in every(found, made):
        if all(alone[table].holding["smr"][part] for table, part in parts.items()):
            assert found.holding["smr"][row]


@pytest.mark.parametrize("standard", ["smr", "sseq"])
def test_an_escape_at_the_other_table(standard: str) -> None:
    """By smr and sseq two parts may hold and the pair may not: C escapes a sanction at the other table."""
    made = {table: parse_text(BOUND.replace("OTHER", f"l{table}")) for table in TABLES}
    assert all(Analysis(conflict).holding[standard][0] for conflict in made.values())
    assert not whole_of(made, "two").holding[standard][0]


def test_a_threat_from_the_other_table() -> None:
    """By gmr a pair may hold whose part does not: somebody at the other table could take something away."""
    made = {
        "one": parse_text("title: t\nparties: {c: {name: C, options: {p: x}, prefers: [p]}}"),
        "two": parse_text(
            "title: t\nparties:\n  c: {name: C, options: {q: x}, prefers: [b]}\n"
            "  l: {name: L, options: {b: x}, prefers: [b]}"
        ),
    }
    found = whole_of(made, "two")
    row = found.board.states.find(["two_b"])
    assert not Analysis(made["one"]).holding["gmr"][0]
    assert found.holding["gmr"][row]
    assert not found.holding["seq"][row]


def test_a_reply_at_both_tables_at_once() -> None:
    """By seq, too: C answers at one table at a loss, because in the same step it gains at the other."""
    made = {
        "one": parse_text(
            "title: t\nparties:\n  c: {name: C, options: {y: x}, prefers: [not y]}\n"
            "  l: {name: L, options: {x: x}, prefers: [not y, x]}"
        ),
        "two": parse_text(
            "title: t\nparties:\n  c: {name: C, options: {p: x}, prefers: [not q, p]}\n"
            "  m: {name: M, options: {q: x}, prefers: [p iff q]}"
        ),
    }
    found = whole_of(made, "two")
    assert not Analysis(made["one"]).holding["seq"][0]
    assert Analysis(made["two"]).holding["seq"][0]
    assert found.holding["seq"][0]


@few
@given(made=tables(), first=st.sampled_from(TABLES))
def test_a_list_of_tables_is_the_order_of_the_tables(made: dict[str, Conflict], first: str) -> None:
    """`first: one` says the same as prefers: [{table: one}, {table: two}]."""
    order = [{"table": table} for table in sorted(TABLES, key=lambda one: one != first)]
    listed = linked("one").model_copy(update={"first": None})
    listed = type(listed).model_validate(listed.model_dump(exclude_none=True) | {"prefers": order})
    one, two = joined(linked(first), made), joined(listed, made)
    assert one.parties == two.parties
    assert np.array_equal(Analysis(one).board.ranks, Analysis(two).board.ranks)
