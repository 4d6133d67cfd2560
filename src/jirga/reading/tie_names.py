"""Names of parties that no table has, told by the form of the words: "22nd Brigade", "Wazalendo fighters"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jirga.reading.actors import NOT_NAMES
from jirga.reading.names import Actor, parties, peoples
from jirga.reading.phrases import Word, words_of
from jirga.reading.scenes import Scene
from jirga.reading.subjects import gap
from jirga.reading.tie_ends import end_name

SPELLED = re.compile(
    r"(?<![\w'-])(?!The\s)(?P<long>[A-Z][\w'-]+(?:\s+(?:(?:of|for)\s+the|[A-Z][\w'-]*|of|for|de|du|des|del|la|le|el|\d+|[a-z]+(?=\s\()))"
    r"{0,8}?)\s+\((?:the\s+)?(?P<short>[A-Z][A-Z\d-]{1,9})\)"
)
NUMBERED = re.compile(
    r"\b(?P<name>(?:\d+(?:st|nd|rd|th)|[A-Z][\w-]+)\s+(?:[A-Z]\w+\s+)?(?:Brigade|Division|Battalion|Regiment|Corps|Legion))\b"
)
KNOWN_AS = re.compile(
    r"\b(?:known\s+as|called|calling\s+(?:itself|themselves))\s+(?:the\s+)?\"?(?P<name>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)*)"
)
GROUPED = frozenset({"armed", "forces", "government", "speakers"})


@dataclass(frozen=True)
class Slot:
    """A party or place that stands in a sentence, by the name a tie gives it; no name if it can be no end."""

    start: int
    end: int
    name: str
    kind: str
    owner: bool = False
    place: str = ""


def spelled_out(text: str) -> Iterator[Slot]:
    """Give names told by their form: "22nd Brigade", "Mouvement du 23 mars (M23)", "known as the X"."""
    for match in SPELLED.finditer(text):
        if match["short"].isupper() or joined_party(match["short"]):
            yield Slot(match.start("long"), match.end("long"), match["short"], "party")
    for pattern in (NUMBERED, KNOWN_AS):
        for match in pattern.finditer(text):
            yield Slot(match.start("name"), match.end("name"), match["name"], "armed")


def joined_name(scene: Scene, match: re.Match[str]) -> str:
    """Give the party that "backed" is joined to: Iran of "Iran-backed", PTI of "(PTI)-led"."""
    who = match["who"].replace("U.S.", "US")
    known = next((end_name(one) for one in scene.actors if one.start <= match.start() < one.end), "")
    return joined_party(who) or known or who


def joined_party(who: str) -> str:
    """Give the party a single word names, where our tables know it."""
    hit = parties().at(words_of(who), 0)
    return peoples().get(who) or (hit.meaning[0] if hit else "")


def named_group(scene: Scene, actor: Actor) -> int:
    """Give where the name of fighters begins that no table has: "Wazalendo fighters"."""
    if actor.kind not in GROUPED or not actor.name.islower():
        return actor.start
    at = actor.first
    while at and gap(scene, at) == " " and is_name(scene.words[at - 1]) and not taken(scene, at - 1):
        at -= 1
    return scene.words[at].start if at < actor.first else actor.start


def taken(scene: Scene, at: int) -> bool:
    """Whether a word names somebody already."""
    return any(one.first <= at < one.last for one in scene.actors)


def is_name(word: Word) -> bool:
    """Whether a word can be part of a group's own name."""
    return (
        word.text[0].isupper()
        and word.text not in NOT_NAMES
        and not word.owner
        and "-" not in word.text
        and word.text not in peoples()
    )
