"""The probabilistic Condorcet election: every position against every other, by what each party would gain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from jirga.solve.positions.risk import boldness, utilities
from jirga.solve.positions.stances import SCALE, Values, checked

Vote = Literal["proportional", "cubic", "proportional_cubic"]
VOTES: dict[Vote, Callable[[Values], Values]] = {
    "proportional": lambda gain: gain,
    "cubic": lambda gain: gain**3,
    "proportional_cubic": lambda gain: 0.5 * gain + 0.5 * gain**3,
}
NOBODY = 1e-8
SAME = 1e-3


@dataclass(frozen=True, eq=False)
class Election:
    """How an issue is split among the positions taken on it.

    Attributes
    ----------
    options : float array (m,)
        The positions, each once, in order of first mention.
    share : float array (m,)
        The share of each; they add to 1.
    mean : float
        The mean of the positions by their shares.
    """

    options: Values
    share: Values
    mean: float


def election(
    position: ArrayLike, salience: ArrayLike, leverage: ArrayLike, *, sharpness: float = 1.0
) -> Election:
    """Hold an election among the positions in which the stronger side is the likelier to win each pair.

    Parameters
    ----------
    position, salience, leverage : array (n,)
        Positions from 0 to 100. A party's vote weighs leverage times salience.
    sharpness : float
        The power that the strengths of two sides are raised to; the more options there are, the sharper the
        result is anyhow.

    Returns
    -------
    Election

    Notes
    -----
    Parties whose position does well in an election by plain distance are taken to be bold, and the election
    is held again with that. It is the spatial model before anybody moves, but that here votes weigh leverage
    times salience, not leverage alone. Positions within a tenth of a point count as one.

    References
    ----------
    [Wise2015]_ for the election, conditional form, as KTAB computes it.

    Examples
    --------
    >>> held = election([0, 100], [50, 50], [1, 3])
    >>> held.share.round(6).tolist(), round(held.mean, 4)
    ([0.25, 0.75], 75.0)
    """
    places, cares, power = checked(position, salience, leverage)
    weight = checked(places, cares * power)[1]
    at = places / SCALE
    plain = np.zeros((len(at), 1))
    bold = boldness(conditional(strengths(utilities(np.abs(at[:, None] - at), plain), weight), sharpness))
    options = unique_rows(at[:, None])[0][:, 0]
    utility = utilities(np.abs(at[:, None] - options), bold[:, None])
    share = conditional(strengths(utility, weight), sharpness)
    return Election(options * SCALE, share, float(share @ options) * SCALE)


def strengths(utility: Values, weight: Values, vote: Vote = "proportional") -> Values:
    """Add up who would rather have each option than each other one.

    Parameters
    ----------
    utility : float array (n_parties, m)
        What each option is worth to each party.
    weight : float array (n_parties,)
        What each party's vote weighs.

    Returns
    -------
    float array (m, m)
        The strength of the side of the row's option against the column's, never quite 0.
    """
    gain = VOTES[vote](utility[:, :, None] - utility[:, None, :])
    many = utility.shape[1]
    won = weight @ np.maximum(gain, 0, out=gain).reshape(len(weight), -1)
    return np.asarray(won.reshape(many, many) + NOBODY)


def victories(strength: Values, sharpness: float = 1.0) -> Values:
    """Turn strengths into each option's chance against each other one; a half against itself."""
    raised = strength**sharpness if sharpness != 1 else strength
    return np.asarray(raised / (raised + raised.T))


def conditional(strength: Values, sharpness: float = 1.0) -> Values:
    """Give each option its share: the chance that it beats all others, given that one does."""
    beats_all = victories(strength, sharpness).prod(axis=1)
    return np.asarray(beats_all / beats_all.sum())


def incentive(strength: Values, *, tolerance: float = 1e-8, longest: int = 100_000) -> Values:
    """Give each option its share by a chain in which parties bring up challengers in proportion to gain."""
    chance = victories(strength)
    brought = strength * chance
    np.fill_diagonal(brought, np.diag(brought) + 1e-10)
    challenge = brought / brought.sum(axis=0)
    share: Values = np.full(len(strength), 1 / len(strength))
    for _ in range(longest):
        contest = share[:, None] * challenge.T
        settled = (chance * (contest + contest.T)).sum(axis=1)
        if np.abs(settled - share).max() < tolerance:
            return np.asarray(settled)
        share = (share + settled) / 2
    return share


def unique_rows(places: Values) -> tuple[Values, list[int]]:
    """List positions once each, in order of first mention, and which of them each party holds."""
    near = (np.abs(places[:, None, :] - places[None, :, :]).max(axis=2) <= SAME).tolist()
    kept: list[int] = []
    holds = []
    for number, row in enumerate(near):
        place = next((n for n, one in enumerate(kept) if row[one]), len(kept))
        kept += [number] if place == len(kept) else []
        holds.append(place)
    return places[kept], holds
