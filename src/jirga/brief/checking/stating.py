"""All that a sentence states, in reading order, with the other words between."""

from __future__ import annotations

from jirga.brief.checking.amounts import amount
from jirga.brief.checking.cutting import words
from jirga.brief.checking.dates import date
from jirga.brief.checking.facts import Fact, Part, found
from jirga.brief.checking.names import Names
from jirga.brief.checking.senses import paired, sense


def stated(text: str, names: Names) -> list[Part]:
    """Find what some sentences state; figures before names, names before the words that turn a sentence.

    >>> some = stated("Kabul would not pay more than $5m.", Names([["Kabul"]], []))
    >>> [(one.kind, one.value) for one in some if isinstance(one, Fact)]
    [('name', 'Kabul'), ('modality', 'would'), ('negation', 'not'), ('number', '5000000')]
    """
    parts: list[Part] = list(words(text))
    for finder in (date, amount, names.find, sense):
        parts = found(parts, finder)
    return paired(parts)


def facts(parts: list[Part]) -> list[Fact]:
    """Give what is stated without the words between."""
    return [one for one in parts if isinstance(one, Fact)]
