"""What is asked of every edited conflict, and what is then so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.board import Board
from jirga.schema.words import STANDARDS, Standard
from jirga.stress.islands import Attained, Held


@dataclass(frozen=True)
class Question:
    """What is asked of every edited conflict.

    Attributes
    ----------
    outcomes : tuple of tuple of str
        The states asked about, each by the options taken.
    asks : tuple of str
        Formulas: is there a state with it that holds, and can be got to?
    today : tuple of str or None
        The status quo; None where the file has none.
    together : int
        The largest number of parties that move together.
    standards : tuple of str
        By which standards.
    """

    outcomes: tuple[tuple[str, ...], ...]
    asks: tuple[str, ...]
    today: tuple[str, ...] | None
    together: int
    standards: tuple[Standard, ...] = STANDARDS


@dataclass(frozen=True)
class Verdicts:
    """What holds, and what can be got to, in one conflict.

    Attributes
    ----------
    holds : dict of tuple of bool
        By standard, whether each outcome asked about holds; false where it cannot be.
    attained : tuple of bool or None
        Whether each can be got to; None where that was not worked out.
    asks : dict of tuple of bool or None
        By standard, whether a state with each thing asked for holds and can be got to.
    """

    holds: dict[Standard, tuple[bool, ...]]
    attained: tuple[bool, ...] | None
    asks: dict[Standard, tuple[bool, ...]] | None


def start_of(board: Board, question: Question) -> int | None:
    """Give the row of the status quo; None where the file has none, -1 where it cannot be."""
    if question.today is None:
        return None
    row = board.states.find(question.today)
    return -1 if row is None else row


def picked(table: NDArray[np.bool_], rows: Sequence[int | None]) -> tuple[bool, ...]:
    """Look some rows up; what cannot be is not so."""
    return tuple(row is not None and bool(table[row]) for row in rows)


def on_asks(
    board: Board, question: Question, holding: Held, there: Attained
) -> dict[Standard, tuple[bool, ...]]:
    """Say of each thing asked for whether a state with it holds and can be got to."""
    where = [board.states.truth(about) & there for about in question.asks]
    return {one: tuple(bool((holding[one] & some).any()) for some in where) for one in question.standards}
