"""The unit of a number: by the sign before it, the noun after it, or the verb that governs it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from jirga.reading.counted import NEVER, Noun, noun_after
from jirga.reading.frames import Predicate, both, governing
from jirga.reading.inherited import BARE_BEFORE, PERSONS, Measured, bare, by_list, topic
from jirga.reading.lexicon import either, words
from jirga.reading.numbers import Quantity

__all__ = ["Measured", "measured"]

MONEY: dict[str, str] = words("numbers")["money"]
PERCENT = re.compile(r"\s*-?(?:percentage\s+points?|per\s?cent|percent|%|pct\b|pc\b)", re.IGNORECASE)
CURRENCY = re.compile(rf"\s+(?:\w+\s+)?(?P<name>{either(MONEY)})\b", re.IGNORECASE)
MEASURE = {
    "area": re.compile(
        r"[\s-]*(?:square|sq\.?)[\s-]*(?:kilomet(?:er|re)s?|km|miles?|met(?:er|re)s?|m)\b|"
        r"[\s-]*(?:km2|km²|hectares?|acres?|ha\b)",
        re.IGNORECASE,
    ),
    "distance": re.compile(
        r"[\s-]*(?:kms?|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|yards?)\b", re.IGNORECASE
    ),
    "duration": re.compile(
        r"[\s-]*(?:(?:consecutive|straight|whole|full)\s+)?(?:minutes?|hours?|days?|nights?|"
        r"weeks?|months?|years?|decades?)\b(?:\s+now\b)?",
        re.IGNORECASE,
    ),
}
LASTING = re.compile(rf"\b{either(words('verbs')['lasting']['words'])}\b", re.IGNORECASE)
FOR = re.compile(
    r"\b(?:for|lasted|lasting|lasts|some|by|into\s+its|extended\s+by|takes?|of|the|a|an|after|"
    r"took)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
TWO_OF_A_KIND = re.compile(r"(?:twin|dual)\b", re.IGNORECASE)
ENDED = re.compile(
    r"\b(?:destroy(?:ed|ing|s)|damag(?:ed|ing|es)|hit(?:ting)?|struck|striking|seiz(?:ed|ing)|"
    r"recover(?:ed|ing)|engag(?:ed|ing)|burn(?:ed|t|ing)|torch(?:ed|ing)|captur(?:ed|ing)|"
    r"demolish(?:ed|ing)|intercept(?:ed|ing)|down(?:ed|ing)|shot\s+down|fir(?:ed|ing)|"
    r"launch(?:ed|ing)|loot(?:ed|ing)|confiscat(?:ed|ing)|delivered|defus(?:ed|ing)|clos(?:ed|"
    r"ing)|dismantl(?:ed|ing))\b[^.;]{0,40}$",
    re.IGNORECASE,
)


def measured(
    text: str,
    one: Quantity,
    until: int,
    acts: Sequence[Predicate],
    found: Sequence[Quantity],
    last: Measured | None,
) -> Measured | None:
    """Say what a number measures, or nothing where no unit can be told.

    Parameters
    ----------
    until : int
        Where the next number begins, or the sentence ends.
    last : Measured, optional
        The figure before it, whose unit a bare number or a part of a total takes.
    """
    return by_sign(text, one, until) or by_length(text, one) or by_noun(text, one, until, acts, found, last)


def by_sign(text: str, one: Quantity, until: int) -> Measured | None:
    """Read money, percentages, ratios and parts."""
    if one.sort != "count":
        return (
            Measured(one, "ratio", subject(text, one), one.end)
            if one.sort == "ratio" or re.match(r"\s+(?:of|are|were|is|was|have|had)\s", text[one.end :])
            else None
        )
    if match := PERCENT.match(text, one.end):
        return Measured(one, "percent", share_of(text, match.end(), until, one), match.end())
    if one.currency:
        return Measured(one, "money", purpose(text, one), one.end, one.currency)
    if (match := CURRENCY.match(text, one.end)) and match["name"] in MONEY | {
        name.lower(): "" for name in MONEY
    }:
        code = MONEY.get(match["name"]) or MONEY.get(match["name"].lower(), "")
        return Measured(one, "money", purpose(text, one), match.end(), code)
    return None


def by_length(text: str, one: Quantity) -> Measured | None:
    """Read areas, distances that are no bearings, and how long a siege or a closure lasted."""
    for unit, pattern in MEASURE.items():
        match = pattern.match(text, one.end)
        if not match:
            continue
        if unit == "duration" and not lasts(text, one, match.end()):
            return Measured(one, "", "", match.end())
        return Measured(one, unit, text[one.end : match.end()].strip(" -"), match.end())
    return None


def lasts(text: str, one: Quantity, end: int) -> bool:
    """Whether a number of days is how long something of the conflict lasted."""
    near = text[max(0, one.start - 60) : one.start]
    hyphened = text[one.end : one.end + 1] == "-" or re.match(
        r"-?\w+'?\s+(?:of\s+)?(?:siege|war|blockade|ceasefire|truce|curfew|closure|standoff|"
        r"battle|fighting|conflict|occupation|bombardment|insurgency|offensive|pause|halt)",
        text[one.end + 1 :],
    )
    if hyphened:
        return bool(LASTING.search(text[end : end + 45]))
    if re.match(
        r"\s+of\s+(?:the\s+)?(?:siege|war|blockade|fighting|conflict|closure|curfew|clashes|"
        r"bombardment|occupation|insurgency|captivity|violence)",
        text[end:],
    ):
        return True
    return bool(
        FOR.search(near)
        and LASTING.search(near)
        and re.search(r"\b(?:for|lasted|lasting|extended|by|took|into)\b", near)
    )


def by_noun(
    text: str,
    one: Quantity,
    until: int,
    acts: Sequence[Predicate],
    found: Sequence[Quantity],
    last: Measured | None,
) -> Measured | None:
    """Read the unit off the noun, the verb that governs it, or the figure it is a part of."""
    noun = noun_after(text, one, until)
    if not noun.words and (whole := part_of(text, one, until, found)):
        noun = replace(noun_after(text, whole, len(text)), end=one.end)
    if noun.unit in {"area", "distance", "duration", "percent"}:
        return None
    if TWO_OF_A_KIND.match(text, one.first) and noun.unit not in {"attacks", "strikes"}:
        return None
    act = governing(text, one.start, max(noun.end, one.end), acts, found)
    if noun.unit and noun.unit not in PERSONS:
        return refused(text, one, noun, None) or Measured(one, noun.unit, noun.words, noun.end)
    if noun.modifier and noun.head:
        more = act and act.unit in {"deaths", "arrests", "abductions"} and noun.modifier != "deaths"
        return Measured(one, act.unit if act and more else noun.modifier, noun.words, noun.end)
    return by_verb(text, one, noun, acts, act, last)


def by_verb(
    text: str,
    one: Quantity,
    noun: Noun,
    acts: Sequence[Predicate],
    act: Predicate | None,
    last: Measured | None,
) -> Measured | None:
    """Read the unit off the verb that governs a number, unless a word at once before it says more."""
    told = BARE_BEFORE.search(text[max(0, one.start - 40) : one.start]) and topic(text, one, 45)
    if not noun.words and told and not (act and close(one, act)):
        return bare(text, one, last)
    if act and countable(text, one, noun, act):
        counted = noun.words or (last.counted if last else "people")
        return Measured(one, both(acts, act, text), counted, noun.end if noun.words else reach(one, act))
    return by_list(text, one, noun, last) or by_itself(text, one, noun, last)


def part_of(text: str, one: Quantity, until: int, found: Sequence[Quantity]) -> Quantity | None:
    """Give the number that a number is a part of: "8 million of the 13 million people"."""
    if until >= len(text) or not re.fullmatch(r"\s+of\s+(?:the\s+|its\s+|their\s+)?", text[one.end : until]):
        return None
    return next((other for other in found if until in {other.start, other.first}), None)


def close(one: Quantity, act: Predicate) -> bool:
    """Whether a verb stands at once beside a bare number."""
    return 0 <= act.start - one.end < 14 or 0 <= one.start - act.end < 6


def refused(text: str, one: Quantity, noun: Noun, act: Predicate | None) -> Measured | None:
    """Refuse small numbers of things that say nothing of the conflict: two sides, three rounds."""
    if noun.unit == "strikes" or ENDED.search(text[max(0, one.start - 60) : one.start]):
        return None
    if (
        noun.unit == "places"
        and (one.value or 13) <= 12
        and re.match(r"(?:the|these|those|both|all)\s", text[one.start :])
    ):
        return Measured(one, "", noun.words, noun.end)
    small = (one.worded and (one.value is None or one.value <= 12)) or (one.value or 0) <= 3
    if (
        act is None
        and small
        and (noun.head in NEVER or (one.value == 1 and noun.unit not in {"deaths", "injuries"}))
    ):
        return Measured(one, "", noun.words, noun.end)
    return None


def countable(text: str, one: Quantity, noun: Noun, act: Predicate) -> bool:
    """Whether a number without a known noun can be of those a verb happened to."""
    if noun.unit in PERSONS:
        return True
    if not noun.words:
        return not (act.after and re.match(r"\s*(?:%|[A-Z])", text[one.end :])) and not re.match(
            r"\s+(?:of|in\s+the)\s+(?:the\s+)?(?:world|country)", text[one.end :]
        )
    if noun.words[0].islower() and act.unit not in {
        "deaths",
        "injuries",
        "killed_or_injured",
        "arrests",
        "abductions",
        "displaced",
    }:
        return False
    return (
        noun.words.split()[-1].lower().rstrip(".").endswith(("s", "n", "e", "i", "l"))
        and noun.head not in NEVER
    )


def reach(one: Quantity, act: Predicate) -> int:
    """Let a bare number take in the verb that follows it: "ten were wounded"."""
    return act.end if 0 < act.start - one.end < 22 else one.end


def by_itself(text: str, one: Quantity, noun: Noun, last: Measured | None) -> Measured | None:
    """Read a number of people or things that nothing is said to have happened to, or a bare number."""
    if noun.unit:
        return refused(text, one, noun, None) or Measured(one, noun.unit, noun.words, noun.end)
    if noun.words and not bare_like(noun):
        many = one.value is not None and one.value >= 10 and not one.worded
        plain = (
            noun.head.islower()
            and noun.head.endswith("s")
            and noun.head not in NEVER
            and noun.words[0].islower()
        )
        return (
            Measured(one, "objects", noun.words, noun.end)
            if many and plain and "-" not in noun.head
            else None
        )
    return bare(text, one, last)


def bare_like(noun: Noun) -> bool:
    """Whether what follows a number is no noun of its own: "others", "more"."""
    return noun.words.lower() in {"others", "other", "more", "of"}


def share_of(text: str, end: int, until: int, one: Quantity) -> str:
    """Say what a percentage is of, or what it changed."""
    of = re.compile(r"\s+of\s+([^,;.]{3,60})").match(text, end, max(until, end))
    return f"share of {of[1].strip()}" if of else subject(text, one)


def subject(text: str, one: Quantity) -> str:
    """Give the words before a change that it is a change of: "civilian deaths ... doubled"."""
    before = re.split(r"[,;:]\s", text[: one.start])[-1]
    spoken = re.split(
        r"\b(?:rose|fell|went|increased|decreased|dropped|grew|declined|has|have|had|were|was|"
        r"more\s+than|by|jumped|surged|climbed|soared)\b",
        before,
    )[0]
    return " ".join(spoken.split()[-8:])


def purpose(text: str, one: Quantity) -> str:
    """Say what money is for, in the words after it or before it."""
    after = re.match(r"(?:\s+(?:in|for|of|worth\s+of|to)\s+)([^,;.]{3,50})", text[one.end :])
    return after[1].strip() if after else subject(text, one)
