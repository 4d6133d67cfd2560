"""Words for ties between parties, and who can be one end of a tie."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from jirga.reading.actors import DOERS, Actor, peoples
from jirga.reading.lexicon import either, words
from jirga.reading.phrases import Phrases, inflected
from jirga.reading.scenes import Scene

WORDS = words("relations")
RELATIONS = ("supports", "funds", "controls", "opposes", "allied_with", "negotiates_with")
LISTS = {relation: WORDS[relation] for relation in RELATIONS}
RECEIVED, LIMITS, ROLES = WORDS["received"], WORDS["limits"], WORDS["means"]
VAGUE, BODY, IN_DOUBT = (frozenset(LIMITS[one]) for one in ("vague", "body", "in_doubt"))
BASES = frozenset(verb.split()[0] for some in LISTS.values() for verb in some["verbs"])


def listed(key: str) -> str:
    """Write a pattern that finds any word of one list, whatever the relation."""
    return either({one for some in LISTS.values() for one in some.get(key, [])})


NOT_SO = re.compile(rf"\b{either(LIMITS['not_so'])}\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)
HEDGED = re.compile(rf"\b{either(LIMITS['hedged'])}\b[^,;]*$", re.IGNORECASE)
JOINED = re.compile(
    r"\b(?P<who>[A-Z][\w'-]*|government|rebel|army|opposition|militia|regime)(?:-|\)[ -])"
    rf"(?P<how>{listed('joined')})\b"
)
BETWEEN = re.compile(rf"\b(?P<what>{listed('between')})\s+(?:\w+\s+){{0,4}}?between\s+", re.IGNORECASE)
TOGETHER = re.compile(rf"\b(?P<what>{listed('together')})\b")
ROLE = re.compile(
    rf"(?:,|\bis|\bare|\bremains|\bas)\s+(?:(?:a|an|the|its|once|long|also)\s+)*(?P<role>{listed('roles')})\s+",
    re.IGNORECASE,
)
ALLY = re.compile(
    rf"\b(?P<whose>its|their|his|'s)\s+(?:\w+\s+){{0,3}}?(?P<role>{either(ROLES)})\b,?\s*", re.IGNORECASE
)
OF_PEOPLE = re.compile(
    rf"\b(?:its|their)\s+(?:\w+\s+){{0,2}}?(?P<people>{either(peoples())})\s+(?P<role>{either(ROLES)})\b"
)
APPOSED = re.compile(rf"'s?\s+(?:\w+\s+){{0,3}}?(?P<role>{either(ROLES)})\b")
BESIDE = re.compile(rf",?\s+{either(LIMITS['beside'])}\s+(?:the\s+)?", re.IGNORECASE)
BACKING = re.compile(
    r"\b(?:has|have|had|enjoys?|enjoyed|with|won|under)\s+(?:the\s+)?(?:\w+\s+){0,2}"
    rf"{either(LIMITS['backing'])}\s+of\s+(?:the\s+)?",
    re.IGNORECASE,
)
TAKES = re.compile(rf"\b{either(RECEIVED['verbs'])}\s+(?P<what>[^.;]{{1,60}}?)\s+from\s+(?:the\s+)?")
MONEY = re.compile(either(RECEIVED["money"]), re.IGNORECASE)
HELP = re.compile(rf"\b{either(RECEIVED['help'])}\b", re.IGNORECASE)
HELD = re.compile(rf"\b{either(LIMITS['areas'])}\s+(?:of|in)\s+(?P<place>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)")


@dataclass(frozen=True)
class Bond:
    """A tie between two, with its place in the document; the target may be a place."""

    start: int
    end: int
    source: str
    relation: str
    target: str
    scene: int
    status: str = "asserted"


@cache
def phrases() -> Phrases[tuple[str, str]]:
    """Give the verbs and nouns of the list in every form, with the relation they state."""
    entries: dict[tuple[str, ...], tuple[list[str], tuple[str, str]]] = {}
    for relation in reversed(RELATIONS):
        for verb in LISTS[relation]["verbs"]:
            for form in inflected(verb, WORDS["irregular"]):
                entries[tuple(form)] = (form, (relation, "verb"))
        for noun in LISTS[relation]["nouns"]:
            entries[tuple(noun.split())] = (noun.split(), (relation, "noun"))
    return Phrases(entries.values())


def party(actor: Actor | None) -> bool:
    """Whether an actor can be one end of a tie."""
    return actor is not None and actor.kind in DOERS | {"armed", "forces"} and actor.name.lower() not in VAGUE


def bond(scene: Scene, span: tuple[int, int], source: str, relation: str, target: str) -> Bond:
    """Put a tie together, with the words that state it."""
    return Bond(
        scene.offset + span[0],
        scene.offset + min(span[1], len(scene.text)),
        source,
        relation,
        target,
        scene.number,
    )
