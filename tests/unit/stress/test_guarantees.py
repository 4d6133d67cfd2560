"""Who would have to go first, and which guarantee would make the way exist."""

from __future__ import annotations

import pytest

from jirga.answer.analysis import Analysis
from jirga.conflict.file import parse_text
from jirga.conflict.variants import edited, make
from jirga.examples import conflict
from jirga.stress.escrow import escrows
from jirga.stress.guarantees import first_step, following, together

STAG = """
title: Trade
parties:
  seller: {name: S, options: {ship: {says: ship}}, prefers: [{want: pay, id: S1}, {want: not ship, id: S2}]}
  buyer: {name: B, options: {pay: {says: pay}}, prefers: [{want: ship, id: B1}, {want: not pay, id: B2}]}
status_quo: []
outcomes: {trade: [ship, pay]}
"""


def test_kabul_goes_first_and_a_deposit_would_do() -> None:
    """Under a lower price and linkage: no simultaneous move, no need of a one-way step, but a deposit."""
    solved = Analysis(conflict("khyber_kabul_2025"), "price lower and linkage")
    row = solved.row("partial deal")
    first = first_step(solved.board, solved.status_quo, row)
    assert first is not None
    assert (solved.parties[first.party], first.place) == ("kabul", 0)
    tried = together(solved.board, first)
    assert [solved.parties[one] for one in tried.group] == ["military", "kabul", "ttp"]
    assert [solved.parties[one] for one in tried.losers] == ["ttp"]
    assert following(solved.conflict, solved.board, first).worse == 0
    (deposit,) = escrows(solved.conflict, solved.board, first, "seq_best", 3)
    assert (deposit.option, deposit.giver, deposit.opens, deposit.holds) == ("border", "military", True, True)


def test_the_deposit_stands_as_edits_of_a_file() -> None:
    """Made one by one they give a conflict in which the outcome with the deposit is got to and holds."""
    base = edited(conflict("khyber_kabul_2025"), "price lower and linkage")
    solved = Analysis(base)
    first = first_step(solved.board, solved.status_quo, solved.row("partial deal"))
    assert first is not None
    (deposit,) = escrows(base, solved.board, first, "seq_best", 3)
    changed = base
    for one in deposit.edits:
        changed = make(one, changed)
    again = Analysis(changed)
    end = again.board.states.find([*base.outcomes["partial deal"].taken, "border_escrow"])
    assert again.attained("together")[end]
    assert again.holding["seq_best"][end]


def test_no_way_that_costs_anybody_has_no_first_mover() -> None:
    """The Torkham exchange is a joint gain, and the shortest way by single moves still has a loss."""
    solved = Analysis(conflict("khyber_kabul_2025"))
    assert first_step(solved.board, solved.status_quo, solved.status_quo) is None


def test_where_nothing_binds_the_other_a_one_way_step_does_not_help() -> None:
    """Whoever goes first in a trade is not paid: the other has no gain in paying, whatever is one-way."""
    solved = Analysis(parse_text(STAG))
    first = first_step(solved.board, solved.status_quo, solved.row("trade"))
    assert first is not None
    found = following(solved.conflict, solved.board, first)
    assert (found.ends, found.worse, found.one_way) == (1, 1, ())


@pytest.mark.parametrize("name", ["khyber_kabul_2025"])
def test_the_first_mover_gains_in_the_end(name: str) -> None:
    """It is better off at the state named than where it stood."""
    solved = Analysis(conflict(name), "price lower and linkage")
    first = first_step(solved.board, solved.status_quo, solved.row("partial deal"))
    assert first is not None
    assert first.better_at is not None
    rank = solved.board.ranks[first.party]
    assert rank[first.step.end] < rank[first.step.start] < rank[first.better_at]
