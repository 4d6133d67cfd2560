"""Time the edits table and Sobol indices beside plain loops and SALib, and the search for what unlocks."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import get_args

import sobol

from jirga import examples
from jirga.answer.analysis import Analysis
from jirga.conflict.preferences import state_called
from jirga.schema.conflict import Conflict
from jirga.schema.words import Standard
from jirga.stress.asked import Question
from jirga.stress.edits import Change, drops_and_moves
from jirga.stress.hangs import tried
from jirga.stress.layout import made
from jirga.stress.pool import pool
from jirga.stress.unlock import unlock

NAME, OUTCOME = "khyber_kabul_2025", "partial deal"


def main() -> None:
    """Print how long each takes; `--all` searches by every standard."""
    conflict = examples.conflict(NAME)
    analysis = Analysis(conflict)
    taken = tuple(state_called(conflict, name) for name in conflict.outcomes)
    asks = tuple(ask.about for ask in conflict.asks)
    question = Question(taken, asks, conflict.status_quo, analysis.largest)
    timed("edits table, every edit", lambda: len(tried(conflict, analysis.board, question).every))
    timed("plain loop, every edit", lambda: plain(conflict, pool(conflict)))
    timed("plain loop, drops and moves", lambda: plain(conflict, list(drops_and_moves(conflict))))
    sobol.main()
    for by in get_args(Standard) if "--all" in sys.argv else ("seq", "seq_best"):
        for changes in (1, 2, 3):
            label = f"unlock {OUTCOME!r} by {by}, up to {changes}"
            goal = conflict.outcomes[OUTCOME].taken
            timed(label, lambda: len(unlock(conflict, analysis.board, goal, by, changes).recipes))  # noqa: B023


def plain(conflict: Conflict, changes: list[Change]) -> int:
    """Solve the conflict anew for each edit, and ask what the table asks."""
    for change in changes:
        changed = made(conflict, [change])
        if changed is not None:
            solved = Analysis(changed)
            if solved.status_quo is not None:
                _ = solved.holding, solved.attained("together")
    return len(changes)


def timed(what: str, run: Callable[[], int]) -> None:
    """Run something once, and print how long it took and how much was found."""
    start = time.perf_counter()
    found = run()
    print(f"{what:45} {time.perf_counter() - start:8.2f} s  {found:6,} found", flush=True)


if __name__ == "__main__":
    main()
