"""Who can move where: computed from options, or listed arc by arc."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.states import Codes, States
from jirga.schema.conflict import Conflict

Rows = NDArray[np.signedinteger[Any]]
CROWDED = 64


@dataclass(frozen=True)
class OptionMoves:
    """Each party changes any of its own options in one step; one-way options only forward.

    Attributes
    ----------
    codes : int64 array (n_states,), increasing
        The possible states.
    own : tuple of int
        For each party, the bits of its options.
    one_way : int
        The bits of options that change in one direction only.
    start : int
        For each one-way bit, the value it can be changed from.
    """

    codes: Codes
    own: tuple[int, ...]
    one_way: int = 0
    start: int = 0

    def targets(self, party: int, row: int) -> Rows:
        """Give the rows a party can move to from a row, in order."""
        code, own = int(self.codes[row]), self.own[party]
        spent = own & self.one_way & (code ^ self.start)
        free = own & ~spent
        reached = self.find((code & ~free) | submasks(free))
        return np.asarray(reached[(reached >= 0) & (reached != row)])

    def find(self, codes: Codes) -> Rows:
        """Give the rows of some codes; -1 where a code is ruled out."""
        if self.lookup is not None:
            return self.lookup[codes]
        rows = np.searchsorted(self.codes, codes)
        rows[rows == len(self.codes)] = 0
        return np.where(self.codes[rows] == codes, rows, -1)

    def reversed(self) -> OptionMoves:
        """Turn every move round: one-way options go the other way."""
        return OptionMoves(self.codes, self.own, self.one_way, self.start ^ self.one_way)

    @cached_property
    def lookup(self) -> Rows | None:
        """The row of every code, where not too few of them are possible; -1 where one is ruled out."""
        width = max(sum(self.own), int(self.codes.max(initial=0))).bit_length()
        if 1 << width > CROWDED * len(self.codes):
            return None
        table = np.full(1 << width, -1, dtype=np.int32)
        table[self.codes] = np.arange(len(self.codes), dtype=np.int32)
        return table


@dataclass(frozen=True)
class ArcMoves:
    """Each party's moves, listed.

    Attributes
    ----------
    arcs : tuple of int64 arrays (2, n_arcs)
        For each party, from and to, ordered by from and then to.
    """

    arcs: tuple[Rows, ...]

    def targets(self, party: int, row: int) -> Rows:
        """Give the rows a party can move to from a row, in order."""
        origin, target = self.arcs[party]
        return np.asarray(target[origin == row])

    def reversed(self) -> ArcMoves:
        """Turn every move round, in order again."""
        return ArcMoves(tuple(arcs[::-1, np.lexsort((arcs[0], arcs[1]))] for arcs in self.arcs))


Moves = OptionMoves | ArcMoves


def submasks(mask: int) -> Codes:
    """List every subset of some bits, in increasing order."""
    codes = np.zeros(1, dtype=np.int64)
    while mask:
        low = mask & -mask
        codes = np.concatenate([codes, codes | low])
        mask ^= low
    return codes


def moves(conflict: Conflict, states: States) -> Moves:
    """Say who can move where; an option that is one-way both ways stays as it is."""
    if conflict.by_states:
        return ArcMoves(tuple(arcs(party.moves, states) for party in conflict.parties.values()))
    bits = {atom: 1 << place for place, atom in enumerate(states.atoms)}
    lines = [one_way_option(line) for line in conflict.one_way]
    forward = sum({bits[option] for option, backward in lines if not backward})
    backward = sum({bits[option] for option, backward in lines if backward})
    free = ~(forward & backward)
    own = tuple(free & sum(bits[key] for key in party.options) for party in conflict.parties.values())
    return OptionMoves(states.codes, own, (forward | backward) & free, backward & free)


def one_way_option(line: str) -> tuple[str, bool]:
    """Read a line of `one_way`: the option, and whether it can only be dropped.

    >>> one_way_option("not delay")
    ('delay', True)
    """
    words = line.split() or [""]
    return words[-1], len(words) == 2 and words[0] == "not"


def arcs(listed: dict[str, tuple[str, ...]], states: States) -> Rows:
    """Turn a party's listed moves into rows, leaving out states that are ruled out."""
    pairs = {(states.find([origin]), states.find([target])) for origin, to in listed.items() for target in to}
    known = sorted((one, two) for one, two in pairs if one is not None and two is not None and one != two)
    return np.array(known, dtype=np.int64).reshape(-1, 2).T
