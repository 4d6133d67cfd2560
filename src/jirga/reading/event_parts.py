"""The parts of a sentence that each tell of one event, with the times and places named in them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from jirga.reading.casualties import numbers
from jirga.reading.event_words import KINDS, LIMITS, Event, events, real, recast
from jirga.reading.lexicon import either
from jirga.reading.numbers import Quantity
from jirga.reading.periods import When
from jirga.reading.places import Where
from jirga.reading.scenes import Scene

PEACEFUL = frozenset(KINDS["peaceful"])
SPOTS = frozenset({"city", "crossing", "place"})
MANY, LONG = 20, dt.timedelta(days=12)
SUMS = re.compile(rf"\b{either(LIMITS['sums'])}\b", re.IGNORECASE)
COUNTED = re.compile(rf"(?:\w+\s+)?{either(LIMITS['counted'])}\b", re.IGNORECASE)
CUT = re.compile(
    r";\s*|,\s+(?:and|but|while|when|where|before|after)\s+|\s+but\s+|,\s+(?:with\s+|from\s+|in\s+)?which\s+|"
    r",\s+(?:who|whose)\s+|\s+and\s+(?=(?:on|in|early|late)\s+(?:[A-Z]|\d))|"
    r"\s+(?:after|before|while|when)\s+(?!dawn|noon|midday|midnight|dark|sunrise|sunset|nightfall)(?=[^,;]*\b\w+(?:ed|ing|ot|an|ew|t)\b)"
)
SPEECH_DATE = re.compile(
    r"\b(?:said|told\s+\w+|stated|announced|reported|statement|warned|added|wrote)\s*(?:in\s+a\s+\w+\s*)?$",
    re.IGNORECASE,
)


@dataclass
class Part:
    """A part of a sentence that may tell of an incident: from where to where in it, and its events."""

    start: int
    end: int
    hits: list[Event] = field(default_factory=list)


def parts(scene: Scene) -> Iterator[Part]:
    """Cut a sentence into the parts that each name an event with a time or place of its own."""
    found = (recast(scene, hit) for hit in events().find(scene.words))
    hits = [hit for hit in found if real(scene, hit)]
    if not hits or heading(scene):
        return
    begin = scene.dateline
    edges = [begin, *[match.end() for match in CUT.finditer(scene.text, begin)], len(scene.text)]
    made = [Part(first, last) for first, last in pairwise(edges)]
    for hit in hits:
        at = scene.words[hit.first].start
        next((part for part in reversed(made) if part.start <= at), made[0]).hits.append(hit)
    yield from merged(scene, made)


def merged(scene: Scene, made: Sequence[Part]) -> list[Part]:
    """Put a part without an event, time or place of its own to the one before it."""
    kept: list[Part] = []
    for part in made:
        before = scene.text[: part.start].rstrip()
        dated = whens_in(scene, part) or dated_before(scene, part)
        begun = before.endswith(("when", "while")) and not dated
        own = part.hits and not begun and (dated or wheres_in(scene, part))
        bare = (
            kept
            and not dated_before(scene, part)
            and not (kept[-1].hits and (whens_in(scene, kept[-1]) or wheres_in(scene, kept[-1])))
        )
        if kept and (not own or (bare and not (before.endswith("after") and not kept[-1].hits))):
            kept[-1].end = part.end
            kept[-1].hits += part.hits
        else:
            kept.append(Part(part.start, part.end, list(part.hits)))
    return [part for part in kept if part.hits]


def dated_before(scene: Scene, part: Part) -> When | None:
    """Give the day of "since July 17, when it pulled out", which stands before the event."""
    before = scene.text[: part.start].rstrip()
    if not before.endswith(", when"):
        return None
    one = next((one for one in scene.whens if 0 <= len(before) - 4 - one.end <= 3 and one.first), None)
    if one is None or one.relation != "since":
        return one
    return replace(one, last=one.first, relation="", grain="day")


def heading(scene: Scene) -> bool:
    """Whether a line is a heading: short, and with no stop at its end."""
    return len(scene.words) < 16 and not re.search(r"[.!?:\"')]\s*$", scene.text)


def whens_in(scene: Scene, part: Part) -> list[When]:
    """Give the times named in a part of a sentence, without those at which somebody spoke."""
    return [
        one
        for one in scene.whens
        if part.start <= one.start < part.end
        and not SPEECH_DATE.search(scene.text[: one.start])
        and (one.first or one.last or one.relation == "that")
    ]


def wheres_in(scene: Scene, part: Part) -> list[Where]:
    """Give the places named in a part of a sentence at which something is said to be."""
    forces = [one for one in scene.actors if one.kind in {"forces", "armed", "speakers"}]
    return [
        one
        for one in scene.wheres
        if part.start <= one.start < part.end
        and (one.located or one.kind == "crossing")
        and not any(actor.start <= one.start < actor.end for actor in forces)
    ]


def many(scene: Scene, part: Part, kind: str) -> bool:
    """Whether a part of a sentence counts events instead of telling one."""
    text = scene.text[part.start : part.end]
    if kind in PEACEFUL:
        return False
    if SUMS.search(text):
        return True
    day = any(when.grain == "day" for when in whens_in(scene, part))
    if not day and "repel" not in text and any(counts(text, one) for one in numbers(text)):
        return True
    dated = any(not long(when) for when in whens_in(scene, part))
    spot = any(one.kind in SPOTS for one in wheres_in(scene, part))
    return not dated and not spot and any((one.value or 0) >= MANY for one in numbers(text))


def counts(text: str, one: Quantity) -> bool:
    """Whether a number counts events."""
    return (one.value is None or one.value >= 2) and bool(COUNTED.match(text[one.end :].lstrip()))


def long(when: When) -> bool:
    """Whether a time is too long for one event."""
    return when.grain in {"month", "year"} or bool(when.first and when.last and when.last - when.first > LONG)
