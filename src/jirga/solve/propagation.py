"""A sanction is the least value the focal party can be brought to by the others' moves.

Every sanctioned concept is this one propagation, with different moves (any, improvements, best improvements)
and different values (the state's own rank, or what the focal party can still make of it).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from jirga.solve.fibres import NEVER, Values
from jirga.solve.movers import Mover


def brought_to(value: Values, movers: Sequence[Mover], *, transitive: bool) -> Values:
    """Find the least value that a legal sequence of one or more moves can lead to, from every state.

    Parameters
    ----------
    value : int64 array (n_states,)
        What each state is worth to the focal party.
    movers : sequence of Mover
        The moves of each opponent.
    transitive : bool
        Whether two moves of one party in a row come to one move or none, so that the rule against moving
        twice in a row changes nothing.

    Returns
    -------
    int64 array (n_states,)
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
        lowered = np.minimum(reached, movers[turn % len(movers)].least(reached))
        quiet = quiet + 1 if np.array_equal(lowered, reached) else 0
        reached, turn = lowered, turn + 1
    return reached if movers else np.full(len(value), NEVER)


def alternating(value: Values, movers: Sequence[Mover]) -> Values:
    """Give the same, keeping apart who moves next, so that nobody moves twice in a row."""
    first = [np.full(len(value), NEVER) for _ in movers]
    quiet, turn = 0, 0
    while movers and quiet < len(movers):
        mover = turn % len(movers)
        others = [first[other] for other in range(len(movers)) if other != mover]
        lowered = movers[mover].least(np.minimum.reduce([value, *others]))
        quiet = quiet + 1 if np.array_equal(lowered, first[mover]) else 0
        first[mover], turn = lowered, turn + 1
    return np.asarray(np.minimum.reduce([np.full(len(value), NEVER), *first]))
