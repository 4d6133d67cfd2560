"""Positions, red lines, salience and leverage as arrays, on scales from 0 to 100."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jirga.schema.bargaining import Issue, Range
from jirga.schema.conflict import Conflict

Triples = NDArray[np.float64]
UNSTATED = Range(low=math.nan, mode=math.nan, high=math.nan)


@dataclass(frozen=True, eq=False)
class Stances:
    """Where each party stands on each issue; the last axis is low, mode and high.

    Attributes
    ----------
    parties, issues : tuple of str
        Ids, in file order.
    ideal : float array (n_parties, n_issues, 3)
        Where each would like it, from 0 to 100; NaN where it is not stated.
    salience : float array (n_parties, n_issues, 3)
        How much each cares, from 0 to 100; NaN where it is not stated.
    least, most : float array (n_parties, n_issues, 3)
        The red lines; -inf and inf where there is none.
    leverage : float array (n_parties, 3)
        What each can bring to bear; NaN where it is not stated.
    no_deal : float array (n_issues,)
        Where each issue stands if nothing is agreed; NaN where it is not stated.
    """

    parties: tuple[str, ...]
    issues: tuple[str, ...]
    ideal: Triples
    salience: Triples
    least: Triples
    most: Triples
    leverage: Triples
    no_deal: NDArray[np.float64]

    def party(self, name: str) -> int:
        """Give the number of a party."""
        return self.parties.index(name)

    def issue(self, name: str) -> int:
        """Give the number of an issue."""
        return self.issues.index(name)


def stances(conflict: Conflict) -> Stances:
    """Lay out every position of a conflict.

    Examples
    --------
    >>> from jirga.conflict.file import parse_text
    >>> text = "{title: t, parties: {a: {name: A}}, issues: {x: [shut, half, open]}, "
    >>> text += "positions: [{party: a, issue: x, ideal: open, accept: {min: [0, 10, 50]}}]}"
    >>> found = stances(parse_text(text))
    >>> found.ideal[0, 0].tolist(), found.least[0, 0].tolist(), found.most[0, 0].tolist()
    ([100.0, 100.0, 100.0], [0.0, 10.0, 50.0], [inf, inf, inf])
    """
    parties, issues = tuple(conflict.parties), tuple(conflict.issues)
    shape = (len(parties), len(issues), 3)
    ideal, salience = np.full(shape, math.nan), np.full(shape, math.nan)
    least, most = np.full(shape, -math.inf), np.full(shape, math.inf)
    for one in conflict.positions:
        at, issue = (parties.index(one.party), issues.index(one.issue)), conflict.issues[one.issue]
        for array, stated in (
            (ideal, one.ideal),
            (salience, one.salience),
            (least, one.accept.min),
            (most, one.accept.max),
        ):
            if stated is not None:
                array[at] = triple(issue, stated)
    leverage = [plain_triple(conflict.leverage.get(name, UNSTATED)) for name in parties]
    no_deal = [
        math.nan if one.no_deal is None else place(one, one.no_deal) for one in conflict.issues.values()
    ]
    return Stances(
        parties,
        issues,
        ideal,
        salience,
        least,
        most,
        np.array(leverage, dtype=float).reshape(len(parties), 3),
        np.array(no_deal, dtype=float),
    )


def triple(issue: Issue, stated: Range) -> tuple[float, float, float]:
    """Give the places of a range on an issue's scale."""
    return place(issue, stated.low), place(issue, stated.mode), place(issue, stated.high)


def plain_triple(stated: Range) -> tuple[float, float, float]:
    """Give the three numbers of a range that is on no issue's scale."""
    return float(stated.low), float(stated.mode), float(stated.high)


def place(issue: Issue, value: float | str) -> float:
    """Give the place of a value on an issue's scale; a settlement's is its share of the way.

    Raises
    ------
    ValueError
        It is neither a number nor one of the issue's settlements.

    Examples
    --------
    >>> place(Issue(settlements=("shut", "half", "open")), "half")
    50.0
    """
    if isinstance(value, float | int):
        return float(value)
    if value not in issue.settlements:
        raise ValueError(value)
    last = len(issue.settlements) - 1
    return 100.0 * issue.settlements.index(value) / last if last else 0.0
