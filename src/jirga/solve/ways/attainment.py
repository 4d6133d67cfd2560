"""What can be got to from a state, by which steps: stable is not attainable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.moves import Rows
from jirga.errors import TooLarge
from jirga.schema.words import Steps
from jirga.solve.sweeps.movers import Movers
from jirga.solve.ways.grounds import Grounds, grounds, led_to
from jirga.solve.ways.joint import (
    CELLS,
    MAX_TOGETHER,
    Group,
    candidates,
    gained,
    groups,
    improved,
    reach,
    walked,
)

Distance = NDArray[np.int32]
UNREACHED = -1
WORK = 32_000_000
WORTH_THINNING, SPARSE = 256, 4
KEPT = 1 << 26


@dataclass(frozen=True)
class Step:
    """One step of a way: who moves, from where, to where, and which of them is worse off by it.

    Attributes
    ----------
    movers : tuple of int
        The parties that move.
    start, end : int
        Rows of the states before and after.
    losers, indifferent : tuple of int
        The movers that like the state after less, or as well as, the state before.
    """

    movers: Group
    start: int
    end: int
    losers: Group = ()
    indifferent: Group = ()


def attainable(movers: Movers, start: int, steps: Steps, together: int = MAX_TOGETHER) -> NDArray[np.bool_]:
    """Say which states can be got to from a state.

    Parameters
    ----------
    start : int
        The row to start from.
    steps : {"alone", "together", "any"}
        By single improvements; by steps that may also be joint improvements of up to `together` parties; or
        by any moves at all.

    Returns
    -------
    bool array (n_states,)
        The start itself counts as attained.
    """
    if steps == "any":
        return walked(movers, start, tuple(movers.parties))
    return np.asarray(distances(movers, start, together if steps == "together" else 1) != UNREACHED)


def distances(movers: Movers, start: int, together: int) -> Distance:
    """Count the steps to every state, each a joint improvement of at most `together` parties.

    Returns
    -------
    int32 array (n_states,)
        The least number of steps; -1 where there is no way.

    Raises
    ------
    TooLarge
        More combinations than can be gone through whole.
    """
    search = Search(movers, start, together)
    refuse_if_too_many(movers, search.groups)
    while len(search.wave):
        for _ in search.grown():
            pass
    return search.distance


class Search:
    """A search from one state, step by step, each a joint improvement of at most so many parties.

    Attributes
    ----------
    distance : int32 array (n_states,)
        The least number of steps to each state reached; -1 where there is no way as yet.
    wave : int64 array
        The states reached by the last step.
    count : int
        How many steps were gone.
    """

    def __init__(self, movers: Movers, start: int, together: int) -> None:
        self.movers, self.together = movers, together
        self.groups = list(groups(movers.parties, together))
        self.distance = np.full(movers.size, UNREACHED, dtype=np.int32)
        self.distance[start] = 0
        self.wave, self.count = np.array([start]), 0
        self.kept: dict[Group, Grounds] = {}

    def grown(self) -> Iterator[Rows]:
        """Go one step further, and give the states reached on the way, some at a time."""
        self.count += 1
        fresh = [self.wave[:0]]
        for group in reversed(self.groups):
            for some in self.led(group):
                self.distance[some] = self.count
                fresh.append(some)
                yield some
        self.wave = np.sort(np.concatenate(fresh))

    def led(self, group: Group) -> Iterator[Rows]:
        """Give the states not yet reached that a group would lead to from the last wave."""
        width, large = candidates(self.movers, group), len(self.wave) >= WORTH_THINNING
        if self.movers.transitive and large and len(self.wave) * width * SPARSE >= self.movers.size:
            wanted = np.flatnonzero(self.distance == UNREACHED)
            yield led_to(self.movers, group, self.grounds(group), self.wave, wanted)
            return
        for part in parts(self.movers, group, self.wave):
            yield lead(self.movers, group, part, self.distance)

    def grounds(self, group: Group) -> Grounds:
        """Find the grounds of a group, and keep them for the next step where they do not take much room."""
        if group not in self.kept:
            found = grounds(self.movers, group)
            if self.movers.size * len(self.groups) > KEPT:
                return found
            self.kept[group] = found
        return self.kept[group]


def lead(movers: Movers, group: Group, wave: Rows, distance: Distance) -> Rows:
    """Give every state not yet reached that a group would lead to from any state of part of a wave."""
    rows, reached = reach(movers, group, wave)
    place, column = np.nonzero(reached & (distance[rows] == UNREACHED))
    to = rows[place, column]
    return np.unique(to[gained(movers, group, to, wave[place])])


def parts(movers: Movers, group: Group, wave: Rows) -> list[Rows]:
    """Cut a wave into parts whose candidates fit in memory."""
    width = candidates(movers, group)
    pieces = -(-len(wave) * width // CELLS)
    return np.array_split(wave, pieces) if len(wave) else []


def mappable(movers: Movers, together: int, *, at_ease: bool = False) -> bool:
    """Say whether the ways to all states can be worked out at once; at ease, in about a second."""
    work = movers.size * sum(1 for _ in groups(movers.parties, together))
    return work <= (WORK // 8 if at_ease else WORK)


def refuse_if_too_many(movers: Movers, listed: list[Group]) -> None:
    """Stop before a search that would not end, and say what would reduce it."""
    if movers.size * len(listed) > WORK:
        raise TooLarge(
            f"{movers.size:,} states and {len(listed)} groups of parties would take more than 20 seconds "
            f"(at most {WORK // len(listed):,} states with so many parties)",
            "drop options nobody's answer turns on, merge parties that move as one, or rule out "
            "combinations that cannot be",
        )


def way(movers: Movers, distance: Distance, end: int, together: int) -> list[Step]:
    """Trace a shortest way back from a state that `distances` reached.

    Returns
    -------
    list of Step
        From the start; the smallest groups are chosen where several would do.
    """
    steps: list[Step] = []
    while distance[end] > 0:
        step = step_before(movers, distance, end, together)
        steps.append(step)
        end = step.start
    return steps[::-1]


def step_before(movers: Movers, distance: Distance, end: int, together: int) -> Step:
    """Find who led to a state, from a state one step nearer to the start."""
    for group in groups(movers.parties, together):
        before = improved(movers.mirrored, group, end)
        nearer = before[distance[before] == distance[end] - 1]
        if len(nearer):
            return Step(group, int(nearer.min()), end)
    raise AssertionError("a distance without a step that leads to it")


def shortest_any(movers: Movers, start: int, end: int) -> list[Step]:
    """Find the shortest way by any single moves, with the fewest steps at which the mover loses.

    Returns
    -------
    list of Step
        Each marked with whether its mover is worse off; empty if there is no way or nothing to do.
    """
    togo = moves_to_go(movers, end, start)
    if togo[start] <= 0:
        return []
    cost: dict[int, int] = {end: 0}
    plan: dict[int, Step] = {}
    for layer in reversed(layers(movers, togo, start)):
        for here in layer:
            cost[here], plan[here] = cheapest(movers, togo, here, cost)
    steps, here = [], start
    while here != end:
        steps.append(plan[here])
        here = plan[here].end
    return steps


def moves_to_go(movers: Movers, end: int, start: int) -> Distance:
    """Count the single moves from every state to one, until the start is reached."""
    togo = np.full(movers.size, UNREACHED, dtype=np.int32)
    togo[end] = 0
    for count in range(1, movers.size + 1):
        near = (togo != UNREACHED).astype(np.int64)
        fresh = np.zeros(movers.size, dtype=bool)
        for party in movers.parties:
            fresh |= movers.every[party].most(near) > 0
        fresh &= togo == UNREACHED
        togo[fresh] = count
        if togo[start] != UNREACHED or not fresh.any():
            break
    return togo


def layers(movers: Movers, togo: Distance, start: int) -> list[list[int]]:
    """List the states on shortest ways, from the start to one move before the end."""
    found = [[start]]
    while togo[found[-1][0]] > 1:
        onward = {
            int(to)
            for here in found[-1]
            for party in movers.parties
            for to in movers.every[party].targets(here)
            if togo[to] == togo[here] - 1
        }
        found.append(sorted(onward))
    return found


def cheapest(movers: Movers, togo: Distance, here: int, cost: dict[int, int]) -> tuple[int, Step]:
    """Choose, from a state, the step on a shortest way after which the fewest movers lose."""
    choices: list[tuple[int, bool, int, int, Step]] = []
    for party in movers.parties:
        rank = movers.rank(party)
        for to in movers.every[party].targets(here).tolist():
            if togo[to] == togo[here] - 1:
                loses, same = bool(rank[to] < rank[here]), bool(rank[to] == rank[here])
                step = Step((party,), here, to, (party,) if loses else (), (party,) if same else ())
                choices.append((cost[to] + loses, same, -int(rank[to]), len(choices), step))
    total, *_, step = min(choices, key=lambda choice: choice[:4])
    return total, step
