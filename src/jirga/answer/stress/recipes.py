"""Recipes: the sets of changes after which an outcome holds, in order, each with whether it can be got to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, combinations

from jirga.answer.analysis import Analysis
from jirga.answer.stress.change_weights import Shape, distance, firmness_of, red_lines, shape
from jirga.conflict.board import Board
from jirga.conflict.preferences import state_called
from jirga.schema.words import Standard
from jirga.stress.edits import Change
from jirga.stress.islands import affordable, attained, held
from jirga.stress.layout import Layout
from jirga.stress.unlock import Recipe, Unlocked, unlock

Key = tuple[int, int, int, int, int]
Changes = tuple[Change, ...]
GONE_ON_FROM = 3


class Unlocking:
    """What would unlock one outcome, worked out once.

    Attributes
    ----------
    analysis : Analysis
        The conflict.
    outcome : str
        The outcome.
    by : str
        The standard it is to hold by.
    changes : int
        The most changes in a recipe.
    """

    def __init__(self, analysis: Analysis, outcome: str, by: Standard, changes: int) -> None:
        self.analysis, self.outcome, self.by, self.changes = analysis, outcome, by, changes
        self.row = analysis.row(outcome)
        self.taken = state_called(analysis.conflict, outcome)
        self.layout = Layout(analysis.conflict, analysis.board)

    @cached_property
    def found(self) -> Unlocked:
        """The recipes, as they were found."""
        one = self.analysis
        return unlock(one.conflict, one.board, self.taken, self.by, self.changes)

    @cached_property
    def recipes(self) -> list[Recipe]:
        """The recipes in order: red lines last, then by how many must change, then by the basis."""
        return sorted(self.found.recipes, key=self.key)

    def key(self, recipe: Recipe) -> Key:
        """Say where a recipe stands in the order."""
        conflict = self.analysis.conflict
        firm = sum(firmness_of(conflict, one) for one in recipe.changes)
        far = sum(distance(conflict, one) for one in recipe.changes)
        red = len(red_lines(conflict, recipe.changes))
        return red, len(self.who(recipe)), firm, len(recipe.changes), far

    def who(self, recipe: Recipe) -> list[str]:
        """Give the parties that would have to change, in file order."""
        named = {name for one in recipe.changes for name in one.who}
        return [name for name in self.analysis.parties if name in named]

    def board(self, changes: Sequence[Change]) -> Board:
        """Lay the conflict out with some changes made that can be made."""
        laid = self.layout.changed(changes)
        assert laid is not None  # noqa: S101
        return laid

    @cached_property
    def got_to(self) -> dict[int, bool | None]:
        """By the recipe's identity: whether the outcome can then be got to; None where that is not known."""
        start, largest = self.analysis.conflict.status_quo, self.analysis.largest
        if start is None or not affordable(self.analysis.board, largest):
            return {id(one): None for one in self.recipes}
        boards = [self.board(one.changes) for one in self.recipes]
        starts = [board.states.find(start) or 0 for board in boards]
        tables = attained(boards, starts, largest)
        rows = [board.states.find(self.taken) for board in boards]
        ends = [row is not None and bool(table[row]) for table, row in zip(tables, rows, strict=True)]
        return {id(one): end for one, end in zip(self.recipes, ends, strict=True)}

    def groups(self, recipes: Sequence[Recipe]) -> list[list[Recipe]]:
        """Put recipes together that differ only in how far a want is moved, and in nothing that is said."""
        found: dict[tuple[frozenset[Shape], bool | None], list[Recipe]] = {}
        for one in recipes:
            key = frozenset(map(shape, one.changes)), self.got_to.get(id(one), True)
            found.setdefault(key, []).append(one)
        return list(found.values())

    @cached_property
    def soft(self) -> list[Recipe]:
        """The recipes that ask no red line to give way."""
        return [one for one in self.recipes if not red_lines(self.analysis.conflict, one.changes)]

    @cached_property
    def hard(self) -> list[Recipe]:
        """The recipes that ask a red line to give way."""
        return [one for one in self.recipes if red_lines(self.analysis.conflict, one.changes)]

    def of_the_file(self) -> list[Recipe]:
        """Give the recipes of which every change is one that a variant of the file makes."""
        return [one for one in self.recipes if all(change.variant for change in one.changes)]

    @cached_property
    def further(self) -> list[Recipe]:
        """Where no recipe opens the way, find those that one change more does, no part of which does.

        Only the first few recipes are gone on from, and by one change each.
        """
        if any(end is not False for end in self.got_to.values()):
            return []
        found = [one for recipe in self.soft[:GONE_ON_FROM] for one in self.with_one_more(recipe)]
        return sorted(found, key=self.key)

    def with_one_more(self, recipe: Recipe) -> list[Recipe]:
        """Add each change to a recipe, and keep what then holds and can be got to, if no part of it does."""
        sets = [(*recipe.changes, one) for one in self.found.pool if one not in recipe.changes]
        parts = (some for some in self.both(sets) if not self.both(list(smaller(some))))
        return [Recipe(some) for some in parts]

    def both(self, sets: Sequence[Changes]) -> list[Changes]:
        """Keep the sets of changes after which the outcome holds and can be got to."""
        start = self.analysis.conflict.status_quo or ()
        laid = [(some, board) for some in sets if (board := self.layout.changed(some)) is not None]
        rows = [(some, one, one.states.find(start), one.states.find(self.taken)) for some, one in laid]
        able = [(some, one, at, row) for some, one, at, row in rows if at is not None and row is not None]
        tables = held([one for _, one, _, _ in able], [self.by])
        kept = [one for one, table in zip(able, tables, strict=True) if table[self.by][one[3]]]
        ends = attained([one for _, one, _, _ in kept], [at for _, _, at, _ in kept], self.analysis.largest)
        return [some for (some, _, _, row), table in zip(kept, ends, strict=True) if table[row]]


def smaller(changes: Changes) -> Iterator[Changes]:
    """Give every smaller part of some changes but the empty one."""
    return chain.from_iterable(combinations(changes, many) for many in range(1, len(changes)))
