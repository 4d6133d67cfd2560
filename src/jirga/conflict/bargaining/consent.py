"""A consent rule laid out as numbers: voters, and gates that say yes when enough of their members do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import singledispatchmethod
from math import lcm
from typing import Any

from jirga.schema import consent as kinds
from jirga.schema.conflict import Conflict
from jirga.schema.consent import Counted


@dataclass(frozen=True)
class Gate:
    """A rule over voters and earlier gates.

    Attributes
    ----------
    of : tuple of int
        Its members: voters by number, then gates by number after the voters.
    weights : tuple of int
        What each member's yes weighs.
    numerator, denominator : int
        The weight that is enough; a share of the weight counted where `counted` says of whom.
    counted : {"all", "present", "votes"} or None
        Of whom the share is; None for a weight that is fixed.
    more_than : bool
        Whether it must be exceeded.
    quorum : int
        The weight that must be present.
    blocks : bool
        Whether refusals are added up instead, and enough of them say no.
    """

    of: tuple[int, ...]
    weights: tuple[int, ...]
    numerator: int
    denominator: int = 1
    counted: Counted | None = None
    more_than: bool = False
    quorum: int = 0
    blocks: bool = False


@dataclass(frozen=True)
class Rule:
    """Who votes, and the gates in an order in which each stands after its members; the last decides."""

    voters: tuple[str, ...]
    gates: tuple[Gate, ...]


def laid_out(conflict: Conflict, rule: kinds.AnyRule) -> Rule:
    """Lay out a rule, the bodies in it taken apart down to their members.

    Examples
    --------
    >>> from jirga.conflict.file import parse_text
    >>> from jirga.schema.consent import AnyOf
    >>> pair = parse_text("{title: Two, parties: {a: {name: A}, b: {name: B}}, consent: {deal: {needs: a}}}")
    >>> laid_out(pair, AnyOf(any_of=["a", "b"])).gates[-1]
    Gate(of=(0, 1), weights=(1, 1), numerator=1, denominator=1, counted=None, more_than=False, quorum=0, blocks=False)
    """  # noqa: E501  (the doctest's line)
    voters = list(dict.fromkeys(voters_in(conflict, rule)))
    layer = Layer(conflict, {name: number for number, name in enumerate(voters)})
    last = layer.node(rule)
    if last < len(voters) or last != len(voters) + len(layer.gates) - 1:
        layer.add([last], [1], numerator=1)
    return Rule(tuple(voters), tuple(layer.gates))


def voters_in(conflict: Conflict, rule: Any) -> Iterable[str]:
    """Name everybody who votes under a rule, in the order of the file; some may be named twice."""
    if isinstance(rule, kinds.Member):
        inner = conflict.bodies.get(rule.name)
        yield from [rule.name] if inner is None else voters_in(conflict, inner)
        return
    for one in members(rule):
        yield from voters_in(conflict, one)


def members(rule: Any) -> tuple[kinds.AnyRule, ...]:
    """Give what stands directly in a rule.

    >>> members(kinds.Quota(quota=2, weights={"a": 1, "b": 2}))
    (Member(name='a'), Member(name='b'))
    """
    if isinstance(rule, kinds.Quota):
        return tuple(kinds.Member(name=name) for name in rule.weights)
    if isinstance(rule, kinds.Member):
        return ()
    found: tuple[kinds.AnyRule, ...] = getattr(rule, LISTS[type(rule)])
    return found


LISTS: dict[type, str] = {
    kinds.AllOf: "all_of",
    kinds.AnyOf: "any_of",
    kinds.AtLeast: "of",
    kinds.Unless: "of",
}


class Layer:
    """Lays gates one after another, each body once."""

    def __init__(self, conflict: Conflict, voters: dict[str, int]) -> None:
        self.conflict, self.voters = conflict, voters
        self.gates: list[Gate] = []
        self.bodies: dict[str, int] = {}

    def add(self, of: list[int], weights: Iterable[int], **how: Any) -> int:
        """Add a gate and give its number."""
        self.gates.append(Gate(tuple(of), tuple(weights), **how))
        return len(self.voters) + len(self.gates) - 1

    @singledispatchmethod
    def node(self, rule: Any) -> int:
        """Give the number of a rule's gate."""
        raise TypeError(f"{type(rule).__name__} is not a consent rule")

    @node.register
    def _(self, rule: kinds.Member) -> int:
        if rule.name not in self.conflict.bodies:
            return self.voters[rule.name]
        if rule.name not in self.bodies:
            self.bodies[rule.name] = self.node(self.conflict.bodies[rule.name])
        return self.bodies[rule.name]

    @node.register
    def _(self, rule: kinds.AllOf) -> int:
        return self.counting(rule.all_of, len(rule.all_of))

    @node.register
    def _(self, rule: kinds.AnyOf) -> int:
        return self.counting(rule.any_of, 1)

    @node.register
    def _(self, rule: kinds.AtLeast) -> int:
        return self.counting(rule.of, rule.at_least)

    @node.register
    def _(self, rule: kinds.Unless) -> int:
        return self.counting(rule.of, rule.blocked_by, blocks=True)

    def counting(self, rules: tuple[kinds.AnyRule, ...], enough: int, *, blocks: bool = False) -> int:
        """Lay out a rule whose members weigh one each."""
        of = [self.node(one) for one in rules]
        return self.add(of, [1] * len(of), numerator=enough, blocks=blocks)

    @node.register
    def _(self, rule: kinds.Quota) -> int:
        of = [self.node(one) for one in members(rule)]
        weights = [exact(one) for one in rule.weights.values()]
        quorum = exact(rule.quorum or 0)
        whole = lcm(*(one.denominator for one in (*weights, quorum)))
        enough = fraction(rule.share) if rule.share is not None else exact(rule.quota or 0) * whole
        return self.add(
            of,
            (int(one * whole) for one in weights),
            numerator=enough.numerator,
            denominator=enough.denominator,
            counted=rule.counted if rule.share is not None else None,
            more_than=rule.more_than,
            quorum=int(quorum * whole),
        )


def exact(number: float) -> Fraction:
    """Read a number as it was written, without the rounding of floats.

    >>> exact(0.1)
    Fraction(1, 10)
    """
    return Fraction(repr(number))


def fraction(share: str) -> Fraction:
    """Read a share as it was written.

    >>> fraction("55%"), fraction("2/3")
    (Fraction(11, 20), Fraction(2, 3))
    """
    return Fraction(share.removesuffix("%")) / (100 if share.endswith("%") else 1)
