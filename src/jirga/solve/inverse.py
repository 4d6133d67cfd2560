"""The question turned round: which rankings of a party would make an outcome hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, permutations, product
from math import factorial

import numpy as np

from jirga.errors import TooLarge
from jirga.schema.words import STANDARDS, Standard
from jirga.solve.stability import SANCTIONS
from jirga.solve.sweeps.movers import Kind, Movers

Clause = tuple[frozenset[int], ...]
Onward = tuple[tuple[int, ...], ...]
Ranking = tuple[int, ...]
PROFILES = 15_000
STATES = 4096


@dataclass(frozen=True)
class Conditions:
    """What a party's ranking must satisfy for it to stay in an outcome, the others' rankings being fixed.

    Attributes
    ----------
    outcome : int
        The row of the outcome.
    clauses : tuple of tuples of frozensets of int
        Every clause must be met; a clause is met by any one of its alternatives; an alternative is a set of
        rows, all of which must rank no higher than the outcome. Without a clause the party always stays.
    """

    outcome: int
    clauses: tuple[Clause, ...]

    def holds(self, ranking: Sequence[int]) -> bool:
        """Say whether a ranking meets the conditions; higher is better, equal is equally preferred.

        Examples
        --------
        >>> Conditions(0, ((frozenset({1}), frozenset({2, 3})),)).holds([2, 3, 1, 0])
        True
        """
        limit = ranking[self.outcome]
        return all(
            any(all(ranking[row] <= limit for row in below) for below in clause) for clause in self.clauses
        )


@dataclass(frozen=True)
class Change:
    """Another ranking of a party under which an outcome holds.

    Attributes
    ----------
    ranking : tuple of int
        The rank of each state; higher is better.
    reversed : tuple of pairs of int
        The pairs of states that change places: first the one preferred so far, then the one preferred now.
    """

    ranking: Ranking
    reversed: tuple[tuple[int, int], ...]


def conditions(movers: Movers, party: int, row: int, standard: Standard) -> Conditions:
    """State what a party's ranking must satisfy for it to stay in a state.

    Parameters
    ----------
    movers : Movers
        The moves and ranks of all parties; the focal party's own ranks are not used.
    party : int
        The focal party.
    row : int
        The state.
    standard : {"nash", "gmr", "smr", "seq", "sseq", "seq_best"}
        By which standard it is to stay.

    Returns
    -------
    Conditions
        One clause for each state the party can move to: either that state ranks no higher, or the state that
        some sanction leads to (by smr and sseq, and every state the party can move to from there). Clauses
        that are always met, and alternatives that ask for more than another does, are left out.

    Raises
    ------
    TooLarge
        More than 4,096 states.

    Notes
    -----
    They agree with the function of that name in `stability` on every ranking, with ties and without.

    References
    ----------
    [Kinsara2014]_ section 5.2 for the general and symmetric conditions; [Kinsara2015]_.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> [sorted(below) for below in conditions(dilemma, 0, 3, "gmr").clauses[0]]
    [[0], [2]]
    """
    return Outcome(movers, row, standard).conditions(party, movers.board.ranks.tolist())


def inverse_counts(
    movers: Movers, row: int, parties: Iterable[int], standards: Iterable[Standard] = STANDARDS
) -> dict[Standard, int]:
    """Count the strict rankings of some parties under which an outcome holds for every party.

    Parameters
    ----------
    row : int
        The outcome.
    parties : iterable of int
        The parties whose ranking may be any; the others keep theirs.
    standards : iterable of str
        By which standards to count.

    Returns
    -------
    dict of int
        By standard, out of the factorial of the number of states for each party that varies.

    Raises
    ------
    TooLarge
        More rankings than are gone through whole: more than seven states for one party, than five for two.

    References
    ----------
    [Kinsara2015]_; [Kinsara2014]_ for counting by exhaustion.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> inverse_counts(Movers(board(conflict("prisoners"))), 3, [0], ["nash", "gmr"])
    {'nash': 0, 'gmr': 16}
    """
    free = sorted(set(parties))
    refuse_if_too_many(movers.size, len(free))
    counts = {}
    for standard in standards:
        outcome = Outcome(movers, row, standard)
        counts[standard] = sum(outcome.holds(ranks) for ranks in profiles(movers, free))
    return counts


def smallest_change(movers: Movers, party: int, row: int, standard: Standard) -> Change | None:
    """Find the ranking nearest to a party's own under which an outcome holds for every party.

    Returns
    -------
    Change or None
        The first of `changes`; None if the outcome holds under no ranking of this party.

    Raises
    ------
    TooLarge
        More than seven states.

    References
    ----------
    [Kendall1938]_ for the distance; [Kinsara2015]_ for the question.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> smallest_change(Movers(board(conflict("syria_iraq_1975"))), 0, 1, "gmr").reversed
    ((5, 1),)
    """
    return next(changes(movers, party, row, standard), None)


def changes(movers: Movers, party: int, row: int, standard: Standard) -> Iterator[Change]:
    """Go through the rankings of a party under which an outcome holds for every party, nearest first.

    Yields
    ------
    Change
        By the number of pairs reversed; of those equally near, the one with the lowest ranks for the first
        states. The party's own ranking comes first if the outcome holds already. All others are strict: two
        states that the party likes alike are put in either order, which is not counted as a reversal.

    Raises
    ------
    TooLarge
        More than seven states.
    """
    refuse_if_too_many(movers.size, 1)
    outcome, ranks = Outcome(movers, row, standard), movers.board.ranks.tolist()
    own = tuple(ranks[party])
    for ranking in nearest(own):
        ranks[party] = ranking
        if outcome.holds(ranks):
            yield Change(ranking, reversals(own, ranking))


def nearest(own: Ranking) -> Iterator[Ranking]:
    """Go through a ranking and all strict ones, those with the fewest pairs reversed first."""
    yield own
    strict = np.array(list(permutations(range(len(own)))), dtype=np.int64).reshape(-1, len(own))
    count = np.zeros(len(strict), dtype=np.int64)
    for one, two in combinations(range(len(own)), 2):
        if own[one] != own[two]:
            count += (strict[:, one] > strict[:, two]) != (own[one] > own[two])
    for place in np.argsort(count, kind="stable").tolist():
        ranking = tuple(strict[place].tolist())
        if ranking != own:
            yield ranking


def reversals(before: Ranking, after: Ranking) -> tuple[tuple[int, int], ...]:
    """List the pairs that change places: first the one preferred before, then the one preferred after."""
    rows = range(len(before))
    return tuple(
        (one, two) for one in rows for two in rows if before[one] > before[two] and after[one] < after[two]
    )


def profiles(movers: Movers, free: Sequence[int]) -> Iterator[list[Ranking]]:
    """Go through every combination of strict rankings of some parties, the others keeping theirs."""
    ranks = [tuple(own) for own in movers.board.ranks.tolist()]
    for chosen in product(permutations(range(movers.size)), repeat=len(free)):
        for party, ranking in zip(free, chosen, strict=True):
            ranks[party] = ranking
        yield ranks


class Outcome:
    """One outcome by one standard: whether it holds, whatever the parties' rankings."""

    def __init__(self, movers: Movers, row: int, standard: Standard) -> None:
        if movers.size > STATES:
            what = f"{movers.size:,} states; conditions are worked out for at most {STATES:,}"
            raise TooLarge(what, "drop options nobody's answer turns on, or rule out combinations")
        self.row, self.standard = row, standard
        self.moves = [onward(movers, party) for party in movers.parties]
        self.clauses = cache(self._clauses)

    def holds(self, ranks: Sequence[Sequence[int]]) -> bool:
        """Say whether every party stays."""
        return all(self.conditions(party, ranks).holds(own) for party, own in enumerate(ranks))

    def conditions(self, party: int, ranks: Sequence[Sequence[int]]) -> Conditions:
        """State what a party's ranking must satisfy, given the others'."""
        kind = SANCTIONS[self.standard][0] if self.standard in SANCTIONS else None
        others = [] if kind is None else [other for other in range(len(ranks)) if other != party]
        replies = tuple(kept(self.moves[other], ranks[other], kind) for other in others)
        return Conditions(self.row, self.clauses(party, replies))

    def _clauses(self, party: int, replies: tuple[Onward, ...]) -> tuple[Clause, ...]:
        own = self.moves[party]
        escapes = SANCTIONS.get(self.standard, ("any", False))[1]
        clauses = []
        for move in own[self.row]:
            ends = [{end, *own[end]} if escapes else {end} for end in reached(move, replies)]
            clauses.append(least([frozenset(below) - {self.row} for below in ({move}, *ends)]))
        return tuple(clause for clause in dict.fromkeys(clauses) if frozenset() not in clause)


