"""Small random bargains, and room for a deal in them worked out from the definition, point by point."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

import numpy as np
from hypothesis import strategies as st

from jirga.conflict.file import numbered
from jirga.schema.conflict import Conflict

PARTIES, ISSUES = ("a", "b", "c"), ("x", "y", "z")
LINES, GRID = range(0, 101, 20), range(0, 101, 10)
Points = dict[str, Any]
Where = Any


@st.composite
def conditions(draw: st.DrawFn, over: tuple[str, ...] = ISSUES) -> str:
    """A comparison, or two joined."""
    one = st.builds(
        "{} {} {}".format, st.sampled_from(over), st.sampled_from(["<=", ">="]), st.sampled_from(LINES)
    )
    return draw(st.one_of(one, st.builds("{} {} {}".format, one, st.sampled_from(["and", "or"]), one)))


@st.composite
def red_lines(draw: st.DrawFn, party: str, issue: str) -> dict[str, Any]:
    """A position with a red line on one side, on both, or on none."""
    low, high = sorted((draw(st.sampled_from(LINES)), draw(st.sampled_from(LINES))))
    sides = draw(st.sampled_from([("min",), ("max",), ("min", "max"), ()]))
    ends = {"min": low, "max": high}
    return {"party": party, "issue": issue, "accept": {side: ends[side] for side in sides}}


@st.composite
def effects(draw: st.DrawFn, *, setting: bool) -> dict[str, Any]:
    """A linkage: it moves a red line, or sets a value on z."""
    if setting and draw(st.booleans()):
        when = draw(conditions(("x", "y")))
        return {"when": when, "issue": "z", "becomes": draw(st.sampled_from(LINES))}
    side = draw(st.sampled_from([{"min": 0}, {"min": 20}, {"max": 80}, {"max": 100}]))
    who = draw(st.sampled_from([*PARTIES, None]))
    return {"when": draw(conditions()), "issue": draw(st.sampled_from(ISSUES)), "party": who, **side}


@st.composite
def bargains(draw: st.DrawFn, *, setting: bool = True, offers: int = 0) -> Conflict:
    """A conflict with three parties and three issues, and the package p."""
    some = st.lists(st.sampled_from(PARTIES), min_size=1, unique=True)
    rules = st.one_of(
        st.none(), some, st.just({"at_least": 2, "of": list(PARTIES)}), st.just({"any_of": ["a", ["b", "c"]]})
    )
    consent = {issue: {"needs": rule} for issue in (*ISSUES, "deal") if (rule := draw(rules)) is not None}
    no_deal = {issue: draw(st.sampled_from([None, 0, 60])) for issue in ISSUES}
    taken = draw(st.lists(effects(setting=False), max_size=offers))
    every = {
        "title": "t",
        "parties": {party: {"name": party} for party in PARTIES},
        "issues": {issue: {"no_deal": no_deal[issue]} for issue in ISSUES},
        "positions": [draw(red_lines(*pair)) for pair in product(PARTIES, ISSUES)],
        "consent": consent,
        "linkages": draw(st.lists(effects(setting=setting), max_size=3)),
        "offers": [{"says": "o", **effect, "party": effect["party"] or "a"} for effect in taken],
        "packages": {"p": draw(st.lists(st.sampled_from(ISSUES), min_size=1, unique=True))},
    }
    return numbered(Conflict.model_validate(every))


def says_yes(rule: Any, yes: dict[str, Where]) -> Where:
    """Where those who accept are enough for a rule."""
    if hasattr(rule, "name"):
        return yes[rule.name]
    if hasattr(rule, "at_least"):
        return np.sum([says_yes(one, yes) for one in rule.of], axis=0) >= rule.at_least
    parts = [says_yes(one, yes) for one in getattr(rule, "all_of", None) or rule.any_of]
    return np.all(parts, axis=0) if hasattr(rule, "all_of") else np.any(parts, axis=0)


def holds(when: str, values: Points) -> Where:
    """Where a condition is true; a comparison of a value that is not known, which is NaN, is not."""

    def one(text: str) -> Where:
        issue, sign, number = text.split()
        return values[issue] <= float(number) if sign == "<=" else values[issue] >= float(number)

    cases = [[one(part) for part in some.split(" and ")] for some in when.split(" or ")]
    return np.any([np.all(case, axis=0) for case in cases], axis=0)


def accepts(conflict: Conflict, party: str, issue: str, values: Points, freed: frozenset[Any]) -> Where:
    """Where a party accepts the value of an issue, with the red lines that linkages move at that point."""
    (position,) = [one for one in conflict.positions if (one.party, one.issue) == (party, issue)]
    least, most = position.accept.min, position.accept.max
    low = np.full(len(values[issue]), 0.0 if least is None else float(least.mode))
    high = np.full(len(values[issue]), 100.0 if most is None else float(most.mode))
    for one in (*conflict.linkages, *(offer for offer in conflict.offers if offer.id in freed)):
        if one.issue == issue and one.party in {None, party}:
            meant = holds(one.when, values)
            low = low if one.min is None else np.where(meant, np.minimum(low, one.min), low)
            high = high if one.max is None else np.where(meant, np.maximum(high, one.max), high)
    low = np.zeros(len(low)) if (party, issue, "least") in freed else low
    high = np.full(len(high), 100.0) if (party, issue, "most") in freed else high
    return (low <= values[issue]) & (values[issue] <= high)


def points(conflict: Conflict) -> tuple[Points, dict[str, Where], Where]:
    """Give every point of the grid: its values, where each issue is settled, where the linkages agree."""
    inside = conflict.packages["p"].issues
    grid = np.array(list(product(GRID, repeat=len(inside))), dtype=float).T
    stated = {issue: conflict.issues[issue].no_deal for issue in ISSUES}
    size = grid.shape[1]
    values = {one: np.full(size, np.nan if stated[one] is None else float(stated[one])) for one in ISSUES}
    values |= dict(zip(inside, grid, strict=True))
    settled = {issue: np.full(size, issue in inside) for issue in ISSUES}
    agree, z = np.full(size, True), values["z"].copy()
    for one in conflict.linkages:
        if one.becomes is not None:
            meant = holds(one.when, values)
            agree &= ~meant | ~settled["z"] | (z == one.becomes)
            z[meant], settled["z"] = one.becomes, settled["z"] | meant
    return values | {"z": z}, settled, agree


def accepted(conflict: Conflict, freed: frozenset[Any] = frozenset()) -> tuple[Points, Where]:
    """Give every point, and where all whose yes is needed accept it, with some lines lifted."""
    values, settled, agree = points(conflict)
    yes = {
        issue: {party: accepts(conflict, party, issue, values, freed) for party in PARTIES}
        for issue in ISSUES
    }
    deal, good = conflict.consent.get("deal"), agree
    if deal is not None:
        whole = {
            party: np.all([~settled[issue] | yes[issue][party] for issue in ISSUES], axis=0)
            for party in PARTIES
        }
        good = good & says_yes(deal.needs, whole)
    for issue in ISSUES:
        rule = conflict.consent.get(issue) or deal
        enough = (
            np.all(list(yes[issue].values()), axis=0) if rule is None else says_yes(rule.needs, yes[issue])
        )
        good = good & (enough | ~settled[issue])
    return values, good


def has_room(conflict: Conflict, freed: frozenset[Any] = frozenset()) -> bool:
    """Whether the package has room, with some red lines lifted and some offers taken up."""
    return bool(accepted(conflict, freed)[1].any())


def minimal_openings(conflict: Conflict, levers: list[Any]) -> dict[frozenset[Any], float]:
    """Give the smallest sets of levers that open the package, and the points given up in each."""
    found: dict[frozenset[Any], float] = {}
    for size in range(len(levers) + 1):
        for some in map(frozenset, combinations(levers, size)):
            if not any(less <= some for less in found):
                values, good = accepted(conflict, some)
                if good.any():
                    found[some] = float(given_up(conflict, some, values)[good].min())
    return found


def given_up(conflict: Conflict, levers: frozenset[Any], values: Points) -> Where:
    """Give how far the red lines among some levers are from each point, in sum."""
    total = np.zeros(len(values["x"]))
    for party, issue, side in (one for one in levers if isinstance(one, tuple)):
        (position,) = [one for one in conflict.positions if (one.party, one.issue) == (party, issue)]
        if side == "least":
            total += np.maximum(0, float(position.accept.min.mode) - values[issue])
        else:
            total += np.maximum(0, values[issue] - float(position.accept.max.mode))
    return total
