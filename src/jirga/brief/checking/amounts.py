"""The numbers in a sentence with what bounds them and what they count: more than 600, 5 percent, $2bn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from jirga.brief.checking.facts import Fact, Part, keys, said
from jirga.brief.checking.numerals import number, ordinal

Hit = tuple[int, tuple[Fact, ...]]
SAYS = {
    ">=": "at least; no fewer than; no less than; not fewer than; not less than; a minimum of; minimum",
    ">": "more than; over; above; exceeding; in excess of; greater than; longer than; higher than",
    "<=": "at most; up to; no more than; not more than; a maximum of; maximum; no later than",
    "<": "less than; fewer than; shorter than; lower than; under; below; short of",
    "~": "about; around; approximately; roughly; some; circa; ca; nearly; almost; close to; ~; an estimated",
}
BOUNDS = {tuple(one.split()): sign for sign, some in SAYS.items() for one in some.split("; ")}
BEHIND = {
    ("or", "more"): ">=",
    ("and", "more"): ">=",
    ("or", "above"): ">=",
    ("or", "over"): ">=",
    ("+",): ">=",
    ("or", "fewer"): "<=",
    ("or", "less"): "<=",
    ("at", "most"): "<=",
    ("at", "least"): ">=",
    ("or", "so"): "~",
}
COUNTS = {
    "percent": "%; \u066a; percent; per cent",
    "points": "percentage points; percentage point; points; pp",
    "dollars": "$; us $; usd; us dollars; us dollar; dollars; dollar",
    "euros": "\u20ac; eur; euros; euro",
    "pounds": "\u00a3; gbp; pounds; pound",
    "rupees": "\u20a8; rs; pkr; rupees; rupee",
    "Indian rupees": "\u20b9; inr; indian rupees",
    "afghanis": "afn; afghanis; afghani",
    "kilometres": "km; kms; kilometres; kilometers; kilometre; kilometer",
    "miles": "miles; mile",
    "metres": "metres; meters; metre; meter",
    "hours": "hours; hour; hrs",
    "minutes": "minutes; minute",
    "days": "days; day",
    "weeks": "weeks; week",
    "fortnights": "fortnights; fortnight",
    "months": "months; month",
    "years": "years; year",
    "decades": "decades; decade",
    "tonnes": "tonnes; tons; tonne; ton",
    "hectares": "hectares; hectare",
    "times": "times; fold",
}
UNITS = {tuple(one.split()): name for name, some in COUNTS.items() for one in some.split("; ")}
LENGTHS = {"weeks": (7, "days"), "fortnights": (14, "days"), "decades": (10, "years")}
MONEY = {"dollars", "euros", "pounds", "rupees", "Indian rupees", "afghanis"}
SKIPPED = {("a",), ("an",), ("the",), ("some",), ("as",), (".",)}


def amount(parts: Sequence[Part], at: int) -> Hit | None:
    """Find the number that begins at a place, with the bound before it and what it counts behind it.

    >>> from jirga.brief.checking.cutting import words
    >>> one = amount(words("no more than 1.5 million dollars"), 0)[1][0]
    >>> one.value, one.bound, one.unit
    ('1500000', '<=', 'dollars')
    """
    start, bound = longest(parts, at, BOUNDS)
    if start and keys(parts, at + start, 1) in SKIPPED and not number(parts, at + start):
        start += 1
    skip, money = longest(parts, at + start, UNITS)
    begin = at + start + (skip if money in MONEY else 0)
    read = number(parts, begin)
    if read is None:
        return None if start or money in MONEY else place(parts, at)
    length, value = begin - at + read[0], read[1]
    end, unit = longest(parts, at + length + (keys(parts, at + length, 1) == ("-",)), UNITS)
    length += end + (1 if end and keys(parts, at + length, 1) == ("-",) else 0)
    end, later = longest(parts, at + length, BEHIND)
    length += end
    unit = money if money in MONEY else unit
    factor, unit = LENGTHS.get(unit, (1, unit))
    times = Fraction(factor)
    if unit == "hours" and not value % 24:
        times, unit = Fraction(1, 24), "days"
    fact = Fact("number", written(value * times), said(parts[at : at + length]), bound or later, unit)
    return spanned(parts, at, length, fact)


def spanned(parts: Sequence[Part], at: int, length: int, first: Fact) -> Hit:
    """Give a number; of a range both ends, the first in what the second counts."""
    if keys(parts, at + length, 1) not in {("to",), ("-",)} or not number(parts, at + length + 1):
        return length, (first,)
    rest = amount(parts, at + length + 1)
    if rest is None:
        return length, (first,)
    unit = first.unit or rest[1][0].unit
    return length + 1 + rest[0], (replace(first, unit=unit), *rest[1])


def place(parts: Sequence[Part], at: int) -> Hit | None:
    """Find a place in an order, or twice."""
    if keys(parts, at, 1) == ("twice",):
        return 1, (Fact("number", "2", said(parts[at : at + 1]), unit="times"),)
    read = ordinal(parts, at)
    if read is None:
        return None
    return read[0], (Fact("number", str(read[1]), said(parts[at : at + read[0]]), unit="in order"),)


def longest(parts: Sequence[Part], at: int, some: dict[tuple[str, ...], str]) -> tuple[int, str]:
    """Find the longest of some phrases that begins at a place: how many words, and what it means."""
    for length in (3, 2, 1):
        hit = some.get(keys(parts, at, length)) if at >= 0 else None
        if hit is not None:
            return length, hit
    return 0, ""


def written(value: Fraction) -> str:
    """Write a number: in figures, a part of a whole as a fraction."""
    return str(value)
