"""What those at the table may settle: who is missing, whose mandate is short, what is not approved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from jirga.answer import phrases
from jirga.answer.bargaining import words
from jirga.answer.bargaining.bargain import Bargain, members_of
from jirga.answer.consent.mandates import party_of
from jirga.answer.consent.rule_words import issue_name
from jirga.schema.answer import Mark, Section, Sentence
from jirga.schema.consent import Approval, Limit, Mandate
from jirga.solve.room.draws import Lines
from jirga.solve.room.zones import first_fit


@dataclass(frozen=True)
class Lacking:
    """What keeps a package from being settled by those at the table.

    Attributes
    ----------
    absent : tuple of int
        Parties whose yes it needs and for whom nobody there speaks.
    short : tuple of (Mandate, str)
        Mandates that do not cover an issue of it.
    unsaid : tuple of Mandate
        Mandates of which nobody says what they cover.
    approvals : tuple of (Mandate, Approval)
        Approvals that are needed and not given.
    """

    absent: tuple[int, ...]
    short: tuple[tuple[Mandate, str], ...]
    unsaid: tuple[Mandate, ...]
    approvals: tuple[tuple[Mandate, Approval], ...]


def speakers(bargain: Bargain, party: int) -> list[Mandate]:
    """Give those at the table who speak for a party."""
    name = bargain.parties[party]
    there = (one for one in bargain.conflict.mandates if one.at_table)
    return [one for one in there if party_of(bargain.conflict, one) == name]


def somebody_there(bargain: Bargain) -> bool:
    """Whether the file says of anybody that they sit at the table."""
    return any(one.at_table for one in bargain.conflict.mandates)


def lacking(bargain: Bargain, parties: Iterable[int], issues: Sequence[str]) -> Lacking:
    """Find what keeps some issues from being settled by those at the table for some parties."""
    there = {party: speakers(bargain, party) for party in parties}
    every = [one for some in there.values() for one in some]
    return Lacking(
        absent=tuple(party for party, some in there.items() if not some),
        short=tuple((one, issue) for one in every for issue in issues if not covers(one, issue)),
        unsaid=tuple(one for one in every if one.may_agree is None),
        approvals=tuple(
            (one, approval)
            for one in every
            for link in chain(bargain.conflict.mandates, one)
            for approval in link.approvals
            if approval.status != "given"
        ),
    )


def covers(mandate: Mandate, issue: str) -> bool:
    """Whether a mandate covers an issue, or does not say."""
    return mandate.may_agree is None or issue in mandate.may_agree


def chain(every: Sequence[Mandate], one: Mandate) -> Iterator[Mandate]:
    """Give a mandate and those behind it, each once."""
    seen: list[str] = []
    next_: Mandate | None = one
    while next_ is not None and next_.who not in seen:
        yield next_
        seen.append(next_.who)
        behind = next_.reports_to
        next_ = next((other for other in every if other.who == behind), None)


def limit_of(bargain: Bargain, party: int, issue: int) -> Limit | None:
    """Give how far a party's mandate at the table reaches on an issue; of several the widest."""
    name = bargain.issues[issue]
    found = [
        one.may_agree[name]
        for one in speakers(bargain, party)
        if isinstance(one.may_agree, dict) and name in one.may_agree
    ]
    return max(found, key=reach, default=None)


def reach(one: Limit) -> float:
    """Give how much of the scale a limit leaves."""
    return (100.0 if one.max is None else one.max) - (0.0 if one.min is None else one.min)


def within_mandates(bargain: Bargain) -> Lines:
    """Give the red lines at their likeliest values, drawn in to what mandates at the table allow."""
    least, most = bargain.mode.lines.least.copy(), bargain.mode.lines.most.copy()
    for party in range(len(bargain.parties)):
        for issue in range(len(bargain.issues)):
            limit = limit_of(bargain, party, issue)
            if limit is not None:
                least[party, issue] = np.maximum(least[party, issue], limit.min or 0.0)
                most[party, issue] = np.minimum(most[party, issue], 100.0 if limit.max is None else limit.max)
    return Lines(least, most)


