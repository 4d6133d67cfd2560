"""What to know of a view before trusting it: the status quo is in it, and it changes something."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from jirga.conflict.board import Board, board
from jirga.conflict.checks import severe_problems
from jirga.conflict.places import Places, Step
from jirga.conflict.states import States
from jirga.conflict.views import seen_by
from jirga.schema.conflict import Conflict
from jirga.schema.edits import LiftImpossible
from jirga.schema.problems import Problem
from jirga.schema.views import View


def view_problems(conflict: Conflict, laid: Board, places: Places) -> list[Problem]:
    """Find what is wrong or doubtful in the views of a conflict that can be read."""
    found: list[Problem] = []
    for party, view in conflict.views.items():
        path: list[Step] = ["views", party]
        unseen = list(unseen_status_quo(conflict, laid, (party, view), places))
        found += unseen or severe(conflict, party, places)
        found += idle(view, laid, path, places)
    return found


def unseen_status_quo(
    conflict: Conflict, laid: Board, of: tuple[str, View], places: Places
) -> Iterator[Problem]:
    """Complain of a party that does not see where things stand."""
    if conflict.status_quo is None:
        return
    (party, view), code = of, laid.states.code(conflict.status_quo)
    today = States(laid.states.atoms, np.array([code]), laid.states.by_states)
    for place, one in enumerate(view.unseen):
        if today.truth(one.when)[0]:
            what = f"{party} would not see the status quo: {one.when!r} is true in it"
            where = places.of(["views", party, "unseen", place, "when"])
            hint = "everybody sees where things stand today; narrow the formula"
            yield Problem("error", "status_quo_unseen", where, what, hint)


def severe(conflict: Conflict, party: str, places: Places) -> list[Problem]:
    """Find what would make any answer wrong in the conflict as a party sees it."""
    believed = seen_by(conflict, party)
    where = places.of(["views", party])
    return [
        Problem(one.severity, one.kind, where, f"as {party} sees it, {one.what}", one.hint)
        for one in severe_problems(believed, board(believed), places)
    ]


def idle(view: View, laid: Board, path: list[Step], places: Places) -> Iterator[Problem]:
    """Warn of a view that changes nothing, and of a formula that hides no state."""
    if not (view.edits or view.unseen):
        what = "the view changes nothing: the party sees the conflict as the file has it"
        yield Problem("warning", "idle_view", places.of(path), what, "add edits or unseen, or take it out")
    for place, one in enumerate(view.unseen):
        lifted = any(isinstance(edit, LiftImpossible) for edit in view.edits)
        if not lifted and not laid.states.truth(one.when).any():
            what = f"{one.when!r} is true in no state, so nothing is unseen by it"
            where = places.of([*path, "unseen", place, "when"])
            yield Problem("warning", "idle_view", where, what, "mend it, or take it out")
