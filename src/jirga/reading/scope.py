"""How wide a sentence reaches: a whole country, all of it but a part, or mostly one part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from jirga.reading.lexicon import rows
from jirga.reading.places import Where
from jirga.reading.voice_stretch import Voice

EXCLUDED = re.compile(
    r",\s+outside\s+(?:the\s+)?$|"
    r"\b(?:excluding|without|minus|except(?:ing)?(?:\s+(?:for|in))?|(?:apart|aside)\s+from|"
    r"not\s+(?:counting|including)|other\s+than|leaving\s+out|exclusive\s+of|with\s+the\s+exception\s+of)\s+"
    r"(?:the\s+|its\s+|those\s+in\s+)?(?:[a-z-]+\s+){0,3}$",
    re.IGNORECASE,
)
# Where somebody spoke is not where what they told took place.
SPOKEN_AT = re.compile(
    r"\b(?:(?:said|told|spoke|speaking|wrote|warned|announced|testified)(?:\s+(?:reporters|journalists|"
    r"parliament|lawmakers|Reuters|AFP|AP|the\s+BBC|a\s+(?:news|press)\s+conference|a\s+briefing|a\s+rally))?|"
    r"(?:reporters|journalists|(?:news|press)\s+conference|briefing)|"
    r"(?:diplomats?|analysts?|observers?|commentators?|economists?|experts?|envoys?|ambassadors?))"
    r"\s+(?:in|from|at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
MOSTLY = re.compile(
    r"\b(?:mostly|mainly|largely|chiefly|primarily|predominantly|especially|notably|particularly)\s+"
    r"(?:in|from|across|within)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}$",
    re.IGNORECASE,
)
WIDE = re.compile(
    r"\b(?:nation-?wide|country-?wide)\b|"
    r"\b(?:the|this|a|of|civil|its|separatist)\s+(?:war|conflict|insurgency|rebellion|uprising)\b(?!\s+(?:crimes?|zone\s+of))",
    re.IGNORECASE,
)
BODY = re.compile(
    r"\b(?:Institute|Centre|Center|Observatory|Project|Monitor|Mission|Network|Database|Studies)\b"
)
TITLE = re.compile(
    r"\b(?:situation\s+(?:report|update|overview)|sit-?rep|flash\s+update|humanitarian\s+(?:update|snapshot|"
    r"bulletin)|assessment|quarterly|monthly|weekly|annual|review|bulletin|overview|snapshot)\b",
    re.IGNORECASE,
)


@cache
def countries() -> dict[str, str]:
    """Give the name of every country by its code."""
    return {code: name for code, name, *_ in rows("countries")}


def country_of(one: Where | None) -> Where | None:
    """Give the country a place lies in, if it lies in one.

    Examples
    --------
    >>> country_of(Where(3, 8, "Mopti", "city", "MLI")).name
    'Mali'
    """
    name = countries().get(one.country) if one else None
    return Where(0, 0, name, "country", one.country, located=True) if one and name else None


def within(text: str, found: Sequence[Where]) -> list[Where]:
    """Leave out the places that a sentence excludes: "Sudan without Darfur".

    Examples
    --------
    >>> [one.name for one in within("Iraq except Kirkuk", (Where(0, 4, "Iraq"), Where(12, 18, "Kirkuk")))]
    ['Iraq']
    """
    kept = [one for one in found if not EXCLUDED.search(text[max(0, one.start - 60) : one.start])]
    return [
        replace(one, located=False) if SPOKEN_AT.search(text[max(0, one.start - 60) : one.start]) else one
        for one in kept
    ]


def not_mostly(text: str, found: Sequence[Where]) -> tuple[tuple[Where, ...], Where | None]:
    """Part the places of a sentence from one that most was in, and give the country of that one."""
    most = [one for one in found if MOSTLY.search(text[max(0, one.start - 60) : one.start])]
    return tuple(one for one in found if one not in most), country_of(most[0]) if most else None


def wide(text: str, found: Sequence[Where], home: Where | None) -> Where | None:
    """Give the country of the text where a sentence without a place is about its whole war."""
    return home if WIDE.search(text) and not any(one.located for one in found) else None


def counting(text: str, found: Sequence[Where], voices: Sequence[Voice]) -> Where | None:
    """Give the country in the name of a body that counts: "the Nepal Institute of Peace Studies"."""
    if any(one.located for one in found):
        return None
    bodies = [one for one in voices if BODY.search(text[one.start : one.end])]
    named = (one for one in found if any(body.start <= one.start < body.end for body in bodies))
    return next((country_of(one) for one in named if one.kind == "country"), None)


def bulletin(text: str) -> bool:
    """Whether a line is the title of a report on a stretch of time.

    Examples
    --------
    >>> bulletin("Mali: Situation Report No. 4"), bulletin("A review was promised.")
    (True, False)
    """
    return len(text) < 120 and not text.rstrip().endswith((".", "!", "?")) and bool(TITLE.search(text))
