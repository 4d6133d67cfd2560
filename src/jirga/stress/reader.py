"""Combinations of readings solved, each order of wants once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from typing import Any

from jirga.schema.conflict import Conflict, Party
from jirga.stress.readings import Combination, Item, reordered
from jirga.stress.verdicts import Verdicts, verdicts

Order = tuple[tuple[str, str], ...]


class Reader:
    """A conflict, and what is uncertain in it; each party's order under each of its choices is made once.

    Attributes
    ----------
    conflict : Conflict
        The conflict as it is written.
    items : tuple of Item
        What is uncertain.
    """

    def __init__(self, conflict: Conflict, items: Sequence[Item]) -> None:
        self.conflict, self.items = conflict, tuple(items)
        self.made: dict[tuple[str, Combination], Party] = {}
        self.numbers: dict[Order, int] = {}

    @cached_property
    def own(self) -> dict[str, list[int]]:
        """The items of each party that has some, by number."""
        found: dict[str, list[int]] = {}
        for number, item in enumerate(self.items):
            found.setdefault(item.party, []).append(number)
        return found

    def party(self, name: str, chosen: Combination) -> Party:
        """Give a party as it is under some choices of its own items."""
        if (name, chosen) not in self.made:
            taken: dict[str, dict[str, int]] = {}
            for number, choice in zip(self.own[name], chosen, strict=True):
                item = self.items[number]
                taken.setdefault(item.want, {})[item.kind] = item.choices[choice]
            self.made[name, chosen] = reordered(self.conflict.parties[name], taken)
        return self.made[name, chosen]

    def parties(self, chosen: Combination) -> dict[str, Party]:
        """Give the parties that have uncertain items, as they are under a combination."""
        return {
            name: self.party(name, tuple(chosen[number] for number in own)) for name, own in self.own.items()
        }

    def read(self, chosen: Combination) -> Conflict:
        """Give the conflict that the file stands for under a combination."""
        return self.conflict.model_copy(update={"parties": self.conflict.parties | self.parties(chosen)})

    def key(self, chosen: Combination) -> tuple[int, ...]:
        """Give what tells a combination from others: which order of which wants each party has."""
        orders = (
            tuple((one.id, one.want) for one in party.prefers) for party in self.parties(chosen).values()
        )
        return tuple(self.numbers.setdefault(one, len(self.numbers)) for one in orders)

    def solver(self, together: int) -> Any:
        """Give what solves some combinations, in a form that can be sent to another process."""
        return partial(solve, self.conflict, self.items, together)


def solve(
    conflict: Conflict, items: Sequence[Item], together: int, some: Sequence[Combination]
) -> list[Verdicts]:
    """Solve some combinations side by side."""
    reader = Reader(conflict, items)
    return verdicts([reader.read(one) for one in some], together)
