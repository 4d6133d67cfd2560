"""Looking some moves ahead agrees with the definition on random conflicts, and with games worked by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import permutations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import brute
from jirga import examples
from jirga.conflict.board import board
from jirga.conflict.file import numbered, parse_text
from jirga.errors import InputError, TooLarge
from jirga.schema.conflict import Conflict
from jirga.solve import limited_move as module
from jirga.solve.limited_move import NotTwoParties, Ties, limited_move, non_myopic
from jirga.solve.stability import nash, seq_best
from jirga.solve.sweeps.movers import Movers

some = settings(max_examples=90, deadline=None, suppress_health_check=list(HealthCheck))
ties_ = st.sampled_from(["worst", "best"])


def heights(size: int) -> st.SearchStrategy[list[int]]:
    """How high a party ranks each of some states, with ties."""
    return st.lists(st.integers(0, 3), min_size=size, max_size=size)


@st.composite
def graphs(draw: st.DrawFn) -> Conflict:
    """Two parties on two to six states, with any moves and any weak orders."""
    names = list("uvwxyz")[: draw(st.integers(2, 6))]
    parties = {}
    for party in ("one", "two"):
        arcs = draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=10))
        high = dict(zip(names, draw(heights(len(names))), strict=True))
        ranking = [[name for name in names if high[name] == height] for height in (3, 2, 1, 0)]
        moves = {name: sorted({to for origin, to in arcs if origin == name}) for name in names}
        parties[party] = {"name": party, "moves": moves, "ranking": [tie for tie in ranking if tie]}
    return Conflict.model_validate(
        {"title": "t", "states": names, "parties": parties, "status_quo": names[0]}
    )


@st.composite
def tables(draw: st.DrawFn) -> Conflict:
    """Two parties with one or two options each, wants over both, rules and one-way options."""
    one, two = draw(st.sampled_from([("a", "b"), ("ab", "c"), ("a", "bc"), ("ab", "cd")]))
    first, last = one[0], two[-1]
    pairs = [f"{first} {word} {last}" for word in ("and", "or", "iff", "implies")]
    wants = st.lists(st.sampled_from([*one, *two, *(f"not {o}" for o in one + two), *pairs]), max_size=4)
    parties = {
        party: {"name": party, "options": dict.fromkeys(own, "x"), "prefers": draw(wants)}
        for party, own in (("one", one), ("two", two))
    }
    rules = draw(st.lists(st.sampled_from(["a and b", pairs[0]]), max_size=1))
    one_way = draw(st.lists(st.sampled_from([first, f"not {last}"]), max_size=2, unique=True))
    return numbered(
        Conflict.model_validate(
            {"title": "t", "parties": parties, "impossible": rules, "one_way": one_way, "status_quo": []}
        )
    )


duels = graphs() | tables()

# Each may hold out: a neither does, b the first, c the second, d both, which is worst for both.
CHICKEN = """
title: Chicken
states: [a, b, c, d]
parties:
  first: {name: First, moves: {a: b, b: a, c: d, d: c}, ranking: [b, a, c, d]}
  second: {name: Second, moves: {a: c, c: a, b: d, d: b}, ranking: [c, a, b, d]}
"""
# The first wants the two to match, the second wants them not to: whoever is to move gains by it.
PENNIES = """
title: Matching pennies
states: [hh, th, ht, tt]
parties:
  first: {name: First, moves: {hh: th, th: hh, ht: tt, tt: ht}, ranking: [[hh, tt], [th, ht]]}
  second: {name: Second, moves: {hh: ht, ht: hh, th: tt, tt: th}, ranking: [[th, ht], [hh, tt]]}
"""
# From z the second can only make the first choose between b and c, which the first likes alike.
FORK = """
title: Fork
states: [z, a, b, c]
parties:
  first: {name: First, moves: {a: [b, c]}, ranking: [[b, c], [a, z]]}
  second: {name: Second, moves: {z: a}, ranking: [c, z, [a, b]]}
"""
# The first could take the second from b to a, which the second likes less, but more than anything else.
ROUND = """
title: Round and round
states: [a, b, c, d]
parties:
  first: {name: First, moves: {a: b, b: a, c: d, d: c}, ranking: [a, b, c, d]}
  second: {name: Second, moves: {a: c, c: a, b: d, d: b}, ranking: [b, a, c, d]}
