"""The ways in which linkages may follow from a package: which do, by which case of their conditions."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from jirga.conflict.bargaining.links import Link, Span, Spans
from jirga.errors import TooLarge

MOST_WAYS = 20_000
MOST_COMPARED = 600
MOST_SETTING = 12
Values = Mapping[int, float]
Box = Mapping[int, tuple[float, float]]


@dataclass(frozen=True)
class Way:
    """Values that a package may take, and what then follows.

    Attributes
    ----------
    spans : tuple of (issue, least, most)
        Every issue that is settled, by its number, and what its value may be.
    fired : tuple of int
        The linkages and offers that then follow and move a red line, by number.
    """

    spans: Spans
    fired: tuple[int, ...]

    @property
    def issues(self) -> tuple[int, ...]:
        """The issues that are settled."""
        return tuple(issue for issue, _, _ in self.spans)


def ways(
    links: Sequence[Link], issues: Iterable[int], no_deal: Sequence[float], values: Values | None = None
) -> list[Way]:
    """List the ways in which linkages may follow from settling some issues together.

    Parameters
    ----------
    links : sequence of Link
        The linkages, and the offers taken to be open.
    issues : iterable of int
        The issues of the package.
    no_deal : sequence of float
        Where each issue stands if nothing is agreed; NaN where it is not stated.
    values : mapping of int to float, optional
        Values that are fixed already.

    Returns
    -------
    list of Way
        A value fits the package if it fits one of them, with the red lines that its linkages move.

    Raises
    ------
    TooLarge
        There are more ways than can be gone through.

    Notes
    -----
    A linkage that moves a red line only adds to what is accepted, so it may be left unused where its
    condition holds. A linkage that sets a value cannot: it follows, or its contrary holds. Conditions on
    issues outside the package hold or not by the value without a deal, and are never taken to hold where
    that is not stated.
    What sets a value outside the package must itself follow from the package, not from itself.

    Examples
    --------
    >>> tied = Link("tied", (((0, 50.0, 100.0),),), issue=1, parties=(0,), most=70.0)
    >>> [(way.spans, way.fired) for way in ways([tied], [0, 1], [math.nan, math.nan])]
    [(((0, 0.0, 100.0), (1, 0.0, 100.0)), ()), (((0, 50.0, 100.0), (1, 0.0, 100.0)), (0,))]
    """
    package = dict.fromkeys(issues, (0.0, 100.0))
    package |= {issue: (value, value) for issue, value in (values or {}).items()}
    setting = [number for number, link in enumerate(links) if link.becomes is not None]
    found: dict[Way, None] = {}
    if len(setting) > MOST_SETTING:
        what = f"{len(setting)} linkages set a value; at most {MOST_SETTING} are gone through"
        raise TooLarge(what, "leave some out")
    for size in range(len(setting) + 1):
        for following in combinations(setting, size):
            for way in ways_where(links, package, no_deal, following):
                found[way] = None
                if len(found) > MOST_WAYS:
                    raise TooLarge("the linkages can follow in too many ways", "leave out or split some")
    return undominated(links, list(found))


def ways_where(
    links: Sequence[Link], package: Box, no_deal: Sequence[float], following: tuple[int, ...]
) -> Iterator[Way]:
    """Go through the ways in which just these of the linkages that set a value follow."""
    set_to = ((target(links[number]), links[number].becomes or 0.0) for number in following)
    box = meet(package, ((issue, value, value) for issue, value in set_to))
    if box is not None:
        yield from Settled(links, package, box, no_deal, following).ways()


@dataclass(frozen=True)
class Settled:
    """A package when just some of the linkages that set a value follow; `box` has what they set, too."""

    links: Sequence[Link]
    package: Box
    box: Box
    no_deal: Sequence[float]
    following: tuple[int, ...]

    def ways(self) -> Iterator[Way]:
        """Go through every case of every linkage that counts here."""
        forced: list[list[tuple[int, Spans]]] = []
        for number, link in enumerate(self.links):
            if link.becomes is None:
                continue
            cases = tuple(self.within(link.cases))
            if number in self.following:
                forced.append([(number, spans) for spans in cases])
            else:
                forced.append([(-1, spans) for spans in contrary(cases, self.box)])
        for chosen in product(*forced):
            box = self.joined(spans for _, spans in chosen)
            if box is not None and self.founded(chosen):
                yield from self.with_red_lines(box)

    def within(self, cases: Iterable[Spans]) -> Iterator[Spans]:
        """Keep of each case what is open here; leave out the cases that the issues outside rule out."""
        for spans in cases:
            if all(span[0] in self.box or self.stands(span) for span in spans):
                yield tuple(span for span in spans if span[0] in self.box)

    def stands(self, span: Span) -> bool:
        """Whether an issue outside the package is known to stand within a span without a deal."""
        issue, low, high = span
        return low <= self.no_deal[issue] <= high

    def joined(self, some: Iterable[Spans]) -> Box | None:
        """Give the values within all of some spans, or None if there are none."""
        return meet(self.box, chain.from_iterable(some))

    def founded(self, chosen: Iterable[tuple[int, Spans]]) -> bool:
        """Whether what sets a value follows from the package step by step, and not from itself."""
        known = set(self.package)
        left = [(number, {issue for issue, _, _ in spans}) for number, spans in chosen if number >= 0]
        while left:
            ready = [number for number, issues in left if issues <= known]
            if not ready:
                return False
            known |= {target(self.links[number]) for number in ready}
            left = [(number, issues) for number, issues in left if number not in ready]
        return True

    def with_red_lines(self, box: Box) -> Iterator[Way]:
        """Go through every choice of linkages that move a red line of an issue settled here."""
        free = [
            (number, tuple(self.within(link.cases)))
            for number, link in enumerate(self.links)
            if link.moves_red_lines and link.issue in self.box
        ]

        def grow(place: int, box: Box, fired: tuple[int, ...]) -> Iterator[Way]:
            if place == len(free):
                yield Way(tuple((issue, low, high) for issue, (low, high) in sorted(box.items())), fired)
                return
            yield from grow(place + 1, box, fired)
            number, cases = free[place]
            for spans in cases:
                narrower = meet(box, spans)
                if narrower is not None:
                    yield from grow(place + 1, narrower, (*fired, number))

        yield from grow(0, box, ())


def target(link: Link) -> int:
    """Give the issue on which a linkage follows."""
    return -1 if link.issue is None else link.issue


def contrary(cases: Iterable[Spans], box: Box) -> list[Spans]:
    """Give the spans within a box in which none of some cases holds.

    >>> contrary([((0, 50.0, 100.0),)], {0: (60.0, 100.0)})
    []
    """
    found: dict[Spans, None] = {(): None}
    for case in cases:
        broken = [span for issue, low, high in case for span in beyond(issue, low, high)]
        longer = ((*spans, one) for spans in found for one in broken)
        found = dict.fromkeys(spans for spans in longer if meet(box, spans) is not None)
        if len(found) > MOST_WAYS:
            raise TooLarge("a condition with too many cases", "split it into several linkages")
    return list(found)


def beyond(issue: int, low: float, high: float) -> Iterator[Span]:
    """Give the spans below and above one.

    >>> [span[2] < 50 for span in beyond(0, 50.0, 100.0)]
    [True]
    """
    if low > 0:
        yield issue, 0.0, math.nextafter(low, -math.inf)
    if high < 100:
        yield issue, math.nextafter(high, math.inf), 100.0


def meet(box: Box, spans: Iterable[Span]) -> Box | None:
    """Give the values in a box that are within some spans, or None if there are none."""
    found = dict(box)
    for issue, low, high in spans:
        before = found.get(issue, (0.0, 100.0))
        found[issue] = (max(before[0], low), min(before[1], high))
        if found[issue][0] > found[issue][1]:
            return None
    return found


def undominated(links: Sequence[Link], every: list[Way]) -> list[Way]:
    """Leave out ways that another betters: values as many, red lines as wide, and no offer more."""
    if len(every) > MOST_COMPARED:
        return every
    return [one for one in every if not any(betters(links, other, one) for other in every if other != one)]


def betters(links: Sequence[Link], one: Way, other: Way) -> bool:
    """Whether a way lets through whatever another does, without an offer more."""
    if one.issues != other.issues or not set(one.fired) >= set(other.fired):
        return False
    extra = set(one.fired) - set(other.fired)
    if any(links[number].offered for number in extra):
        return False
    pairs = zip(one.spans, other.spans, strict=True)
    return all(mine[1] <= theirs[1] and mine[2] >= theirs[2] for mine, theirs in pairs)
