"""Spoilers and blockers: who is worse off than with no deal, what it could do about it, and from where."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.consent.mandates import at_table
from jirga.answer.sources import source_words
from jirga.answer.stress.words import StressAnswer
from jirga.answer.whole import kept, titled
from jirga.errors import NotStated
from jirga.schema.answer import Section, Sentence, Table
from jirga.schema.conflict import Conflict
from jirga.schema.consent import Mandate
from jirga.stress.spoilers import Grip, grips

TABLE, OUTSIDE = "at the table", "outside the talks"
APPROVES = "not at the table, but its approval is needed"

SPOILER, BLOCKER = "a spoiler", "a blocker"
EITHER = "a spoiler or a blocker (the file does not say which)"
ROLES = (SPOILER, BLOCKER, EITHER)
NOTE = (
    "Worse off than with no deal, and able to break the outcome by what it has in hand: a spoiler by "
    "violence, a blocker by its office. Ask of one outcome for the reasons."
)


@lru_cache(maxsize=256)
def held(analysis: Analysis, name: str) -> tuple[Grip, ...]:
    """Say of every party what it has in its hands in a named outcome, beside no deal."""
    row, base = analysis.row(name), analysis.no_deal
    if row is None or base is None or row == base:
        return ()
    return tuple(grips(analysis.movers, row, base))


def spoilers_answer(analysis: Analysis, outcome: str | None = None) -> StressAnswer:
    """Say who could break which outcome by what it has in hand, and who is worse off than with no deal.

    Raises
    ------
    NotStated
        The file says neither what no deal is nor what the status quo is.
    UnknownName
        There is no such outcome.
    """
    if analysis.no_deal is None:
        raise NotStated("what no deal is, nor of a status quo", "status_quo")
    names = list(analysis.outcomes)
    if outcome is not None:
        analysis.row(outcome)
        names = [outcome]
    names = [name for name in names if held(analysis, name)]
    sections = [
        Section("Who could break what", tuple(who_could(analysis, names))),
        Section(
            "Who is worse off than with no deal", (), table(analysis, names) if outcome is None else None
        ),
        *(Section(f"Under \u201c{name}\u201d", tuple(under(analysis, name))) for name in names if outcome),
    ]
    sections.append(source_words(analysis.conflict, sections))
    head = (titled(analysis), analysis.conflict.question, analysis.conflict.as_of)
    return StressAnswer(*head, kept(sections), {"outcomes": {one: figures(analysis, one) for one in names}})


def who_could(analysis: Analysis, names: list[str]) -> Iterator[Sentence]:
    """Say of each party which outcomes it could break, and by what; then who holds nothing of any."""
    idle = []
    for number, name in enumerate(analysis.parties):
        broken: dict[str, list[str]] = {}
        for outcome in names:
            for option in held(analysis, outcome)[number].holds:
                broken.setdefault(turning(analysis, outcome, option), []).append(outcome)
        if not broken:
            idle.append(phrases.party(analysis, number))
            continue
        where = place(analysis.conflict, name)
        lead = f"{phrases.party(analysis, number)}{f' ({where})' if where else ''} could "
        ways = [f"{how}, and so break {all_or(names, some)}" for how, some in merged(broken)]
        yield phrases.sentence(lead, "; ".join(ways), ".")
    if idle:
        verb = "has" if len(idle) == 1 else "have"
        yield phrases.sentence(f"{phrases.listing(idle)} {verb} nothing of any of them in hand.")


def merged(broken: dict[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    """Join the means that break the same outcomes."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for how, some in broken.items():
        groups.setdefault(tuple(some), []).append(how)
    for outcomes, means in groups.items():
        yield phrases.listing(means, "or"), list(outcomes)


def all_or(names: list[str], some: list[str]) -> str:
    """Name some outcomes, or say that it is all of them."""
    if len(some) == len(names) > 2:
        return "every one of these outcomes"
    return phrases.quoted(some)


def turning(analysis: Analysis, outcome: str, option: str) -> str:
    """Say in words how an option is turned back in an outcome, and of which kind that is."""
    if analysis.conflict.by_states:
        return f"go to \u201c{option}\u201d"
    one = analysis.conflict.options[option]
    row = analysis.row(outcome)
    taken = row is not None and option in analysis.board.states.taken(row)
    said = phrases.dropping(one, option) if taken else phrases.taking(one, option)
    return f"{said}{f' ({one.kind})' if one.kind else ''}"


def table(analysis: Analysis, names: list[str]) -> Table | None:
    """Lay out by outcome who is worse off, and of these who could break it."""
    rows = []
    for name in names:
        worse = [one for one in held(analysis, name) if one.worse]
        could = {
            kind: [one.party for one in worse if one.holds and role(analysis, one) == kind] for kind in ROLES
        }
        rows.append(
            (
                name,
                phrases.parties(analysis, [one.party for one in worse]) or "nobody",
                *(phrases.parties(analysis, could[kind]) or "-" for kind in ROLES),
            )
        )
    head = ("outcome", "worse off", "spoilers", "blockers", "not said which")
    return Table(head, tuple(rows), NOTE) if rows else None


