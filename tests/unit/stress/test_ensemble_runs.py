"""Ensembles: the same answers wherever they run, nothing lost, and what is done when stopped."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

import jirga
from jirga.errors import ClusterTrouble
from jirga.stress.ensemble import spread
from jirga.stress.workers import processes, refuse_others, workers

SMALL = """
title: Small
parties:
  a:
    name: A
    options: {x: x}
    prefers: [{want: x and y, readings: [not x, y]}, {want: x, places: [1, 3]}, not y]
  b: {name: B, options: {y: y}, prefers: [{want: y, readings: [not y]}, {want: x, places: [1, 2]}]}
status_quo: []
outcomes: {both: [x, y], none: []}
asks: [{about: x and y, says: both}]
"""


def squares(some: Sequence[int]) -> list[int]:
    """Square numbers."""
    return [one * one for one in some]


def dies_elsewhere(some: Sequence[int]) -> list[int]:
    """End the process without a word at the third number, unless this is the first process."""
    if 3 in some and os.environ.get("JIRGA_TEST_HOME") != str(os.getpid()):
        os._exit(1)
    return squares(some)


def stops(some: Sequence[int]) -> list[int]:
    """Be interrupted from the keyboard at the seventh number."""
    if 7 in some:
        raise KeyboardInterrupt
    return squares(some)


class Backwards(Executor):
    """Answers the last question first, and only when several wait."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Future, object, object]] = []

    def submit(self, fn, /, *args, **kwargs):
        """Wait until four are there."""
        future: Future = Future()
        self.waiting.append((future, fn, args))
        if len(self.waiting) >= 4:
            for one, work, given in reversed(self.waiting):
                one.set_result(work(*given))
            self.waiting.clear()
        return future


@pytest.mark.parametrize("size", [1, 3, 100])
def test_in_order_wherever(size: int) -> None:
    """Each answer stands at the place of its question, whoever answers when."""
    expected = tuple(one * one for one in range(12))
    assert spread(squares, range(12), size=size).results == expected
    with ThreadPoolExecutor(3) as threads:
        assert spread(squares, range(12), executor=threads, size=size).results == expected
    if size == 1:
        assert spread(squares, range(12), executor=Backwards()).results == expected


@pytest.mark.slow
def test_workers_that_end_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a lost process leaves undone is done here: nothing is lost, nothing counted twice."""
    monkeypatch.setenv("JIRGA_TEST_HOME", str(os.getpid()))
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        found = spread(dies_elsewhere, range(20), executor=pool, size=2)
    assert found.results == tuple(one * one for one in range(20))
    assert (found.done, found.stopped) == (20, False)


def test_stopped_from_the_keyboard() -> None:
    """What was done until then is kept, and how far it got is told."""
    told: list[tuple[int, int]] = []
    found = spread(stops, range(20), size=2, tell=lambda done, total: told.append((done, total)))
    assert (found.done, found.stopped) == (6, True)
    assert found.results[:6] == (0, 1, 4, 9, 16, 25)
    assert told == [(2, 20), (4, 20), (6, 20)]
    with ThreadPoolExecutor(1) as threads:
        found = spread(stops, range(20), executor=threads, size=2)
    assert found.stopped
    assert found.done < 20
    assert all(one in {None, place * place} for place, one in enumerate(found.results))


def test_the_same_numbers_on_processes(tmp_path: Path) -> None:
    """Readings solved on processes give the same figures as here, to the last bit."""
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    talks = jirga.load(path)
    with processes(2) as pool:
        there = talks.ranges(draws=20, seed=5, executor=pool)
    here = talks.ranges(draws=20, seed=5)
    assert there.to_json() == here.to_json()
    assert talks.ranges(draws=20, seed=6).to_json() != here.to_json()


def test_where_to_solve() -> None:
    """One process is this one; a cluster that is not there, or has another version, is refused in words."""
    with workers(1) as executor:
        assert executor is None
    with workers(2) as executor:
        assert isinstance(executor, ProcessPoolExecutor)
    with pytest.raises(ClusterTrouble, match=r"have jirga 0\.0"):
        refuse_others({"tcp://a": "0.0"})
    with pytest.raises(ClusterTrouble, match="no workers"):
        refuse_others({})
