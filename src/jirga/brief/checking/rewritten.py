"""Which sentences of a line are still there, however they are worded now."""

from __future__ import annotations

from jirga.brief.checking.cutting import plain, sentences, words

ENOUGH = 0.5


def content(text: str) -> frozenset[str]:
    """Give the words by which a text is known again; signs and the smallest words are not among them."""
    return frozenset(
        one.key for one in words(text) if one.kind == "D" or (one.kind == "L" and len(one.key) > 2)
    )


def remaining(was: str, now: str) -> str:
    """Give a line as it was without the sentences that somebody left out whole.

    A sentence counts as left out if few of its words are left, and no new sentence can stand in its place.

    >>> remaining("Nothing holds. The crossing stays shut.", "Nothing at all holds.")
    'Nothing holds.'
    """
    before, after = sentences(was), sentences(now)
    if len(before) < 2 or len(after) >= len(before):
        return plain(was)
    there = content(now)
    lost = [one for one in before if not stays(content(one), there)]
    new = [one for one in after if not any(stays(content(one), content(old)) for old in before)]
    out = lost[: max(0, len(lost) - len(new))] if len(lost) > len(new) else []
    return " ".join(one for one in before if one not in out)


def stays(one: frozenset[str], there: frozenset[str]) -> bool:
    """Whether at least half of the words are still there."""
    return len(one & there) >= ENOUGH * len(one)


def closeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Say how much two texts have in common: 1 for the same words, 0 for none.

    >>> closeness(content("Kabul would leave"), content("Kabul would stay"))
    0.5
    """
    return len(one & other) / len(one | other) if one | other else 0.0
