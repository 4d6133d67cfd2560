"""Folding more than a search does: what only looks alike is taken for alike, and nothing slips through."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jirga.handling.windows import Codes, codes_of
from jirga.record.folding import KEYS

LOOSE = {
    **dict.fromkeys("آٲٳ", "ا"),
    **dict.fromkeys("ھۂۃۿ", "ه"),
    **dict.fromkeys("ےېئۓێ", "ی"),
    **dict.fromkeys("ؤۄۇۆۈۋ", "و"),
    **dict.fromkeys("ء\u3164\u115f\u1160\uffa0", ""),
    **dict(zip("øłđħıŧðþæœ", ("o", "l", "d", "h", "i", "t", "d", "th", "ae", "oe"), strict=True)),
}


class Folding(dict[int, str]):
    """What each sign becomes; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = "".join(
            LOOSE.get(sign, sign) for sign in KEYS[code] if unicodedata.category(sign) not in {"Mn", "Me"}
        )
        return self[code]


FOLDING = Folding()


def loose(text: str) -> str:
    r"""Fold a text: case, accents, letter variants, vowel signs and what cannot be seen are gone.

    >>> loose("Øystein").split(), loose("آزاد") == loose("ازاد"), loose("Sa\u00adif’s").split()
    (['oystein'], True, ['saifs'])
    """
    return unicodedata.normalize("NFKC", text).translate(FOLDING)


@dataclass(frozen=True)
class Letters:
    """The letters and digits of a text without what stands between them, and where its words begin."""

    letters: str
    starts: NDArray[np.int64]

    @property
    def codes(self) -> Codes:
        """The letters as numbers."""
        return codes_of(self.letters)


def letters(text: str) -> Letters:
    """Take the letters of a text."""
    words = loose(text).split()
    lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    starts = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)])[: len(words)]
    return Letters("".join(words), starts)