"""


def game(text: str) -> Movers:
    """The two parties of a conflict written here."""
    return Movers(board(parse_text(text)))


def lookers(model: brute.Told, ties: Ties) -> Callable[[int, int, frozenset], frozenset]:
    """Where a party that moves first expects to end: section 4 of the definitions, word for word."""
    sign = -1 if ties == "worst" else 1

    @cache
    def end(horizon: int, party: int, here: frozenset) -> frozenset:
        moves = model.moves(party, here)
        if not horizon or not moves:
            return here
        ends = [end(horizon - 1, 1 - party, there) for there in moves]
        best = max(ends, key=lambda one: (model.worth(party, one), sign * model.worth(1 - party, one)))
        return best if model.worth(party, best) > model.worth(party, here) else here

    return end


def by_definition(conflict: Conflict, movers: Movers, party: int, horizon: int, ties: Ties) -> list[bool]:
    """Whether a party stays in each row."""
    model = brute.told(conflict)
    end = lookers(model, ties)
    rows = sorted((movers.board.states.find(state), state) for state in model.states)
    return [end(horizon, party, state) == state for _, state in rows]


@some
@given(conflict=duels, horizon=st.integers(1, 7), ties=ties_)
def test_every_verdict_is_the_definitions(conflict: Conflict, horizon: int, ties: Ties) -> None:
    """Brute force recurses on sets, with its own moves; of ends that tie for both it takes any."""
    movers = Movers(board(conflict))
    for party in (0, 1):
        found = limited_move(movers, party, horizon, ties).tolist()
        assert found == by_definition(conflict, movers, party, horizon, ties)


@some
@given(conflict=duels)
def test_two_moves_ahead_is_seq_best_and_more(conflict: Conflict) -> None:
    """A party that looks two moves ahead stays only where seq_best says so; it may also give up to gain."""
    movers = Movers(board(conflict))
    for party in (0, 1):
        assert seq_best(movers, party)[limited_move(movers, party, 2)].all()


@some
@given(conflict=duels, ties=ties_)
def test_non_myopic_is_every_horizon_from_one_on(conflict: Conflict, ties: Ties) -> None:
    """Stable from the horizon named on, not at the one before; otherwise unstable in every repetition."""
    movers = Movers(board(conflict))
    for party in (0, 1):
        found = non_myopic(movers, party, ties=ties)
        last = found.repeats_from + 2 * found.period
        model, states = brute.told(conflict), movers.board.states
        end = lookers(model, ties)
        for state in model.states:
            row = states.find(state)
            stays = [True] + [end(horizon, party, state) == state for horizon in range(1, last + 1)]
            since = int(found.since[row])
            assert found.stable[row] == (since > 0) == all(stays[found.repeats_from :])
            if found.stable[row]:
                assert all(stays[since:])
                assert since == 1 or not stays[since - 1]
            else:
                assert not all(stays[-found.period :])


@some
@given(conflict=duels, horizons=st.tuples(st.integers(1, 5), st.integers(1, 5)), ties=ties_)
def test_horizons_of_one_and_of_each(conflict: Conflict, horizons: tuple[int, int], ties: Ties) -> None:
    """One move ahead is nash; a horizon for each party is one horizon for the party asked about."""
    movers = Movers(board(conflict))
    for party in (0, 1):
        assert np.array_equal(limited_move(movers, party, 1, ties), nash(movers, party))
        both = limited_move(movers, party, horizons, ties)
        assert np.array_equal(both, limited_move(movers, party, horizons[party], ties))


def test_prisoners_by_hand() -> None:
    """Cooperation holds for those who look two moves ahead or more; from no cooperation nobody sets out.

    The first goes from 4 to 3 if it looks one move ahead. Looking two, it sees the second go on from 3 to 1,
    which it likes less than 4, and stays; looking three, it sees the second in 3 look two moves ahead, and
    the second moves to 1 all the same, because the first would stay there. From then on nothing changes.
    """
    movers = Movers(board(examples.conflict("prisoners")))
    found = [non_myopic(movers, party) for party in (0, 1)]
    assert [one.since.tolist() for one in found] == [[1, -1, 1, 2], [1, 1, -1, 2]]
    assert [(one.repeats_from, one.period) for one in found] == [(2, 1), (2, 1)]
    assert (found[0].stable & found[1].stable).tolist() == [True, False, False, True]


def test_chicken_by_hand() -> None:
    """Only the compromise holds for both, from a horizon of three moves on.

    One move ahead the first leaves a for b, and two moves ahead too, since the second stays in b. Three moves
    ahead it sees that the second, looking two, would go from b to d to make it yield to c, and stays in a.
    In c a first that looks two moves or more goes to d, because the second then yields to b.
    """
    movers = game(CHICKEN)
    stays = [limited_move(movers, 0, horizon).tolist() for horizon in range(1, 6)]
    assert stays[0] == [False, True, True, False]
    assert stays[1] == [False, True, False, False]
    assert stays[2] == stays[3] == stays[4] == [True, True, False, False]
    found = [non_myopic(movers, party) for party in (0, 1)]
    assert [one.since.tolist() for one in found] == [[3, 1, -1, -1], [3, -1, 1, -1]]
    assert (found[0].stable & found[1].stable).tolist() == [True, False, False, False]


def test_what_is_stable_only_now_and_then_is_not_non_myopic() -> None:
    """Where the pennies differ the first stays at even horizons, when the second would have the last move.

    One move ahead the first gains by making them match. Two moves ahead it sees the second undo that, which
    leaves it no better off, so nobody moves at all; three moves ahead it sees that nobody would then move.
    """
    movers = game(PENNIES)
    stays = [limited_move(movers, 0, horizon).tolist() for horizon in range(1, 7)]
    assert stays == 3 * [[True, False, False, True], [True, True, True, True]]
    found = non_myopic(movers, 0)
    assert (found.repeats_from, found.period) == (0, 2)
    assert found.stable.tolist() == [True, False, False, True]
    assert found.since.tolist() == [1, -1, -1, 1]


def test_a_cycle_of_four_horizons_by_hand() -> None:
    """In a the second sets out only at horizons 3, 7, 11, ...: for c, whence the first to d and itself to b.

    Looking 3 ahead it would have the last of these moves, and b is its best state. Looking 4, 5 or 6 ahead it
    sees the first go on from b to a, and gains nothing. Looking 7 ahead it sees the first, in b and looking 4
    ahead, expect it to set out from a once more (3 ahead), back to b: so the first stays in b.
    """
    movers = game(ROUND)
    stays = [bool(limited_move(movers, 1, horizon)[0]) for horizon in range(1, 13)]
    assert stays == 3 * [True, True, False, True]
    found = non_myopic(movers, 1)
    assert (found.repeats_from, found.period) == (2, 4)
    assert found.since.tolist() == [-1, 1, -1, -1]


def alike(one: tuple, two: tuple) -> list[tuple]:
    """The ways to write down one 2 x 2 game: rows, columns and players exchanged."""
    turns = [dict(zip("abcd", turned, strict=True)) for turned in ("abcd", "badc", "cdab", "dcba")]
    players = dict(zip("abcd", "acbd", strict=True))
    as_told = [[tuple(turn[x] for x in order) for order in (one, two)] for turn in turns]
    swapped = [[tuple(players[x] for x in order) for order in reversed(pair)] for pair in as_told]
    return [tuple(pair) for pair in as_told + swapped]


def test_all_strict_two_by_two_games() -> None:
    """Of the 78 games with strict rankings 61 settle, 6 recur every two horizons and 11 every four."""
    orders = list(permutations("abcd"))
    games = {min(alike(one, two)) for one in orders for two in orders}
    moves = ("{a: b, b: a, c: d, d: c}", "{a: c, c: a, b: d, d: b}")
    periods = []
    for game_ in sorted(games):
        told = [
            f"  p{n}: {{name: P, moves: {moves[n]}, ranking: [{', '.join(order)}]}}"
            for n, order in enumerate(game_)
        ]
        movers = game("\n".join(["title: t", "states: [a, b, c, d]", "parties:", *told]))
        periods.append(non_myopic(movers, 0).period)
    assert Counter(periods) == {1: 61, 2: 6, 4: 11}


def test_the_tie_rule_decides_what_the_other_expects() -> None:
    """In z the second gains by moving only if the first then breaks its tie in the second's favour."""
    movers = game(FORK)
    assert limited_move(movers, 1, 2, "worst").tolist() == [True, True, True, True]
    assert limited_move(movers, 1, 2, "best").tolist() == [False, True, True, True]


def test_three_parties_are_refused() -> None:
    """There is no definition here for more than two parties, and the refusal says what to try."""
    movers = Movers(board(examples.conflict("elmira_9")))
    for ask in (lambda: limited_move(movers, 0, 2), lambda: non_myopic(movers, 0)):
        with pytest.raises(NotTwoParties, match=r"two parties, not 3\. Hint: merge"):
            ask()


def test_looking_nowhere_is_refused() -> None:
    """A horizon has at least one move."""
    with pytest.raises(InputError, match="at least 1, which is nash"):
        limited_move(game(CHICKEN), 0, 0)


def test_too_short_a_search_for_the_repetition_is_refused() -> None:
    """Chicken repeats after three moves; a search that stops earlier says so and gives no answer."""
    with pytest.raises(TooLarge, match="does not repeat within 2 moves"):
        non_myopic(game(CHICKEN), 0, longest=2)


def test_too_many_moves_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Moves are listed one by one, and a list that would not fit is refused."""
    monkeypatch.setattr(module, "MOVES", 3)
    with pytest.raises(TooLarge, match="more than 3 moves"):
        limited_move(game(CHICKEN), 0, 1)
