"""Searching a long text for many things at once, whatever their spelling, spacing and script variant."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

import numpy as np

from jirga.handling.form_words import OWN_WORDS, terse
from jirga.handling.loosely import Letters, letters
from jirga.handling.standing import LONG, SHORT, UNSPACED, Needle, stands
from jirga.handling.windows import Codes, Wanted, hash_of, hashes

RUN = 26  # so many letters of a quotation in a row are about five words
PIECE, OVERLAP = 1_000_000, 4_000
TOKEN = re.compile(r"\w+(?:#\w+)?")
WORD = re.compile(r"[^\W_]+")
PLAIN = re.compile(r"[a-z]+\Z")
NAMES = {"name", "file name"}
COMMON = {
    *(
        "a",
        "i",
        "an",
        "as",
        "at",
        "be",
        "by",
        "do",
        "go",
        "he",
        "if",
        "in",
        "is",
        "it",
        "me",
        "my",
        "no",
        "of",
    ),
    *(
        "on",
        "or",
        "so",
        "to",
        "up",
        "us",
        "we",
        "all",
        "and",
        "any",
        "but",
        "can",
        "day",
        "end",
        "for",
        "has",
    ),
    *(
        "key",
        "map",
        "may",
        "new",
        "not",
        "now",
        "old",
        "one",
        "out",
        "per",
        "she",
        "ten",
        "the",
        "top",
        "two",
    ),
    *("was", "who", "yes", "you"),
}
TEXTS = {"words", "quotation", "label"}


class Needles:
    """Many things to look for.

    Notes
    -----
    Texts are compared by their folded letters and digits alone. Every window of a text is hashed at once, and
    only where a hash is wanted are the letters themselves compared. Of a long text, every run of 26 letters
    that begins with a word is looked for: about five words. What is short counts only as a word of its own;
    ids that are plain words, and formulas, count only in structured places, as a cell or a key, and not in a
    sentence there; ids that are words of Jirga's own forms, as `notes`, do not count.

    Parameters
    ----------
    things : iterable of (str, str)
        What kind of thing each is, and its text.
    spared : collection of int
        Hashes of runs that do not count.
    """

    def __init__(self, things: Iterable[tuple[str, str]], spared: Collection[int] = ()) -> None:
        self.values: dict[str, set[int]] = defaultdict(set)
        self.short: dict[str, list[Needle]] = defaultdict(list)
        self.long: dict[int, dict[int, list[Needle]]] = {}
        runs: list[tuple[Codes, int]] = []
        for number, (what, text) in enumerate(things):
            self.take(number, what, text, runs)
        self.wanted = {size: Wanted.of(hashed) for size, hashed in self.long.items()}
        odd = "|".join(re.escape(one) for one in self.short if not TOKEN.fullmatch(one))
        self.odd = re.compile(rf"(?<!\w)(?:{odd})(?!\w)") if odd else None
        without = np.array(list(spared), dtype=np.uint64)
        self.owner: dict[int, int] = {
            code: number for codes, number in runs for code in np.setdiff1d(codes, without).tolist()
        }
        self.runs = Wanted.of(self.owner)
        hashed = (one for size in self.long.values() for some in size.values() for one in some)
        self.plain = any(one.structured for some in (*self.short.values(), hashed) for one in some)

    def take(self, number: int, what: str, text: str, runs: list[tuple[Codes, int]]) -> None:
        """Say how one thing is looked for."""
        found = letters(text)
        whole = found.letters
        if not whole or (what == "id" and text in OWN_WORDS):
            return
        if (
            what == "formula"
            or (what in TEXTS and len(found.starts) < 3)
            or (what == "id" and whole in COMMON)
        ):
            self.values[whole].add(number)
        elif what == "citation" or (len(whole) < SHORT and not UNSPACED.search(whole)):
            structured = what != "citation" and what not in NAMES
            self.short[text.strip()].append(Needle(whole, number, structured=structured))
        elif what in TEXTS and len(whole) > RUN:
            starts = np.append(found.starts[found.starts <= len(whole) - RUN], len(whole) - RUN)
            runs.append((np.unique(hashes(found.codes, RUN)[starts]), number))
        else:
            size = LONG if len(whole) >= LONG else min(SHORT, len(whole))
            breaks = frozenset(found.starts.tolist()) - {0}
            needle = Needle(whole, number, breaks, structured=what == "id" and bool(PLAIN.match(text)))
            self.long.setdefault(size, {}).setdefault(hash_of(whole[:size]), []).append(needle)

    def numbers(self, text: str, *, structured: bool = False, runs: bool = True) -> set[int]:
        """Say which things a text holds, by their numbers; of long texts, the runs of their words."""
        found: set[int] = set()
        for piece in pieces(text):
            folded = letters(piece)
            found.update(self.alone(piece, folded, structured=False))
            found.update(self.owner[code] for code in (self.runs_in(folded) if runs else ()))
        if structured and self.plain:
            for piece in pieces("\n".join(filter(terse, text.split("\n")))):
                found.update(self.alone(piece, letters(piece), structured=True))
        return found

    def alone(self, text: str, folded: Letters, *, structured: bool) -> Iterator[int]:
        """Find what counts only in structured places, or what counts anywhere."""
        some = (*self.short_ones(text), *self.long_ones(folded))
        return (one.number for one in some if one.structured == structured)

    def short_ones(self, text: str) -> Iterator[Needle]:
        """Find what is short, as whole words in their own letters."""
        found = {*TOKEN.findall(text), *WORD.findall(text)} if self.short else set()
        words = {one for one in found if one in self.short}
        if self.odd is not None:
            words.update(self.odd.findall(text))
        for word in words:
            yield from self.short[word]

    def long_ones(self, folded: Letters) -> Iterator[Needle]:
        """Find what is not short."""
        for size, hashed in self.long.items():
            windows = hashes(folded.codes, size)
            for place in self.wanted[size].places(windows).tolist():
                yield from (one for one in hashed[int(windows[place])] if stands(one, folded, place))

    def runs_in(self, folded: Letters) -> set[int]:
        """Find the runs of long texts, by their hashes."""
        if not self.owner:
            return set()
        windows = hashes(folded.codes, RUN)
        return set(windows[self.runs.places(windows)].tolist())

    def spared_by(self, text: str) -> set[int]:
        """Give the runs that a text has, by their hashes."""
        return {code for piece in pieces(text) for code in self.runs_in(letters(piece))}

    def lost(self, spared: Collection[int]) -> set[int]:
        """Say which long texts have nothing left to look for without some runs, by their numbers."""
        left = {number for code, number in self.owner.items() if code not in spared}
        return set(self.owner.values()) - left

    def whole(self, value: str) -> set[int]:
        """Say which things a value is, by their numbers."""
        return self.values.get(letters(value).letters, set()) if self.values else set()


def pieces(text: str) -> Iterator[str]:
    """Cut a long text into pieces that overlap."""
    for start in range(0, max(len(text) - OVERLAP, 1), PIECE):
        yield text[start : start + PIECE + OVERLAP]
