"""The program behind what would open a package: which way, for whom, at which values, with which steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from jirga.solve.room.program import Program
from jirga.solve.room.ways import Way
from jirga.solve.room.zones import Group, Table, pairs

Side = Literal["least", "most"]
SCALE, MARGIN, DIGITS = 100.0, 1e-3, 6
PER_PARTY, ORDER = 10.0, 1e-4


@dataclass(frozen=True)
class Lever:
    """One step that somebody could take.

    Attributes
    ----------
    cost : float
        How unwelcome the step is beside others, above 0; it only orders the recipes.
    who : tuple of int
        The parties that would have to change.
    offer : int or None
        The offer that would be taken up, by its number among the links.
    party, issue, side : int, int, {"least", "most"}
        Otherwise: whose limit on which issue would move.
    value : float
        Where that limit stands.
    mandate : bool
        Whether it is the limit of a mandate, and not a red line.
    """

    cost: float
    who: Group = ()
    offer: int | None = None
    party: int = -1
    issue: int = -1
    side: Side = "least"
    value: float = 0.0
    mandate: bool = False


@dataclass(frozen=True)
class Recipe:
    """Steps that open a package together, none of which can be spared.

    Attributes
    ----------
    steps : tuple of (lever, to)
        The levers by number, each with where the limit moves to; None for an offer.
    way : Way
        The linkages that then follow, and what may be agreed.
    members : tuple of int
        The parties whose yes it then has.
    values : dict of int to float
        A value for each issue that everybody needed then accepts.
    """

    steps: tuple[tuple[int, float | None], ...]
    way: Way
    members: Group
    values: dict[int, float]


class Model:
    """The program: which way, for whom, at which values, with which steps."""

    def __init__(self, table: Table, every: Sequence[Way], levers: Sequence[Lever]) -> None:
        self.table, self.levers, self.program = table, levers, Program()
        self.pairs = list(pairs(table, every))
        self.issues = sorted({issue for way in every for issue in way.issues})
        self.value = {issue: self.program.column(SCALE) for issue in self.issues}
        self.chosen = [self.binary() for _ in self.pairs]
        self.group = {issue: [self.binary() for _ in table.needed[issue]] for issue in self.issues}
        self.used = [self.binary() for _ in levers]
        self.size = [self.program.column(SCALE) for _ in levers]
        self.lay_out()

    def binary(self) -> int:
        """Add a column that is 0 or 1."""
        return self.program.column(1, whole=True)

    def lay_out(self) -> None:
        """Write every row."""
        self.one_of(self.chosen)
        for issue in self.issues:
            self.one_of(self.group[issue])
            self.within_spans(issue)
            self.within_lines(issue)
        for number, lever in enumerate(self.levers):
            if lever.offer is not None:
                self.take_up(number, lever.offer)
            else:
                self.program.row({self.size[number]: 1, self.used[number]: -SCALE}, most=0)
        self.count_parties()

    def one_of(self, columns: Sequence[int]) -> None:
        """Let exactly one of some columns be 1."""
        self.program.row(dict.fromkeys(columns, 1.0), least=1, most=1)

    def within_spans(self, issue: int) -> None:
        """Keep an issue's value within the span of the way that is chosen."""
        spans = [inward(span_of(way, issue)) for _, way in self.pairs]
        for side, sign in ((0, 1.0), (1, -1.0)):
            terms = {column: -sign * span[side] for column, span in zip(self.chosen, spans, strict=True)}
            self.program.row({self.value[issue]: sign, **terms}, least=0)

    def within_lines(self, issue: int) -> None:
        """Keep an issue's value within the limits of those whose yes is needed."""
        for party in sorted(self.members(issue)):
            for side in ("least", "most"):
                for value, mandate, number in self.limits(party, issue, side):
                    for active in self.active(party, issue):
                        self.limit(Limit(party, issue, side, value, mandate, number), active)

    def members(self, issue: int) -> set[int]:
        """Everybody who may be needed on an issue."""
        return {one for group in (*self.table.needed[issue], *self.table.deal) for one in group}

    def limits(self, party: int, issue: int, side: Side) -> Iterator[tuple[float, bool, int | None]]:
        """Give a party's red line on a side, and the limits of mandates, with the levers that move them."""
        line = float(getattr(self.table.lines, side)[party, issue, 0])
        numbers = {
            one.mandate: number
            for number, one in enumerate(self.levers)
            if one.offer is None and (one.party, one.issue, one.side) == (party, issue, side)
        }
        if np.isfinite(line):
            yield line, False, numbers.get(False)
        if True in numbers:
            yield self.levers[numbers[True]].value, True, numbers[True]

    def active(self, party: int, issue: int) -> Iterator[list[int]]:
        """Give the columns that make a party's yes needed: sets on the issue, then for the whole deal."""
        groups = zip(self.table.needed[issue], self.group[issue], strict=True)
        own = [column for members, column in groups if party in members]
        whole = [column for (deal, _), column in zip(self.pairs, self.chosen, strict=True) if party in deal]
        if own:
            yield own
        if whole:
            yield whole

    def limit(self, one: Limit, active: list[int]) -> None:
        """Write a limit: it holds where the party is needed, unless a linkage or a lever moves it."""
        sign = 1.0 if one.side == "least" else -1.0
        terms = {self.value[one.issue]: sign}
        for column, (_, way) in zip(self.chosen, self.pairs, strict=True):
            if one.issue not in way.issues:
                terms[column] = SCALE
            elif not one.mandate:
                terms[column] = sign * (one.value - self.moved(one, way))
        for column in active:
            terms[column] = terms.get(column, 0.0) - SCALE
        bound = sign * one.value - SCALE
        if one.lever is None:
            self.program.row(terms, least=bound)
            return
        size, used = self.size[one.lever], self.used[one.lever]
        self.program.row({**terms, size: 1.0}, least=bound)
        alone = {self.value[one.issue]: sign, size: 1.0, used: -SCALE}
        self.program.row(alone, least=sign * one.value - SCALE)

    def moved(self, one: Limit, way: Way) -> float:
        """Give where linkages put a red line."""
        least, most = self.table.accepted(one.party, one.issue, way.fired)
        return float((least if one.side == "least" else most)[0])

    def take_up(self, number: int, offer: int) -> None:
        """Let a way be chosen only if the offers it needs are taken up."""
        fired = [
            column for column, (_, way) in zip(self.chosen, self.pairs, strict=True) if offer in way.fired
        ]
        self.program.row({self.used[number]: 1.0, **dict.fromkeys(fired, -1.0)}, least=0)

    def count_parties(self) -> None:
        """Count the parties that would have to change, each once."""
        self.parties = {who: self.program.column(1) for lever in self.levers for who in lever.who}
        for number, lever in enumerate(self.levers):
            for who in lever.who:
                self.program.row({self.parties[who]: 1.0, self.used[number]: -1.0}, least=0)

    def cut(self, steps: Sequence[int]) -> None:
        """Leave out a set of steps, and every larger one."""
        self.program.row({self.used[number]: 1.0 for number in steps}, most=len(steps) - 1)

    def next(self) -> Recipe | None:
        """Give the cheapest set of steps that is left, with the smallest sizes."""
        costs = {self.used[n]: lever.cost + ORDER * n for n, lever in enumerate(self.levers)}
        costs |= dict.fromkeys(self.parties.values(), PER_PARTY)
        found = self.program.solved(costs)
        if found is None:
            return None
        steps = [number for number, column in enumerate(self.used) if found[column] > 0.5]
        return self.recipe(steps)

    def recipe(self, steps: list[int]) -> Recipe:
        """Find the smallest sizes for a set of steps."""
        kept = len(self.program.rows)
        unused = [column for number, column in enumerate(self.used) if number not in steps]
        if unused:
            self.program.row(dict.fromkeys(unused, 1.0), most=0)
        found = self.program.solved(dict.fromkeys(self.size, 1.0))
        del self.program.rows[kept:]
        if found is None:
            raise RuntimeError("a set of steps that opens the package no longer does")
        values = {issue: round(float(found[column]), DIGITS) for issue, column in self.value.items()}
        place = max(range(len(self.chosen)), key=lambda one: found[self.chosen[one]])
        deal, way = self.pairs[place]
        members = set(deal)
        for issue in way.issues:
            best = max(range(len(self.group[issue])), key=lambda one: found[self.group[issue][one]])
            members |= set(self.table.needed[issue][best])
        ends = [
            (number, None if self.levers[number].offer is not None else values[self.levers[number].issue])
            for number in steps
        ]
        settled = {issue: values[issue] for issue in way.issues}
        return Recipe(tuple(ends), way, tuple(sorted(members)), settled)


@dataclass(frozen=True)
class Limit:
    """One limit on one issue, and the lever that moves it."""

    party: int
    issue: int
    side: Side
    value: float
    mandate: bool
    lever: int | None


def span_of(way: Way, issue: int) -> tuple[float, float] | None:
    """Give what an issue's value may be in a way, or None if the way leaves it open."""
    return next(((low, high) for one, low, high in way.spans if one == issue), None)


def inward(span: tuple[float, float] | None) -> tuple[float, float]:
    """Give a span's ends; an end that must be exceeded is exceeded by a thousandth.

    >>> inward((30.000000000000004, 100.0))
    (30.001, 100.0)
    """
    low, high = span or (0.0, SCALE)
    if low != round(low, DIGITS):
        low = round(low, DIGITS) + MARGIN
    if high != round(high, DIGITS):
        high = round(high, DIGITS) - MARGIN
    return low, high
