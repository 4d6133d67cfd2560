"""Incidents, stances and ties as JSON, in the shape that annotated texts have."""

from __future__ import annotations

from typing import Any

from jirga.reading.proposals import mention_json, period_json
from jirga.schema.record import Amount, Casualty, Incident, Passage, Stance, Tie

CORE = frozenset({"supports", "opposes", "controls", "funds", "allied_with", "negotiates_with"})


def incident_json(text: str, number: int, one: Incident) -> dict[str, Any]:
    """Write an incident as an annotation; further mentions of it stand under `also`."""
    main, *others = one.passages
    written = {
        "id": f"I{number}",
        **span_json(main),
        "type": one.type,
        "acled": one.acled or None,
        "date": period_json(text, one.period, main.start),
        "place": mention_json(text, one.place),
        "actor1": one.actor1.name if one.actor1 else None,
        "actor2": one.actor2.name if one.actor2 else None,
        "casualties": [casualty_json(toll) for toll in one.casualties],
        "claimant": mention_json(text, one.claimant),
        "status": one.status,
    }
    also = {"also": [span_json(other) for other in others]} if others else {}
    return written | also | ({"crossing": one.crossing} if one.crossing else {})


def stance_json(text: str, number: int, one: Stance) -> dict[str, Any]:
    """Write a stance as an annotation."""
    return {
        "id": f"S{number}",
        **span_json(one.main),
        "speaker": mention_json(text, one.speaker),
        "target": one.target.name if one.target else None,
        "topic": one.topic or None,
        "stance": one.stance,
        "act": one.act,
        "quote": one.quoted,
        "date": period_json(text, one.period, one.main.start),
        "certainty": one.certainty,
    }


def tie_json(text: str, number: int, one: Tie) -> dict[str, Any]:
    """Write a tie as an annotation."""
    return {
        "id": f"T{number}",
        **span_json(one.main),
        "source": one.source.name,
        "relation": one.relation,
        "target": one.target.name,
        "claimant": mention_json(text, one.claimant),
        "status": one.status,
        "core": one.relation in CORE,
    }


def span_json(one: Passage) -> dict[str, Any]:
    """Write the place and words of a passage."""
    return {"start": one.start, "end": one.end, "span": one.quote}


def casualty_json(one: Casualty) -> dict[str, Any]:
    """Write what happened to one group; a vague number is its word."""
    killed, injured = (number(some) for some in (one.killed, one.injured))
    some = one.killed or one.injured
    return {
        "group": one.group,
        "killed": killed,
        "injured": injured,
        "other": None,
        "bound": some.bound if some else None,
    }


def number(one: Amount | None) -> int | float | str | None:
    """Write a number, or the word that stands for it."""
    return None if one is None else one.vague or one.value
