"""The spatial model of politics: parties press one another, bargain and move, until nobody moves much."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from jirga.solve.positions.condorcet import conditional, strengths, unique_rows, victories
from jirga.solve.positions.pressing import Rows, bargains, pressed, utilities_seen
from jirga.solve.positions.risk import boldness, utilities
from jirga.solve.positions.stances import SCALE, StanceTrouble, Values, checked

WORTH_IT = 1e-5
SETTLED = 0.02
LONGEST = 100


@dataclass(frozen=True, eq=False)
class Turn:
    """Where everybody stands, would like to stand, and how bold each is."""

    places: Values
    ideal: Values
    risk: Values


@dataclass(frozen=True, eq=False)
class Path:
    """How positions move, turn by turn.

    Attributes
    ----------
    turns : tuple of Turn
        The first is where they began; places and ideals from 0 to 1.
    settled : bool
        Whether the moves had become small when it stopped, and not only the turns run out.
    """

    table: Table
    turns: tuple[Turn, ...]
    settled: bool

    @cached_property
    def positions(self) -> Values:
        """Where each party stands in each turn, from 0 to 100: (turns, n, K)."""
        return np.array([turn.places for turn in self.turns]) * SCALE

    @cached_property
    def shares(self) -> Values:
        """The share of the position each holds, in each turn: (turns, n); parties at one place have one."""
        return np.array([self.table.shares(turn)[2] for turn in self.turns])

    @cached_property
    def values(self) -> Values:
        """The mean of the last positions by their shares, each position once, by issue."""
        options, share, _ = self.table.shares(self.turns[-1])
        return np.asarray(share @ options * SCALE)


def spatial(
    position: ArrayLike,
    salience: ArrayLike,
    leverage: ArrayLike,
    *,
    accommodation: ArrayLike | None = None,
    longest: int = LONGEST,
) -> Path:
    """Let each party press the one it gains most from pressing, and each take the best bargain it is part of.

    Parameters
    ----------
    position, salience : array (n,) or (n, K)
        Positions and salience from 0 to 100 on each of K issues; a party's salience adds to at most 100.
    leverage : array (n,)
        What each party weighs.
    accommodation : array (n, n), optional
        How far each party takes up each other's position as its own ideal after a turn; the identity if
        absent, so that everybody's ideal follows its own position.
    longest : int
        The most turns.

    Returns
    -------
    Path

    Raises
    ------
    StanceTrouble
        The numbers cannot be read as positions, salience and leverage of the same parties.

    Notes
    -----
    The settings are KTAB's defaults: proportional votes, conditional election, middle risk range, a third of
    the difference in risk seen through, semi-committed third parties, S2P2 bargains by the initiator's
    estimate, and the best bargain taken. On ties the first in file order is taken. A party that cares about
    nothing measures all issues alike and weighs nothing when others are pressed.

    References
    ----------
    [Wise2015]_ for the model, as restated; KTAB's reference run on three issues is reproduced under test.

    Examples
    --------
    >>> path = spatial([0, 100], [50, 50], [1, 3])
    >>> path.values.round(1).tolist(), path.settled
    ([90.0], True)
    """
    places, cares, power = checked(position, salience, leverage)
    places, cares = (one.reshape(len(one), -1) / SCALE for one in (places, cares))
    if power.ndim != 1 or cares.shape != places.shape:
        raise StanceTrouble(
            "salience or leverage of another shape", "give salience by issue, leverage by party"
        )
    table = Table(cares, power)
    pull = np.eye(len(places)) if accommodation is None else np.asarray(accommodation, dtype=np.float64)
    turns = [Turn(places, places, table.risk(places, places))]
    moved: list[float] = []
    while len(turns) <= longest and not settled(moved):
        now = turns[-1]
        after = table.after(now)
        moved.append(float(np.sqrt(((after - now.places) ** 2).sum(axis=1)).sum()))
        ideal = after if accommodation is None else taken_up(pull, after, now.ideal)
        turns.append(Turn(after, ideal, table.risk(ideal, after)))
    return Path(table, tuple(turns), settled(moved))


def settled(moved: list[float]) -> bool:
    """Whether the last turn's moves were small beside the first turn's."""
    return len(moved) > 1 and moved[-1] / (moved[0] + 1e-4) < SETTLED


def taken_up(pull: Values, places: Values, ideal: Values) -> Values:
    """Draw each ideal towards where the others now stand."""
    return np.asarray(pull @ places + (1 - pull.sum(axis=1))[:, None] * ideal)


@dataclass(frozen=True, eq=False)
class Table:
    """Who sits there: how much each cares about each issue, and what each weighs."""

    cares: Values
    power: Values

    @cached_property
    def weight(self) -> Values:
        """What each weighs on everything it cares about."""
        return np.asarray(self.power * self.cares.sum(axis=1))

    @cached_property
    def scale(self) -> Values:
        """How each measures distance, by issue: squares that add to 1."""
        square = self.cares**2
        square[square.sum(axis=1) == 0] = 1
        return np.asarray(square / square.sum(axis=1)[:, None])

    def gap(self, ideal: Values, places: Values) -> Values:
        """How far each place lies from each party's ideal, by what it cares about: (n, m)."""
        issues = range(places.shape[1])
        square = sum(self.scale[:, [k]] * (ideal[:, [k]] - places[:, k]) ** 2 for k in issues)
        return np.asarray(np.sqrt(square))

    def election(self, ideal: Values, options: Values, risk: Values) -> Values:
        """Hold an election among options, each party by its own utility."""
        utility = utilities(self.gap(ideal, options), risk[:, None])
        return conditional(strengths(utility, self.power))

    def shares(self, turn: Turn) -> tuple[Values, Values, Values]:
        """Give the positions, each once, the share of each, and of the one each party holds."""
        options, holds = unique_rows(turn.places)
        share = self.election(turn.ideal, options, turn.risk)
        return options, share, share[holds]

    def risk(self, ideal: Values, places: Values) -> Values:
        """How bold each is, going by an election among everybody's places."""
        return boldness(self.election(ideal, places, np.zeros(len(places))))

    def after(self, now: Turn) -> Values:
        """Everybody presses somebody, bargains are struck, and each takes the best it is part of."""
        gap = self.gap(now.ideal, now.places)
        gain, chance = pressed(utilities_seen(gap, now.risk), self.weight, self.cares.sum(axis=1))
        who = np.flatnonzero(gain.max(axis=1) > WORTH_IT)
        whom = gain.argmax(axis=1)[who]
        ours, theirs = bargains(now.places, self.cares, who, whom, chance[who, whom])
        best = self.chosen(now, gap, (who, whom), (ours, theirs))
        places = now.places.copy()
        for side, parties in ((ours, who), (theirs, whom)):
            mine = np.flatnonzero((best > 0) & (np.append(-1, parties)[best] == np.arange(len(best))))
            places[mine] = side[best[mine] - 1]
        return places

    def chosen(self, now: Turn, gap: Values, sides: tuple[Rows, Rows], ends: tuple[Values, Values]) -> Rows:
        """Let each hold an election among the bargains it is part of, and things as they are, which is 0."""
        bold = now.risk[:, None]
        today = utilities(gap, bold)
        changed = sum(
            utilities(self.gap(now.ideal, end), bold) - today[:, side]
            for side, end in zip(sides, ends, strict=True)
        )
        total = today.sum(axis=1)[:, None]
        utility = np.hstack([total, total + changed]) / len(bold)
        party = np.arange(len(bold))[:, None]
        mine = np.hstack([party >= 0, (party == sides[0]) | (party == sides[1])])
        chance = victories(strengths(utility, self.power))
        beats = np.where(mine[:, None, :], chance, 1.0).prod(axis=2)
        return np.asarray(np.where(mine, beats, -1.0).argmax(axis=1))
