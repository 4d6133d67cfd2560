"""What a number counts: the noun that follows it, with the words between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from jirga.reading.lexicon import either, words
from jirga.reading.numbers import Quantity

LISTS = words("nouns")
VERBS = words("verbs")
MEASURES = ("percent", "area", "distance", "duration")
IRREGULAR = {
    "people": "person",
    "children": "child",
    "women": "woman",
    "men": "man",
    "persons": "person",
    "lives": "life",
    "bodies": "body",
}
ENDS: list[str] = LISTS["ends"]["words"]
CASUALTY = sorted(
    {word.split()[0] for group in ("done", "themselves") for some in VERBS[group].values() for word in some}
    | {"reported", "recorded"}
)
BREAK = re.compile(rf"(?:{either([*ENDS, *CASUALTY])})\b", re.IGNORECASE)
GAP = re.compile(r"(?:\s+\d[\d.,]*-[a-z]+\s)?[ \-\"']{0,3}")
WORD = re.compile(r"[^\W\d_][\w'./-]*|%|km²?")
OF = re.compile(
    r"\s+of\s+(?:the|its|their|his|her|those|these|our|all)(?:\s+\d[\d,]*)?(?=\s+\w)|"
    r"\s+of\s+(?:them|whom|which)\b|\s+of(?=\s+[a-z])",
    re.IGNORECASE,
)
MODIFIERS = {word: unit for unit, some in LISTS["modifiers"].items() for word in some}
OF_ARMS = re.compile(
    r"\s+of\s+(?:[a-z-]+\s+)?(?:explosives?|ammunition|tnt|dynamite|gunpowder)\b", re.IGNORECASE
)
NEVER = frozenset(LISTS["never"]["words"])


@dataclass(frozen=True)
class Noun:
    """What follows a number: where it ends, its head, the unit the head alone would give."""

    end: int
    words: str = ""
    head: str = ""
    unit: str = ""
    modifier: str = ""  # the unit of a word such as "displaced" before the head
    of: bool = False  # "fifty of the arrests"


@cache
def units() -> dict[str, str]:
    """Give every noun of the table, in plural and singular, with its unit."""
    table: dict[str, str] = {}
    for unit, plurals in LISTS["units"].items():
        for plural in plurals:
            table.setdefault(plural, unit)
            table.setdefault(singular(plural), unit)
    return table


def singular(plural: str) -> str:
    """Make the singular of a noun.

    Examples
    --------
    >>> [singular(one) for one in ("policemen", "bodies", "clashes", "attacks")]
    ['policeman', 'body', 'clash', 'attack']
    """
    first, _, last = plural.rpartition(" ")
    for end, other in (
        ("women", "woman"),
        ("men", "man"),
        ("ies", "y"),
        ("shes", "sh"),
        ("sses", "ss"),
        ("xes", "x"),
        ("s", ""),
    ):
        if last in IRREGULAR:
            last = IRREGULAR[last]
            break
        if last.endswith(end):
            last = last[: len(last) - len(end)] + other
            break
    return f"{first} {last}".strip()


def noun_after(text: str, one: Quantity, until: int) -> Noun:
    """Read the noun after a number, no further than `until`.

    Examples
    --------
    >>> noun_after("47 law enforcement personnel were killed", Quantity(0, 2, 47), 99).head
    'personnel'
    """
    of = OF.match(text, one.end, until)
    start = of.end() if of else one.end
    found = list(run(text, start, until))
    if not found:
        return Noun(one.end if not of else of.end(), of=bool(of))
    at, head, unit = headed(found, one.value)
    if not unit and (head.endswith("ly") or head in {"already", "newly"}):
        return Noun(one.end if not of else of.end(), of=bool(of))
    unit = "munitions" if unit in {"objects", "munitions"} and OF_ARMS.match(text, found[at].end()) else unit
    words_of = text[found[0].start() : found[at].end()]
    before = [match[0].lower() for match in found[: at + 1]]
    before = [word.rsplit("-", 1)[-1] for word in before]
    modifier = next((MODIFIERS[word] for word in before if word in MODIFIERS and word != head), "")
    return Noun(found[at].end(), words_of, head, unit, modifier, bool(of))


def initials(text: str, match: re.Match[str]) -> bool:
    """Whether a word is a shortened name within a noun phrase, as in "40 U.N. troops"."""
    return bool(re.fullmatch(r"(?:[A-Z]\.){2,}", match[0]) and re.match(r"\s+[a-z]", text[match.end() :]))


def run(text: str, start: int, until: int) -> list[re.Match[str]]:
    """Give the words after a number, up to the first that ends a noun phrase."""
    found: list[re.Match[str]] = []
    at = start
    while len(found) < 7:
        gap = GAP.match(text, at, until)
        at = gap.end() if gap else at
        match = WORD.match(text, at, until)
        if (
            not match
            or (BREAK.match(text, at) and not (match[0].lower() in MODIFIERS and modifies(text, match.end())))
            or (match[0].endswith(".") and not initials(text, match))
        ):
            if match and match[0].endswith(".") and not BREAK.match(text, at):
                found.append(re.compile(re.escape(match[0].rstrip("."))).match(text, at))  # type: ignore[arg-type]
            break
        found.append(match)
        at = match.end()
    return found


def modifies(text: str, end: int) -> bool:
    """Whether "displaced" or "wounded" stands before a noun rather than for a verb."""
    following = re.compile(r"\s+([a-z]+)").match(text, end)
    return following is not None and units().get(following[1], "") in {
        "people",
        "personnel",
        "displaced",
        "vehicles",
    }


def headed(found: list[re.Match[str]], value: float | None) -> tuple[int, str, str]:
    """Choose the head of some words: the last that is a noun of the table, two words before one."""
    table = units()
    lowered = [match[0].lower().removesuffix("'s").strip("'") for match in found]
    best = -1, "", ""
    for at, word in enumerate(lowered):
        for first in range(max(0, at - 2), at + 1):
            phrase = " ".join(lowered[first : at + 1])
            if phrase in table and fits(phrase, value, table[phrase]):
                if not joined_name(found, at) or best[0] < 0:
                    best = at, phrase, table[phrase]
                break
        if best[0] == at and at + 1 < len(found) and word.endswith("s") and lowered[at + 1].endswith("ed"):
            break
    if best[0] >= 0:
        return best
    plural = next(
        (at for at, word in enumerate(lowered) if word.endswith("s") and not word.endswith(("ss", "us"))),
        None,
    )
    return (plural, lowered[plural], "") if plural is not None else (len(found) - 1, lowered[-1], "")


def fits(phrase: str, value: float | None, unit: str) -> bool:
    """Whether a noun can be counted by a number: one in the singular, others in the plural."""
    if (
        value == 1
        or unit in MEASURES
        or phrase
        in {"police", "aircraft", "personnel", "people", "dead", "staff", "crew", "livestock", "cattle"}
    ):
        return True
    return phrase in PLURALS or phrase.endswith(("ed", "%"))


def joined_name(found: list[re.Match[str]], at: int) -> bool:
    """Whether a noun is part of a name, as in Human Rights Watch."""
    return found[at][0][0].isupper() and at > 0


PLURALS = frozenset(word for some in LISTS["units"].values() for word in some)
