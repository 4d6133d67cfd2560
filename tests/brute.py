"""Stability straight from the definitions, slowly, with nothing of the solver's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product

Moves = Callable[[int, object], set]
Worth = Callable[[int, object], int]


def reached(state: object, parties: list[int], step: Moves) -> set:
    """Every state at the end of a legal sequence: one move or more, no party twice in a row."""
    seen, waiting = set(), [(state, None)]
    while waiting:
        here, last = waiting.pop()
        for party in parties:
            if party != last:
                for there in step(party, here):
                    if (there, party) not in seen:
                        seen.add((there, party))
                        waiting.append((there, party))
    return {there for there, _ in seen}


def stable(
    concept: str, party: int, state: object, parties: Iterable[int], moves: Moves, worth: Worth
) -> bool:
    """Whether a party stays, from section 3 of the definitions, word for word."""

    def better(who: int, here: object) -> set:
        return {there for there in moves(who, here) if worth(who, there) > worth(who, here)}

    def best(who: int, here: object) -> set:
        top = max((worth(who, there) for there in better(who, here)), default=0)
        return {there for there in better(who, here) if worth(who, there) == top}

    answers = {"gmr": moves, "smr": moves, "seq": better, "sseq": better, "seq_best": best}
    others = [other for other in parties if other != party]
    bad = lambda there: worth(party, state) >= worth(party, there)  # noqa: E731
    if concept == "nash":
        return not better(party, state)
    return all(
        any(
            bad(two) and (concept not in {"smr", "sseq"} or all(bad(three) for three in moves(party, two)))
            for two in reached(one, others, answers[concept])
        )
        for one in better(party, state)
    )


def option_states(options: list[str], allowed: Callable[[frozenset], bool]) -> list[frozenset]:
    """Every combination of options that is allowed."""
    rows = (
        frozenset(o for o, on in zip(options, row, strict=True) if on)
        for row in product([0, 1], repeat=len(options))
    )
    return [row for row in rows if allowed(row)]
