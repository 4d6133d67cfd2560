"""The mandate gap: who can deliver what, who of them is at the table, and who promises what they cannot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jirga.answer import phrases
from jirga.answer.consent.rule_words import everybody, issue_name, who
from jirga.answer.consent.votes import asked
from jirga.schema.answer import Section, Sentence, Table
from jirga.schema.conflict import Conflict
from jirga.schema.consent import Mandate


def party_of(conflict: Conflict, one: Mandate) -> str | None:
    """Name the party somebody speaks for: its own, or that of those it reports to."""
    by_name = {mandate.who: mandate for mandate in conflict.mandates}
    for _ in conflict.mandates:
        if one.speaks_for is not None or one.reports_to is None:
            break
        one = by_name[one.reports_to]
    return one.speaks_for


def at_table(conflict: Conflict) -> list[str]:
    """Name the parties for which somebody sits at the table, in the order of the file."""
    found = {party_of(conflict, one) for one in conflict.mandates if one.at_table}
    return [party for party in conflict.parties if party in found]


def deliverable(conflict: Conflict, by: Iterable[str]) -> list[str]:
    """Name the issues that some parties can by themselves deliver."""
    have = set(by)
    return [issue for issue, one in conflict.consent.items() if one.delivers and set(one.delivers) <= have]


def mandate_gap(conflict: Conflict, issues: Sequence[str]) -> Section:
    """Say of each issue who can deliver it, who of them is at the table, and who promises it regardless."""
    stated = [issue for issue in issues if conflict.consent[issue].delivers is not None]
    heading = "Who can deliver it, and who is at the table"
    if not stated:
        return Section(heading, tuple(promises(conflict, issues)))
    table = at_table(conflict)
    said = [*(seated(conflict, table, stated) if conflict.mandates else ())]
    said += [one for issue in stated for one in gap(conflict, issue, table)]
    return Section(heading, (*said, *promises(conflict, issues)), gap_table(conflict, stated, table))


def seated(conflict: Conflict, table: list[str], issues: list[str]) -> Iterator[Sentence]:
    """Say who is at the table, and what they can by themselves deliver, together and alone."""
    if not table:
        yield phrases.sentence("no party has anybody at the table.")
        return
    yield phrases.sentence(f"at the table: {everybody(conflict, table)}.")
    can = [issue for issue in deliverable(conflict, table) if issue in issues]
    only = f"{issue_list(can)} only" if len(can) < len(issues) else f"all of it: {issue_list(can)}"
    yield phrases.sentence(f"by themselves they can deliver {only if can else 'nothing'}.")
    for party in table if len(table) > 1 < len(issues) else ():
        alone = [issue for issue in deliverable(conflict, [party]) if issue in issues]
        what = issue_list(alone) if alone else f"none of the {phrases.counted(len(issues))}"
        yield phrases.sentence(f"{who(conflict, party)} alone can deliver {what}.")


def gap(conflict: Conflict, issue: str, table: list[str]) -> Iterator[Sentence]:
    """Say whose hand an issue needs that is not at the table, and whose yes it needs besides."""
    consent = conflict.consent[issue]
    mark, delivers = phrases.known_by(consent, issue), consent.delivers or ()
    if not delivers:
        yield phrases.sentence(f"nobody can deliver {issue_name(issue)} by an act of their own", mark, ".")
        return
    away = [name for name in delivers if name not in table]
    together = " only together" if len(delivers) > 1 else ""
    press = [name for name in consent.influences if name in table]
    pressed = f"; {everybody(conflict, press)} can only press them" if press and away else ""
    if away:
        missing = f"; {everybody(conflict, away)} {'is' if len(away) == 1 else 'are'} not at the table"
        missing = missing if len(delivers) > 1 else ", who is not at the table"
        hands = everybody(conflict, delivers)
        yield phrases.sentence(
            f"{issue_name(issue)} can be delivered{together or ' only'} by {hands}{missing}{pressed}",
            mark,
            ".",
        )
        return
    asked_too = [name for one in asked(conflict, issue)[:1] for name in one.names(one.game.needed())]
    besides = [name for name in asked_too if name not in table]
    if besides:
        text = f"{issue_name(issue)} can be delivered at the table, but needs the yes of "
        there = "who are not there" if len(besides) > 1 else "who is not there"
        yield phrases.sentence(text, f"{everybody(conflict, besides)}, {there}", mark, ".")


def gap_table(conflict: Conflict, issues: list[str], table: list[str]) -> Table | None:
    """Lay out who can deliver each issue, and who of them is missing."""
    if not conflict.mandates:
        return None
    rows = []
    for issue in issues:
        delivers = conflict.consent[issue].delivers or ()
        away = [name for name in delivers if name not in table]
        hands = everybody(conflict, delivers) or "nobody"
        rows.append((issue_name(issue), hands, everybody(conflict, away) or ("-" if delivers else "")))
    return Table(("issue", "can be delivered by", "of these not at the table"), tuple(rows))


def promises(conflict: Conflict, issues: Sequence[str]) -> Iterator[Sentence]:
    """Say who promises what they cannot deliver, or what their mandate does not cover."""
    for one in conflict.mandates:
        party, mark = party_of(conflict, one), phrases.known_by(one, one.who)
        for issue in one.promises:
            if issue not in issues and (issue in conflict.consent or len(issues) < len(conflict.consent)):
                continue
            delivers = conflict.consent[issue].delivers if issue in conflict.consent else None
            name = who(conflict, party) if party is not None else one.who
            if delivers is not None and party not in delivers:
                can = everybody(conflict, delivers) or "nobody"
                text = f"{one.who} promises {issue_name(issue)}, which {name} cannot deliver: only {can} can"
                yield phrases.sentence(text.replace("only nobody can", "nobody can"), mark, ".")
            elif delivers is not None and len(delivers) > 1:
                rest = everybody(conflict, [other for other in delivers if other != party])
                only = f"which {name} can deliver only together with {rest}"
                yield phrases.sentence(f"{one.who} promises {issue_name(issue)}, {only}", mark, ".")
            if one.may_agree is not None and issue not in one.may_agree:
                text = f"{one.who} promises {issue_name(issue)}, which its mandate does not cover"
                yield phrases.sentence(text, mark, ".")


def chains(conflict: Conflict) -> Section:
    """Say who stands behind each speaker, how far their mandates reach, and which approvals are open."""
    behind = {one.reports_to for one in conflict.mandates}
    first = [one for one in conflict.mandates if one.at_table or one.who not in behind]
    order = [*first, *(one for one in conflict.mandates if one not in first)]
    said = [line(conflict, one) for one in order]
    return Section(
        "The chain behind each speaker", (*said, *(a for one in order for a in approvals(conflict, one)))
    )


def line(conflict: Conflict, one: Mandate) -> Sentence:
    """Say for whom somebody speaks, to whom they report, and what they may agree to."""
    party = party_of(conflict, one)
    parts = [f"speaks for {who(conflict, party)}" if party is not None else "speaks for nobody named"]
    parts += [f"reports to {one.reports_to}"] if one.reports_to else []
    parts += ["sits at the table"] if one.at_table else []
    text = f"{one.who} {phrases.listing(parts)}; {reach(one)}"
    return phrases.sentence(text, f" ({one.why})" if one.why else "", phrases.known_by(one, one.who), ".")


def reach(one: Mandate) -> str:
    """Say what a mandate covers."""
    if one.may_agree is None:
        return "what the mandate covers is not stated"
    if not one.may_agree:
        return "the mandate covers nothing"
    if not isinstance(one.may_agree, dict):
        return f"the mandate covers {issue_list(one.may_agree)}"
    limits = []
    for issue, limit in one.may_agree.items():
        ends = [f"at least {limit.min:g}"] if limit.min is not None else []
        ends += [f"at most {limit.max:g}"] if limit.max is not None else []
        limits.append(issue_name(issue) + (f" ({' and '.join(ends)})" if ends else ""))
    return f"the mandate covers {phrases.listing(limits)}"


def approvals(conflict: Conflict, one: Mandate) -> Iterator[Sentence]:
    """Say which approvals behind a speaker are given, refused or unknown; unknown is not no."""
    verbs = {"given": "has approved", "refused": "refuses", "unknown": "has not been heard on"}
    for approval in one.approvals:
        what = approval.what or "it"
        whose = f"{who(conflict, approval.of)}, who {verbs[approval.status]} {what}"
        text = f"{one.who} needs the approval of {whose}"
        why = f" ({approval.why})" if approval.why else ""
        open_ = "; that is not a no" if approval.status == "unknown" else ""
        yield phrases.sentence(text, why, phrases.known_by(approval, one.who), f"{open_}.")


def issue_list(issues: Iterable[str]) -> str:
    """Name several issues."""
    return phrases.listing(map(issue_name, issues))
