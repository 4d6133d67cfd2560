"""What is held to a level: what remains, what must not appear, and in words how much was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from jirga.conflict.file import ConflictFile, read_text, text_of
from jirga.handling.protected import Protected, Secret
from jirga.schema.conflict import Conflict
from jirga.schema.words import Level

FEW = 3
OTHER, ITEM = "other item", "item"


@dataclass(frozen=True)
class Held:
    """A conflict held to a level.

    Attributes
    ----------
    level : str
        Up to which level things may be seen.
    conflict : Conflict
        What may be seen.
    left_out : dict
        How many things were left out, by kind; kinds with fewer than three are counted together, because a
        small count can tell what it was.
    protected : Protected
        What must not appear in anything that is made of it.
    said_anyway : tuple of Secret
        What was left out and is said in what remains all the same, so that it cannot be protected.
    """

    level: Level
    conflict: Conflict
    left_out: dict[str, int]
    protected: Protected
    said_anyway: tuple[Secret, ...] = ()

    @cached_property
    def file(self) -> ConflictFile:
        """The conflict as a file of its own, checked as any other; `jirga.api.Conflict` solves it."""
        return read_text(text_of(self.conflict), f"the copy for level {self.level}")


class Counts(Protocol):
    """What says how much was left out."""

    @property
    def level(self) -> Level: ...  # noqa: D102

    @property
    def left_out(self) -> dict[str, int]: ...  # noqa: D102


def counted_together(many: Mapping[str, int]) -> dict[str, int]:
    """Count kinds with few things together.

    >>> counted_together({"want": 5, "party": 1, "source": 2})
    {'want': 5, 'other item': 3}
    """
    counts = {kind: count for kind, count in many.items() if count >= FEW}
    rest = sum(count for kind, count in many.items() if count < FEW)
    return counts | ({OTHER: rest} if rest else {})


def difference(whole: Mapping[str, int], part: Mapping[str, int]) -> dict[str, int]:
    """Say how many things of each kind a part has less than the whole."""
    left = Counter(whole)
    left.subtract(part)
    return counted_together({kind: count for kind, count in left.items() if count > 0})


def left_out_words(held: Counts) -> str:
    """Say in words how much was left out; nothing if nothing was.

    Examples
    --------
    >>> from jirga.handling.held import Held
    >>> from jirga.examples import conflict
    >>> left_out_words(Held("green", conflict("prisoners"), {"want": 5, "other item": 2}, Protected(())))[:83]
    'This copy is for level green: 5 wants and a few other items above it were left out.'
    """
    if not held.left_out:
        return ""
    alone = len(held.left_out) == 1
    parts = [
        counted(ITEM if alone and kind == OTHER else kind, count) for kind, count in held.left_out.items()
    ]
    listed = " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]
    return (
        f"This copy is for level {held.level}: {listed} above it were left out. "
        "All that it says follows from what remains; with what was left out it might come out otherwise."
    )


def counted(kind: str, count: int) -> str:
    """Say how many, unless they are so few that the number could tell something."""
    return f"{count:,} {PLURALS.get(kind, kind + 's')}" if count >= FEW else f"a few {kind}s"


PLURALS = {"party": "parties", "rule of consent": "rules of consent", "sign to watch": "signs to watch"}
