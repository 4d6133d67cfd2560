"""What everybody needed accepts on an issue, and whether a package fits in it, draw by draw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.bargaining.links import Link
from jirga.solve.room.draws import Lines, Values
from jirga.solve.room.ways import Way

Truth = NDArray[np.bool_]
Group = tuple[int, ...]
Groups = tuple[Group, ...]


@dataclass(frozen=True, eq=False)
class Table:
    """Red lines, linkages, and whose yes is needed.

    Attributes
    ----------
    lines : Lines
        The red lines.
    links : tuple of Link
        The linkages, and the offers taken to be open.
    needed : mapping of int to tuple of tuples of int
        For each issue the sets of parties whose yes is enough, none with a member to spare.
    deal : tuple of tuples of int
        The same for every package as a whole; one empty set where nothing is needed besides.
    """

    lines: Lines
    links: tuple[Link, ...]
    needed: Mapping[int, Groups]
    deal: Groups = ((),)
    known: dict[tuple[int, Group, Group], tuple[Values, Values]] = field(default_factory=dict)

    def zone(self, issue: int, members: Iterable[int], fired: Iterable[int] = ()) -> tuple[Values, Values]:
        """Give the least and the most that all members accept on an issue, with some linkages' red lines."""
        moving = tuple(number for number in fired if self.links[number].issue == issue)
        key = (issue, tuple(sorted(set(members))), moving)
        if key not in self.known:
            self.known[key] = self.common(*key)
        return self.known[key]

    def common(self, issue: int, members: Group, moving: Group) -> tuple[Values, Values]:
        """Work a zone out: the highest of the least, and the lowest of the most."""
        low, high = np.zeros(self.lines.draws), np.full(self.lines.draws, 100.0)
        for party in members:
            least, most = self.accepted(party, issue, moving)
            np.maximum(low, least, out=low)
            np.minimum(high, most, out=high)
        return low, high

    def accepted(self, party: int, issue: int, fired: Iterable[int]) -> tuple[Values, Values]:
        """Give the least and the most that one party accepts, with some linkages' red lines."""
        least, most = self.lines.least[party, issue], self.lines.most[party, issue]
        for number in fired:
            link = self.links[number]
            if link.issue == issue and party in link.parties:
                least, most = np.minimum(least, link.least), np.maximum(most, link.most)
        return least, most

    def misfits(self, way: Way, deal: Group) -> dict[int, Truth]:
        """Say for each issue of a way in which draws nobody's zone has room within its span."""
        return {issue: ~self.fits(issue, low, high, way.fired, deal) for issue, low, high in way.spans}

    def fits(self, issue: int, low: float, high: float, fired: Group, deal: Group) -> Truth:
        """Say in which draws some set of those needed accepts a value within a span."""
        found = np.zeros(self.lines.draws, dtype=bool)
        for group in self.needed[issue]:
            least, most = self.zone(issue, (*group, *deal), fired)
            found |= np.maximum(least, low) <= np.minimum(most, high)
        return found


@dataclass(frozen=True, eq=False)
class Room:
    """Where a package has room.

    Attributes
    ----------
    open : bool array (n_draws,)
        In which draws some value of the package is accepted by everybody needed.
    closes : mapping of int to bool array (n_draws,)
        For each issue the draws in which it is what stands in the way, where the package comes nearest.
    """

    open: Truth
    closes: Mapping[int, Truth]

    @cached_property
    def share(self) -> float:
        """The share of draws in which it is open."""
        return float(self.open.mean())

    def closed_by(self) -> dict[int, float]:
        """For each issue the share of the shut draws in which it stands in the way, largest first."""
        shut = int((~self.open).sum())
        shares = {issue: float(where.sum()) / shut for issue, where in self.closes.items()} if shut else {}
        return dict(sorted(shares.items(), key=lambda item: (-item[1], item[0])))


def room(table: Table, every: Sequence[Way]) -> Room:
    """Say in which draws a package has room, and what closes it in the others.

    Parameters
    ----------
    table : Table
        The red lines and whose yes is needed.
    every : sequence of Way
        The ways in which linkages may follow from the package.

    Notes
    -----
    A package has room if a value for each of its issues exists that everybody needed accepts, with the red
    lines as the linkages move them at that very value. In a shut draw, the issues that close it are those
    without room in the way that leaves the fewest of them.

    Examples
    --------
    >>> lines = Lines(np.array([[[40.0]], [[-np.inf]]]), np.array([[[np.inf]], [[35.0]]]))
    >>> whole = Way(((0, 0.0, 100.0),), ())
    >>> room(Table(lines, (), {0: ((0, 1),)}), [whole]).share
    0.0
    """
    draws = table.lines.draws
    issues = sorted({issue for way in every for issue in way.issues})
    fewest, closes = np.full(draws, len(issues) + 1), {one: np.zeros(draws, dtype=bool) for one in issues}
    for deal, way in pairs(table, every):
        shut = table.misfits(way, deal)
        count = np.sum(list(shut.values()), axis=0)
        nearer = count < fewest
        if nearer.any():
            fewest = np.where(nearer, count, fewest)
            for issue, where in closes.items():
                where[nearer] = shut[issue][nearer] if issue in shut else False
        if not fewest.any():
            break
    return Room(fewest == 0, closes)


def pairs(table: Table, every: Sequence[Way]) -> Iterator[tuple[Group, Way]]:
    """Go through the ways with each set of parties whose yes is needed for the whole."""
    for deal in table.deal:
        for way in every:
            yield deal, way


def first_fit(table: Table, every: Sequence[Way]) -> tuple[Way, Group, dict[int, tuple[float, float]]] | None:
    """Give the first way that fits at a single draw, for whom, and what may be agreed on each issue."""
    for deal, way in pairs(table, every):
        if not any(where[0] for where in table.misfits(way, deal).values()):
            return way, deal, {one[0]: agreed(table, one, way, deal)[1] for one in way.spans}
    return None


def agreed(
    table: Table, span: tuple[int, float, float], way: Way, deal: Group
) -> tuple[Group, tuple[float, float]]:
    """Give the set of parties that leaves the widest room within a span, and that room."""
    issue, low, high = span
    found = []
    for group in table.needed[issue]:
        least, most = table.zone(issue, (*group, *deal), way.fired)
        found.append((group, (max(float(least[0]), low), min(float(most[0]), high))))
    return max(found, key=lambda one: one[1][1] - one[1][0])
