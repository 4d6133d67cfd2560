"""Run what is expected of coalitions, of how a conflict unfolds, of the inverse and of moves at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jirga.answer.analysis import Analysis
from jirga.answer.expected.found import difference, found_instead, rows
from jirga.conflict.references import names_in
from jirga.errors import Located
from jirga.schema.expected import base as kinds
from jirga.solve import coalitions, simultaneous
from jirga.solve.coalitions import breakers, undeterred
from jirga.solve.inverse import inverse_counts
from jirga.solve.status_quo import Evolution, evolution
from jirga.solve.ways.joint import Group, improved, reach

STATE_KEYS = (
    *("holds_against_coalitions", "coalition_breaks", "to", "start", "reach", "states", "evolves_to"),
    *("inverse_count", "simultaneously_stable", "among"),
)


def states_named(expected: kinds.Expected) -> list[str]:
    """List the states that an expectation of a further concept names."""
    if not isinstance(expected, kinds.FURTHER):
        return []
    return [name for key in STATE_KEYS for name in names_in(getattr(expected, key, None))]


def or_why_not(find: Callable[[Any, Analysis], str]) -> Callable[[Any, Analysis], str]:
    """Let an expectation fall with the reason where its question cannot be answered."""

    @wraps(find)
    def found(expected: Any, analysis: Analysis) -> str:
        try:
            return find(expected, analysis)
        except Located as trouble:
            return f"cannot be answered: {trouble}"

    return found


def numbers(analysis: Analysis, parties: Iterable[str]) -> Group:
    """Give some parties' numbers, in file order, each once."""
    return tuple(sorted({analysis.parties.index(party) for party in parties}))


def possible(analysis: Analysis, name: str) -> int:
    """Give the row of a state that is known to be possible."""
    (row,) = rows(analysis, [name])
    return row


@found_instead.register
@or_why_not
def _(expected: kinds.HoldsAgainstCoalitions, analysis: Analysis) -> str:
    row = possible(analysis, expected.holds_against_coalitions)
    found: dict[Group, list[str]] = {}
    for standard in expected.by:
        for one in breakers(analysis.movers, row, standard, expected.largest):
            found.setdefault(one.coalition, []).append(standard)
    return "; ".join(
        f"{called(analysis, who)} would leave it by {', '.join(by)}" for who, by in found.items()
    )


@found_instead.register
@or_why_not
def _(expected: kinds.CoalitionBreaks, analysis: Analysis) -> str:
    row, group = possible(analysis, expected.coalition_breaks), numbers(analysis, expected.of)
    listed = rows(analysis, expected.to)
    for standard in expected.by:
        ends = undeterred(analysis.movers, group, row, standard)
        if not ends:
            return f"{called(analysis, group)} would stay by {standard}"
        if not listed <= ends:
            return difference(analysis, standard, ends & listed, listed)
    return ""


@found_instead.register
@or_why_not
def _(expected: kinds.CoalitionMoves, analysis: Analysis) -> str:
    start, group = possible(analysis, expected.start), numbers(analysis, expected.coalition_moves)
    if expected.improving:
        found = set(improved(analysis.movers, group, start).tolist())
    else:
        ends, reached = reach(analysis.movers, group, np.array([start]))
        found = set(ends[reached].tolist()) - {start}
    listed = rows(analysis, expected.reach)
    return "" if found == listed else difference(analysis, "moves", found, listed)


@found_instead.register
@or_why_not
def _(expected: kinds.CoalitionsStay, analysis: Analysis) -> str:
    groups = [numbers(analysis, one) for one in expected.coalitions_stay]
    stable = {
        standard: np.logical_and.reduce([coalitions.stays(analysis.movers, who, standard) for who in groups])
        for standard in expected.by
    }
    return unlike_print(analysis, stable, expected.states, expected.among)


@found_instead.register
@or_why_not
def _(expected: kinds.EvolvesTo, analysis: Analysis) -> str:
    row, start = possible(analysis, expected.evolves_to), analysis.status_quo
    if start is None:
        return "there is no status quo"
    found = evolution(analysis.movers, start, expected.steps, analysis.largest)
    least = int(found.least[row])
    if least < 0:
        return "no such steps lead there"
    if expected.after is not None and expected.after != least:
        return f"it takes {least} steps"
    group = numbers(analysis, expected.last)
    return (
        "" if not group or group in lasts(found, row, least) else f"{called(analysis, group)} cannot be last"
    )


@found_instead.register
@or_why_not
def _(expected: kinds.InverseCount, analysis: Analysis) -> str:
    row, vary = possible(analysis, expected.inverse_count), numbers(analysis, expected.vary)
    counts = inverse_counts(analysis.movers, row, vary, expected.by)
    return ", ".join(f"{count} by {name}" for name, count in counts.items() if count != expected.count)


@found_instead.register
@or_why_not
def _(expected: kinds.SimultaneouslyStable, analysis: Analysis) -> str:
    asked = analysis.movers.parties if expected.who is None else numbers(analysis, [expected.who])
    stable = {
        one: np.logical_and.reduce([simultaneous.CONCEPTS[one](analysis.movers, who) for who in asked])
        for one in expected.by
    }
    return unlike_print(analysis, stable, expected.simultaneously_stable, expected.among)


def lasts(found: Evolution, row: int, count: int) -> tuple[Group, ...]:
    """Say who may have moved last where a state is reached after so many steps."""
    return found.last_movers(row).get(count, ())


def called(analysis: Analysis, group: Group) -> str:
    """Name parties by their ids."""
    return ", ".join(analysis.parties[who] for who in group)


def unlike_print(
    analysis: Analysis, stable: dict[Any, NDArray[np.bool_]], listed: Iterable[str], among: tuple[str, ...]
) -> str:
    """Compare what is stable, among the states that the print shows, with what it lists."""
    shown = rows(analysis, among) if among else set(range(analysis.movers.size))
    wanted = rows(analysis, listed)
    found = {one: set(np.flatnonzero(where).tolist()) & shown for one, where in stable.items()}
    return "; ".join(difference(analysis, one, some, wanted) for one, some in found.items() if some != wanted)
