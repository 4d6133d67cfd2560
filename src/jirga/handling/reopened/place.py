"""A place in a file where words stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from jirga.errors import CannotLookInto


@dataclass(frozen=True)
class Place:
    """Some words, and where in a file they stand.

    Attributes
    ----------
    part : str
        The part of the file, as word/document.xml or page 2.
    text : str
        The words.
    structured : bool
        Whether each line is a value by itself, as a cell, a key or an attribute, where an id can stand alone.
    """

    part: str
    text: str
    structured: bool = False


Reopen = Callable[[bytes, str, int], Iterator[Place]]
DEEPEST = 8
HINT = "only files that can be searched whole are handed over; leave that part out"


def values(part: str, some: Iterable[str]) -> Iterator[Place]:
    """Make one place of some values, each on a line."""
    text = "\n".join(" ".join(one.split("\n")) for one in some if one)
    if text:
        yield Place(part, text, structured=True)


def inside(part: str, name: str) -> str:
    """Name a part of a part.

    >>> inside("", "word/document.xml"), inside("a.zip", "b.png")
    ('word/document.xml', 'a.zip > b.png')
    """
    return f"{part} > {name}" if part else name


def closed(part: str, why: str) -> CannotLookInto:
    """Make the error of a part that cannot be searched."""
    return CannotLookInto(f"{part or 'it'} cannot be searched: {why}", HINT)
