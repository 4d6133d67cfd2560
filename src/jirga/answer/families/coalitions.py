"""Coalitions in words: who would break an outcome together, by which joint move, and why each gains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.families.further import further_answer
from jirga.answer.families.impossible import impossible
from jirga.answer.outcomes import attained_in_words, how_attained
from jirga.schema.answer import Answer, Section, Sentence, Table
from jirga.schema.words import CoalitionStandard
from jirga.solve.coalitions import MAX_STATES, Breaker, breakers, coalitionally_stable
from jirga.solve.ways.attainment import Step
from jirga.solve.ways.joint import MAX_TOGETHER, Group

QUESTIONS: dict[CoalitionStandard, str] = {
    "cnash": "if each coalition looks only at its own next move",
    "cgmr": "if each coalition fears any reply that takes a member's gain away",
    "csmr": "if each coalition fears any such reply that it could not then escape",
    "cseq": "if each coalition fears only replies by which each of the others gains",
    "cseq_coalitional": "if each coalition fears only replies by which others gain, alone or together",
}
SHOWN = 5


def coalition_answer(
    analysis: Analysis, outcome: str | None, by: CoalitionStandard = "cseq", largest: int | None = None
) -> Answer:
    """Say which coalitions would break an outcome; without one, which outcomes hold against them all.

    Parameters
    ----------
    outcome : str or None
        A named outcome; None asks about all of them.
    by : str
        The standard for coalitions.
    largest : int, optional
        The most parties in a coalition; as many as move together if not given.

    Raises
    ------
    UnknownName
        The conflict has no such outcome.
    TooLarge
        More states and coalitions than can be gone through.
    """
    most = min(largest or analysis.largest, len(analysis.parties))
    sections = (
        every_outcome(analysis, by, most) if outcome is None else one_outcome(analysis, outcome, by, most)
    )
    about = f"\u201c{outcome}\u201d and coalitions in" if outcome is not None else "Coalitions in"
    return further_answer(analysis, about, of_up_to(by, most), sections)


def of_up_to(by: CoalitionStandard, most: int) -> str:
    """Say what is asked: how large a coalition, and what it fears."""
    return f"Coalitions of up to {phrases.numbered(most, 'party', 'parties')}, {QUESTIONS[by]} ({by})."


def one_outcome(analysis: Analysis, outcome: str, by: CoalitionStandard, most: int) -> list[Section]:
    """Say who would break one outcome, alone and together, and who would if nothing deterred them."""
    row = analysis.row(outcome)
    if row is None:
        return [impossible(analysis, outcome)]
    found = breakers(analysis.movers, row, by, most)
    alone = [one for one in found if len(one.coalition) == 1]
    joint = [one for one in found if len(one.coalition) > 1]
    said = phrases.sentence(verdict(analysis, outcome, alone, joint, most))
    return [
        Section("Would anybody break it together?", (said, attained_in_words(analysis, row))),
        broken_by(analysis, "Who would break it by itself", row, alone),
        broken_by(analysis, "Who would break it together", row, joint),
        tempted(analysis, row, found, most),
    ]


def verdict(
    analysis: Analysis, outcome: str, alone: Sequence[Breaker], joint: Sequence[Breaker], most: int
) -> str:
    """Say whether an outcome holds against every coalition."""
    name, parties = f"\u201c{outcome}\u201d", phrases.numbered(most, "party", "parties")
    if not alone and not joint:
        return f"{name} holds against every coalition of up to {parties}."
    count = phrases.numbered(len(joint), "coalition")
    if not alone:
        return f"{name} holds against each party by itself, but {count} would break it."
    leavers = phrases.parties(analysis, [one.coalition[0] for one in alone])
    more = f", and {count} would leave it for still other states" if joint else ""
    return f"{name} does not hold: {leavers} would leave it by itself{more}."


def broken_by(analysis: Analysis, heading: str, row: int, found: Sequence[Breaker]) -> Section:
    """Give each coalition's joint move and every member's gain, the first few at length."""
    said = [break_in_words(analysis, row, one) for one in found[:SHOWN]]
    rest = [phrases.parties(analysis, one.coalition) for one in found[SHOWN:]]
    if rest:
        named = "; ".join(rest[:SHOWN]) + ("; ..." if len(rest) > SHOWN else "")
        said.append(phrases.sentence(f"so would {phrases.numbered(len(rest), 'more coalition')}: {named}."))
    return Section(heading, tuple(said))


def break_in_words(analysis: Analysis, row: int, one: Breaker) -> Sentence:
    """Say who would leave a state for which other, by which joint move, and why each member gains."""
    end = simplest(analysis, row, one.rows)
    name = analysis.name(end)
    named = name is not None and not analysis.conflict.by_states
    where = f" for \u201c{name}\u201d" if named else ""
    others = phrases.numbered(len(one.rows) - 1, "other state")
    return phrases.sentence(
        f"{phrases.parties(analysis, one.coalition)} would leave{where}",
        f"{joint_move(analysis, row, end, one)}. ",
        gains(analysis, one.coalition, row, end),
        f" So {'it' if len(one.coalition) == 1 else 'they'} would for {others}." if len(one.rows) > 1 else "",
    )


def joint_move(analysis: Analysis, row: int, end: int, one: Breaker) -> str:
    """Say what is done on leaving, member by member where several leave together."""
    if len(one.coalition) == 1 or analysis.conflict.by_states:
        return f" to {phrases.change(analysis, row, end)}"
    return f": {phrases.done(analysis, Step(one.coalition, row, end)).removeprefix('together, ')}"


def gains(analysis: Analysis, group: Group, row: int, end: int) -> Sentence:
    """Say of each member why it likes the state after better."""
    parts: list[str | Sentence] = []
    for who in group:
        parts += [f"{'; ' if parts else ''}{phrases.party(analysis, who)} gains: "]
        parts.append(phrases.reason(analysis, who, row, end))
    return phrases.sentence(*parts, ".")


def simplest(analysis: Analysis, row: int, rows: Iterable[int]) -> int:
    """Choose the state to tell of: a named one, the first in the file; else one with the least changes."""
    order = {name: place for place, name in enumerate(analysis.outcomes)}
    states = analysis.board.states

    def key(end: int) -> tuple[int, int, int]:
        changed = 0 if states.by_states else int(states.codes[row] ^ states.codes[end]).bit_count()
        return order.get(analysis.name(end) or "", len(order)), changed, end

    return min(rows, key=key)


def broken_together(analysis: Analysis, row: int) -> tuple[Sentence, ...]:
    """Say who would break together a state that nobody leaves alone, where that is quickly found."""
    most = min(analysis.largest, MAX_TOGETHER, len(analysis.parties))
    if analysis.movers.size > MAX_STATES or most < 2:
        return ()
    found = [one for one in breakers(analysis.movers, row, "cseq", most) if len(one.coalition) > 1]
    if not found:
        return ()
    head = f"{phrases.counted(len(found[0].coalition))} together would break it: "
    rest = phrases.numbered(len(found) - 1, "more coalition")
    more = f" So would {rest}; jirga coalitions lists them." if len(found) > 1 else ""
    return (phrases.sentence(head, break_in_words(analysis, row, found[0]), more),)


def tempted(analysis: Analysis, row: int, free: Sequence[Breaker], most: int) -> Section:
    """Name the coalitions that would gain by leaving, but fear a reply."""
    leaving = {one.coalition for one in free}
    found = [one for one in breakers(analysis.movers, row, "cnash", most) if one.coalition not in leaving]
    said = []
    for one in found[:SHOWN]:
        end = phrases.state(analysis, simplest(analysis, row, one.rows))
        who = phrases.parties(analysis, one.coalition)
        together = " together" if len(one.coalition) > 1 else ""
        said.append(phrases.sentence(f"{who} would gain{together} by \u201c{end}\u201d, but fear a reply."))
    if len(found) > SHOWN:
        said.append(phrases.sentence(f"so would {phrases.numbered(len(found) - SHOWN, 'more coalition')}."))
    return Section("Who is tempted, and deterred", tuple(said))


def every_outcome(analysis: Analysis, by: CoalitionStandard, most: int) -> list[Section]:
    """Say which named outcomes hold against every coalition, and tell of those that only coalitions break."""
    if not analysis.outcomes:
        return [every_state(analysis, by, most)]
    rows = {name: row for name in analysis.outcomes if (row := analysis.row(name)) is not None}
    found = {name: breakers(analysis.movers, row, by, most) for name, row in rows.items()}
    kept = [name for name, some in found.items() if not some]
    parties = phrases.numbered(most, "party", "parties")
    hold = "holds" if len(kept) == 1 else "hold"
    said = f"{phrases.quoted(kept)} {hold}" if kept else "no named outcome holds"
    table = Table(
        ("outcome", "by itself?", "together?", "can it be got to?", "who would break it"),
        tuple(table_row(analysis, name, found.get(name)) for name in analysis.outcomes),
        "by itself?, together?: whether it holds against each party, and against every coalition",
    )
    only = {name: some for name, some in found.items() if some and len(some[0].coalition) > 1}
    broken = tuple(
        phrases.sentence(f"\u201c{name}\u201d: ", break_in_words(analysis, rows[name], some[0]))
        for name, some in only.items()
    )
    return [
        Section(
            "What holds against coalitions",
            (phrases.sentence(f"{said} against every coalition of up to {parties}."),),
            table,
        ),
        Section("What holds alone, and would be broken together", broken),
    ]


def table_row(analysis: Analysis, name: str, found: Sequence[Breaker] | None) -> tuple[str, ...]:
    """One outcome's row: against each alone, against coalitions, the way there, and the smallest breakers."""
    row = analysis.row(name)
    if row is None or found is None:
        return (name, "impossible", "-", "-", "-")
    alone = all(len(one.coalition) > 1 for one in found)
    least = min((len(one.coalition) for one in found), default=0)
    first = [" + ".join(phrases.party(analysis, who) for who in one.coalition) for one in found]
    smallest = [who for who, one in zip(first, found, strict=True) if len(one.coalition) == least]
    named = phrases.listing(smallest[:2], "or")
    more = f" (+{len(smallest) - 2})" if len(smallest) > 2 else ""
    return (
        name,
        "yes" if alone else "no",
        "no" if found else "yes",
        how_attained(analysis, row),
        f"{named}{more}" or "nobody",
    )


def every_state(analysis: Analysis, by: CoalitionStandard, most: int) -> Section:
    """Where no outcome is named, count the states that hold against every coalition, and give the first."""
    rows = np.flatnonzero(coalitionally_stable(analysis.movers, by, most)).tolist()
    hold = "holds" if len(rows) == 1 else "hold"
    size = phrases.numbered(analysis.movers.size, "state")
    said = f"{phrases.counted(len(rows))} of {size} {hold} against every coalition of up to "
    said += phrases.numbered(most, "party", "parties")
    first = [phrases.state(analysis, row) for row in rows[:SHOWN]]
    more = ", among them " if len(rows) > SHOWN else ": "
    end = f"{more}{phrases.quoted(first)}." if first else "."
    return Section("What holds against coalitions", (phrases.sentence(said + end),))