def under(analysis: Analysis, name: str) -> Iterator[Sentence]:
    """Say of an outcome who is worse off than with no deal, and what it could do about it."""
    some = held(analysis, name)
    if not some:
        return
    worse = [one for one in some if one.worse]
    for one in worse:
        yield worse_off(analysis, name, one)
    if not worse:
        yield Sentence(("Nobody is worse off than with no deal.",))
    content = [one for one in some if one.holds and not one.worse]
    if content:
        names = phrases.parties(analysis, [one.party for one in content])
        verb = "has" if len(content) == 1 else "have"
        yield phrases.sentence(
            f"{names} {verb} part of it in hand, and {'is' if len(content) == 1 else 'are'} no worse off."
        )


def worse_off(analysis: Analysis, name: str, one: Grip) -> Sentence:
    """Say why a party is worse off, what it could do about it, from where, and whether it would gain."""
    row, base = analysis.row(name), analysis.no_deal
    assert row is not None  # noqa: S101
    assert base is not None  # noqa: S101
    where = place(analysis.conflict, analysis.parties[one.party])
    who = phrases.party(analysis, one.party)
    start = f"{who}{f' ({where})' if where else ''} is worse off ("
    why = phrases.reason(analysis, one.party, row, base)
    if not one.holds:
        return phrases.sentence(start, why, "), and has nothing of it in hand.")
    means = phrases.listing((turning(analysis, name, option) for option in one.holds), "or")
    called = f": {role(analysis, one)}" if kinds_stated(analysis.conflict) else ""
    return phrases.sentence(start, why, f") and could {means}{called}. {whether(analysis, row, one)}")


def in_hand(analysis: Analysis, name: str) -> Iterator[Sentence]:
    """Say of those who are worse off than with no deal what they could do about it, without the reasons."""
    row = analysis.row(name)
    for one in held(analysis, name):
        if row is None or not (one.worse and one.holds):
            continue
        where = place(analysis.conflict, analysis.parties[one.party])
        who = f"{phrases.party(analysis, one.party)}{f' ({where})' if where else ''}"
        means = phrases.listing((turning(analysis, name, option) for option in one.holds), "or")
        called = f": {role(analysis, one)}" if kinds_stated(analysis.conflict) else ""
        yield phrases.sentence(f"{who} could {means}{called}. {whether(analysis, row, one)}")


def kinds_stated(conflict: Conflict) -> bool:
    """Whether the file says of any option what using it against a deal would be."""
    return any(option.kind for option in conflict.options.values())


def role(analysis: Analysis, one: Grip) -> str:
    """Call a party a spoiler or a blocker by the means it has; leave open what the file leaves open."""
    options = analysis.conflict.options
    kinds = {options[option].kind if option in options else None for option in one.holds}
    if "violent" in kinds:
        return SPOILER
    return BLOCKER if kinds == {"institutional"} else EITHER


def whether(analysis: Analysis, row: int, one: Grip) -> str:
    """Say whether a party would gain by breaking a state, and whether it fears the reply."""
    if not one.gains:
        return "It would not gain by that alone."
    if analysis.stable["seq"][one.party, row]:
        return "It would gain by that, but fears how others would then reply."
    return "It would gain by that."


def place(conflict: Conflict, party: str) -> str:
    """Say whether a party is at the table, approves, or is outside; empty where no mandates are stated."""
    if not conflict.mandates:
        return ""
    if party in at_table(conflict):
        return TABLE
    return APPROVES if party in approvers(conflict) else OUTSIDE


def approvers(conflict: Conflict) -> set[str]:
    """Name those whose approval somebody at the table, or whom they report to, needs."""
    by_name = {one.who: one for one in conflict.mandates}
    found: dict[str, Mandate] = {}
    waiting = [one for one in conflict.mandates if one.at_table]
    while waiting:
        one = waiting.pop()
        if one.who not in found:
            found[one.who] = one
            waiting += [by_name[one.reports_to]] if one.reports_to in by_name else []
    return {approval.of for one in found.values() for approval in one.approvals}


def figures(analysis: Analysis, name: str) -> list[dict[str, Any]]:
    """Give what each party has in its hands in an outcome, as JSON can hold it."""
    return [
        {
            "party": analysis.parties[one.party],
            "than_no_deal": "worse" if one.worse else "better" if one.better else "same",
            "holds": list(one.holds),
            "kinds": {
                option: analysis.conflict.options[option].kind
                for option in one.holds
                if option in analysis.conflict.options
            },
            "would_gain": one.gains,
            "place": place(analysis.conflict, analysis.parties[one.party]),
        }
        for one in held(analysis, name)
    ]
