"""Numbers that are no figures: dates, times of day, ages, names, distances that say where a place is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jirga.reading.numbers import Quantity
from jirga.reading.periods import When

NAMED = re.compile(
    r"(?:\b(?:resolution|article|articles|section|no|nos|number|highway|route|phase|chapter|"
    r"paragraph|para|page|pages|annex|camp|zone|sector|level|decree|"
    r"law|order|flight|room|block|street|ipc|tier|category|grade|group\s+of|box|tel|telephone|"
    r"fax|ext|version|volume|vol|channel|day|week|unit|area|gate|pier|line|"
    r"round|track|act|rule|protocol|agenda|vision|covid|type|model|ward|precinct|region|"
    r"district|world\s+war|formula|part|step|point|item|figure|table|appendix|session|"
    r"document|title|"
    r"isbn|issn|doi|article\s+no|brigade|battalion|regiment|division|corps|squadron|fleet|"
    r"base|hill|height|checkpoint|post|kilometre|kilometer|km|interstate|radio|fm|channel|"
    r"studio|century|chapter\s+vii)\.?\s*#?|#|§|№|\b[A-Z]{1,4}-)$",
    re.IGNORECASE,
)
PAST = re.compile(r"\b(?:past|last|previous|this|each|next)\s+(?:day|week)\s*$", re.IGNORECASE)
AFTER = re.compile(
    r"-?\s?(?:year|month|week|day)s?[- ]olds?\b|\s+years?\s+(?:old|of\s+age)\b|"
    r"\s*(?:[ap]\.?\s?m\b\.?|o'clock|GMT\b|UTC\b|hrs\b|hours\s+(?:GMT|local|UTC)|EST\b|BST\b)|"
    r":\d\d|\.\d\d\s*(?:am|pm|a\.m|p\.m)|(?:st|nd|rd|th)\b|/\d|\s*°|-?(?:st|nd|rd|th)\b|"
    r"'s\b(?!\s+\w+s\b)|\s+(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|"
    r"centuries)\s+(?:ago|earlier|later|before|after|apart|away|on|old|previously)\b|"
    r"-?(?:inch|mm|storey|story|page|member|nation|point|party|man|person|"
    r"strong\s+\w+\s+council|seat|star|time|way|sided|lane|foot|calibre|caliber|metre|meter|"
    r"acre|bed)\b(?!-)|\s*(?:mm|cm)\b|\s+(?:degrees|percent\s+of\s+GDP)\b",
    re.IGNORECASE,
)
AGED = re.compile(
    r"\b(?:aged?|ages|under|over|below|turned|younger\s+than|older\s+than|"
    r"between\s+the\s+ages\s+of)\s*(?:between\s+)?(?:\d+\s+(?:and|to)\s+)?$",
    re.IGNORECASE,
)
UNDER = re.compile(
    r"\b(?:children|boys|girls|those|women|men|people|adults|infants|"
    r"minors)\s+(?:aged\s+)?(?:under|over|below|above)\s+(?:the\s+age\s+of\s+)?$",
    re.IGNORECASE,
)
IN_NAME = re.compile(r"[A-Z][\w'-]+,\s+$")
CLOCK_BEFORE = re.compile(r"(?:\d:|\bat\s+(?:about\s+|around\s+|approximately\s+)?)$", re.IGNORECASE)
CLOCK = re.compile(
    r"\s*(?::\d\d|local\s+time|in\s+the\s+(?:morning|afternoon|evening)|hours\b|"
    r"(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
LOCATING = re.compile(
    r"\s*-?(?:kms?|kilometers?|kilometres?|miles?|metres?|meters?|nautical\s+miles|m|"
    r"yards)\b(?:\s*\([^)]*\))?\s*"
    r"(?:(?:to\s+the\s+)?(?:(?:north|south|east|west)[\w-]*|up|down|inside|outside|inland|off|"
    r"away|from|of\b|beyond|deep|along\s+the|above|ahead|short)|out(?:side)?\b)",
    re.IGNORECASE,
)
WITHIN = re.compile(r"\b(?:within|less\s+than|some|about|only|just|around)\s+$", re.IGNORECASE)
PAST_TIME = re.compile(
    r"\b(?:in|within|after|past|last|next|previous|coming|every|for\s+the\s+(?:first|last)|"
    r"first|following|preceding|recent)\s+(?:the\s+)?(?:past|last|next|previous|coming|first|"
    r"following|preceding)?\s*$",
    re.IGNORECASE,
)
ONE_OF = re.compile(
    r"\s+of\b(?!\s+(?:them|whom)\b)|\s+(?:day|another|side|hand|thing|such|way|official|"
    r"officer|source|report|estimate|account|witness|resident|analyst|diplomat|minister|"
    r"spokesman|expert|day|year|month|week|time|point|reason|broadcaster|newspaper|after|"
    r"man's|woman's|more\s+time|step|major|key|such|group|morning|night|of\s+the|side's)\b",
    re.IGNORECASE,
)
NONE_OF = re.compile(r"\b(?:none|neither|not\s+one|nobody|no\s+one|any)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
THE_TWO = re.compile(r"\b(?:the|these|those|both|other|all|its|their|his|our)\s+$", re.IGNORECASE)
SIDES = re.compile(
    r"\s+(?:\w+\s+)?(?:sides?|countries|neighbou?rs|leaders|parties|nations|governments|men|"
    r"groups|armies|states|capitals|factions|communities|allies|officials|forces|ministers|"
    r"presidents|peoples|rivals|powers|generals|brothers|cities|regions|republics|Koreas|"
    r"bodies\s+politic|main|key|major|warring|biggest|largest|most)\b"
)
YEARLY = re.compile(r"(?:1[5-9]|20)\d\d$")
HYPHEN = re.compile(r"-(?!\s)(?!strong\b)(?=[A-Za-z])")


def dismissed(text: str, one: Quantity, times: Sequence[When]) -> bool:
    """Whether a number is no figure, by the words around it.

    Examples
    --------
    >>> dismissed("a 12-year-old girl", Quantity(2, 4, 12, first=2), ())
    True
    """
    if any(when.start <= one.first < when.end for when in times):
        return True
    before, after = text[max(0, one.first - 50) : one.first], text[one.end :]
    return (
        by_name(text, one, before, after)
        or by_age(one, before, after)
        or by_clock(one, before, after)
        or by_place(before, after)
        or by_reference(one, before, after)
        or by_size(after)
    )


def by_name(text: str, one: Quantity, before: str, after: str) -> bool:
    """Whether a number is part of a name or a plain year."""
    word = text[one.first : one.end]
    if (
        NAMED.search(before)
        and not PAST.search(before)
        and not one.currency
        and not one.vague
        and not re.match(r"\s+(?:people|civilians|soldiers)", after)
    ):
        return not re.search(r"\b(?:the\s+number|number)\s+$", before, re.IGNORECASE) or True
    if YEARLY.match(word) and not one.currency and "," not in word and not re.match(r"\s+[a-z]+s\b", after):
        return True
    return word.isdigit() and word.startswith("0") and len(word) > 1


def by_age(one: Quantity, before: str, after: str) -> bool:
    """Whether a number is an age."""
    if AFTER.match(after) and not re.match(r"-?(?:man|person|member|point|bed)\b", after):
        return True
    if one.vague or one.value is None or one.value > 110:
        return bool(AFTER.match(after))
    if re.search(
        r"\b(?:aged|ages|age)\s+(?:between\s+)?(?:\w+\s+(?:and|to)\s+)?$", before, re.IGNORECASE
    ) or UNDER.search(before):
        return True
    return bool(AFTER.match(after)) or (
        bool(IN_NAME.search(before)) and not one.worded and bool(re.match(r"\s*[,.;)]", after))
    )


def by_clock(one: Quantity, before: str, after: str) -> bool:
    """Whether a number is a time of day."""
    if re.search(r"\d[:.]$", before) or (
        one.value is not None and one.value <= 2400 and CLOCK_BEFORE.search(before) and CLOCK.match(after)
    ):
        return True
    return bool(re.match(r"\s*:\d\d", after))


def by_size(after: str) -> bool:
    """Whether a number is the size of each thing: a 500-pound bomb."""
    return bool(
        re.match(
            r"-(?:pound|lb|kg|kilo\w*|ton|tonne|litre|liter|gallon|bed|horsepower|watt|megawatt)\b", after
        )
    )


def by_place(before: str, after: str) -> bool:
    """Whether a number says how far away a place is."""
    return bool(LOCATING.match(after)) or bool(
        re.search(r"\($", before)
        and re.match(
            r"\s*(?:km|miles|kilometres|kilometers|mi|m|feet|metres|hectares|acres|square\s+\w+|"
            r"sq\s+\w+|mph|lbs?)\s*\)",
            after,
        )
    )


def by_reference(one: Quantity, before: str, after: str) -> bool:
    """Whether a number only points at things already named: one of, the two sides."""
    if NONE_OF.search(before):
        return True
    if (
        one.value == 1
        and one.worded
        and (
            ONE_OF.match(after)
            or re.search(
                r"\b(?:no|any|every|each|the|this|that|another|only)\s+$|\bone\s+by\s+$",
                before,
                re.IGNORECASE,
            )
        )
    ):
        return True
    return (
        one.value == 2 and bool(SIDES.match(after)) and bool(THE_TWO.search(before) or one.start < one.first)
    )
