"""Who or what is counted, in one way for every source: the same words are the same thing."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from jirga.schema.record import Figure

Way = Literal["", "rise", "fall", "share"]
GENERAL = frozenset({"people"})
WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?!\w)")
BOUND = re.compile(r"\b(?:more|less|fewer|higher|lower) than\b|\bup to\b")
SHARE = re.compile(r"\b(?:share|part|proportion|portion) of\b|\bof (?:all|the)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Counted:
    """Who or what is counted.

    Attributes
    ----------
    groups : frozenset of str
        The groups that are named, as civilians; none if no group is.
    words : frozenset of str
        Every word that tells it from other things, groups under one name.
    """

    groups: frozenset[str]
    words: frozenset[str]

    @property
    def general(self) -> bool:
        """Whether it is people of any kind."""
        return not self.words - GENERAL

    @property
    def group(self) -> str:
        """The one group it is, if it is a group and nothing more."""
        return next(iter(self.groups)) if len(self.groups) == 1 and self.words == self.groups else ""

    def wider(self, other: Counted) -> bool:
        """Whether it takes in everything that the other does, and more."""
        return self.words < other.words or (self.general and not other.general)


NOT_SAID = Counted(frozenset(), frozenset({"?"}))


def counted(text: str, unit: str = "") -> Counted:
    """Read who or what is counted; what the unit says already is left out.

    Examples
    --------
    >>> counted("law enforcement personnel") == counted("security forces")
    True
    >>> sorted(counted("TTP attacks", "attacks").words), counted("terrorists").group
    (['ttp'], 'militants')
    """
    plain = " ".join(WORD.findall(POSSESSIVE.sub("", text.casefold())))
    found = set()

    def taken(match: re.Match[str]) -> str:
        found.add(groups()[match[0]])
        return " "

    rest = group_pattern().sub(taken, plain).split()
    small = small_words() | set(lists()["units"].get(unit, ()))
    return Counted(frozenset(found), frozenset(found | {one for one in rest if one not in small}))


def of_figure(one: Figure) -> Counted:
    """Read who or what a figure counts; of attacks that nobody qualifies, militants' are meant."""
    found = counted(one.counted, one.unit)
    if one.unit == "attacks":
        return Counted(frozenset(), found.words - {"militants"} - GENERAL)
    if found.words or one.unit not in lists()["units"]:
        return found
    return Counted(GENERAL, GENERAL) if names_all(one) else NOT_SAID


def names_all(one: Figure) -> bool:
    """Whether a figure's own words say that all are counted, as '56 deaths'; a bare '57' leaves it open."""
    words = set(WORD.findall(one.main.quote.casefold()))
    return bool(words & (set(lists()["units"][one.unit]) | set(lists()["groups"]["people"])))


def way(one: Figure) -> Way:
    """Say whether a figure is of a rise, a fall or a share, from what it counts and its own words.

    >>> quote = {"start": 0, "end": 3, "quote": "18%"}
    >>> way(Figure(passages=[quote], value=18, unit="percent", counted="fall of deaths"))
    'fall'
    """
    if one.unit not in {"percent", "ratio"}:
        return ""
    for said in (one.counted, one.main.quote, f"{one.main.prefix} {one.main.suffix}"):
        words = set(WORD.findall(BOUND.sub(" ", said.casefold())))
        for name, some in lists()["ways"].items():
            if words & set(some):
                return "fall" if name == "fall" else "rise"
    return "share" if one.unit == "percent" or SHARE.search(one.counted) else ""


def measured(text: str) -> tuple[str, Counted] | None:
    """Say which unit a change or share is of, and of whom; None if no word says so.

    >>> measured("rise of civilian deaths")[0]
    'deaths'
    """
    words = WORD.findall(POSSESSIVE.sub("", text.casefold()))
    for unit in ("deaths", "injuries", "abductions", "arrests", "displaced", "killed_or_injured", "attacks"):
        if not set(words) & set(lists()["units"][unit]):
            continue
        if unit == "attacks":
            return unit, Counted(frozenset(), frozenset())
        named = counted(" ".join(words[: at_most(words, unit)]), unit)
        some = named.groups or GENERAL
        return unit, Counted(frozenset(some), frozenset(some))
    return None


def at_most(words: list[str], unit: str) -> int:
    """Say up to which word a measure is named: the word that counts it, and whom 'of' names after it."""
    place = next(at for at, word in enumerate(words) if word in lists()["units"][unit])
    follows = words[place + 1 : place + 2] in (["of"], ["among"])
    return place + (4 if follows else 1)


@cache
def lists() -> dict[str, Any]:
    """Read the lists of words."""
    text = files("jirga.figures").joinpath("groups.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)
    return {**found, "groups": found["groups"], "apart": frozenset(found["apart"]["groups"])}


@cache
def groups() -> dict[str, str]:
    """Give the group that each phrase names."""
    return {phrase: name for name, phrases in lists()["groups"].items() for phrase in phrases}


@cache
def group_pattern() -> re.Pattern[str]:
    """Find any phrase that names a group, the longest first."""
    phrases = sorted(groups(), key=lambda one: (-len(one), one))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b")


@cache
def small_words() -> frozenset[str]:
    """Give the words that say nothing of what is counted."""
    return frozenset(lists()["small"]["words"])
