"""Phrases of a word list, found in the words of a sentence, in every form their first word takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")
WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_](?:[\w&/]|[.'-](?=\w))*")
OWNED = re.compile(r"'s$|(?<=s)'$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a sentence: as it stands, in small letters, and where; `owner` if it ends in 's."""

    text: str
    low: str
    start: int
    end: int
    owner: bool = False


@dataclass(frozen=True, slots=True)
class Hit(Generic[Meaning]):
    """A phrase found: from which word up to which, and what it means."""

    first: int
    last: int
    meaning: Meaning


def words_of(text: str) -> tuple[Word, ...]:
    """Cut a sentence into words; a possessive ending belongs to no word.

    Examples
    --------
    >>> [one.text for one in words_of("The U.S. and Iran's ex-envoy met 12 men.")]
    ['The', 'U.S.', 'and', 'Iran', 'ex-envoy', 'met', '12', 'men']
    """
    found = []
    for match in WORD.finditer(text):
        word, end = match[0], match.end()
        owned = OWNED.search(word)
        if owned or (text[end : end + 1] == "'" and word.endswith("s")):
            word = word[: owned.start()] if owned else word
            found.append(Word(word, word.lower(), match.start(), match.start() + len(word), owner=True))
        else:
            found.append(Word(word, word.lower(), match.start(), end))
    return tuple(found)


class Phrases(Generic[Meaning]):
    """Phrases and what they mean; found longest first, by their words in small letters or exactly."""

    def __init__(self, entries: Iterable[tuple[Sequence[str], Meaning]], *, exact: bool = False) -> None:
        self.exact = exact
        self.table: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for phrase, meaning in entries:
            self.table.setdefault(phrase[0], []).append((tuple(phrase[1:]), meaning))
        for some in self.table.values():
            some.sort(key=lambda one: -len(one[0]))

    def at(self, words: Sequence[Word], first: int) -> Hit[Meaning] | None:
        """Give the longest phrase that begins with a word."""
        for rest, meaning in self.table.get(self.form(words[first]), ()):
            last = first + 1 + len(rest)
            if last <= len(words) and all(
                self.form(word) == part for word, part in zip(words[first + 1 : last], rest, strict=True)
            ):
                return Hit(first, last, meaning)
        return None

    def find(self, words: Sequence[Word]) -> Iterator[Hit[Meaning]]:
        """Give the phrases of a sentence, none inside another."""
        first, forms = 0, [self.form(word) for word in words]
        while first < len(words):
            hit = self.at(words, first) if forms[first] in self.table else None
            if hit:
                yield hit
            first = hit.last if hit else first + 1

    def form(self, word: Word) -> str:
        """Give the form by which a word is looked up."""
        return word.text if self.exact else word.low


def inflected(phrase: str, irregular: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Give a phrase in every form of its first word.

    Examples
    --------
    >>> [" ".join(one) for one in inflected("deny it", {})]
    ['deny it', 'denies it', 'denied it', 'denying it']
    """
    first, *rest = phrase.split()
    forms = [first, *irregular[first]] if first in irregular else regular(first)
    return [[one, *rest] for one in forms]


def regular(verb: str) -> list[str]:
    """Give the forms of a regular verb; one that doubles its last letter is listed as irregular.

    Examples
    --------
    >>> regular("accuse"), regular("reach")
    (['accuse', 'accuses', 'accused', 'accusing'], ['reach', 'reaches', 'reached', 'reaching'])
    """
    if verb.endswith("e"):
        return [verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"]
    if re.search(r"[^aeiou]y$", verb):
        return [verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    return [
        verb,
        f"{verb}es" if re.search(r"(?:s|x|z|ch|sh)$", verb) else f"{verb}s",
        f"{verb}ed",
        f"{verb}ing",
    ]
