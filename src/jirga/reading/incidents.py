"""Incidents: what happened at a time or place, from words for events; counts of many events are figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jirga.reading.actors import DOERS
from jirga.reading.casualties import Toll, tolls
from jirga.reading.days import back
from jirga.reading.event_parts import SPOTS, Part, dated_before, long, many, parts, whens_in, wheres_in
from jirga.reading.event_words import KINDS, RANK, Event
from jirga.reading.names import Actor
from jirga.reading.periods import When, count_in
from jirga.reading.places import Where
from jirga.reading.same_incident import BACK, THEN, Happening, joined, same
from jirga.reading.scenes import Scene
from jirga.reading.subjects import agent, is_noun, is_passive, list_after, named_after, subject

DATED_ONLY, LOOSE = frozenset(KINDS["dated_only"]), frozenset(KINDS["loose"])
LASTING = re.compile(r"\bfor\s+(?P<count>[\w-]+)\s+(?P<unit>day|week|month)s?(?:\s+now)?\b", re.IGNORECASE)
ON = re.compile(r"\b(?:on|against|at|targeting)\s+(?:the\s+|an?\s+)?(?:\w+\s+)?$")
PAST = ("ed", "ing", "ck", "ot", "ook", "an", "ew")
RECENT = 5
ON_CIVILIANS = ("killing", "Violence against civilians/Attack")


def happenings(some: Sequence[Scene]) -> tuple[Happening, ...]:
    """Find what happened, in the sentences of a document."""
    found: list[Happening] = []
    for scene in some:
        for part in parts(scene):
            tell(scene, part, found)
    return tuple(found)


def tell(scene: Scene, part: Part, found: list[Happening]) -> None:
    """Add what a part of a sentence tells: a new incident, or more about one told before."""
    one = happening(scene, part, found[-1] if found else None)
    if one is None:
        return
    known = next(
        (
            place
            for place in range(len(found) - 1, max(-1, len(found) - 1 - RECENT), -1)
            if same(found[place], one, scene, part)
        ),
        None,
    )
    if known is not None:
        found[known] = joined(found[known], one)
    elif anchored(one, scene):
        found.append(one)


def happening(scene: Scene, part: Part, last: Happening | None) -> Happening | None:
    """Read what a part of a sentence tells, if it is one event and not a count of many."""
    hit = min(part.hits, key=lambda one: RANK[one.meaning])
    kind, acled = hit.meaning
    text = scene.text[part.start : part.end]
    if many(scene, part, kind):
        return None
    when, when_kind = time_of(scene, part, last)
    where, where_kind = place_of(scene, part, last)
    doer, other = doers(scene, part, hit)
    suffered, voice = tolls(text), scene.setting.who(part.start, part.end)
    if kind in LOOSE and doer and doer.kind == "armed" and only_civilians(suffered, other):
        kind, acled = ON_CIVILIANS
    start = part.start + len(text) - len(text.lstrip(' "'))
    end = part.start + len(text.rstrip(' .;,"'))
    return Happening(
        start=scene.offset + start,
        end=scene.offset + end,
        type=kind,
        acled=acled,
        when=when,
        when_at=scene.offset,
        when_kind=when_kind,
        where=where,
        where_at=scene.offset,
        where_kind=where_kind,
        actor1=doer,
        actor2=other,
        actor_at=scene.offset,
        tolls=suffered,
        scene=scene.number,
        paragraph=scene.sentence.paragraph,
        said_by=voice.name if voice else "",
    )


def time_of(scene: Scene, part: Part, last: Happening | None) -> tuple[When | None, str]:
    """Give the time of an event: stated there, or carried from the one told before."""
    stated = whens_in(scene, part)
    if not stated and (day := dated_before(scene, part)):
        return day, "stated"
    if not stated and not part.hits[0].first and scene.whens:
        stated = list(scene.whens[:1])
    clear = [one for one in stated if one.relation != "that"]
    if clear:
        return min(clear, key=lambda one: one.grain != "day"), "stated"
    lasting = LASTING.search(scene.text, part.start, part.end)
    if (
        lasting
        and part.hits[0].meaning[0] in {"border_closure", "offensive"}
        and (count := count_in(lasting["count"]))
    ):
        begun = back(scene.published, count, lasting["unit"].lower())
        return When(lasting.start(), lasting.end(), begun, None, "open", "since"), "stated"
    if last and last.when and (stated or THEN.search(scene.text[part.start : part.end])):
        return last.when, "carried"
    return None, ""


def place_of(scene: Scene, part: Part, last: Happening | None) -> tuple[Where | None, str]:
    """Give the place of an event: stated there, or carried from the one told before in its paragraph."""
    stated = wheres_in(scene, part)
    if stated:
        fine = [one for one in stated if one.kind not in {"country", "adjective"}]
        return (fine or stated)[0], "stated"
    near = last is not None and scene.sentence.paragraph - last.paragraph <= 1
    return (last.where, "carried") if last and near and last.where else (None, "")


def doers(scene: Scene, part: Part, hit: Event) -> tuple[Actor | None, Actor | None]:
    """Say who did it to whom, or who with whom."""
    if between := re.search(r"\bbetween\b", scene.text[part.start : part.end]):
        first = next((one for one in scene.actors if one.start >= part.start + between.end()), None)
        some = list_after(scene, first) if first else ()
        if len(some) > 1:
            return some[0], some[1]
    verbs = [
        one
        for one in part.hits
        if scene.words[one.first].low.endswith(PAST) and not is_noun(scene, one.first)
    ]
    chosen = verbs[0] if verbs else hit
    who = subject(scene, chosen.first, part.start)
    subject_ = who.actor if who and part.start <= who.actor.start else None
    if subject_ and ON.search(scene.text[: subject_.start]):
        return None, acting(subject_)
    if is_passive(scene, chosen.first):
        return acting(agent(scene, chosen.first)), acting(subject_)
    if subject_ is None and verbs:
        return None, acting(named_after(scene, chosen.last))
    if who and who.others:
        return acting(subject_), acting(named_after(scene, chosen.last)) or acting(who.others[0])
    return acting(subject_), acting(named_after(scene, chosen.last))


def only_civilians(suffered: Sequence[Toll], other: Actor | None) -> bool:
    """Whether only those were hurt who carry no weapons."""
    armed = other is not None and other.kind in {"armed", "forces"}
    return bool(suffered) and not armed and all(toll.group in {"civilians", "unknown"} for toll in suffered)


def acting(actor: Actor | None) -> Actor | None:
    """Give an actor only if it is one that acts in conflicts."""
    return actor if actor and actor.kind in DOERS | {"armed", "forces"} else None


def anchored(one: Happening, scene: Scene) -> bool:
    """Whether an event has a time or place of its own, and is told as one that took place."""
    stated_when, stated_where = one.when is not None, one.where_kind == "stated"
    if one.type in DATED_ONLY and not stated_when:
        return False
    spot = one.where is not None and stated_where and one.where.kind in SPOTS
    if one.type in LOOSE and one.actor1 and spot and one.when is None and not BACK.search(scene.text):
        return True
    if one.type in LOOSE and (not stated_when or (one.when and long(one.when))) and not one.tolls:
        return False
    return stated_when or (stated_where and not (BACK.search(scene.text) and not one.tolls))
