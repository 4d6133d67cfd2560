"""Whether a consent rule says yes: for one vote, for many votes at once, or for every vote still open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.bargaining.consent import Gate, Rule
from jirga.errors import TooLarge

Truth = NDArray[np.bool_]
Column = Any
"""A truth for each profile, or one for all of them."""

MOST_LISTED, MOST_WEIGHT = 22, 1 << 61


@dataclass(frozen=True)
class Profile:
    """How each voter votes, profile by profile: yes; yes or no; there at all."""

    yes: Sequence[Column]
    voted: Sequence[Column]
    present: Sequence[Column]


def decided(rule: Rule, yes: Truth, absent: Truth | None = None, abstaining: Truth | None = None) -> Truth:
    """Say of each of many votes whether the rule says yes.

    Parameters
    ----------
    rule : Rule
        The rule, laid out.
    yes, absent, abstaining : array of bool, profiles x voters
        Who says yes, is not there, is there and does not vote. Whoever does none of these says no.

    Returns
    -------
    array of bool
        One truth for each profile.

    Notes
    -----
    A body among the members is there if one of its members is, votes if one of them votes,
    and says no if it votes and does not say yes.

    Examples
    --------
    >>> two_of_three = Rule(("a", "b", "c"), (Gate((0, 1, 2), (1, 1, 1), 2),))
    >>> decided(two_of_three, np.array([[1, 1, 0], [0, 0, 1]], dtype=bool))
    array([ True, False])
    """
    nobody = np.zeros_like(yes)
    away = nobody if absent is None else absent
    present = ~away
    voted = present & ~(nobody if abstaining is None else abstaining)
    columns = (yes & voted).T, voted.T, present.T
    found = says_yes(rule, Profile(*(list(column) for column in columns)))
    return np.broadcast_to(np.asarray(found, dtype=bool), yes.shape[:1]).copy()


def says_yes(rule: Rule, profile: Profile, more: Sequence[Column] = ()) -> Column:
    """Go through the gates in order and give what the last says; `more` is weight of yes besides, by gate."""
    yes, voted, present = list(profile.yes), list(profile.voted), list(profile.present)
    for number, gate in enumerate(rule.gates):
        weight = weighed(gate, yes) + (more[number] if more else 0)
        yes.append(opens(gate, weight, weighed(gate, voted), weighed(gate, present)))
        # A rule that nobody blocks says yes even where nobody votes; that is a vote, too.
        voted.append(yes[-1] | anyone(voted[one] for one in gate.of))
        present.append(yes[-1] | anyone(present[one] for one in gate.of))
    return yes[-1]


def anyone(columns: Any) -> Column:
    """Whether one of several is true."""
    found: Column = False
    for one in columns:
        found = found | one
    return found


def opens(gate: Gate, weight: Column, voted: Column, present: Column) -> Column:
    """Whether a weight of yes opens a gate, given the weight that votes and the weight that is there."""
    if gate.blocks:
        return voted - weight < gate.numerator
    base = {None: 1, "all": sum(gate.weights), "present": present, "votes": voted}[gate.counted]
    have, need = weight * gate.denominator, base * gate.numerator
    met = have > need if gate.more_than else have >= need
    return met & (weight > 0) & (present >= gate.quorum)


def weighed(gate: Gate, columns: Sequence[Column]) -> Column:
    """Add up the weights of the members of which something is true."""
    total: Column = 0
    for one, weight in zip(gate.of, gate.weights, strict=True):
        total = total + np.asarray(columns[one]) * np.int64(weight)
    return total


@dataclass(frozen=True)
class Game:
    """A rule in which some votes are known and the others are open, to be cast as yes or no.

    Parameters
    ----------
    rule : Rule
        The rule, laid out.
    yes, no, absent, abstaining : frozenset of int
        The voters whose votes are known.

    Raises
    ------
    TooLarge
        The weights are too large to be added exactly.

    Examples
    --------
    >>> game = Game(Rule(("a", "b", "c"), (Gate((0, 1, 2), (2, 1, 1), 3),)))
    >>> [game.rule.voters[one] for one in game.needed()], game.outcome
    (['a'], None)
    """

    rule: Rule
    yes: frozenset[int] = frozenset()
    no: frozenset[int] = frozenset()
    absent: frozenset[int] = frozenset()
    abstaining: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        for gate in self.rule.gates:
            if sum(gate.weights) * max(gate.numerator, gate.denominator) >= MOST_WEIGHT:
                raise TooLarge("the weights have too many digits to be added exactly", "round them")

    @cached_property
    def open(self) -> tuple[int, ...]:
        """The voters whose votes are not known."""
        known = self.yes | self.no | self.absent | self.abstaining
        return tuple(one for one in range(len(self.rule.voters)) if one not in known)

    def profile(self, votes: dict[int, Column]) -> Profile:
        """Lay out the known votes and what the open ones are taken to be."""
        everyone = range(len(self.rule.voters))
        yes = [votes.get(one, one in self.yes) for one in everyone]
        present = [one not in self.absent for one in everyone]
        voted = [present[one] and one not in self.abstaining for one in everyone]
        return Profile(yes, voted, present)

    def passes(self, saying_yes: frozenset[int]) -> bool:
        """Whether it passes if of the open votes just these are yes."""
        return bool(says_yes(self.rule, self.profile({one: one in saying_yes for one in self.open})))

    @cached_property
    def outcome(self) -> bool | None:
        """Whether it passes, if the known votes settle that; None if it hangs on the open ones."""
        least, most = self.passes(frozenset()), self.passes(frozenset(self.open))
        return least if least == most else None

    def needed(self) -> tuple[int, ...]:
        """Give the open voters without whose yes it cannot pass."""
        everyone = frozenset(self.open)
        return tuple(one for one in self.open if not self.passes(everyone - {one}))

    def sufficient(self) -> tuple[int, ...]:
        """Give the open voters whose yes is enough alone."""
        return tuple(one for one in self.open if self.passes(frozenset({one})))

    def table(self) -> Truth:
        """Say of every set of open voters, numbered by its bits, whether it passes with just their yes.

        Raises
        ------
        TooLarge
            There are too many open votes.
        """
        size = len(self.open)
        if size > MOST_LISTED:
            hint = "give known votes with --yes, --no, --absent, or ask for the power table only"
            raise TooLarge(f"{size} open votes are too many to go through (up to {MOST_LISTED})", hint)
        found = says_yes(self.rule, self.profile(dict(zip(self.open, axes(size), strict=True))))
        return np.broadcast_to(np.asarray(found, dtype=bool), (2,) * size).reshape(-1)


def axes(size: int) -> list[Truth]:
    """Give each of some voters an axis of its own, no and then yes; the first voter's bit is the lowest."""
    vote = np.array([False, True])
    return [vote.reshape((2,) + (1,) * one) for one in range(size)]
