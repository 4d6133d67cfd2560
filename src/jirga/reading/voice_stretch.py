"""A source in a sentence, and the stretch of the sentence that it speaks for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

CONTRAST = re.compile(
    r"(?:;|,?\s*\b(?:but|while|whereas|although|though|yet)\b|,\s+(?:where|which|whom)\b)\s*$", re.IGNORECASE
)


@dataclass(frozen=True)
class Voice:
    """A source in a sentence: the words that name it, and the stretch of the sentence it speaks for."""

    start: int
    end: int
    name: str
    first: int = 0
    last: int = 0
    leading: bool = True
    refers: bool = False  # it points back at a source that was named before
    periodic: bool = False  # it is a document about a stretch of time


def scoped(text: str, found: list[Voice]) -> tuple[Voice, ...]:
    """Give each source its stretch of the sentence."""
    if len(found) == 1:
        voice = found[0]
        cut = CONTRAST.search(text[: voice.start]) if voice.leading else None
        return (replace(voice, first=cut.start() if cut else 0, last=len(text)),)
    placed: list[Voice] = []
    for number, voice in enumerate(found):
        begin = placed[-1].last if placed else 0
        following = found[number + 1] if number + 1 < len(found) else None
        if voice.leading:
            last = (
                following.start if following and following.leading else clause_end(text, voice.end, following)
            )
            placed.append(replace(voice, first=begin if not number else max(begin, voice.start), last=last))
        else:
            placed.append(
                replace(
                    voice,
                    first=begin,
                    last=following.start
                    if following and following.leading
                    else len(text)
                    if not following
                    else voice.end,
                )
            )
    return tuple(placed)


def clause_end(text: str, start: int, following: Voice | None) -> int:
    """Give where a leading source stops speaking, before one that trails."""
    if following is None:
        return len(text)
    cut = re.compile(r"[;,]\s").search(text, start, following.start)
    return cut.start() if cut else following.start
