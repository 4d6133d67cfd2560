"""A vote on an issue, put by names: who is asked, what is known of their answers, what follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from jirga.conflict.bargaining.consent import laid_out, voters_in
from jirga.errors import TooLarge, TwoVotes, UnknownName
from jirga.schema.conflict import Conflict
from jirga.schema.consent import AnyRule, Member
from jirga.schema.expected.consent import Chain
from jirga.solve.consent.game import Game
from jirga.solve.consent.minimal import minimal_blocking, minimal_winning, smallest_blocking
from jirga.solve.consent.power import Power, power

Sets = list[tuple[int, ...]]
CAST = ("yes", "no", "absent", "abstaining")


@dataclass(frozen=True)
class Cast:
    """Votes by name; a body's vote is that of all its members."""

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    abstaining: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, one) for one in CAST)


@dataclass(frozen=True, eq=False)
class Asked:
    """One rule of one issue, with the votes that are known.

    Parameters
    ----------
    conflict : Conflict
        What the file says.
    issue : str
        The issue, or `deal`.
    chain : {"effective", "formal"}
        The effective rule or the one as written.
    cast : Cast
        The votes that are given with the question; they come before the answers on file.
    on_file : bool
        Whether the answers in the file count as votes.
    """

    conflict: Conflict
    issue: str
    chain: Chain = "effective"
    cast: Cast = field(default_factory=Cast)
    on_file: bool = False

    @property
    def rule(self) -> AnyRule | None:
        """The rule that is meant, if the file has it."""
        consent = self.conflict.consent[self.issue]
        return consent.formal if self.chain == "formal" else consent.needs

    @cached_property
    def game(self) -> Game:
        """The rule laid out, with the known votes."""
        assert self.rule is not None  # noqa: S101
        rule = laid_out(self.conflict, self.rule)
        number = {name: place for place, name in enumerate(rule.voters)}
        votes = self.votes()
        return Game(
            rule,
            **{one: frozenset(number[name] for name in votes[one] if name in number) for one in CAST},
        )

    def votes(self) -> dict[str, set[str]]:
        """Give the voters of each vote, by id."""
        votes = {one: set(named(self.conflict, getattr(self.cast, one))) for one in CAST}
        for one in CAST:
            for other in CAST:
                if one < other and votes[one] & votes[other]:
                    raise TwoVotes(min(votes[one] & votes[other]))
        spoken = set().union(*votes.values())
        if self.on_file:
            for name, reply in self.conflict.consent[self.issue].answers.items():
                who = set(named(self.conflict, [name])) - spoken
                votes["yes"] |= who if reply.status == "given" else set()
                votes["no"] |= who if reply.status == "refused" else set()
        return votes

    def names(self, voters: Iterable[int]) -> tuple[str, ...]:
        """Give voters' ids."""
        return tuple(self.game.rule.voters[one] for one in voters)

    @cached_property
    def simple(self) -> bool:
        """Whether everybody's yes is needed, so that there is nothing to tell of coalitions."""
        return len(self.game.needed()) == len(self.game.open)

    @cached_property
    def power(self) -> Power | None:
        """The power of every open voter; None where there are too many to count."""
        try:
            return power(self.game)
        except TooLarge:
            return None

    @cached_property
    def winning(self) -> Sets | None:
        """The minimal winning coalitions; None where there are too many voters to go through."""
        try:
            return minimal_winning(self.game)
        except TooLarge:
            return None

    @cached_property
    def smallest_blocking(self) -> Sets:
        """The smallest blocking coalitions, where all of them are too many; empty where these are, too."""
        size = None if self.power is None else self.power.fewest_to_block
        try:
            return smallest_blocking(self.game, size) if size else []
        except TooLarge:
            return []

    @cached_property
    def blocking(self) -> Sets | None:
        """The minimal blocking coalitions; None where there are too many voters to go through."""
        try:
            return minimal_blocking(self.game)
        except TooLarge:
            return None


def asked(conflict: Conflict, issue: str, **how: object) -> list[Asked]:
    """Give the rules of an issue that the file states: the effective one, then the one as written."""
    if issue not in conflict.consent:
        raise UnknownName("issue with a consent rule", issue, conflict.consent)
    chains: tuple[Chain, ...] = ("effective", "formal")
    found = [Asked(conflict, issue, chain, **how) for chain in chains]  # type: ignore[arg-type]
    return [one for one in found if one.rule is not None]


def named(conflict: Conflict, names: Iterable[str]) -> Iterator[str]:
    """Give the voters that some names mean: parties by id, name or short name; bodies; members of bodies.

    Raises
    ------
    UnknownName
        No rule and no body has anybody of that name.
    """
    everybody = all_voters(conflict)
    for name in names:
        if name in conflict.bodies:
            yield from voters_in(conflict, Member(name=name))
            continue
        found = next((one for one in everybody if name in called(conflict, one)), None)
        if found is None:
            raise UnknownName("party, body or member", name, [*everybody, *conflict.bodies])
        yield found


def called(conflict: Conflict, voter: str) -> tuple[str, ...]:
    """Give the ways a voter may be called."""
    party = conflict.parties.get(voter)
    return (voter,) if party is None else (voter, party.name, party.short)


def all_voters(conflict: Conflict) -> list[str]:
    """Name every party, and every member of a rule or body that is no party."""
    rules = [*conflict.bodies.values()]
    for one in conflict.consent.values():
        rules += [rule for rule in (one.needs, one.formal) if rule is not None]
    inside = (name for rule in rules for name in voters_in(conflict, rule))
    return list(dict.fromkeys([*conflict.parties, *inside]))
