"""How strongly each party prefers: one grade for every state, coarser than its rank."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.preferences import Ranks, dense, prioritised, ranked
from jirga.conflict.states import States
from jirga.schema.conflict import Conflict, Party


def grades(conflict: Conflict, states: States) -> Ranks | None:
    r"""Grade every state for every party: a state is strongly preferred to those of a lower grade.

    Returns
    -------
    int32 array (n_parties, n_states), or None
        Dense grades from 0, the worst; None where the file marks nothing as strong.

    Notes
    -----
    What decides between two states is the most important want true in only one of them; the preference is
    strong if that want is marked `strongly` or is more important than a marked one. So the grade is the rank
    by the wants down to the last one marked. Of a ranking it is the number of marked steps below.
    A state strongly preferred is preferred, and what is preferred to it is strongly preferred, too.

    References
    ----------
    [Hamouda2006]_ for three degrees of preference; [Xu2018]_ for grades (both recalled, not seen).

    Examples
    --------
    >>> from jirga.conflict.file import parse_text
    >>> from jirga.conflict.states import possible_states
    >>> party = "{name: A, options: {x: x, y: y}, prefers: [{want: x, strongly: true}, y]}"
    >>> conflict = parse_text("title: t\nparties:\n  a: " + party)
    >>> grades(conflict, possible_states(conflict)).tolist()
    [[0, 1, 0, 1]]
    """
    if not any(party.marked_strong for party in conflict.parties.values()):
        return None
    rows = [party_grades(conflict, party, states) for party in conflict.parties.values()]
    return np.array(rows, dtype=np.int32).reshape(len(rows), len(states))


def party_grades(conflict: Conflict, party: Party, states: States) -> NDArray[np.int64]:
    """Grade every state for one party; one grade for all where nothing is marked."""
    if party.ranking:
        below = np.cumsum([rung.strongly for rung in reversed(party.ranking)])
        steps = np.concatenate([[0], below])
        return dense(steps[np.maximum(ranked(conflict, party, states), 0)])
    last = max((place for place, want in enumerate(party.prefers, start=1) if want.strongly), default=0)
    return prioritised([states.truth(want.want) for want in party.prefers[:last]], len(states))
