"""How a conflict may unfold from where it stands: who brings it where, move by move."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jirga.schema.words import Steps
from jirga.solve.coalitions import joint_arcs, refuse_if_too_many_arcs
from jirga.solve.sweeps.arcs import Arcs
from jirga.solve.sweeps.movers import Movers
from jirga.solve.ways.attainment import UNREACHED, Distance, Step
from jirga.solve.ways.joint import MAX_TOGETHER, Group, groups

MAX_ARCS = 1 << 20
Layer = NDArray[np.bool_]


@dataclass(frozen=True)
class Edge:
    """A step that can be taken on the way, and when it can first be taken.

    Attributes
    ----------
    count : int
        It can be the first, second, ... step of a legal sequence from the status quo, and none earlier.
    step : Step
        Who moves, from where, to where; movers that lose or are indifferent by it are marked.
    """

    count: int
    step: Step

    @property
    def gainful(self) -> bool:
        """Whether every mover gains by the step."""
        return not self.step.losers and not self.step.indifferent


@dataclass(frozen=True, eq=False)
class Evolution:
    """Where a conflict can be after each number of steps, and who moved last.

    Attributes
    ----------
    start : int
        The row of the status quo.
    movers : tuple of tuples of int
        Those who may make a step: single parties, or coalitions too.
    layers : bool array (n_counts, n_movers, n_states)
        Whether a state is reached after exactly 1, 2, ... steps with this mover last. It ends before the
        first count at which no state is reached with a mover that was not last there before.
    edges : tuple of Edge
        Every step that can be taken on the way, earliest first; those that come one step after the last
        layer lead to nothing new.
    """

    start: int
    movers: tuple[Group, ...]
    layers: Layer
    edges: tuple[Edge, ...]

    @property
    def least(self) -> Distance:
        """The least number of steps to each state; 0 at the status quo, -1 where there is no way."""
        least = np.full(self.layers.shape[2], UNREACHED, dtype=np.int32)
        for count in range(len(self.layers), 0, -1):
            least[self.layers[count - 1].any(axis=0)] = count
        least[self.start] = 0
        return least

    def last_movers(self, row: int) -> dict[int, tuple[Group, ...]]:
        """Give, for each number of steps after which a state can be reached, who may have moved last."""
        return {
            count + 1: tuple(self.movers[who] for who in np.flatnonzero(layer[:, row]))
            for count, layer in enumerate(self.layers)
            if layer[:, row].any()
        }

    @property
    def tree(self) -> tuple[Edge, ...]:
        """The steps by which a state is reached for the first time; several where they are equally short.

        Where moves are listed arc by arc, such a step may start from a state that was reached earlier by the
        same mover: then it waits until another mover was last there, and the tree alone is no legal sequence.
        """
        least = self.least
        return tuple(edge for edge in self.edges if least[edge.step.end] == edge.count)


def evolution(movers: Movers, start: int, steps: Steps, together: int = MAX_TOGETHER) -> Evolution:
    """Follow every legal sequence of steps from the status quo until nothing new comes of it.

    Parameters
    ----------
    movers : Movers
        The moves and ranks of all parties.
    start : int
        The row of the status quo.
    steps : {"alone", "together", "any"}
        By single improvements; by joint improvements of up to `together` parties too; or by any single moves.
    together : int
        The largest number of parties that move together.

    Returns
    -------
    Evolution
        The table of states by number of steps and last mover, and the steps on the way.

    Raises
    ------
    TooLarge
        More steps than can be listed.

    Notes
    -----
    In a legal sequence nobody, party or coalition, makes two steps in a row. A joint improvement that a
    smaller coalition inside would make is that one's step and not also the larger one's. In option form the
    states reached are those that `attainable` finds by the same steps; `least` is what `distances` counts.

    References
    ----------
    [Li2005]_ (abstract seen; the recursion is recalled).

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> found = evolution(dilemma, 3, "alone")
    >>> found.least.tolist(), found.last_movers(0)
    ([2, 1, 1, 0], {2: ((0,), (1,))})
    """
    listed = list(groups(movers.parties, together if steps == "together" else 1))
    refuse_if_too_many_arcs(movers, listed, MAX_ARCS)
    arcs = [single_arcs(movers, who) for who in listed] if steps == "any" else gainful_arcs(movers, listed)
    layers, first = unfolded(arcs, start, movers.size)
    edges = sorted(edges_of(movers, listed, arcs, first), key=lambda edge: edge.count)
    return Evolution(start, tuple(listed), layers, tuple(edges))


def single_arcs(movers: Movers, mover: Group) -> Arcs:
    """List every move of one party, from every state."""
    targets = [movers.every[mover[0]].targets(row) for row in range(movers.size)]
    origin = np.repeat(np.arange(movers.size), [len(to) for to in targets])
    return Arcs(origin, np.concatenate([np.zeros(0, dtype=np.int64), *targets]), movers.size)


def gainful_arcs(movers: Movers, listed: list[Group]) -> list[Arcs]:
    """List the joint improvements of each coalition that no smaller coalition inside would make."""
    whole = {group: joint_arcs(movers, group) for group in listed}
    pairs = {group: one.origin * movers.size + one.target for group, one in whole.items()}
    found = []
    for group, one in whole.items():
        inside = [pairs[smaller] for smaller in listed if set(smaller) < set(group)]
        kept = ~np.isin(pairs[group], np.concatenate(inside)) if inside else slice(None)
        found.append(Arcs(one.origin[kept], one.target[kept], movers.size))
    return found


def unfolded(arcs: list[Arcs], start: int, size: int) -> tuple[Layer, list[NDArray[np.int64]]]:
    """Step by step, mark the states by last mover, and the count at which each arc is first taken."""
    first = [np.zeros(len(one.origin), dtype=np.int64) for one in arcs]
    seen, layers = np.zeros((len(arcs), size), dtype=bool), []
    layer = np.zeros((len(arcs), size), dtype=bool)
    for who, one in enumerate(arcs):
        take(one, np.equal(one.origin, start), layer[who], first[who], 1)
    while (layer & ~seen).any():
        layers.append(layer)
        seen |= layer
        layer = onward(arcs, layer, first, len(layers) + 1)
    return np.array(layers, dtype=bool).reshape(-1, len(arcs), size), first


def onward(arcs: list[Arcs], layer: Layer, first: list[NDArray[np.int64]], count: int) -> Layer:
    """Let everyone who did not move last make the next step."""
    after = np.zeros_like(layer)
    for who, one in enumerate(arcs):
        by_others = np.asarray(np.delete(layer, who, axis=0).any(axis=0))
        take(one, by_others[one.origin], after[who], first[who], count)
    return after


def take(arcs: Arcs, taken: Layer, ends: Layer, first: NDArray[np.int64], count: int) -> None:
    """Take some of one mover's arcs: mark where they end, and the count on those not taken before."""
    ends[arcs.target[taken]] = True
    first[taken & (first == 0)] = count


def edges_of(
    movers: Movers, listed: list[Group], arcs: list[Arcs], first: list[NDArray[np.int64]]
) -> Iterator[Edge]:
    """Give every arc that is taken, with the parties that lose by it or are indifferent."""
    ranks = movers.board.ranks
    for group, one, counts in zip(listed, arcs, first, strict=True):
        for place in np.flatnonzero(counts).tolist():
            origin, target = int(one.origin[place]), int(one.target[place])
            losers = tuple(who for who in group if ranks[who][target] < ranks[who][origin])
            same = tuple(who for who in group if ranks[who][target] == ranks[who][origin])
            yield Edge(int(counts[place]), Step(group, origin, target, losers, same))
