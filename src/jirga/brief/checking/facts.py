"""What a sentence states: the figures, names and turning words in it, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from jirga.brief.checking.cutting import Word

Kind = Literal["number", "name", "negation", "modality", "quantity", "result", "basis"]


@dataclass(frozen=True)
class Fact:
    """One thing that a sentence states.

    Attributes
    ----------
    kind : str
        What kind of thing it is.
    value : str
        What it is, however it is written.
    shown : str
        How it is written there.
    bound : str
        Of a number: >, >=, <, <= or ~ where it is no more than a bound, or not exact.
    unit : str
        Of a number: what it counts, where that is a measure, a currency or a share.
    """

    kind: Kind
    value: str
    shown: str
    bound: str = ""
    unit: str = ""


Part = Word | Fact
Finder = Callable[[Sequence[Part], int], "tuple[int, tuple[Fact, ...]] | None"]


def found(parts: Iterable[Part], finder: Finder) -> list[Part]:
    """Put facts in the place of the words that state them; what is a fact already stays.

    Parameters
    ----------
    finder : callable
        Says of a place how many words from there on state which facts; None if they state none.
    """
    some, at = list(parts), 0
    made: list[Part] = []
    while at < len(some):
        hit = None if isinstance(some[at], Fact) else finder(some, at)
        made += hit[1] if hit else [some[at]]
        at += hit[0] if hit else 1
    return made


def keys(parts: Sequence[Part], at: int, length: int) -> tuple[str, ...]:
    """Give the keys of some words that follow one another; none where a fact is among them."""
    some = [one for one in parts[at : at + length] if isinstance(one, Word)] if at >= 0 else []
    return tuple(one.key for one in some) if len(some) == length else ()


def said(parts: Sequence[Part]) -> str:
    """Write words as they stood there."""
    made = ""
    for one in parts:
        text = one.text if isinstance(one, Word) else one.shown
        tight = isinstance(one, Word) and one.glued
        made += text if tight or not made else f" {text}"
    return made
