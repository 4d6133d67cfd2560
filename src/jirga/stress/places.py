"""A conflict with some rules changed, in which sets of changes of wants are looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations, product

import numpy as np
from numpy.typing import NDArray

from jirga.stress.edits import Change
from jirga.stress.fears import Fears
from jirga.stress.orders import Listed, Lists, Order, Wants, valued, wants_of, worth

Counts = tuple[tuple[int, int], ...]
Same = Iterable[tuple[Change, ...]]


@dataclass
class Count:
    """How far a search has come.

    Attributes
    ----------
    most : int
        How many sets are looked at before the search stops.
    tried : int
        How many sets of changes were looked at.
    through : int
        The largest number of changes of which every set was gone through.
    stopped : bool
        Whether somebody stopped it at the keyboard.
    """

    most: int
    tried: int = 0
    through: int = 0
    stopped: bool = False

    @property
    def over(self) -> bool:
        """Whether the search has to stop."""
        return self.stopped or self.tried >= self.most


class Place:
    """A conflict with some rules changed.

    Attributes
    ----------
    lists : Lists
        What each party may want after so many changes.
    fears : Fears
        The outcome asked about, in the conflict with the rules changed.
    count : Count
        How far the search has come.
    rules : tuple of Change
        The rules changed here.
    """

    def __init__(self, lists: Lists, fears: Fears, count: Count, rules: tuple[Change, ...]) -> None:
        self.lists, self.fears, self.count, self.rules = lists, fears, count, rules
        self.states, self.parties = fears.board.states, lists.conflict.parties
        self.kept: dict[tuple[int, int, int], list[Order]] = {}
        self.known: dict[tuple[int, Wants], Order] = {}

    @cached_property
    def base(self) -> list[Order]:
        """Everybody's order as the file has it."""
        return [self.own(number, wants_of(party)) for number, party in enumerate(self.parties.values())]

    @cached_property
    def must(self) -> frozenset[int]:
        """The parties that could not stay whatever the others want, and so must themselves change."""
        values = [np.array([one.values], dtype=np.float64) for one in self.base]
        return frozenset(
            number for number, one in enumerate(values) if not self.fears.could_stay(number, one)[0]
        )

    @cached_property
    def doubtful(self) -> list[int]:
        """The parties by number, those first that would leave as things are."""
        return sorted(range(len(self.base)), key=lambda who: self.fears.stays(who, self.base))

    def own(self, number: int, wants: Wants) -> Order:
        """Give a party's order under some wants; a ranking or weights stay as they are."""
        if (number, wants) not in self.known:
            party = list(self.parties.values())[number]
            fixed = bool(party.ranking or party.weights)
            ranks = self.fears.board.ranks[number] if fixed else worth(self.states, [wants])[0]
            self.known[number, wants] = Order([()], ranks.tolist())
        return self.known[number, wants]

    def orders(self, number: int, many: int) -> list[Order]:
        """List the orders of a party after so many changes under which it could stay at all."""
        key = (number, many, self.count.through)
        if key not in self.kept:
            lists = self.lists.useful(list(self.parties)[number], many)
            every = valued(self.states, lists)
            self.kept[key] = [one for some in every for one in self.fit(number, *some)]
        return self.kept[key]

    def fit(self, number: int, lists: Sequence[Listed], values: NDArray[np.float64]) -> Iterator[Order]:
        """Keep the orders under which a party could stay at all."""
        for place in np.flatnonzero(self.fears.could_stay(number, values)).tolist():
            yield Order(lists[place].ways, values[place].tolist())

    def sets(self, many: int) -> Iterator[Same]:
        """Find sets of so many changes of wants, beside the rules, after which the outcome holds.

        Each item is several sets that come to the same orders.
        """
        if not many:
            self.count.tried += 1
            if self.fears.holds(self.base):
                yield [self.rules]
            return
        for counts in shares(range(len(self.base)), many):
            if self.must <= {number for number, _ in counts}:
                first = sorted(counts, key=lambda one: (one[0] not in self.must, one))
                yield from self.grown({}, tuple(first))

    def grown(self, chosen: dict[int, Order], rest: Counts) -> Iterator[Same]:
        """Choose the next party's order, as long as everybody could still stay."""
        orders = [chosen.get(number, one) for number, one in enumerate(self.base)]
        loose = [number for number, _ in rest]
        if not all(self.fears.stays(who, orders, loose) for who in self.doubtful if who not in loose):
            return
        if not rest:
            every = product(*(one.ways for one in chosen.values()))
            yield ((*self.rules, *chain.from_iterable(ways)) for ways in every)
            return
        (number, many), *others = rest
        for order in self.orders(number, many):
            if self.count.over:
                return
            self.count.tried += 1
            yield from self.grown({**chosen, number: order}, tuple(others))


def shares(parties: Sequence[int], many: int) -> Iterator[Counts]:
    """Share out a number of changes among parties, in every way that leaves none of those named without.

    >>> list(shares([0, 1], 2))
    [((0, 2),), ((1, 2),), ((0, 1), (1, 1))]
    """
    for size in range(1, min(len(parties), many) + 1):
        for some in combinations(parties, size):
            for counts in product(range(1, many + 1), repeat=size):
                if sum(counts) == many:
                    yield tuple(zip(some, counts, strict=True))
