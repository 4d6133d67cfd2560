"""What the others' moves can bring a party to, with and without the rule against moving twice in a row."""

from __future__ import annotations

import numpy as np

from jirga.solve.sweeps.arcs import Arcs
from jirga.solve.sweeps.fibres import NEVER
from jirga.solve.sweeps.propagation import alternating, brought_to, settled


def arcs(*pairs: tuple[int, int], size: int = 4) -> Arcs:
    origin, target = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2).T
    return Arcs(origin, target, size)


VALUE = np.array([9, 5, 4, 0])


def test_nobody_moves_twice_in_a_row() -> None:
    """Alone, an opponent leads only one move on, where its second move would need another's in between."""
    chain = arcs((0, 1), (1, 2), (2, 3))
    assert alternating(VALUE, [chain]).tolist() == [5, 4, 0, NEVER]


def test_a_party_may_move_again_after_another() -> None:
    """With another's move in between the first may move again, and the least value is got to."""
    one, two = arcs((0, 1), (2, 3)), arcs((1, 2))
    assert alternating(VALUE, [one, two]).tolist() == [0, 0, 0, NEVER]
    assert alternating(VALUE, [two, one]).tolist() == [0, 0, 0, NEVER]


def test_a_longer_way_round_is_found() -> None:
    """A sequence in which the same state is passed twice, with different last movers, is legal."""
    one = arcs((0, 1), (1, 3))
    two = arcs((1, 2), (2, 1))
    assert alternating(VALUE, [one]).tolist() == [5, 0, NEVER, NEVER]
    three = arcs((2, 1))
    assert alternating(VALUE, [one, arcs((1, 2)), three]).tolist() == [0, 0, 0, NEVER]
    assert alternating(VALUE, [one, two]).tolist() == [4, 0, 0, NEVER]


def test_settled_repeats_moves_freely() -> None:
    """Where moves of one party come to one move or none, it is followed until nothing falls any more."""
    chain = arcs((0, 1), (1, 2), (2, 3))
    assert settled(VALUE, [chain]).tolist() == [0, 0, 0, 0]
    assert settled(VALUE, [arcs((2, 3)), arcs((1, 2)), arcs((0, 1))]).tolist() == [0, 0, 0, 0]


def test_without_opponents_nothing_answers() -> None:
    """Without opponents no sequence of one or more moves exists, so no value is brought about."""
    assert brought_to(VALUE, [], transitive=True).tolist() == [NEVER] * 4
    assert brought_to(VALUE, [], transitive=False).tolist() == [NEVER] * 4


def test_opponents_that_cannot_move_do_not_answer() -> None:
    """In a listed graph an opponent without moves brings no value about."""
    assert brought_to(VALUE, [arcs(), arcs()], transitive=False).tolist() == [NEVER] * 4


def test_the_two_ways_are_chosen_by_what_the_moves_are() -> None:
    """Only moves that are not transitive are kept from following one another."""
    chain = arcs((0, 1), (1, 2), (2, 3))
    assert brought_to(VALUE, [chain], transitive=False).tolist() == [5, 4, 0, NEVER]
    assert brought_to(VALUE, [chain], transitive=True).tolist() == [0, 0, 0, 0]
