"""Many preferences solved side by side give exactly what each gives by itself."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conflicts import conflicts
from jirga.conflict.board import Board, board
from jirga.errors import InputError, TooLarge
from jirga.examples import conflict
from jirga.schema.conflict import Conflict
from jirga.schema.words import STANDARDS
from jirga.solve import many
from jirga.solve.many import Ensemble, Question, in_turn, solve_many, solve_part
from jirga.solve.stability import stability
from jirga.solve.sweeps.movers import Movers


def drawn(laid: Board, seed: int, count: int = 5) -> np.ndarray:
    """Some orders of the states, with ties, for every party."""
    shape = (count, len(laid.ranks), len(laid.states))
    return np.random.default_rng(seed).integers(-1, 6, shape).astype(np.int32)


def one_by_one(laid: Board, draws: np.ndarray) -> list[dict]:
    """Solve each draw as a conflict of its own."""
    return [stability(Movers(replace(laid, ranks=ranks), compiled=False)) for ranks in draws]


def same(found: Ensemble, expected: list[dict], asked: list[int] | slice = slice(None)) -> bool:
    """Whether an ensemble holds the same as conflicts solved one by one."""
    for standard in STANDARDS:
        holding = np.array([one[standard].all(axis=0) for one in expected])
        assert np.array_equal(found.holds[standard], holding[:, asked]), standard
        assert np.array_equal(found.counts[standard], holding.sum(axis=1)), standard
    return True


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(conflict=conflicts, seed=st.integers(0, 1 << 30))
def test_side_by_side_changes_nothing(conflict: Conflict, seed: int) -> None:
    """By options and by states, with ties, rules and one-way options, every draw is as if alone."""
    laid = board(conflict)
    draws = drawn(laid, seed)
    assert same(solve_many(laid, draws), one_by_one(laid, draws))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(conflict=conflicts, seed=st.integers(0, 1 << 30))
def test_compiled_side_by_side_changes_nothing(conflict: Conflict, seed: int) -> None:
    """Compiled, the same."""
    pytest.importorskip("numba")
    laid = board(conflict)
    draws = drawn(laid, seed)
    rows = np.arange(len(laid.states))
    holds, counts = solve_part(laid, draws, Question(STANDARDS, rows, compiled=True))
    assert same(Ensemble(holds, counts), one_by_one(laid, draws))


def test_parts_generators_and_threads_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """However the draws come, are cut and are handed out, they come back in their order."""
    laid = board(conflict("ttp_pakistan_2021"))
    draws = drawn(laid, 1, count=40)
    expected = one_by_one(laid, draws)
    monkeypatch.setattr(many, "SIDE_BY_SIDE", 3 * len(laid.states))
    monkeypatch.setattr(many, "WAITING", 2)
    assert same(solve_many(laid, draws, asked=[5, 0]), expected, [5, 0])
    with ThreadPoolExecutor(2) as pool:
        assert same(solve_many(laid, iter([draws[:7], draws[7:]]), executor=pool), expected)


def test_no_draws_give_empty_answers() -> None:
    """Nothing drawn is an ensemble of nothing, in its shape."""
    laid = board(conflict("prisoners"))
    found = solve_many(laid, drawn(laid, 1, count=0))
    assert found.holds["nash"].shape == (0, 4)
    assert found.counts["seq"].shape == (0,)


def test_draws_that_do_not_fit_are_refused() -> None:
    """Ranks for other states or parties are refused with the shape they should have."""
    laid = board(conflict("prisoners"))
    with pytest.raises(InputError, match=r"\(3, 2, 5\) do not fit 2 parties and 4 states"):
        solve_many(laid, np.zeros((3, 2, 5), dtype=np.int32))


def test_an_iterable_is_drawn_on_as_it_is_needed() -> None:
    """With an executor, no more is drawn ahead than is waiting to be solved."""
    laid = board(conflict("prisoners"))
    taken = []

    def draws():
        for number in range(100):
            taken.append(number)
            yield drawn(laid, number, count=1)

    with ThreadPoolExecutor(1) as pool:
        question = Question(STANDARDS, np.arange(4), compiled=False)
        next(in_turn(laid, draws(), question, pool))
    assert len(taken) == many.WAITING


def test_what_is_too_large_once_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A conflict that cannot be solved once is refused before anything is drawn."""
    monkeypatch.setattr("jirga.solve.stability.WORK", 3)
    laid = board(conflict("prisoners"))
    with pytest.raises(TooLarge):
        solve_many(laid, iter([]))
