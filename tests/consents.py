"""Consent rules straight from their definitions, with sets, and random ones to try."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import chain, combinations, permutations

from hypothesis import strategies as st

from jirga.conflict.bargaining.consent import members
from jirga.schema import consent as kinds
from jirga.schema.conflict import Conflict

Votes = dict[str, str]
"""yes, no, absent or abstaining, by voter."""


def says(conflict: Conflict, rule: object, votes: Votes) -> str:
    """What a member or rule says: yes, no, absent or abstaining."""
    if isinstance(rule, kinds.Member):
        body = conflict.bodies.get(rule.name)
        return votes[rule.name] if body is None else says(conflict, body, votes)
    inside = [says(conflict, one, votes) for one in members(rule)]
    if passes(rule, inside):
        return "yes"
    if {"yes", "no"} & set(inside):
        return "no"
    return "abstaining" if "abstaining" in inside else "absent"


def passes(rule: object, inside: list[str]) -> bool:
    """Whether a rule says yes, given what each thing in it says."""
    if isinstance(rule, kinds.AllOf):
        return all(one == "yes" for one in inside)
    if isinstance(rule, kinds.AnyOf):
        return "yes" in inside
    if isinstance(rule, kinds.AtLeast):
        return inside.count("yes") >= rule.at_least
    if isinstance(rule, kinds.Unless):
        return inside.count("no") < rule.blocked_by
    assert isinstance(rule, kinds.Quota)

    def weight(*signs: str) -> Fraction:
        pairs = zip(inside, rule.weights.values(), strict=True)
        return sum((Fraction(str(heavy)) for one, heavy in pairs if one in signs), Fraction(0))

    everyone = ("yes", "no", "abstaining", "absent")
    if rule.quorum is not None and weight(*everyone[:3]) < Fraction(str(rule.quorum)):
        return False
    if rule.share is None:
        need = Fraction(str(rule.quota))
    else:
        counted = {"all": everyone, "present": everyone[:3], "votes": everyone[:2]}[rule.counted]
        need = Fraction(rule.share) * weight(*counted)
    have = weight("yes")
    return have > 0 and (have > need if rule.more_than else have >= need)


def subsets(items: Iterable[str]) -> list[frozenset[str]]:
    """Every set of some of the items."""
    known = list(items)
    return [
        frozenset(one) for one in chain.from_iterable(combinations(known, n) for n in range(len(known) + 1))
    ]


def winners(conflict: Conflict, rule: object, voters: Iterable[str], known: Votes) -> set[frozenset[str]]:
    """The sets of voters with whose yes it passes, all others of them saying no."""
    free = list(voters)
    return {
        few
        for few in subsets(free)
        if says(conflict, rule, known | {one: "yes" if one in few else "no" for one in free}) == "yes"
    }


def minimal(sets: set[frozenset[str]]) -> set[frozenset[str]]:
    """Those sets that hold no other of them."""
    return {one for one in sets if not any(other < one for other in sets)}


def pivots(voters: list[str], winning: set[frozenset[str]]) -> dict[str, Fraction]:
    """In what part of all orders of joining each voter is the first with whom it passes."""
    orders = list(permutations(voters))
    found = dict.fromkeys(voters, 0)
    for order in orders:
        for place, one in enumerate(order):
            if frozenset(order[:place]) not in winning and frozenset(order[: place + 1]) in winning:
                found[one] += 1
    return {one: Fraction(often, len(orders)) for one, often in found.items()}


NAMES = ("a", "b", "c", "d", "e")


@st.composite
def ruled(draw: st.DrawFn) -> Conflict:
    """A conflict of five parties, up to two bodies, and a nested rule over them."""
    bodies: dict[str, object] = {}
    for name in ("house", "senate"):
        if draw(st.booleans()):
            bodies[name] = draw(rule_over((*NAMES, *bodies), 1))
    return Conflict.model_validate(
        {
            "title": "t",
            "parties": {name: {"name": name} for name in NAMES},
            "bodies": bodies,
            "consent": {"deal": {"needs": draw(rule_over((*NAMES, *bodies), 2))}},
        }
    )


def rule_over(names: tuple[str, ...], depth: int) -> st.SearchStrategy[object]:
    """A rule of any kind over some names, with rules in it down to a depth."""
    inner = st.sampled_from(names) if depth == 0 else st.sampled_from(names) | rule_over(names, depth - 1)
    several = st.lists(inner, min_size=1, max_size=4, unique_by=repr)
    weights = st.dictionaries(st.sampled_from(names), st.sampled_from([0, 1, 2, 3, 0.5]), min_size=1)
    counting = several.flatmap(
        lambda of: st.integers(1, len(of)).flatmap(
            lambda k: st.sampled_from([{"at_least": k, "of": of}, {"blocked_by": k, "of": of}])
        )
    )
    measure = st.sampled_from(
        [{"quota": 2}, {"quota": 0.5}, *({"share": s} for s in ("1/2", "2/3", 0.3, "1"))]
    )
    quota = st.builds(
        lambda w, m, more, counted, quorum: (
            {"weights": w, "more_than": more, "counted": counted} | m | ({"quorum": quorum} if quorum else {})
        ),
        weights,
        measure,
        st.booleans(),
        st.sampled_from(["all", "present", "votes"]),
        st.sampled_from([None, None, 1, 3]),
    )
    whole = st.one_of(several.map(lambda of: {"all_of": of}), several.map(lambda of: {"any_of": of}))
    return st.one_of(whole, counting, quota)
