"""What is bargained over, laid out once: every answer about room for a deal is made from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np

from jirga.conflict.bargaining.consent import laid_out, voters_in
from jirga.conflict.bargaining.links import Link, links
from jirga.conflict.bargaining.positions import Stances, place, stances
from jirga.conflict.variants import edited
from jirga.errors import Located, UnknownName
from jirga.schema.bargaining import Package, Position
from jirga.schema.conflict import Conflict
from jirga.schema.consent import AllOf, AnyRule, Member
from jirga.solve.consent.game import Game
from jirga.solve.consent.minimal import minimal_winning
from jirga.solve.room.draws import DRAWS, SEED, Lines, Values, at_the_mode, drawn, on_settlements, widest
from jirga.solve.room.issue import Zone, zone
from jirga.solve.room.silent import never_following
from jirga.solve.room.ways import Way, ways
from jirga.solve.room.zones import Group, Groups, Room, Table, room

WHOLE = "deal"


class NothingToAsk(Located):
    """A question about a bargain where the file names no issues, or no packages."""

    def __init__(self, what: str, hint: str) -> None:
        self.what, self.hint = what, hint
        super().__init__(what)


class Bargain:
    """A conflict, or a variant of it, as its issues, red lines, linkages and rules of consent.

    Attributes
    ----------
    conflict : Conflict
        The conflict, edits made.
    variant : str or None
        The variant's name; None for the file as it stands.
    draws, seed : int
        How many draws over the stated ranges, and from which seed.
    """

    def __init__(
        self, conflict: Conflict, variant: str | None = None, *, draws: int = DRAWS, seed: int = SEED
    ) -> None:
        self.conflict = edited(conflict, variant) if variant is not None else conflict
        self.variant, self.draws, self.seed = variant, draws, seed
        if not self.conflict.issues:
            raise NothingToAsk("the file names no issues", "list them under `issues`, see the docs")
        self.parties = tuple(self.conflict.parties)
        self.issues = tuple(self.conflict.issues)
        self.rooms: dict[str, Room] = {}

    @cached_property
    def stances(self) -> Stances:
        """Positions and red lines as arrays."""
        return stances(self.conflict)

    @cached_property
    def every_link(self) -> tuple[Link, ...]:
        """The linkages, then the offers."""
        return links(self.conflict, self.stances)

    @property
    def linkages(self) -> tuple[Link, ...]:
        """The linkages alone."""
        return tuple(one for one in self.every_link if not one.offered)

    @cached_property
    def needed(self) -> Mapping[int, Groups]:
        """For each issue the sets of parties whose yes is enough."""
        return {number: self.groups(name) for number, name in enumerate(self.issues)}

    @cached_property
    def deal(self) -> Groups:
        """The sets of parties whose yes is enough for a package as a whole."""
        rule = rule_for(self.conflict, WHOLE)
        return ((),) if rule is None else self.enough(rule)

    def groups(self, issue: str) -> Groups:
        """Give the sets whose yes settles an issue; without a rule the deal's, or everybody on record."""
        rule = rule_for(self.conflict, issue)
        if rule is not None:
            return self.enough(rule)
        if rule_for(self.conflict, WHOLE) is not None:
            return self.deal
        return (tuple(sorted({self.parties.index(one.party) for one in self.positions(issue)})),)

    def enough(self, rule: AnyRule) -> Groups:
        """Give the sets of parties whose yes is enough, none with a member to spare."""
        found = {frozenset(self.number(names)) for names in winning(self.conflict, rule)}
        least = [one for one in found if not any(other < one for other in found)]
        return tuple(sorted(tuple(sorted(one)) for one in least))

    def number(self, names: Iterable[str]) -> list[int]:
        """Give the numbers of those who are parties; others have no red lines."""
        return [self.parties.index(name) for name in names if name in self.conflict.parties]

    def silent(self, issue: str) -> tuple[str, ...]:
        """Name those whose yes may be needed on an issue and of whom no red line is known."""
        rule = rule_for(self.conflict, issue)
        heard = {one.party for one in self.positions(issue) if one.accept.min or one.accept.max}
        voters = voters_in(self.conflict, rule) if rule is not None else ()
        return tuple(dict.fromkeys(name for name in voters if name not in heard))

    def positions(self, issue: str) -> list[Position]:
        """Give the positions on an issue."""
        return [one for one in self.conflict.positions if one.issue == issue]

    def position(self, party: int, issue: int) -> Position:
        """Give a party's position on an issue; an empty one where the file has none."""
        name, on = self.parties[party], self.issues[issue]
        empty = Position.model_validate({"party": name, "issue": on})
        return next((one for one in self.positions(on) if one.party == name), empty)

    @cached_property
    def mode(self) -> Table:
        """The red lines at their likeliest values."""
        return self.table(at_the_mode(self.stances.least, self.stances.most))

    @cached_property
    def over_draws(self) -> Table:
        """The red lines in every draw."""
        lines = drawn(self.stances.least, self.stances.most, self.draws, self.seed)
        return self.table(on_settlements(lines, self.settlements))

    @property
    def settlements(self) -> dict[int, Values]:
        """The places of the settlements of each issue that has them."""
        return {
            number: np.array([place(one, name) for name in one.settlements])
            for number, one in enumerate(self.conflict.issues.values())
            if one.settlements
        }

    def table(self, lines: Lines) -> Table:
        """Put red lines beside linkages and rules of consent."""
        return Table(lines, self.every_link, self.needed, self.deal)

    @cached_property
    def zones(self) -> dict[str, Zone]:
        """The zone of each issue at the likeliest values."""
        return {name: zone(self.mode, number) for number, name in enumerate(self.issues)}

    def share_of_issue(self, issue: str) -> float:
        """Give the share of draws in which an issue has a zone, without linkages."""
        number = self.issues.index(issue)
        return float(self.over_draws.fits(number, 0.0, 100.0, (), ()).mean())

    @cached_property
    def never(self) -> dict[str, tuple[tuple[int, float, float], ...]]:
        """The linkages that can follow in no draw, each with what is out of reach."""
        return {self.linkages[number].id: spans for number, spans in self.out_of_reach(self.linkages).items()}

    def out_of_reach(self, some: tuple[Link, ...]) -> dict[int, tuple[tuple[int, float, float], ...]]:
        """Give the linkages, among some, that can follow in no draw, by number."""
        lines = widest(self.stances.least, self.stances.most)
        return never_following(replace(self.table(lines), links=some), self.no_deal)

    @property
    def no_deal(self) -> list[float]:
        """Where each issue stands if nothing is agreed; NaN where it is not stated."""
        stated: list[float] = self.stances.no_deal.tolist()
        return stated

    def package(self, name: str) -> Package:
        """Give a package by name, or one issue as a package of its own.

        Raises
        ------
        UnknownName
            There is no such package.
        """
        if name in self.conflict.packages:
            return self.conflict.packages[name]
        if name in self.conflict.issues:
            return Package.model_validate({"issues": [name]})
        raise UnknownName("package", name, self.conflict.packages or self.conflict.issues)

    def ways(self, name: str, offers: Iterable[str] = ()) -> list[Way]:
        """List the ways in which linkages, and some offers taken up, may follow from a package."""
        taken = tuple(
            link if not link.offered or link.id in set(offers) else replace(link, cases=())
            for link in self.every_link
        )
        never = self.out_of_reach(taken)
        return self.ways_of(name, [unused(link) if n in never else link for n, link in enumerate(taken)])

    def ways_of(self, name: str, some: Sequence[Link]) -> list[Way]:
        """List the ways in which some linkages may follow from a package, however far red lines move."""
        package = self.package(name)
        values = {
            self.issues.index(issue): place(self.conflict.issues[issue], value)
            for issue, value in package.values.items()
        }
        return ways(some, [self.issues.index(one) for one in package.issues], self.no_deal, values)

    def room(self, name: str) -> Room:
        """Say in which draws a package has room."""
        if name not in self.rooms:
            self.rooms[name] = room(self.over_draws, self.ways(name))
        return self.rooms[name]

    def share(self, name: str) -> float:
        """Give the share of draws in which a package has room."""
        return self.room(name).share

    def open_at_the_mode(self, name: str) -> bool:
        """Whether a package has room at the likeliest values."""
        return bool(room(self.mode, self.ways(name)).open[0])


