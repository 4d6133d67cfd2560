"""Exchange: two parties each give way on the issue they care about less, for the same gain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike

from jirga.solve.positions.stances import SCALE, StanceTrouble, Values, checked

Table = list[list[float]]
Pairing = tuple[int, int, int, int]
LEAST = 1e-10


@dataclass(frozen=True)
class Exchange:
    """Two parties, each of which moves on one issue in return for the other's move on another.

    Attributes
    ----------
    first, second : int
        The parties.
    gives, gets : int
        The issue on which the first moves, and the one on which the second does.
    move_first, move_second : float
        How far each moves, below 0 to the left.
    gain : float
        What each of the two gains: shift of the outcome by salience, from 0 to 1.
    """

    first: int
    second: int
    gives: int
    gets: int
    move_first: float
    move_second: float
    gain: float

    @property
    def sides(self) -> tuple[tuple[int, int, float], tuple[int, int, float]]:
        """Who moves on which issue, and how far."""
        return (self.first, self.gives, self.move_first), (self.second, self.gets, self.move_second)


@dataclass(frozen=True, eq=False)
class Exchanged:
    """What parties take up after they have exchanged what they could.

    Attributes
    ----------
    exchanges : tuple of Exchange
        In the order in which they were made.
    voting : float array (n, K)
        What each party then supports.
    values : float array (K,)
        The mean of that by leverage times salience.
    before : float array (K,)
        The mean before.
    """

    exchanges: tuple[Exchange, ...]
    voting: Values
    values: Values
    before: Values


@dataclass(eq=False)
class Market:
    """What is on offer; `voting`, `direction` and `means` move while exchanges are made, the rest stays."""

    position: Table
    salience: Table
    weight: Table
    total: list[float]
    means: list[float]
    voting: Table
    direction: Table
    overshoot: bool

    def realise(self, made: Exchange) -> None:
        """Move the two parties, and the means with them."""
        for party, issue, move in made.sides:
            self.voting[party][issue] += move
            self.direction[party][issue] = sign(move)
            self.means[issue] += move * self.weight[party][issue] / self.total[issue]


def exchange(
    position: ArrayLike, salience: ArrayLike, leverage: ArrayLike, *, overshoot: bool = False
) -> Exchanged:
    """Make exchanges at equal gain, the largest gain first, until none is left that both gain by.

    Parameters
    ----------
    position, salience : array (n, K)
        Positions and salience from 0 to 100, on two issues or more.
    leverage : array (n,) or (n, K)
        What each party weighs, perhaps by issue.
    overshoot : bool
        Let an exchange carry the mean of an issue past the position it is made for, as one program does.

    Returns
    -------
    Exchanged

    Raises
    ------
    StanceTrouble
        There are not two issues, or the numbers do not fit together.

    Notes
    -----
    The outcome of each issue is taken to be the mean of what parties support, by leverage times salience.
    Two parties may exchange where they lie on different sides of it on both issues. What a party demands is
    its first position throughout. Nobody moves both ways on an issue, and no exchange carries the mean past
    the position it is made for, or it would cost who demanded it. Among equal gains the first in file order
    is made. Every exchange is worked out anew after one that touches its issues.

    References
    ----------
    [Stokman1994]_ for the model, as restated; a published run on the Paris talks is reproduced under test.

    Examples
    --------
    >>> found = exchange([[0, 0], [100, 100]], [[80, 20], [20, 80]], [1, 1])
    >>> found.before.round(1).tolist(), found.values.round(1).tolist()
    ([20.0, 80.0], [0.0, 100.0])
    """
    market = market_of(position, salience, leverage, overshoot=overshoot)
    before = np.array(market.means)
    made: list[Exchange] = []
    priced_ = {one: priced(market, *one) for one in pairings(market)}
    while True:
        best = max((one for one in priced_.values() if one), key=lambda one: one.gain, default=None)
        if best is None:
            return Exchanged(tuple(made), np.array(market.voting), np.array(market.means), before)
        market.realise(best)
        made.append(best)
        for key in priced_:
            if {best.gives, best.gets} & set(key[2:]):
                priced_[key] = priced(market, *key)


def market_of(
    position: ArrayLike, salience: ArrayLike, leverage: ArrayLike, *, overshoot: bool = False
) -> Market:
    """Check the numbers and lay them out."""
    places, cares, power = checked(position, salience, leverage)
    if places.ndim != 2 or places.shape[1] < 2 or cares.shape != places.shape:
        raise StanceTrouble("an exchange needs two issues", "give positions and salience by party and issue")
    cares = cares / SCALE
    weight = cares * (power if power.ndim == 2 else power[:, None])
    total = weight.sum(axis=0)
    if not (total > 0).all():
        raise StanceTrouble("nobody cares about an issue", "leave the issue out")
    means = (weight * places).sum(axis=0) / total
    return Market(
        places.tolist(),
        cares.tolist(),
        weight.tolist(),
        total.tolist(),
        means.tolist(),
        voting=places.tolist(),
        direction=[[0.0] * len(row) for row in places],
        overshoot=overshoot,
    )


def pairings(market: Market) -> Iterator[Pairing]:
    """List who may exchange: parties on different sides of both issues, and which gives on which."""
    cares, weight = market.salience, market.weight
    left = [[x <= mean for x, mean in zip(row, market.means, strict=True)] for row in market.position]
    for p, q in combinations(range(len(market.total)), 2):
        for i, j in combinations(range(len(left)), 2):
            counted = weight[i][p] and weight[i][q] and weight[j][p] and weight[j][q]
            if not counted or left[i][p] == left[j][p] or left[i][q] == left[j][q]:
                continue
            demands_p = cares[i][p] * cares[j][q] >= cares[j][p] * cares[i][q]
            yield (i, j, q, p) if demands_p else (j, i, q, p)


def priced(market: Market, i: int, j: int, q: int, p: int) -> Exchange | None:
    """Work out the exchange in which i gives on q and gets p from j, if there is one that both gain by."""
    cares, heavy_i = market.salience, market.weight[i][q] / market.total[q]
    heavy_j = market.weight[j][p] / market.total[p]
    both_p, both_q = (cares[i][issue] + cares[j][issue] for issue in (p, q))
    shift_p, shift_q = room(market, j, i, p) * heavy_j, room(market, i, j, q) * heavy_i
    if shift_p * both_p <= shift_q * both_q:
        shift_q = shift_p * both_p / both_q
    else:
        shift_p = shift_q * both_q / both_p
    gain = cares[i][p] * shift_p - cares[i][q] * shift_q
    if min(shift_q / heavy_i, shift_p / heavy_j, gain) <= LEAST:
        return None
    move_i = sign(market.position[j][q] - market.voting[i][q]) * shift_q / heavy_i
    move_j = sign(market.position[i][p] - market.voting[j][p]) * shift_p / heavy_j
    return Exchange(i, j, q, p, move_i, move_j, gain)


def room(market: Market, giver: int, receiver: int, issue: int) -> float:
    """How far a party may move on an issue for another one."""
    now, wanted = market.voting[giver][issue], market.position[receiver][issue]
    ahead = sign(wanted - now)
    if not ahead or market.direction[giver][issue] == -ahead:
        return 0.0
    if market.overshoot:
        return abs(wanted - now)
    heavy = market.weight[giver][issue] / market.total[issue]
    return max(0.0, min(abs(wanted - now), (wanted - market.means[issue]) * ahead / heavy))


def sign(number: float) -> float:
    """Give 1, 0 or -1.

    >>> sign(-3.5), sign(0.0)
    (-1, 0)
    """
    return (number > 0) - (number < 0)
