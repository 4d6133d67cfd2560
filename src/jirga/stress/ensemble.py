"""Many questions on one machine or several: on any Executor, with the same numbers as one after another."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass
from typing import Generic, TypeVar

WAITING = 32
Item = TypeVar("Item")
Found = TypeVar("Found")
Tell = Callable[[int, int], None]
Work = Callable[[Sequence[Item]], list[Found]]


@dataclass(frozen=True)
class Run(Generic[Found]):
    """What came of many questions.

    Attributes
    ----------
    results : tuple
        One for each question, in their order; None where it was not got to.
    stopped : bool
        Whether somebody stopped it.
    """

    results: tuple[Found | None, ...]
    stopped: bool = False

    @property
    def done(self) -> int:
        """How many questions were answered."""
        return sum(one is not None for one in self.results)


def spread(
    work: Work[Item, Found],
    items: Sequence[Item],
    *,
    executor: Executor | None = None,
    size: int = 1,
    tell: Tell | None = None,
) -> Run[Found]:
    """Ask many questions, some at a time, wherever an executor asks them.

    Parameters
    ----------
    work : callable
        Answers some questions, in their order; for processes and clusters, a function at a module's top.
    items : sequence
        The questions. What is drawn is drawn before, so that it is the same wherever it is solved.
    executor : Executor, optional
        Threads, processes, a cluster's; without one, everything is done here.
    size : int
        How many questions go together.
    tell : callable, optional
        Told after each part how many of how many are answered.

    Returns
    -------
    Run
        Every answer at the place of its question: a part that is done twice, since a worker was lost on
        the way, counts once. If interrupted from the keyboard, what was done until then.

    Notes
    -----
    Where workers end without a word, as when memory runs out, what is missing is done here.

    Examples
    --------
    >>> from concurrent.futures import ThreadPoolExecutor
    >>> with ThreadPoolExecutor(2) as threads:
    ...     spread(lambda some: [one * one for one in some], range(5), executor=threads, size=2).results
    (0, 1, 4, 9, 16)
    """
    parts = [(start, items[start : start + size]) for start in range(0, len(items), size)]
    results: list[Found | None] = [None] * len(items)
    source = here(work, parts) if executor is None else elsewhere(work, parts, executor)
    try:
        for start, found in source:
            results[start : start + len(found)] = found
            if tell is not None:
                tell(sum(one is not None for one in results), len(items))
    except KeyboardInterrupt:
        source.close()
        return Run(tuple(results), stopped=True)
    return Run(tuple(results))


Part = tuple[int, Sequence[Item]]


def here(
    work: Work[Item, Found], parts: Sequence[Part[Item]]
) -> Generator[tuple[int, list[Found]], None, None]:
    """Answer part after part in this process."""
    for start, some in parts:
        yield start, work(some)


def elsewhere(
    work: Work[Item, Found], parts: Sequence[Part[Item]], executor: Executor
) -> Generator[tuple[int, list[Found]], None, None]:
    """Hand out parts, no more at a time than keep workers busy, and give what comes back as it comes."""
    left, under_way = list(reversed(parts)), dict[Future[list[Found]], Part[Item]]()
    try:
        while left or under_way:
            while left and len(under_way) < WAITING:
                part = left.pop()
                under_way[executor.submit(work, part[1])] = part
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                start, found = under_way[future][0], future.result()
                del under_way[future]
                yield start, found
    except BrokenExecutor:
        yield from here(work, [*under_way.values(), *reversed(left)])
    finally:
        for future in under_way:
            future.cancel()
