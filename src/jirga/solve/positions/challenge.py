"""The expected-utility challenge model, in one documented variant; nobody's published run is claimed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from jirga.solve.positions.median import weighted_median
from jirga.solve.positions.stances import SCALE, StanceTrouble, Values, checked

ROUNDS = 3


@dataclass(frozen=True, eq=False)
class Challenged:
    """Where positions are after some rounds of challenges.

    Attributes
    ----------
    value : float
        The weighted median of the last round.
    medians : float array (rounds + 1,)
        The weighted median of each round; the first is where it began.
    positions : float array (rounds + 1, n)
        Where each party stands in each round.
    risk : float array (n,)
        The risk exponents of the first round: 1/2 is bold, 2 is careful.
    """

    value: float
    medians: Values
    positions: Values
    risk: Values


def challenge(
    position: ArrayLike,
    salience: ArrayLike,
    leverage: ArrayLike,
    *,
    status_quo: float = 1.0,
    rounds: int = ROUNDS,
) -> Challenged:
    """Let parties challenge one another by expected utility, and take the median after some rounds.

    Parameters
    ----------
    position, salience, leverage : array (n,)
        Positions and salience from 0 to 100.
    status_quo : float
        How likely each takes it to be that nothing changes unless it challenges, from 0 to 1.
    rounds : int
        How many rounds; the model does not settle, so the number is part of the variant.

    Returns
    -------
    Challenged

    Raises
    ------
    StanceTrouble
        Nobody counts, or a number is missing or off its scale.

    Notes
    -----
    The variant: the range is the whole scale; the chance to win is the printed formula over all parties; the
    salience is the responder's; where both sides expect to gain nobody moves; each party accepts the offer
    whose maker expects most, then the one that moves it least. The published figures of the emission case do
    not follow from the printed formula, so no agreement with them is claimed.

    References
    ----------
    [BuenodeMesquita1994]_ for the model, not at hand; [Scholz2011]_ for the formulas, as restated.

    Examples
    --------
    >>> challenge([0, 50, 100], [50, 50, 50], [1, 1, 1]).value
    50.0
    """
    places, cares, power = checked(position, salience, leverage)
    weight = checked(places, cares * power)[1]
    if not 0 <= status_quo <= 1:
        raise StanceTrouble(f"{status_quo:g} is no number from 0 to 1", "give the status quo as 1.0 or 0.5")
    cares = cares / SCALE
    turns, first = [places], risks(places, cares, weight, status_quo)
    for _ in range(rounds):
        bold = risks(turns[-1], cares, weight, status_quo)
        expected = expectations(turns[-1], cares, weight, bold, status_quo)
        turns.append(moved(turns[-1], expected))
    medians = np.array([weighted_median(one, weight).low for one in turns])
    return Challenged(float(medians[-1]), medians, np.array(turns), first)


def success(places: Values, weight: Values) -> Values:
    """Give each party's chance to win against each other: the share of the votes cast that go to its side."""
    away = np.abs(places[:, None] - places)
    lean = weight[:, None, None] * (away[:, None, :] - away[:, :, None])
    cast = np.abs(lean).sum(axis=0)
    return np.asarray(np.where(cast > 0, np.maximum(lean, 0).sum(axis=0) / np.where(cast > 0, cast, 1), 0.5))


def expectations(places: Values, cares: Values, weight: Values, risk: Values, status_quo: float) -> Values:
    """Find what each party expects to gain by challenging each other: (challenger, challenged)."""
    away = np.abs(places[:, None] - places) / SCALE
    from_median = np.abs(places - weighted_median(places, weight).low)[:, None] / SCALE
    chance = success(places, weight)
    won, lost = worth(0.5 - 0.5 * away, risk), worth(0.5 + 0.5 * away, risk)
    better = worth(0.5 - 0.25 * (from_median + away), risk)
    worse = worth(0.5 + 0.25 * (from_median + away), risk)
    unchanged = worth(np.full(away.shape, 0.5), risk)
    changed = np.where(from_median < away, better, worse)
    found = cares * (chance * won + (1 - chance) * lost) + (1 - cares) * won
    return np.asarray(found - status_quo * unchanged - (1 - status_quo) * changed)


def worth(share: Values, risk: Values) -> Values:
    """Turn a share of the scale into utility from -2 to 2, by each challenger's risk exponent."""
    return np.asarray(2 - 4 * np.maximum(share, 0) ** risk[:, None])


def risks(places: Values, cares: Values, weight: Values, status_quo: float) -> Values:
    """Give each party's risk exponent: those whom others have most to gain from are the boldest."""
    neutral = expectations(places, cares, weight, np.ones(len(places)), status_quo)
    security = neutral.sum(axis=0) - np.diag(neutral)
    width = security.max() - security.min()
    if width < 1e-12:
        return np.ones(len(places))
    scaled = (2 * security - security.max() - security.min()) / width
    return np.asarray((1 - scaled / 3) / (1 + scaled / 3))


def moved(places: Values, expected: Values) -> Values:
    """Let each party accept one offer: where its maker gains and it would lose, it gives way."""
    gains, loses = expected, expected.T
    wins = (gains > 0) & (loses < 0)
    share = np.where(np.abs(gains) > np.abs(loses), np.abs(loses / np.where(gains == 0, 1, gains)), 1.0)
    shift = np.where(wins, (places[:, None] - places) * share, 0.0)
    offers = np.where(wins & (shift != 0), gains, -np.inf)
    best = offers.max(axis=0)
    step = np.where(offers >= best - 1e-12, np.abs(shift), np.inf)
    chosen = shift[step.argmin(axis=0), np.arange(len(places))]
    return np.clip(np.where(np.isfinite(best), places + chosen, places), 0, SCALE)
