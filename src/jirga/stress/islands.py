"""Conflicts that differ in what is possible or wanted, solved side by side as the islands of one.

Nobody moves between islands, so each is solved exactly as if alone; `solve.many` does so for orders only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from jirga.conflict.board import Board
from jirga.conflict.moves import OptionMoves
from jirga.conflict.states import States
from jirga.schema.words import STANDARDS, Standard
from jirga.solve.many import SIDE_BY_SIDE, bits_used
from jirga.solve.stability import CONCEPTS, SANCTIONS
from jirga.solve.sweeps.movers import Movers
from jirga.solve.ways.attainment import UNREACHED, Search, mappable, refuse_if_too_many

Held = dict[Standard, NDArray[np.bool_]]
Attained = NDArray[np.bool_]
BITS = 62
OF_OWN_ORDER = [one for one in STANDARDS if one not in SANCTIONS or SANCTIONS[one][0] == "any"]
"""The standards by which a party that stays looks at nobody's order but its own."""


def batches(boards: Sequence[Board]) -> Iterator[list[int]]:
    """Cut boards into runs that can be solved side by side; those by arcs, or large ones, stand alone."""
    alike: dict[object, list[int]] = {}
    for place, one in enumerate(boards):
        moves = one.moves
        key = (moves.own, moves.one_way, moves.start) if isinstance(moves, OptionMoves) else place
        alike.setdefault(key, []).append(place)
    for places in alike.values():
        run: list[int] = []
        total = 0
        for place in places:
            size = len(boards[place].states)
            if run and (total + size > SIDE_BY_SIDE or len(run) >> (BITS - bits_used(boards[place]))):
                yield run
                run, total = [], 0
            run, total = [*run, place], total + size
        yield run


def joined(boards: Sequence[Board]) -> Board:
    """Put conflicts with the same moves beside one another."""
    first = boards[0].moves
    if len(boards) == 1 or not isinstance(first, OptionMoves):
        return boards[0]
    width = max(map(bits_used, boards))
    codes = np.concatenate([one.states.codes | place << width for place, one in enumerate(boards)])
    ranks = np.concatenate([one.ranks for one in boards], axis=1)
    states = States(boards[0].states.atoms, codes, by_states=False)
    return Board(states, OptionMoves(codes, first.own, first.one_way, first.start), ranks)


def cuts(boards: Sequence[Board]) -> list[int]:
    """Say where each island but the first begins."""
    ends: list[int] = np.cumsum([len(one.states) for one in boards]).tolist()
    return ends[:-1]


def held(boards: Sequence[Board], standards: Sequence[Standard] = STANDARDS) -> list[Held]:
    """Say of each conflict which states every party stays in, by standard."""
    found: list[Held] = [{} for _ in boards]
    for run in batches(boards):
        some = [boards[place] for place in run]
        movers = Movers(joined(some))
        for standard in standards:
            for place, table in zip(run, np.split(stay(movers, standard), cuts(some)), strict=True):
                found[place][standard] = table
    return found


def held_with_another_order(
    boards: Sequence[Board], laid: Board, who: int, standards: Sequence[Standard] = STANDARDS
) -> list[Held]:
    """Say the same of conflicts that differ from one in a single party's order only.

    By a standard that looks at nobody's order but the party's own, the others stay where they stayed.
    """
    found: list[Held] = [{} for _ in boards]
    before = Movers(laid)
    own = [one for one in standards if one in OF_OWN_ORDER]
    others = {one: stay(before, one, [p for p in before.parties if p != who]) for one in own}
    for run in batches(boards):
        movers = Movers(joined([boards[place] for place in run]))
        for standard in standards:
            table = stay(movers, standard, [who] if standard in others else None).reshape(len(run), -1)
            for place, row in zip(run, table & others.get(standard, True), strict=True):
                found[place][standard] = row
    return found


def stay(movers: Movers, standard: Standard, parties: Sequence[int] | None = None) -> NDArray[np.bool_]:
    """Say in which states all of some parties stay; of every party if none are named."""
    some = movers.parties if parties is None else parties
    found = np.ones(movers.size, dtype=bool)
    for who in some:
        found &= CONCEPTS[standard](movers, who)
    return found


def attained(boards: Sequence[Board], starts: Sequence[int], together: int) -> list[Attained]:
    """Say of each conflict which states can be got to from its start, by steps of up to so many parties."""
    found: list[Attained] = [np.zeros(0, dtype=bool)] * len(boards)
    for run in batches(boards):
        some = [boards[place] for place in run]
        ends = reached(some, [starts[place] for place in run], together)
        for place, table in zip(run, np.split(ends, cuts(some)), strict=True):
            found[place] = table
    return found


def reached(boards: Sequence[Board], starts: Sequence[int], together: int) -> Attained:
    """Search from the start of every island at once; by how many steps does not matter."""
    movers = Movers(joined(boards))
    begin = np.array([0, *cuts(boards)]) + np.asarray(starts)
    search = Search(movers, int(begin[0]), together)
    refuse_if_too_many(movers, search.groups)
    search.distance[begin] = 0
    found, read = [begin], dict.fromkeys(search.groups, 0)
    while behind := [group for group in reversed(search.groups) if read[group] < len(found)]:
        for group in behind:
            search.wave, read[group] = np.sort(np.concatenate(found[read[group] :])), len(found)
            for some in search.led(group):
                search.distance[some] = 0
                found += [some] if len(some) else []
    return np.asarray(search.distance != UNREACHED)


def affordable(laid: Board, together: int) -> bool:
    """Whether what can be got to can be worked out again and again: a whole map takes no second."""
    return mappable(Movers(laid), together, at_ease=True)
