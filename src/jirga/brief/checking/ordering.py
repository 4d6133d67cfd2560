"""What changed places: the same figures, names and turning words, but not where they stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from jirga.brief.checking.counting import Difference
from jirga.brief.checking.facts import Fact, Part
from jirga.brief.checking.statements import Both

ALIKE = 0.8
JOINING = {"and", "or", ",", "the", "&"}
BREAKS = {",", ";", ":", ".", "and", "but", "or", "(", ")"}


def exchanged(both: Both) -> Iterator[Difference]:
    """Find facts that stand where another of their kind stood, in a sentence that is otherwise much the same.

    Names that are listed one after another may change places among themselves.
    """
    was, now = grouped(both.was.parts), grouped(both.now.parts)
    matcher = SequenceMatcher(None, list(map(mask, was)), list(map(mask, now)), autojunk=False)
    if matcher.ratio() < ALIKE:
        return
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            one, other = was[block.a + step], now[block.b + step]
            if value(one) != value(other):
                yield Difference("order", (shown(one),), (shown(other),))


Group = tuple[Part, ...]


def grouped(parts: Sequence[Part]) -> list[Group]:
    """Put names that are listed together, everything else alone."""
    made: list[Group] = []
    for at, one in enumerate(parts):
        following = [each for each in parts[at + 1 :][:2] if is_name(each)]
        last = made[-1] if made else ()
        if (is_name(one) and last and is_name(last[0]) and (is_name(last[-1]) or joining(last[-1]))) or (
            joining(one) and last and is_name(last[0]) and following
        ):
            made[-1] = (*last, one)
        else:
            made.append((one,))
    return made


def is_name(one: Part) -> bool:
    """Whether a part of a sentence is a name."""
    return isinstance(one, Fact) and one.kind == "name"


def joining(one: Part) -> bool:
    """Whether a part of a sentence joins names."""
    return not isinstance(one, Fact) and one.key in JOINING


def mask(group: Group) -> str:
    """Give a word, or of a fact only the kind."""
    one = group[0]
    return f"\0{one.kind}" if isinstance(one, Fact) else one.key


def value(group: Group) -> object:
    """Give what a fact states; nothing of a word."""
    some = Counter((one.value, one.bound, one.unit) for one in group if isinstance(one, Fact))
    return frozenset(some.items())


def shown(group: Group) -> str:
    """Give what is written there."""
    return " and ".join(one.shown for one in group if isinstance(one, Fact))


def moved(both: Both) -> Iterator[Difference]:
    """Find a negation that stands in another clause, where all other words are the same."""
    if words(both.was.parts) == words(both.now.parts):
        was, now = clauses(both.was.parts), clauses(both.now.parts)
        if was != now:
            some = tuple(one.shown for one in both.was.of("negation"))
            yield Difference("order", some[:1], some[:1])


def words(parts: Sequence[Part]) -> list[str]:
    """Give all but the negations."""
    return [mask((one,)) for one in parts if not (isinstance(one, Fact) and one.kind == "negation")]


def clauses(parts: Sequence[Part]) -> Counter[int]:
    """Count the negations of each clause."""
    found: Counter[int] = Counter()
    place = 0
    for one in parts:
        if isinstance(one, Fact):
            found[place] += one.kind == "negation"
        else:
            place += one.key in BREAKS
    return +found
