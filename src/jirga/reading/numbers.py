"""Numbers in a sentence: digits, words, scales, ranges, parts and vague words, with their bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jirga.reading.lexicon import either, words

LISTS = words("numbers")
WORDS: dict[str, int] = LISTS["words"]
SCALES: dict[str, int] = LISTS["scales"]
RATIOS: dict[str, float] = LISTS["ratios"]
LARGEST = 1e18
PARTS: dict[str, float] = LISTS["parts"]
BOUNDS = {phrase: bound for bound, phrases in LISTS["bounds"].items() for phrase in phrases}
BOUNDS_AFTER = {phrase: bound for bound, phrases in LISTS["bounds_after"].items() for phrase in phrases}

TENS = either(one for one, value in WORDS.items() if 20 <= value <= 90)
ONES = either(one for one, value in WORDS.items() if 1 <= value <= 9)
SMALL = rf"(?:{TENS}(?:[- ]{ONES})?|{either(WORDS)})"
BIG = r"(?:hundred|thousand|million|billion|trillion|lakhs?|crores?|dozen)"
WORDED = (
    rf"(?:(?:a|an|"
    rf"{SMALL})(?:\s+and\s+a\s+half)?\s+{BIG}(?:\s+(?:and\s+)?{SMALL}(?:\s+{BIG})?)*|"
    rf"(?:half|(?:a\s+)?quarter\s+of)\s+a\s+(?:million|billion|dozen|thousand)|{SMALL})"
)
DIGITS = r"(?:\d{1,3}(?:[,\u066c]\d{2,3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?!\d|[.,]\d)|\d+(?:\.\d+)?)"
SCALE = (
    r"(?:(?:\s|-)?(?:hundred\s+thousand|hundred|thousand|million|billion|trillion|lakhs?|"
    r"crores?|mn|bn|dozen)\b|(?:k|m)\b(?!\s*(?:above|high|tall|long|wide|deep)))"
)
SIGN = either(LISTS["currencies"])
VALUE = (
    rf"(?:(?:(?P<currency@>(?-i:{SIGN}))\s?)?(?P<digits@>{DIGITS})(?P<scale@>{SCALE})?(?P<plus@>\+)?"
    rf"|(?P<worded@>{WORDED}))"
)
BETWEEN = r"(?P<between>\bbetween\s+)"
NUMBER = re.compile(
    rf"(?<![\w.,/$-])(?:{BETWEEN})?(?<![\w])"
    + VALUE.replace("@", "1")
    + r"(?:(?P<joint>\s?[-–]\s?|\s+(?:to|or|and)\s+)"
    + VALUE.replace("@", "2")
    + r")?(?:(?![\w]|[.,]\d|/\d)|(?=(?:pc|km|kg|sq|ha|mm|cm)\b))",
    re.IGNORECASE,
)
VAGUE = re.compile(rf"\b{either(LISTS['vague']['words'])}\b", re.IGNORECASE)
RATIO = re.compile(rf"\b{either(RATIOS)}\b", re.IGNORECASE)
PART = re.compile(
    rf"\b{either(PARTS)}\b(?=\s+(?:of|its|their|the|are|were|is|was|have|had)\b|\s*[,.]?$)", re.IGNORECASE
)
BOUND = re.compile(
    rf"(?<![\w-]){either(BOUNDS)}(?:\s+(?:another|a\s+further|an\s+additional|the|a|an|"
    rf"as\s+many\s+as|some))?\s*$",
    re.IGNORECASE,
)
FIRST_WORDS = re.compile(rf"{either(BOUNDS)}", re.IGNORECASE)
BOUND_AFTER = re.compile(rf"\s+{either(BOUNDS_AFTER)}\b", re.IGNORECASE)


@dataclass(frozen=True)
class Quantity:
    """A number in a sentence, with the words that bound it."""

    start: int
    end: int
    value: float | None
    high: float | None = None
    bound: str = "exact"
    vague: str = ""
    currency: str = ""
    sort: str = "count"  # count, ratio or part
    first: int = 0  # where the number itself begins, after its bound
    worded: bool = False


def quantities(text: str) -> tuple[Quantity, ...]:
    """Find the numbers in a sentence, whatever they count.

    Examples
    --------
    >>> [(one.value, one.bound) for one in quantities("More than 600 attacks killed a dozen men.")]
    [(600, 'more_than'), (12, 'exact')]
    """
    found: list[Quantity] = []
    for one in sorted((*vague(text), *shares(text), *counts(text)), key=lambda one: (one.first, -one.end)):
        if not found or one.first >= found[-1].end:
            found.append(bounded(text, one))
    return tuple(found)


def vague(text: str) -> Iterator[Quantity]:
    """Find the vague words; a number after one belongs to it."""
    for match in VAGUE.finditer(text):
        yield Quantity(
            match.start(),
            match.end(),
            None,
            bound="vague",
            vague=match[0].lower(),
            first=match.start(),
            worded=True,
        )


def shares(text: str) -> Iterator[Quantity]:
    """Find doubled, threefold, two-thirds."""
    for pattern, values, sort in ((RATIO, RATIOS, "ratio"), (PART, PARTS, "part")):
        for match in pattern.finditer(text):
            value = values[re.sub(r"\s+", " ", match[0].lower())]
            yield Quantity(match.start(), match.end(), value, sort=sort, first=match.start(), worded=True)


def counts(text: str) -> Iterator[Quantity]:
    """Find the numbers in digits and in words, alone and as ranges."""
    at = 0
    while match := NUMBER.search(text, at):
        one, at = read(match)
        if one and one.value is not None:
            yield one


def read(match: re.Match[str]) -> tuple[Quantity | None, int]:
    """Read one number or a range; where the second does not belong to the first, look at it again."""
    low = value(match, "1")
    currency = LISTS["currencies"].get(match["currency1"] or "", "")
    second = match["digits2"] or match["worded2"]
    if second is None:
        start = match.start("currency1") if match["currency1"] else match.start(last_group(match, "1"))
        return quantity(match, start, match.end(), low, None, currency), match.end()
    high = value(match, "2")
    low = scaled_alike(match, low, high)
    start = (
        match.start("between")
        if match["between"]
        else match.start("currency1")
        if match["currency1"]
        else match.start(last_group(match, "1"))
    )
    if low is not None and high is not None and low < high and is_range(match):
        return replace(quantity(match, start, match.end(), low, high, currency), bound="range"), match.end()
    end = match.start("joint")
    start = start + len(match["between"]) if match["between"] else start
    low = value(match, "1")
    return quantity(match, start, end, low, None, currency), end


def last_group(match: re.Match[str], number: str) -> str:
    """Name the group that holds the number itself."""
    return f"digits{number}" if match[f"digits{number}"] else f"worded{number}"


def quantity(
    match: re.Match[str], start: int, end: int, low: float | None, high: float | None, currency: str
) -> Quantity:
    """Make a quantity of a match."""
    bound = "more_than" if match["plus1"] else "exact"
    return Quantity(
        start, end, low, high, bound, currency=currency, first=start, worded=bool(match["worded1"])
    )


def is_range(match: re.Match[str]) -> bool:
    """Whether two numbers are the ends of one range: "15 to 20", "15-20", "between 15 and 20"."""
    joint = match["joint"].strip().lower()
    if joint == "and":
        return bool(match["between"])
    if match["between"]:
        return joint == "and"
    if joint == "or":
        return bool(match["worded1"] or match["digits1"]) and near(match)
    before = match.string[max(0, match.start() - 12) : match.start()].lower()
    rising = joint == "to" and re.search(r"\bfrom\s*$", before)
    return not rising


def near(match: re.Match[str]) -> bool:
    """Whether "or" stands between two numbers that follow each other, as in "five or six"."""
    low, high = value(match, "1"), value(match, "2")
    return low is not None and high is not None and 0 < high - low <= max(1, low * 0.5)


def scaled_alike(match: re.Match[str], low: float | None, high: float | None) -> float | None:
    """Give "2-3 million" its million twice."""
    scale = match["scale2"]
    if low is None or high is None or not scale or match["scale1"] or match["worded1"]:
        return low
    return low * scale_of(scale) if low < high / scale_of(scale) else low


def scale_of(text: str) -> float:
    """Give what a scale word multiplies by."""
    product = 1.0
    for one in re.findall(r"[a-z]+", text.lower()):
        product *= SCALES.get(one, 1)
    return product


def value(match: re.Match[str], number: str) -> float | None:
    """Give the value of one of the two numbers of a match."""
    digits, worded = match[f"digits{number}"], match[f"worded{number}"]
    if digits:
        amount = float(re.sub(r"[, \u066c]", "", digits)) if len(digits) < 40 else float("inf")
        amount = round(amount * scale_of(match[f"scale{number}"] or ""), 6)
        return whole(amount)
    return in_words(worded) if worded else None


def whole(amount: float) -> float | None:
    """Write a whole number as one; what nobody can count is no number."""
    if not amount < LARGEST:
        return None
    return int(amount) if amount == int(amount) else amount


def in_words(text: str) -> float | None:
    """Read a number in words.

    Examples
    --------
    >>> in_words("two hundred and forty-five thousand")
    245000
    >>> in_words("one and a half million")
    1500000
    """
    total, group = 0.0, 0.0
    parts = re.findall(r"[a-z]+", text.lower().replace("and a half", "plushalf"))
    for one in parts:
        if one in WORDS:
            group += WORDS[one]
        elif one in {"half", "plushalf"}:
            group += 0.5
        elif one in {"a", "an"} and one == parts[0]:
            group += 1
        elif one in SCALES:
            if SCALES[one] in {12, 100}:
                group = (group or 1) * SCALES[one]
            else:
                total, group = total + (group or 1) * SCALES[one], 0.0
    if "quarter" in parts:
        return whole(0.25 * scale_of(text))
    if parts[0] == "half" and len(parts) > 1:
        return whole(0.5 * scale_of(text))
    return whole(total + group)


def bounded(text: str, one: Quantity) -> Quantity:
    """Take in the words before and after a number that bound it."""
    prior = text[max(0, one.first - 48) : one.first]
    match = BOUND.search(prior)
    if match:
        start, bound = one.first - len(match[0]), bound_of(match[0])
        more = BOUND.search(text[max(0, start - 40) : start])
        if (
            more
            and (bound == "exact" or bound_of(more[0]) == "exact" or text[start - 1 : start] == " ")
            and bound_of(more[0]) != "exact"
        ):
            start, bound = start - len(more[0]), bound_of(more[0])
        if one.bound not in {"exact", "more_than"} or match[0].strip().lower() == "the":
            bound = one.bound
        one = replace(one, start=start, bound=bound)
    after = BOUND_AFTER.match(text, one.end)
    if after and one.bound == "exact":
        bound = BOUNDS_AFTER[re.sub(r"\s+", " ", after[0].strip().lower())]
        one = replace(one, end=after.end(), bound=bound)
    return one


def bound_of(phrase: str) -> str:
    """Give the bound that the first words of a phrase stand for."""
    first = FIRST_WORDS.match(phrase.strip())
    return BOUNDS[re.sub(r"\s+", " ", first[0].lower())] if first else "exact"
