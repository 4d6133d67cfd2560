"""Two sentences side by side: what each states, and which words one has more often than the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from jirga.brief.checking.cutting import Word, words
from jirga.brief.checking.facts import Fact, Kind, Part
from jirga.brief.checking.names import Names, stem
from jirga.brief.checking.stating import stated

REFER = """
    it its itself they them their theirs themselves he him his she her hers who whom whose which both
    neither either each this that these those one such same latter former other others
"""
PRONOUNS = frozenset(REFER.split())


@dataclass(frozen=True)
class Statement:
    """A sentence, or a few, taken apart.

    Attributes
    ----------
    text : str
        As it is written.
    names : Names
        What the brief calls by name.
    """

    text: str
    names: Names

    @cached_property
    def parts(self) -> list[Part]:
        """What is stated, with the other words between."""
        return stated(self.text, self.names)

    @cached_property
    def count(self) -> Counter[str]:
        """How often each word stands there."""
        return Counter(one.key for one in words(self.text))

    @cached_property
    def spoken(self) -> Counter[str]:
        """How often each word stands there that is no part of a number."""
        some = [one.text if isinstance(one, Word) else one.shown for one in self.parts if not number(one)]
        return Counter(one.key for text in some for one in words(text))

    def of(self, kind: Kind) -> list[Fact]:
        """Give what is stated of one kind."""
        return [one for one in self.parts if isinstance(one, Fact) and one.kind == kind]

    def has(self, name: str) -> bool:
        """Whether words stand there, one after the other."""
        some = [stem(one) for one in words(self.text)]
        key = [stem(one) for one in words(name) if one.kind in "LD"]
        return bool(key) and any(some[at : at + len(key)] == key for at in range(len(some)))


@dataclass(frozen=True)
class Both:
    """What a sentence said, and what it says now."""

    was: Statement
    now: Statement

    def more(self, some: Iterable[str]) -> bool:
        """Whether one of some words stands there more often now."""
        return any(self.now.count[one] > self.was.count[one] for one in some)

    def fewer(self, some: Iterable[str]) -> bool:
        """Whether one of some words stands there less often now."""
        return any(self.now.count[one] < self.was.count[one] for one in some)


def number(one: Part) -> bool:
    """Whether a part of a sentence is a number."""
    return isinstance(one, Fact) and one.kind == "number"


def left(
    some: Sequence[Fact], others: Sequence[Fact], same: Callable[[Fact], Hashable]
) -> tuple[list[Fact], list[Fact]]:
    """Take out what stands on both sides, each as often as on the other; give what is left of either."""
    over = Counter(map(same, some)) - Counter(map(same, others))
    under = Counter(map(same, others)) - Counter(map(same, some))
    return taken(some, over, same), taken(others, under, same)


def taken(some: Sequence[Fact], counts: Counter[Hashable], same: Callable[[Fact], Hashable]) -> list[Fact]:
    """Give as many facts of each kind as are counted, the last first met."""
    found, open_ = [], Counter(counts)
    for one in reversed(some):
        if open_[same(one)] > 0:
            open_[same(one)] -= 1
            found.append(one)
    return found[::-1]
