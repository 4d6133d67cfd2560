"""What must not appear in a copy: every name, id, quotation and text above its level, each with its kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from jirga.handling.needles import Needles

What = Literal["name", "id", "label", "words", "quotation", "formula", "address", "citation", "file name"]


@dataclass(frozen=True, order=True)
class Secret:
    """Something that must not appear.

    Attributes
    ----------
    what : str
        What kind of thing it is.
    text : str
        The thing itself.
    """

    what: What
    text: str


@dataclass(frozen=True)
class Protected:
    r"""Everything that must not appear in a copy.

    Attributes
    ----------
    secrets : tuple of Secret
        The things, each once.
    level : str
        The level of the copy, for messages.
    spared : frozenset of int
        The runs of words of them that what is kept says as well.

    Examples
    --------
    >>> saif = Protected((Secret("name", "Barrister Saif"),), "green")
    >>> [one.what for one in saif.found("told by BARRISTER\u00a0SA\u00adIF himself")]
    ['name']
    """

    secrets: tuple[Secret, ...]
    level: str = ""
    spared: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.secrets)

    @cached_property
    def needles(self) -> Needles:
        """What is searched for."""
        return Needles(((one.what, one.text) for one in self.secrets), self.spared)

    def found(self, text: str, *, structured: bool = False) -> list[Secret]:
        """Give the things that a text holds; in a structured place, as a table's cell, ids too."""
        numbers = self.needles.numbers(text, structured=structured)
        return [self.secrets[number] for number in sorted(numbers)]

    def values_in(self, text: str) -> list[Secret]:
        """Give the things that are a whole line of a text."""
        if not self.needles.values:
            return []
        numbers = {number for line in set(text.split("\n")) for number in self.needles.whole(line)}
        return [self.secrets[number] for number in sorted(numbers)]


def protected(
    secrets: Iterable[Secret], level: str, kept: Iterable[str]
) -> tuple[Protected, tuple[Secret, ...]]:
    """Protect some things, but for those that what is kept says as well; gives these too.

    Notes
    -----
    Of a long text only those runs of words are spared that what is kept says.
    """
    every, texts = Protected(tuple(sorted({one for one in secrets if one.text.strip()})), level), set(kept)
    needles, said = every.needles, "\n".join(texts)
    spared = frozenset(needles.spared_by(said))
    anyway = {number for text in texts for number in needles.whole(text)} | needles.lost(spared)
    anyway |= needles.numbers(said, structured=True, runs=False)
    rest = tuple(one for number, one in enumerate(every.secrets) if number not in anyway)
    return Protected(rest, level, spared), tuple(every.secrets[number] for number in sorted(anyway))
