"""A figure as it travels: traced to the oldest source of it, with what did not arrive unchanged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from jirga.figures.alike import TELLING, linked, same_counted, speakers, thing
from jirga.figures.finding import Verdict
from jirga.figures.source import Source

Change = Literal["way", "value", "bound", "claimant", "period", "place", "counted"]


@dataclass(frozen=True)
class Travelled:
    """A figure and the oldest figure of another document that says, or should say, the same.

    Attributes
    ----------
    first : Source
        The oldest; the figure itself, if there is none.
    changes : tuple of str
        What differs between them.
    """

    one: Source
    first: Source
    changes: tuple[Change, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """What is to be said of it."""
        if {"way", "value"} & set(self.changes):
            return "contradiction"
        if "bound" in self.changes or ("claimant" in self.changes and lost(self.one, self.first)):
            return "weaker"
        return "drift" if self.changes else "same"


def traced(some: Iterable[Source]) -> list[Travelled]:
    """Trace every figure to the oldest document that has it, oldest first.

    Notes
    -----
    Two sources are two documents, or two who are on record in one document. What its own claimant publishes
    counts as the oldest. Two figures are one that has travelled if they measure the same, or if the same
    number is given for the same place at times that overlap, by the same claimant or of the same thing.
    """
    shelf: dict[Hashable, list[Source]] = defaultdict(list)
    found = []
    for one in sorted(some, key=lambda one: one.age):
        keys = list(places_for(one))
        known = (other for key in keys for other in shelf[key])
        first = next((other for other in known if two_sources(one, other) and linked(one, other)), None)
        found.append(Travelled(one, first, tuple(changes(one, first))) if first else Travelled(one, one))
        for key in keys:
            shelf[key].append(one)
    return led(found)


def places_for(one: Source) -> Iterator[Hashable]:
    """Give the places of the shelf where figures lie that may be linked: those of the same number first."""
    yield ("number", one.unit, one.value, thing(one))
    if float(one.figure.value or 0) >= TELLING:
        yield ("large", one.unit, one.value)
    yield ("measure", one.unit, thing(one), one.place, one.days)


def two_sources(one: Source, other: Source) -> bool:
    """Whether two figures stand in two documents, or are said by two in one."""
    if one.document.id != other.document.id:
        return True
    return bool(one.chain and other.chain) and not set(speakers(one)) & set(speakers(other))


def led(found: Sequence[Travelled]) -> list[Travelled]:
    """Give each figure the first of its first, so that a copy of a copy is judged by the oldest."""
    by_id: dict[str, Travelled] = {}
    for one in found:
        leader = by_id[one.first.id].first if one.first.id in by_id else one.first
        same = leader is one.first or not linked(one.one, leader)
        by_id[one.one.id] = one if same else Travelled(one.one, leader, tuple(changes(one.one, leader)))
    return list(by_id.values())


def changes(one: Source, first: Source) -> Iterator[Change]:
    """Say what of a figure is not as in the oldest document that has it."""
    if one.way != first.way:
        yield "way"
    if one.value != first.value and not one.may_be.meets(first.may_be):
        yield "value"
    elif (one.figure.bound, one.value) != (first.figure.bound, first.value):
        yield "bound"
    if speakers(one) != speakers(first):
        yield "claimant"
    if one.days != first.days:
        yield "period"
    if one.place != first.place:
        yield "place"
    if not same_counted(one, first):
        yield "counted"


def lost(one: Source, first: Source) -> bool:
    """Whether somebody who stands behind a figure is no longer named."""
    return bool(set(speakers(first)) - set(speakers(one)))
