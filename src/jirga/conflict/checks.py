"""What to know before trusting an answer: politics in the wrong place, wants that say nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations

import numpy as np

from jirga.conflict.board import Board
from jirga.conflict.formula import parse
from jirga.conflict.moves import OptionMoves, submasks
from jirga.conflict.places import Places, Step
from jirga.conflict.preferences import state_called
from jirga.conflict.states import States
from jirga.schema.conflict import Conflict, Party
from jirga.schema.problems import Problem
from jirga.schema.words import Severity

MISREAD = {"no", "yes", "on", "off", "y", "n", "true", "false", "null", "~"}


def severe_problems(conflict: Conflict, board: Board, places: Places) -> list[Problem]:
    """Find what would make any answer wrong: the errors only."""
    return list(Checker(conflict, board, places).severe())


def conflict_problems(conflict: Conflict, board: Board, places: Places) -> list[Problem]:
    """Find what is wrong or doubtful in a conflict that can be read.

    Returns
    -------
    list of Problem
        Errors first, then in the order of the file.
    """
    found = Checker(conflict, board, places).all()
    order: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}
    return sorted(found, key=lambda problem: (order[problem.severity], problem.where))


class Checker:
    """Walks a conflict and its states and collects what it finds."""

    def __init__(self, conflict: Conflict, board: Board, places: Places) -> None:
        self.conflict, self.board, self.places = conflict, board, places
        self.states = board.states

    def severe(self) -> Iterator[Problem]:
        """Give the errors."""
        if len(self.states):
            yield from self.impossible_status_quo()
            yield from self.rankings()
        else:
            what = "the rules of impossibility leave no state at all"
            yield self.problem("error", "no_states", ["impossible"], what, "lift one of them")

    def all(self) -> Iterator[Problem]:
        """Every problem."""
        yield from self.severe()
        if not len(self.states):
            return
        yield from self.outcomes()
        if not self.conflict.by_states:
            yield from self.held_fast()
            yield from self.options()
        for name, party in self.conflict.parties.items():
            yield from self.party(name, party)
            yield from self.out_of_place(name, party)

    def out_of_place(self, name: str, party: Party) -> Iterator[Problem]:
        """Warn of wants outside the places they may have, and of places beyond the last want."""
        for place, want in enumerate(party.prefers, start=1):
            if want.places is None or want.places[0] <= place <= want.places[1] <= len(party.prefers):
                continue
            first, last = want.places
            what = f"{want.id} may stand in places {first} to {last}, and stands in place {place}"
            if last > len(party.prefers):
                what = f"{want.id} may stand in place {last}, and {name} has {len(party.prefers)} wants"
            path: list[Step] = ["parties", name, "prefers", place - 1, "places"]
            yield self.problem(
                "warning", "places", path, what, "give the first and the last place it may have"
            )

    def problem(self, severity: Severity, kind: str, path: list[Step], what: str, hint: str) -> Problem:
        """Make a problem at a path."""
        return Problem(severity, kind, self.places.of(path), what, hint)

    def impossible_status_quo(self) -> Iterator[Problem]:
        """Complain of a status quo that a rule forbids."""
        taken = self.conflict.status_quo
        if taken is not None and self.states.find(taken) is None:
            rules = [rule.when for rule in self.conflict.impossible if self._forbids(rule.when, taken)]
            what = f"the status quo is impossible by {' and '.join(repr(rule) for rule in rules)}"
            yield self.problem(
                "error", "status_quo_impossible", ["status_quo"], what, "change one of the two"
            )

    def _forbids(self, rule: str, taken: tuple[str, ...]) -> bool:
        lone = States(self.states.atoms, np.array([self.states.code(taken)]), self.states.by_states)
        return bool(lone.truth(rule)[0])

    def rankings(self) -> Iterator[Problem]:
        """Make an explicit ranking places every state that can be."""
        for number, (name, party) in enumerate(self.conflict.parties.items()):
            yield from self.ranked_twice(name, party)
            left_out = np.flatnonzero(self.board.ranks[number] < 0) if party.ranking else np.array([])
            if len(left_out):
                count = "one state" if len(left_out) == 1 else f"{len(left_out)} states"
                example = ", ".join(self.states.taken(int(left_out[0]))) or "nothing taken"
                what = f"{name}'s ranking leaves out {count}, as [{example}]"
                hint = "name that state in outcomes and rank it, or rule it out"
                yield self.problem("error", "unranked", ["parties", name, "ranking"], what, hint)

    def ranked_twice(self, name: str, party: Party) -> Iterator[Problem]:
        """Complain where two names in a ranking mean one state."""
        seen: dict[int, str] = {}
        for place, tie in enumerate(party.ties):
            for one in tie:
                row = self.states.find(state_called(self.conflict, one))
                if row is not None and row in seen:
                    what = f"{one!r} and {seen[row]!r} are the same state, ranked twice"
                    yield self.problem(
                        "error", "duplicate", ["parties", name, "ranking", place], what, "keep one"
                    )
                elif row is not None:
                    seen[row] = one

    def outcomes(self) -> Iterator[Problem]:
        """There is a status quo; outcomes can be, and each state has one name."""
        if self.conflict.status_quo is None:
            what = "there is no status quo, so nothing can be said about what can be got to"
            yield self.problem("note", "no_status_quo", [], what, "add status_quo: [the options taken today]")
        seen: dict[int, str] = {}
        for name, outcome in self.conflict.outcomes.items():
            row = self.states.find(outcome.taken)
            if row is None:
                what = f"the outcome {name!r} is impossible"
                hint = "lift the rule, or keep it to say so"
                yield self.problem("warning", "outcome_impossible", ["outcomes", name], what, hint)
            elif row in seen:
                what = f"{name!r} and {seen[row]!r} are the same state"
                yield self.problem(
                    "note", "same_state", ["outcomes", name], what, "keep one name, if that is not meant"
                )
            else:
                seen[row] = name

    def held_fast(self) -> Iterator[Problem]:
        """No rule stops a party from taking back its own option because of what others do."""
        owner = self.conflict.owner
        for place, rule in enumerate(self.conflict.impossible):
            names = set(parse(rule.when).atoms())
            for option in sorted(names, key=self.states.atoms.index):
                others = {owner[name] for name in names} - {owner[option]}
                if others and self._stops(rule.when, option):
                    party = self.conflict.parties[owner[option]]
                    what = (
                        f"the rule {rule.when!r} stops {party.short or party.name} from taking back its own "
                        f"{option!r}; what looks stable may only be stuck"
                    )
                    hint = "if it is politics rather than logic, write it as a want of the party that minds"
                    yield self.problem("warning", "held_fast", ["impossible", place], what, hint)

    def _stops(self, rule: str, option: str) -> bool:
        """Whether a rule forbids dropping an option in some state, whatever else its owner does."""
        moves = self.board.moves
        assert isinstance(moves, OptionMoves)  # noqa: S101
        bit = 1 << self.states.bit[option]
        if moves.one_way & bit and not moves.start & bit:
            return False
        having = self.states.codes[self.states.codes & bit != 0]
        dropped = States(self.states.atoms, having ^ bit, by_states=False)
        stuck = having[dropped.truth(rule)]
        own = moves.own[list(self.conflict.parties).index(self.conflict.owner[option])]
        for also in submasks(own & ~bit).tolist():
            allowed = (also & moves.one_way & (stuck ^ moves.start)) == 0
            stuck = stuck[~(allowed & (moves.find(stuck ^ bit ^ also) >= 0))]
            if not len(stuck):
                return False
        return bool(len(stuck))

    def options(self) -> Iterator[Problem]:
        """Every option matters to somebody, and costs its owner something."""
        mentioned = set(
            chain.from_iterable(self._mentioned(party) for party in self.conflict.parties.values())
        )
        for name, party in self.conflict.parties.items():
            for option in party.options:
                path: list[Step] = ["parties", name, "options", option]
                if option.lower() in MISREAD:
                    what = f"{option!r} is read as true or false by older YAML readers"
                    yield self.problem(
                        "note", "misread", path, what, "rename it if others will read this file"
                    )
                if option not in mentioned:
                    what = f"nobody's wants mention {option!r}, so nobody minds it"
                    yield self.problem(
                        "warning", "unmentioned", path, what, "add a want, or take the option out"
                    )
                elif party.prefers and not self._costs(party, option):
                    who = party.short or party.name
                    what = f"{option!r} costs {who} nothing: no want of its own is against it"
                    hint = "ask what it would give up; a missing cost reads as willingness"
                    yield self.problem("warning", "costless", path, what, hint)

    def _mentioned(self, party: Party) -> set[str]:
        wants = (parse(want.want).atoms() for want in party.prefers)
        ranked = self.states.atoms if party.ranking else ()
        return set(chain(ranked, party.weights, chain.from_iterable(wants)))

    def _costs(self, party: Party, option: str) -> bool:
        """Whether taking an option ever turns a want of its owner false."""
        bit = 1 << self.states.bit[option]
        off = self.states.codes[self.states.codes & bit == 0]
        both = np.isin(off | bit, self.states.codes)
        before = States(self.states.atoms, off[both], by_states=False)
        after = States(self.states.atoms, off[both] | bit, by_states=False)
        return any((before.truth(want.want) & ~after.truth(want.want)).any() for want in party.prefers)

    def party(self, name: str, party: Party) -> Iterator[Problem]:
        """Make a party's wants say something, do not exclude one another, and somebody says so."""
        path: list[Step] = ["parties", name]
        if not (party.prefers or party.ranking or party.weights):
            what = f"{name} wants nothing, so it never moves"
            yield self.problem("warning", "indifferent", path, what, "add prefers, a ranking or weights")
        truths = [self.states.truth(want.want) for want in party.prefers]
        for place, (want, truth) in enumerate(zip(party.prefers, truths, strict=True)):
            here = [*path, "prefers", place]
            if truth.all() or not truth.any():
                what = f"the want {want.want!r} is {'true' if truth.all() else 'false'} in every state"
                yield self.problem("warning", "idle_want", here, what, "mend it, or take it out")
            if want.basis is None:
                what = f"the want {want.id} has no basis and is shown as assumed"
                yield self.problem("note", "assumed", here, what, "say how it is known: basis and cite")
            elif want.assumed:
                what = f"the want {want.id} is merely assumed"
                yield self.problem("note", "assumed", here, what, "find somebody who says so")
        for (one, first), (two, second) in combinations(enumerate(truths), 2):
            if first.any() and second.any() and not (first & second).any():
                ids = f"{party.prefers[one].id} and {party.prefers[two].id}"
                what = f"{name}'s wants {ids} can never both be met"
                hint = "the first outweighs the second; is that meant?"
                yield self.problem("warning", "contradiction", [*path, "prefers", two], what, hint)
