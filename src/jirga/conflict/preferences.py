"""What each party prefers, as one rank for every state, and the want that decides between two."""

from __future__ import annotations

from fractions import Fraction
from math import lcm

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.states import States
from jirga.schema.conflict import Conflict, Party
from jirga.schema.wants import Want

Ranks = NDArray[np.int32]
CHUNK, CROWDED = 30, 16


def ranks(conflict: Conflict, states: States) -> Ranks:
    """Rank every state for every party; higher is better, equal is equally preferred.

    Returns
    -------
    int32 array (n_parties, n_states)
        Dense ranks from 0, the worst.

    Notes
    -----
    Wants are read by option prioritisation: a state's score is the sum of 2^(k-j) over the wants
    j = 1..k true in it, the most important first, so an earlier want outweighs all later ones together.

    References
    ----------
    [Fang2003]_ for option prioritisation; [Fang1993]_ for ranking and weighting.
    """
    rows = [party_ranks(conflict, party, states) for party in conflict.parties.values()]
    return np.array(rows, dtype=np.int32).reshape(len(rows), len(states))


def party_ranks(conflict: Conflict, party: Party, states: States) -> NDArray[np.int64]:
    """Rank every state for one party."""
    if party.ranking:
        return ranked(conflict, party, states)
    if party.weights:
        return dense(weighed(party, states))
    return prioritised([states.truth(want.want) for want in party.prefers], len(states))


def prioritised(truths: list[NDArray[np.bool_]], size: int) -> NDArray[np.int64]:
    """Rank by wants, most important first, in chunks that fit an integer."""
    rank = np.zeros(size, dtype=np.int64)
    for start in range(0, len(truths), CHUNK):
        for truth in truths[start : start + CHUNK]:
            rank = 2 * rank + truth
        rank = dense(rank)
    return rank


def weighed(party: Party, states: States) -> NDArray[np.int64]:
    """Sum the weights of the options taken, exactly, as whole numbers of the smallest common part."""
    exact = {option: Fraction(str(weight)) for option, weight in party.weights.items()}
    unit = lcm(*(weight.denominator for weight in exact.values()))
    total = np.zeros(len(states), dtype=np.int64)
    for option, weight in exact.items():
        total += states.atom(option) * np.int64(weight * unit)
    return total


def ranked(conflict: Conflict, party: Party, states: States) -> NDArray[np.int64]:
    """Rank by an explicit list, best first; states it leaves out keep -1."""
    rank = np.full(len(states), -1, dtype=np.int64)
    for height, tie in enumerate(reversed(party.ties)):
        for name in tie:
            row = states.find(state_called(conflict, name))
            if row is not None:
                rank[row] = height
    return rank


def state_called(conflict: Conflict, name: str) -> tuple[str, ...]:
    """Give the options taken in a named outcome; or the state itself, in a conflict given by states."""
    if name in conflict.outcomes:
        return conflict.outcomes[name].taken
    return (name,)


def dense(score: NDArray[np.int64]) -> NDArray[np.int64]:
    """Replace scores by their place among the distinct ones.

    >>> dense(np.array([7, -2, 7, 4])).tolist()
    [2, 0, 2, 1]
    """
    if not len(score):
        return np.zeros(0, dtype=np.int64)
    lowest, highest = int(score.min()), int(score.max())
    if highest - lowest >= CROWDED * len(score):
        return np.unique(score, return_inverse=True)[1].reshape(-1).astype(np.int64)
    there = np.zeros(highest - lowest + 1, dtype=bool)
    there[score - lowest] = True
    return np.asarray((np.cumsum(there) - 1)[score - lowest])


def deciding_want(party: Party, states: States, one: int, two: int) -> Want | None:
    """Find the most important want that is true in one state and false in the other.

    Returns None where no want decides: the states are equally preferred, or the party's preferences
    are a ranking or weights.
    """
    pair = States(states.atoms, states.codes[[one, two]], states.by_states)
    for want in party.prefers:
        before, after = pair.truth(want.want)
        if before != after:
            return want
    return None
