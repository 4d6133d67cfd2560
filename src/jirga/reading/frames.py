"""What happened to those who are counted, by the verb that governs the number: killed, wounded, displaced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jirga.reading.lexicon import either, words
from jirga.reading.numbers import Quantity

LISTS = words("verbs")
DONE = {word: unit for unit, some in LISTS["done"].items() for word in some}
ACTING = {word: unit for unit, some in LISTS["acting"].items() for word in some}
THEMSELVES = {word: unit for unit, some in LISTS["themselves"].items() for word in some}
# People who have left a place, or live where the displaced do.
GONE = (
    r"(?:have|has|had)\s+(?:already\s+|since\s+)?left(?=\s+(?:for\s|[A-Z]|the\s+(?!army|party|group|ranks|hospital|"
    r"talks|front|movement|force)|their\s+(?:homes?|villages?|towns?)))|"
    r"living\s+in\s+(?:[\w,-]+\s+){0,3}?(?:sites|camps|shelters|tents|host\s+families|the\s+open)\b"
)
PREDICATE = re.compile(
    rf"\b(?:(?P<themselves>{either(THEMSELVES)})|(?P<gone>(?-i:{GONE}))|(?P<acting>{either(ACTING)})|"
    rf"(?P<done>{either(DONE)}))\b(?!-)",
    re.IGNORECASE,
)
PASSIVE = re.compile(
    r"\b(?:were|was|been|being|are|is|be|get|got|getting|left|feared|believed|confirmed|"
    r"reportedly|or|still)(?:\s+(?:also|reportedly|later|then|either|all|already|both|\w+ly|"
    r"apparently|to\s+have\s+been))?\s+$",
    re.IGNORECASE,
)
STRONG = re.compile(
    r"\band\s+(?:left|put|sent|forced|set|drove|destroyed|damaged|burned|seized|took|saw)\b|"
    r"[;:]|\s–\s|\.\s|,?\s\b(?:while|when|after|before|as|but|because|since|where|whereas|"
    r"although|though|if|which|until|amid|against|despite|compared|from\s+which|said|says|"
    r"told)\b|,\s+and\s+(?=[a-z]+\s+(?:was|were|had|has|have)\b)",
    re.IGNORECASE,
)
FILLER = re.compile(
    r"(?:\s|\b(?:the|a|an|another|all|least|at|up|to|some|about|as|of|total|of|some|"
    r"roughly|further|between|civilians|people|him|her|himself|militants|soldiers|including|"
    r"themselves|both|their|his|its|or|more|than|over|nearly)\b)*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Predicate:
    """A verb of happening, and whether those it happened to stand before it or after."""

    start: int
    end: int
    unit: str
    after: bool
    firm: bool = True


def predicates(text: str, found: Sequence[Quantity]) -> tuple[Predicate, ...]:
    """Find the verbs in a sentence and which way each looks.

    Examples
    --------
    >>> [(one.unit, one.after) for one in predicates("They killed 12 men", (Quantity(12, 14, 12),))]
    [('deaths', True)]
    """
    return tuple(looked(text, match, found) for match in PREDICATE.finditer(text))


def looked(text: str, match: re.Match[str], found: Sequence[Quantity]) -> Predicate:
    """Say which way a verb looks."""
    word = re.sub(r"\s+", " ", match[0].lower())
    if match["gone"]:
        return Predicate(*match.span(), "displaced", after=False)
    if match["acting"]:
        return Predicate(*match.span(), ACTING[word], after=True)
    if match["themselves"]:
        return Predicate(*match.span(), THEMSELVES[word], after=False)
    passive = PASSIVE.search(text[max(0, match.start() - 40) : match.start()])
    following = next((one for one in found if one.start >= match.end()), None)
    close = following is not None and bool(FILLER.match(text[match.end() : following.start]))
    joint = re.match(r"\s+(?:and|or)\s+(\w+)", text[match.end() :])
    pair = bool(joint and joint[1].lower() in DONE and close_after(text, match.end() + joint.end(), found))
    prior = any(
        one.end <= match.start() and not STRONG.search(text[one.end : match.start()]) for one in found
    )
    return Predicate(
        *match.span(),
        DONE[word],
        after=not passive and (close or pair or not prior),
        firm=close or bool(passive) or prior,
    )


def close_after(text: str, end: int, found: Sequence[Quantity]) -> bool:
    """Whether a number follows at once."""
    following = next((one for one in found if one.start >= end), None)
    return following is not None and bool(FILLER.match(text[end : following.start]))


def governing(
    text: str, start: int, end: int, acts: Sequence[Predicate], found: Sequence[Quantity]
) -> Predicate | None:
    """Choose the verb that governs what is counted from `start` to `end`.

    Notes
    -----
    A verb that stands at once before the number is preferred to one that follows its noun at once, and both
    to one that is further away with other members of a list between.
    """
    before = [one for one in acts if one.after and one.end <= start]
    behind = [one for one in acts if not one.after and one.start >= end]
    at_once = (
        before
        and FILLER.match(text[before[-1].end : start])
        and not numbers_between(found, before[-1].end, start)
    )
    if at_once:
        return before[-1]
    if behind and adjacent(text, end, behind[0], acts) and not numbers_between(found, end, behind[0].start):
        return behind[0]
    if (
        before
        and not STRONG.search(text[before[-1].end : start])
        and not blocked(acts, before[-1].end, start)
    ):
        return before[-1]
    if (
        behind
        and start < behind[0].start < end + 160
        and not STRONG.search(text[end : behind[0].start])
        and not blocked(acts, end, behind[0].start)
    ):
        return behind[0]
    return None


def numbers_between(found: Sequence[Quantity], start: int, end: int) -> bool:
    """Whether another number stands between two places."""
    return any(start <= one.start and one.end <= end for one in found)


def blocked(acts: Sequence[Predicate], start: int, end: int) -> bool:
    """Whether another verb stands between two places."""
    return any(start <= one.start and one.end <= end for one in acts)


def adjacent(text: str, end: int, act: Predicate, acts: Sequence[Predicate]) -> bool:
    """Whether a verb follows a noun with nothing of its own between."""
    gap = text[end : act.start]
    return (
        len(gap) < 70
        and not STRONG.search(gap)
        and not blocked(acts, end, act.start)
        and not re.search(r"\b(?:who|that)\s+(?!were|was|had|have|has|died|are|fled)", gap)
    )


def both(acts: Sequence[Predicate], one: Predicate, text: str) -> str:
    """Give the unit of a verb, with another that is joined to it by "and" or "or": killed and wounded."""
    for other in acts:
        gap = text[other.end : one.start] if other.end <= one.start else text[one.end : other.start]
        if (
            other is not one
            and re.fullmatch(r"\s*(?:and|or|,|and/or|or\s+seriously)\s*", gap)
            and {one.unit, other.unit} == {"deaths", "injuries"}
        ):
            return "killed_or_injured"
    return one.unit


def predicate_units(acts: Sequence[Predicate]) -> Iterator[str]:
    """Give the units of some verbs, in order."""
    return (one.unit for one in acts)
