"""Who is bound to whom in a conflict file: whose yes both need, who must approve whom, who can press whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from jirga.answer.consent.mandates import party_of
from jirga.answer.consent.rule_words import issue_name, who
from jirga.answer.consent.votes import Asked
from jirga.errors import TooLarge
from jirga.schema.conflict import Conflict
from jirga.schema.consent import Status
from jirga.schema.wants import Cited

STATES: dict[Status, str] = {"given": "given", "refused": "refused", "unknown": "not known"}


@dataclass(frozen=True)
class Relation:
    """Something between two of those on the map.

    Attributes
    ----------
    one, other : str
        Their ids in the file, or names.
    says : str
        What is between them, in words.
    basis : str
        How it is known.
    sourced : bool
        Whether somebody is on record for it.
    kind : str
        Relations of one kind between the same two are told together.
    """

    one: str
    other: str
    says: str
    basis: str
    sourced: bool
    kind: str = ""


def relation(one: str, other: str, says: str, by: Cited, kind: str = "") -> Relation:
    """Make a relation that rests on something of the file."""
    sourced = not by.assumed and bool(by.cite) and not by.retracted
    return Relation(one, other, says, by.basis or "assumed", sourced, kind)


def relations(conflict: Conflict) -> list[Relation]:
    """List who is bound to whom, in the order of the file."""
    return [*approvals(conflict), *reports(conflict), *both_needed(conflict), *pressing(conflict)]


def approvals(conflict: Conflict) -> Iterator[Relation]:
    """Say who must approve what for whom, and how that stands."""
    for one in conflict.mandates:
        speaker = party_of(conflict, one) or one.who
        for approval in one.approvals:
            if approval.of != speaker:
                what = f" of {approval.what}" if approval.what else ""
                said = f"{who(conflict, approval.of)}'s approval{what}: {STATES[approval.status]}"
                yield relation(approval.of, speaker, said, approval)


def reports(conflict: Conflict) -> Iterator[Relation]:
    """Say who reports to somebody of another party."""
    by_name = {one.who: one for one in conflict.mandates}
    for one in conflict.mandates:
        over = by_name.get(one.reports_to or "")
        speaker, behind = one.speaks_for, over.speaks_for if over else None
        if speaker and behind and speaker != behind:
            yield relation(speaker, behind, f"{one.who} reports to {one.reports_to}", one)


def both_needed(conflict: Conflict) -> Iterator[Relation]:
    """Say of each two without whose yes an issue cannot be settled that both must say yes."""
    for issue, one in conflict.consent.items():
        if one.needs is None:
            continue
        rule = Asked(conflict, issue)
        try:
            needed = rule.names(rule.game.needed())
        except TooLarge:
            continue
        for first, second in combinations(needed, 2):
            yield relation(first, second, issue_name(issue), one, "both must say yes on")


def pressing(conflict: Conflict) -> Iterator[Relation]:
    """Say who can press those who deliver an issue."""
    for issue, one in conflict.consent.items():
        for name in one.influences:
            for other in one.delivers or ():
                if other != name:
                    kind = f"{who(conflict, name)} can press {who(conflict, other)} on"
                    yield relation(name, other, issue_name(issue), one, kind)
