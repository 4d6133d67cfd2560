"""Why a state holds or does not: the move that breaks it, the sanction that deters it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from jirga.conflict.moves import Rows
from jirga.schema.words import Standard
from jirga.solve.attainment import Step
from jirga.solve.fibres import Values
from jirga.solve.movers import Movers
from jirga.solve.stability import SANCTIONS, after_escape, own_rank, replies


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
    free, deterred = None, []
    for end in best_first.tolist():
        sanction = shortest_sanction(movers, party, (row, end), standard)
        if sanction is None:
            free = end if free is None else free
        else:
            deterred.append(Deterred(end, sanction))
    return Witness(party, row, standard, free, tuple(deterred))


def shortest_sanction(
    movers: Movers, party: int, move: tuple[int, int], standard: Standard
) -> tuple[Step, ...] | None:
    """Find the shortest legal sequence of the others' moves that takes a gain away, or None."""
    row, end = move
    limit = int(movers.rank(party)[row])
    if standard == "nash" or answered(movers, party, standard)[end] > limit:
        return None
    kind = SANCTIONS[standard][0]
    others = {who: movers.of(who, kind).targets for who in movers.parties if who != party}
    return shortest(others, end, worth(movers, party, standard), limit)


def answered(movers: Movers, party: int, standard: Standard) -> Values:
    """Give the least value the others can lead to from every state, kept for the next witness."""
    if (party, standard) not in movers.answered:
        value = worth(movers, party, standard)
        movers.answered[party, standard] = replies(movers, party, SANCTIONS[standard][0], value)
    return movers.answered[party, standard]


def worth(movers: Movers, party: int, standard: Standard) -> Values:
    """Give what each state at the end of a sanction is worth to the focal party."""
    escapes = SANCTIONS[standard][1]
    return after_escape(movers, party) if escapes else own_rank(movers, party)


def shortest(
    others: Mapping[int, Callable[[int], Rows]], start: int, value: Values, limit: int
) -> tuple[Step, ...] | None:
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
    return None


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
