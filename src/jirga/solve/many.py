"""One conflict under many preferences: which states hold, draw by draw.

Some draws are solved at a time, side by side as the islands of one large conflict between which nobody moves.
So an ensemble is solved by the same functions as a single conflict, and with exactly the same results.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.board import Board
from jirga.conflict.moves import ArcMoves, Moves, OptionMoves, Rows
from jirga.conflict.preferences import Ranks
from jirga.conflict.states import States
from jirga.errors import InputError
from jirga.schema.words import STANDARDS, Standard
from jirga.solve.stability import CONCEPTS, refuse_if_too_much
from jirga.solve.sweeps.fibres import worth_compiling
from jirga.solve.sweeps.movers import Movers

SIDE_BY_SIDE, WAITING, MANY = 1 << 16, 16, 1 << 30
Draws = NDArray[np.int32]


@dataclass(frozen=True)
class Ensemble:
    """What holds under each of many draws of the parties' preferences.

    Attributes
    ----------
    holds : dict of bool arrays (n_draws, n_asked)
        Whether every party stays in each of the states asked about, by standard.
    counts : dict of int arrays (n_draws,)
        How many states every party stays in, by standard.
    """

    holds: dict[Standard, NDArray[np.bool_]]
    counts: dict[Standard, NDArray[np.int64]]


def solve_many(
    board: Board,
    draws: Draws | Iterable[Draws],
    *,
    standards: Sequence[Standard] = STANDARDS,
    asked: Sequence[int] | None = None,
    executor: Executor | None = None,
) -> Ensemble:
    """Solve one conflict under many preferences.

    Parameters
    ----------
    board : Board
        The states and moves; its ranks are not used.
    draws : int32 array (n_draws, n_parties, n_states), or an iterable of such arrays
        What each party prefers in each draw; higher is better. An iterable is drawn on as it is needed.
    standards : sequence of Standard
        Which standards to solve.
    asked : sequence of int, optional
        The rows of the states asked about; all of them if left out.
    executor : Executor, optional
        Where to solve, some draws at a time: threads, processes, or whatever else has its face.

    Raises
    ------
    TooLarge
        The conflict is larger than can be solved even once.
    InputError
        A draw does not rank the states of this conflict for each of its parties.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = board(conflict("prisoners"))
    >>> draws = np.stack([dilemma.ranks, dilemma.ranks[::-1], -dilemma.ranks])
    >>> solve_many(dilemma, draws).counts["nash"].tolist()
    [1, 1, 1]
    """
    refuse_if_too_much(Movers(board))
    rows = np.arange(len(board.states)) if asked is None else np.asarray(asked, dtype=np.int64)
    total = len(draws) * len(board.states) if isinstance(draws, np.ndarray) else MANY
    question = Question(tuple(standards), rows, compiled=worth_compiling(total))
    found = list(in_turn(board, draws, question, executor))
    none = solve_part(board, np.zeros((0, *board.ranks.shape), dtype=np.int32), question)
    return Ensemble(
        {one: np.concatenate([holds[one] for holds, _ in (none, *found)]) for one in standards},
        {one: np.concatenate([counts[one] for _, counts in (none, *found)]) for one in standards},
    )


@dataclass(frozen=True)
class Question:
    """What is asked of every draw: which standards, of which states; and whether to compile the sweeps."""

    standards: tuple[Standard, ...]
    rows: Rows
    compiled: bool


Found = tuple[dict[Standard, NDArray[np.bool_]], dict[Standard, NDArray[np.int64]]]


def in_turn(
    board: Board, draws: Draws | Iterable[Draws], question: Question, executor: Executor | None
) -> Iterator[Found]:
    """Solve part after part, in order, with no more of them waiting than are needed to keep busy."""
    waiting: deque[Future[Found]] = deque()
    for part in parts(board, draws):
        if executor is None:
            yield solve_part(board, part, question)
            continue
        waiting.append(executor.submit(solve_part, board, part, question))
        if len(waiting) >= WAITING:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def parts(board: Board, draws: Draws | Iterable[Draws]) -> Iterator[Draws]:
    """Cut draws into parts that are solved side by side."""
    shape = (len(board.ranks), len(board.states))
    most = max(1, min(SIDE_BY_SIDE // max(shape[1], 1), 1 << (62 - bits_used(board))))
    for some in [draws] if isinstance(draws, np.ndarray) else draws:
        if some.ndim != 3 or some.shape[1:] != shape:
            raise InputError(
                f"draws of shape {some.shape} do not fit {shape[0]} parties and {shape[1]} states. "
                f"Hint: give an array of (number of draws, {shape[0]}, {shape[1]})"
            )
        for start in range(0, len(some), most):
            yield some[start : start + most]


def solve_part(board: Board, draws: Draws, question: Question) -> Found:
    """Solve some draws side by side."""
    movers = Movers(side_by_side(board, draws), compiled=question.compiled)
    holds, counts = {}, {}
    for standard in question.standards:
        stays = [CONCEPTS[standard](movers, party) for party in movers.parties]
        table = np.logical_and.reduce(stays).reshape(len(draws), len(board.states))
        holds[standard], counts[standard] = table[:, question.rows], table.sum(axis=1)
    return holds, counts


def side_by_side(board: Board, draws: Draws) -> Board:
    """Put a conflict beside itself, once for each draw, with nothing that leads from one to another."""
    states, count = board.states, len(draws)
    ranks: Ranks = np.ascontiguousarray(draws.transpose(1, 0, 2), dtype=np.int32).reshape(draws.shape[1], -1)
    codes = (np.arange(count)[:, None] << bits_used(board) | states.codes[None, :]).reshape(-1)
    return Board(States(states.atoms, codes, states.by_states), islands(board.moves, codes, count), ranks)


def bits_used(board: Board) -> int:
    """Count the bits of the states' codes, those of options that no possible state takes among them."""
    own = board.moves.own if isinstance(board.moves, OptionMoves) else ()
    return max(sum(own), int(board.states.codes.max(initial=0))).bit_length()


def islands(moves: Moves, codes: Rows, count: int) -> Moves:
    """Repeat the moves on each of several copies of the states."""
    if isinstance(moves, OptionMoves):
        return OptionMoves(codes, moves.own, moves.one_way, moves.start)
    size = len(codes) // max(count, 1)
    offset = np.arange(count)[:, None] * size
    return ArcMoves(tuple((arcs[:, None, :] + offset).reshape(2, -1) for arcs in moves.arcs))
