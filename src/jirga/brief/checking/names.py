"""The names in a sentence: parties by any of their names, all else with a name, words in other scripts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property

from jirga.brief.checking.cutting import Word, words
from jirga.brief.checking.facts import Fact, Part, keys, said
from jirga.brief.checking.openers import OPENERS, SINGULAR, VERBS

Hit = tuple[int, tuple[Fact, ...]]
ARTICLES, LONGEST, MOST_IN_A_NAME, SHOUTED = {"the", "a", "an"}, 8, 5, 4
CALLED = {"that", "this", "these", "those"}


class Names:
    """What a brief calls by name.

    Attributes
    ----------
    known : dict
        Names as the keys of their words, each with the first name of whoever is called so.
    """

    def __init__(self, groups: Iterable[Sequence[str]], texts: Iterable[str]) -> None:
        self.known: dict[tuple[str, ...], str] = {}
        for group in groups:
            some = [one for one in group if bare(one)]
            for one in some:
                self.known.setdefault(bare(one), some[0])
        self._texts = tuple(texts)

    @cached_property
    def _seen(self) -> tuple[frozenset[str], frozenset[str]]:
        every = [one for text in self._texts for one in words(text) if one.kind == "L"]
        capital = frozenset(stem(one) for one in every if one.text[0].isupper() and not one.first)
        return capital, frozenset(one.key for one in every if one.text.islower())

    def find(self, parts: Sequence[Part], at: int) -> Hit | None:
        """Find the name that begins at a place."""
        for length in range(min(LONGEST, len(parts) - at), 0, -1):
            if (who := self.called(parts, at, length)) is not None:
                shown = said(parts[at : at + length])
                return length, (Fact("name", who, own(shown)),)
        one = parts[at]
        if isinstance(one, Word) and one.kind == "L" and self.is_name(parts, at):
            return 1, (Fact("name", stem(one), own(one.text)),)
        return None

    def called(self, parts: Sequence[Part], at: int, length: int) -> str | None:
        """Say whose name some words are; short names in capitals only in capitals."""
        some = [one for one in parts[at : at + length] if isinstance(one, Word)]
        if len(some) != length or not some or some[0].kind not in "LD":
            return None
        key = (*(one.key for one in some[:-1]), stem(some[-1]))
        who = self.known.get(key)
        if who is None and key[-1] != some[-1].key:
            who = self.known.get((*key[:-1], some[-1].key))
        shouted = length == 1 and len(key[0]) <= SHOUTED and any(one.isupper() for one in self.shown(key))
        return None if shouted and not some[0].text[:2].isupper() else who

    def shown(self, key: tuple[str, ...]) -> set[str]:
        """Give a name as it is first written, where it is in capitals."""
        return {self.known[key]} if key in self.known else set()

    def is_name(self, parts: Sequence[Part], at: int) -> bool:
        """Whether a word names something: by its script, its capitals, or the figures in it."""
        one = parts[at]
        assert isinstance(one, Word)  # noqa: S101
        capital, lower = self._seen
        if not one.text[0].isupper():
            return foreign(one.text)
        coded = any(sign.isdigit() for sign in one.text) or (one.text.isupper() and len(one.text) > 1)
        if coded or foreign(one.text) or one.key in OPENERS:
            return one.key not in OPENERS
        if not one.first or one.key in lower:
            return not one.first
        if one.text.endswith("'s"):
            return True
        verb = set(keys(parts, at + 1, 1)) & (SINGULAR if one.key.endswith("s") else VERBS)
        return stem(one) in capital or bool(verb)


def bare(name: str) -> tuple[str, ...]:
    """Give a name as the keys of its words, without an article before it.

    >>> bare("the military"), bare("U.S.")
    (('military',), ('us',))
    """
    text = name.replace(".", "") if name.replace(".", "").isupper() else name
    some = [one.key for one in words(text) if one.kind in "LD"]
    return tuple(some[1:] if len(some) > 1 and some[0] in ARTICLES else some)


def stem(one: Word) -> str:
    r"""Give the key of a name without the ending of whose it is.

    >>> [stem(one) for one in words("Kabul\u2019s parties")]
    ['kabul', 'parties']
    """
    return Word(own(one.text), one.kind).key


def own(text: str) -> str:
    """Write a name without the ending of whose it is."""
    return text[:-2] if text.endswith(("'s", "'S")) and len(text) > 2 else text


def foreign(text: str) -> bool:
    """Whether a word is in letters other than Latin."""
    return any(unicodedata.category(one) == "Lo" or not latin(one) for one in text if one.isalpha())


def latin(sign: str) -> bool:
    """Whether a letter is Latin."""
    return unicodedata.name(sign, "LATIN").startswith(("LATIN", "FEMININE", "MASCULINE", "MODIFIER"))
