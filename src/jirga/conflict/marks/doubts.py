"""What is not known of a party's order: between which states nobody can say which it prefers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.moves import Rows
from jirga.conflict.preferences import prioritised, state_called
from jirga.conflict.states import States
from jirga.schema.conflict import Conflict, Party


@dataclass(frozen=True, eq=False)
class Doubt:
    """The pairs of states whose order is not known for one party.

    Attributes
    ----------
    keys : tuple of int64 arrays (n_states,)
        For each want that is not known, twice a state's rank by the more important wants, and one more where
        the want is true: so that exactly the pairs which this want decides differ in the last bit alone.
    pairs : int64 array (n_pairs, 2)
        The pairs that the file lists, as rows.
    """

    keys: tuple[NDArray[np.int64], ...]
    pairs: Rows

    def between(self, rows: Rows, size: int) -> NDArray[np.bool_]:
        """Say of which states the order is not known, against each of some rows.

        Returns
        -------
        bool array (len(rows), n_states)
        """
        found = np.zeros((len(rows), size), dtype=bool)
        for key in self.keys:
            found |= key[rows][:, None] ^ key == 1
        for one, two in np.concatenate([self.pairs, self.pairs[:, ::-1]]):
            found[rows == one, two] = True
        return found


def doubts(conflict: Conflict, states: States) -> tuple[Doubt, ...] | None:
    """Say what is not known of each party's order; None where everything is.

    Notes
    -----
    The order of two states is not known if the most important want that is true in only one of them is
    marked `unknown`, or if the file lists the pair as `unranked`. An unknown want that is decided by a more
    important known one leaves nothing in doubt.

    References
    ----------
    [Li2004]_ for unknown preference (recalled, not seen).
    """
    if not any(party.marked_unknown for party in conflict.parties.values()):
        return None
    return tuple(
        Doubt(keys(party, states), pairs(conflict, party, states)) for party in conflict.parties.values()
    )


def keys(party: Party, states: States) -> tuple[NDArray[np.int64], ...]:
    """Give the key of each of a party's unknown wants."""
    places = [place for place, want in enumerate(party.prefers) if want.unknown]
    truths = [states.truth(want.want) for want in party.prefers[: places[-1] + 1]] if places else []
    return tuple(2 * prioritised(truths[:place], len(states)) + truths[place] for place in places)


def pairs(conflict: Conflict, party: Party, states: States) -> Rows:
    """Give the listed pairs as rows, leaving out states that are ruled out."""
    found = [tuple(states.find(state_called(conflict, name)) for name in pair) for pair in party.unranked]
    kept = [pair for pair in found if None not in pair]
    return np.array(kept, dtype=np.int64).reshape(-1, 2)
