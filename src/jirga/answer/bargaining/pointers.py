"""What every rule makes of the positions on each issue, as numbers, before anything is put into words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from jirga.conflict.bargaining.consent import laid_out
from jirga.conflict.bargaining.consent_references import DEAL
from jirga.conflict.bargaining.positions import Stances, stances
from jirga.schema.conflict import Conflict
from jirga.solve.consent.game import Game
from jirga.solve.positions import track_record
from jirga.solve.positions.challenge import challenge
from jirga.solve.positions.compromise import Compromise, compromise, mean_range
from jirga.solve.positions.condorcet import election
from jirga.solve.positions.exchange import exchange
from jirga.solve.positions.interval import inside, spread
from jirga.solve.positions.median import Interval, core, weighted_median
from jirga.solve.positions.spatial import spatial
from jirga.solve.positions.stances import Values

UNSTATED = 50.0
TWO_THIRDS = 2 / 3
NEAR = 0.5
"""Codings are no finer than that: a value so near a red line counts as on it."""
LOW, MODE, HIGH = range(3)


@dataclass(frozen=True, eq=False)
class Pointed:
    """One issue, the parties that stand somewhere on it, and where that points.

    Attributes
    ----------
    issue : str
        Its id.
    parties : tuple of str
        Those with a position.
    ideal, salience, leverage : float array (n, 3)
        Low, mode and high; what is not stated is taken as 50.
    lines : dict of str to (float array (3,), float array (3,))
        Every party's red lines, least and most.
    needed : tuple of str or None
        The parties without whose yes it cannot pass; None if the file does not say.
    unstated : tuple of str
        Parties whose salience or leverage the file does not say.
    traded : float or None
        The mean after exchanges with other issues; None if there is nothing to exchange.
    """

    issue: str
    parties: tuple[str, ...]
    ideal: Values
    salience: Values
    leverage: Values
    lines: dict[str, tuple[Values, Values]]
    needed: tuple[str, ...] | None
    unstated: tuple[str, ...]
    traded: float | None

    @cached_property
    def weight(self) -> Values:
        """What each counts, low, mode and high: leverage times salience."""
        return self.leverage * self.salience

    @cached_property
    def mean(self) -> Compromise:
        """The compromise, with what hangs on what."""
        return compromise(self.ideal[:, MODE], self.salience[:, MODE], self.leverage[:, MODE])

    @cached_property
    def mean_ends(self) -> tuple[float, float]:
        """The lowest and highest mean that the ranges of the file allow."""
        ends = (self.ideal[:, LOW], self.ideal[:, HIGH], self.weight[:, LOW], self.weight[:, HIGH])
        return mean_range(*ends)

    @cached_property
    def core(self) -> Interval:
        """What two thirds of the weight would not move."""
        return core(self.ideal[:, MODE], self.weight[:, MODE], TWO_THIRDS)

    @cached_property
    def four_in_five(self) -> Interval:
        """The range around the mean that held four outcomes in five elsewhere."""
        place, weight = self.ideal[:, MODE], self.weight[:, MODE]
        return inside(spread(self.mean.value, track_record.MISSES, place, weight), track_record.KEPT)

    @cached_property
    def values(self) -> dict[str, float]:
        """Where each rule points, at the likeliest numbers."""
        place, cares, power = (one[:, MODE] for one in (self.ideal, self.salience, self.leverage))
        found = {
            "compromise": self.mean.value,
            "median": weighted_median(place, cares * power).low,
            "election": election(place, cares, power).mean,
            "spatial": float(spatial(place, cares, power).values[0]),
            "exchange": self.traded,
            "challenge": challenge(place, cares, power).value,
        }
        return {rule: value for rule, value in found.items() if value is not None}

    def red_line(self, party: str, value: float, end: int = MODE) -> float | None:
        """Give the red line of a party that a value lies beyond, if it does; `end` 0 and 2 are its ranges."""
        least, most = (float(one[end]) for one in self.lines[party])
        return least if value < least - NEAR else most if value > most + NEAR else None


def pointed(conflict: Conflict) -> Iterator[Pointed]:
    """Go through the issues on which somebody has a position and counts for something."""
    stated = stances(conflict)
    traded = exchanges(stated)
    for number, issue in enumerate(stated.issues):
        who = standing(stated, number)
        if not len(who):
            continue
        parties = tuple(stated.parties[one] for one in who)
        arrays = stated.ideal[who, number], filled(stated.salience[who, number]), filled(stated.leverage[who])
        lines = zip(stated.least[:, number], stated.most[:, number], strict=True)
        missing = np.isnan(stated.salience[who, number, MODE]) | np.isnan(stated.leverage[who, MODE])
        yield Pointed(
            issue,
            parties,
            *arrays,
            dict(zip(stated.parties, lines, strict=True)),
            needed(conflict, issue),
            tuple(one for one, gone in zip(parties, missing, strict=True) if gone),
            traded.get(issue),
        )


def standing(stated: Stances, issue: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Give the numbers of the parties with a position on an issue; of nobody if none of them counts."""
    who = np.flatnonzero(~np.isnan(stated.ideal[:, issue, MODE]))
    weight = filled(stated.salience[who, issue]) * filled(stated.leverage[who])
    return who if (weight[:, LOW] > 0).any() else who[:0]


def filled(stated: Values) -> Values:
    """Take what is not stated as the middle of the scale."""
    return np.asarray(np.where(np.isnan(stated), UNSTATED, stated))


def exchanges(stated: Stances) -> dict[str, float]:
    """Let parties exchange over all issues; who has no position on one does not count there."""
    issues = [number for number in range(len(stated.issues)) if len(standing(stated, number))]
    if len(issues) < 2:
        return {}
    place = stated.ideal[:, issues, MODE]
    cares = np.where(np.isnan(place), 0.0, filled(stated.salience[:, issues, MODE]))
    found = exchange(np.nan_to_num(place, nan=0.0), cares, filled(stated.leverage[:, MODE]))
    return {stated.issues[number]: float(one) for number, one in zip(issues, found.values, strict=True)}


def needed(conflict: Conflict, issue: str) -> tuple[str, ...] | None:
    """Name the parties without whose yes an issue cannot pass, if the file says whose it needs."""
    consent = conflict.consent.get(issue) or conflict.consent.get(DEAL)
    rule = None if consent is None else consent.needs or consent.formal
    if rule is None:
        return None
    game = Game(laid_out(conflict, rule))
    must = {game.rule.voters[one] for one in game.needed()}
    return tuple(one for one in conflict.parties if one in must)
