"""Numbers as people write them: in figures of any script, in words, in parts, with thousands and millions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from jirga.brief.checking.cutting import Word
from jirga.brief.checking.facts import Part, keys

UNITS = "zero one two three four five six seven eight nine ten eleven twelve"
TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
PLACES = "first second third fourth fifth sixth seventh eighth ninth tenth"
SMALL = f"{UNITS} {TEENS}".split()
TENS = dict(zip(ROUND.split(), range(20, 100, 10), strict=True))
WORDS = {word: number for number, word in enumerate(SMALL)} | TENS
LARGE = {
    "hundred": 100,
    "thousand": 1000,
    **dict.fromkeys(("million", "millions", "mn", "mln", "m"), 10**6),
    **dict.fromkeys(("billion", "billions", "bn", "b"), 10**9),
    **dict.fromkeys(("trillion", "tn"), 10**12),
    **dict.fromkeys(("lakh", "lakhs"), 10**5),
    **dict.fromkeys(("crore", "crores"), 10**7),
    "k": 1000,
    **dict.fromkeys(("dozen", "dozens"), 12),
}
LETTERS = {"m", "k", "b"}  # on their own these are metres, names and letters; behind a figure they are sizes
PARTS = {
    **dict.fromkeys(("half", "halves"), 2),
    **dict.fromkeys(("third", "thirds"), 3),
    **dict.fromkeys(("quarter", "quarters"), 4),
    **dict.fromkeys(("fifth", "fifths"), 5),
    **dict.fromkeys(("tenth", "tenths"), 10),
}
ORDINALS = {word: place for place, word in enumerate(PLACES.split(), start=1)}
NOT_A_NUMBER = {"the", "this", "that", "any", "every", "each", "another", "which", "no", "some"}
Read = tuple[int, Fraction]


def number(parts: Sequence[Part], at: int) -> Read | None:
    """Read the number that begins at a place: how many words it takes, and what it is.

    >>> from jirga.brief.checking.cutting import words
    >>> [str(number(words(one), 0)[1]) for one in ("20,000", "two hundred and five", "1.5 million")]
    ['20000', '205', '1500000']
    """
    return share(parts, at) or sized(parts, at)


def sized(parts: Sequence[Part], at: int) -> Read | None:
    """Read figures or words, and the sizes behind them."""
    start = figures(parts, at) or counted(parts, at) or hundreds(parts, at)
    if start is None:
        return None
    length, value = start
    while (size := large(parts, at + length)) is not None:
        length, value = length + 1, value * size
        more = remainder(parts, at + length, size)
        if more is not None:
            length, value = length + more[0], value + more[1]
    return length, value


def figures(parts: Sequence[Part], at: int) -> Read | None:
    """Read a number in figures, thousands set off by commas or spaces, of any script."""
    one = parts[at] if at < len(parts) else None
    if not isinstance(one, Word) or one.kind != "D":
        return None
    text, length = one.text.replace("\u066c", ",").replace("\u066b", "."), 1
    while text.isdecimal() and len(text.rstrip()) <= 3 * length and thousand(parts, at + length):
        text, length = text + parts[at + length].text, length + 1  # type: ignore[union-attr]
    if re.fullmatch(r"\d{1,3}(,\d\d(?:\d|,))+\d*", text) or re.fullmatch(r"\d{1,2}(,\d\d)+,\d{3}", text):
        text = text.replace(",", "")
    whole, _, rest = text.replace(",", ".").partition(".")
    digits = "".join(str(int(sign)) for sign in rest if sign.isdecimal())
    value = Fraction(int(whole)) + (Fraction(int(digits), 10 ** len(digits)) if digits else 0)
    return length, value


def thousand(parts: Sequence[Part], at: int) -> bool:
    """Whether three figures follow that can only be the rest of a number."""
    one = parts[at] if at < len(parts) else None
    return isinstance(one, Word) and one.kind == "D" and len(one.text) == 3 and one.text.isdecimal()


def counted(parts: Sequence[Part], at: int) -> Read | None:
    """Read a number under a hundred in words."""
    key = (keys(parts, at, 1) or ("",))[0]
    if key not in WORDS or (key == "one" and set(keys(parts, at - 1, 1)) & NOT_A_NUMBER):
        return None
    if key in TENS:
        skip = 2 if keys(parts, at + 1, 1) == ("-",) else 1
        unit = WORDS.get((keys(parts, at + skip, 1) or ("",))[0], 0)
        if 0 < unit < 10:
            return skip + 1, Fraction(TENS[key] + unit)
    return 1, Fraction(WORDS[key])


def hundreds(parts: Sequence[Part], at: int) -> Read | None:
    """Read the one that is meant in `a hundred`, `a dozen` and `a fortnight`."""
    lead, size = keys(parts, at, 2) or ("", "")
    counted_so = (size in LARGE and size not in LETTERS) or size == "fortnight"
    return (1, Fraction(1)) if lead == "a" and counted_so else None


def large(parts: Sequence[Part], at: int) -> int | None:
    """Read a size: hundred, million, bn, crore; single letters only close behind a figure."""
    one = parts[at] if at < len(parts) else None
    if not isinstance(one, Word) or one.key not in LARGE:
        return None
    return LARGE[one.key] if one.key not in LETTERS or (one.glued and one.text != "M") else None


def remainder(parts: Sequence[Part], at: int, size: int) -> Read | None:
    """Read what follows a size: the five of two hundred and five."""
    skip = 1 if keys(parts, at, 1) == ("and",) else 0
    rest = counted(parts, at + skip)
    if rest is None:
        return None
    length, value = rest
    if size > 100 and keys(parts, at + skip + length, 1) == ("hundred",):
        length, value = length + 1, value * 100
        tail = remainder(parts, at + skip + length, 100)
        length, value = (length + tail[0], value + tail[1]) if tail else (length, value)
    return (skip + length, value) if value < size else None


def share(parts: Sequence[Part], at: int) -> Read | None:
    """Read a part of a whole: half, a quarter, two thirds, 1/2."""
    key = (keys(parts, at, 1) or ("",))[0]
    if key == "half":
        return 1, Fraction(1, 2)
    some = figures(parts, at)
    if (
        some
        and keys(parts, at + 1, 1) in {("/",), ("\u2044",)}
        and (under := figures(parts, at + 2))
        and under[1]
    ):
        return 3, some[1] / under[1]
    top = 1 if key == "a" else WORDS.get(key, 0)
    skip = 2 if keys(parts, at + 1, 1) == ("-",) else 1
    below = (keys(parts, at + skip, 1) or ("",))[0]
    plural = below.endswith("s")
    if top and below in PARTS and (plural or top == 1):
        return skip + 1, Fraction(top, PARTS[below])
    return None


def ordinal(parts: Sequence[Part], at: int) -> tuple[int, int] | None:
    """Read a place in an order: first, 3rd."""
    key = (keys(parts, at, 1) or ("",))[0]
    if key in ORDINALS:
        return 1, ORDINALS[key]
    some, end = figures(parts, at), keys(parts, at + 1, 1)
    if some and end in {("st",), ("nd",), ("rd",), ("th",)} and some[1].denominator == 1:
        return 2, int(some[1])
    return None
