"""Names that must lead somewhere: options, outcomes, wants, variants, sources; each miss is an error."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import Any

from jirga.conflict.bargaining.consent_references import consent_problems
from jirga.conflict.bargaining.references import bargaining_problems
from jirga.conflict.cited import cited_things
from jirga.conflict.edit_trouble import EditTrouble
from jirga.conflict.formula import FormulaTrouble, parse
from jirga.conflict.moves import one_way_option
from jirga.conflict.places import Places, Step
from jirga.conflict.preferences import state_called
from jirga.conflict.sign_references import sign_problems
from jirga.conflict.signs import signs
from jirga.conflict.variants import edited
from jirga.conflict.views import seen_by
from jirga.errors import did_you_mean, shortened
from jirga.schema.conflict import Conflict, Party
from jirga.schema.problems import Problem
from jirga.schema.wants import Cited, Want
from jirga.schema.words import RESERVED

Path = Sequence[Step]


def reference_problems(conflict: Conflict, places: Places) -> list[Problem]:
    """Find every name that leads nowhere, every name used twice, and every formula that cannot be read."""
    return Finder(conflict, places).all()


class Finder:
    """Walks a conflict once and collects what it finds."""

    def __init__(self, conflict: Conflict, places: Places, variants: Collection[str] | None = None) -> None:
        self.conflict, self.places = conflict, places
        self.known_variants = conflict.variants if variants is None else variants
        self.atoms = dict.fromkeys(conflict.atoms)
        self.named = {**conflict.outcomes, **conflict.states}
        self.kind = "state" if conflict.by_states else "option"

    def all(self) -> list[Problem]:
        """Every problem, in the order of the file."""
        found = list(
            chain(
                self.shape(),
                self.names(),
                *(self.party(name, party) for name, party in self.conflict.parties.items()),
                self.rules(),
                self.outcomes(),
                bargaining_problems(self.conflict, self.places),
                consent_problems(self.conflict, self.places),
                sign_problems(self),
                self.citations(),
            )
        )
        found += [] if found else list(self.views())
        found += [] if found else list(self.variants())
        found += list(self.expectations())
        return sorted(found, key=lambda problem: problem.where)

    def error(self, kind: str, path: Path, what: str, hint: str, *, offset: int = 0) -> Problem:
        """Make an error at a path."""
        return Problem("error", kind, self.places.of(path, offset=offset), what, hint)

    def unknown(self, what: str, name: str, known: Collection[str], path: Path) -> Iterator[Problem]:
        """Complain if a name is not known."""
        if name not in known:
            yield self.error(
                "unknown_name", path, f"no {what} is called {shortened(name)!r}", did_you_mean(name, known)
            )

    def formula(self, text: str, path: Path) -> Iterator[Problem]:
        """Complain about a formula that cannot be read or names what is not there."""
        try:
            parsed = parse(text)
        except FormulaTrouble as trouble:
            offset = 0 if "\n" in text else trouble.column - 1
            yield self.error("formula", path, trouble.what, trouble.hint, offset=offset)
            return
        for name in dict.fromkeys(parsed.atoms()):
            found = re.search(rf"(?<![\w.]){re.escape(name)}(?![\w.])", text)
            offset = found.start() if found and "\n" not in text else 0
            if name not in self.atoms:
                hint = did_you_mean(name, self.atoms)
                yield self.error(
                    "unknown_name", path, f"no {self.kind} is called {shortened(name)!r}", hint, offset=offset
                )

    def shape(self) -> Iterator[Problem]:
        """Complain unless the conflict has options or states, and not both."""
        with_options = [name for name, party in self.conflict.parties.items() if party.options]
        if self.conflict.by_states:
            for name in with_options:
                hint = "use states and moves, or options, but not both"
                yield self.error("shape", ["parties", name, "options"], "options beside `states`", hint)
            if self.conflict.one_way:
                yield self.error("shape", ["one_way"], "one_way needs options", "leave a move out instead")
        elif not (with_options or self.conflict.issues or self.conflict.bodies or self.conflict.consent):
            yield self.error("shape", ["parties"], "no party has an option", "give each party its choices")

    def names(self) -> Iterator[Problem]:
        """Complain of an id that is used twice, or is a word of the formulas."""
        used = Counter(chain.from_iterable(party.options for party in self.conflict.parties.values()))
        for name, party in self.conflict.parties.items():
            for option in party.options:
                path = ["parties", name, "options", option]
                if used[option] > 1:
                    yield self.error("duplicate", path, f"{option!r} is the id of two options", "rename one")
                if option.lower() in RESERVED:
                    yield self.error(
                        "reserved", path, f"{option!r} is a word of formulas", "rename the option"
                    )
        wants = Counter(want.id for party in self.conflict.parties.values() for want in party.prefers)
        for name, party in self.conflict.parties.items():
            for place, want in enumerate(party.prefers):
                if wants[want.id] > 1:
                    at: list[Step] = ["parties", name, "prefers", place, "id"]
                    yield self.error("duplicate", at, f"{want.id!r} is the id of two wants", "rename one")

    def party(self, name: str, party: Party) -> Iterator[Problem]:
        """Make a party's wants, ranking, weights and moves name what is there."""
        path: list[Step] = ["parties", name]
        ways = [way for way in ("prefers", "ranking", "weights") if getattr(party, way)]
        if len(ways) > 1:
            what = f"{name} has both {ways[0]} and {ways[1]}"
            yield self.error("shape", [*path, ways[1]], what, "keep one of them")
        for place, want in enumerate(party.prefers):
            yield from self.formula(want.want, [*path, "prefers", place, "want"])
            yield from self.uncertain(want, [*path, "prefers", place])
        yield from self.ranking(party, [*path, "ranking"])
        yield from self.unranked(party, [*path, "unranked"])
        yield from self.weights(party, [*path, "weights"])
        yield from self.moves(party, [*path, "moves"])

    def uncertain(self, want: Want, path: list[Step]) -> Iterator[Problem]:
        """Make a want's rival readings name what is there."""
        for place, reading in enumerate(want.readings):
            yield from self.formula(reading.want, [*path, "readings", place, "want"])

    def ranking(self, party: Party, path: list[Step]) -> Iterator[Problem]:
        """Complain of what is ranked and not there, ranked twice, or marked with nothing above it."""
        for place, tie in enumerate(party.ties):
            for one in tie:
                yield from self.state(one, [*path, place, "over"])
        for one, times in Counter(chain.from_iterable(party.ties)).items():
            if times > 1:
                yield self.error("duplicate", path, f"{one!r} is ranked twice", "keep one")
        if party.ranking and party.ranking[0].strongly:
            what, hint = "nothing is ranked above the first", "mark the best of those liked much less"
            yield self.error("shape", [*path, 0, "strongly"], what, hint)

    def unranked(self, party: Party, path: list[Step]) -> Iterator[Problem]:
        """Complain unless what is not ranked are pairs of two states, each pair said once."""
        seen: set[frozenset[frozenset[str]]] = set()
        for place, pair in enumerate(party.unranked):
            unknown = [one for name in pair for one in self.state(name, [*path, place])]
            yield from unknown
            if not unknown:
                states = frozenset(frozenset(state_called(self.conflict, name)) for name in pair)
                yield from self.pair(pair, [*path, place], len(states), said=states in seen)
                seen.add(states)

    def pair(self, pair: Sequence[str], path: Path, states: int, *, said: bool) -> Iterator[Problem]:
        """Complain unless a pair names two states that have not been said to be unranked before."""
        names = " and ".join(repr(name) for name in pair)
        if len(pair) != 2:
            hint = "write pairs, as [[truce, deal], [truce, war]]"
            yield self.error("shape", path, "unranked should list pairs of two outcomes", hint)
        elif states < 2:
            yield self.error("shape", path, f"{names} are one state", "name two that differ")
        elif said:
            yield self.error("duplicate", path, f"{names} are said to be unranked twice", "keep one")

    def weights(self, party: Party, path: list[Step]) -> Iterator[Problem]:
        """Weights are of options, and small enough to be added exactly."""
        for option, weight in party.weights.items():
            yield from self.unknown(self.kind, option, self.atoms, [*path, option])
            if abs(weight) > 1e6 or round(weight, 6) != weight:
                hint = "use at most six digits before and after the point"
                yield self.error("weight", [*path, option], f"{weight!r} cannot be added exactly", hint)

    def moves(self, party: Party, path: list[Step]) -> Iterator[Problem]:
        """Complain of listed moves that are not between states."""
        if party.moves and not self.conflict.by_states:
            yield self.error("shape", path, "moves beside options", "list `states`, or leave `moves` out")
            return
        for origin, targets in party.moves.items():
            yield from self.unknown("state", origin, self.atoms, [*path, origin])
            for place, target in enumerate(targets):
                yield from self.unknown("state", target, self.atoms, [*path, origin, place])

    def state(self, name: str, path: Path) -> Iterator[Problem]:
        """Make a name is an outcome's, or a state's where states have names."""
        yield from self.unknown("outcome", name, self.named, path)

    def rules(self) -> Iterator[Problem]:
        """Status quo, impossibilities, one-way options and asks name what is there."""
        for place, name in enumerate(self.conflict.status_quo or ()):
            yield from self.unknown(self.kind, name, self.atoms, ["status_quo", place])
        yield from self.one_state(self.conflict.status_quo, ["status_quo"])
        for place, rule in enumerate(self.conflict.impossible):
            path: list[Step] = ["impossible", place]
            yield from self.formula(rule.when, [*path, "when"])
        for place, line in enumerate(self.conflict.one_way):
            option, backward = one_way_option(line)
            if line.split() != (["not", option] if backward else [option]):
                yield self.error("one_way", ["one_way", place], f"{line!r} is no option", "write x, or not x")
                continue
            yield from self.unknown("option", option, self.atoms, ["one_way", place])
        for place, ask in enumerate(self.conflict.asks):
            yield from self.formula(ask.about, ["asks", place, "about"])
        if self.conflict.no_deal is not None:
            yield from self.state(self.conflict.no_deal, ["no_deal"])

    def one_state(self, taken: Sequence[str] | None, path: Path) -> Iterator[Problem]:
        """In a conflict by states, a state is one name."""
        if self.conflict.by_states and taken is not None and len(taken) != 1:
            yield self.error("shape", path, "should name one state", "write the state's name")

    def outcomes(self) -> Iterator[Problem]:
        """Outcomes take options that are there."""
        for name, outcome in self.conflict.outcomes.items():
            for option in outcome.taken:
                yield from self.unknown(self.kind, option, self.atoms, ["outcomes", name])
            if name in self.conflict.states and outcome.taken != (name,):
                what = f"the outcome {name!r} has the name of another state"
                yield self.error("duplicate", ["outcomes", name], what, "give it another name")
            yield from self.one_state(outcome.taken, ["outcomes", name])

    def citations(self) -> Iterator[Problem]:
        """Say what is cited is there, and what is quoted is in it."""
        for path, cited in cited_things(self.conflict):
            yield from self.cited(cited, path)
        for name, source in self.conflict.sources.items():
            for mark in source.passage_levels:
                at: list[Step] = ["sources", name, "passage_levels", mark]
                yield from self.unknown("passage", mark, source.passages, at)

    def cited(self, cited: Cited, path: Path) -> Iterator[Problem]:
        """Say what one thing cites is there, and what it quotes is in it."""
        words = []
        for cite in cited.cite:
            source, _, mark = cite.partition("#")
            yield from self.unknown("source", source, self.conflict.sources, [*path, "cite"])
            if source in self.conflict.sources and mark:
                passages = self.conflict.sources[source].passages
                yield from self.unknown("passage", mark, passages, [*path, "cite"])
                words.append(passages.get(mark, ""))
        if cited.quote and not words:
            what = f"the quotation {cited.quote!r} has no passage to stand in"
            yield self.error("quote", [*path, "quote"], what, "cite the passage, as article#S15")
        elif cited.quote and not any(cited.quote in passage for passage in words):
            what = f"the quotation {cited.quote!r} is not in the passage cited"
            yield self.error("quote", [*path, "quote"], what, "copy the passage's words exactly")

    def variants(self) -> Iterator[Problem]:
        """Every variant can be made, and what it makes can be read."""
        for name, variant in self.conflict.variants.items():
            path: list[Step] = ["variants", name]
            for base in variant.builds_on:
                yield from self.unknown("variant", base, self.conflict.variants, [*path, "builds_on"])
            try:
                changed = edited(self.conflict, name)
            except EditTrouble as trouble:
                cyclic = trouble.kind == "cyclic"
                at = path if cyclic else [*path, "edits", trouble.place]
                if cyclic or trouble.variant == name:
                    yield self.error(trouble.kind, at, trouble.what, trouble.hint)
                continue
            bare = changed.model_copy(update={"variants": {}, "expect": ()})
            inner = Finder(bare, self.places, self.known_variants)
            for problem in inner.all():
                yield self.error(problem.kind, path, f"variant {name!r}: {problem.what}", problem.hint)

    def views(self) -> Iterator[Problem]:
        """Every view is a party's, can be made, and what it makes can be read."""
        for name, view in self.conflict.views.items():
            path: list[Step] = ["views", name]
            unknown = list(self.unknown("party", name, self.conflict.parties, path))
            for place, one in enumerate(view.unseen):
                unknown += self.formula(one.when, [*path, "unseen", place, "when"])
            if unknown:
                yield from unknown
                continue
            try:
                believed = seen_by(self.conflict, name)
            except EditTrouble as trouble:
                yield self.error(trouble.kind, [*path, "edits", trouble.place], trouble.what, trouble.hint)
                continue
            for problem in Finder(believed, self.places, self.known_variants).all():
                yield self.error(problem.kind, path, f"as {name} sees it: {problem.what}", problem.hint)

    def expectations(self) -> Iterator[Problem]:
        """Complain of expectations about what is not there."""
        for place, expected in enumerate(self.conflict.expect):
            path: list[Step] = ["expect", place]
            if expected.variant is not None:
                known = self.conflict.variants
                yield from self.unknown("variant", expected.variant, known, [*path, "variant"])
            fields = set(type(expected).model_fields)
            for key in STATE_KEYS & fields:
                for name in names_in(getattr(expected, key)):
                    yield from self.state(name, [*path, key.rstrip("_")])
            for key in PARTY_KEYS & fields:
                for name in names_in(getattr(expected, key)):
                    yield from self.unknown("party", name, self.conflict.parties, [*path, key])
            yield from self.other_names(expected, path)
            for key in FORMULA_KEYS & fields:
                if getattr(expected, key) is not None:
                    yield from self.formula(getattr(expected, key), [*path, key])

    def other_names(self, expected: Any, path: Path) -> Iterator[Problem]:
        """Make an expectation of variants compared, or of signs, name what is there."""
        asked = [one.says for one in self.conflict.asks]
        results = [*self.named, *asked, *self.conflict.packages, "the status quo"]
        known: dict[str, tuple[str, Collection[str]]] = {
            "under": ("variant", self.conflict.variants),
            "would_move": ("sign", signs(self.conflict)),
            "changes": ("result", results),
            "results": ("result", results),
        }
        for key in known.keys() & set(type(expected).model_fields):
            for name in names_in(getattr(expected, key)):
                yield from self.unknown(known[key][0], name, known[key][1], [*path, key])


