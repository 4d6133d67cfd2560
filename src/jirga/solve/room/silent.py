"""Linkages that can never follow, because a condition asks for what somebody needed never accepts."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence

from jirga.conflict.bargaining.links import Link, Span
from jirga.solve.room.zones import Table

Reach = Mapping[int, Sequence[tuple[float, float]]]


def never_following(table: Table, no_deal: Sequence[float]) -> dict[int, tuple[Span, ...]]:
    """Name the linkages that can never follow, each with what is out of reach.

    Parameters
    ----------
    table : Table
        With the red lines at their widest, as a single draw: what cannot follow there follows in no draw.
    no_deal : sequence of float
        Where each issue stands without a deal; NaN where it is not stated.

    Returns
    -------
    dict of int to tuple of (issue, least, most)
        By the linkage's number: of each case of its condition, the first span that nothing reaches.

    Notes
    -----
    A fixed point: linkages are let follow one after another, each with what the ones before make acceptable,
    until none is added. What is left out follows in no draw, whatever the package. A linkage that is let
    follow may still not, because its condition joins values that do not go together.

    Examples
    --------
    >>> import numpy as np
    >>> from jirga.solve.room.draws import Lines
    >>> lines = Lines(np.full((1, 1, 1), -np.inf), np.full((1, 1, 1), 35.0))
    >>> high = Link("high", (((0, 50.0, 100.0),),), issue=0, parties=(0,), least=0.0)
    >>> never_following(Table(lines, (high,), {0: ((0,),)}), [math.nan])
    {0: ((0, 50.0, 100.0),)}
    """
    following: set[int] = set()
    while True:
        reach = reached(table, no_deal, following)
        more = {
            number
            for number, link in enumerate(table.links)
            if number not in following and any(misses(reach, one) is None for one in link.cases)
        }
        if not more:
            break
        following |= more
    return {
        number: tuple(span for one in link.cases if (span := misses(reach, one)) is not None)
        for number, link in enumerate(table.links)
        if number not in following
    }


def reached(table: Table, no_deal: Sequence[float], following: Collection[int]) -> Reach:
    """Give the values each issue can take: what is accepted, where it stands without a deal, what is set."""
    found: dict[int, list[tuple[float, float]]] = {}
    for issue, groups in table.needed.items():
        accepted = [table.zone(issue, group, sorted(following)) for group in groups]
        found[issue] = [(float(low[0]), float(high[0])) for low, high in accepted if low[0] <= high[0]]
        if not math.isnan(no_deal[issue]):
            found[issue].append((no_deal[issue], no_deal[issue]))
    for issue, value in settings(table.links, following):
        found[issue].append((value, value))
    return found


def settings(links: Sequence[Link], following: Collection[int]) -> Iterator[tuple[int, float]]:
    """Give what the linkages that follow set."""
    for number in following:
        link = links[number]
        if link.issue is not None and link.becomes is not None:
            yield link.issue, link.becomes


def misses(reach: Reach, case: Sequence[Span]) -> Span | None:
    """Give the first span of a case that no value reaches."""
    for issue, low, high in case:
        if not any(max(low, least) <= min(high, most) for least, most in reach[issue]):
            return issue, low, high
    return None
