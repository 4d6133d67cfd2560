"""Laws of consent rules: brute force over all votes, duality, power, and unknown that is not no."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from consents import NAMES, minimal, pivots, ruled, says, subsets, winners
from jirga.conflict.bargaining.consent import laid_out
from jirga.schema.conflict import Conflict
from jirga.solve.consent.game import Game, decided
from jirga.solve.consent.minimal import minimal_blocking, minimal_winning
from jirga.solve.consent.power import Sums, by_sets, by_sums

SIGNS = ("yes", "no", "absent", "abstaining")
known_votes = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(SIGNS), max_size=3)


def game_of(conflict: Conflict, known: dict[str, str]) -> Game:
    """The deal's rule with some votes known."""
    rule = laid_out(conflict, conflict.consent["deal"].needs)  # type: ignore[arg-type]
    votes = {
        sign: frozenset(place for place, one in enumerate(rule.voters) if known.get(one) == sign)
        for sign in SIGNS
    }
    return Game(rule, **votes)


def named(game: Game, sets: object) -> set[frozenset[str]]:
    """Sets of voters by name."""
    return {frozenset(game.rule.voters[one] for one in few) for few in sets}  # type: ignore[attr-defined]


def free(game: Game) -> list[str]:
    """The open voters by name."""
    return [game.rule.voters[one] for one in game.open]


@given(ruled())
@settings(max_examples=20, deadline=None)
def test_every_vote_is_decided_as_defined(conflict: Conflict) -> None:
    """Over every seventh of the ways in which five may say yes or no, abstain or stay away."""
    needs = conflict.consent["deal"].needs
    rule = laid_out(conflict, needs)  # type: ignore[arg-type]
    votes = list(product(SIGNS, repeat=len(rule.voters)))[::7]
    signs = np.array(votes)
    found = decided(rule, signs == "yes", signs == "absent", signs == "abstaining")
    defined = [says(conflict, needs, dict(zip(rule.voters, vote, strict=True))) == "yes" for vote in votes]
    assert found.tolist() == defined


@given(ruled(), known_votes)
@settings(max_examples=25, deadline=None)
def test_coalitions_are_those_of_the_definition(conflict: Conflict, known: dict[str, str]) -> None:
    """Minimal winning and blocking sets, who is needed and who is enough, from all sets one by one."""
    game = game_of(conflict, known)
    voters = free(game)
    winning = winners(conflict, conflict.consent["deal"].needs, voters, known)
    blocking = {few for few in subsets(voters) if frozenset(voters) - few not in winning}
    assert named(game, minimal_winning(game)) == minimal(winning)
    assert named(game, minimal_blocking(game)) == minimal(blocking)
    assert {voters[game.open.index(one)] for one in game.needed()} == {
        one for one in voters if frozenset(voters) - {one} not in winning
    }
    assert {voters[game.open.index(one)] for one in game.sufficient()} == {
        one for one in voters if frozenset({one}) in winning
    }


@given(ruled(), known_votes)
@settings(max_examples=25, deadline=None)
def test_more_yes_never_hurts(conflict: Conflict, known: dict[str, str]) -> None:
    """With attendance as it is, a set with more members than a winning one wins."""
    game = game_of(conflict, known)
    winning = named(game, [few for few in subsets_of(game) if game.passes(frozenset(few))])
    voters = free(game)
    assert all(few | {one} in winning for few in winning for one in voters)


def subsets_of(game: Game) -> list[frozenset[int]]:
    """Every set of open voters."""
    return [frozenset(map(int, few)) for few in subsets(map(str, game.open))]


@given(ruled(), known_votes)
@settings(max_examples=25, deadline=None)
def test_blocking_and_winning_sets_meet(conflict: Conflict, known: dict[str, str]) -> None:
    """A set that meets every minimal winning set blocks, and the other way round."""
    game = game_of(conflict, known)
    winning, blocking = named(game, minimal_winning(game)), named(game, minimal_blocking(game))
    everyone = subsets(free(game))
    meeting = minimal({few for few in everyone if all(few & one for one in winning)})
    assert meeting == blocking
    assert minimal({few for few in everyone if all(few & one for one in blocking)}) == winning


@given(ruled(), known_votes)
@settings(max_examples=20, deadline=None)
def test_power_is_that_of_all_orders(conflict: Conflict, known: dict[str, str]) -> None:
    """Both ways of counting give the indices of the definitions, over all orders and all sets."""
    game = game_of(conflict, known)
    voters = free(game)
    winning = winners(conflict, conflict.consent["deal"].needs, voters, known)
    counted = by_sets(game)
    assert by_sums(game, Sums(game)) == counted
    assert dict(zip(voters, counted.shapley_shubik, strict=True)) == pivots(voters, winning)
    swings = [
        sum(few | {one} in winning for few in subsets(voters) if one not in few and few not in winning)
        for one in voters
    ]
    assert list(counted.banzhaf_swings) == swings
    assert sum(counted.winning) == len(winning)


@given(ruled(), known_votes)
@settings(max_examples=25, deadline=None)
def test_power_adds_up(conflict: Conflict, known: dict[str, str]) -> None:
    """The indices add up to one where the votes are open, and to nought where they are settled."""
    game = game_of(conflict, known)
    power = by_sets(game)
    whole = int(game.outcome is None)
    assert sum(power.shapley_shubik) == whole
    assert sum(power.banzhaf) == whole
    minimal_sets = minimal_winning(game)
    for one, swings, part in zip(power.voters, power.banzhaf_swings, power.shapley_shubik, strict=True):
        counts = any(one in few for few in minimal_sets)
        assert (swings > 0) == (part > 0) == counts


@given(ruled(), known_votes)
@settings(max_examples=25, deadline=None)
def test_unknown_is_not_no(conflict: Conflict, known: dict[str, str]) -> None:
    """It is open just where some answers of the others would carry it and some would not."""
    game = game_of(conflict, known)
    voters = free(game)
    winning = winners(conflict, conflict.consent["deal"].needs, voters, known)
    ends = {few in winning for few in subsets(voters)}
    assert game.outcome == (ends.pop() if len(ends) == 1 else None)
    settled = {one: game_of(conflict, known | {one: "no"}).outcome is False for one in voters}
    if game.outcome is None:
        assert [one for one, stops in settled.items() if stops] == [
            voters[game.open.index(i)] for i in game.needed()
        ]


@given(ruled(), st.permutations(NAMES))
@settings(max_examples=20, deadline=None)
def test_names_do_not_matter(conflict: Conflict, order: list[str]) -> None:
    """The order in which the voters are numbered changes nobody's power."""
    game = game_of(conflict, {})
    power = dict(zip(free(game), by_sets(game).shapley_shubik, strict=True))
    to = dict(zip(NAMES, order, strict=True))
    renamed = Conflict.model_validate(replaced(conflict.model_dump(exclude_defaults=True), to))
    again = game_of(renamed, {})
    found = dict(zip(free(again), by_sets(again).shapley_shubik, strict=True))
    assert found == {to[one]: part for one, part in power.items()}


def replaced(value: object, to: dict[str, str]) -> object:
    """A file with its parties' names exchanged."""
    if isinstance(value, dict):
        return {to.get(key, key): replaced(one, to) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [replaced(one, to) for one in value]
    return to.get(value, value) if isinstance(value, str) else value
