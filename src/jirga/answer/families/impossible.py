"""An outcome that is ruled out: which rules forbid it, and who says so."""

from __future__ import annotations

import numpy as np

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.conflict.preferences import state_called
from jirga.conflict.states import States
from jirga.schema.answer import Section


def impossible(analysis: Analysis, outcome: str) -> Section:
    """Say which rules forbid an outcome."""
    states = analysis.board.states
    code = np.array([states.code(state_called(analysis.conflict, outcome))])
    alone = States(states.atoms, code, states.by_states)
    said = []
    for rule in analysis.conflict.impossible:
        if alone.truth(rule.when)[0]:
            why = f": {rule.why}" if rule.why else ""
            said.append(
                phrases.sentence(
                    f"a rule forbids it ({rule.when}){why}", phrases.known_by(rule, rule.when), "."
                )
            )
    return Section("It is impossible", tuple(said))
