"""Names of those who must say yes: each must lead to somebody, and no body may hold itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from jirga.conflict.bargaining.consent import LISTS, members
from jirga.conflict.places import Places, Step
from jirga.errors import did_you_mean, shortened
from jirga.schema import consent as kinds
from jirga.schema.conflict import Conflict
from jirga.schema.expected.consent import DeliveredBy, Vote
from jirga.schema.problems import Problem

Path = Sequence[Step]
DEAL = "deal"


def consent_problems(conflict: Conflict, places: Places) -> Iterator[Problem]:
    """Find every name in consent rules, bodies and mandates that leads nowhere."""
    finder = ConsentFinder(conflict, places)
    cyclic = list(finder.cycles())
    yield from cyclic
    for name, body in conflict.bodies.items():
        yield from finder.rule(body, ["bodies", name])
        if name in conflict.parties:
            what = f"{name!r} is a party and a body"
            yield finder.error("duplicate", ["bodies", name], what, "give the body another name")
    for issue in conflict.consent:
        yield from finder.consent(issue)
    yield from finder.mandates()
    yield from finder.expectations()


def own_members(conflict: Conflict) -> set[str]:
    """Name those who are members of a weighted body and no party."""
    found: set[str] = set()
    waiting: list[Any] = [*conflict.bodies.values()]
    for one in conflict.consent.values():
        waiting += [rule for rule in (one.needs, one.formal) if rule is not None]
    while waiting:
        rule = waiting.pop()
        if isinstance(rule, kinds.Quota):
            found |= rule.weights.keys() - conflict.parties.keys() - conflict.bodies.keys()
        else:
            waiting += members(rule)
    return found


class ConsentFinder:
    """Knows the conflict, and where its things stand."""

    def __init__(self, conflict: Conflict, places: Places) -> None:
        self.conflict, self.places = conflict, places
        self.known = dict.fromkeys([*conflict.parties, *conflict.bodies])
        self.names = {**self.known, **dict.fromkeys(sorted(own_members(conflict)))}

    def error(self, kind: str, path: Path, what: str, hint: str) -> Problem:
        """Make an error at a path."""
        return Problem("error", kind, self.places.of(path), what, hint)

    def unknown(self, what: str, name: str, known: Collection[str], path: Path) -> Iterator[Problem]:
        """Complain if a name is not known."""
        if name not in known:
            said = f"no {what} is called {shortened(name)!r}"
            yield self.error("unknown_name", path, said, did_you_mean(name, known))

    def cycles(self) -> Iterator[Problem]:
        """Complain of the bodies that are members of themselves."""
        inner = {name: set(bodies_in(self.conflict, rule)) for name, rule in self.conflict.bodies.items()}
        for name in inner:
            if name in climbed(name, inner):
                what = f"the body {name!r} is a member of itself"
                yield self.error("cyclic", ["bodies", name], what, "name its members instead")

    def rule(self, rule: Any, path: list[Step]) -> Iterator[Problem]:
        """Complain of whatever is wrong with a rule and those in it."""
        if isinstance(rule, kinds.Member):
            yield from self.unknown("party or body", rule.name, self.names, path)
            return
        twice = Counter(one.name for one in members(rule) if isinstance(one, kinds.Member))
        for name, times in twice.items():
            if times > 1:
                yield self.error("duplicate", path, f"{name!r} stands twice in one rule", "keep one")
        if isinstance(rule, kinds.Quota):
            yield from self.weights(rule, [*path, "weights"])
            return
        key = LISTS[type(rule)]
        enough = {"at_least": getattr(rule, "at_least", 0), "blocked_by": getattr(rule, "blocked_by", 0)}
        for word, number in enough.items():
            if number > len(members(rule)):
                what = f"{number} of {len(members(rule))} can never be"
                yield self.error("quota", [*path, word], what, "ask for fewer, or name more")
        for place, one in enumerate(members(rule)):
            yield from self.rule(one, [*path, key, place])

    def weights(self, rule: kinds.Quota, path: list[Step]) -> Iterator[Problem]:
        """Complain of weights that cannot reach the quota, and of a name that stands alone among parties."""
        outside = [name for name in rule.weights if name not in self.known]
        if len(outside) < len(rule.weights):
            for name in outside:
                hint = f"{did_you_mean(name, self.known)}; otherwise add it under parties or bodies"
                what = f"no party or body is called {shortened(name)!r}, as the others here are"
                yield self.error("unknown_name", [*path, name], what, hint)
        total = sum(rule.weights.values())
        for word, need in (("quota", rule.quota), ("quorum", rule.quorum)):
            if need is not None and (need > total or (word == "quota" and rule.more_than and need == total)):
                what = f"all weights together, {total:g}, do not reach the {word} of {need:g}"
                yield self.error("quota", [*path[:-1], word], what, "mend one of them")
        if not total or (rule.more_than and rule.share in {"1", "1.0", "100%"}):
            yield self.error("quota", path, "such a share can never be reached", "mend the weights or share")

    def consent(self, issue: str) -> Iterator[Problem]:
        """Complain of whatever is wrong with the consent to one issue."""
        one, path = self.conflict.consent[issue], ["consent", issue]
        if issue != DEAL:
            yield from self.unknown("issue", issue, [*self.conflict.issues, DEAL], path)
        for key, rule in (("needs", one.needs), ("formal", one.formal)):
            if rule is not None:
                yield from self.rule(rule, [*path, key])
        for name in one.answers:
            yield from self.unknown("party or body", name, self.names, [*path, "answers", name])
        for key, names in (("delivers", one.delivers or ()), ("influences", one.influences)):
            for place, name in enumerate(names):
                yield from self.unknown("party", name, self.conflict.parties, [*path, key, place])

    def mandates(self) -> Iterator[Problem]:
        """Complain of mandates for nobody, on nothing, or behind which nobody stands."""
        speakers = [one.who for one in self.conflict.mandates]
        above = {one.who: {one.reports_to} - {None} for one in self.conflict.mandates}
        for place, one in enumerate(self.conflict.mandates):
            path: list[Step] = ["mandates", place]
            if speakers.index(one.who) < place:
                what = f"{one.who!r} has two mandates"
                yield self.error("duplicate", [*path, "who"], what, "join them")
            if one.speaks_for is not None:
                yield from self.unknown("party", one.speaks_for, self.conflict.parties, [*path, "speaks_for"])
            if one.reports_to is not None:
                yield from self.unknown("speaker", one.reports_to, speakers, [*path, "reports_to"])
            if one.who in climbed(one.who, above):
                what = f"{one.who!r} reports to itself in the end"
                yield self.error("cyclic", [*path, "reports_to"], what, "take one reports_to away")
            for key, issues in (("may_agree", one.may_agree or ()), ("promises", one.promises)):
                for number, issue in enumerate(issues):
                    at: Step = issue if isinstance(issues, dict) else number
                    yield from self.unknown("issue", issue, [*self.conflict.issues, DEAL], [*path, key, at])
            for number, approval in enumerate(one.approvals):
                known = {**self.names, **dict.fromkeys(speakers)}
                yield from self.unknown(
                    "party, body or speaker", approval.of, known, [*path, "approvals", number, "of"]
                )

    def expectations(self) -> Iterator[Problem]:
        """Complain of expectations of issues without a rule, and of voters nobody knows."""
        for place, one in enumerate(self.conflict.expect):
            if isinstance(one, Vote):
                yield from self.vote(one, ["expect", place])
            elif isinstance(one, DeliveredBy):
                for name in one.delivered_by:
                    at: list[Step] = ["expect", place, "delivered_by"]
                    yield from self.unknown("party", name, self.conflict.parties, at)
                for name in one.issues:
                    at = ["expect", place, "issues"]
                    yield from self.unknown("issue with a consent rule", name, self.conflict.consent, at)

    def vote(self, one: Vote, path: list[Step]) -> Iterator[Problem]:
        """Complain of an expected vote on what has no rule, or by voters nobody knows."""
        for key in ("passes", "fails", "on"):
            issue = getattr(one, key, None)
            if issue is not None:
                what = "issue with a consent rule"
                yield from self.unknown(what, issue, self.conflict.consent, [*path, key])
        for field, key in VOTERS.items():
            for name in getattr(one, field, None) or ():
                yield from self.unknown("party or body", name, self.names, [*path, key])


VOTERS = {
    "in_favour": "with",
    "without": "without",
    "absent": "absent",
    "abstaining": "abstaining",
    "blocks": "blocks",
}


def bodies_in(conflict: Conflict, rule: Any) -> Iterator[str]:
    """Name the bodies that stand in a rule, not those inside them."""
    if isinstance(rule, kinds.Member):
        yield from [rule.name] if rule.name in conflict.bodies else []
    for one in members(rule):
        yield from bodies_in(conflict, one)


def climbed(start: str, above: dict[str, Any]) -> set[Any]:
    """Name everything that can be got to from a name, step by step."""
    found: set[Any] = set()
    waiting = [*above.get(start, ())]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += above.get(name, ())
    return found
