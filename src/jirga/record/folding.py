"""Search keys: what looks alike is found alike, in any script; keys are never shown, texts never changed."""

from __future__ import annotations

import re
import unicodedata

LETTERS = {
    **dict.fromkeys("يىۍ", "ی"),  # not yeh barree, nor the Pashto e: they tell words apart
    **dict.fromkeys("كڪ", "ک"),
    "ګ": "گ",
    **dict.fromkeys("ہەۀةۃ", "ه"),  # not do-chashmi he: it tells Urdu words apart
    **dict.fromkeys("أإٱ", "ا"),  # not alef with madda
    **dict.fromkeys("ـ`'\u2018\u2019\u02bb\u02bc\u02be\u02bf", ""),
}
# Marks over Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs; not the vowels of Indic scripts.
MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
WHOLE = re.compile("[\u0600-\u06ff\u0750-\u077f]")


class Keys(dict[int, str]):
    """What each sign becomes in a key; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = key(chr(code))
        return self[code]


def key(sign: str) -> str:
    """Fold one sign: a letter without case and accents, a digit, nothing, or the end of a word.

    >>> [key(sign) for sign in ("Ā", "۵", chr(0x200D), "-")]
    ['a', '5', '', ' ']
    """
    if sign in LETTERS:
        return LETTERS[sign]
    kind = unicodedata.category(sign)
    if kind == "Cf" or MARKS.match(sign):
        return ""
    if kind == "Nd":
        return str(unicodedata.digit(sign))
    if kind[0] not in "LMN" and kind != "Co":
        return " "
    return sign if WHOLE.match(sign) else MARKS.sub("", unicodedata.normalize("NFD", sign)).casefold()


KEYS = Keys()


def words(text: str) -> list[str]:
    """Give the folded words of a text, in order.

    >>> words("Tehreek-e-Taliban’s ۵۵ deaths")
    ['tehreek', 'e', 'talibans', '55', 'deaths']
    """
    return unicodedata.normalize("NFKC", text).translate(KEYS).split()


def folded(text: str) -> str:
    """Fold a text to its search key: case, accents, letter variants and invisible signs are gone.

    Examples
    --------
    >>> folded("خيبر") == folded("خیبر"), folded("کے") == folded("کی"), folded("Paktīkā")
    (True, False, 'paktika')
    """
    return " ".join(words(text))
