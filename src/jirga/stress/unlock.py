"""The smallest sets of changes after which an outcome holds, searched by size.

What can be proved is left out. A party stays only if each of its improvements can be answered by any moves of
the others, whatever they want; that hangs on its own order alone. So a party of which this is not so must
itself change, and orders of it of which it is not so are left out. Beside this, once some parties' orders are
chosen, the others whose order is still open are let make any move: where somebody leaves even then, no choice
of theirs helps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice

from jirga.conflict.board import Board
from jirga.schema.conflict import Conflict
from jirga.schema.words import Standard
from jirga.stress.edits import Change
from jirga.stress.fears import Fears
from jirga.stress.layout import Layout, made
from jirga.stress.orders import Lists, wants_of
from jirga.stress.places import Count, Place
from jirga.stress.pool import pool

MOST_TRIED = 600_000


@dataclass(frozen=True, eq=False)
class Recipe:
    """Changes after which an outcome holds, none of which can be left out.

    Attributes
    ----------
    changes : tuple of Change
        In the order in which they are made: rules and one-way options first.
    """

    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Unlocked:
    """What was found.

    Attributes
    ----------
    pool : list of Change
        The single changes that sets are made of.
    count : Count
        How many sets were looked at, and up to which size every one.
    recipes : list of Recipe
        Fewer changes first.
    """

    pool: list[Change]
    count: Count
    recipes: list[Recipe] = field(default_factory=list)


def unlock(
    conflict: Conflict,
    laid: Board,
    outcome: Sequence[str],
    by: Standard,
    changes: int = 3,
    most: int = MOST_TRIED,
) -> Unlocked:
    """Find the smallest sets of changes after which an outcome holds.

    Parameters
    ----------
    outcome : sequence of str
        The options taken in it.
    changes : int
        The most changes in a set.
    most : int
        How many sets are looked at before the search stops; what it had then gone through is said.

    Returns
    -------
    Unlocked
        No recipes if the outcome holds already.

    Notes
    -----
    A set is kept if no smaller part of it is enough. Of several sets of two changes or more that make the
    parties' orders the same, one is kept. A want made a rule is no change that anybody could make.
    Interrupted from the keyboard, it gives what it had found until then.
    """
    return Search(conflict, laid, tuple(outcome), by, most).run(changes)


class Search:
    """A search for recipes, size by size."""

    def __init__(
        self, conflict: Conflict, laid: Board, outcome: tuple[str, ...], by: Standard, most: int
    ) -> None:
        self.layout, self.outcome, self.by = Layout(conflict, laid), outcome, by
        changes = [one for one in pool(conflict) if one.kind != "harden"]
        self.lists, self.rules = Lists(conflict, changes), [one for one in changes if not one.of_orders]
        self.found = Unlocked(changes, Count(most))
        self.places: dict[tuple[Change, ...], Place | None] = {}
        self.enough: dict[tuple[Change, ...], bool] = {}

    def run(self, changes: int) -> Unlocked:
        """Go through every set of one change, then of two, and so on, until somebody stops it."""
        sizes = () if self.holds(()) else range(1, changes + 1)
        try:
            for size in sizes:
                self.go_through(size)
                if self.found.count.over:
                    break
                self.found.count.through = size
        except KeyboardInterrupt:
            self.found.count.stopped = True
        return self.found

    def go_through(self, size: int) -> None:
        """Keep the recipes of one size."""
        for recipe in self.of_size(size):
            self.found.recipes.append(recipe)
            self.lists.enough.add(recipe.changes)

    def of_size(self, size: int) -> Iterator[Recipe]:
        """Find the recipes of one size: with so many rules changed, and so many wants."""
        for many in range(min(size, len(self.rules)) + 1):
            for rules in combinations(self.rules, many):
                if self.found.count.over:
                    return
                place = None if self.lists.spare(rules) else self.place(rules)
                for same in () if place is None else place.sets(size - many):
                    kept = (Recipe(one) for one in same if self.minimal(one))
                    yield from islice(kept, None if size == 1 else 1)

    def place(self, rules: tuple[Change, ...]) -> Place | None:
        """Lay the conflict out with some rules changed; None where it, or the outcome, cannot then be."""
        if rules not in self.places:
            board = self.layout.changed(rules)
            row = None if board is None else board.states.find(self.outcome)
            today = self.layout.conflict.status_quo
            if board is None or row is None or (today is not None and board.states.find(today) is None):
                self.places[rules] = None
            else:
                fears = Fears(board, row, self.by)
                self.places[rules] = Place(self.lists, fears, self.found.count, rules)
        return self.places[rules]

    def minimal(self, changes: tuple[Change, ...]) -> bool:
        """Whether no smaller part of some changes is enough."""
        return not any(
            self.holds(part) for many in range(1, len(changes)) for part in combinations(changes, many)
        )

    def holds(self, changes: tuple[Change, ...]) -> bool:
        """Whether the outcome holds after some changes; where they cannot be made it does not."""
        if changes not in self.enough:
            self.enough[changes] = self.solved(changes)
        return self.enough[changes]

    def solved(self, changes: tuple[Change, ...]) -> bool:
        """Solve the conflict with some changes made, for the outcome alone."""
        place = self.place(tuple(one for one in changes if not one.of_orders))
        conflict = made(self.layout.conflict, [one for one in changes if one.of_orders])
        if place is None or conflict is None:
            return False
        lists = [wants_of(party) for party in conflict.parties.values()]
        return place.fears.holds([place.own(number, wants) for number, wants in enumerate(lists)])
