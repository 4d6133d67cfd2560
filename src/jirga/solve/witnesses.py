"""Why a state holds or does not: the move that breaks it, the sanction that deters it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.moves import Rows
from jirga.schema.words import Standard
from jirga.solve.stability import SANCTIONS, after_escape, own_rank, replies
from jirga.solve.sweeps.fibres import Values
from jirga.solve.sweeps.movers import Mover, Movers
from jirga.solve.sweeps.propagation import lower
from jirga.solve.ways.attainment import Step

LAYERED, KEPT = 1 << 14, 1 << 25


@dataclass(frozen=True)
class Deterred:
    """An improvement that its party does not make, because of where the others would lead.

    Attributes
    ----------
    end : int
        Where the improvement would lead.
    sanction : tuple of Step
        The shortest legal sequence of the others' moves that takes the gain away.
    """

    end: int
    sanction: tuple[Step, ...]


@dataclass(frozen=True)
class Witness:
    """One party's verdict on one state by one standard, with its reason.

    Attributes
    ----------
    party, row : int
        Who, and in which state.
    standard : str
        By which standard.
    leaves_for : int or None
        For an unstable state, the best improvement that nothing deters; None if the party stays.
    deterred : tuple of Deterred
        The improvements that a sanction deters, best first.
    """

    party: int
    row: int
    standard: Standard
    leaves_for: int | None
    deterred: tuple[Deterred, ...]

    @property
    def stays(self) -> bool:
        """Whether the party stays."""
        return self.leaves_for is None


def witness(movers: Movers, party: int, row: int, standard: Standard) -> Witness:
    """Say why a party stays in a state or leaves it.

    Returns
    -------
    Witness
        With the best improvement that is not deterred, or every improvement and its shortest sanction.
    """
    rank = movers.rank(party)
    gains = movers.of(party, "improving").targets(row)
    best_first = gains[np.argsort(-rank[gains], kind="stable")]
    free, kept = list(best_first.tolist()), []
    if standard != "nash":
        answers, limit = answered(movers, party, standard), int(rank[row])
        free, kept = ([end for end in free if (answers[end] > limit) == one] for one in (True, False))
    sanctions = shortest_sanctions(movers, party, (row, kept), standard) if kept else []
    deterred = tuple(Deterred(*both) for both in zip(kept, sanctions, strict=True))
    return Witness(party, row, standard, free[0] if free else None, deterred)


def shortest_sanctions(
    movers: Movers, party: int, moves: tuple[int, list[int]], standard: Standard
) -> list[tuple[Step, ...]]:
    """Find the shortest legal sequences of the others' moves that take some gains away, one for each."""
    row, ends = moves
    value, limit = worth(movers, party, standard), int(movers.rank(party)[row])
    others = {who: movers.of(who, SANCTIONS[standard][0]) for who in movers.parties if who != party}
    if movers.transitive and movers.size >= LAYERED:
        togo = moves_to_go(list(others.values()), value <= limit, ends)
        return [walk(others, togo, end) for end in ends]
    targets = {who: mover.targets for who, mover in others.items()}
    return [shortest(targets, end, value, limit) for end in ends]


def moves_to_go(others: Sequence[Mover], goal: NDArray[np.bool_], ends: list[int]) -> NDArray[np.int32]:
    """Count the moves from every state to a goal, until it is known for some states.

    No move is stored; and where two moves of a party in a row come to one or none, no shortest sequence has
    them, so that the rule against moving twice in a row needs no bookkeeping.
    """
    togo = np.where(goal, 0, -1).astype(np.int32)
    for count in range(1, len(goal) + 1):
        if (togo[ends] >= 0).all():
            break
        far = (togo < 0).astype(np.int32)
        for mover in others:
            left = far.copy()
            lower(left, mover)
            togo[(left < far) & (togo < 0)] = count
    return togo


def walk(others: Mapping[int, Mover], togo: NDArray[np.int32], start: int) -> tuple[Step, ...]:
    """Follow the moves to go down to a goal, the first that serves at each step."""
    steps, here = [], start
    while togo[here]:
        near = (
            Step((who,), here, int(to))
            for who, mover in others.items()
            for to in mover.targets(here)
            if togo[to] == togo[here] - 1
        )
        steps.append(next(near))
        here = steps[-1].end
    return tuple(steps)


def answered(movers: Movers, party: int, standard: Standard) -> Values:
    """Give the least value the others can lead to from every state, kept for the next witness."""
    if (party, standard) not in movers.answered:
        if movers.size * len(movers.answered) > KEPT:
            movers.answered.clear()
        value = worth(movers, party, standard)
        movers.answered[party, standard] = replies(movers, party, SANCTIONS[standard][0], value)
    return movers.answered[party, standard]


def worth(movers: Movers, party: int, standard: Standard) -> Values:
    """Give what each state at the end of a sanction is worth to the focal party."""
    escapes = SANCTIONS[standard][1]
    return after_escape(movers, party) if escapes else own_rank(movers, party)


def shortest(
    others: Mapping[int, Callable[[int], Rows]], start: int, value: Values, limit: int
) -> tuple[Step, ...]:
    """Search breadth first, over states and last movers, for a value no higher than a limit."""
    came: dict[tuple[int, int], tuple[tuple[int, int] | None, Step]] = {}
    wave: list[tuple[int, int]] = [(start, -1)]
    while wave:
        onward = []
        for node in wave:
            here, last = node
            for who, targets in others.items():
                if who == last:
                    continue
                for there in targets(here).tolist():
                    if (there, who) in came:
                        continue
                    came[there, who] = (node if last >= 0 else None, Step((who,), here, there))
                    if value[there] <= limit:
                        return traced(came, (there, who))
                    onward.append((there, who))
        wave = onward
    raise AssertionError("a gain that is taken away without a move that does it")


def traced(
    came: dict[tuple[int, int], tuple[tuple[int, int] | None, Step]], node: tuple[int, int]
) -> tuple[Step, ...]:
    """Follow a search back to its start."""
    steps: list[Step] = []
    at: tuple[int, int] | None = node
    while at is not None:
        at, step = came[at]
        steps.append(step)
    return tuple(reversed(steps))
