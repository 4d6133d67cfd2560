"""Count the power of the 27 in the Council, and list every minimal blocking coalition of twenty parties."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from jirga import examples
from jirga.conflict.bargaining.consent import Gate, Rule, laid_out
from jirga.solve.consent.game import Game
from jirga.solve.consent.minimal import minimal_blocking, minimal_blocking_masks
from jirga.solve.consent.power import power

TIMES = 5


def main() -> None:
    """Print the best of several times for each question."""
    council = examples.conflict("eu_council")
    rule = council.consent["deal"].needs
    assert rule is not None  # noqa: S101
    best("power of the 27 in the Council", lambda: power(Game(laid_out(council, rule))).shapley_shubik)
    for size in (20, 22):
        weighted, nested = games(size)
        best(f"blocking coalitions of {size}, weighted", partial(minimal_blocking_masks, weighted))
        best(f"blocking coalitions of {size}, nested", partial(minimal_blocking_masks, nested))
        best(f"blocking coalitions of {size}, by voter", partial(minimal_blocking, nested))


def games(size: int) -> tuple[Game, Game]:
    """Make a weighted rule, and one of two chambers and a veto."""
    everyone = tuple(range(size))
    weights = tuple(one * 7 % 40 + 1 for one in everyone)
    heavy = Gate(everyone, weights, sum(weights) * 3 // 5)
    chamber = Gate(everyone[::2], (1,) * len(everyone[::2]), size // 3)
    veto = Gate(everyone[:3], (1,) * 3, 2, blocks=True)
    both = Gate((size, size + 1, size + 2), (1, 1, 1), 3)
    voters = tuple(map(str, everyone))
    return Game(Rule(voters, (heavy,))), Game(Rule(voters, (heavy, chamber, veto, both)))


def best(what: str, run: Callable[[], object]) -> None:
    """Run something several times and print the best time and how much was found."""
    seconds = []
    for _ in range(TIMES):
        start = time.perf_counter()
        found = run()
        seconds.append(time.perf_counter() - start)
    print(f"{what:42} {min(seconds):8.4f} s  {len(found):8,} found")  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
