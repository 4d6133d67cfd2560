"""Dates as people write them, each as year, month and day with a question mark for what is not said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jirga.brief.checking.cutting import Word
from jirga.brief.checking.facts import Fact, Part, keys, said

HALF, OTHER = "january february march april may june", "july august september october november december"
NAMES = f"{HALF} {OTHER}".split()
MONTHS = {name: place for place, name in enumerate(NAMES, start=1)}
MONTHS |= {name[:3]: place for name, place in MONTHS.items()} | {"sept": 9}
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")
SKIPPED = {("st",), ("nd",), ("rd",), ("th",), ("of",), (",",), (".",)}
Hit = tuple[int, tuple[Fact, ...]]


def date(parts: Sequence[Part], at: int) -> Hit | None:
    """Find the date that begins at a place.

    >>> from jirga.brief.checking.cutting import words
    >>> some = ("7 March 2025", "March 7th, 2025", "2025-03-07", "in March", "18 May")
    >>> [date(words(one), at)[1][0].value for one, at in zip(some, (0, 0, 0, 1, 0))]
    ['2025-03-07', '2025-03-07', '2025-03-07', '?-03-?', '?-05-18']
    """
    return in_figures(parts, at) or day_first(parts, at) or month_first(parts, at)


def in_figures(parts: Sequence[Part], at: int) -> Hit | None:
    """Read 2025-03-07."""
    some = keys(parts, at, 5)
    dashed = len(some) == 5 and some[1] == some[3] == "-" and some[2].isdecimal()
    if dashed and YEAR.fullmatch(some[0]) and DAY.fullmatch(some[4]) and 1 <= int(some[2]) <= 12:
        return made(parts, at, 5, (some[0], int(some[2]), some[4]))
    return None


def day_first(parts: Sequence[Part], at: int) -> Hit | None:
    """Read 7 March 2025 and 7th of March."""
    day = keys(parts, at, 1)
    if not day or not DAY.fullmatch(day[0]):
        return None
    length = after(parts, at, 1, {("st",), ("nd",), ("rd",), ("th",), ("of",)})
    month = month_at(parts, at + length)
    if not month:
        return None
    year = after(parts, at, length + 1, {(",",), (".",), ("of",)})
    found = keys(parts, at + year, 1)
    if found and YEAR.fullmatch(found[0]):
        return made(parts, at, year + 1, (found[0], month, day[0]))
    return made(parts, at, length + 1, ("?", month, day[0]))


def month_first(parts: Sequence[Part], at: int) -> Hit | None:
    """Read March 7, 2025, March 2025, and March alone."""
    month = month_at(parts, at)
    if not month:
        return None
    length = after(parts, at, 1, {(".",)})
    day, year = keys(parts, at + length, 1), "?"
    if day and DAY.fullmatch(day[0]):
        length = after(parts, at, length + 1, {("st",), ("nd",), ("rd",), ("th",)})
        behind = after(parts, at, length, {(",",), ("of",)})
    else:
        day, behind = ("?",), after(parts, at, 1, {(".",), (",",), ("of",)})
        length = 1
    found = keys(parts, at + behind, 1)
    if found and YEAR.fullmatch(found[0]):
        year, length = found[0], behind + 1
    one = parts[at]
    if year == "?" == day[0] and (not isinstance(one, Word) or one.first or month_is_a_word(one)):
        return None
    return made(parts, at, length, (year, month, day[0]))


def month_is_a_word(one: Word) -> bool:
    """Whether three letters alone are more likely a word: Mar, Jan, Dec."""
    return len(one.text) <= 3 and one.key != "may"


def month_at(parts: Sequence[Part], at: int) -> int:
    """Read a month that is written with a capital; 0 if none is there."""
    one = parts[at] if 0 <= at < len(parts) else None
    return MONTHS.get(one.key, 0) if isinstance(one, Word) and one.text[:1].isupper() else 0


def after(parts: Sequence[Part], at: int, length: int, skipped: set[tuple[str, ...]]) -> int:
    """Step over signs and endings that say nothing."""
    while keys(parts, at + length, 1) in skipped:
        length += 1
    return length


def made(parts: Sequence[Part], at: int, length: int, when: tuple[str, int, str]) -> Hit:
    """Make the date a fact."""
    year, month, day = when
    value = f"{year}-{month:02d}-{day if day == '?' else f'{int(day):02d}'}"
    return length, (Fact("number", value, said(parts[at : at + length]), unit="date"),)


def covers(fuller: str, shorter: str) -> bool:
    """Whether one date says all that another says, which may leave out year or day.

    >>> covers("2025-03-07", "?-03-07"), covers("?-03-07", "2025-03-07")
    (True, False)
    """
    return all(two in ("?", one) for one, two in zip(fuller.split("-"), shorter.split("-"), strict=True))
