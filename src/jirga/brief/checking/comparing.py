"""A sentence set against what it said: only what changes its meaning counts, all else is style."""

from __future__ import annotations

from collections.abc import Iterator

from jirga.brief.checking.counting import Difference, classes, names, negations, numbers
from jirga.brief.checking.names import Names
from jirga.brief.checking.opposites import turned
from jirga.brief.checking.ordering import exchanged, moved
from jirga.brief.checking.rewritten import remaining
from jirga.brief.checking.statements import Both, Statement


def compared(was: str, now: str, called: Names) -> list[Difference]:
    r"""Say how a sentence no longer states what it stated.

    Parameters
    ----------
    was, now : str
        The sentence as it was written, and as it stands there now; what was left out whole is no difference.
    called : Names
        What the brief calls by name.

    Examples
    --------
    >>> called = Names([["Kabul"], ["TTP"]], [])
    >>> compared("Kabul would not turn on the TTP.", "Kabul wouldn\u2019t turn against the TTP.", called)
    []
    >>> [one.kind for one in compared("Kabul would not turn on the TTP.", "Kabul will turn on TTP.", called)]
    ['negation', 'modality']
    """
    both = Both(Statement(remaining(was, now), called), Statement(now, called))
    if both.was.text == both.now.text:
        return []
    return list(by_kind(both)) or [*exchanged(both), *moved(both)][:1]


def by_kind(both: Both) -> Iterator[Difference]:
    """Compare kind by kind."""
    yield from numbers(both)
    yield from names(both)
    yield from negations(both)
    for kind in ("modality", "quantity", "result", "basis"):
        yield from classes(both, kind)
    for gone, new in turned(both.was.spoken, both.now.spoken):
        yield Difference("opposite", (gone,), (new,))
