"""Run what the analyst expects: each line of `expect` stands or falls, and says what was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from jirga.answer.analysis import Analysis
from jirga.answer.expected import (  # noqa: F401  (register their kinds)
    consent,
    further,
    marks,
    readings,
    room,
    stress,
    versions,
    views,
)
from jirga.answer.expected.found import difference, found_instead, rows
from jirga.schema.conflict import Conflict
from jirga.schema.expected import kinds
from jirga.schema.expected.base import EvolvesTo, Expected
from jirga.schema.words import Standard
from jirga.solve.ways.joint import improved


@dataclass(frozen=True)
class Outturn:
    """What came of one expectation: whether it stands, and what was found instead if it fell."""

    expected: Expected
    stands: bool
    found: str = ""


def run_expectations(conflict: Conflict) -> list[Outturn]:
    """Run every expectation of a conflict, solving each variant once."""
    solved: dict[str | None, Analysis] = {}
    turned = []
    for expected in conflict.expect:
        if expected.variant not in solved:
            solved[expected.variant] = Analysis(conflict, expected.variant)
        analysis = solved[expected.variant]
        found = cannot_be_asked(expected, analysis) or found_instead(expected, analysis)
        turned.append(Outturn(expected, not found, found))
    return turned


WAYS = (
    *(kinds.Attainable, kinds.NotAttainable, kinds.NothingAttainableHolds, kinds.JointImprovement),
    EvolvesTo,
)


def cannot_be_asked(expected: Expected, analysis: Analysis) -> str:
    """Say why an expectation means nothing here: no status quo, or a listed state that cannot be."""
    if isinstance(expected, WAYS) and analysis.status_quo is None:
        return "there is no status quo"
    listed: list[str] = []
    if isinstance(expected, kinds.OnlyTheseHold):
        listed = [*expected.only_these_hold, *expected.among]
    elif isinstance(expected, kinds.StableFor):
        listed = [*expected.states, *expected.among]
    elif isinstance(expected, kinds.MovesOf):
        listed = [expected.start, *expected.reach]
    elif isinstance(expected, kinds.OrderOf):
        listed = [name for tie in expected.is_ for name in tie]
    else:
        listed = further.states_named(expected)
    return next((f"{name} is impossible" for name in listed if analysis.row(name) is None), "")


@found_instead.register
def _(expected: kinds.Holds, analysis: Analysis) -> str:
    row = analysis.row(expected.holds)
    if row is None:
        return f"{expected.holds} is impossible"
    fell = [standard for standard in expected.by if not analysis.holding[standard][row]]
    who = sorted({analysis.parties[party] for standard in fell for party in analysis.leaves(row, standard)})
    return f"{', '.join(who)} would leave it by {', '.join(fell)}" if fell else ""


@found_instead.register
def _(expected: kinds.HoldsNot, analysis: Analysis) -> str:
    row = analysis.row(expected.holds_not)
    if row is None:
        return ""
    return ", ".join(f"it holds by {standard}" for standard in expected.by if analysis.holding[standard][row])


@found_instead.register
def _(expected: kinds.Leaves, analysis: Analysis) -> str:
    row = analysis.row(expected.leaves)
    if row is None:
        return f"{expected.leaves} is impossible"
    party = analysis.parties.index(expected.who)
    return ", ".join(
        f"{expected.who} stays by {one}" for one in expected.by if analysis.stable[one][party, row]
    )


@found_instead.register
def _(expected: kinds.NothingHolds, analysis: Analysis) -> str:
    where = analysis.board.states.truth(expected.nothing_holds_with)
    return first_holding(analysis, where, expected.by)


@found_instead.register
def _(expected: kinds.NothingAttainableHolds, analysis: Analysis) -> str:
    where = analysis.board.states.truth(expected.nothing_attainable_holds_with)
    return first_holding(analysis, where & analysis.attained("together"), expected.by)


def first_holding(analysis: Analysis, where: np.ndarray[Any, Any], by: Iterable[Standard]) -> str:
    """Name a state that holds where none should."""
    for standard in by:
        rows = np.flatnonzero(where & analysis.holding[standard])
        if len(rows):
            first = ", ".join(analysis.board.states.taken(int(rows[0])))
            return f"by {standard}, {len(rows)} such states hold, as [{first}]"
    return ""


@found_instead.register
def _(expected: kinds.JointImprovement, analysis: Analysis) -> str:
    row, start = analysis.row(expected.joint_improvement), analysis.status_quo
    if row is None or start is None:
        return "the outcome is impossible"
    group = tuple(analysis.parties.index(party) for party in expected.of)
    if row in improved(analysis.movers, group, start):
        return ""
    ranks = analysis.board.ranks
    losers = [analysis.parties[who] for who in group if ranks[who][row] <= ranks[who][start]]
    return f"{', '.join(losers)} would not gain" if losers else "their moves do not lead there"


@found_instead.register
def _(expected: kinds.Attainable, analysis: Analysis) -> str:
    row = analysis.row(expected.attainable)
    stands = row is not None and bool(analysis.attained(expected.steps)[row])
    return "" if stands else "it cannot be got to"


@found_instead.register
def _(expected: kinds.NotAttainable, analysis: Analysis) -> str:
    row = analysis.row(expected.not_attainable)
    if row is None or not analysis.attained(expected.steps)[row]:
        return ""
    return f"it can be got to in {len(analysis.way(row)) or 'some'} steps"


@found_instead.register
def _(expected: kinds.Prefers, analysis: Analysis) -> str:
    better, worse = analysis.row(expected.prefers), analysis.row(expected.to)
    if better is None or worse is None:
        return "one of the outcomes is impossible"
    rank = analysis.board.ranks[analysis.parties.index(expected.who)]
    if rank[better] > rank[worse]:
        return ""
    return "it likes both equally" if rank[better] == rank[worse] else "it prefers the other"


@found_instead.register
def _(expected: kinds.IsImpossible, analysis: Analysis) -> str:
    return "" if analysis.row(expected.impossible) is None else "no rule forbids it"


@found_instead.register
def _(expected: kinds.OnlyTheseHold, analysis: Analysis) -> str:
    shown = rows(analysis, expected.among) if expected.among else set(range(len(analysis.board.states)))
    listed = rows(analysis, expected.only_these_hold)
    holding = {one: set(np.flatnonzero(analysis.holding[one]).tolist()) & shown for one in expected.by}
    return "; ".join(
        difference(analysis, one, found, listed) for one, found in holding.items() if found != listed
    )


@found_instead.register
def _(expected: kinds.StableFor, analysis: Analysis) -> str:
    shown = rows(analysis, expected.among) if expected.among else set(range(len(analysis.board.states)))
    listed, party = rows(analysis, expected.states), analysis.parties.index(expected.stable_for)
    stable = {one: set(np.flatnonzero(analysis.stable[one][party]).tolist()) & shown for one in expected.by}
    return "; ".join(
        difference(analysis, one, found, listed) for one, found in stable.items() if found != listed
    )


@found_instead.register
def _(expected: kinds.MovesOf, analysis: Analysis) -> str:
    start = analysis.row(expected.start)
    party = analysis.parties.index(expected.moves_of)
    mover = analysis.movers.of(party, "improving" if expected.improving else "any")
    found = set() if start is None else set(mover.targets(start).tolist())
    listed = rows(analysis, expected.reach)
    return "" if found == listed else difference(analysis, "moves", found, listed)


@found_instead.register
def _(expected: kinds.OrderOf, analysis: Analysis) -> str:
    rank = analysis.board.ranks[analysis.parties.index(expected.order_of)]
    for better, worse in zip(expected.is_, expected.is_[1:], strict=False):
        if min(rank[list(rows(analysis, better))]) <= max(rank[list(rows(analysis, worse))]):
            return f"{', '.join(better)} is not above {', '.join(worse)}"
    untied = [tie for tie in expected.is_ if len(set(rank[list(rows(analysis, tie))])) > 1]
    return f"{', '.join(untied[0])} are not equally liked" if untied else ""
