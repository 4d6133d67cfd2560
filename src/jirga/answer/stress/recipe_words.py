"""Recipes in words: how many there are, and each as what would have to be otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from jirga.answer import phrases
from jirga.answer.stress.change_words import in_words
from jirga.answer.stress.recipes import Unlocking
from jirga.schema.answer import Mark, Sentence
from jirga.stress.unlock import Recipe

SHOWN = 8


def opening_lines(found: Unlocking) -> Iterator[Sentence]:
    """Say how many sets do it, whose changes they are, and how far was searched."""
    analysis, row, recipes = found.analysis, found.row, found.recipes
    assert row is not None  # noqa: S101
    leavers = phrases.parties(analysis, analysis.leaves(row, found.by))
    yield phrases.sentence(f"it does not hold now: {leavers} would leave it.")
    if not recipes and found.found.count.through:
        most = phrases.numbered(found.found.count.through, "change")
        yield phrases.sentence(f"No set of up to {most} among {len(found.found.pool)} would make it hold.")
    elif recipes:
        yield phrases.sentence(counts(found))
        ends = [found.got_to[id(one)] for one in recipes]
        if None not in ends:
            yield phrases.sentence(then_got_to(sum(map(bool, ends)), len(ends)))
    if found.found.count.through < found.changes:
        yield stopped(found)


def then_got_to(some: int, every: int) -> str:
    """Say after how many sets of changes an outcome could be got to, too."""
    if some == every:
        return "It could then be got to, too."
    return f"It could then be got to after {some or 'none'} of these {every}."


def stopped(found: Unlocking) -> Sentence:
    """Say that the search stopped, and how far it got."""
    count = found.found.count
    whole = f"every set of up to {phrases.numbered(count.through, 'change')} was gone through"
    far = (
        f"{whole}, and some of {count.through + 1}" if count.through else "not every single change was tried"
    )
    return phrases.sentence(f"The search stopped after {count.tried:,} sets: {far}.")


def counts(found: Unlocking) -> str:
    """Count the recipes by size, and say who has to change in all of them."""
    sizes = Counter(len(one.changes) for one in found.recipes)
    by_size = (f"{many} of {phrases.numbered(size, 'change')}" for size, many in sorted(sizes.items()))
    always = [name for name in found.analysis.parties if all(name in found.who(one) for one in found.recipes)]
    who = phrases.listing(
        phrases.party(found.analysis, found.analysis.parties.index(name)) for name in always
    )
    rest = f"; {who} would have to change in every one of them" if always else ""
    if set(sizes) == {1}:
        single = phrases.numbered(len(found.recipes), "single change")
        return f"{single} would, each by itself{rest}."
    many = phrases.numbered(len(found.recipes), "set")
    return f"{many} would, none with a change to spare: {phrases.listing(by_size)}{rest}."


def recipe_lines(found: Unlocking, recipes: Sequence[Recipe]) -> Iterator[Sentence]:
    """Say each of some recipes, those that differ only in how far a want is moved together."""
    groups = found.groups(recipes)
    for group in groups[:SHOWN]:
        yield recipe_sentence(found, group)
    if len(groups) > SHOWN:
        yield phrases.sentence(f"{phrases.numbered(len(groups) - SHOWN, 'further set')}: --json lists them.")


def recipe_sentence(found: Unlocking, group: Sequence[Recipe]) -> Sentence:
    """Say one recipe: if these changed, it would hold, and could or could not be got to."""
    parts: list[str | Mark | Sentence] = ["if "]
    for place, change in enumerate(group[0].changes):
        parts += [", and " if place else "", in_words(found.analysis, change)]
    more = f" (or moved further: {phrases.numbered(len(group) - 1, 'more set')})" if len(group) > 1 else ""
    ends = {True: " and could be got to", False: " but could not be got to", None: ""}
    named = {change.variant for change in group[0].changes}
    file = f" (in {phrases.quoted(sorted(named))})" if all(named) else ""
    reached = found.got_to.get(id(group[0]), True)
    return phrases.sentence(*parts, f"{file}{more}, then it would hold{ends[reached]}.")
