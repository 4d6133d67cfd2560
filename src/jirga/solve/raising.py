"""How far an outcome must rise in a party's ranking for the party to stay in it, without trying rankings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jirga.schema.words import Standard
from jirga.solve.inverse import Conditions, Outcome
from jirga.solve.sweeps.movers import Movers


@dataclass(frozen=True)
class Raise:
    """What a party's ranking asks for, and the smallest rise of an outcome in it that makes the party stay.

    Attributes
    ----------
    party : int
        The party.
    conditions : Conditions
        What its ranking must satisfy.
    level : int or None
        A state that the outcome would have to be liked at least as well as, which is enough; None if the
        party stays already.
    passed : tuple of int
        The states that are liked better now, and would not be.
    """

    party: int
    conditions: Conditions
    level: int | None
    passed: tuple[int, ...]


def raises(movers: Movers, row: int, standard: Standard, parties: Iterable[int]) -> list[Raise]:
    """Find, for each of some parties, how far an outcome must rise for that party to stay in it.

    Parameters
    ----------
    movers : Movers
        The moves and ranks of all parties.
    row : int
        The outcome.
    standard : str
        By which standard the parties are to stay.
    parties : iterable of int
        The parties asked about; the others keep their rankings.

    Returns
    -------
    list of Raise
        One for each party, in their order.

    Raises
    ------
    TooLarge
        More states than conditions are worked out for.

    Notes
    -----
    For a strict ranking no change that makes the party stay reverses fewer pairs. Each clause needs one of
    its alternatives, so some state at or above the level has to come below the outcome, and with it every
    state between the two changes places with one of them.

    References
    ----------
    [Kinsara2015]_ for the question; [Kendall1938]_ for the distance.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> (syria,) = raises(Movers(board(conflict("syria_iraq_1975"))), 1, "gmr", [0])
    >>> syria.level, syria.passed
    (5, (5,))
    """
    outcome, ranks = Outcome(movers, row, standard), movers.board.ranks.tolist()
    return [raised(party, outcome.conditions(party, ranks), ranks[party]) for party in parties]


def raised(party: int, conditions: Conditions, rank: list[int]) -> Raise:
    """Find the lowest place in one party's ranking at which every clause is met."""
    tops = [
        max(min(clause, key=lambda below: top(below, rank)), key=lambda row: rank[row])
        for clause in conditions.clauses
    ]
    level = max(tops, key=lambda row: rank[row], default=conditions.outcome)
    if rank[level] <= rank[conditions.outcome]:
        return Raise(party, conditions, None, ())
    between = range(rank[conditions.outcome] + 1, rank[level])
    passed = [
        row for row, height in enumerate(rank) if height in between or (row in tops and height == rank[level])
    ]
    return Raise(party, conditions, level, tuple(passed))


def top(below: Iterable[int], rank: list[int]) -> int:
    """Give the highest rank among some states."""
    return max(rank[row] for row in below)


def leavers_then(movers: Movers, row: int, standard: Standard, changed: Iterable[Raise]) -> tuple[int, ...]:
    """Say who would leave an outcome once it has risen as far as asked in the rankings of some parties.

    Returns
    -------
    tuple of int
        The parties that would then leave; a changed ranking may remove a threat, so there may be some.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> leavers_then(dilemma, 3, "nash", raises(dilemma, 3, "nash", [0]))
    (1,)
    """
    ranks = movers.board.ranks.tolist()
    for one in changed:
        if one.level is not None:
            ranks[one.party][row] = ranks[one.party][one.level]
    outcome = Outcome(movers, row, standard)
    return tuple(
        party for party in movers.parties if not outcome.conditions(party, ranks).holds(ranks[party])
    )
