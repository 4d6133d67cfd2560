"""What would open a package: every step that could be taken, and the recipes made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from jirga.answer.bargaining.at_the_table import limit_of
from jirga.answer.bargaining.bargain import Bargain
from jirga.schema.bargaining import Linkage
from jirga.schema.words import Basis
from jirga.solve.room.draws import Lines
from jirga.solve.room.opening import opening
from jirga.solve.room.opening_program import Lever, Recipe, Side
from jirga.solve.room.ways import Way
from jirga.solve.room.zones import Table, room

FIRMNESS: dict[Basis | None, int] = {
    None: 1,
    "assumed": 1,
    "inferred": 2,
    "argued": 3,
    "reported": 4,
    "stated": 5,
}
RED_LINE, CLOSE = 100.0, 1e-6
SIDES: tuple[Side, Side] = ("least", "most")


@dataclass(frozen=True)
class Opening:
    """What would open a package, laid out once.

    Attributes
    ----------
    bargain : Bargain
        What is bargained over.
    package : str
        The package, or an issue by itself.
    """

    bargain: Bargain
    package: str

    @cached_property
    def levers(self) -> tuple[Lever, ...]:
        """Every step that somebody could take: offers, mandates widened, red lines moved.

        An offer that rests on more counts as the easier; a red line that rests on more as the harder.
        """
        return (*self.offers(), *self.mandates(), *self.red_lines())

    def offers(self) -> Iterator[Lever]:
        """Give the offers of the file."""
        first = len(self.bargain.conflict.linkages)
        for number, one in enumerate(self.bargain.conflict.offers):
            who = tuple(self.bargain.parties.index(party) for party in one.by)
            yield Lever(6.0 - FIRMNESS[one.basis], who, offer=first + number)

    def red_lines(self) -> Iterator[Lever]:
        """Give every red line of a party that may be needed."""
        for party, issue in self.needed():
            firm = FIRMNESS[self.bargain.position(party, issue).basis]
            for side in SIDES:
                value = float(getattr(self.bargain.mode.lines, side)[party, issue, 0])
                if abs(value) != float("inf"):
                    yield Lever(RED_LINE + firm, (party,), party=party, issue=issue, side=side, value=value)

    def mandates(self) -> Iterator[Lever]:
        """Give every limit of a mandate at the table."""
        for party, issue in self.needed():
            limit = limit_of(self.bargain, party, issue)
            ends = (None, None) if limit is None else (limit.min, limit.max)
            for side, value in zip(SIDES, ends, strict=True):
                if value is not None:
                    yield Lever(6.0, (party,), None, party, issue, side, value, mandate=True)

    def needed(self) -> list[tuple[int, int]]:
        """Give every party that may be needed on an issue of the package, or of what linkages set."""
        issues = sorted({issue for way in self.ways for issue in way.issues})
        return [
            (party, issue)
            for issue in issues
            for party in sorted(set(chain(*self.bargain.needed[issue], *self.bargain.deal)))
        ]

    @cached_property
    def ways(self) -> list[Way]:
        """The ways in which linkages and offers may follow, however far red lines move."""
        return self.bargain.ways_of(self.package, self.bargain.every_link)

    @cached_property
    def found(self) -> tuple[list[Recipe], bool]:
        """The recipes, and whether there is no other."""
        return opening(self.bargain.mode, self.ways, self.levers) if self.ways else ([], True)

    @property
    def recipes(self) -> list[Recipe]:
        """The recipes in order: those that move no red line first."""
        return self.found[0]

    def moves_red_lines(self, recipe: Recipe) -> bool:
        """Whether a recipe moves a red line."""
        return any(self.is_red_line(number) for number, _ in recipe.steps)

    def is_red_line(self, number: int) -> bool:
        """Whether a lever is a red line."""
        return self.levers[number].offer is None and not self.levers[number].mandate

    def share(self, recipe: Recipe) -> float:
        """Give the share of draws in which the package is open once a recipe's steps are taken."""
        before = self.bargain.over_draws
        table = replace(before, lines=self.moved(recipe, before.lines), known={})
        offers = {self.levers[number].offer for number, _ in recipe.steps}
        links = self.bargain.every_link
        return room(
            table,
            [way for way in self.ways if all(n in offers or not links[n].offered for n in way.fired)],
        ).share

    def moved(self, recipe: Recipe, lines: Lines) -> Lines:
        """Give red lines moved by as much as in a recipe."""
        for number, end in recipe.steps:
            lever = self.levers[number]
            if self.is_red_line(number) and end is not None:
                points = {lever.side: end - lever.value}
                lines = lines.moved(lever.party, lever.issue, points.get("least"), points.get("most"))
        return lines

    def leaning(self, recipe: Recipe) -> list[Linkage]:
        """Give the linkages without which a recipe's values would not be accepted."""
        conflict, links = self.bargain.conflict, self.bargain.every_link
        table = replace(self.bargain.mode, lines=self.moved(recipe, self.bargain.mode.lines), known={})
        return [
            conflict.linkages[number]
            for number in recipe.way.fired
            if not links[number].offered and self.missed(table, recipe, number)
        ]

    def missed(self, table: Table, recipe: Recipe, number: int) -> bool:
        """Whether a value of a recipe is beyond somebody's red line unless a linkage follows."""
        issue = self.bargain.every_link[number].issue
        if issue is None or issue not in recipe.values:
            return False
        value, others = recipe.values[issue], [one for one in recipe.way.fired if one != number]
        for party in recipe.members:
            least, most = table.accepted(party, issue, others)
            if not least[0] - CLOSE <= value <= most[0] + CLOSE:
                return True
        return False
