"""Who can be one end of a tie between parties, and the tie itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jirga.reading.actors import DOERS
from jirga.reading.lexicon import words
from jirga.reading.names import Actor, parties, peoples
from jirga.reading.phrases import words_of
from jirga.reading.scenes import Scene

WORDS = words("relations")
LIMITS = WORDS["limits"]
VAGUE, FOR_OTHERS, HELPERS = (frozenset(LIMITS[one]) for one in ("vague", "for_others", "helpers"))
COUNTED = frozenset({"two", "three", "four", "several", "some", "many", "other"})
UNKNOWN = frozenset(LIMITS["unknown"])
OF_PLACE = re.compile(r"'s(?:\s+[a-z-]+){1,3}")
KINDS = DOERS | {"armed", "forces"}


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


def party(actor: Actor | None) -> bool:
    """Whether an actor can be one end of a tie."""
    return actor is not None and end_name(actor) != ""


def end_name(actor: Actor) -> str:
    """Name an actor as one end of a tie: the party itself, or the one they act for; nothing if too vague.

    Examples
    --------
    >>> end_name(Actor(0, 16, "Russian warplanes", "forces", 0, 2))
    'Russia'
    """
    acts_for = whose(actor.name)
    if acts_for:
        return acts_for
    if actor.kind not in KINDS or actor.name.lower() in VAGUE or nameless(actor.name):
        return ""
    return actor.name


def whose(name: str) -> str:
    """Give the party for which some officials or aircraft act: "Turkish officials"."""
    sequence = words_of(name)
    if len(sequence) < 2 or (
        sequence[-1].low not in FOR_OTHERS and name.lower().split()[-2:] != ["air", "force"]
    ):
        return ""
    first = sequence[0].text
    hit = parties().at(sequence, 0)
    return peoples().get(first) or (hit.meaning[0] if hit else "")


def nameless(name: str) -> bool:
    """Whether some words name nobody in particular: "local militias", "two brigades"."""
    first = name.split(maxsplit=1)[0]
    return name.islower() and (
        first in COUNTED or (name.rsplit(maxsplit=1)[-1] in VAGUE and first in UNKNOWN)
    )


def helps_people(name: str) -> bool:
    """Whether a body helps people and takes no side by it."""
    return name.lower() in HELPERS or bool(re.match(r"(?:UN|U\.N\.)\s", name))


def whole_place(text: str, name: str, end: int) -> tuple[str, int]:
    """Give what of a place is meant, and where its words end: not Darfur in "holds Darfur's capitals".

    Examples
    --------
    >>> whole_place("It holds Darfur's five capitals.", "Darfur", 15)
    ("Darfur's five capitals", 31)
    """
    part = OF_PLACE.match(text, end)
    return (name + part[0], part.end()) if part else (name, end)


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
