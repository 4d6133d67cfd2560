"""What one sentence states and another does not, kind by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jirga.brief.checking.dates import covers
from jirga.brief.checking.facts import Fact, Kind, Part
from jirga.brief.checking.statements import PRONOUNS, Both, left

WEAK = {"some", "many"}
ARTICLES = {"a", "an", "single", "sole"}


@dataclass(frozen=True)
class Difference:
    """One way in which a sentence no longer says what it said.

    Attributes
    ----------
    kind : str
        number, name, negation, modality, quantity, result, basis, opposite or order.
    gone : tuple of str
        What it no longer states, as it was written.
    new : tuple of str
        What it states now and did not.
    """

    kind: str
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


def written(some: Iterable[Fact]) -> tuple[str, ...]:
    """Give facts as they were written, each once."""
    return tuple(dict.fromkeys(one.shown for one in some))


def numbers(both: Both) -> Iterator[Difference]:
    """Compare numbers: first those that are the same in all, then those that differ in bound or unit."""
    was, now = both.was.of("number"), both.now.of("number")
    gone, new = left(was, now, lambda one: (one.value, one.bound, one.unit))
    for one in list(gone):
        other = next((each for each in new if alike(one, each)), None)
        if other is not None:
            gone.remove(one)
            new.remove(other)
            if one.unit != "date":
                yield Difference("number", (one.shown,), (other.shown,))
    still, before = {one.value for one in now}, {one.value for one in was}
    gone = [
        one for one in gone if not (one.value in still and both.more(PRONOUNS)) and not dropped(one, both)
    ]
    new = [one for one in new if not (one.value in before and both.fewer(PRONOUNS)) and not spelt(one, both)]
    if gone or new:
        yield Difference("number", written(gone), written(new))


def alike(one: Fact, other: Fact) -> bool:
    """Whether two numbers are one that is bounded or counted otherwise, or one date that is told shorter."""
    if one.unit == other.unit == "date":
        return covers(one.value, other.value)
    return one.value == other.value and "date" not in (one.unit, other.unit)


def dropped(one: Fact, both: Both) -> bool:
    """Whether a number is said by another word now: a for one, both for two."""
    return (one.shown == "one" and both.more(ARTICLES)) or (one.value == "2" and both.more({"both"}))


def spelt(one: Fact, both: Both) -> bool:
    """Whether a number says what another word said."""
    return (one.shown == "one" and both.fewer(ARTICLES)) or (one.value == "2" and both.fewer({"both"}))


def names(both: Both) -> Iterator[Difference]:
    """Compare names: who is no longer named, who is named and was not, and who stands where another stood."""
    was, now = both.was.of("name"), both.now.of("name")
    before, after = ({one.value for one in some} for some in (was, now))
    gone = [one for one in was if one.value not in after and not both.now.has(one.shown)]
    new = [one for one in now if one.value not in before and not both.was.has(one.shown)]
    fewer, more = left(was, now, lambda one: one.value)
    fewer, more = ([one for one in some if one.value in before & after] for some in (fewer, more))
    if fewer and (more or new or not both.more(PRONOUNS)):
        gone += fewer
    if more and (fewer or gone or beside(both, more)):
        new += more
    if gone or new:
        yield Difference("name", written(gone), written(new))


def beside(both: Both, more: list[Fact]) -> bool:
    """Whether a name that stands there more often stands beside another, where it did not."""
    values = {one.value for one in more}
    return bool({one for one in pairs(both.now.parts) - pairs(both.was.parts) if one & values})


def pairs(parts: Sequence[Part]) -> set[frozenset[str]]:
    """Give the names that stand beside one another, with nothing or `and`, `or` and commas between."""
    found, last, near = set(), "", False
    for one in parts:
        if isinstance(one, Fact) and one.kind == "name":
            if near:
                found.add(frozenset((last, one.value)))
            last, near = one.value, True
        elif isinstance(one, Fact) or one.key not in {"and", "or", ",", "the", "&"}:
            near = False
    return found


def negations(both: Both) -> Iterator[Difference]:
    """Compare how often something is negated."""
    gone, new = left(both.was.of("negation"), both.now.of("negation"), lambda one: one.value)
    if gone or new:
        yield Difference("negation", written(gone), written(new))


def classes(both: Both, kind: Kind) -> Iterator[Difference]:
    """Compare words that weigh a statement: which sort is gone, new, or stands in for another."""
    was, now = both.was.of(kind), both.now.of(kind)
    before, after = Counter(one.value for one in was), Counter(one.value for one in now)
    gone = {one for one in before if one not in after}
    new = {one for one in after if one not in before}
    up, down = (after - before), (before - after)
    if (up or down) and set(up) - new and set(down) | gone:
        new |= set(up)
    if new and set(down) - gone:
        gone |= set(down)
    if kind == "quantity":
        gone, new = strong(gone, new)
    if gone or new:
        yield Difference(
            kind,
            written(one for one in was if one.value in gone),
            written(one for one in now if one.value in new),
        )


def strong(gone: set[str], new: set[str]) -> tuple[set[str], set[str]]:
    """Leave out `some` and `many` where nothing else stands in their place."""
    return (gone if new else gone - WEAK), (new if gone else new - WEAK)
