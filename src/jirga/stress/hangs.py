"""Every single edit solved again: which verdicts it flips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from jirga.conflict.board import Board
from jirga.schema.conflict import Conflict
from jirga.stress.asked import Question, Verdicts, on_asks, picked, start_of
from jirga.stress.edits import Change
from jirga.stress.ensemble import Tell
from jirga.stress.islands import Attained, Held, affordable, attained, held, held_with_another_order
from jirga.stress.layout import Layout
from jirga.stress.pool import pool
from jirga.stress.ways import Ways, tabled

AT_A_TIME = 1 << 18
Fingerprint = tuple[int, bytes]


@dataclass(frozen=True)
class Tried:
    """One edit, and what then is so; `verdicts` is None where it leaves nothing to solve."""

    change: Change
    verdicts: Verdicts | None


class Tries(NamedTuple):
    """A conflict solved as it is, and again after each single edit.

    Attributes
    ----------
    base : Verdicts
        Of the conflict as it is.
    every : list of Tried
        One for each edit of the pool, in its order, as far as it got.
    left : int
        How many edits were not got to, since somebody stopped it at the keyboard.
    """

    base: Verdicts
    every: list[Tried]
    left: int


def tried(conflict: Conflict, laid: Board, question: Question, tell: Tell | None = None) -> Tries:
    """Solve a conflict as it is, and again after each single edit.

    Notes
    -----
    An edit after which the status quo is impossible is not solved. Interrupted from the keyboard, it gives
    what it had solved until then, if that is anything.
    """
    layout, changes = Layout(conflict, laid), pool(conflict)
    boards = [layout.changed([one]) for one in changes]
    able = [None if one is None or start_of(one, question) == -1 else fingerprint(one) for one in boards]
    same = {fingerprint(one): one for one in [laid, *(one for one in boards if one is not None)]}
    wanted = [same[one] for one in dict.fromkeys([fingerprint(laid), *able]) if one is not None]
    found = solved_until_stopped(wanted, laid, question, tell)
    pairs = zip(changes, able, strict=True)
    every = [Tried(one, found.get(key)) for one, key in pairs if key is None or key in found]  # type: ignore[arg-type]
    return Tries(found[fingerprint(laid)], every, len(changes) - len(every))


def solved_until_stopped(
    boards: list[Board], laid: Board, question: Question, tell: Tell | None
) -> dict[Fingerprint, Verdicts]:
    """Solve boards some at a time, until all are or somebody stops it; by what is in them."""
    ways, found = ways_of(laid, question), dict[Fingerprint, Verdicts]()
    try:
        for some in portions(boards):
            found |= zip(map(fingerprint, some), solved(some, laid, question, ways), strict=True)
            if tell is not None:
                tell(len(found), len(boards))
    except KeyboardInterrupt:
        if not found:
            raise
    return found


def fingerprint(board: Board) -> Fingerprint:
    """Tell boards apart by what is in them; those with other states or moves each stand for themselves."""
    return id(board.moves), board.ranks.tobytes()


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
    for board, holding, there in zip(boards, all_held(boards, laid, question), reached, strict=True):
        rows = [board.states.find(taken) for taken in question.outcomes]
        yield Verdicts(
            {one: picked(holding[one], rows) for one in question.standards},
            None if there is None else picked(there, rows),
            None if there is None else on_asks(board, question, holding, there),
        )


def all_held(boards: list[Board], laid: Board, question: Question) -> list[Held]:
    """Say of each board what holds, those together of which the same party's order differs."""
    found: list[Held] = [{} for _ in boards]
    alike: dict[int | None, list[int]] = {}
    for place, board in enumerate(boards):
        alike.setdefault(only_order(board, laid), []).append(place)
    for who, places in alike.items():
        some = [boards[place] for place in places]
        by = question.standards
        tables = held(some, by) if who is None else held_with_another_order(some, laid, who, by)
        for place, table in zip(places, tables, strict=True):
            found[place] = table
    return found


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
