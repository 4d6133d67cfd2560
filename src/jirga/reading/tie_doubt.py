"""Whether a tie that the words state is only denied, wished, possible, or over."""

from __future__ import annotations

import re

from jirga.reading.lexicon import either
from jirga.reading.scenes import Scene
from jirga.reading.stances import acts
from jirga.reading.subjects import helpers_before, is_noun
from jirga.reading.tie_ends import LIMITS

NOT_SO = re.compile(rf"\b{either(LIMITS['not_so'])}\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)
PAST = re.compile(rf"\b{either(LIMITS['past'])}\s+(?:\w+\s+){{0,1}}$", re.IGNORECASE)
HEDGED = re.compile(rf"\b{either(LIMITS['hedged'])}\b", re.IGNORECASE)
OVER = re.compile(rf"\s*,?\s*(?:has\s+|have\s+)?{either(LIMITS['over'])}\b", re.IGNORECASE)
IN_DOUBT = frozenset(LIMITS["in_doubt"])
INSERTED = re.compile(r",\s+(?:which|who|whose|whom)\b[^,]*,")
CLAUSE = re.compile(r"[;:]|,\s+(?:and|but|which|who|while|whereas)\s|\bwhich\b")


def clause_before(text: str, at: int) -> str:
    """Give the words of a clause that stand before a place in it."""
    before = INSERTED.sub(",", text[:at])
    cuts = [match.end() for match in CLAUSE.finditer(before)]
    return before[cuts[-1] if cuts else 0 :]


def past(scene: Scene, span: tuple[int, int]) -> bool:
    """Whether a tie was or is no longer: "former ally", "the alliance has collapsed"."""
    return bool(PAST.search(scene.text[: span[0]]) or OVER.match(scene.text, span[1]))


def in_doubt(scene: Scene, at: int) -> bool:
    """Whether what stands from a place on is only denied, wished, possible, or threatened."""
    before = clause_before(scene.text, at)
    if HEDGED.search(before) or NOT_SO.search(before):
        return True
    return any(
        act.meaning in IN_DOUBT
        and not is_noun(scene, act.first)
        and not CLAUSE.search(scene.text[scene.words[act.first].end : at])
        for act in acts().find([one for one in scene.words if one.end <= at])
    )


def wished(text: str) -> bool:
    """Whether the words between two parties say that what they tell is only wished or possible.

    Examples
    --------
    >>> wished("will hold talks with the"), wished("held talks with the")
    (True, False)
    """
    return bool(HEDGED.search(text))


def said_before(scene: Scene, at: int) -> int:
    """Give where the last verb of saying before a word ends, if somebody is named after it."""
    said = [scene.words[act.last - 1].end for act in acts().find(scene.words[:at]) if act.meaning == "say"]
    end = said[-1] if said else 0
    limit = scene.words[helpers_before(scene, at)].start
    return end if any(end <= one.start and one.end <= limit for one in scene.actors) else 0
