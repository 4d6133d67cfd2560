"""What a claim says, field by field and in one line, in words."""

from __future__ import annotations

from dataclasses import dataclass

from jirga.figures.told import days, measure
from jirga.schema.record import Amount, AnyClaim, Casualty, Figure, Incident, Mention, Period, Stance, Tie

HARM = ("killed", "injured", "abducted", "arrested", "displaced")


@dataclass(frozen=True)
class Line:
    """One field of a claim.

    Attributes
    ----------
    name, value : str
        What it is called, and what it says; empty if nothing is known of it.
    how : str
        stated, carried or inferred; empty where that is no question.
    words : str
        The words it was taken from, where they are known.
    """

    name: str
    value: str
    how: str = ""
    words: str = ""


def lines(claim: AnyClaim, text: str = "") -> tuple[Line, ...]:
    """Give the fields of a claim in the order in which they are judged.

    Parameters
    ----------
    text : str, optional
        The document's text, to quote the words that a name was taken from.
    """
    last = [Line("said", claim.modality), Line("basis", claim.basis)]
    return (*own_lines(claim, text), *common_lines(claim, text), *last)


def own_lines(claim: AnyClaim, text: str) -> list[Line]:
    """Give the fields that only its kind has."""
    if isinstance(claim, Figure):
        return figure_lines(claim, text)
    if isinstance(claim, Incident):
        return incident_lines(claim, text)
    return stance_lines(claim, text) if isinstance(claim, Stance) else tie_lines(claim, text)


def figure_lines(claim: Figure, text: str) -> list[Line]:
    """Give the fields of a figure."""
    return [
        Line("amount", plain_amount(claim)),
        Line("unit", claim.unit),
        Line("counted", claim.counted),
        Line("per", claim.per),
        Line("currency", claim.currency),
        mention("actor", claim.actor, text),
        Line("definition", claim.definition),
    ]


def incident_lines(claim: Incident, text: str) -> list[Line]:
    """Give the fields of an incident."""
    return [
        Line("type", claim.type),
        mention("actor1", claim.actor1, text),
        mention("actor2", claim.actor2, text),
        Line("casualties", casualties(claim.casualties)),
        Line("status", claim.status),
        Line("crossing", claim.crossing),
    ]


def stance_lines(claim: Stance, text: str) -> list[Line]:
    """Give the fields of a stance."""
    return [
        mention("speaker", claim.speaker, text),
        Line("act", claim.act),
        Line("stance", claim.stance),
        mention("target", claim.target, text),
        Line("topic", claim.topic),
        Line("quoted", "yes" if claim.quoted else "no"),
        Line("certainty", claim.certainty),
    ]


def tie_lines(claim: Tie, text: str) -> list[Line]:
    """Give the fields of a tie."""
    return [
        mention("source", claim.source, text),
        Line("relation", claim.relation),
        mention("target", claim.target, text),
        Line("status", claim.status),
    ]


def common_lines(claim: AnyClaim, text: str) -> list[Line]:
    """Give the fields that every claim has."""
    period = claim.period
    return [
        Line("period", days_of(period), period.kind if period else "", period.text if period else ""),
        mention("place", claim.place, text),
        mention("claimant", claim.claimant, text),
        Line("via", "; ".join(one.name for one in claim.via)),
    ]


def mention(name: str, one: Mention | None, text: str) -> Line:
    """Give a field that names somebody or some place, with the words it was taken from."""
    if one is None:
        return Line(name, "")
    known = one.start is not None and one.end is not None
    words = text[one.start : one.end] if known else ""
    return Line(name, one.name, one.kind, words if words != one.name else "")


def days_of(period: Period | None) -> str:
    """Write a period as it may be typed.

    >>> days_of(Period(start="2025-02-21"))
    '2025-02-21/..'
    """
    if period is None:
        return ""
    if period.start is not None and period.start == period.end:
        return str(period.start)
    return f"{period.start or '..'}/{period.end or '..'}"


def plain_amount(one: Figure | Amount) -> str:
    """Write a number with its bound, as it may be typed.

    >>> plain_amount(Amount(value=6000, value_high=6500, bound="range"))
    '6,000 to 6,500'
    """
    if one.value is None:
        return one.vague or "some"
    high = f" to {one.value_high:,}" if one.value_high is not None else ""
    bound = "" if one.bound in {"exact", "range"} else f"{one.bound.replace('_', ' ')} "
    return f"{bound}{one.value:,}{high}"


def casualties(some: tuple[Casualty, ...]) -> str:
    """Write casualties by group, as they may be typed.

    >>> casualties((Casualty(group="civilians", killed=3, injured=Amount(value=5, bound="at_least")),))
    'civilians: killed 3, injured at least 5'
    """
    return "; ".join(f"{one.group}: {harm(one)}" for one in some)


def harm(one: Casualty) -> str:
    """Write what happened to one group."""
    known = ((name, getattr(one, name)) for name in HARM)
    return ", ".join(f"{name} {plain_amount(amount)}" for name, amount in known if amount is not None)


def in_short(claim: AnyClaim) -> str:
    """Say in one line what a claim says."""
    where = claim.place.name if claim.place else ""
    around = ", ".join(part for part in (where, days(claim.period)) if part)
    return f"{core(claim)} ({around})" if around else core(claim)


def core(claim: AnyClaim) -> str:
    """Say what a claim says, without where and when."""
    if isinstance(claim, Figure):
        counted = claim.counted or claim.unit.replace("_", " ")
        return f"{measure(claim)} {counted}"
    if isinstance(claim, Incident):
        named = " and ".join(one.name for one in (claim.actor1, claim.actor2) if one)
        hurt = casualties(claim.casualties)
        return ": ".join(part for part in (claim.type.replace("_", " "), named, hurt) if part)
    if isinstance(claim, Stance):
        about = " of ".join(part for part in (claim.topic, claim.target.name if claim.target else "") if part)
        return f"{claim.speaker.name}: {claim.stance}" + (f", {about}" if about else "")
    return f"{claim.source.name} {claim.relation.replace('_', ' ')} {claim.target.name}"
