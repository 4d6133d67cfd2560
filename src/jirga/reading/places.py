"""Places named in a sentence: those of our table, and names that stand where only a place can."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from jirga.reading.lexicon import either, rows, words

NAME = r"(?:[A-Z][\w'-]*|al-[A-Z][\w'-]*|el-[A-Z][\w'-]*)"
NAMES = rf"{NAME}(?:\s+(?:(?:de|del|la|al|el|of|e|bin)\s+)?{NAME}){{0,3}}"
SORT = (
    r"(?:province|district|region|regions|provinces|districts|governorate|governorates|state|"
    r"states|county|department|municipality|city|town|village|villages|towns|camp|"
    r"valley|border|crossing|displacement\s+site|airport|port|peninsula|island|islands|area|"
    r"areas|sector|neighbou?rhood|suburb|suburbs|"
    r"oblast|prefecture|locality|sub-district|subdistrict|division|agency|soil|territory|"
    r"mountains|hills|strip|enclave|territories|desert|corridor|strait|river|road|highway|"
    r"axis|direction|heights)"
)
SIDE = (
    r"(?:(?:north|south|east|west|central|north-?east|north-?west|south-?east|"
    r"south-?west)(?:ern)?(?:-central)?|central|upper|lower|rural|occupied|neighbou?ring|"
    r"nearby|former|mainland|greater|downtown|coastal|war-torn)"
)
IN = (
    r"(?:in|across|at|near|around|outside|inside|throughout|within|over|from|into|to|off|on|"
    r"along|toward|towards|"
    r"through|between|against|of|for|surrounding|entering|leaving|reaching|including|reached|"
    r"entered|struck|hit|under|"
    r"fled|fleeing|flee|left|captured|seized|took|attacked|stormed|overran|bombed|shelled|"
    r"besieged|retook|recaptured|retaken|liberated|"
    r"controls?|controlled|held|approached|bombarded|raided|crossed|occupied|encircled|"
    r"evacuated|rocked|shook|pounded|targeted|outside|above|below|beyond|overlooking)"
)
NO_PLACE = frozenset(words("location")["no_place"])


@dataclass(frozen=True)
class Where:
    """A place that is named: where in its sentence, its name, and whether something is said to be there."""

    start: int
    end: int
    name: str
    kind: str = "place"
    country: str = ""
    located: bool = False


@dataclass(frozen=True)
class Entry:
    """A place of our table."""

    name: str
    kind: str
    country: str


@cache
def gazetteer() -> dict[str, Entry]:
    """Give every name of the table, with its place."""
    table = {}
    for code, name, others, belonging in rows("countries"):
        for one in filter(None, (name, *others.split(","))):
            table[one] = Entry(name, "country", code)
        for one in filter(None, belonging.split(",")):
            table.setdefault(one, Entry(name, "adjective", code))
    for kind, codes, names in rows("places"):
        first, *more = names.split(",")
        for one in (first, *more):
            table[one] = Entry(first, kind, codes)
    return table


@cache
def known() -> re.Pattern[str]:
    """Find any name of the table, the longest first."""
    return re.compile(rf"(?<![\w-]){either(gazetteer())}(?![\w$]|-[a-z])")


LOCATED = re.compile(
    rf"\b(?:{IN})\s+(?:(?:the|both|all of|most of|parts of|much of|"
    rf"large parts of)\s+)*(?:(?:{SORT}\s+(?:of|in)|outskirts of|vicinity of|heart of|"
    rf"cent(?:er|re) of|south of|north of|east of|west of|"
    rf"capital(?: city)?(?: of)?,?)\s+)?(?:the\s+)?(?:{SIDE}\s+)*$",
    re.IGNORECASE,
)
AFTER = re.compile(
    rf"(?:'s)?\s+(?:\w+\s+)?{SORT}\b(?!\s+(?:forces|officials|guards|police|commander|governor|government))",
    re.IGNORECASE,
)
BUT = r"(?:,?\s+(?:excluding|without|minus|except|apart\s+from|not\s+counting)\s+[^,.;\d]{1,50}?,?)?"
SUBJECT = re.compile(
    rf",\s+which\s+(?:hosts|shelters|houses|is\s+home\s+to)|{BUT}\s+(?:accounted\s+for|saw|recorded|suffered|witnessed|experienced|registered|had(?=\s+(?:\d|(?:an?|no|the|some|more|fewer|only|at|about|nearly)\b))|"
    r"(?:has|had)\s+been\s+(?:cut\s+off|besieged|encircled|under\s+(?:siege|blockade))|"
    r"remained|remains?\s+(?:under|cut\s+off|besieged)|was\s+(?:hit|the\s+worst|the\s+most)|topped|reported|followed|came)\b"
)
OF_NAME = re.compile(r"\s+of\s+(?:the\s+)?[A-Z]")
AND_NAME = re.compile(rf"\s+and\s+(?P<name>{NAMES})(?=[.,;]|$)")
LISTED = re.compile(r"(?:,|;|\band|\bwhile)\s+$")
ITS_NUMBER = re.compile(rf"\s+(?:{SORT}\s+)?(?:with\s+|another\s+|only\s+)?\d")
UNKNOWN = re.compile(
    rf"\b(?:reached|entered|fled|overran|recaptured|retook|stormed|shelled|bombed|bombarded|besieged|in|at|near|around|outside|"
    rf"inside|across|throughout|into|[Nn]ear|[Ii]n|"
    rf"[Aa]t)\s+(?:the\s+)?(?:{SIDE}\s+)*(?:(?:the\s+)?(?:[a-z-]+\s+)?{SORT}\s+(?:of|"
    rf"in)\s+)?(?P<name>{NAMES})(?:(?P<sort>\s+{SORT})\b)?"
)
# What is done to a place: "the fall of Laukkai", "a raid on Izmail".
ACTED_ON = re.compile(
    rf"\b(?:(?:fall|capture|recapture|seizure|siege|battle|bombing|bombardment|shelling|evacuation|liberation|"
    rf"storming|loss|encirclement|blockade|defen[cs]e|outskirts|suburbs|streets|centre|center)\s+(?:of|for)|"
    rf"(?:raid|raids|attack|attacks|assault|assaults|strike|strikes|advance|offensive|march)\s+(?:on|against|towards?)|"
    rf"(?:fought|fighting|battle|battles|war|clashes|clashed)\s+(?:over|for|around)|"
    rf"(?:retaking|capturing|seizing|besieging|shelling|leaving|entering|overrunning|evacuating))\s+"
    rf"(?:the\s+)?(?:{SIDE}\s+)*(?:{SORT}\s+of\s+)?(?P<name>{NAMES})(?:(?P<sort>\s+{SORT})\b)?"
)
CUT_OFF = re.compile(
    rf"^\W*(?P<name>{NAMES})\s+(?:has\s+been|had\s+been|is|was|remains?|remained|stays?)\s+(?:\w+\s+)?"
    r"(?:cut\s+off|besieged|encircled|under\s+(?:siege|blockade|curfew)|in\s+rebel\s+hands)"
)
SORT_OF = re.compile(rf"\b{SORT}\s+of\s+(?P<name>{NAMES})")
OF_SORT = re.compile(
    rf"\b(?:{SORT}\s+of\s+)(?P<name>{NAMES})|(?P<other>{NAMES})\s+(?:(?:refugee|displacement|"
    rf"border|transit|IDP|market|neighbou?ring)\s+)?{SORT}\b"
)


def places(text: str) -> tuple[Where, ...]:
    """Find the places in a sentence.

    Examples
    --------
    >>> [(one.name, one.located) for one in places("Pakistan says 32 attacks were in Balochistan.")]
    [('Pakistan', False), ('Balochistan', True)]
    """
    found = [from_table(text, match) for match in known().finditer(text)]
    taken = [(one.start, one.end) for one in found if one.kind != "adjective" or one.located]
    found = [one for one in found if one.kind != "adjective" or one.located]
    for pattern in (UNKNOWN, CUT_OFF, ACTED_ON, SORT_OF, OF_SORT):
        for match in pattern.finditer(text):
            group = "name" if match.groupdict().get("name") else "other"
            span = match.span(group)
            if not any(first < span[1] and span[0] < last for first, last in taken) and is_place(
                match[group], text, span
            ):
                if match.end() > span[1] and OF_NAME.match(text, match.end()):
                    continue
                taken.append(span)
                found.append(Where(span[0], match.end(), match[group], sort_of(match[0]), located=True))
                if other := AND_NAME.match(text, match.end()):
                    taken.append(other.span("name"))
                    found.append(Where(*other.span("name"), other["name"], located=True))
    return tuple(sorted(found, key=lambda one: one.start))


TOWN = re.compile(
    r"\b(?:city|town|towns|village|villages|camp|neighbou?rhood|suburb|locality|municipality|airport|port)\b",
    re.IGNORECASE,
)
WIDER = re.compile(rf"\b{SORT}\b", re.IGNORECASE)


def sort_of(words: str) -> str:
    """Say what kind of place the words around an unknown name make it."""
    return "city" if TOWN.search(words) else "province" if WIDER.search(words) else "place"


def from_table(text: str, match: re.Match[str]) -> Where:
    """Say of a name of the table whether something is located there."""
    entry = gazetteer().get(re.sub(r"\s+", " ", match[0]))
    name, kind, country = (entry.name, entry.kind, entry.country) if entry else (match[0], "place", "")
    prior = text[max(0, match.start() - 60) : match.start()]
    after = AFTER.match(text, match.end())
    listed = LISTED.search(prior) and ITS_NUMBER.match(text, match.end()) and kind != "country"
    located = kind != "adjective" and bool(
        LOCATED.search(prior) or SUBJECT.match(text, match.end()) or listed
    )
    end = match.end()
    if after and kind != "country":
        located, end = True, after.end()
        if OF_NAME.match(text, end):
            located, end = False, match.end()
    elif (after and kind == "adjective") or (
        after
        and re.search(r"(?:soil|territory|border|coast|province|city|town|village|region|capital)$", after[0])
    ):
        located, end = bool(LOCATED.search(prior)), after.end()
    body = re.match(r"\s+(?:[A-Z][a-z]+)", text[match.end() :])
    if (
        kind in {"country", "city", "province", "region"}
        and body
        and not after
        and not known().match(text, match.end() + 1)
    ):
        located = False
    if re.match(r"'s?\s+[a-z]", text[match.end() :]) and kind == "country" and not after:
        located = located and bool(re.match(r"'s?\s+(?:\w+\s+)?[A-Z]", text[match.end() :]))
    return Where(match.start(), end, name, kind, country, located)


def is_place(name: str, text: str, span: tuple[int, int]) -> bool:
    """Whether an unknown name may be a place's: no month, person or body, and not all capitals."""
    parts = name.split()
    entry = gazetteer().get(parts[0])
    if (
        (len(parts) == 1 and WIDER.fullmatch(name))
        or (entry and entry.kind == "adjective")
        or re.search(r"-(?:backed|led|held|controlled|run|allied|owned|linked)$", parts[0])
    ):
        return False
    body = re.match(
        r"\s*(?:\(|'s?\s|Ministry|Council|Party|Army|Front|forces|officials?|ministry|police|"
        r"government|said|says|report|data|agency|attacks?|fighters|militants)",
        text[span[1] :],
    )
    return not (
        any(one in NO_PLACE for one in parts)
        or name.isupper()
        or (body and not text[span[1] :].startswith("'"))
    )
