"""The solution of a conflict in its promised shape."""

from __future__ import annotations

import hashlib
import json

from jirga.about import VERSION
from jirga.answer.analysis import Analysis
from jirga.answer.equilibria import counted, first, meeting
from jirga.schema.conflict import Conflict
from jirga.schema.solution import OutcomeVerdict, Solution
from jirga.schema.words import STANDARDS, Standard


def solution(analysis: Analysis, *, all_states: bool = False, where: str | None = None) -> Solution:
    """Put what was solved in its promised shape.

    Parameters
    ----------
    all_states : bool
        Whether to list every state and every party's verdict on it.
    where : str, optional
        A formula over the options: only equilibria that meet it are listed.

    Raises
    ------
    WrongFormula, UnknownName
        The formula cannot be read, or names what the conflict does not have.
    """
    conflict, met = analysis.conflict, meeting(analysis, where)
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
        equilibria={standard: first(analysis, analysis.holding[standard] & met) for standard in STANDARDS},
        outcomes={name: verdict(analysis, name) for name in analysis.outcomes},
        read_as_held=tuple(want.id for want in conflict.wants.values() if want.unknown),
        counts=counted(analysis, meeting(analysis, None)),
        where=where,
        counts_where=None if where is None else counted(analysis, met),
        all_states=first(analysis, meeting(analysis, None), most=None) if all_states else None,
        stable=verdicts(analysis) if all_states else None,
    )


def verdicts(analysis: Analysis) -> dict[Standard, dict[str, tuple[bool, ...]]]:
    """List every party's verdict on every state, by standard."""
    return {
        standard: {
            party: tuple(analysis.stable[standard][number].tolist())
            for number, party in enumerate(analysis.parties)
        }
        for standard in STANDARDS
    }


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
            steps: None if analysis.status_quo is None else analysis.got_to(row, steps)
            for steps in ("alone", "together", "any")
        },
    )


def digest(conflict: Conflict) -> str:
    """Name a conflict by its content; a key left out is the same as its default written."""
    content = conflict.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
