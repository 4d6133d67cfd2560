"""The way to an outcome and the guarantees tried, as JSON can hold them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jirga.answer.stress.guarantee_words import Way
from jirga.stress import guarantees
from jirga.stress.escrow import Escrow, ends_with


def way_figures(way: Way, outcome: Sequence[str]) -> dict[str, Any] | None:
    """Give the way and the guarantees as JSON can hold them."""
    first = way.first
    if first is None:
        return None
    names, laid = way.analysis.parties, way.analysis.board
    tried = guarantees.together(laid, first)
    found = guarantees.following(way.analysis.conflict, laid, first)
    steps = [{"who": [names[one] for one in step.movers], "to": list(laid.states.taken(step.end)),
              "worse_off": [names[one] for one in step.losers]} for step in first.steps]  # fmt: skip
    return {
        "first": names[first.party],
        "steps": steps,
        "gains_in_the_end": first.better_at is not None,
        "together": {
            "who": [names[one] for one in tried.group],
            "would_not_gain": [names[one] for one in tried.losers],
        },
        "one_way": {"ends": found.ends, "worse": found.worse, "options": list(found.one_way)},
        "escrow": [escrow_figures(one, outcome) for one in way.escrows],
    }


def escrow_figures(one: Escrow, outcome: Sequence[str]) -> dict[str, Any]:
    """Give a deposit as edits, what it opens, and the state in which it ends."""
    edits = [edit.model_dump(mode="json", by_alias=True, exclude_defaults=True) for edit in one.edits]
    return {"of": one.option, "by": one.giver, "edits": edits, "opens": one.opens, "holds": one.holds,
            "ends": list(ends_with(one, outcome))}  # fmt: skip
