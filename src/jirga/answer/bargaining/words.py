"""How places on a scale, red lines and shares of draws are put into words."""

from __future__ import annotations

from collections.abc import Iterable

from jirga.answer import phrases
from jirga.answer.bargaining.bargain import Bargain
from jirga.answer.consent.rule_words import issue_name
from jirga.conflict.bargaining.positions import place
from jirga.schema.answer import Mark, Sentence

SHARES = (
    (0.0, 0.0, "none"),
    (0.0, 0.02, "almost none"),
    (0.22, 0.28, "about a quarter"),
    (0.31, 0.36, "about a third"),
    (0.45, 0.55, "about half"),
    (0.64, 0.69, "about two thirds"),
    (0.72, 0.78, "about three quarters"),
    (0.98, 1.0, "almost all"),
)


def share(value: float, draws: int) -> str:
    """Say in how many of the draws something is so.

    >>> share(0.5114, 20_000)
    'in about half of 20,000 draws'
    >>> share(0.4293, 20_000)
    'in about 43 in 100 of 20,000 draws'
    """
    if value == 1.0:
        return f"in all {draws:,} draws"
    words = next((words for low, high, words in SHARES if low <= value <= high), None)
    return f"in {words or f'about {round(100 * value)} in 100'} of {draws:,} draws"


def name(bargain: Bargain, number: int) -> str:
    """Make a party's short name."""
    one = bargain.conflict.parties[bargain.parties[number]]
    return one.short or one.name


def names(bargain: Bargain, numbers: Iterable[int], last: str = "and") -> str:
    """Make several parties' short names."""
    return phrases.listing((name(bargain, number) for number in numbers), last)


def called(bargain: Bargain, who: str) -> str:
    """Make a party's short name from its id, and leave any other name as it is."""
    return name(bargain, bargain.parties.index(who)) if who in bargain.conflict.parties else who


def issue(bargain: Bargain, number: int) -> str:
    """Make an issue's name as it stands in a sentence."""
    return issue_name(bargain.issues[number])


def value(bargain: Bargain, number: int, where: float) -> str:
    """Write a place on an issue's scale: the settlement there, or the number."""
    one = bargain.conflict.issues[bargain.issues[number]]
    there = (name for name in one.settlements if abs(place(one, name) - where) < 1e-6)
    return next(there, f"{round(where, 1):g}")


def span(bargain: Bargain, number: int, low: float, high: float) -> str:
    """Write a span on an issue's scale."""
    if abs(low - high) < 1e-6:
        return value(bargain, number, low)
    return f"{value(bargain, number, low)} to {value(bargain, number, high)}"


def bound(bargain: Bargain, party: int, number: int) -> Mark:
    """Give the mark of a party's position on an issue."""
    label = f"{bargain.parties[party]} on {bargain.issues[number]}"
    return phrases.known_by(bargain.position(party, number), label)


def accepts(bargain: Bargain, number: int, parties: Iterable[int], how: str, where: float) -> Sentence:
    """Say what each of some parties accepts at least, or at most, each with its mark."""
    parts: list[str | Mark] = []
    some = tuple(parties)
    for place_, party in enumerate(some):
        lead = "" if not parts else (" and " if place_ == len(some) - 1 else ", ")
        parts += [lead + name(bargain, party), bound(bargain, party, number)]
    verb = "accepts" if len(some) == 1 else "accept"
    return Sentence((*parts[:-1], f" {verb} at {how} {value(bargain, number, where)}", *parts[-1:]))
