"""A drawing: who stands behind each speaker, as the rule is written and in effect, and which yes is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jirga.answer.bargaining.at_the_table import chain
from jirga.answer.consent.mandates import party_of
from jirga.answer.consent.rule_words import who
from jirga.brief.drawings.drawing import Drawing, arrow, box, count_lines, cut, lines, text
from jirga.conflict.bargaining.consent import voters_in
from jirga.schema.conflict import Conflict
from jirga.schema.consent import Approval, Mandate, Status
from jirga.schema.expected.consent import Chain

WIDTH, LEFT, BOX, GAP, ACROSS = 752.0, 74.0, 142.0, 34.0, 4
TITLE, SIGNS, MOST, LETTER, PAD = 84, 22, 4, 10.5, 8.0
LABELS: dict[Chain, str] = {"formal": "as written", "effective": "in effect"}
STATES: dict[Status, str] = {"given": "given", "refused": "refused", "unknown": "not known"}
BORDERS: dict[Status, str] = {
    "given": "stroke-width='1.5'",
    "refused": "stroke-width='4'",
    "unknown": "stroke-width='1.5' stroke-dasharray='5 4'",
}


@dataclass(frozen=True)
class Link:
    """One box of a chain: who it is, and, where it is an approval, how that stands."""

    said: str
    status: Status | None = None


def mandate_chain(conflict: Conflict) -> Drawing | None:
    """Draw the chain behind each speaker: those who report to one another, then the approvals they need.

    Notes
    -----
    An approval stands in the line as written unless only rules in effect ask for whom it is of, and in the
    line in effect unless only rules as written do. Where the two are alike there is one line.
    """
    parts, said, y = [], [], 0.0
    for one in speakers(conflict):
        lanes = lanes_of(conflict, one)
        title = cut(titled(conflict, one), width=TITLE, most=1)
        parts.append(text(0, y + 13, title, size=12, style="font-weight='bold'"))
        y += 22
        for label, links in lanes:
            made, y = drawn(label, links, y)
            parts += made
        said.append(in_words(conflict, one, lanes))
        y += 6
    return Drawing("The chain behind each speaker", " ".join(said), WIDTH, y, tuple(parts)) if said else None


def speakers(conflict: Conflict) -> list[Mandate]:
    """Give those at the table; if it is not said who sits there, those to whom nobody reports.

    Those behind whom the file names nobody are left out.
    """
    behind = {one.reports_to for one in conflict.mandates}
    there = [one for one in conflict.mandates if one.at_table]
    some = there or [one for one in conflict.mandates if one.who not in behind]
    return [one for one in some if one.reports_to or one.approvals]


def titled(conflict: Conflict, one: Mandate) -> str:
    """Say who speaks, and for whom."""
    party = party_of(conflict, one)
    where = ", at the table" if one.at_table else ""
    return f"{one.who}{f' for {who(conflict, party)}' if party is not None else ''}{where}"


def lanes_of(conflict: Conflict, one: Mandate) -> list[tuple[str, list[Link]]]:
    """Give the chain as written and the chain in effect, or one where they are alike."""
    formal, effective = (list(links(conflict, one, rule)) for rule in LABELS)
    if formal == effective:
        return [("", formal)]
    return [(LABELS["formal"], formal), (LABELS["effective"], effective)]


def links(conflict: Conflict, one: Mandate, rule: Chain) -> Iterator[Link]:
    """Give a speaker, those behind it, and the approvals that one rule asks for."""
    behind = list(chain(conflict.mandates, one))
    yield from (Link(each.who) for each in behind)
    other: Chain = "effective" if rule == "formal" else "formal"
    left_out = only_in(conflict, other) - only_in(conflict, rule)
    for approval in (approval for each in behind for approval in each.approvals):
        if approval.of not in left_out:
            yield Link(needed(conflict, approval), approval.status)


def needed(conflict: Conflict, approval: Approval) -> str:
    """Say whose approval is needed, to what, and how it stands."""
    what = f", {approval.what}" if approval.what else ""
    return f"{who(conflict, approval.of)}{what}: {STATES[approval.status]}"


def only_in(conflict: Conflict, rule: Chain) -> set[str]:
    """Name those whom one rule of an issue asks and the other does not, where it has both."""
    found: set[str] = set()
    for one in conflict.consent.values():
        if one.needs is not None and one.formal is not None:
            asked, other = (one.formal, one.needs) if rule == "formal" else (one.needs, one.formal)
            found |= set(voters_in(conflict, asked)) - set(voters_in(conflict, other))
    return found


def drawn(label: str, chained: Sequence[Link], y: float) -> tuple[list[str], float]:
    """Draw one line of boxes, in rows of a few, and say where the next line begins."""
    parts = [text(0, y + 22, label, size=11, style="font-style='italic'")] if label else []
    for first in range(0, len(chained), ACROSS):
        some = chained[first : first + ACROSS]
        height = max(count_lines(shown(one), SIGNS) for one in some) * LETTER * 1.2 + 2 * PAD
        for place, one in enumerate(some):
            x = LEFT + place * (BOX + GAP)
            if first + place:
                parts.append(arrow((x - GAP + 2, y + height / 2), (x - 2, y + height / 2)))
            parts += boxed(one, x, y, height)
        y += height + 8
    return parts, y


def boxed(one: Link, x: float, y: float, height: float) -> list[str]:
    """Draw one box, its words in the middle."""
    style = BORDERS[one.status] if one.status else ""
    first = y + height / 2 - (count_lines(shown(one), SIGNS) - 1) * LETTER * 0.6 + 4
    words = lines(x + BOX / 2, first, shown(one), width=SIGNS, size=LETTER, anchor="middle")
    return [box((x, y, BOX, height), style=style), *words]


def shown(one: Link) -> str:
    """Keep what fits in a box, and how it stands."""
    if one.status is None:
        return cut(one.said, width=SIGNS, most=MOST)
    lead, state = one.said.rsplit(": ", 1)
    return f"{cut(lead, width=SIGNS, most=MOST - 1)}: {state}"


def in_words(conflict: Conflict, one: Mandate, lanes: Iterable[tuple[str, list[Link]]]) -> str:
    """Give one speaker's lines for those who do not see them."""
    chains = [
        f"{f'{label}: ' if label else ''}{', then '.join(link.said for link in some)}"
        for label, some in lanes
    ]
    return f"Behind {titled(conflict, one)}: {'; '.join(chains)}."
