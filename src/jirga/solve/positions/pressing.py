"""Who gains by pressing whom, as each sees it, and the bargain that comes of it, in the spatial model."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jirga.solve.positions.risk import utilities
from jirga.solve.positions.stances import Values

Rows = NDArray[np.int64]
NOBODY = 1e-10
EVEN = 1e-6


def utilities_seen(gap: Values, risk: Values) -> Values:
    """Give the utility of each place to each party, as each party sees it: (seen by, place, of)."""
    seen = (2 * risk[:, None] + risk) / 3
    np.fill_diagonal(seen, risk)
    return utilities(np.ascontiguousarray(gap.T)[None], seen[:, None, :])


def pressed(seen: Values, weight: Values, salience: Values) -> tuple[Values, Values]:
    """Find what each party, as it sees it, would gain by pressing each other one, and how likely it wins.

    Parameters
    ----------
    seen : float array (n, n, n)
        Utilities: seen by, place, of.
    weight, salience : float array (n,)
        What each weighs, and how much it cares in all.

    Returns
    -------
    gain, chance : float array (n, n)
        Presser by pressed.

    Notes
    -----
    A third party leans to the side whose place it likes better, and its vote weighs what it would have to
    give up on either side: it keeps its place beside the winner, and loses it beside the loser.
    """
    size = np.arange(len(weight))
    mine, own = seen[size, :, size], seen[:, size, size]
    yours = seen[size[:, None], size[:, None], size]
    home = mine[size, size][:, None]
    front = NOBODY + weight[:, None] * np.maximum(home - mine, 0)
    back = NOBODY + weight * np.maximum(own - yours, 0)
    more, less = third_parties(seen * weight, front, back)
    chance = (front + more) / (front + more + back + less)
    resisted = 2 * (chance * home + (1 - chance) * mine)
    gain = (1 - salience) * 2 * home + salience * resisted - (home + mine)
    np.fill_diagonal(gain, 0)
    return gain, chance


def third_parties(weighed: Values, front: Values, back: Values) -> tuple[Values, Values]:
    """Add up the others' votes for and against each presser."""
    size = np.arange(len(front))
    at_front = weighed[size, size, :][:, None, :]
    lean = at_front - weighed
    side = np.maximum(lean, 0)
    side += front[:, :, None]
    against = np.abs(lean)
    against += (front + back)[:, :, None]
    side /= against
    lost = weighed[:, size, size][:, None, :] - weighed
    vote = 2 * lost
    vote -= lean
    vote *= side
    vote -= lost
    vote[:, size, size] = 0
    vote[size, :, size] = 0
    total, size_of_all = vote.sum(axis=2), np.abs(vote, out=vote).sum(axis=2)
    return (size_of_all + total) / 2, (size_of_all - total) / 2


def bargains(now: Values, cares: Values, who: Rows, whom: Rows, chance: Values) -> tuple[Values, Values]:
    """Find where both sides of each bargain end, by how much each cares and how likely it is to win."""
    ours, theirs = now[who], now[whom]
    pull = cares[who] ** 2 * chance[:, None] ** 2
    push = cares[whom] ** 2 * (1 - chance[:, None]) ** 2
    total = pull + EVEN + push
    mine = ((pull + EVEN) * ours + push * theirs) / total
    other = (pull * ours + (EVEN + push) * theirs) / total
    return np.round(mine, 4), np.round(other, 4)
