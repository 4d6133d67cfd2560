"""Names and numbers of what is bargained over: each must lead somewhere, each range must be in order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from jirga.conflict.bargaining.condition import read_condition
from jirga.conflict.bargaining.positions import place
from jirga.conflict.formula import FormulaTrouble
from jirga.conflict.places import Places, Step
from jirga.errors import did_you_mean, shortened
from jirga.schema.bargaining import Issue, Linkage, Offer, Position, Range
from jirga.schema.conflict import Conflict
from jirga.schema.expected.base import Expected
from jirga.schema.expected.room import ROOM_KINDS
from jirga.schema.problems import Problem

Path = Sequence[Step]
Problems = Iterator[Problem]
PLAIN = Issue.model_validate({})
"""A scale without settlements."""


def bargaining_problems(conflict: Conflict, places: Places) -> Problems:
    """Find every name that leads nowhere and every number that cannot be, in file order of the keys."""
    finder = Finder(conflict, places)
    for name, issue in conflict.issues.items():
        yield from finder.issue(name, issue)
    for number, position in enumerate(conflict.positions):
        yield from finder.position(["positions", number], position)
    yield from finder.twice()
    for key, numbers in (("leverage", conflict.leverage), ("cost_of_no_deal", conflict.cost_of_no_deal)):
        for party, stated in numbers.items():
            yield from finder.unknown("party", party, conflict.parties, [key, party])
            yield from finder.range([key, party], PLAIN, stated)
    for number, linkage in enumerate(conflict.linkages):
        yield from finder.effect(["linkages", number], linkage)
    for number, offer in enumerate(conflict.offers):
        yield from finder.effect(["offers", number], offer)
    for name, package in conflict.packages.items():
        for number, one in enumerate(package.issues):
            yield from finder.unknown("issue", one, conflict.issues, ["packages", name, "issues", number])
        for one, value in package.values.items():
            yield from finder.value(["packages", name, "values", one], one, value)
    yield from finder.same_ids()
    yield from finder.expectations()


class Finder:
    """Knows the conflict, and where its things stand."""

    def __init__(self, conflict: Conflict, places: Places) -> None:
        self.conflict, self.places = conflict, places

    def error(self, kind: str, path: Path, what: str, hint: str) -> Problem:
        """Make an error at a path."""
        return Problem("error", kind, self.places.of(path), what, hint)

    def unknown(self, what: str, name: str, known: Collection[str], path: Path) -> Problems:
        """Complain if a name is not known."""
        if name not in known:
            said = f"no {what} is called {shortened(name)!r}"
            yield self.error("unknown_name", path, said, did_you_mean(name, known))

    def issue(self, name: str, issue: Issue) -> Problems:
        """Complain of an issue with two scales, or with one settlement only."""
        path: list[Step] = ["issues", name]
        if issue.scale and issue.settlements:
            yield self.error("shape", path, f"{name} has a scale and settlements", "keep one of them")
        if len(issue.settlements) == 1 or len(set(issue.settlements)) < len(issue.settlements):
            yield self.error("shape", path, f"{name} needs two settlements or more, each once", "list them")
        for mark in issue.scale:
            if not number_between(mark):
                hint = "write a number from 0 to 100 before the colon, as 50: reopened as before"
                yield self.error("scale", [*path, "scale", mark], f"{mark!r} is no place on a scale", hint)
        if issue.no_deal is not None:
            yield from self.value([*path, "no_deal"], name, issue.no_deal)

    def value(self, path: Path, name: str, value: float | str) -> Problems:
        """Complain of a value that is not on an issue's scale."""
        if name not in self.conflict.issues:
            yield from self.unknown("issue", name, self.conflict.issues, path)
            return
        yield from self.on_scale(path, self.conflict.issues[name], value)

    def on_scale(self, path: Path, issue: Issue, value: float | str) -> Problems:
        """Complain of a value that is no settlement and no number from 0 to 100."""
        try:
            inside = 0 <= place(issue, value) <= 100
        except ValueError:
            hint = did_you_mean(str(value), issue.settlements) if issue.settlements else "write a number"
            said = f"{shortened(str(value))!r} is no value of the issue"
            yield self.error("value", path, said, hint)
            return
        if not inside:
            yield self.error("value", path, f"{value:g} is not from 0 to 100", "scales go from 0 to 100")

    def range(self, path: Path, issue: Issue, stated: Range) -> Problems:
        """Complain of a range that is off its scale or out of order."""
        found = [
            problem
            for value in dict.fromkeys((stated.low, stated.mode, stated.high))
            for problem in self.on_scale(path, issue, value)
        ]
        yield from found
        if found:
            return
        low, mode, high = (place(issue, one) for one in (stated.low, stated.mode, stated.high))
        if not low <= mode <= high:
            hint = "write [lowest, likeliest, highest]"
            yield self.error("range", path, f"{low:g}, {mode:g}, {high:g} are not in order", hint)

    def position(self, path: list[Step], one: Position) -> Problems:
        """Complain of whatever is wrong with one position."""
        yield from self.unknown("party", one.party, self.conflict.parties, [*path, "party"])
        yield from self.unknown("issue", one.issue, self.conflict.issues, [*path, "issue"])
        issue = self.conflict.issues.get(one.issue)
        if issue is None:
            return
        stated = (
            (["ideal"], one.ideal),
            (["accept", "min"], one.accept.min),
            (["accept", "max"], one.accept.max),
        )
        found = [
            problem
            for key, value in stated
            if value is not None
            for problem in self.range([*path, *key], issue, value)
        ]
        yield from found
        if one.salience is not None:
            yield from self.range([*path, "salience"], PLAIN, one.salience)
        if not found and one.accept.min is not None and one.accept.max is not None:
            least, most = place(issue, one.accept.min.mode), place(issue, one.accept.max.mode)
            if least > most:
                said = f"{one.party} accepts nothing: at least {least:g} and at most {most:g}"
                yield self.error("red_lines", [*path, "accept"], said, "a red line on one side is enough")

    def twice(self) -> Problems:
        """Complain of two positions of one party on one issue."""
        seen: set[tuple[str, str]] = set()
        for number, one in enumerate(self.conflict.positions):
            if (one.party, one.issue) in seen:
                said = f"{one.party} has two positions on {one.issue}"
                yield self.error("duplicate", ["positions", number], said, "keep one, with a range")
            seen.add((one.party, one.issue))

    def effect(self, path: list[Step], one: Linkage | Offer) -> Problems:
        """Complain of whatever is wrong with a linkage or an offer."""
        if one.when:
            yield from self.condition([*path, "when"], one.when)
        for key, name, known in (
            ("party", one.party, self.conflict.parties),
            ("issue", one.issue, self.conflict.issues),
        ):
            if name is not None:
                yield from self.unknown(key, name, known, [*path, key])
        for number, name in enumerate(getattr(one, "by", ())):
            yield from self.unknown("party", name, self.conflict.parties, [*path, "by", number])
        if isinstance(one, Offer) and one.min is None and one.max is None:
            yield self.error("offer", path, "the offer moves no red line", "say `min:` or `max:`")

    def same_ids(self) -> Problems:
        """Complain of a linkage or an offer that has the id of another."""
        seen: set[str] = set()
        for key in ("linkages", "offers"):
            for number, one in enumerate(getattr(self.conflict, key)):
                if one.id in seen:
                    said = f"{shortened(one.id)!r} is the id of two linkages or offers"
                    yield self.error("duplicate", [key, number], said, "rename one")
                seen.add(one.id)

    def expectations(self) -> Problems:
        """Complain of expectations of room for a deal that name what is not there."""
        for number, expected in enumerate(self.conflict.expect):
            if isinstance(expected, tuple(ROOM_KINDS.values())):
                yield from self.expectation(["expect", number], expected)

    def expectation(self, path: list[Step], one: Expected) -> Problems:
        """Complain of one expectation that names what is not there."""
        effects = [one.id for one in self.conflict.linkages] + [one.id for one in self.conflict.offers]
        known: dict[str, tuple[str, Collection[str]]] = {
            "room": ("issue", self.conflict.issues),
            "gap": ("issue", self.conflict.issues),
            "open": ("package", {**self.conflict.packages, **self.conflict.issues}),
            "never_fires": ("linkage", effects),
        }
        for key, (what, names) in known.items():
            if hasattr(one, key):
                yield from self.unknown(what, getattr(one, key), names, [*path, key])
        for number, party in enumerate(getattr(one, "between", ())):
            yield from self.unknown("party", party, self.conflict.parties, [*path, "between", number])

    def condition(self, path: Path, text: str) -> Problems:
        """Complain of a condition that cannot be read or names what is not there."""
        try:
            condition = read_condition(text)
        except FormulaTrouble as trouble:
            yield self.error("condition", path, trouble.what, trouble.hint)
            return
        found = [
            problem
            for one in condition.comparisons
            for problem in self.value(path, one.issue, as_number(one.value))
        ]
        yield from found
        if not found:
            yield from self.too_many_cases(path, condition.boxes)

    def too_many_cases(self, path: Path, boxes: Callable[[Callable[[str, str], float]], object]) -> Problems:
        """Complain of a condition with more cases than can be gone through."""
        try:
            boxes(lambda issue, value: place(self.conflict.issues[issue], as_number(value)))
        except FormulaTrouble as trouble:
            yield self.error("condition", path, trouble.what, trouble.hint)


def as_number(text: str) -> float | str:
    """Read a number as one, and leave the name of a settlement."""
    try:
        return float(text)
    except ValueError:
        return text


def number_between(text: str) -> bool:
    """Whether a text is a number from 0 to 100."""
    try:
        return 0 <= float(text) <= 100
    except ValueError:
        return False
