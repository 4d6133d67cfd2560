"""What a number with its bound may be: an interval of numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf
from types import MappingProxyType

from jirga.schema.record import Amount, Figure

# A convention of ours, nothing that a source says: what vague words are taken to mean.
VAGUE: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "a couple": (2, 3),
        "a few": (3, 9),
        "a handful": (3, 9),
        "several": (3, 9),
        "a dozen": (12, 12),
        "dozens": (24, 99),
        "scores": (40, 199),
        "hundreds": (100, 999),
        "thousands": (1_000, 9_999),
        "tens of thousands": (10_000, 99_999),
        "hundreds of thousands": (100_000, 999_999),
        "millions": (1_000_000, 999_999_999),
    }
)
ROUGH = 0.1


@dataclass(frozen=True)
class Interval:
    """The numbers from `low` to `high`; an end that is open does not belong to it."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            self.low + other.low,
            self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + Interval(-other.high, -other.low, other.high_open, other.low_open)

    def times(self, factor: float) -> Interval:
        """Multiply it by a number that is not negative."""
        return Interval(self.low * factor, self.high * factor, self.low_open, self.high_open)

    def over(self, other: Interval) -> Interval:
        """Divide it by another; both hold no negative number, and the other is not zero alone.

        >>> Interval(55, 55).over(Interval(20, 20))
        Interval(low=2.75, high=2.75, low_open=False, high_open=False)
        """
        low = 0.0 if other.high == inf else self.low / other.high
        high = inf if other.low == 0 or self.high == inf else self.high / other.low
        return Interval(low, high, self.low_open or other.high_open, self.high_open or other.low_open)

    def below(self, other: Interval) -> bool:
        """Whether every number in it is smaller than every number in the other."""
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def meets(self, other: Interval) -> bool:
        """Whether one number may be in both.

        >>> Interval(600, inf, low_open=True).meets(Interval(600, 600))
        False
        """
        return not (self.below(other) or other.below(self))

    def inside(self, other: Interval) -> bool:
        """Whether every number in it is in the other."""
        low = self.low > other.low or (self.low == other.low and self.low_open >= other.low_open)
        high = self.high < other.high or (self.high == other.high and self.high_open >= other.high_open)
        return low and high


ANY = Interval(0, inf)


def interval(one: Figure | Amount, vague: Mapping[str, tuple[float, float]] = VAGUE) -> Interval:
    """Say which numbers a figure may stand for.

    Parameters
    ----------
    vague : mapping of str to pair, optional
        What vague words mean; a word that is not in it may mean any number.

    Examples
    --------
    >>> interval(Amount(value=600, bound="more_than"))
    Interval(low=600, high=inf, low_open=True, high_open=False)
    >>> interval(Amount(bound="vague", vague="dozens"))
    Interval(low=24, high=99, low_open=False, high_open=False)
    """
    if one.value is None:
        low, high = vague.get(one.vague.casefold().removesuffix(" of"), (0, inf))
        return Interval(low, high)
    value, far = one.value, abs(one.value) * ROUGH
    high = value if one.value_high is None else one.value_high
    known = {
        "at_least": Interval(value, inf),
        "more_than": Interval(value, inf, low_open=True),
        "up_to": Interval(min(0, value), value),
        "at_most": Interval(min(0, value), value),
        "less_than": Interval(min(0, value), value, high_open=True),
        "about": Interval(value - far, value + far),
        "nearly": Interval(value - far, value, high_open=True),
        "range": Interval(min(value, high), max(value, high)),
    }
    return known.get(one.bound, Interval(value, value))


def total(some: Iterable[Interval]) -> Interval:
    """Add intervals up."""
    whole = Interval(0, 0)
    for one in some:
        whole += one
    return whole
