"""A figure beside event data: not comparable, until a person has said how both count the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jirga.errors import UnknownName
from jirga.events.counts import Count, month_of, totals
from jirga.events.eventset import EventSet
from jirga.events.kinds import Kind
from jirga.events.query import Selection, asking
from jirga.figures.interval import VAGUE, Interval, interval
from jirga.schema.events import Check, Scope
from jirga.schema.record import Figure

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

DEATHS, EVENTS = "deaths", ("attacks", "strikes")


@dataclass(frozen=True)
class Measured:
    """What the set gives for a scope: the least, the best and the most."""

    low: int
    best: int
    high: int


def compare(figure: Figure, events: EventSet, scope: Scope | None = None) -> Check:
    """Put a figure beside event data.

    Parameters
    ----------
    figure : Figure
        The figure: deaths, or attacks.
    events : EventSet
        The set.
    scope : Scope or None
        What the figure counts, in the words of the set; without it nothing is compared.

    Returns
    -------
    Check
        *consistent*: the set's best number is one that the figure allows. *differs*: it is not, but some
        number between the set's ends is. *outside-range*: none is. *not-comparable*: they do not, or may not,
        count the same; the explanation says everything that is in the way.

    Notes
    -----
    The ends include events whose date or place is known too coarsely to say whether they belong.
    """
    blank = Check(
        verdict="not-comparable",
        explanation=NO_SCOPE,
        against=events.origin.title,
        sha256=events.origin.sha256,
        scope=scope.name if scope else "",
    )
    if scope is None:
        return blank
    if reasons := list(in_the_way(figure, events, scope)):
        return blank.model_copy(update={"explanation": sentences(reasons)})
    try:
        found = measured(figure, events, scope)
    except UnknownName as trouble:
        return blank.model_copy(update={"explanation": f"In {events.origin.title} {trouble}"})
    if found is None:
        return blank.model_copy(update={"explanation": NOT_TOLD})
    return blank.model_copy(update=judged(interval(figure), found))


NO_SCOPE = (
    "Nobody has said that both count the same: which events, whose deaths, where, and whether only events "
    "in which somebody died. Declare a scope."
)
NOT_TOLD = "The set does not tell of every event how many of these died."


def in_the_way(figure: Figure, events: EventSet, scope: Scope) -> Iterator[str]:
    """Give every reason, known before anything is counted, that the two cannot be compared."""
    maker = events.origin.maker
    if figure.unit == DEATHS:
        yield from dead_in_the_way(maker, scope)
    elif figure.unit in EVENTS:
        yield from events_in_the_way(maker, scope)
    else:
        yield f"{maker.title} does not count {figure.unit}"
    yield from scope_in_the_way(figure, scope)
    if figure.per:
        yield f"the figure is a rate, per {figure.per}"
    if figure.value is None and figure.vague.casefold().removesuffix(" of") not in VAGUE:
        yield f"it is not settled what {figure.vague!r} means"
    if figure.modality != "asserted":
        yield f"the figure is not asserted but {figure.modality}"
    yield from period_in_the_way(figure, events)


def dead_in_the_way(maker: Kind, scope: Scope) -> Iterator[str]:
    """Give what keeps deaths from being compared."""
    if not maker.deaths:
        yield f"{maker.title} counts no deaths"
    if not scope.groups and not scope.all_dead:
        yield "the scope does not say whose deaths are counted"
    if scope.groups and scope.all_dead:
        yield "the scope says both that all the dead are counted and that only some are"


def events_in_the_way(maker: Kind, scope: Scope) -> Iterator[str]:
    """Give what keeps numbers of events from being compared."""
    if maker.lethal_only and not scope.lethal_only:
        lethal = f"{maker.title} holds only events in which somebody died"
        yield f"{lethal}, and the scope does not say the same of the figure"
    if not maker.lethal_only and scope.lethal_only is None:
        yield "the scope does not say whether events without deaths are counted"


def scope_in_the_way(figure: Figure, scope: Scope) -> Iterator[str]:
    """Give what a scope leaves unsaid."""
    if not scope.includes:
        yield "the scope does not say which types of event are counted"
    if scope.excludes:
        yield f"the figure leaves out {', '.join(scope.excludes)}, which the set does not tell apart"
    if not scope.territory:
        place = f" for {figure.place.name}" if figure.place else ""
        yield f"the scope does not say which places of the set stand{place or ' for the figure'}"


def period_in_the_way(figure: Figure, events: EventSet) -> Iterator[str]:
    """Give what is wrong with the figure's period, or with what the set covers of it."""
    period = figure.period
    if period is None or period.start is None or period.end is None:
        yield "the figure's period has no beginning or no end"
        return
    first, last = events.covers
    if month_of(period.start) < month_of(first) or month_of(period.end) > month_of(last):
        yield f"the set covers {first} to {last}, and the figure is of {period.start} to {period.end}"


def measured(figure: Figure, events: EventSet, scope: Scope) -> Measured | None:
    """Count what the scope says; None where the set does not tell whose deaths they were."""
    groups = scope.groups if figure.unit == DEATHS else ()
    ends = (figure.period.start, figure.period.end) if figure.period else (None, None)
    selection = Selection(scope.territory, scope.sides, scope.includes, groups, *ends)
    with asking(events, selection) as base:
        if figure.unit in EVENTS and scope.lethal_only:
            return lethal(base, selection)
        total, _ = totals(base, selection)
    if figure.unit == DEATHS:
        return None if total.not_known else deaths_of(total)
    return Measured(total.events, total.events, total.events + total.possible)


def lethal(base: DuckDBPyConnection, selection: Selection) -> Measured:
    """Count events in which somebody died: by every estimate, by the best, and by the highest or perhaps.

    Notes
    -----
    GED has events in which nobody died by the best estimate, and somebody by the highest: 527 of the 6,416 of
    Pakistan in release 22.1. Its own number of events counts them.
    """
    counted = []
    for estimate in ("greatest(high, best)", "best", "least(low, best)"):
        base.execute(f"DELETE FROM chosen WHERE {estimate} = 0")
        counted.append(totals(base, selection)[0])
    most, best, least = counted
    return Measured(least.events - least.not_known, best.events - best.not_known, most.events + most.possible)


def deaths_of(total: Count) -> Measured:
    """Give the ends that the deaths lie between."""
    return Measured(total.low, total.deaths, total.high + total.possible_deaths)


def judged(claimed: Interval, found: Measured) -> dict[str, Any]:
    """Say how a figure and the set's numbers lie to each other."""
    said = f"The set gives {found.best:,}, at least {found.low:,} and at most {found.high:,}"
    best = Interval(found.best, found.best)
    verdict, why = "outside-range", "the figure allows none of these"
    if best.inside(claimed):
        verdict, why = "consistent", f"the figure allows {found.best:,}"
    elif claimed.meets(Interval(found.low, found.high)):
        verdict, why = "differs", f"the figure does not allow {found.best:,}, but a number between these ends"
    numbers = {"low": found.low, "best": found.best, "high": found.high}
    return {"verdict": verdict, "explanation": f"{said}: {why}.", **numbers}


def sentences(reasons: list[str]) -> str:
    """Write reasons as sentences."""
    return " ".join(f"{one[0].upper()}{one[1:]}." for one in reasons)
