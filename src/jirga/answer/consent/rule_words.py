"""Consent rules, and those who vote by them, in words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from jirga.answer.phrases import counted, listing
from jirga.conflict.bargaining.consent import fraction
from jirga.conflict.bargaining.consent_references import DEAL, bodies_in
from jirga.schema import consent as kinds
from jirga.schema.conflict import Conflict

NAMED = 8
"""How many members are named one by one."""


def issue_name(issue: str) -> str:
    """Give an issue's short name.

    >>> issue_name("ttp_politics"), issue_name("deal")
    ('ttp politics', 'the deal')
    """
    return "the deal" if issue == DEAL else issue.replace("_", " ")


def who(conflict: Conflict, name: str) -> str:
    """Give a party's short name, or a body's or member's own."""
    party = conflict.parties.get(name)
    return name if party is None else party.short or party.name


def everybody(conflict: Conflict, names: Iterable[str], last: str = "and") -> str:
    """Give several names, as a sentence would."""
    return listing((who(conflict, name) for name in names), last)


def needs(conflict: Conflict, rule: kinds.AnyRule) -> str:
    """Say what a rule needs, as `needs ...` would continue.

    Examples
    --------
    >>> from jirga.conflict.file import parse_text
    >>> pair = parse_text("{title: Two, parties: {a: {name: A}, b: {name: B}}, consent: {deal: {needs: a}}}")
    >>> needs(pair, kinds.AllOf(all_of=["a", "b"]))
    'the yes of A and B'
    >>> needs(pair, kinds.Quota(share="1/2", weights={"a": 2, "b": 1}))
    'at least 1/2 of the weight of A (2) and B (1)'
    """
    inside = getattr(rule, "all_of", (rule,))
    if not getattr(rule, "says", "") and all(isinstance(one, kinds.Member) for one in inside):
        return f"the yes of {listing(words(one, conflict) for one in inside)}"
    return said(conflict, rule)


def said(conflict: Conflict, rule: Any) -> str:
    """Put a rule into the words the file has for it, or into words of our own."""
    return getattr(rule, "says", "") or words(rule, conflict)


@singledispatch
def words(rule: Any, conflict: Conflict) -> str:
    """Put a rule into words of our own."""
    raise TypeError(f"{type(rule).__name__} is no consent rule of {conflict.title!r}")


@words.register
def _(rule: kinds.Member, conflict: Conflict) -> str:
    return who(conflict, rule.name)


@words.register
def _(rule: kinds.AllOf, conflict: Conflict) -> str:
    return listing(said(conflict, one) for one in rule.all_of)


@words.register
def _(rule: kinds.AnyOf, conflict: Conflict) -> str:
    either = "either " if len(rule.any_of) == 2 else "one of "
    return either + listing((said(conflict, one) for one in rule.any_of), "or")


@words.register
def _(rule: kinds.AtLeast, conflict: Conflict) -> str:
    return f"at least {counted(rule.at_least)} of {some(conflict, rule.of)}"


@words.register
def _(rule: kinds.Unless, conflict: Conflict) -> str:
    if rule.blocked_by == 1:
        return f"no refusal by {some(conflict, rule.of, 'or')}"
    return f"fewer than {counted(rule.blocked_by)} refusals among {some(conflict, rule.of)}"


@words.register
def _(rule: kinds.Quota, conflict: Conflict) -> str:
    than = "more than" if rule.more_than else "at least"
    of = {"all": "", "present": " present", "votes": " that votes yes or no"}[rule.counted]
    among = weighed(conflict, rule)
    if rule.share is None:
        least = f"{than} {rule.quota:g} of {sum(rule.weights.values()):g} in weight among {among}"
    else:
        share = "half" if fraction(rule.share) * 2 == 1 and rule.more_than else rule.share
        least = (
            f"{than} {share} of the weight{of} among {among}"
            if of
            else f"{than} {share} of the weight of {among}"
        )
    return least + (f", with a weight of {rule.quorum:g} present" if rule.quorum else "")


def some(conflict: Conflict, rules: tuple[kinds.AnyRule, ...], last: str = "and") -> str:
    """Name a few rules one by one, and count many."""
    if len(rules) > NAMED:
        return f"{len(rules)} members"
    return listing((said(conflict, one) for one in rules), last)


def weighed(conflict: Conflict, rule: kinds.Quota) -> str:
    """Name the members of a weighted rule with their weights, and count many."""
    if len(rule.weights) > NAMED:
        return f"{len(rule.weights)} members"
    if len(set(rule.weights.values())) == 1:
        return everybody(conflict, rule.weights)
    return listing(f"{who(conflict, name)} ({weight:g})" for name, weight in rule.weights.items())


def bodies_below(conflict: Conflict, rules: Iterable[kinds.AnyRule]) -> list[str]:
    """Name the bodies in some rules, and those in them, each once."""
    found: dict[str, None] = {}
    waiting = [name for rule in rules for name in bodies_in(conflict, rule)]
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = None
            waiting += bodies_in(conflict, conflict.bodies[name])
    return list(found)
