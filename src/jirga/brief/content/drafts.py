"""Sentences of an answer put under keys, before their sources are numbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jirga.brief.drawings.drawing import Drawing
from jirga.schema.answer import Sentence


@dataclass(frozen=True)
class Said:
    """A sentence, and the key that it has in every brief of a conflict."""

    key: str
    sentence: Sentence


@dataclass(frozen=True)
class DraftGrid:
    """A table whose cells are sentences."""

    head: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]
    note: str = ""


@dataclass(frozen=True)
class Draft:
    """A part of a brief whose sources are not numbered yet."""

    key: str
    heading: str
    said: tuple[Said, ...] = ()
    grid: DraftGrid | None = None
    drawing: Drawing | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.said or self.grid or self.drawing)


def keyed(key: str, some: Iterable[Sentence]) -> Iterator[Said]:
    """Give each of some sentences a key of its own: the part's, and its place."""
    for place, one in enumerate(some, start=1):
        yield Said(f"{key}.{place}", one)


def plain(*cells: str) -> tuple[Sentence, ...]:
    """Make a table's row of words that rest on nothing."""
    return tuple(Sentence((cell,)) for cell in cells)


def joined(some: list[Sentence]) -> Iterator[str | Sentence]:
    """Put sentences after one another."""
    for place, one in enumerate(some):
        yield " " if place else ""
        yield one
