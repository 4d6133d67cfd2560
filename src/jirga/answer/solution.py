"""The solution of a conflict in its promised shape."""

from __future__ import annotations

import hashlib
import json

import numpy as np
from numpy.typing import NDArray

from jirga.about import VERSION
from jirga.answer.analysis import Analysis
from jirga.schema.conflict import Conflict
from jirga.schema.solution import OutcomeVerdict, Solution, State
from jirga.schema.words import STANDARDS


def solution(analysis: Analysis, *, all_states: bool = False) -> Solution:
    """Put what was solved in its promised shape.

    Parameters
    ----------
    all_states : bool
        Whether to list every state and every party's verdict on it.
    """
    conflict = analysis.conflict
    stable = {
        standard: {
            party: tuple(analysis.stable[standard][number].tolist())
            for number, party in enumerate(analysis.parties)
        }
        for standard in STANDARDS
    }
    return Solution(
        title=conflict.title,
        variant=analysis.variant,
        digest=digest(conflict),
        version=VERSION,
        parties=analysis.parties,
        options=tuple(conflict.options),
        states=len(analysis.board.states),
        status_quo=None if analysis.status_quo is None else analysis.board.states.taken(analysis.status_quo),
        concepts=STANDARDS,
        equilibria={standard: listed(analysis, analysis.holding[standard]) for standard in STANDARDS},
        outcomes={name: verdict(analysis, name) for name in analysis.outcomes},
        all_states=listed(analysis, np.ones(len(analysis.board.states), dtype=bool)) if all_states else None,
        stable=stable if all_states else None,
    )


def listed(analysis: Analysis, where: NDArray[np.bool_]) -> tuple[State, ...]:
    """List some states by the options taken."""
    return tuple(analysis.board.states.taken(row) for row in np.flatnonzero(where).tolist())


def verdict(analysis: Analysis, name: str) -> OutcomeVerdict:
    """Say what is found about one named outcome."""
    row = analysis.row(name)
    states = analysis.board.states
    if row is None:
        taken = tuple(atom for atom in states.atoms if atom in analysis.outcomes[name].taken)
        nowhere = None if analysis.status_quo is None else False
        return OutcomeVerdict(
            taken=taken,
            possible=False,
            holds=dict.fromkeys(STANDARDS, False),
            leaves=dict.fromkeys(STANDARDS, ()),
            attainable={"alone": nowhere, "together": nowhere, "any": nowhere},
        )
    return OutcomeVerdict(
        taken=states.taken(row),
        possible=True,
        holds={standard: bool(analysis.holding[standard][row]) for standard in STANDARDS},
        leaves={
            standard: tuple(analysis.parties[party] for party in analysis.leaves(row, standard))
            for standard in STANDARDS
        },
        attainable={
            steps: None if analysis.status_quo is None else bool(analysis.attained(steps)[row])
            for steps in ("alone", "together", "any")
        },
    )


def digest(conflict: Conflict) -> str:
    """Name a conflict by its content."""
    content = conflict.model_dump(mode="json", by_alias=True)
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
