"""Whether two figures of two sources are of one thing."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache

from jirga.figures.counted import WORD, lists
from jirga.figures.source import Source

SMALL, MANY, TELLING = 10, 30, 100


def linked(one: Source, other: Source) -> bool:
    """Whether two figures of different documents are of one thing."""
    if one.unit != other.unit or turned(one) != turned(other) or differ(one.actor, other.actor):
        return False
    if measures_same(one, other):
        return True
    shared = bool(set(speakers(one)) & set(speakers(other)))
    if one.value != other.value or not overlap(one, other) or (chance(one, other) and not shared):
        return False
    if differ(one.place, other.place):
        nested = one.terms.part(one.place, other.place) or one.terms.part(other.place, one.place)
        alike = nested and same_counted(one, other)
        return alike and ((shared and one.days == other.days) or float(one.figure.value or 0) >= MANY)
    if same_counted(one, other):
        return True
    groups = one.counted.groups | other.counted.groups
    return shared and len(groups) < 2 and float(one.figure.value or 0) >= TELLING


def measures_same(one: Source, other: Source) -> bool:
    """Whether two figures measure the same: thing, place and time, as far as both say."""
    if not same_counted(one, other) or one.place != other.place:
        return False
    if one.days is None and other.days is None:
        return one.figure.period == other.figure.period or bool(one.counted.words - {"people"})
    return one.days == other.days


def same_counted(one: Source, other: Source) -> bool:
    """Whether two figures count the same."""
    return thing(one) == thing(other)


def thing(one: Source) -> Hashable:
    """Say what a figure counts; a change, what it is a change of, whichever way it went."""
    return (turned(one), one.measured) if turned(one) and one.measured else (turned(one), one.counted)


def turned(one: Source) -> str:
    """Say whether a figure is of a change, of a share, or neither."""
    return "change" if one.way in {"rise", "fall"} else one.way


def differ(one: str, other: str) -> bool:
    """Whether two names are both known and not the same."""
    return bool(one and other) and one.casefold() != other.casefold()


def chance(one: Source, other: Source) -> bool:
    """Whether one number may be in two documents by chance: it is small, or place or time are not known."""
    known = one.place and other.place and one.days and other.days
    return float(one.figure.value or 0) < (SMALL if known else MANY)


def overlap(one: Source, other: Source) -> bool:
    """Whether two figures' times overlap, or one is not known."""
    if one.days is None or other.days is None:
        return True
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def speakers(one: Source) -> tuple[str, ...]:
    """Give who says so, and through whom, to be compared; who published it is not among them."""
    return tuple(key(name) for name in one.chain)


@cache
def key(name: str) -> str:
    """Write a source's name without what does not tell it from others.

    >>> key("Institute for Conflict Studies think tank") == key("the Institute of Conflict Studies")
    True
    """
    words = WORD.findall(name.casefold())
    return " ".join(one for one in words if one not in lists()["sources"]["words"]) or name.casefold()
