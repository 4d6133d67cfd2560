"""Casualties: how many of which group were killed or wounded, in the words of one incident."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from jirga.reading.lexicon import either, words
from jirga.reading.numbers import Quantity, quantities

LISTS = words("casualties")
KILLED, INJURED = either(LISTS["killed"]), either(LISTS["injured"])
HELPERS, STOPS = either(LISTS["helpers"]), either(LISTS["stops"])
STATE = rf"(?:(?P<killed>{KILLED})|(?P<injured>{INJURED}))\b"
AFTER = re.compile(
    rf"(?P<group>(?:\s+(?!(?:{KILLED}|{INJURED}|{STOPS})\b)[\w'-]+){{0,6}}?)"
    rf"(?:\s*\([^)]*\)|,[^,]{{0,60}},)?\s+(?:{HELPERS}\s+)*{STATE}",
    re.IGNORECASE,
)
BEFORE = re.compile(
    rf"(?:(?P<killed>{either(LISTS['killing'])})|(?P<injured>{either(LISTS['injuring'])}))\s*"
    rf"(?:(?:and\s+)?{either(LISTS['injuring'])}\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
DEAD_AFTER = re.compile(r"(?P<group>(?:\s+[\w'-]+){0,4}?)\s+(?:dead|deaths?|fatalities)\b", re.IGNORECASE)
WITHIN = re.compile(
    rf"{either(LISTS['within'])}\s*(?:at least\s+)?$",
    re.IGNORECASE,
)
NOUN = re.compile(r"(?:\s+(?:and\s+)?(?!(?:was|were|had|have|in|on|at|when|and|to)\b)[\w'-]+){1,4}")
SAME = re.compile(r"^\s*(?:others?|more|of them|were|was|and\b|,|\.|$)", re.IGNORECASE)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DATED = re.compile(rf"\s+(?:of\s+)?{MONTH}\b")
DATED_BEFORE = re.compile(rf"\b{MONTH}\s+$")
GROUPS = {word: group for group, some in LISTS["groups"].items() for word in some}
ONE = re.compile(rf"\b(?:a|an)\s+(?=(?:[\w'-]+\s+){{0,2}}{either(GROUPS)}\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Toll:
    """Killed and injured of one group."""

    group: str
    killed: Quantity | None = None
    injured: Quantity | None = None


numbers = lru_cache(maxsize=64)(quantities)  # a part of a sentence is asked about several times


def tolls(text: str) -> tuple[Toll, ...]:
    """Find who was killed and wounded in the words of an incident.

    Examples
    --------
    >>> toll, = tolls("Two soldiers were killed and ten were wounded.")
    >>> toll.group, toll.killed.value, toll.injured.value
    ('security-forces', 2, 10)
    """
    found: list[Toll] = []
    last = "unknown"
    for one in (*single(text), *numbers(text)):
        state = state_of(text, one)
        if state is None:
            continue
        kind, words_after = state
        group = last if SAME.match(words_after) and found else group_of(words_after)
        last = group
        add(found, group, kind, one)
    return tuple(found)


def add(found: list[Toll], group: str, kind: str, one: Quantity) -> None:
    """Add a number to its group, unless it is known there already."""
    for place, toll in enumerate(found):
        if toll.group == group:
            if kind == "killed" and toll.killed is None:
                found[place] = Toll(group, one, toll.injured)
            elif kind == "injured" and toll.injured is None:
                found[place] = Toll(group, toll.killed, one)
            return
    found.append(Toll(group, one) if kind == "killed" else Toll(group, None, one))


def single(text: str) -> list[Quantity]:
    """Find "a soldier was killed": one, though no number is written."""
    found = [
        Quantity(match.start(), match.end() - 1, 1, first=match.start(), worded=True)
        for match in ONE.finditer(text)
    ]
    return [
        one
        for one in found
        if AFTER.match(text, one.end) or BEFORE.search(text[max(0, one.start - 40) : one.start])
    ]


def state_of(text: str, one: Quantity) -> tuple[str, str] | None:
    """Say whether a number is of killed or injured, and give the words that name the group."""
    if one.currency or one.sort != "count" or WITHIN.search(text[max(0, one.start - 24) : one.start]):
        return None
    if DATED.match(text, one.end) or DATED_BEFORE.search(text[max(0, one.first - 12) : one.first]):
        return None
    before = BEFORE.search(text[max(0, one.start - 60) : one.start])
    after = AFTER.match(text, one.end)
    if before and not (after and before["killed"] and before["killed"].lower().startswith("left")):
        noun = NOUN.match(text, one.end)
        return ("killed" if before["killed"] else "injured"), noun[0] if noun else ""
    after = after or DEAD_AFTER.match(text, one.end)
    if after is None or after["group"].strip().startswith(("km", "year", "day", "month", "hour", "attack")):
        return None
    injured = after.re is AFTER and after["injured"]
    return ("injured" if injured else "killed"), after["group"]


def group_of(phrase: str) -> str:
    """Give the group some words name: that of the last word we know, or unknown.

    Examples
    --------
    >>> group_of(" Frontier Corps men"), group_of(" people")
    ('security-forces', 'unknown')
    """
    known = [GROUPS[one] for one in re.findall(r"[\w'-]+", phrase.lower()) if one in GROUPS]
    return known[0] if known else "unknown"