STATE_KEYS = {
    *("holds", "holds_not", "leaves", "joint_improvement", "attainable", "not_attainable", "prefers", "to"),
    *("impossible", "only_these_hold", "among", "states", "start", "reach", "is_"),
    *("holds_against_coalitions", "coalition_breaks", "evolves_to", "inverse_count"),
    *("simultaneously_stable", "holds_for_the_whole", "fails_for_the_whole", "outcome", "with_"),
    *("holds_in_readings", "could_break"),
    *("strongly_holds", "weakly_holds", "holds_if_unknown", "fails_if_unknown", "holds_however_settled"),
    "flipped",
}
PARTY_KEYS = {
    *("who", "of", "stable_for", "moves_of", "order_of"),
    *("coalition_moves", "coalitions_stay", "last", "vary", "holds_as_seen_by", "surprises"),
}
FORMULA_KEYS = {"nothing_holds_with", "nothing_attainable_holds_with", "brings_no"}


def names_in(value: str | Sequence[Any] | None) -> Iterator[str]:
    """Give every name in a value: one name, a list of them, or a list of lists.

    >>> list(names_in([["a", "b"], ["c"]])), list(names_in(None))
    (['a', 'b', 'c'], [])
    """
    if isinstance(value, str):
        yield value
    else:
        yield from chain.from_iterable(names_in(one) for one in value or ())
