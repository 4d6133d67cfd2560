"""Ties stated in a fixed form: the Iran-backed Houthis; talks between A and B; A, a close ally of B."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jirga.reading.actors import DOERS, Actor, peoples
from jirga.reading.scenes import Scene
from jirga.reading.stances import described
from jirga.reading.subjects import list_after, named_after, subject
from jirga.reading.tie_words import (
    ALLY,
    APPOSED,
    BACKING,
    BESIDE,
    BETWEEN,
    HEDGED,
    HELD,
    HELP,
    JOINED,
    LISTS,
    MONEY,
    NOT_SO,
    OF_PEOPLE,
    RELATIONS,
    ROLE,
    ROLES,
    TAKES,
    TOGETHER,
    Bond,
    bond,
    party,
)


def by_joined_word(scene: Scene) -> Iterator[Bond]:
    """Read "the Iran-backed Houthis", "the PTI-led government", "the government-held village of Jourin"."""
    for match in JOINED.finditer(scene.text):
        relation = next(name for name in RELATIONS if match["how"] in LISTS[name]["joined"])
        name = source_name(scene, match)
        target = next((one for one in scene.actors if match.end() <= one.start <= match.end() + 30), None)
        place = HELD.match(scene.text[match.end() :].lstrip())
        spot = next((one for one in scene.wheres if 0 <= one.start - match.end() <= 24), None)
        if match["how"] in {"held", "controlled", "occupied"} and (place or spot):
            where = place["place"] if place else spot.name if spot else ""
            yield bond(scene, (match.start(), match.end() + len(where) + 1), name, relation, where)
        elif target and party(target) and not re.search(r"[,;.]", scene.text[match.end() : target.start]):
            yield bond(scene, (match.start(), target.end), name, relation, target.name)


def source_name(scene: Scene, match: re.Match[str]) -> str:
    """Give the party a joined word begins with."""
    who = match["who"]
    known = next(
        (one.name for one in scene.actors if one.start <= match.start() < one.end and one.kind in DOERS), None
    )
    return peoples().get(who) or known or who


def by_between(scene: Scene) -> Iterator[Bond]:
    """Read "talks between A and B", "the war between A and B"."""
    for match in BETWEEN.finditer(scene.text):
        relation = next(name for name in RELATIONS if match["what"].lower() in LISTS[name].get("between", []))
        first = next((one for one in scene.actors if match.end() <= one.start <= match.end() + 12), None)
        some = [one for one in list_after(scene, first) if party(one)] if first else []
        if len(some) > 1 and not NOT_SO.search(scene.text[: match.start()]):
            yield bond(scene, (match.start(), some[1].end), some[0].name, relation, some[1].name)


def together(scene: Scene) -> Iterator[Bond]:
    """Read "A and B are putting up a united front"."""
    for match in TOGETHER.finditer(scene.text):
        relation = next(name for name in RELATIONS if match["what"] in LISTS[name].get("together", []))
        for one, other in pairwise(scene.actors):
            joint = re.fullmatch(r"(?:\s*\([^)]*\))?\s+and\s+(?:the\s+)?", scene.text[one.end : other.start])
            if (
                joint
                and party(one)
                and party(other)
                and 0 < match.start() - other.end < 40
                and not NOT_SO.search(scene.text[: match.start()])
            ):
                yield bond(scene, (one.start, match.end()), one.name, relation, other.name)


def by_receiving(scene: Scene) -> Iterator[Bond]:
    """Read "B receives money from A", and "B has the support of A"."""
    for match in TAKES.finditer(scene.text):
        relation = (
            "funds" if MONEY.search(match["what"]) else "supports" if HELP.search(match["what"]) else ""
        )
        yield from turned(scene, match, relation)
    for match in BACKING.finditer(scene.text):
        if not HEDGED.search(scene.text[: match.start()]):
            yield from turned(scene, match, "supports", nearest=False)


def turned(scene: Scene, match: re.Match[str], relation: str, *, nearest: bool = True) -> Iterator[Bond]:
    """Give a tie whose target stands first and whose source last."""
    before = [one for one in scene.actors if one.end <= match.start() and party(one)]
    source = next((one for one in scene.actors if match.end() <= one.start <= match.end() + 8), None)
    if relation and before and source and party(source) and not NOT_SO.search(scene.text[: match.start()]):
        for one in list_after(scene, source):
            target = before[-1] if nearest else before[0]
            yield bond(scene, (target.start, one.end), one.name, relation, target.name)


def by_position(scene: Scene) -> Iterator[Bond]:
    """Read a position against somebody as opposing them: "A is opposed to B"."""
    for hit in described().find(scene.words):
        who = subject(scene, hit.first) if hit.meaning == "oppose" else None
        aim = named_after(scene, hit.last, 4)
        plain = re.search(
            r"favou?r|against|oppos", " ".join(word.low for word in scene.words[hit.first : hit.last])
        )
        if (
            who
            and aim
            and plain
            and party(who.actor)
            and party(aim)
            and who.actor.name != aim.name
            and not aim.owner
        ):
            yield bond(scene, (who.start, aim.end), who.actor.name, "opposes", aim.name)


def by_role(scene: Scene) -> Iterator[Bond]:
    """Read "A, a close ally of B"."""
    for match in ROLE.finditer(scene.text):
        relation = next(name for name in RELATIONS if match["role"].lower() in LISTS[name]["roles"])
        source = next(
            (one for one in reversed(scene.actors) if one.end <= match.start() + 1 and not one.owner), None
        )
        target = next((one for one in scene.actors if match.end() <= one.start <= match.end() + 20), None)
        if source and target and party(source) and party(target) and match.start() - source.end < 8:
            yield bond(scene, (source.start, target.end), source.name, relation, target.name)


def beside(scene: Scene) -> Iterator[Bond]:
    """Read "A, alongside B"."""
    for match in BESIDE.finditer(scene.text):
        source = next((one for one in scene.actors if one.end == match.start()), None)
        target = next((one for one in scene.actors if one.start == match.end()), None)
        if source and target and party(source) and party(target):
            yield bond(scene, (source.start, target.end), source.name, "allied_with", target.name)


def apposed(scene: Scene) -> Iterator[Bond]:
    """Read "A, B's main backer"."""
    for match in APPOSED.finditer(scene.text):
        owner = next((one for one in scene.actors if one.owner and one.end == match.start()), None)
        source = next((one for one in reversed(scene.actors) if owner and one.end <= owner.start), None)
        if (
            owner
            and source
            and party(owner)
            and party(source)
            and re.fullmatch(r",\s+(?:the\s+)?", scene.text[source.end : owner.start])
        ):
            yield bond(
                scene, (source.start, match.end()), source.name, ROLES[match["role"].lower()], owner.name
            )


def of_people(scene: Scene) -> Iterator[Bond]:
    """Read "its traditional Serb ally"."""
    for match in OF_PEOPLE.finditer(scene.text):
        owner = next((one for one in scene.actors if one.end <= match.start() and party(one)), None)
        relation = ROLES[match["role"].lower()]
        if owner and relation == "allied_with":
            yield bond(scene, (owner.start, match.end()), owner.name, relation, peoples()[match["people"]])


def by_ally(scene: Scene, named: Sequence[Actor]) -> Iterator[Bond]:
    """Read "its ally, B"."""
    for match in ALLY.finditer(scene.text):
        before = [one for one in scene.actors if one.end <= match.start() + 2]
        owner = (
            before[-1]
            if match["whose"] == "'s" and before
            else next((one for one in [*before, *reversed(named)] if party(one)), None)
        )
        other = next((one for one in scene.actors if match.end() <= one.start <= match.end() + 5), None)
        if owner and other and party(owner) and party(other) and owner.name != other.name:
            relation = ROLES[match["role"].lower()]
            source, target = (
                (other, owner)
                if relation == "supports" and not match["role"].lower().startswith("prox")
                else (owner, other)
            )
            yield bond(scene, (match.start(), other.end), source.name, relation, target.name)
