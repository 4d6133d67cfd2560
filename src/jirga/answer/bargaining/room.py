"""Room for a deal: what everybody needed accepts, by issue and by package, and what stands between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from jirga.answer import phrases
from jirga.answer.bargaining import words
from jirga.answer.bargaining.at_the_table import at_the_table
from jirga.answer.bargaining.bargain import Bargain, members_of
from jirga.answer.consent.rule_words import issue_name
from jirga.answer.sources import source_words
from jirga.schema.answer import Answer, Mark, Section, Sentence, Table
from jirga.solve.room.issue import Zone
from jirga.solve.room.zones import first_fit

NOTE = (
    "room: from the least to the most that everybody needed accepts, at the likeliest values and without "
    "linkages; open in: the share of draws over the stated ranges."
)


@dataclass(frozen=True)
class RoomAnswer(Answer):
    """The answer in sentences, and the numbers behind it."""

    figures: dict[str, Any] = field(default_factory=dict)


def room_answer(bargain: Bargain, package: str | None = None) -> RoomAnswer:
    """Answer whether there is room for a deal, and where there is none, who is how far from whom.

    Raises
    ------
    UnknownName
        There is no such package.
    NothingToAsk
        The file names no issues.
    """
    packages = [package] if package is not None else list(bargain.conflict.packages)
    issues = issues_of(bargain, packages) if package is not None else bargain.issues
    sections = [
        Section("Room for a deal", tuple(verdict(bargain, name) for name in packages)),
        Section(f"Where red lines do not meet{aside(bargain)}", tuple(gaps(bargain, issues))),
        Section("Issue by issue", table=issue_table(bargain, issues)),
        Section("Linkages that can never follow", tuple(linkages(bargain, issues))),
        at_the_table(bargain, packages),
        Section("What is not known", tuple(not_known(bargain, issues))),
    ]
    sections.append(source_words(bargain.conflict, sections))
    kept = tuple(one for one in sections if one.sentences or one.table)
    head = (titled(bargain), bargain.conflict.question, bargain.conflict.as_of)
    return RoomAnswer(*head, kept, figures(bargain, package))


def titled(bargain: Bargain) -> str:
    """Give the conflict's title, and the variant's name where it is one."""
    return bargain.conflict.title + (f" ({bargain.variant})" if bargain.variant else "")


def issues_of(bargain: Bargain, packages: Iterable[str]) -> tuple[str, ...]:
    """Name the issues that some packages settle, in file order."""
    inside = {
        issue for name in packages for issue in (*bargain.package(name).issues, *bargain.package(name).values)
    }
    return tuple(issue for issue in bargain.issues if issue in inside)


def verdict(bargain: Bargain, package: str) -> Sentence:
    """Say whether a package has room, in how many draws, and what closes it in the others."""
    shown = f"\u201c{package}\u201d"
    found = first_fit(bargain.mode, bargain.ways(package))
    if found is None:
        lead = f"{shown}: no room at the likeliest values; {binding(bargain, package)}"
    else:
        spans = (
            f"{words.issue(bargain, one)} {words.span(bargain, one, *place)}"
            for one, place in found[2].items()
        )
        lead = f"{shown}: room at the likeliest values, with {phrases.listing(spans)}"
    said = f"{lead}. It is open {words.share(bargain.share(package), bargain.draws)} over the stated ranges"
    return Sentence((f"{said}{closers(bargain, package)}.",))


def binding(bargain: Bargain, package: str) -> str:
    """Name the issues of a package whose red lines do not meet, or say that they meet one by one."""
    apart = [issue for issue in issues_of(bargain, [package]) if not bargain.zones[issue].open]
    if not apart:
        return "each issue has room by itself, but not all together"
    return f"the red lines do not meet on {phrases.listing(map(issue_name, apart))}"


def closers(bargain: Bargain, package: str) -> str:
    """Say what closes a package most often where it is shut."""
    shares = {issue: one for issue, one in bargain.room(package).closed_by().items() if one >= 0.05}
    if len(issues_of(bargain, [package])) < 2 or not shares:
        return ""
    first = next(iter(shares.values()))
    most = [words.issue(bargain, issue) for issue, one in shares.items() if one >= first - 0.05]
    lead = "; where it is shut, " if bargain.share(package) > 0 else "; "
    return f"{lead}{phrases.listing(most)} {'close' if len(most) > 1 else 'closes'} it most often"


def aside(bargain: Bargain) -> str:
    """Say that linkages are left aside, where there are any."""
    return ", linkages aside" if bargain.linkages else ""


def gaps(bargain: Bargain, issues: Sequence[str]) -> list[Sentence]:
    """Say for each issue without a zone how wide the gap is and who binds it, widest last."""
    shut = [bargain.zones[issue] for issue in issues if not bargain.zones[issue].open]
    return [gap(bargain, one) for one in sorted(shut, key=lambda one: one.gap)]


def gap(bargain: Bargain, one: Zone) -> Sentence:
    """Say how wide a gap is and which parties bind it."""
    issue = bargain.conflict.issues[bargain.issues[one.issue]]
    about = f" ({issue.says})" if issue.says else ""
    return phrases.sentence(
        f"on {words.issue(bargain, one.issue)}{about}, {one.gap:g} apart: ",
        words.accepts(bargain, one.issue, one.below, "least", one.least),
        "; ",
        words.accepts(bargain, one.issue, one.above, "most", one.most),
        ".",
    )


def issue_table(bargain: Bargain, issues: Sequence[str]) -> Table:
    """Lay out the zone or the gap of every issue."""
    rows = tuple(issue_row(bargain, bargain.zones[issue]) for issue in issues)
    return Table(("issue", "room", "bound by", "open in"), rows, NOTE)


def issue_row(bargain: Bargain, one: Zone) -> tuple[str, ...]:
    """Write an issue's line: its zone, or the gap, who binds it, and in how many draws it has room."""
    name = bargain.issues[one.issue]
    zone = words.span(bargain, one.issue, one.least, one.most) if one.open else f"none: {one.gap:g} apart"
    ends = [words.names(bargain, some, "or") or "the scale" for some in (one.below, one.above)]
    return issue_name(name), zone, " / ".join(ends), f"{bargain.share_of_issue(name):.2f}"


