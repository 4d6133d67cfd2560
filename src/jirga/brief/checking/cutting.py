"""Sentences cut into words, however a word processor wrote their quotation marks, spaces and dashes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from jirga.record.folding import folded

QUOTES = str.maketrans(
    {**dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'), "\u2018": "'", "\u2019": "'"}
)
DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
TOKEN = re.compile("L+(?:AL+)*D*|D+(?:PD+)*|H|P|Q|A|X")
ENDED = re.compile(r"[.!?\u061f\u06d4\u3002\u2026][\"')\]]*\s+(?=[\"'(\[]*(?:[A-Z]|[^\W\d_a-z]|\d))")
SHORT = re.compile(
    r"(?:^|[\s(\"])(?:[A-Z]|(?:[A-Z]\.)+[A-Z]|\d{1,2}|[Nn]o|[Gg]en|[Cc]ol|[Dd]r|[Mm]rs?|[Ss]t|vs|e\.g|i\.e|ca)\.$"
)


@dataclass(frozen=True)
class Word:
    """A word, a number or a sign.

    Attributes
    ----------
    text : str
        As it stands there.
    kind : str
        L letters, D digits, or else a sign.
    first : bool
        Whether a sentence, a quotation or what follows a colon begins with it.
    glued : bool
        Whether no space stands before it.
    """

    text: str
    kind: str
    first: bool = False
    glued: bool = False

    @property
    def key(self) -> str:
        """The word without case, accents and variants of letters; a sign as it is."""
        return folded(self.text) or self.text


def plain(text: str) -> str:
    r"""Write quotation marks, dashes and spaces in one way, and drop signs that do not show.

    >>> plain("\u201cno\u00a0deal\u201d \u2013 isn\u2019t")
    '"no deal" - isn\'t'
    """
    shown = unicodedata.normalize("NFKC", text.translate(QUOTES).translate(DASHES)).translate(DASHES)
    seen = (sign for sign in shown if unicodedata.category(sign) not in {"Cf", "Cc"} or sign in "\n\t")
    return " ".join("".join(seen).split())


def sort(sign: str) -> str:
    """Say what a sign is in a word: a letter, a digit, an apostrophe, a hyphen, a stop, a quotation mark."""
    kind = unicodedata.category(sign)
    if kind[0] in "LM":
        return "L"
    if kind == "Nd":
        return "D"
    return {"'": "A", "-": "H", ".": "P", ",": "P", '"': "Q", " ": " "}.get(sign, "X")


def words(text: str) -> list[Word]:
    r"""Cut a text into words, numbers and signs; hyphens only matter between figures.

    >>> [one.text for one in words("Kabul isn\u2019t at A7: 20,000 draws.")]
    ['Kabul', "isn't", 'at', 'A7', ':', '20,000', 'draws', '.']
    """
    return [word for one in sentences(text) for word in cut(one)]


def cut(sentence: str) -> Iterator[Word]:
    """Cut one sentence."""
    kinds, first, end = "".join(map(sort, sentence)), True, 0
    for found in TOKEN.finditer(kinds):
        text, kind = sentence[found.start() : found.end()], found[0][0]
        yield Word(text, kind, first and kind == "L", glued=found.start() == end)
        first, end = kind == "Q" or text in ":;(" or (first and kind not in "LD"), found.end()


def sentences(text: str) -> list[str]:
    """Cut a text into sentences; an initial, a number of a list and a title end none.

    >>> sentences("It holds. Gen. Munir would leave. 1. Kabul: no.")
    ['It holds.', 'Gen. Munir would leave.', '1. Kabul: no.']
    """
    shown, found, start = plain(text), [], 0
    for end in ENDED.finditer(shown):
        if not SHORT.search(shown[start : end.start() + 1]):
            found.append(shown[start : end.end()].strip())
            start = end.end()
    return [one for one in (*found, shown[start:].strip()) if one]