def onward(movers: Movers, party: int) -> Onward:
    """List where a party can move, for each state."""
    return tuple(tuple(movers.every[party].targets(row).tolist()) for row in range(movers.size))


def kept(moves: Onward, ranks: Sequence[int], kind: Kind | None) -> Onward:
    """Keep the moves of one kind."""
    if kind == "any":
        return moves
    gains = [[to for to in ends if ranks[to] > ranks[row]] for row, ends in enumerate(moves)]
    if kind == "best":
        tops = [max((ranks[to] for to in ends), default=0) for ends in gains]
        gains = [[to for to in ends if ranks[to] == top] for ends, top in zip(gains, tops, strict=True)]
    return tuple(map(tuple, gains))


def reached(start: int, replies: Sequence[Onward]) -> list[int]:
    """List where a legal sequence of one or more replies can lead, no party moving twice in a row."""
    seen: dict[tuple[int, int], None] = {}
    waiting = [(start, -1)]
    while waiting:
        here, last = waiting.pop()
        ends = {(to, who) for who, moves in enumerate(replies) if who != last for to in moves[here]}
        waiting += ends - seen.keys()
        seen |= dict.fromkeys(ends)
    return sorted({end for end, _ in seen})


def least(alternatives: Iterable[frozenset[int]]) -> Clause:
    """Keep the alternatives that ask for no more than any other, in a fixed order."""
    found: list[frozenset[int]] = []
    for below in sorted(set(alternatives), key=lambda one: (len(one), sorted(one))):
        if not any(other <= below for other in found):
            found.append(below)
    return tuple(found)


def refuse_if_too_many(states: int, parties: int) -> None:
    """Stop before an exhaustion that would not end, and say what would reduce it."""
    if states > 10 or factorial(states) ** parties > PROFILES:
        raise TooLarge(
            f"{states:,} states make too many rankings of {parties} parties to go through "
            f"(at most {PROFILES:,}: seven states for one party, five for two)",
            "vary one party at a time, rule out combinations that cannot be, or read the conditions",
        )
