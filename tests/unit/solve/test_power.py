"""Power indices: the printed values, and the sizes they can be counted for."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from time import perf_counter

import numpy as np
import pytest

from jirga import examples
from jirga.conflict.bargaining.consent import Gate, Rule, laid_out
from jirga.errors import TooLarge
from jirga.solve.consent.game import Game
from jirga.solve.consent.power import Sums, by_sets, by_sums, power

PRINTED = (
    Path(__file__).resolve().parents[3].parent / "shared" / "bargaining" / "worked" / "power_indices.json"
)
EEC = ((4, 4, 4, 2, 2, 1), 12)


def weighted(weights: tuple[int, ...], quota: int) -> Game:
    """A weighted game."""
    everyone = tuple(range(len(weights)))
    return Game(Rule(tuple(map(str, everyone)), (Gate(everyone, weights, quota),)))


def security_council() -> Game:
    """Nine of fifteen must agree, and none of the first five may refuse."""
    nine, no_veto = Gate(tuple(range(15)), (1,) * 15, 9), Gate(tuple(range(5)), (1,) * 5, 1, blocks=True)
    return Game(Rule(tuple(map(str, range(15))), (nine, no_veto, Gate((15, 16), (1, 1), 2))))


@pytest.mark.parametrize("count", [power, by_sets, lambda game: by_sums(game, Sums(game))])
def test_the_six_of_1958(count: object) -> None:
    """The Council of the EEC of 1958: as Straffin (1993) prints it; Luxembourg's vote never counted."""
    found = count(weighted(*EEC))  # type: ignore[operator]
    assert found.banzhaf_swings == (10, 10, 10, 6, 6, 0)
    assert found.banzhaf == tuple(Fraction(one, 42) for one in (10, 10, 10, 6, 6, 0))
    assert found.shapley_shubik == tuple(Fraction(one, 60) for one in (14, 14, 14, 9, 9, 0))
    assert found.fewest_to_block == 2


@pytest.mark.parametrize("count", [by_sets, lambda game: by_sums(game, Sums(game))])
def test_the_security_council(count: object) -> None:
    """A permanent member has 0.196 of the power, another member 0.00187, as in print."""
    for game in (security_council(), weighted((7,) * 5 + (1,) * 10, 39)):
        found = count(game)  # type: ignore[operator]
        assert found.banzhaf_swings == (848,) * 5 + (84,) * 10
        assert [round(float(one), 6) for one in found.shapley_shubik] == [0.19627] * 5 + [0.001865] * 10
        assert found.fewest_to_block == 1


@pytest.mark.skipif(not PRINTED.exists(), reason="the record of printed values is not beside the repository")
def test_the_recorded_values() -> None:
    """Every game of the record has the indices recorded."""
    for name, game in json.loads(PRINTED.read_text(encoding="utf-8"))["games"].items():
        found = power(weighted(tuple(game["weights"]), game["quota"]))
        assert list(found.banzhaf_swings) == game["banzhaf_swings"], name
        for counted, key in ((found.shapley_shubik, "shapley_shubik"), (found.banzhaf, "banzhaf_normalised")):
            assert np.allclose([float(one) for one in counted], game[key], atol=1e-6), name


def test_the_council_of_27() -> None:
    """Under the treaty of Lisbon 13.2 percent of all coalitions win (Petroczy and Csato), and it is quick."""
    council = examples.conflict("eu_council")
    rule = council.consent["deal"].needs
    assert rule is not None
    start = perf_counter()
    found = power(Game(laid_out(council, rule)))
    assert perf_counter() - start < 2
    assert round(sum(found.winning) / 2**27, 3) == 0.132
    assert found.fewest_to_block == 4
    assert sum(found.shapley_shubik) == 1
    assert found.banzhaf_swings == tuple(sorted(found.banzhaf_swings, reverse=True))


def test_votes_that_are_known_are_left_out() -> None:
    """With the first of three large states in favour, the other five play for eight."""
    game = Game(weighted(*EEC).rule, yes=frozenset({0}))
    assert power(game).voters == (1, 2, 3, 4, 5)
    assert power(game).banzhaf_swings == power(weighted((4, 4, 2, 2, 1), 8)).banzhaf_swings


def test_what_cannot_pass_gives_nobody_power() -> None:
    """Nobody's vote counts where the refusal of one is known to stop it."""
    found = power(Game(security_council().rule, no=frozenset({0})))
    assert set(found.banzhaf) == {Fraction(0)} == set(found.shapley_shubik)


def test_what_is_too_large_is_refused() -> None:
    """Many voters with weights of many digits are not counted, and no wrong answer is given."""
    weights = tuple(1_000_003 * one + one * one for one in range(1, 31))
    with pytest.raises(TooLarge, match="30 voters"):
        power(weighted(weights, sum(weights) // 2))
    with pytest.raises(TooLarge, match="digits"):
        weighted((1 << 60, 1 << 60), 1 << 60)
