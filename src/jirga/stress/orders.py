"""The orders that a party has after so many changes of its wants, each once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, count, product

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.preferences import prioritised
from jirga.conflict.states import States
from jirga.schema import edits
from jirga.schema.conflict import Conflict, Party
from jirga.stress.edits import Change

Wants = tuple[tuple[str, str], ...]
EXACT = 52
AT_A_TIME = 1 << 23


@dataclass(eq=False)
class Order:
    """One party's order of the states, and how it came about.

    Attributes
    ----------
    ways : list of tuple of Change
        The changes of the party's wants that lead to it, each in the order in which they are made.
    values : list of float
        What each state is worth; higher is better.
    gains : dict
        Where the party gains by moving from a state, filled as it is asked.
    """

    ways: list[tuple[Change, ...]]
    values: list[float]
    gains: dict[int, list[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Listed:
    """A party's wants after some changes, as id and formula, and the ways to them."""

    wants: Wants
    ways: list[tuple[Change, ...]]


class Lists:
    """What each party may want after so many changes.

    Attributes
    ----------
    conflict : Conflict
        The conflict before any change.
    changes : dict of tuple of Change
        The changes of each party's wants that may be made.
    enough : set of tuple of Change
        Changes found to be enough by themselves; what contains them is left out.
    """

    def __init__(self, conflict: Conflict, pool: Sequence[Change]) -> None:
        self.conflict = conflict
        self.changes = {
            name: tuple(one for one in pool if one.of_orders and one.who == (name,))
            for name in conflict.parties
        }
        self.known: dict[str, list[list[Listed]]] = {}
        self.enough: set[tuple[Change, ...]] = set()

    def after(self, name: str, many: int) -> list[Listed]:
        """List what a party may want after exactly so many changes, and not after fewer."""
        levels = self.known.setdefault(name, [[Listed(wants_of(self.conflict.parties[name]), [()])]])
        while len(levels) <= many:
            before = {one.wants for level in levels for one in level}
            levels.append(self.further(name, levels[-1], before))
        return levels[many]

    def further(self, name: str, lists: list[Listed], before: set[Wants]) -> list[Listed]:
        """Make one more change of each list, leaving out what has come up already."""
        found: dict[Wants, Listed] = {}
        for way, wants in self.longer(name, lists):
            if wants is not None and wants not in before:
                found.setdefault(wants, Listed(wants, [])).ways.append(way)
        return list(found.values())

    def longer(self, name: str, lists: list[Listed]) -> Iterator[tuple[tuple[Change, ...], Wants | None]]:
        """Go on from each list by each change; None where it cannot be made."""
        for listed in lists:
            for way, change in product(listed.ways, self.changes[name]):
                if not self.spare((*way, change)):
                    yield (*way, change), applied(change.edit, listed.wants)

    def useful(self, name: str, many: int) -> list[Listed]:
        """List what a party may want after so many changes of which none is known to be spare."""
        every = self.after(name, many)
        kept = (Listed(one.wants, [way for way in one.ways if not self.spare(way)]) for one in every)
        return [one for one in kept if one.ways]

    def spare(self, changes: tuple[Change, ...]) -> bool:
        """Whether one of some changes is made twice, or a part of them is enough, made in the same order."""
        if len(set(changes)) < len(changes):
            return True
        sizes = range(1, len(changes) + 1)
        return any(part in self.enough for many in sizes for part in combinations(changes, many))


def wants_of(party: Party) -> Wants:
    """Give a party's wants as id and formula."""
    return tuple((want.id, want.want) for want in party.prefers)


def applied(edit: edits.Edit, wants: Wants) -> Wants | None:
    """Change a list of wants; None where the want is not there."""
    ids = [one for one, _ in wants]
    if isinstance(edit, edits.Insert):
        new = edit.insert.id or f"{edit.party or ''}.{next(count(len(wants) + 1))}"
        return None if new in ids else put(wants, (new, edit.insert.want), edit.before)
    if isinstance(edit, edits.Move):
        here = next((one for one in wants if one[0] == edit.move), None)
        rest = tuple(one for one in wants if one[0] != edit.move)
        return None if here is None else put(rest, here, edit.before)
    if isinstance(edit, edits.Drop):
        rest = tuple(one for one in wants if one[0] != edit.drop)
        return None if len(rest) == len(wants) else rest
    assert isinstance(edit, edits.Replace)  # noqa: S101
    if edit.replace not in ids:
        return None
    return tuple((one, edit.with_ if one == edit.replace else formula) for one, formula in wants)


def put(wants: Wants, new: tuple[str, str], before: str | None) -> Wants | None:
    """Put a want before another, or last; None where the other is not there."""
    if before is None:
        return (*wants, new)
    place = next((place for place, one in enumerate(wants) if one[0] == before), None)
    return None if place is None else (*wants[:place], new, *wants[place:])


def valued(states: States, lists: Sequence[Listed]) -> Iterator[tuple[Sequence[Listed], NDArray[np.float64]]]:
    """Say what every state is worth under each list, some lists at a time.

    An earlier want outweighs all later ones together, as in `conflict.preferences`.
    """
    most = max(1, AT_A_TIME // max(len(states), 1))
    for start in range(0, len(lists), most):
        some = lists[start : start + most]
        yield some, worth(states, [one.wants for one in some])


def worth(states: States, lists: Sequence[Wants]) -> NDArray[np.float64]:
    """Say what every state is worth under some lists, exactly."""
    formulas = {formula: place for place, formula in enumerate({f for one in lists for _, f in one})}
    truths = np.array([states.truth(one) for one in formulas], dtype=np.float64).reshape(-1, len(states))
    if max(map(len, lists), default=0) > EXACT:
        rows = [[truths[formulas[f]] > 0 for _, f in one] for one in lists]
        return np.array([prioritised(row, len(states)) for row in rows], dtype=np.float64)
    weights = np.zeros((len(lists), len(formulas)))
    for row, one in enumerate(lists):
        for place, (_, formula) in enumerate(reversed(one)):
            weights[row, formulas[formula]] += 2.0**place
    return np.asarray(weights @ truths)
