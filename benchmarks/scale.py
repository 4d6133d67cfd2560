"""Solve larger and larger conflicts, beside the published matrix method and a bound from memory.

The matrix method is Xu, Hipel and Kilgour's, written from the papers' formulas. The bound is the time to read
every party's preferences once per option: no method that looks at each state once per option can be faster.
"""

from __future__ import annotations

import math
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from conflicts import made
from jirga.brief.drawings.drawing import INK, Drawing, text
from jirga.conflict.board import Board, board
from jirga.solve.many import solve_many
from jirga.solve.stability import CONCEPTS
from jirga.solve.sweeps.movers import Movers
from jirga.solve.ways.route import route
from jirga.solve.witnesses import witness

FIGURE = Path(__file__).parent.parent / "docs" / "scale.svg"
BASE = ("nash", "gmr", "smr", "seq", "sseq")
MATRIX_UP_TO, OPTIONS = 11, range(10, 24)
RULED, RULES, ONE_WAY = (20, 21, 23), 2, 3
DRAWS, DRAWN_OPTIONS = 10_000, 10
Matrix = NDArray[np.bool_]


def main() -> None:
    """Print a line for each size, and draw the curve."""
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else OPTIONS[-1]
    base(Movers(board(made(8, 5)), compiled=True))
    print(
        f"{'options':>7} {'states':>10} {'board s':>8} {'solve s':>8} {'us/state':>8} {'matrix s':>9} "
        f"{'bound s':>8} {'to bound':>8} {'peak MB':>8}"
    )
    curve = plain(largest)
    FIGURE.write_text(figure(curve).svg() + "\n", encoding="utf-8")
    print(f"drew {FIGURE.name}")
    ruled([options for options in RULED if options <= largest])
    ensemble()


def plain(largest: int) -> list[tuple[int, float, float, float]]:
    """Solve conflicts in which every state is possible and every option can be taken back."""
    curve = []
    for options in range(OPTIONS[0], largest + 1):
        laid, laying = timed(lambda options=options: board(made(options, 5)))
        _, solving = timed(lambda laid=laid: base(Movers(laid)))
        matrix = timed(lambda laid=laid: by_matrices(laid))[1] if options <= MATRIX_UP_TO else math.nan
        _, bound = timed(lambda laid=laid, options=options: read(laid, options))
        size = len(laid.states)
        print(
            f"{options:7} {size:10,} {laying:8.2f} {solving:8.3f} {solving / size * 1e6:8.2f} {matrix:9.2f} "
            f"{bound:8.4f} {solving / bound:8.0f} {peak():8.0f}",
            flush=True,
        )
        curve.append((size, solving, matrix, bound))
    return curve


