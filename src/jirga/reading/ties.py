"""Ties: who supports, funds, controls, opposes, allies or negotiates with whom, by phrases that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jirga.reading.names import Actor
from jirga.reading.scenes import Scene
from jirga.reading.subjects import by_weight
from jirga.reading.tie_ends import Bond
from jirga.reading.tie_forms import by_form
from jirga.reading.tie_verbs import by_position, by_verb

BOTH_WAYS = frozenset({"opposes", "allied_with", "negotiates_with"})


def bonds(some: Sequence[Scene]) -> tuple[Bond, ...]:
    """Find the ties that the sentences of a document state; each is given once."""
    found: dict[tuple[str, str, str], Bond] = {}
    named: list[Actor] = []
    for scene in some:
        for one in in_sentence(scene, named):
            if one.source.lower() != one.target.lower():
                found.setdefault(which(one), one)
        named = [*named, *by_weight(scene)][-30:]
    return tuple(sorted(found.values(), key=lambda one: (one.start, one.end)))


def which(one: Bond) -> tuple[str, str, str]:
    """Say which tie it is; some hold both ways."""
    ends = sorted((one.source, one.target)) if one.relation in BOTH_WAYS else (one.source, one.target)
    return ends[0], one.relation, ends[1]


def in_sentence(scene: Scene, named: Sequence[Actor]) -> Iterator[Bond]:
    """Find the ties of one sentence, by each of the ways in which they are stated."""
    if not scene.actors:
        return
    formed = list(by_form(scene, named))
    yield from formed
    said = {(one.relation, one.target) for one in formed}
    for one in (*by_verb(scene, named), *by_position(scene, named)):
        if (one.relation, one.target) not in said:
            yield one
