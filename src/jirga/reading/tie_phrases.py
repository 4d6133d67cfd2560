"""Ties stated by a verb or a noun: A backs B; B, backed by A; A's support for B."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jirga.reading.actors import Actor
from jirga.reading.phrases import Hit
from jirga.reading.scenes import Scene
from jirga.reading.stances import acts
from jirga.reading.subjects import (
    agent,
    helpers_before,
    is_noun,
    is_passive,
    list_after,
    named_after,
    resolved,
    subject,
)
from jirga.reading.tie_words import BASES, BODY, HEDGED, IN_DOUBT, NOT_SO, Bond, bond, party, phrases

VERBAL = re.compile(r"(?:ed|s|ing|has|have|had|is|are|was|were)$")


def by_phrase(scene: Scene, named: Sequence[Actor]) -> Iterator[Bond]:
    """Read "A backs B", "B, backed by A", "A's support for B"."""
    for hit in phrases().find(scene.words):
        relation, form = hit.meaning
        if any(one.first <= hit.first < one.last for one in scene.actors):
            continue
        if (
            scene.inside_quotation(scene.words[hit.first].start)
            or in_doubt(scene, hit)
            or scene.words[hit.first].low == "run"
        ):
            continue
        if form == "noun":
            yield from by_noun(scene, hit, relation, named)
        elif by_whom(scene, hit):
            yield from by_passive(scene, hit, relation, named)
        elif not is_noun(scene, hit.first):
            yield from by_verb(scene, hit, relation, named)


def by_whom(scene: Scene, hit: Hit[tuple[str, str]]) -> bool:
    """Whether "by" follows, so that the source stands after the verb."""
    after = scene.words[hit.last : hit.last + 1]
    return bool(after) and after[0].low == "by" and scene.words[hit.first].low.endswith(("d", "n", "t"))


def in_doubt(scene: Scene, hit: Hit[tuple[str, str]]) -> bool:
    """Whether a tie is only denied, wished, possible, or what somebody is accused of."""
    start = scene.words[helpers_before(scene, hit.first)].start
    if NOT_SO.search(scene.text[: scene.words[hit.first].start]) or NOT_SO.search(scene.text[:start]):
        return True
    return any(
        act.meaning in IN_DOUBT
        and not is_noun(scene, act.first)
        and not re.search(
            r";|,\s+(?:and|but|which|who)\s|\bwhich\b", scene.text[scene.words[act.first].end : start]
        )
        for act in acts().find(scene.words[: hit.first])
    )


def by_verb(scene: Scene, hit: Hit[tuple[str, str]], relation: str, named: Sequence[Actor]) -> Iterator[Bond]:
    """Read "A and B back C", and "A controls" a place."""
    who = subject(scene, hit.first)
    if who and plural(scene, hit.first) and not follows(scene, hit.first):
        return
    if who is None or is_passive(scene, hit.first):
        return
    source = resolved(
        who.actor, [*named, *[one for one in scene.actors if one.end < scene.words[hit.first].start]], None
    )
    if relation == "controls":
        target = held(scene, hit) or which_before(scene, who.actor)
        for one in (source, *who.others) if target and source else ():
            if party(one):
                leads = one is not None and one.kind == "person" and scene.words[hit.first].low in BODY
                yield bond(
                    scene,
                    (who.start, end_of(scene, hit, target)),
                    one.name,
                    "leads" if leads else relation,
                    target,
                )
        return
    aim = named_after(scene, hit.last, 7)
    if source is None or aim is None or not party(aim) or aim.name == source.name:
        return
    last = list_after(scene, aim)
    for one in (source, *who.others):
        for other in last:
            if party(one) and party(other):
                yield bond(scene, (who.start, other.end), one.name, relation, other.name)


def which_before(scene: Scene, actor: Actor) -> str:
    """Give the place in "Nyala, which the RSF has controlled"."""
    match = re.search(r",\s+which\s+(?:the\s+)?$", scene.text[: actor.start])
    place = match and next((one for one in scene.wheres if one.end == match.start()), None)
    return place.name if place else ""


def plural(scene: Scene, at: int) -> bool:
    """Whether a verb stands in a form that nouns have, too: support, arms."""
    low = scene.words[at].low
    return low in BASES or low.removesuffix("s") in BASES


def follows(scene: Scene, at: int) -> bool:
    """Whether a verb stands right after somebody named, or after a word that links it to somebody."""
    first = helpers_before(scene, at)
    if first and "," in scene.text[scene.words[first - 1].end : scene.words[first].start]:
        return True
    return any(one.last == first for one in scene.actors) or (
        first > 0 and scene.words[first - 1].low in {"who", "which", "and", "that"}
    )


def by_passive(
    scene: Scene, hit: Hit[tuple[str, str]], relation: str, named: Sequence[Actor]
) -> Iterator[Bond]:
    """Read "B, backed by A", and "the province is dominated by A"."""
    source = agent(scene, hit.last - 1)
    before = [one for one in scene.actors if one.end <= scene.words[hit.first].start and not one.owner]
    where = [one for one in scene.wheres if one.end <= scene.words[hit.first].start]
    if source is None or not party(source):
        return
    gap = scene.text[before[-1].end if before else 0 : scene.words[hit.first].start]
    if before and party(before[-1]) and len(gap.split()) <= 4:
        target = resolved(before[-1], named, None)
        if target:
            yield bond(scene, (before[-1].start, source.end), source.name, relation, target.name)
    elif where and relation == "controls":
        yield bond(scene, (where[-1].start, source.end), source.name, relation, where[-1].name)


def by_noun(scene: Scene, hit: Hit[tuple[str, str]], relation: str, named: Sequence[Actor]) -> Iterator[Bond]:
    """Read "A's support for B", "A launched operations against B"."""
    aim = named_after(scene, hit.last, 4)
    at = scene.words[hit.first].start
    before = [one for one in scene.actors if one.end <= at]
    if relation == "controls":
        target = held(scene, hit)
        source = before[-1] if before else None
        if target and source and party(source) and hit.first - source.last <= 4:
            yield bond(scene, (source.start, end_of(scene, hit, target)), source.name, relation, target)
        return
    if aim is None or not party(aim) or not before:
        return
    own = re.search(r"\b(?:its|their|his)\b", scene.text[before[-1].end : at])
    close = before[-1] if hit.first - before[-1].last <= 3 and not own else None
    if HEDGED.search(scene.text[:at]) and relation in {"negotiates_with", "allied_with"}:
        return
    close = next((one for one in before if party(one)), close) if own else close
    who = None if close else subject(scene, verb_before(scene, hit.first))
    source = close or (who.actor if who else None)
    source = source and resolved(source, [*named, *before], None)
    if source and party(source) and source.name != aim.name:
        for other in list_after(scene, aim):
            if party(other):
                yield bond(
                    scene,
                    (before[-1].start if close else (who.start if who else 0), other.end),
                    source.name,
                    relation,
                    other.name,
                )


def verb_before(scene: Scene, at: int) -> int:
    """Give the word before a noun from which its subject is looked for."""
    for place in range(at - 1, max(-1, at - 8), -1):
        if re.search(r"(?:ed|s|ing|has|have|had|is|are|was|were)$", scene.words[place].low) and scene.words[
            place
        ].low not in {"its", "his", "this", "as"}:
            return place
    return at


def held(scene: Scene, hit: Hit[tuple[str, str]]) -> str:
    """Give what is held: the place, or the party, right after a phrase."""
    start = scene.words[hit.last - 1].end
    place = next(
        (
            one
            for one in scene.wheres
            if start <= one.start and len(scene.text[start : one.start].split()) <= 4
        ),
        None,
    )
    someone = named_after(scene, hit.last, 2)
    between = scene.text[start : place.start] if place else ""
    if place and not re.search(r"\b(?:in|from|with|after|before|talks|against)\b|[,;]", between):
        return place.name
    return someone.name if someone and party(someone) and scene.words[hit.first].low in BODY else ""


def end_of(scene: Scene, hit: Hit[tuple[str, str]], target: str) -> int:
    """Give where the words for a target end."""
    at = scene.text.find(target, scene.words[hit.last - 1].end)
    return at + len(target) if at >= 0 else min(len(scene.text), scene.words[hit.last - 1].end)