def at_the_table(bargain: Bargain, packages: Sequence[str]) -> Section:
    """Say what those at the table may settle of each package, where the file says who sits there."""
    if not somebody_there(bargain):
        return Section("At the table")
    there = [one for one in bargain.conflict.mandates if one.at_table]
    parts: list[str | Mark] = []
    for place, one in enumerate(there):
        lead = "" if not place else (" and " if place == len(there) - 1 else ", ")
        parts += [lead + speaking(bargain, one), phrases.known_by(one, one.who)]
    first = phrases.sentence("at the table: ", *parts, ".")
    groups: dict[str, list[str]] = {}
    for name in packages:
        groups.setdefault(table_verdict(bargain, name), []).append(name)
    said = (phrases.sentence(f"{phrases.quoted(some)} {verdict}.") for verdict, some in groups.items())
    return Section("What those at the table may settle", (first, *said, *standing(bargain, packages)))


def speaking(bargain: Bargain, one: Mandate) -> str:
    """Say who speaks for whom."""
    party = party_of(bargain.conflict, one)
    return one.who if party is None else f"{one.who} for {words.called(bargain, party)}"


def table_verdict(bargain: Bargain, package: str) -> str:
    """Say whether those at the table can settle a package."""
    found = lacking(bargain, members_of(bargain, package), issues_settled(bargain, package))
    said = []
    if found.absent:
        said.append(f"nobody there speaks for {words.names(bargain, found.absent, 'or')}")
    said += [
        f"{who} may not settle {phrases.listing(map(issue_name, issues), 'or')}"
        for who, issues in not_covered(found).items()
    ]
    if not said and bargain.open_at_the_mode(package) and not open_within_mandates(bargain, package):
        said.append("their mandates leave no room, although the red lines do")
    if said:
        return f"cannot be settled there: {'; '.join(said)}"
    waiting = "if the approvals below are given" if found.approvals else ""
    doubt = "as far as their mandates are stated" if found.unsaid else ""
    how = phrases.listing(part for part in (doubt, waiting) if part)
    return f"could be settled there{f', {how}' if how else ''}"


def not_covered(found: Lacking) -> dict[str, list[str]]:
    """Give, for each speaker, the issues that its mandate does not cover."""
    by_speaker: dict[str, list[str]] = {}
    for one, issue in found.short:
        by_speaker.setdefault(one.who, []).append(issue)
    return by_speaker


def issues_settled(bargain: Bargain, package: str) -> list[str]:
    """Name the issues of a package."""
    one = bargain.package(package)
    return list(dict.fromkeys((*one.issues, *one.values)))


def open_within_mandates(bargain: Bargain, package: str) -> bool:
    """Whether a package has room within the mandates at the table."""
    return first_fit(bargain.table(within_mandates(bargain)), bargain.ways(package)) is not None


def standing(bargain: Bargain, packages: Sequence[str]) -> list[Sentence]:
    """Say what holds for every package: mandates of which nothing is said, approvals that are not given."""
    parties = dict.fromkeys(party for name in packages for party in members_of(bargain, name))
    found = lacking(bargain, parties, ())
    said = []
    if found.unsaid:
        who = phrases.listing(dict.fromkeys(one.who for one in found.unsaid))
        said.append(phrases.sentence(f"nothing is said of what {who} may agree to."))
    return [*said, *once(approval_sentence(bargain, *pair) for pair in found.approvals)]


def once(some: Iterable[Sentence]) -> Iterator[Sentence]:
    """Give each sentence once, where several at the table have the same people behind them."""
    said: list[Sentence] = []
    for one in some:
        if one not in said:
            said.append(one)
            yield one


def approval_sentence(bargain: Bargain, mandate: Mandate, approval: Approval) -> Sentence:
    """Say which approval somebody at the table needs, and how it stands."""
    what = f" to {approval.what}" if approval.what else ""
    state = "refused" if approval.status == "refused" else "not known to be given, which is not a refusal"
    who = words.called(bargain, approval.of)
    mark = phrases.known_by(approval, f"approval of {approval.of}")
    return phrases.sentence(f"{mandate.who} needs the approval of {who}{what}: {state}", mark, ".")
