"""Who reads the texts: this process, or a pool of others; a text that ends its process costs only itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Generic, TypeVar

from jirga.children import begin_quietly

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


@contextmanager
def processes(many: int | None = None) -> Iterator[Executor]:
    """Open a pool of processes, as many as there are cores; what still waits at its end is not begun."""
    pool = ProcessPoolExecutor(
        many or os.cpu_count(), mp_context=get_context("spawn"), initializer=begin_quietly
    )
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


class Crew(Generic[Asked, Answer]):
    """Does one kind of work, one piece after the other.

    Parameters
    ----------
    work : callable
        What is to be done with a piece; importable, where other processes do it.
    pool : Executor, optional
        Who does it, many at a time; this process if left out.
    lost : callable
        What to answer for a piece that ends every process that takes it up.
    """

    def __init__(
        self, work: Callable[[Asked], Answer], pool: Executor | None, lost: Callable[[Asked], Answer]
    ) -> None:
        self.work, self.pool, self.lost = work, pool, lost
        self.broken = False

    def begin(self, one: Asked) -> Future[Answer]:
        """Begin a piece of work; without others, do it."""
        if self.pool is not None and not self.broken:
            try:
                return self.pool.submit(self.work, one)
            except BrokenExecutor:
                self.broken = True
        done: Future[Answer] = Future()
        done.set_result(self.alone(one) if self.broken else self.work(one))
        return done

    def end(self, one: Asked, begun: Future[Answer]) -> Answer:
        """Wait for a piece of work; if its process has ended, try it once more, by itself."""
        try:
            return begun.result()
        except BrokenExecutor:
            self.broken = True
            return self.alone(one)

    def alone(self, one: Asked) -> Answer:
        """Do a piece of work in a process of its own, so that it is known which one ends its process."""
        with processes(1) as own:
            try:
                return own.submit(self.work, one).result()
            except BrokenExecutor:
                return self.lost(one)
