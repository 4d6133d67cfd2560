"""Work in other processes: a piece that ends its process costs only itself, and none outlives its parent."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor

import pytest

from jirga.review.crew import Crew, processes

BEGINS = """
import sys, time
from jirga.review.crew import processes
if __name__ == "__main__":
    with processes(2) as pool:
        list(pool.map(abs, range(9)))
        print("begun", flush=True)
        time.sleep(60)
"""


def doubled(number: int) -> int:
    """Double a number; three ends its process."""
    if number == 3:
        os._exit(9)
    return 2 * number


def lost(number: int) -> int:
    """What is said of a number that ended its process."""
    return -number


@pytest.fixture
def pool() -> Iterator[Executor]:
    """Two processes."""
    with processes(2) as some:
        yield some


def done(crew: Crew[int, int], numbers: range) -> list[int]:
    """Begin all of some work, and then wait for it."""
    begun = [(number, crew.begin(number)) for number in numbers]
    return [crew.end(number, one) for number, one in begun]


def test_here_or_by_others() -> None:
    """With others or without, the same comes of it."""
    for some in (None, ThreadPoolExecutor(2)):
        assert done(Crew(doubled, some, lost), range(3)) == [0, 2, 4]


@pytest.mark.slow
def test_a_piece_that_ends_its_process_is_known(pool: Executor) -> None:
    """It alone is lost; what was begun with it, and what comes after it, is done."""
    crew = Crew(doubled, pool, lost)
    assert done(crew, range(6)) == [0, 2, 4, -3, 8, 10]
    assert done(crew, range(2, 5)) == [4, -3, 8]


@pytest.mark.slow
def test_none_lives_on_after_a_kill() -> None:
    """Processes end with the one that began them, even if it is killed."""
    command = [sys.executable, "-c", BEGINS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, process_group=0) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        process.kill()
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    raise AssertionError("processes live on")
