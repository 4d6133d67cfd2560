"""One incident told several times: which mentions are of one event, and what each adds."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from jirga.reading.casualties import Toll
from jirga.reading.event_parts import PEACEFUL, Part
from jirga.reading.event_words import KINDS, LIMITS
from jirga.reading.lexicon import either
from jirga.reading.names import Actor
from jirga.reading.periods import When
from jirga.reading.places import Where
from jirga.reading.scenes import Scene

VIOLENCE = frozenset(KINDS["violence"])
BACK = re.compile(rf"(?:^|[\s\"]){either(LIMITS['back'])}\b", re.IGNORECASE)
THEN = re.compile(rf"\b{either(LIMITS['then'])}\b", re.IGNORECASE)


@dataclass(frozen=True)
class Happening:
    """Something that happened, with its place in the document."""

    start: int
    end: int
    type: str
    acled: str
    when: When | None
    when_at: int
    when_kind: str
    where: Where | None
    where_at: int
    where_kind: str
    actor1: Actor | None
    actor2: Actor | None
    actor_at: int
    tolls: tuple[Toll, ...]
    scene: int
    paragraph: int
    said_by: str = ""
    also: tuple[tuple[int, int], ...] = ()


def same(known: Happening, one: Happening, scene: Scene, part: Part) -> bool:
    """Whether an event is one told before."""
    if THEN.search(scene.text[part.start : part.end]) and one.scene != known.scene:
        return False
    near = one.scene - known.scene <= 2 and one.paragraph - known.paragraph <= 1
    if near and dates_it(known, one, scene):
        return True
    if other_time(known, one) or (family(one.type) != family(known.type) and one.type in PEACEFUL):
        return False
    if near and not other_place(known, one):
        return bool(one.tolls) or bool(BACK.search(scene.text)) or one.type == known.type
    if one.when and known.when and one.when.span == known.when.span:
        return family(one.type) == family(known.type) and not other_place(known, one)
    return (
        near
        and one.when is None
        and one.type == known.type != "territory_change"
        and not other_place(known, one)
    )


def other_place(known: Happening, one: Happening) -> bool:
    """Whether an event has a place of its own that is not that of the one told before."""
    where = one.where.name if one.where else None
    return one.where_kind == "stated" and (known.where is None or where != known.where.name)


def other_time(known: Happening, one: Happening) -> bool:
    """Whether an event has a time of its own that is not that of the one told before."""
    if one.when is None or one.when_kind != "stated":
        return False
    return known.when is None or one.when.span != known.when.span


def dates_it(known: Happening, one: Happening, scene: Scene) -> bool:
    """Whether what is told gives the day of an event that was told without one."""
    if one.when is None or known.when is not None:
        return False
    if not other_place(known, one) and BACK.search(scene.text):
        return True
    next_to = one.scene - known.scene == 1 and known.where_kind == "stated"
    return next_to and violent(one.type, known.type) and not other_place(known, one)


def violent(*kinds: str) -> bool:
    """Whether all of some kinds of event are violence."""
    return all(family(one) == "violence" for one in kinds)


def family(kind: str) -> str:
    """Give what kinds of event that are often told by each other's words have in common."""
    return "violence" if kind in VIOLENCE else kind


def another_account(known: Happening, one: Happening) -> bool:
    """Whether somebody else gives other casualties of the same group: two accounts, which are never mixed."""
    if not known.said_by or not one.said_by or known.said_by == one.said_by:
        return False
    return bool({toll.group for toll in known.tolls} & {toll.group for toll in one.tolls})


def counted_in(known: tuple[Toll, ...], more: tuple[Toll, ...]) -> tuple[Toll, ...]:
    """Add the casualties told later: of groups not told of before, and what was left open of one group."""
    groups = {toll.group for toll in known}
    if len(known) == len(more) == 1 and (
        "unknown" in {known[0].group, more[0].group} or more[0].group in groups
    ):
        killed, injured = known[0].killed or more[0].killed, known[0].injured or more[0].injured
        return (replace(known[0], killed=killed, injured=injured),)
    return known + tuple(
        toll for toll in more if toll.group not in groups and (not groups or toll.group != "unknown")
    )


def joined(known: Happening, one: Happening) -> Happening:
    """Add what is told later to an event."""
    specific = (
        one.where
        if one.where_kind == "stated" and (known.where is None or known.where.kind in {"country", "region"})
        else None
    )
    vague = known.type == "attack" and one.type not in PEACEFUL
    return replace(
        known,
        type=one.type if vague else known.type,
        acled=one.acled if vague else known.acled,
        when=known.when or one.when,
        when_at=known.when_at if known.when else one.when_at,
        when_kind=known.when_kind if known.when else one.when_kind,
        also=(*known.also, (one.start, one.end)),
        tolls=known.tolls if another_account(known, one) else counted_in(known.tolls, one.tolls),
        where=specific or known.where,
        where_at=one.where_at if specific else known.where_at,
        where_kind="stated" if specific else known.where_kind,
        actor1=known.actor1 or (one.actor1 if known.actor2 is None else None),
        actor2=known.actor2 or (one.actor2 if known.actor1 is None else None),
        actor_at=known.actor_at if known.actor1 or known.actor2 else one.actor_at,
    )