def linkages(bargain: Bargain, issues: Sequence[str]) -> list[Sentence]:
    """Name the linkages that can never follow on some issues, or on none, each with what is out of reach."""
    return [
        phrases.sentence(
            f"{one.id} (when {one.when}{f': {one.then}' if one.then else ''})",
            phrases.known_by(one, one.id),
            ": ",
            *out_of_reach(bargain, bargain.never[one.id]),
            ".",
        )
        for one in bargain.conflict.linkages
        if one.id in bargain.never and (one.issue in issues or len(issues) == len(bargain.issues))
    ]


def out_of_reach(bargain: Bargain, spans: Sequence[tuple[int, float, float]]) -> list[str | Mark]:
    """Say of each value that a condition asks for who never accepts it."""
    parts: list[str | Mark] = []
    for place, one in enumerate(dict.fromkeys(spans)):
        parts += ["; " if place else "", *refusal(bargain, *one)]
    return parts or ["its condition contradicts itself"]


def refusal(bargain: Bargain, issue: int, low: float, high: float) -> list[str | Mark]:
    """Say who never accepts a value from one place to another, even at the widest of the stated ranges."""
    name = bargain.issues[issue]
    members = bargain.zones[name].members
    most = {party: float(bargain.stances.most[party, issue, 2]) for party in members}
    least = {party: float(bargain.stances.least[party, issue, 0]) for party in members}
    above = [party for party in members if most[party] < low]
    below = [party for party in members if least[party] > high]
    parts: list[str | Mark] = []
    for some, ends, how in ((above, most, "most"), (below, least, "least")):
        for party in some:
            lead = ", " if parts else f"on {issue_name(name)} "
            end = words.value(bargain, issue, ends[party])
            said = f"{lead}{words.name(bargain, party)} accepts at {how} {end} in any draw"
            parts += [said, words.bound(bargain, party, issue)]
    return parts or [f"nobody's red lines leave room there on {issue_name(name)}"]


def not_known(bargain: Bargain, issues: Sequence[str]) -> list[Sentence]:
    """Name those whose yes is needed and whose red lines are not stated, and what is merely assumed."""
    said = []
    unheard = {issue: bargain.silent(issue) for issue in issues}
    for issue, who in unheard.items():
        if who:
            some = phrases.listing(words.called(bargain, one) for one in who)
            line = f"{issue_name(issue)}: no red line of {some} is stated, and none is supposed."
            said.append(phrases.sentence(line))
    assumed = [
        f"{words.called(bargain, one.party)} on {issue_name(one.issue)}"
        for one in bargain.conflict.positions
        if one.assumed and one.issue in issues
    ]
    if assumed:
        said.append(phrases.sentence(f"merely assumed: {phrases.listing(assumed)}."))
    return said


def figures(bargain: Bargain, package: str | None = None) -> dict[str, Any]:
    """Give the numbers behind the answer, as JSON can hold them."""
    packages = [package] if package is not None else list(bargain.conflict.packages)
    return {
        "draws": bargain.draws,
        "seed": bargain.seed,
        "issues": {name: issue_figures(bargain, name) for name in bargain.issues},
        "packages": {name: package_figures(bargain, name) for name in packages},
        "never_follow": list(bargain.never),
    }


def issue_figures(bargain: Bargain, issue: str) -> dict[str, Any]:
    """Give an issue's zone and gap, who binds it, and the share of draws in which it has room."""
    one = bargain.zones[issue]
    who = {key: [bargain.parties[p] for p in getattr(one, key)] for key in ("members", "below", "above")}
    ends = {"least": one.least, "most": one.most, "gap": one.gap}
    return {**ends, "open": one.open, **who, "share": bargain.share_of_issue(issue)}


def package_figures(bargain: Bargain, package: str) -> dict[str, Any]:
    """Give where a package has room, the share of draws, and what closes it."""
    found = first_fit(bargain.mode, bargain.ways(package))
    spans = {} if found is None else {bargain.issues[one]: list(span) for one, span in found[2].items()}
    return {
        "issues": list(issues_of(bargain, [package])),
        "needs": [bargain.parties[party] for party in members_of(bargain, package)],
        "open": found is not None,
        "room": spans,
        "share": bargain.share(package),
        "closed_by": {bargain.issues[k]: share for k, share in bargain.room(package).closed_by().items()},
    }