def ruled(sizes: list[int]) -> None:
    """Solve conflicts with over a third of the states ruled out and a few one-way options."""
    print(f"\nWith {RULES} rules and {ONE_WAY} one-way options; way and reasons: worst of 5 states")
    print(
        f"{'options':>7} {'states':>10} {'ruled out':>9} {'board s':>8} {'solve s':>8} {'way s':>8} "
        f"{'reason s':>8} {'peak MB':>8}"
    )
    for options in sizes:
        laid, laying = timed(lambda options=options: board(made(options, 5, rules=RULES, one_way=ONE_WAY)))
        movers, size = Movers(laid), len(laid.states)
        _, solving = timed(lambda movers=movers: base(movers))
        rows = [size * place // 6 for place in range(1, 6)]
        ways = [timed(lambda row=row, movers=movers: route(movers, 0, row))[1] for row in rows]
        why = [timed(lambda row=row, movers=movers: reasons(movers, row))[1] for row in rows]
        print(
            f"{options:7} {size:10,} {1 - size / 2**options:9.0%} "
            f"{laying:8.2f} {solving:8.3f} {max(ways):8.2f} {max(why):8.2f} {peak():8.0f}",
            flush=True,
        )


def reasons(movers: Movers, row: int) -> list[object]:
    """Say why every party stays in a state or leaves it, by sequential stability."""
    return [witness(movers, party, row, "seq") for party in movers.parties]


def ensemble() -> None:
    """Solve one conflict under many orders of preference, on two threads."""
    laid, chance = board(made(DRAWN_OPTIONS, 5)), np.random.default_rng(1)
    draws = chance.integers(0, 256, (DRAWS, *laid.ranks.shape), dtype=np.int32)
    solve_many(laid, draws[:600], standards=BASE)
    with ThreadPoolExecutor(2) as pool:
        _, seconds = timed(lambda: solve_many(laid, draws, standards=BASE, asked=[0], executor=pool))
    print(f"\n{DRAWS:,} draws of {len(laid.states):,} states: {seconds:.1f} s on two threads")


def peak() -> float:
    """Give the most memory used so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(run: Callable[[], object]) -> tuple[object, float]:
    """Run something once and say how long it took."""
    start = time.perf_counter()
    found = run()
    return found, time.perf_counter() - start


def base(movers: Movers) -> dict[str, list[NDArray[np.bool_]]]:
    """Solve the five standards in print for all parties."""
    return {name: [CONCEPTS[name](movers, party) for party in movers.parties] for name in BASE}


def read(laid: Board, options: int) -> int:
    """Read every party's preferences once per option."""
    return sum(int(rank.max()) for _ in range(options) for rank in laid.ranks)


def by_matrices(laid: Board) -> dict[str, list[NDArray[np.bool_]]]:
    """Solve nash, gmr, smr and seq by matrices of moves between all pairs of states."""
    size, parties = len(laid.states), range(len(laid.ranks))
    moves = [np.zeros((size, size), dtype=bool) for _ in parties]
    for party in parties:
        for row in range(size):
            moves[party][row, laid.moves.targets(party, row)] = True
    better = [rank[None, :] > rank[:, None] for rank in laid.ranks]
    gains = [move & up for move, up in zip(moves, better, strict=True)]
    found: dict[str, list[NDArray[np.bool_]]] = {"nash": [], "gmr": [], "smr": [], "seq": []}
    for party in parties:
        others = [other for other in parties if other != party]
        no_better = ~better[party].T
        stuck = no_better & ~product(moves[party], better[party].T)
        found["nash"].append(~gains[party].any(axis=1))
        for name, kind, bad in (("gmr", moves, no_better), ("smr", moves, stuck), ("seq", gains, no_better)):
            answered = product(joint(kind, others), bad)
            found[name].append(~(gains[party] & ~answered.T).any(axis=1))
    return found


def joint(moves: list[Matrix], others: list[int]) -> Matrix:
    """Where legal sequences of several parties' moves lead: M = or over t and i of M_i(t)."""
    last = {other: moves[other] for other in others}
    total = np.logical_or.reduce(list(last.values()))
    while True:
        last = {
            other: product(np.logical_or.reduce([last[one] for one in others if one != other]), moves[other])
            for other in others
        }
        wider = total | np.logical_or.reduce(list(last.values()))
        if np.array_equal(wider, total):
            return total
        total = wider


def product(one: Matrix, two: Matrix) -> Matrix:
    """Give the sign of a product of 0-1 matrices."""
    return np.asarray(one.astype(np.float32) @ two.astype(np.float32) > 0)


def figure(curve: list[tuple[int, float, float, float]]) -> Drawing:
    """Draw seconds against states, both in powers of ten."""
    width, height, left, low = 640.0, 380.0, 60.0, -4

    def at(states: float, seconds: float) -> tuple[float, float]:
        across = (math.log10(states) - 3) / 4 * (width - left - 150) + left
        return across, height - 40 - (math.log10(seconds) - low) / 6 * (height - 60)

    parts = []
    for power in range(low, 3):
        y = at(1e3, 10**power)[1]
        parts.append(f"<line x1='{left:g}' y1='{y:g}' x2='{width - 150:g}' y2='{y:g}' stroke='#bbb'/>")
        parts.append(text(left - 6, y + 4, f"{10**power:g} s", size=11, anchor="end"))
    parts += [
        text(at(10**power, 10**low)[0], height - 20, f"{10**power:,}", size=11, anchor="middle")
        for power in range(3, 8)
    ]
    for place, (name, dash) in enumerate(
        (("Jirga", ""), ("matrix method", "7 4"), ("bound", "2 3")), start=1
    ):
        points = [at(row[0], row[place]) for row in curve if not math.isnan(row[place])]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f"<polyline points='{path}' fill='none' stroke='{INK}' stroke-dasharray='{dash}'/>")
        parts.append(text(points[-1][0] + 6, points[-1][1] + 4, name, size=12))
    parts.append(
        text(left, height - 4, "possible states (five parties, five standards, all parties)", size=11)
    )
    said = f"Jirga takes {curve[-1][1]:.1f} seconds for {curve[-1][0]:,} states."
    return Drawing("Seconds to solve, by the number of states", said, width, height, tuple(parts))


if __name__ == "__main__":
    main()
