"""Stability straight from the definitions, slowly, with nothing of the solver's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from jirga.conflict.formula import Formula, parse
from jirga.schema.conflict import Conflict, Party

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


@dataclass(frozen=True)
class Told:
    """A conflict as sets, read off its file; a state is the set of what is taken in it."""

    conflict: Conflict
    states: list[frozenset]
    parties: range
    steps: dict[tuple[int, frozenset], set[frozenset]]
    worths: dict[tuple[int, frozenset], int]

    def moves(self, party: int, here: frozenset) -> set[frozenset]:
        """Where a party can move."""
        return self.steps[party, here]

    def worth(self, party: int, here: frozenset) -> int:
        """What a state is worth to a party."""
        return self.worths[party, here]

    def better(self, party: int, here: frozenset) -> set[frozenset]:
        """Where a party gains by moving."""
        return {to for to in self.moves(party, here) if self.worth(party, to) > self.worth(party, here)}

    def best(self, party: int, here: frozenset) -> set[frozenset]:
        """Where a party gains most by moving."""
        gains = self.better(party, here)
        return {to for to in gains if all(self.worth(party, to) >= self.worth(party, one) for one in gains)}

    def answers(self, concept: str) -> Callable[[int, frozenset], set[frozenset]]:
        """The moves that others may answer with, by a standard."""
        kinds = {"gmr": self.moves, "smr": self.moves, "seq": self.better, "sseq": self.better}
        return kinds.get(concept, self.best)


def told(conflict: Conflict) -> Told:
    """Read a conflict as sets."""
    parties = list(conflict.parties.values())
    states = all_states(conflict)
    steps = {(who, s): moves_of(conflict, one, s, states) for who, one in enumerate(parties) for s in states}
    worths: dict[tuple[int, frozenset], int] = {}
    for who, one in enumerate(parties):
        exact = {state: worth_of(one, state) for state in states}
        order = {worth: place for place, worth in enumerate(sorted(set(exact.values())))}
        worths |= {(who, state): order[worth] for state, worth in exact.items()}
    return Told(conflict, states, range(len(parties)), steps, worths)


def all_states(conflict: Conflict) -> list[frozenset]:
    """Every state that no rule forbids."""
    rules = [parse(rule.when) for rule in conflict.impossible]
    atoms = list(conflict.atoms)
    every = [frozenset([name]) for name in atoms]
    if not conflict.by_states:
        every = option_states(atoms, lambda state: True)
    return [state for state in every if not any(true_in(rule, state) for rule in rules)]


def true_in(formula: Formula, state: frozenset) -> bool:
    """Whether a formula is true in a state."""
    if formula.op == "atom":
        return formula.name in state
    if formula.op in {"true", "false"}:
        return formula.op == "true"
    parts = [true_in(part, state) for part in formula.parts]
    if formula.op == "not":
        return not parts[0]
    if formula.op == "implies":
        return not parts[0] or parts[1]
    if formula.op == "iff":
        return parts.count(False) % 2 == 0
    return all(parts) if formula.op == "and" else any(parts)


def worth_of(party: Party, state: frozenset) -> Fraction:
    """What a state is worth to a party: an earlier want is worth more than all later ones together."""
    if party.ranking:
        return Fraction(-next(place for place, tie in enumerate(party.ties) if state & set(tie)))
    if party.weights:
        return sum((Fraction(str(w)) for option, w in party.weights.items() if option in state), Fraction(0))
    met = [true_in(parse(want.want), state) for want in party.prefers]
    return sum((Fraction(1, 2**place) for place, is_met in enumerate(met) if is_met), Fraction(0))


def moves_of(conflict: Conflict, party: Party, here: frozenset, states: list[frozenset]) -> set[frozenset]:
    """Where a party can move: only its own options change, a one-way option only forward."""
    if conflict.by_states:
        (name,) = here
        named = {frozenset([there]) for there in party.moves.get(name, ())}
        return {there for there in named if there in states and there != here}
    kept = {line for line in conflict.one_way if not line.startswith("not ")}
    gone = {line.removeprefix("not ") for line in conflict.one_way if line.startswith("not ")}
    return {
        there
        for there in states
        if there != here
        and (there ^ here) <= set(party.options)
        and (here & kept) <= there
        and (there & gone) <= here
    }


def joint(model: Told, group: Iterable[int], start: frozenset) -> set[frozenset]:
    """Where a legal sequence of a group's moves leads to that every member prefers to the start."""
    group = list(group)
    return {
        there
        for there in reached(start, group, model.moves)
        if all(model.worth(who, there) > model.worth(who, start) for who in group)
    }


def distances(start: frozenset, onward: Callable[[frozenset], Iterable[frozenset]]) -> dict[frozenset, int]:
    """The least number of steps to every state that can be got to; the start at 0."""
    found, wave = {start: 0}, [start]
    while wave:
        wave = list({there for here in wave for there in onward(here)} - set(found))
        found |= dict.fromkeys(wave, max(found.values()) + 1)
    return found


def fewest_losses(model: Told, start: frozenset, end: frozenset) -> tuple[int, int] | None:
    """The length of a shortest way by single moves, and the fewest steps at which its mover loses."""
    best: dict[frozenset, int] = {start: 0}
    seen, length = {start}, 0
    while best:
        if end in best:
            return length, best[end]
        onward: dict[frozenset, int] = {}
        for here, losses in best.items():
            for who in model.parties:
                for there in model.moves(who, here) - seen:
                    cost = losses + (model.worth(who, there) < model.worth(who, here))
                    onward[there] = min(cost, onward.get(there, cost))
        seen |= set(onward)
        best, length = onward, length + 1
    return None


def takes_away(model: Told, concept: str, party: int, state: frozenset, end: frozenset) -> bool:
    """Whether a party is no better off in an end than in a state, nor can move to where it would be."""
    left = [end, *(model.moves(party, end) if concept in {"smr", "sseq"} else ())]
    return all(model.worth(party, one) <= model.worth(party, state) for one in left)


def sanction_length(model: Told, concept: str, party: int, state: frozenset, move: frozenset) -> int | None:
    """How long the shortest legal sequence of the others' moves is that takes a gain away."""
    if concept == "nash":
        return None
    answers, others = model.answers(concept), [who for who in model.parties if who != party]
    seen: set[tuple[frozenset, int]] = set()
    wave, length = [(move, -1)], 0
    while wave:
        length += 1
        ends = {
            (there, who)
            for here, last in wave
            for who in others
            if who != last
            for there in answers(who, here)
        } - seen
        if any(takes_away(model, concept, party, state, there) for there, _ in ends):
            return length
        seen |= ends
        wave = list(ends)
    return None
