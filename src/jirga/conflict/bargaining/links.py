"""Linkages and offers as numbers: when each follows, and what it does."""

from __future__ import annotations

import math
from dataclasses import dataclass

from jirga.conflict.bargaining.condition import PlaceOf, read_condition
from jirga.conflict.bargaining.positions import Stances, place
from jirga.schema.bargaining import Linkage, Offer
from jirga.schema.conflict import Conflict

Span = tuple[int, float, float]
Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Link:
    """What follows on one issue from values on others.

    Attributes
    ----------
    id : str
        The linkage's or the offer's id.
    cases : tuple of tuples of (issue, least, most)
        It follows where one of these holds: a value for each issue from the least to the most.
    issue : int or None
        The issue on which it follows.
    parties : tuple of int
        Whose red lines move.
    least, most : float
        What the red lines fall or rise to; inf and -inf where they stay.
    becomes : float or None
        The value that the issue takes.
    offered : bool
        Whether it is an offer that has to be taken up first.
    """

    id: str
    cases: tuple[Spans, ...]
    issue: int | None = None
    parties: tuple[int, ...] = ()
    least: float = math.inf
    most: float = -math.inf
    becomes: float | None = None
    offered: bool = False

    @property
    def moves_red_lines(self) -> bool:
        """Whether it makes more acceptable, and does not set a value."""
        return self.issue is not None and self.becomes is None


def links(conflict: Conflict, stances: Stances) -> tuple[Link, ...]:
    """Lay out the linkages, then the offers, in the order of the file.

    Examples
    --------
    >>> from jirga.conflict.file import parse_text
    >>> from jirga.conflict.bargaining.positions import stances
    >>> text = "{title: t, parties: {a: {name: A, options: {o: o}}}, issues: {x: X, y: Y}, "
    >>> text += "linkages: [{when: x >= 50, party: a, issue: y, max: 70}]}"
    >>> conflict = parse_text(text)
    >>> (link,) = links(conflict, stances(conflict))
    >>> link.cases, link.issue, link.parties, link.most
    ((((0, 50.0, 100.0),),), 1, (0,), 70.0)
    """
    every: tuple[Linkage | Offer, ...] = (*conflict.linkages, *conflict.offers)
    return tuple(laid_out(one, conflict, stances) for one in every)


def laid_out(one: Linkage | Offer, conflict: Conflict, stances: Stances) -> Link:
    """Lay out one linkage or offer."""

    def place_of(issue: str, value: str) -> float:
        scale = conflict.issues[issue]
        return place(scale, value if value in scale.settlements else float(value))

    return Link(
        id=one.id,
        cases=cases(one.when, place_of, stances),
        issue=None if one.issue is None else stances.issue(one.issue),
        parties=tuple(range(len(stances.parties))) if one.party is None else (stances.party(one.party),),
        least=math.inf if one.min is None else one.min,
        most=-math.inf if one.max is None else one.max,
        becomes=one.becomes if isinstance(one, Linkage) else None,
        offered=isinstance(one, Offer),
    )


def cases(when: str, place_of: PlaceOf, stances: Stances) -> tuple[Spans, ...]:
    """Give the cases in which a condition holds; without one, the one case without a demand."""
    if not when:
        return ((),)
    boxes = read_condition(when).boxes(place_of)
    return tuple(tuple((stances.issue(name), *span) for name, span in box.items()) for box in boxes)
