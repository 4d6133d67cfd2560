"""Which named outcomes hold under many orders of the parties' wants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from jirga.answer.analysis import Analysis
from jirga.conflict.preferences import Ranks, prioritised
from jirga.errors import UnknownName
from jirga.schema.words import STANDARDS, Standard
from jirga.solve.many import SIDE_BY_SIDE, solve_many

Order = Mapping[str, Sequence[str]]
Verdicts = dict[str, dict[Standard, NDArray[np.bool_]]]


def under_orders(
    analysis: Analysis,
    orders: Iterable[Order],
    *,
    standards: Sequence[Standard] = STANDARDS,
    executor: Executor | None = None,
) -> Verdicts:
    """Say of each named outcome under which of many orders of wants it holds.

    Raises
    ------
    UnknownName
        A party or a want that the conflict does not have.

    Notes
    -----
    Parameters and result are those of `jirga.api.solve_many`.
    """
    rows = {name: analysis.row(name) for name in analysis.outcomes}
    asked = [row for row in rows.values() if row is not None]
    ranked = Orders(analysis)
    found = solve_many(
        analysis.board, ranked.drawn(orders), standards=standards, asked=asked, executor=executor
    )
    place = {row: column for column, row in enumerate(asked)}
    return {
        name: {
            one: np.zeros(len(table), dtype=bool) if row is None else table[:, place[row]]
            for one, table in found.holds.items()
        }
        for name, row in rows.items()
    }


class Orders:
    """Turns orders of wants into ranks; where each want is true is worked out once."""

    def __init__(self, analysis: Analysis) -> None:
        self.board, self.parties = analysis.board, analysis.conflict.parties
        self.truths = {
            name: {want.id: self.board.states.truth(want.want) for want in party.prefers}
            for name, party in self.parties.items()
        }

    def drawn(self, orders: Iterable[Order]) -> Iterator[Ranks]:
        """Rank the states under some orders at a time."""
        waiting, size = iter(orders), max(1, SIDE_BY_SIDE // max(len(self.board.states), 1))
        while some := list(islice(waiting, size)):
            yield np.array([self.ranks(order) for order in some], dtype=np.int32)

    def ranks(self, order: Order) -> Ranks:
        """Rank the states for every party under one order."""
        for name in order:
            if name not in self.truths:
                raise UnknownName("party", name, self.parties)
        rows = [self.rank(number, order.get(name)) for number, name in enumerate(self.parties)]
        return np.array(rows, dtype=np.int32).reshape(self.board.ranks.shape)

    def rank(self, number: int, wants: Sequence[str] | None) -> NDArray[np.integer]:
        """Rank the states for one party by its wants in an order, or as the file has it."""
        if wants is None:
            return np.asarray(self.board.ranks[number])
        truths = self.truths[list(self.parties)[number]]
        for want in wants:
            if want not in truths:
                raise UnknownName("want", want, truths)
        return prioritised([truths[want] for want in wants], len(self.board.states))
