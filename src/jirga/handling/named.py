"""What went because of the names in it: nothing that is kept names what was left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jirga.conflict.bargaining.condition import read_condition
from jirga.conflict.bargaining.consent import members
from jirga.conflict.formula import parse
from jirga.conflict.moves import one_way_option
from jirga.conflict.signs import with_signs
from jirga.schema.bargaining import Linkage, Offer
from jirga.schema.conflict import Conflict, Party
from jirga.schema.consent import Consent, Mandate, Member
from jirga.schema.indicators import Indicator
from jirga.schema.wants import Want


def consistent(conflict: Conflict, whole: Conflict) -> Conflict:
    """Leave out of a part of a conflict whatever names something of the whole that is not in the part."""
    while True:
        changed = Names(conflict, whole).left()
        if changed == conflict:
            return conflict
        conflict = changed


@dataclass(frozen=True)
class Names:
    """The names that a part of a conflict still has, and those that only the whole has."""

    conflict: Conflict
    whole: Conflict

    def gone(self, *keys: str) -> set[str]:
        """Give the names under some keys that the part no longer has."""
        return {
            name for key in keys for name in set(getattr(self.whole, key)) - set(getattr(self.conflict, key))
        }

    def formula(self, text: str) -> bool:
        """Whether a formula names only options, or states, that are there."""
        return set(parse(text).atoms()) <= set(self.conflict.atoms)

    def condition(self, text: str) -> bool:
        """Whether a condition names only issues that are there."""
        compared = (one.issue for one in read_condition(text).comparisons) if text else ()
        return set(compared) <= set(self.conflict.issues)

    def rule(self, rule: Any) -> bool:
        """Whether a rule of consent, if there is one, names nobody who was left out."""
        names = {one.name for one in everybody(rule)} if rule is not None else set()
        return not names & self.gone("parties", "bodies")

    def party(self, name: str | None) -> bool:
        """Whether a party is there, or none is meant."""
        return name is None or name in self.conflict.parties

    def issue(self, name: str | None) -> bool:
        """Whether an issue is there, or none is meant."""
        return name not in self.gone("issues")

    def state(self, name: str) -> bool:
        """Whether a named outcome or state is there."""
        return name in self.conflict.outcomes or name in self.conflict.states

    def left(self) -> Conflict:
        """Leave out what names something that is not there."""
        conflict = self.conflict
        changed: dict[str, Any] = {
            "parties": {name: self.of_party(one) for name, one in conflict.parties.items()},
            "asks": only(conflict.asks, lambda one: self.formula(one.about)),
            "status_quo": conflict.status_quo and self.options(conflict.status_quo),
            "no_deal": conflict.no_deal if self.state(conflict.no_deal or "") else None,
            "impossible": only(conflict.impossible, lambda one: self.formula(one.when)),
            "one_way": only(conflict.one_way, lambda one: one_way_option(one)[0] in conflict.atoms),
            "outcomes": those(conflict.outcomes, lambda _, one: set(one.taken) <= set(conflict.atoms)),
        }
        return with_signs(conflict.model_copy(update=changed | self.bargaining() | self.consent()), self.sign)

    def sign(self, one: Indicator) -> bool:
        """Whether a sign would change only what is there."""
        known = not one.variant or one.variant in self.conflict.variants
        return known and (not one.reads or self.formula(one.reads))

    def options(self, taken: Iterable[str]) -> tuple[str, ...] | None:
        """Keep of the options taken, or of the one state, what is there."""
        kept = only(taken, self.conflict.atoms.__contains__)
        return None if self.whole.by_states and not kept else kept

    def of_party(self, party: Party) -> Party:
        """Keep of a party's order what names only what is there."""
        wants = tuple(self.of_want(one) for one in party.prefers if self.formula(one.want))
        rungs = (one.model_copy(update={"over": only(one.over, self.state)}) for one in party.ranking)
        atoms = self.conflict.atoms
        changed = {
            "prefers": within(wants),
            "ranking": tuple(one for one in rungs if one.over),
            "unranked": only(party.unranked, lambda pair: all(map(self.state, pair))),
            "weights": those(party.weights, lambda name, _: name in atoms),
            "moves": {
                start: only(to, atoms.__contains__) for start, to in party.moves.items() if start in atoms
            },
        }
        return party.model_copy(update=changed)

    def of_want(self, want: Want) -> Want:
        """Keep of a want's readings those that name only what is there."""
        changed = {
            "readings": only(want.readings, lambda one: self.formula(one.want)),
        }
        return want.model_copy(update=changed)

    def bargaining(self) -> dict[str, Any]:
        """Keep the positions, linkages, offers and packages that name only what is there."""
        conflict = self.conflict
        return {
            "positions": only(
                conflict.positions, lambda one: self.party(one.party) and self.issue(one.issue)
            ),
            "leverage": those(conflict.leverage, lambda name, _: self.party(name)),
            "cost_of_no_deal": those(conflict.cost_of_no_deal, lambda name, _: self.party(name)),
            "linkages": only(conflict.linkages, self.effect),
            "offers": only(conflict.offers, lambda one: self.effect(one) and all(map(self.party, one.by))),
            "packages": those(
                conflict.packages, lambda _, one: all(map(self.issue, [*one.issues, *one.values]))
            ),
        }

    def effect(self, one: Linkage | Offer) -> bool:
        """Whether a linkage or an offer names only what is there."""
        return self.party(one.party) and self.issue(one.issue) and self.condition(one.when)

    def consent(self) -> dict[str, Any]:
        """Keep the rules of consent, mandates and views that name only what is there."""
        conflict = self.conflict
        kept = those(conflict.consent, lambda issue, one: self.issue(issue) and self.rule(one.needs))
        gone = self.gone("parties", "bodies")
        mandates = only(conflict.mandates, lambda one: self.party(one.speaks_for) and one.who not in gone)
        return {
            "bodies": those(conflict.bodies, lambda _, one: self.rule(one)),
            "consent": {name: self.of_consent(one) for name, one in kept.items()},
            "mandates": tuple(self.of_mandate(one) for one in mandates),
            "views": those(conflict.views, lambda name, _: self.party(name)),
        }

    def of_consent(self, one: Consent) -> Consent:
        """Keep of a rule of consent what names only who is there; who can deliver only as a whole."""
        gone = self.gone("parties", "bodies")
        delivers = one.delivers if one.delivers is None or all(map(self.party, one.delivers)) else None
        changed = {
            "formal": one.formal if self.rule(one.formal) else None,
            "answers": those(one.answers, lambda who, _: who not in gone),
            "delivers": delivers,
            "influences": only(one.influences, self.party),
        }
        return one.model_copy(update=changed)

    def of_mandate(self, one: Mandate) -> Mandate:
        """Keep of a mandate what names only what is there."""
        speakers = {mandate.who for mandate in self.conflict.mandates}
        there = speakers | set(self.conflict.parties) | set(self.conflict.bodies)
        gone = {mandate.who for mandate in self.whole.mandates} | self.gone("parties", "bodies")
        agree: Any = one.may_agree
        if isinstance(agree, Mapping):
            agree = those(agree, lambda name, _: self.issue(name))
        elif agree is not None:
            agree = only(agree, self.issue)
        changed = {
            "reports_to": one.reports_to if one.reports_to in speakers else None,
            "may_agree": agree,
            "promises": only(one.promises, self.issue),
            "approvals": only(
                one.approvals, lambda approval: approval.of in there or approval.of not in gone
            ),
        }
        return one.model_copy(update=changed)


def only(some: Iterable[Any], kept: Callable[[Any], object]) -> tuple[Any, ...]:
    """Keep of some things those that are to be kept."""
    return tuple(one for one in some if kept(one))


def those(some: Mapping[str, Any], kept: Callable[[str, Any], object]) -> dict[str, Any]:
    """Keep of some things with names those that are to be kept."""
    return {name: one for name, one in some.items() if kept(name, one)}


def everybody(rule: Any) -> Iterable[Member]:
    """Give every member in a rule of consent."""
    if isinstance(rule, Member):
        yield rule
    for one in members(rule):
        yield from everybody(one)


def within(wants: tuple[Want, ...]) -> tuple[Want, ...]:
    """Let no want's places reach further than there are wants."""
    most = len(wants)
    return tuple(
        one
        if one.places is None or one.places[1] <= most
        else one.model_copy(update={"places": (min(one.places[0], most), most)})
        for one in wants
    )