def rule_for(conflict: Conflict, key: str) -> AnyRule | None:
    """Give the effective rule of consent for an issue or for the whole, else the rule as written."""
    stated = conflict.consent.get(key)
    return None if stated is None else (stated.needs or stated.formal)


def winning(conflict: Conflict, rule: AnyRule) -> list[tuple[str, ...]]:
    """List the sets of voters whose yes is enough, none with a member to spare.

    A plain list of names needs no search.
    """
    names = plain(conflict, rule)
    if names is not None:
        return [names]
    numbers = laid_out(conflict, rule)
    return [tuple(numbers.voters[one] for one in some) for some in minimal_winning(Game(numbers))]


def plain(conflict: Conflict, rule: AnyRule) -> tuple[str, ...] | None:
    """Give the names of a rule that needs all of some parties, or None for another rule."""
    listed = rule.all_of if isinstance(rule, AllOf) else (rule,)
    names = [one.name for one in listed if isinstance(one, Member) and one.name not in conflict.bodies]
    return tuple(dict.fromkeys(names)) if len(names) == len(listed) else None


def unused(link: Link) -> Link:
    """Let a linkage have no effect."""
    return replace(link, cases=(), issue=None, becomes=None)


def members_of(bargain: Bargain, name: str) -> Group:
    """Give everybody whose yes a package needs at the likeliest values, by the sets that leave most room."""
    issues = {issue for way in bargain.ways(name) for issue in way.issues}
    own = {party for issue in issues for party in bargain.zones[bargain.issues[issue]].members}
    return tuple(sorted(own | set(bargain.deal[0])))
