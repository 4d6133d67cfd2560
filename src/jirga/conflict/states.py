"""The states that can be: bit codes in arrays, in one fixed order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.formula import Formula, Truth, parse
from jirga.errors import TooLarge
from jirga.schema.conflict import Conflict

Codes = NDArray[np.int64]
MAX_OPTIONS = 62
MAX_STATES = 1 << 23


@dataclass(frozen=True)
class States:
    """Every state that is not ruled out.

    Attributes
    ----------
    atoms : tuple of str
        The options in file order; or the states by name, in a conflict given by states.
    codes : int64 array (n_states,), increasing
        Bit k is set where option k is taken; in a conflict by states, the state's own number.
    by_states : bool
        Whether the atoms are states.
    """

    atoms: tuple[str, ...]
    codes: Codes
    by_states: bool

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def bit(self) -> dict[str, int]:
        """The place of each atom."""
        return {atom: place for place, atom in enumerate(self.atoms)}

    def atom(self, name: str) -> Truth:
        """Where an atom is true, over all states."""
        place = self.bit[name]
        if self.by_states:
            return np.asarray(self.codes == place)
        return np.asarray(self.codes >> place & 1, dtype=np.bool_)

    def truth(self, formula: str | Formula) -> Truth:
        """Where a formula is true, over all states."""
        parsed = parse(formula) if isinstance(formula, str) else formula
        return parsed.truth(self.atom, len(self))

    def code(self, taken: Iterable[str]) -> int:
        """Give the code of the state in which exactly these options are taken."""
        places = [self.bit[name] for name in taken]
        return places[0] if self.by_states else sum({1 << place for place in places})

    def find(self, taken: Iterable[str]) -> int | None:
        """Give the row of a state, or None if it is ruled out."""
        return self.row(self.code(taken))

    def row(self, code: int) -> int | None:
        """Give the row of a code, or None if it is ruled out."""
        row = int(np.searchsorted(self.codes, code))
        return row if row < len(self) and self.codes[row] == code else None

    def taken(self, row: int) -> tuple[str, ...]:
        """Give the options taken in a state, in file order."""
        code = int(self.codes[row])
        if self.by_states:
            return (self.atoms[code],)
        return tuple(atom for place, atom in enumerate(self.atoms) if code >> place & 1)


def possible_states(conflict: Conflict) -> States:
    r"""List every state that no rule of impossibility forbids.

    Options are added one at a time and each rule is applied as soon as all its options are in, so that a
    conflict with many options and few possible states stays small on the way.

    Raises
    ------
    TooLarge
        More states than can be solved whole.

    Examples
    --------
    >>> from jirga.conflict.file import parse_text
    >>> text = "title: t\nparties: {a: {name: A, options: {x: x, y: y}}}\nimpossible: [x and y]"
    >>> possible_states(parse_text(text)).codes.tolist()
    [0, 1, 2]
    """
    rules = [parse(rule.when) for rule in conflict.impossible]
    if conflict.by_states:
        whole = States(tuple(conflict.states), np.arange(len(conflict.states)), by_states=True)
        return without(whole, rules)
    atoms = tuple(conflict.options)
    if len(atoms) > MAX_OPTIONS:
        raise TooLarge(f"{len(atoms)} options are more than {MAX_OPTIONS}", "merge or drop options")
    due: dict[int, list[Formula]] = {}
    for rule in rules:
        due.setdefault(max((atoms.index(name) for name in rule.atoms()), default=0), []).append(rule)
    states = States(atoms, np.zeros(1, dtype=np.int64), by_states=False)
    for place in range(len(atoms)):
        refuse_if_too_many(2 * len(states), place, len(atoms))
        codes = np.concatenate([states.codes, states.codes | 1 << place])
        states = without(States(atoms, codes, by_states=False), due.get(place, []))
    return states


def without(states: States, rules: list[Formula]) -> States:
    """Leave out the states in which any rule is true."""
    for rule in rules:
        states = States(states.atoms, states.codes[~states.truth(rule)], states.by_states)
    return states


def refuse_if_too_many(count: int, place: int, options: int) -> None:
    """Stop before the states no longer fit, and say what would help."""
    if count <= MAX_STATES:
        return
    expected = count << (options - place - 1)
    raise TooLarge(
        f"{options} options make up to {expected:,} states; at most {MAX_STATES:,} are solved whole",
        "drop options nobody's answer turns on, merge options always taken together, or rule out "
        "combinations that cannot be",
    )
