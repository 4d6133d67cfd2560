"""A line cut into what is written: words, how they are known, and where they lead."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from jirga.brief.content.lines import Brief, Line, Marker, Note

ASSUMED, SAID = "\u25cb", "\u2022"
LEGEND = (
    f"{ASSUMED} marks a line that rests on something merely assumed. Small numbers lead to source, passage "
    "and words; m to how results were worked out. In brackets: how something is known, where nobody said it "
    "outright."
)
RIGHT_TO_LEFT = frozenset({"R", "AL"})
STRONG = RIGHT_TO_LEFT | {"L"}


@dataclass(frozen=True)
class Piece:
    """Words, or, where there are labels, what stands raised after words and leads to notes.

    Attributes
    ----------
    words : str
        The words; empty for labels.
    labels : tuple of str
        The labels of notes.
    basis : bool
        Whether the words say how what stands before them is known.
    """

    words: str = ""
    labels: tuple[str, ...] = ()
    basis: bool = False


def pieces(line: Line) -> Iterator[Piece]:
    """Cut a line into pieces, in reading order."""
    for part in line.parts:
        if isinstance(part, str):
            yield Piece(plain(part))
            continue
        if said := known(part):
            yield Piece(f" ({plain(said)})", basis=True)
        if part.labels:
            yield Piece(labels=part.labels)


def known(marker: Marker) -> str:
    """Say how a statement is known; nothing where somebody said it outright, or it is a result.

    >>> known(Marker("cited", "argued", ("3",))), known(Marker("cited", "stated", ("3",)))
    ('argued', '')
    """
    basis = "" if marker.kind == "cited" and marker.basis == "stated" else marker.basis
    if marker.kind == "assumed":
        basis = marker.basis or "assumed"
    return "; ".join(part for part in (basis, "retracted" if marker.retracted else "") if part)


def plain(words: str) -> str:
    """Write signs that no file can show as U+FFFD, and line ends and tabs as spaces.

    >>> plain("a" + chr(0) + "b" + chr(10) + "c")
    'a\ufffdb c'
    """
    return "".join(shown(sign) for sign in words)


def shown(sign: str) -> str:
    """Write one sign as every kind of file can hold it."""
    if sign in "\n\r\t":
        return " "
    return "\ufffd" if unicodedata.category(sign) in {"Cc", "Cs"} or ord(sign) & 0xFFFE == 0xFFFE else sign


def rightwards(words: str) -> bool:
    """Whether words are read from right to left: the first sign that has a direction says so."""
    return next(
        (one in RIGHT_TO_LEFT for one in map(unicodedata.bidirectional, words) if one in STRONG), False
    )


def turns(words: str) -> list[tuple[str, bool]]:
    """Cut words where the direction of reading turns; signs without one stay with those before them.

    >>> [one for one, _ in turns("said \u06a9\u0627 \u0628 then")]
    ['said ', '\u06a9\u0627 \u0628 ', 'then']
    """
    found: list[tuple[str, bool]] = []
    for sign in words:
        kind = unicodedata.bidirectional(sign)
        right = kind in RIGHT_TO_LEFT if kind in STRONG else bool(found) and found[-1][1]
        if found and found[-1][1] == right:
            found[-1] = (found[-1][0] + sign, right)
        else:
            found.append((sign, right))
    return found


def ids(brief: Brief) -> dict[int, str]:
    """Give every line a short name that stays the same as long as its key does, by its place in reading."""
    seen: dict[str, int] = {}
    made = {}
    for place, line in enumerate(brief.lines):
        times = seen[line.key] = seen.get(line.key, 0) + 1
        name = sha256(line.key.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        made[place] = f"L_{name}" if times == 1 else f"L_{name}_{times}"
    return made


def led_to(brief: Brief) -> list[str]:
    """List the labels of notes in the order in which they are first led to, then those nothing leads to."""
    first = [label for line in brief.lines for one in line.markers for label in one.labels]
    return list(dict.fromkeys([*first, *(one.label for one in brief.notes)]))


def note_where(note: Note) -> str:
    """Say where a note leads: the source, and the passage in it."""
    after = " " if note.source.endswith((".", "?", "!")) else ", "
    return plain(after.join(part for part in (note.source, note.passage) if part))


def note_words(note: Note) -> str:
    """Say where a note leads, and why it was retracted if it was."""
    gone = f"retracted: {plain(note.retracted)}" if note.retracted else ""
    return "; ".join(part for part in (note_where(note), gone) if part)


def edge(brief: Brief) -> str:
    """Give what every page says besides its number: level and date."""
    date = f"as of {brief.as_of}" if brief.as_of else ""
    return plain(" - ".join(part for part in (brief.level.upper(), date) if part))
