"""Sobol indices of a package's room, beside a loop over the points one by one, and SALib's estimators."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np

from jirga import examples
from jirga.answer.bargaining.bargain import Bargain
from jirga.answer.stress.room_ranges import inputs, varied
from jirga.solve.room.zones import room
from jirga.stress.sobol import indices, sample

TIMES, BASE, PACKAGE = 3, 1024, "torkham"


def main() -> None:
    """Print the best of several times for each way, and how far the indices are apart."""
    bargain = Bargain(examples.conflict("khyber_kabul_2025"))
    some = inputs(bargain, PACKAGE)
    points = sample(len(some), BASE)
    ways = bargain.ways(PACKAGE)

    def together(which: np.ndarray) -> np.ndarray:
        return room(bargain.table(varied(bargain, some, which)), ways).open.astype(float)

    def one_by_one() -> np.ndarray:
        return np.array([together(points[place : place + 1])[0] for place in range(len(points))])

    values = best(f"{len(points):,} points together", lambda: together(points))
    alone = best(f"{len(points):,} points one by one", one_by_one)
    print(f"the same values: {np.array_equal(values, alone)}")
    own = best("indices, here", lambda: indices(values, len(some)))
    try:
        from SALib.analyze import sobol
    except ImportError:
        print("SALib is not installed")
        return
    names = {"num_vars": len(some), "names": [str(one) for one in range(len(some))]}
    other = best("indices, SALib", lambda: sobol.analyze(names, values, calc_second_order=False, seed=1))
    apart = max(abs(own.first - other["S1"]).max(), abs(own.total - other["ST"]).max())
    print(f"first and total indices at most {apart:.1e} apart")


def best(what: str, run: Callable[[], Any]) -> Any:
    """Run something several times and print the best time."""
    seconds = []
    for _ in range(TIMES):
        start = time.perf_counter()
        found = run()
        seconds.append(time.perf_counter() - start)
    print(f"{what:32} {min(seconds):8.4f} s")
    return found


if __name__ == "__main__":
    main()
