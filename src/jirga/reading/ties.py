"""Ties: who supports, funds, controls, opposes, allies or negotiates with whom, by phrases that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jirga.reading.actors import Actor
from jirga.reading.scenes import Scene
from jirga.reading.subjects import by_weight
from jirga.reading.tie_forms import (
    apposed,
    beside,
    by_ally,
    by_between,
    by_joined_word,
    by_position,
    by_receiving,
    by_role,
    of_people,
    together,
)
from jirga.reading.tie_phrases import by_phrase
from jirga.reading.tie_words import Bond

FIXED = (by_joined_word, by_between, by_role, beside, apposed, of_people, together, by_receiving, by_position)


def bonds(some: Sequence[Scene]) -> tuple[Bond, ...]:
    """Find the ties that the sentences of a document state; each is given once."""
    found: dict[tuple[str, str, str], Bond] = {}
    named: list[Actor] = []
    for scene in some:
        for one in in_sentence(scene, named):
            if one.source.lower() != one.target.lower():
                found.setdefault((one.source, one.relation, one.target), one)
        named = [*named, *by_weight(scene)][-30:]
    return tuple(sorted(found.values(), key=lambda one: (one.start, one.end)))


def in_sentence(scene: Scene, named: Sequence[Actor]) -> Iterator[Bond]:
    """Find the ties of one sentence, by each of the forms in which they are stated."""
    if not scene.actors:
        return
    for form in FIXED:
        yield from form(scene)
    yield from by_ally(scene, named)
    yield from by_phrase(scene, named)
