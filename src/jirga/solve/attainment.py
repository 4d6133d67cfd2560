"""What can be got to from a state, by which steps: stable is not attainable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.moves import OptionMoves, Rows
from jirga.errors import TooLarge
from jirga.schema.words import Steps
from jirga.solve.fibres import AnyMove, Fibres
from jirga.solve.joint import CELLS, MAX_TOGETHER, Group, candidates, gained, groups, reach, walked
from jirga.solve.movers import Movers
from jirga.solve.propagation import settled

Distance = NDArray[np.int32]
UNREACHED = -1
WORK = 32_000_000
WORTH_THINNING = 256


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
    listed = list(groups(movers.parties, together))
    refuse_if_too_many(movers, listed)
    distance = np.full(movers.size, UNREACHED, dtype=np.int32)
    distance[start] = 0
    wave, count = np.array([start]), 0
    while len(wave):
        count += 1
        for group in reversed(listed):
            for front in fronts(movers, group, with_news(movers, group, wave, distance)):
                for part in parts(movers, group, front):
                    lead(movers, group, part, distance, count)
        wave = np.flatnonzero(distance == count)
    return distance


def lead(movers: Movers, group: Group, wave: Rows, distance: Distance, count: int) -> None:
    """Mark every state not yet reached that a group would lead to from any state of a wave."""
    rows, reached = reach(movers, group, wave)
    place, column = np.nonzero(reached & (distance == UNREACHED)[rows])
    to = rows[place, column]
    distance[to[gained(movers, group, to, wave[place])]] = count


def fronts(movers: Movers, group: Group, wave: Rows) -> Iterator[Rows]:
    """Thin a wave out, front by front.

    Of two states from which a group can get to the same states, one that no member likes better than the
    other leads to everything that the other leads to.
    """
    moves = movers.board.moves
    if not isinstance(moves, OptionMoves) or len(wave) < WORTH_THINNING:
        yield wave
        return
    place = same_ground(moves, group)[wave]
    ranks = movers.board.ranks[list(group)][:, wave]
    order = np.lexsort((ranks.sum(axis=0), place))
    wave, place, ranks = wave[order], place[order], ranks[:, order]
    while len(wave):
        first = np.r_[True, place[1:] != place[:-1]]
        leader = np.flatnonzero(first)[np.cumsum(first) - 1]
        yield wave[first]
        useful = (ranks < ranks[:, leader]).any(axis=0)
        wave, place, ranks = wave[useful], place[useful], ranks[:, useful]


def same_ground(moves: OptionMoves, group: Group) -> Rows:
    """Label states so that a group can get back and forth between all that have the same label."""
    free = tuple(own & ~moves.one_way for own in moves.own)
    if len(moves.codes) == 1 << sum(moves.own).bit_count():
        return np.asarray(moves.codes & ~np.int64(sum(free[who] for who in group)))
    freely = OptionMoves(moves.codes, free)
    return settled(np.arange(len(moves.codes)), [AnyMove(Fibres(freely, who)) for who in group])


def with_news(movers: Movers, group: Group, wave: Rows, distance: Distance) -> Rows:
    """Keep the states from which a group's options can make a state that is not yet reached."""
    moves = movers.board.moves
    if not isinstance(moves, OptionMoves) or moves.lookup is None:
        return wave
    others = ~np.int64(sum(moves.own[who] for who in group))
    news = np.zeros(len(moves.lookup), dtype=bool)
    news[moves.codes[distance == UNREACHED] & others] = True
    return np.asarray(wave[news[moves.codes[wave] & others]])


def parts(movers: Movers, group: Group, wave: Rows) -> list[Rows]:
    """Cut a wave into parts whose candidates fit in memory."""
    width = candidates(movers, group)
    pieces = -(-len(wave) * width // CELLS)
    return np.array_split(wave, pieces) if len(wave) else []


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
    nearer = np.flatnonzero(distance == distance[end] - 1)
    for group in groups(movers.parties, together):
        glad = nearer[gained(movers, group, np.full(len(nearer), end), nearer)]
        for part in parts(movers, group, glad):
            rows, reached = reach(movers, group, part)
            leads = np.flatnonzero((reached & (rows == end)).any(axis=1))
            if len(leads):
                return Step(group, int(part[leads[0]]), end)
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
