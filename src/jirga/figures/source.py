"""A figure with the document that carries it: what is compared."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from jirga.figures.counted import Counted, Way, measured, of_figure, way
from jirga.figures.interval import Interval, interval
from jirga.figures.places import Terms
from jirga.schema.record import Document, Figure, Incident, Period

Days = tuple[dt.date, dt.date]
DIRECT = "author"


@dataclass(frozen=True, eq=False)
class Source:
    """A figure in a document.

    Attributes
    ----------
    id : str
        The claim's id.
    cite : str
        How it is cited, as article#S29.
    terms : Terms
        What the names in it mean.
    """

    id: str
    figure: Figure
    document: Document
    cite: str
    terms: Terms

    @cached_property
    def counted(self) -> Counted:
        """Who or what it counts."""
        return of_figure(self.figure)

    @cached_property
    def may_be(self) -> Interval:
        """The numbers it may stand for."""
        return interval(self.figure)

    @cached_property
    def way(self) -> Way:
        """Whether it is of a rise, a fall or a share."""
        return way(self.figure)

    @cached_property
    def measured(self) -> tuple[str, Counted] | None:
        """What a change or a share is of."""
        return measured(self.figure.counted)

    @cached_property
    def place(self) -> str:
        """Where it holds, by its one name; empty if nothing is said of it."""
        return self.terms.name(self.figure.place.name) if self.figure.place else ""

    @cached_property
    def actor(self) -> str:
        """Who did it, by the one name; empty if nothing is said of it."""
        return self.terms.name(self.figure.actor.name) if self.figure.actor else ""

    @cached_property
    def chain(self) -> tuple[str, ...]:
        """Who says so, and through whom it came; the author's own voice has none."""
        named = [self.figure.said_by, *(one.name for one in self.figure.via)]
        return tuple(self.terms.name(one) for one in named if one)

    @cached_property
    def days(self) -> Days | None:
        """The days it is for, if both ends are known."""
        return whole_period(self.figure.period)

    @property
    def published(self) -> dt.date:
        """The first day on which its document may have been published; far ahead if nobody knows."""
        period = self.document.published
        return period.start if period and period.start else dt.date.max

    @property
    def first_hand(self) -> bool:
        """Whether its document is published by whoever is on record for it."""
        publisher = self.terms.name(self.document.publisher).casefold()
        return bool(publisher and self.chain and publisher == self.chain[0].casefold())

    @cached_property
    def age(self) -> tuple[bool, dt.date, str, int]:
        """What it is sorted by: what is told at first hand first, then the oldest."""
        return (not self.first_hand, self.published, self.document.name, self.figure.main.start)

    @cached_property
    def value(self) -> tuple[object, ...]:
        """The number itself, without its bound."""
        return (
            self.figure.value,
            self.figure.value_high,
            self.figure.vague if self.figure.value is None else "",
        )

    @cached_property
    def unit(self) -> tuple[str, str, str]:
        """What it is measured in."""
        return (self.figure.unit, self.figure.per.casefold(), self.figure.currency.upper())


@dataclass(frozen=True, eq=False)
class Happening:
    """An incident in a document."""

    id: str
    incident: Incident
    document: Document
    cite: str
    terms: Terms

    @cached_property
    def place(self) -> str:
        """Where it was: the crossing, or the place, by its one name."""
        named = self.incident.crossing or (self.incident.place.name if self.incident.place else "")
        return self.terms.name(named) if named else ""

    @property
    def start(self) -> dt.date | None:
        """The day it began, if that is known to the day."""
        period = self.incident.period
        return period.start if period else None


def whole_period(period: Period | None) -> Days | None:
    """Give a period whose both ends are known."""
    if period is None or period.start is None or period.end is None:
        return None
    return period.start, period.end
