"""A sanction is the least value the focal party can be brought to by the others' moves.

Every sanctioned concept is this one propagation, with different moves (any, improvements, best improvements)
and different values (the state's own rank, or what the focal party can still make of it).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from jirga.solve.sweeps.fibres import NEVER, Values, Within
from jirga.solve.sweeps.movers import Mover


def brought_to(value: Values, movers: Sequence[Mover], *, transitive: bool) -> Values:
    """Find the least value that a legal sequence of one or more moves can lead to, from every state.

    Parameters
    ----------
    value : int array (n_states,)
        What each state is worth to the focal party.
    movers : sequence of Mover
        The moves of each opponent.
    transitive : bool
        Whether two moves of one party in a row come to one move or none, so that the rule against moving
        twice in a row changes nothing.

    Returns
    -------
    int array (n_states,), of the same type
        The least value; where the opponents cannot move, more than any value. In option form a state's own
        value may count as reached: it never deters, since the move that led there was a gain.

    Notes
    -----
    Lowering a value never raises a result; adding a mover never raises a result.

    References
    ----------
    [Fang1993]_ for legal sequences (no party moves twice in a row).
    """
    if transitive:
        return settled(value, movers)
    return alternating(value, movers)


def settled(value: Values, movers: Sequence[Mover]) -> Values:
    """Lower every state to the least that any mover can bring it to, until nothing changes."""
    reached, quiet, turn = value.copy(), 0, 0
    while quiet < len(movers):
        fell = lower(reached, movers[turn % len(movers)])
        quiet, turn = 1 if fell else quiet + 1, turn + 1
    return reached if movers else np.full_like(value, NEVER)


def lower(reached: Values, mover: Mover) -> bool:
    """Lower every state, in place, to the least that a mover's moves in a row can bring it to."""
    if isinstance(mover, Within):
        return mover.lower(reached)
    before = reached.copy()
    while not np.array_equal(lowered := np.minimum(reached, mover.least(reached)), reached):
        reached[:] = lowered
    return not np.array_equal(before, reached)


def alternating(value: Values, movers: Sequence[Mover]) -> Values:
    """Give the same, keeping apart who moves next, so that nobody moves twice in a row."""
    first = [np.full_like(value, NEVER) for _ in movers]
    quiet, turn = 0, 0
    while movers and quiet < len(movers):
        mover = turn % len(movers)
        others = [first[other] for other in range(len(movers)) if other != mover]
        lowered = movers[mover].least(np.minimum.reduce([value, *others]))
        quiet = quiet + 1 if np.array_equal(lowered, first[mover]) else 0
        first[mover], turn = lowered, turn + 1
    return np.asarray(np.minimum.reduce([np.full_like(value, NEVER), *first]))
