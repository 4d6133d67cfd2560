"""Which stretch of a copy is which line of the brief, also where a word processor lost its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jirga.brief.checking.copies import Copy, Original, Stretch, alike, shown
from jirga.brief.checking.rewritten import closeness, content

KNOWN_AGAIN, SAME = 0.4, 0.75


@dataclass(frozen=True)
class Match:
    """What stands in a copy, and the line it was; no line where somebody put it in."""

    name: str
    now: Stretch


def matches(original: Original, copy: Copy) -> list[Match]:
    """Find for every stretch the line it was: by name, as the rest of one, by words."""
    stretches = list(rejoined(original, named(copy.stretches)))
    missing = [one for one in original.names if one not in {each.name for each in stretches}]
    texts = {name: alike(shown(original.names[name])) for name in original.names}
    same = set(texts.values()) | original.furniture
    found = []
    for one in stretches:
        if one.name:
            found.append(Match(one.name, one))
        elif (name := exactly(one, texts, missing)) or alike(one.words) not in same:
            name = name or known_again(one, texts, missing) or copied(one, texts)
            missing = [each for each in missing if each != name]
            found.append(Match(name, one))
    return found


def named(stretches: tuple[Stretch, ...]) -> Iterator[Stretch]:
    """Put together what follows one another under the same name: a line that was broken in two."""
    last: Stretch | None = None
    for one in stretches:
        if last is not None and one.name and one.name == last.name:
            last = together(last, one)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def together(one: Stretch, other: Stretch) -> Stretch:
    """Join two stretches of a line."""
    return replace(one, words=f"{one.words} {other.words}".strip(), labels=(*one.labels, *other.labels))


def rejoined(original: Original, stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """Put the rest of a line, set off in a paragraph of its own, back to its beginning."""
    last: Stretch | None = None
    for one in stretches:
        if last is not None and last.name and not one.name and is_rest(original, last, one):
            last = together(last, one)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def is_rest(original: Original, one: Stretch, behind: Stretch) -> bool:
    """Whether words stood in the line before them and are missing there now."""
    whole = content(shown(original.names[one.name]))
    gone = whole - content(one.words)
    words = content(behind.words)
    return bool(words & gone) and len(words & whole) * 2 > len(words)


def exactly(one: Stretch, texts: dict[str, str], missing: list[str]) -> str:
    """Give the missing line that says just this; empty if none does."""
    words = alike(one.words)
    return next((name for name in missing if texts[name] == words), "")


def known_again(one: Stretch, texts: dict[str, str], missing: list[str]) -> str:
    """Give the missing line that has most in common with some words; empty if too little."""
    return closest(one, {name: texts[name] for name in missing}, KNOWN_AGAIN)


def copied(one: Stretch, texts: dict[str, str]) -> str:
    """Give the line that some words are nearly a copy of; empty if none."""
    return closest(one, texts, SAME)


def closest(one: Stretch, texts: dict[str, str], least: float) -> str:
    """Give the line that has most in common with some words."""
    own = content(one.words)
    scores = {name: closeness(own, content(words)) for name, words in texts.items()}
    name = max(scores, key=lambda each: scores[each], default="")
    return name if name and scores[name] >= least else ""
