"""A package's possible values, and what each is worth to those whose yes it needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jirga.answer import phrases
from jirga.answer.bargaining.bargain import Bargain, NothingToAsk, members_of
from jirga.conflict.bargaining.positions import place
from jirga.solve.packages.front import Front, front, unbettered_worths
from jirga.solve.room.ways import Way
from jirga.solve.room.zones import Group, pairs

STEP, EVENLY = 5.0, 50.0


@dataclass(frozen=True, eq=False)
class Grid:
    """The values that go together in one way of settling a package.

    Attributes
    ----------
    values : tuple of float arrays
        For each issue of the package, its possible values, lowest first.
    """

    values: tuple[NDArray[np.float64], ...]

    @property
    def size(self) -> int:
        """How many packages there are."""
        return int(np.prod([len(some) for some in self.values], dtype=object))


class PackageValues:
    """A package of a bargain: its issues, its parties, and what they make of its values.

    Attributes
    ----------
    parties : tuple of int
        Those whose yes it needs and who have said where they would like any of its issues.
    issues : tuple of int
        Its issues.
    """

    def __init__(self, bargain: Bargain, name: str, step: float = STEP) -> None:
        self.bargain, self.name, self.step = bargain, name, step
        stated = {bargain.issues.index(one) for one in bargain.package(name).issues}
        self.issues = tuple(sorted(stated))
        self.members = members_of(bargain, name)
        ideal = bargain.stances.ideal[:, list(self.issues), 1]
        self.parties = tuple(who for who in self.members if not np.isnan(ideal[who]).all())
        if not self.parties:
            hint = "write `ideal:` in their positions"
            raise NothingToAsk(f"nobody whose yes \u201c{name}\u201d needs has said what it would like", hint)
        self.refuse_without_no_deal()

    def refuse_without_no_deal(self) -> None:
        """Stop where it is not known from what gains are measured."""
        unknown = [self.bargain.issues[one] for one in self.issues if np.isnan(self.bargain.no_deal[one])]
        if unknown:
            what = f"it is not said where {phrases.listing(unknown)} would stand if nothing were agreed"
            hint = f"write `no_deal:` under issues > {unknown[0]}; gains are measured from there"
            raise NothingToAsk(what, hint)

    @cached_property
    def weights(self) -> NDArray[np.float64]:
        """How much each party cares for each issue, of 1 in all; alike where no salience is stated."""
        at = np.ix_(self.parties, self.issues)
        stated = self.bargain.stances.salience[:, :, 1][at]
        cares = ~np.isnan(self.bargain.stances.ideal[:, :, 1][at])
        weight = np.where(cares, np.where(np.isnan(stated), EVENLY, stated), 0.0)
        total = weight.sum(axis=1, keepdims=True)
        shares: NDArray[np.float64] = np.divide(weight, total, out=np.zeros_like(weight), where=total > 0)
        return shares

    def worth(self, column: int, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give what values of one issue are worth to each party, in points of 100 for everything it wants."""
        ideal = np.nan_to_num(self.bargain.stances.ideal[list(self.parties), self.issues[column], 1])
        away = np.abs(values[:, None] - ideal[None, :])
        return np.asarray((100.0 - away) * self.weights[:, column])

    def worths(self, values: Sequence[NDArray[np.float64]]) -> list[NDArray[np.float64]]:
        """Give what the values of every issue are worth."""
        return [self.worth(column, some) for column, some in enumerate(values)]

    @cached_property
    def no_deal(self) -> NDArray[np.float64]:
        """What no deal is worth to each party, with what it costs it taken off."""
        stands = [np.array([self.bargain.no_deal[one]]) for one in self.issues]
        at = np.sum([worth[0] for worth in self.worths(stands)], axis=0)
        costs = self.bargain.conflict.cost_of_no_deal
        names = [self.bargain.parties[one] for one in self.parties]
        return np.asarray(at - [float(costs[one].mode) if one in costs else 0.0 for one in names])

    @cached_property
    def within(self) -> list[Grid]:
        """The packages that respect every red line, at the likeliest values, way by way."""
        table = self.bargain.mode
        grids = [self.grid(way, deal) for deal, way in pairs(table, self.bargain.ways(self.name))]
        return [grid for grid in grids if grid.size]

    @cached_property
    def anything(self) -> Grid:
        """Every package on the scales, red lines left aside."""
        fixed = self.fixed
        return Grid(tuple(np.array([fixed[one]]) if one in fixed else self.scale(one) for one in self.issues))

    @property
    def fixed(self) -> dict[int, float]:
        """The values that the package states already."""
        stated = self.bargain.package(self.name).values
        issues = self.bargain.conflict.issues
        return {self.bargain.issues.index(one): place(issues[one], value) for one, value in stated.items()}

    def scale(self, issue: int, more: Iterable[float] = ()) -> NDArray[np.float64]:
        """Give an issue's values: its settlements, or steps along its scale with the places that matter."""
        one = self.bargain.conflict.issues[self.bargain.issues[issue]]
        if one.settlements:
            return np.array([place(one, name) for name in one.settlements])
        wished = self.bargain.stances.ideal[list(self.parties), issue, 1]
        steps = np.arange(0.0, 100.0 + self.step / 2, self.step)
        found = np.concatenate([steps, wished[~np.isnan(wished)], list(more)])
        return np.unique(found[(found >= 0) & (found <= 100)])

    def grid(self, way: Way, deal: Group) -> Grid:
        """Give the values of one way that somebody's zone has room for."""
        spans = {issue: (low, high) for issue, low, high in way.spans}
        table = self.bargain.mode
        outside = [issue for issue in spans if issue not in self.issues]
        if any(not table.fits(one, *spans[one], way.fired, deal)[0] for one in outside):
            return Grid((np.zeros(0),))
        values = []
        for issue in self.issues:
            low, high = spans[issue]
            zones = [table.zone(issue, (*group, *deal), way.fired) for group in table.needed[issue]]
            ends = [float(end[0]) for zone in zones for end in zone]
            some = self.scale(issue, (*ends, low, high))
            some = some[(some >= low) & (some <= high)]
            values.append(np.array([v for v in some if table.fits(issue, v, v, way.fired, deal)[0]]))
        return Grid(tuple(values))

    def front_of(self, grids: Sequence[Grid]) -> tuple[NDArray[np.float64], Front]:
        """Join the fronts of several grids: the values of each package, and what they are worth."""
        fronts = [front(self.worths(grid.values)) for grid in grids]
        values = [values_of(grid, one) for grid, one in zip(grids, fronts, strict=True)]
        worth = np.concatenate([one.worth for one in fronts])
        kept = unbettered_worths(worth)
        joined = np.concatenate(values)[kept]
        return joined, Front(np.zeros((len(kept), 0), dtype=np.int16), worth[kept])


def values_of(grid: Grid, found: Front) -> NDArray[np.float64]:
    """Give the values of each package on a front."""
    return np.column_stack([some[found.choices[:, column]] for column, some in enumerate(grid.values)])
