"""Who is named in a rule of consent, and whether nothing passes it without them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jirga.schema.consent import AllOf, AnyOf, AtLeast, Member, Quota, Unless


def members(rule: object, must: bool = True) -> Iterator[tuple[str, bool]]:
    """Give everybody whom a rule names, and whether nothing passes it without them."""
    if isinstance(rule, Member):
        yield rule.name, must
    elif isinstance(rule, Quota):
        yield from ((name, False) for name in rule.weights)
    elif isinstance(rule, AllOf):
        yield from each(rule.all_of, must)
    elif isinstance(rule, AnyOf):
        yield from each(rule.any_of, must and len(rule.any_of) == 1)
    elif isinstance(rule, AtLeast):
        yield from each(rule.of, must and rule.at_least >= len(rule.of))
    elif isinstance(rule, Unless):
        yield from each(rule.of, must and rule.blocked_by == 1)


def each(some: Iterable[object], must: bool) -> Iterator[tuple[str, bool]]:
    """Give everybody whom some rules name."""
    for one in some:
        yield from members(one, must)
