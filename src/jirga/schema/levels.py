"""Handling levels in their order: who may see what."""

from __future__ import annotations

from collections.abc import Iterable

from jirga.schema.words import LEVELS, Level

HEIGHT = {level: height for height, level in enumerate(LEVELS)}


def highest(levels: Iterable[Level]) -> Level:
    """Give the highest of some levels; the lowest there is, if there are none.

    >>> highest(["green", "red", "clear"]), highest([])
    ('red', 'clear')
    """
    return max(levels, key=HEIGHT.__getitem__, default=LEVELS[0])


def may_see(level: Level, thing: Level) -> bool:
    """Whether somebody who may see things up to a level may see one of another.

    >>> may_see("green", "clear"), may_see("green", "amber")
    (True, False)
    """
    return HEIGHT[thing] <= HEIGHT[level]
