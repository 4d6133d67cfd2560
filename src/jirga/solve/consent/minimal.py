"""Which sets of voters carry a vote or block it, none with a member to spare."""

from __future__ import annotations

from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import NDArray

from jirga.errors import TooLarge
from jirga.solve.consent.game import Game, Truth, says_yes

Masks = NDArray[np.int64]
MOST_SETS = 300_000


def minimal_winning(game: Game) -> list[tuple[int, ...]]:
    """List the minimal winning coalitions: sets whose yes is enough, and of whom none can be spared.

    Returns
    -------
    list of tuple of int
        The voters of each, smaller sets first.

    Raises
    ------
    TooLarge
        There are too many open votes to go through them.

    References
    ----------
    .. [1] Shapley, L. S. (1962). Simple games: an outline of the descriptive theory. Behavioral Science 7.

    Examples
    --------
    >>> from jirga.conflict.bargaining.consent import Gate, Rule
    >>> minimal_winning(Game(Rule(("a", "b", "c"), (Gate((0, 1, 2), (2, 1, 1), 3),))))
    [(0, 1), (0, 2)]
    """
    return sets(game, minimal(game.table()))


def minimal_blocking(game: Game) -> list[tuple[int, ...]]:
    """List the minimal blocking coalitions: sets whose no stops it, and of whom none can be spared.

    Examples
    --------
    >>> from jirga.conflict.bargaining.consent import Gate, Rule
    >>> minimal_blocking(Game(Rule(("a", "b", "c"), (Gate((0, 1, 2), (2, 1, 1), 3),))))
    [(0,), (1, 2)]
    """
    return sets(game, minimal_blocking_masks(game))


def smallest_blocking(game: Game, size: int) -> list[tuple[int, ...]]:
    """List the sets of so many voters whose no is enough to stop it; for when all sets are too many.

    Raises
    ------
    TooLarge
        There are too many sets of that size, too.

    Examples
    --------
    >>> from jirga.conflict.bargaining.consent import Gate, Rule
    >>> smallest_blocking(Game(Rule(("a", "b", "c"), (Gate((0, 1, 2), (2, 1, 1), 3),))), 1)
    [(0,)]
    """
    many = comb(len(game.open), size)
    if many > MOST_SETS:
        raise TooLarge(f"there are {many:,} sets of {size}, too many to go through", "ask for fewer voters")
    chosen = np.array(list(combinations(range(len(game.open)), size)), dtype=np.int64).reshape(many, size)
    yes = np.ones((len(game.open), many), dtype=bool)
    for column in chosen.T:
        yes[column, np.arange(many)] = False
    profile = game.profile(dict(zip(game.open, yes, strict=True)))
    wins = np.broadcast_to(np.asarray(says_yes(game.rule, profile), dtype=bool), (many,))
    return [tuple(game.open[place] for place in row) for row in chosen[~wins].tolist()]


def minimal_blocking_masks(game: Game) -> Masks:
    """Give the minimal blocking coalitions as bits: a set blocks if all the others together do not win."""
    return minimal(~game.table()[::-1])


def minimal(table: Truth) -> Masks:
    """Give the minimal sets of which something is true, where it stays true of larger sets."""
    found, size = table.copy(), len(table).bit_length() - 1
    for bit in range(size):
        wider = found.reshape(-1, 2, 1 << bit)[:, 1]
        wider &= ~table.reshape(-1, 2, 1 << bit)[:, 0]
    return np.flatnonzero(found)


def sets(game: Game, masks: Masks) -> list[tuple[int, ...]]:
    """Give the voters of each set, smaller sets first, then in the order of the voters."""
    bits = (masks[:, None] >> np.arange(len(game.open))) & 1
    found = [tuple(game.open[place] for place in np.flatnonzero(row)) for row in bits]
    return sorted(found, key=lambda one: (len(one), one))
