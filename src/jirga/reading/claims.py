"""Incidents, stances and ties as claims of the record, each with the exact words that say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from jirga.about import VERSION
from jirga.reading.casualties import Toll
from jirga.reading.incidents import happenings
from jirga.reading.names import Actor
from jirga.reading.numbers import Quantity
from jirga.reading.same_incident import Happening
from jirga.reading.scenes import Scene, scenes
from jirga.reading.setting import Setting, period
from jirga.reading.stances import Position, positions
from jirga.reading.tie_ends import Bond
from jirga.reading.ties import bonds
from jirga.schema.record import Amount, Casualty, Incident, Mention, Passage, Period, Stance, Tie

READER = f"rules {VERSION}"


def claims(
    text: str, published: dt.date, read: Sequence[Setting] | None = None
) -> tuple[tuple[Incident, ...], tuple[Stance, ...], tuple[Tie, ...]]:
    """Propose the incidents, stances and ties of a text; `read` has its sentences if they were read before.

    Examples
    --------
    >>> said = "Iran denies supplying the Houthis. On Monday gunmen killed two soldiers in Taiz."
    >>> incidents, stances, ties = claims(said, dt.date(2024, 1, 23))
    >>> incidents[0].casualties[0].killed.value, stances[0].act, len(ties)
    (2, 'deny', 0)
    """
    some = scenes(text, published, read)
    return (
        tuple(incident(text, one, some[one.scene]) for one in happenings(some)),
        tuple(stance(text, one) for one in positions(some)),
        tuple(tie(text, one, some[one.scene]) for one in bonds(some)),
    )


def incident(text: str, one: Happening, scene: Scene) -> Incident:
    """Write what happened as a claim."""
    others = tuple(passage(text, span, "event") for span in one.also)
    start, end = one.start - scene.offset, one.end - scene.offset
    return Incident(
        passages=(passage(text, (one.start, one.end), "event"), *others),
        period=when(text, one),
        place=place(one),
        claimant=scene.setting.who(start, end),
        type=one.type,
        acled=one.acled,
        actor1=mention(one.actor1, one.actor_at),
        actor2=mention(one.actor2, one.actor_at),
        casualties=tuple(casualty(toll) for toll in one.tolls),
        crossing=one.where.name if one.where and one.where.kind == "crossing" else "",
        reader=READER,
    )


def stance(text: str, one: Position) -> Stance:
    """Write a position as a claim."""
    start, end = one.spoken
    speaker = (
        Mention(name=one.speaker.name, kind="stated", start=start, end=end)
        if start >= 0
        else Mention(name=one.speaker.name, kind="carried")
    )
    return Stance(
        passages=(passage(text, (one.start, one.end), "quote" if one.quoted else "value"),),
        modality="hedged" if one.certainty == "speculative" else "asserted",
        speaker=speaker,
        target=Mention(name=one.target.name) if one.target else None,
        topic=one.topic,
        stance=one.stance,  # type: ignore[arg-type]
        act=one.act,
        quoted=one.quoted,
        certainty=one.certainty,  # type: ignore[arg-type]
        reader=READER,
    )


def tie(text: str, one: Bond, scene: Scene) -> Tie:
    """Write a tie as a claim."""
    start, end = one.start - scene.offset, one.end - scene.offset
    return Tie(
        passages=(passage(text, (one.start, one.end)),),
        claimant=scene.setting.who(start, end),
        source=Mention(name=one.source),
        relation=one.relation,
        target=Mention(name=one.target),
        status=one.status,  # type: ignore[arg-type]
        reader=READER,
    )


def passage(text: str, span: tuple[int, int], role: str = "value") -> Passage:
    """Cut the words of a claim out of its text."""
    start, end = span
    return Passage(start=start, end=end, quote=text[start:end], role=role)


def when(text: str, one: Happening) -> Period | None:
    """Give the time of an incident, with its words where they stand beside it."""
    if one.when is None:
        return None
    stated = one.when_kind == "stated"
    words = text[one.when_at + one.when.start : one.when_at + one.when.end] if stated else ""
    return period(one.when, "stated" if stated else "carried", words)


def place(one: Happening) -> Mention | None:
    """Give the place of an incident, with its words where they stand beside it."""
    if one.where is None:
        return None
    if one.where_kind != "stated":
        return Mention(name=one.where.name, kind="carried")
    return Mention(
        name=one.where.name, start=one.where_at + one.where.start, end=one.where_at + one.where.end
    )


def mention(actor: Actor | None, at: int) -> Mention | None:
    """Name somebody, with the words that name them."""
    return Mention(name=actor.name, start=at + actor.start, end=at + actor.end) if actor else None


def casualty(toll: Toll) -> Casualty:
    """Write what happened to one group."""
    return Casualty(group=toll.group, killed=amount(toll.killed), injured=amount(toll.injured))


def amount(one: Quantity | None) -> Amount | None:
    """Write a number with its bound."""
    if one is None:
        return None
    return Amount(value=one.value, value_high=one.high, bound=one.bound, vague=one.vague)  # type: ignore[arg-type]
