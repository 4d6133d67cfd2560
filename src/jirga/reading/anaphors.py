"""Places that a sentence only points back at: the town, the province, the country, the dateline."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from jirga.reading.chosen_times import DATELINE
from jirga.reading.places import Where, gazetteer
from jirga.reading.scope import country_of

GROUPS = {
    "town": ("town", "city", "village", "municipality", "settlement"),
    "province": (
        "province",
        "state",
        "region",
        "district",
        "governorate",
        "department",
        "county",
        "enclave",
        "strip",
        "peninsula",
        "valley",
    ),
    "country": ("country", "nation"),
    "camp": ("camp",),
    "crossing": ("crossing", "border", "gate"),
}
KINDS = {
    "city": "town",
    "capital": "town",
    "place": "town",
    "province": "province",
    "region": "province",
    "country": "country",
    "adjective": "country",
    "crossing": "crossing",
}
GROUP_OF = {word: group for group, some in GROUPS.items() for word in some}
POINTS = re.compile(
    rf"(?:\b(?P<inside>in|across|at|near|around|outside|inside|throughout|within|of|from|to|"
    rf"into|over|on|entered|reached|left|fled|through)\s+)?"
    rf"\b(?:[Tt]he|[Tt]hat)\s+(?:same\s+|besieged\s+|"
    rf"nearby\s+)?(?P<noun>(?i:{'|'.join(GROUP_OF)}))\b(?!\s+(?:of|in|capital|forces|police|"
    rf"government|officials|governor|council|said)\b|\s+[A-Z]|-|\s+\w+\s+(?:said|told))"
)


# A heading that stands at the head of its paragraph: "Northern Shan.", "3. Kachin and Sagaing."
RUN_IN = re.compile(
    r"(?:\(?[\dA-Z]{1,2}[.)]\s+)?(?:[A-Z][\w'-]*)(?:\s+(?:of|and|the|in|de|la|[A-Z][\w'-]*)){0,5}[.:]?"
)


def pointed_at(text: str, known: Mapping[str, Where]) -> list[Where]:
    """Find "the town" and its like, as the last place of that kind.

    Examples
    --------
    >>> [one.name for one in pointed_at("Nine died in the town.", {"town": Where(0, 4, "Nyala")})]
    ['Nyala']
    """
    found = []
    for match in POINTS.finditer(text):
        noun = match["noun"].lower()
        last = known.get(GROUP_OF[noun]) or (known.get("town") if noun == "enclave" else None)
        if last:
            found.append(replace(last, start=match.start("noun"), end=match.end("noun"), located=True))
    return found


def group(one: Where) -> str:
    """Say which words can point back at a place."""
    return KINDS.get(one.kind, "")


def titled(text: str, found: list[Where], *, first: bool) -> list[Where]:
    """Let every place in a title count as where the text is about; a letterhead's capital is its country."""
    line = not text.rstrip().endswith((".", "!", "?", '"'))
    if not ((first and len(text) <= 140 and line) or RUN_IN.fullmatch(text.strip())):
        return found
    return [replace(letterhead(text, one), located=True) for one in found]


def letterhead(text: str, one: Where) -> Where:
    """Give the country of a capital from which a letter or report is sent: "LEGAL AID, SAN SALVADOR"."""
    ends = re.search(r",\s*$", text[: one.start]) and not text[one.end :].strip(" .")
    dated = not text[: one.start].strip() and re.match(r",\s+(?:\d|[A-Z]\w+\s+\d)", text[one.end :])
    country = country_of(one) if one.kind == "capital" and (ends or dated) else None
    return replace(country, start=one.start, end=one.end) if country else one


def dateline(text: str) -> tuple[int, Where | None]:
    """Read the place before the dash at the top of a dispatch; a capital stands for its country.

    Examples
    --------
    >>> dateline("KABUL: Two men died.")[1].name
    'Afghanistan'
    """
    match = DATELINE.match(text)
    if not match:
        return 0, None
    words = re.match(r"\W*([A-Z][A-Z' -]+[A-Z])", match[0])
    if not words:
        return match.end(), None
    name = words[1].title()
    entry = gazetteer().get(name) or gazetteer().get(name.replace(" City", ""))
    if entry and entry.kind == "capital":
        country = next(
            (
                one.name
                for one in gazetteer().values()
                if one.kind == "country" and one.country == entry.country
            ),
            name,
        )
        return match.end(), Where(0, 0, country, "country", entry.country, located=True)
    return match.end(), Where(
        0, 0, entry.name if entry else name, "city", entry.country if entry else "", located=True
    )
