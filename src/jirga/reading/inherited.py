"""The unit of a number that names none: of a part of a total, of what is compared, of what is spoken of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jirga.reading.counted import Noun
from jirga.reading.lexicon import either, words
from jirga.reading.numbers import Quantity

PERSONS = frozenset(
    {"people", "personnel", "victims", "displaced", "detained", "abductions", "trapped", "injuries"}
)
CASUALTY = frozenset(
    {
        "deaths",
        "injuries",
        "killed_or_injured",
        "abductions",
        "arrests",
        "detained",
        "displaced",
        "trapped",
        "victims",
        "sentenced",
    }
)
OF_THE = re.compile(
    r"\bof\s+the\s+(?P<who>dead|killed|fatalities|victims|wounded|injured|casualties|displaced|detained|"
    r"arrested|detainees|hostages)\b,?\s*$",
    re.IGNORECASE,
)
AMONG = re.compile(
    r"\b(?P<who>dead|killed|fatalities|deaths|victims|wounded|injured|casualties|displaced|"
    r"detained|arrested|detainees|hostages)\b[^,;.]{0,30}?\b(?:were|was|are|included?|"
    r"including|includes)\s+(?:also\s+)?$",
    re.IGNORECASE,
)
AMONG_UNITS = {
    "dead": "deaths",
    "killed": "deaths",
    "fatalities": "deaths",
    "deaths": "deaths",
    "victims": "deaths",
    "wounded": "injuries",
    "injured": "injuries",
    "casualties": "killed_or_injured",
    "displaced": "displaced",
    "detained": "detained",
    "arrested": "arrests",
    "detainees": "detained",
    "hostages": "abductions",
}
TOPIC = {
    "deaths": r"death\s+toll|death\s+count|deaths|fatalities|toll|killings|homicides|murders|"
    r"people\s+killed|dead|killed",
    "injuries": r"injuries|injured|wounded",
    "killed_or_injured": r"casualties|casualty\s+(?:toll|figures)",
    "arrests": r"arrests|arrested",
    "abductions": r"abductions|kidnappings|abducted|missing",
    "detained": r"detainees|prisoners|detained",
    "displaced": r"displaced|displacement|refugees|idps|refugee\s+population",
    "attacks": r"attacks|incidents|clashes|violations|bombings|raids|ambushes",
    "strikes": r"strikes|airstrikes|air\s+strikes|sorties",
    "cases": r"cases|infections",
    "personnel": r"strength|troops|soldiers|fighters|personnel",
    "vehicles": r"trucks|vehicles|lorries",
    "people": r"people|households|families|children|population",
}
TOPICS = re.compile(
    "|".join(rf"\b(?P<{unit}>{words_of})\b" for unit, words_of in TOPIC.items()), re.IGNORECASE
)
BARE_BEFORE = re.compile(
    r"(?:\b(?:from|to|at|of|by|reached|reaching|hit|stood\s+at|stands\s+at|with|than|against|"
    r"is|was|were|now|exceeded|exceeds|totalled|totaled|totalling|reach|number|numbered|"
    r"numbering|put\s+at|including|recorded|in\s+all)|[:=(–])\s*$",
    re.IGNORECASE,
)
NAMED_ITEM = re.compile(
    r"(?:,|;|\band)\s+(?:and\s+)?(?:(?:in|at)\s+)?(?:[A-Z][\w'-]+\s+){1,3}"
    r"(?:(?:region|state|province|district|governorate|county|department)\s+)?(?:with\s+)?$"
)
AGAINST = re.compile(r"\b(?:against|from|than|compared\s+(?:with|to))\s*$", re.IGNORECASE)
# "...; the number of injured fell from 93": what is compared is named anew.
OF_ITS_OWN = re.compile(
    rf";[^;]*\b(?:number|total|toll|count)\s+of\s+(?:the\s+)?(?:{'|'.join(TOPIC.values())})\b", re.IGNORECASE
)
LIST_ITEM = re.compile(r"(?:,|\band\b|,\s*and\b|;|\bwith)\s+(?:\w+\s+)?$", re.IGNORECASE)
PLACE_AFTER = re.compile(
    r"\s+(?:in|at|near|on|from|across|of\s+them|of\s+whom|others?|more|"
    r"the\s+(?:day|week|month|quarter|year)\s+(?:before|earlier)|a\s+year\s+(?:before|earlier|ago))\b",
    re.IGNORECASE,
)
PASSED = re.compile(r"(?:passed|exceed\w*|topp\w+|surpass\w*)\s")
ENDS_HERE = re.compile(r"\s*(?:[.,;]|$|and\b)")
GOES_ON = re.compile(
    r"\s+(?:in|from|on|since|by|this|last|during|for|people|after|as|so|at|the|over|across|per|a|and|or|when|with|"
    r"while|were|was|had|have|to)\b"
)
RECORDED = re.compile(
    rf"\s+(?:were|was|had\s+been|have\s+been|being)\s+{either(words('verbs')['recorded']['words'])}\b",
    re.IGNORECASE,
)
PART_OF = re.compile(
    r":|\b(?:including|include|includes|included|among\s+them|of\s+whom|of\s+them|comprising|"
    r"made\s+up\s+of|among\s+whom|consisting\s+of|namely|most\s+of\s+them|some\s+of\s+them|"
    r"at\s+least|nearly\s+all)\b|\s–\s|\(",
    re.IGNORECASE,
)
OF_THEM = re.compile(r"\s+of\s+(?:them|whom)\b")
CHAINED = re.compile(
    r"(?:\s+(?:were|are)\s+[^,;\d]{1,50})?\s*(?:,|and|,\s*and|as\s+well\s+as|plus|\))\s*(?:(?:the|other|another|at\s+least|also)\s+)*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Measured:
    """A number with its unit and what is counted."""

    quantity: Quantity
    unit: str
    counted: str
    end: int
    currency: str = ""
    inherited: bool = False


def by_list(text: str, one: Quantity, noun: Noun, last: Measured | None) -> Measured | None:
    """Read a member of a list that parts a total: "56 deaths: 35 civilians and 21 others"."""
    prior = text[max(0, one.start - 70) : one.start]
    if match := AMONG.search(prior) or OF_THE.search(prior):
        unit = AMONG_UNITS[match["who"].lower()]
        return Measured(one, unit, noun.words or "people", max(noun.end, one.end), inherited=True)
    if last is None or last.end > one.start or last.unit not in CASUALTY | {"victims", "people"}:
        return None
    gap = text[last.end : one.start]
    of_them = OF_THEM.match(text, one.end) and last.unit in CASUALTY and len(gap) < 60
    parts = of_them or (PART_OF.search(gap) and len(gap) < 80 and not re.search(r"[;]|\.\s", gap))
    if not (parts or (last.inherited and CHAINED.fullmatch(gap))):
        return None
    if noun.unit in PERSONS or not noun.words:
        return Measured(one, last.unit, noun.words or last.counted, max(noun.end, one.end), inherited=True)
    return None


def bare(text: str, one: Quantity, last: Measured | None) -> Measured | None:
    """Give a bare number the unit of what is spoken of: "from 57", "and 16 in Punjab"."""
    prior = text[max(0, one.start - 40) : one.start]
    recorded = RECORDED.match(text, one.end)
    if recorded or BARE_BEFORE.search(prior) or PASSED.match(text, one.start):
        return spoken_of(text, one, last, recorded)
    if not last or last.unit in {"percent", "ratio", ""}:
        return None
    if NAMED_ITEM.search(prior) and ENDS_HERE.match(text, one.end):
        return Measured(one, last.unit, last.counted, one.end, inherited=True)
    after = PLACE_AFTER.match(text, one.end)
    if one.bound == "range" or not after or not LIST_ITEM.search(prior):
        return None
    end = after.end() if "other" in after[0] else one.end
    return Measured(one, last.unit, last.counted, end, inherited=True)


def spoken_of(
    text: str, one: Quantity, last: Measured | None, recorded: re.Match[str] | None
) -> Measured | None:
    """Give a bare number the unit of the figure it is compared with, or of the words before it."""
    known = (last.unit, last.counted) if last and last.unit not in {"percent", "ratio", "money"} else None
    compared = known if AGAINST.search(text[max(0, one.start - 40) : one.start]) else None
    if last and OF_ITS_OWN.search(text, last.end, one.start):
        compared = None
    if re.search(r"\bof\s*$", text[: one.start]):
        known = None
    unit, counted = compared or topic(text, one) or known or ("", "")
    alone = recorded or not re.match(r"\s+[a-z]+", text[one.end :]) or GOES_ON.match(text, one.end)
    if not unit or not alone:
        return None
    return Measured(one, unit, counted, recorded.end() if recorded else one.end, inherited=True)


def topic(text: str, one: Quantity, reach: int = 160) -> tuple[str, str] | None:
    """Give the unit that the words before a bare number speak of."""
    toll = re.search(r"\b(?:death\s+)?toll\b(?=[^;]*$)", text[max(0, one.start - reach) : one.start])
    if toll and re.search(r"\b(?:to|at|of|reached|now|is)\s*$", text[: one.start]):
        return "deaths", "deaths"
    before = list(TOPICS.finditer(text, max(0, one.start - reach), one.start))
    return (before[-1].lastgroup or "", before[-1][0]) if before else None
