"""The figures of a case, put side by side and checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from jirga.case import Case
from jirga.figures.checks import findings
from jirga.figures.finding import Finding
from jirga.figures.places import Terms, own_parts
from jirga.figures.shares import Mostly, mostly
from jirga.figures.sides import Side, side_by_side
from jirga.figures.source import Happening, Source
from jirga.figures.travelled import traced
from jirga.review.card import Held
from jirga.review.scopes import event_checks
from jirga.review.sitting import hold
from jirga.schema.record import Figure, Incident, Recorded, State

if TYPE_CHECKING:
    from jirga.events.eventset import EventSet
    from jirga.schema.events import Scope

JUDGED = frozenset({"accepted", "corrected"})
NO_SCOPES: Mapping[str, Scope] = MappingProxyType({})
CODE = re.compile(r"[A-Z]{3}$")


@dataclass(frozen=True)
class Weighed:
    """The figures of a case and what the checks say of them.

    Attributes
    ----------
    sides : tuple of Side
        The same figure from several sources, side by side.
    findings : tuple of Finding
        What the checks found: inside documents first, the worst first.
    states : dict of str to State
        For each claim by id, what people made of it.
    left_out : int
        How many figures were not looked at, since they were rejected or nothing should rest on them.
    """

    sides: tuple[Side, ...]
    findings: tuple[Finding, ...]
    states: dict[str, State]
    left_out: int


def weighed(
    case: Case,
    *,
    judged_only: bool = False,
    events: EventSet | None = None,
    scopes: Mapping[str, Scope] = NO_SCOPES,
) -> Weighed:
    """Put the figures of a case side by side and check them.

    Parameters
    ----------
    judged_only : bool, optional
        Leave out what no person has accepted or corrected.
    events : EventSet, optional
        Event data to compare with; nothing is compared without.
    scopes : mapping of str to Scope, optional
        The scopes that figures may name in their definition; a figure that names none is not comparable.
    """
    claims = [one for one in case.claims() if one.claim.kind in {"figure", "incident"}]
    usable = [one for one in claims if counts(one, judged_only=judged_only)]
    held = {name: hold(case, name) for name in dict.fromkeys(one.document for one in usable)}
    terms = terms_of(case, usable)
    some = list(sources(usable, held, terms))
    travelled = traced(some)
    firsts = {one.one.id: one.first for one in travelled}
    mostly_there = said_mostly(firsts, some, held, terms)
    found = findings(some, list(happenings(usable, held, terms)), mostly_there, travelled)
    if events is not None:
        found += event_checks(some, events, scopes)
    figures = sum(one.claim.kind == "figure" for one in claims)
    states = {one.id: one.state for one in usable}
    return Weighed(tuple(side_by_side(travelled)), tuple(found), states, figures - len(some))


def counts(one: Recorded, *, judged_only: bool) -> bool:
    """Whether a claim is looked at."""
    return not one.retracted and (one.state in JUDGED if judged_only else one.state != "rejected")


def sources(some: Iterable[Recorded], held: dict[str, Held], terms: Terms) -> Iterator[Source]:
    """Give the figures, each with its document."""
    for one in some:
        if isinstance(one.claim, Figure):
            own = held[one.document]
            yield Source(one.id, one.claim, own.document, own.cite(one.claim.main.start), terms)


def happenings(some: Iterable[Recorded], held: dict[str, Held], terms: Terms) -> Iterator[Happening]:
    """Give the incidents, each with its document."""
    for one in some:
        if isinstance(one.claim, Incident):
            own = held[one.document]
            yield Happening(one.id, one.claim, own.document, own.cite(one.claim.main.start), terms)


def said_mostly(
    firsts: Mapping[str, Source], some: Sequence[Source], held: dict[str, Held], terms: Terms
) -> Iterator[Mostly]:
    """Find where a text says that most of something is in one place, with the figures of that sentence."""
    for name, own in held.items():
        mine = [one for one in some if one.document.id == name]
        for start, end, place in mostly(own.text):
            first, last = sentence(own, start, end)
            inside = tuple(one for one in mine if first <= one.figure.main.start < last)
            quote = " ".join(own.text[start:end].split())
            oldest = tuple(firsts[one.id] for one in inside)
            yield Mostly(quote, own.cite(start), terms.name(place), own.text[first:last], inside, oldest)


def sentence(held: Held, start: int, end: int) -> tuple[int, int]:
    """Say where the sentence of some words begins and ends."""
    known = (one for mark, one in held.passages.items() if mark[0] == "S")
    found = next((one for one in known if one.start <= start < one.end), None)
    return (found.start, found.end) if found else (start, end)


def terms_of(case: Case, some: Iterable[Recorded]) -> Terms:
    """Say what names mean: by the register, where a person said so, and else by our table of places."""
    from jirga.reading.places import gazetteer

    entries = gazetteer()
    countries = {one.country: one.name for one in entries.values() if one.kind == "country"}
    places = {name: one.name for name, one in entries.items() if one.kind not in {"adjective", "country"}}
    registered = registered_names(case)
    names = {one.claim.place.name for one in some if one.claim.place}
    known = {registered.get(name, places.get(name, name)) for name in names}
    within = {
        name: countries[entries[name].country]
        for name in known
        if name in entries and name not in own_parts() and CODE.match(entries[name].country)
        if countries.get(entries[name].country, name) != name
    }
    return Terms({**places, **registered}, within)


def registered_names(case: Case) -> dict[str, str]:
    """Give for every name of the register the name that stands for it."""
    known = {one.id: one for one in case.names()}
    found: dict[str, str] = {}
    for one in known.values():
        lead = one
        while lead.into:
            lead = known[lead.into]
        found |= dict.fromkeys((one.name, *one.aliases), lead.name)
    return found
