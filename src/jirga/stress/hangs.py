"""Every single edit solved again: which verdicts it flips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from jirga.conflict.board import Board
from jirga.schema.conflict import Conflict
from jirga.schema.words import STANDARDS
from jirga.stress.asked import Question, Verdicts, on_asks, picked, start_of
from jirga.stress.edits import Change
from jirga.stress.islands import Attained, affordable, attained, held
from jirga.stress.layout import Layout
from jirga.stress.pool import pool
from jirga.stress.ways import Ways, tabled

AT_A_TIME = 1 << 23


@dataclass(frozen=True)
class Tried:
    """One edit, and what then is so; `verdicts` is None where it leaves nothing to solve."""

    change: Change
    verdicts: Verdicts | None


def tried(conflict: Conflict, laid: Board, question: Question) -> tuple[Verdicts, list[Tried]]:
    """Solve a conflict as it is, and again after each single edit.

    Returns
    -------
    Verdicts
        Of the conflict as it is.
    list of Tried
        One for each edit of the pool, in its order.

    Notes
    -----
    An edit after which the status quo is impossible is not solved.
    """
    layout, changes = Layout(conflict, laid), pool(conflict)
    boards = [layout.changed([one]) for one in changes]
    every = [laid, *(one for one in boards if one is not None and start_of(one, question) != -1)]
    ways = ways_of(laid, question)
    found: dict[int, Verdicts] = {}
    for some in portions(distinct(every)):
        for board, verdicts in zip(some, solved(some, laid, question, ways), strict=True):
            found[id(board)] = verdicts
    same = {fingerprint(one): found[id(one)] for one in distinct(every)}
    kept = [None if one is None else same.get(fingerprint(one)) for one in boards]
    return same[fingerprint(laid)], [Tried(*one) for one in zip(changes, kept, strict=True)]


def fingerprint(board: Board) -> tuple[int, bytes]:
    """Tell boards apart by what is in them; those with other states or moves each stand for themselves."""
    return id(board.moves), board.ranks.tobytes()


def distinct(boards: Sequence[Board]) -> list[Board]:
    """Keep the first of boards that are the same."""
    return list({fingerprint(one): one for one in reversed(boards)}.values())[::-1]


def portions(boards: list[Board]) -> Iterator[list[Board]]:
    """Cut boards into portions of which the verdicts on every state fit in memory."""
    most = max(1, AT_A_TIME // max(len(boards[0].states), 1))
    for start in range(0, len(boards), most):
        yield boards[start : start + most]


def ways_of(laid: Board, question: Question) -> Ways | None:
    """Table the steps of a conflict, where that is possible."""
    start = start_of(laid, question)
    if start is None or start < 0 or not tabled(laid, question.together):
        return None
    return Ways(laid, start, question.together)


def solved(boards: list[Board], laid: Board, question: Question, ways: Ways | None) -> Iterator[Verdicts]:
    """Solve some boards, and say of each what was asked."""
    reached = all_attained(boards, laid, question, ways)
    for board, holding, there in zip(boards, held(boards), reached, strict=True):
        rows = [board.states.find(taken) for taken in question.outcomes]
        yield Verdicts(
            {one: picked(holding[one], rows) for one in STANDARDS},
            None if there is None else picked(there, rows),
            None if there is None else on_asks(board, question, holding, there),
        )


def all_attained(
    boards: list[Board], laid: Board, question: Question, ways: Ways | None
) -> list[Attained | None]:
    """Say of each board what can be got to, by tables where only one party's order differs."""
    found: list[Attained | None] = [None] * len(boards)
    slow: list[int] = []
    for place, board in enumerate(boards):
        who = only_order(board, laid) if ways is not None else None
        if ways is None or who is None:
            slow.append(place)
        else:
            found[place] = ways.attained(who, board.ranks[who])
    if question.today is not None and slow and affordable(laid, question.together):
        some = [boards[place] for place in slow]
        starts = [start_of(board, question) or 0 for board in some]
        for place, there in zip(slow, attained(some, starts, question.together), strict=True):
            found[place] = there
    return found


def only_order(board: Board, laid: Board) -> int | None:
    """Give the one party whose order a board changes; None where it changes more."""
    if board.moves is not laid.moves:
        return None
    other = np.flatnonzero((board.ranks != laid.ranks).any(axis=1))
    return int(other[0]) if len(other) == 1 else 0 if not len(other) else None
