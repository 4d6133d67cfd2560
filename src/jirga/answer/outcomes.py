"""Each named outcome: does it hold, who would leave it, what deters them, can it be got to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.firmness import LEGEND, SHORT, STANDARD, Firmness, firmness
from jirga.schema.answer import Section, Sentence, Table


def outcomes_table(analysis: Analysis) -> Section:
    """Every named outcome in a row: how it holds, whether it can be got to, who would leave."""
    rows = tuple(outcome_row(analysis, name) for name in analysis.outcomes)
    used = {row[1] for row in rows}
    notes = [words for level, words in LEGEND.items() if SHORT[level] in used]
    notes += ["in brackets: would leave if nothing deterred them"] if notes else []
    note = "; ".join(notes)
    head = ("outcome", "does it hold?", "can it be got to?", "who would leave")
    return Section("What would hold, and what can be got to", joint_gains(analysis), Table(head, rows, note))


def joint_gains(analysis: Analysis) -> tuple[Sentence, ...]:
    """Say which parties would all gain by moving away from the status quo together, and where to."""
    said = []
    for joint in analysis.joint[:MOST_GROUPS]:
        names = [name for row in joint.rows if (name := analysis.name(row)) is not None]
        where = phrases.quoted(names) if names else phrases.state(analysis, joint.rows[0])
        more = len(joint.rows) - max(len(names), 1)
        others = f", among {phrases.numbered(len(joint.rows), 'state')}" if more else ""
        who = phrases.parties(analysis, joint.group)
        said.append(phrases.sentence(f"{who} would gain by moving together, to {where}{others}."))
    return tuple(said)


def outcome_row(analysis: Analysis, name: str) -> tuple[str, str, str, str]:
    """One outcome's row of the table."""
    row = analysis.row(name)
    if row is None:
        return (name, "impossible", "-", "-")
    level = firmness(analysis, row)
    if level == Firmness.NO:
        who = phrases.parties(analysis, analysis.leaves(row, "gmr") or analysis.leaves(row, "nash"))
    else:
        tempted = phrases.parties(analysis, analysis.leaves(row, "nash"))
        who = f"({tempted})" if tempted else "nobody"
    return (name, SHORT[level], how_attained(analysis, row), who)


def how_attained(analysis: Analysis, row: int) -> str:
    """Whether a state can be got to, in a word or two."""
    if analysis.status_quo is None:
        return "not known"
    if row == analysis.status_quo:
        return "as today"
    if analysis.got_to(row, "alone"):
        return "step by step"
    if analysis.got_to(row, "together"):
        return "moving together"
    return "no" if analysis.got_to(row, "any") else "by no moves"


ATTAINED = {
    "not known": "The file has no status quo, so whether it can be got to is not known.",
    "as today": "It is the status quo.",
    "step by step": "It can be got to step by step, by moves that their movers gain by.",
    "moving together": "It can be got to by moving together, each mover gaining by its steps.",
    "no": "It cannot be got to by steps that their movers gain by.",
    "by no moves": "It cannot be got to by any moves.",
}


def attained_in_words(analysis: Analysis, row: int) -> Sentence:
    """Whether a state can be got to, in a sentence."""
    return Sentence((ATTAINED[how_attained(analysis, row)],))


def why_it_breaks(analysis: Analysis, row: int) -> Sentence:
    """Who would leave a state, by which move, because of which want."""
    leavers = analysis.leaves(row, "gmr") or analysis.leaves(row, "nash")
    return why_they_leave(analysis, row, leavers[:1])


def why_they_leave(analysis: Analysis, row: int, leavers: tuple[int, ...]) -> Sentence:
    """Say what each of some parties would do on leaving a state, and why."""
    name = phrases.state(analysis, row)
    parts: list[str | Sentence] = []
    for number in leavers:
        found = analysis.witness(number, row, "gmr")
        if found.leaves_for is None:
            found = analysis.witness(number, row, "nash")
        if found.leaves_for is None:
            continue
        who = phrases.party(analysis, number)
        move = phrases.change(analysis, row, found.leaves_for)
        parts += [
            f"{' ' if parts else ''}{who} would leave \u201c{name}\u201d to {move}: ",
            phrases.reason(analysis, number, row, found.leaves_for),
            ".",
        ]
    return phrases.sentence(*parts)


def why_it_holds(analysis: Analysis, row: int) -> Sentence:
    """Say what keeps those in place who would gain by leaving; nothing where nobody would."""
    level = firmness(analysis, row)
    if level in {Firmness.YES, Firmness.NO}:
        return Sentence(())
    tempted = analysis.leaves(row, "nash")
    parts: list[str | Sentence] = []
    for number in tempted:
        parts += [" " if parts else "", what_deters(analysis, row, number, level)]
    return phrases.sentence(*parts)


def what_deters(analysis: Analysis, row: int, number: int, level: Firmness) -> Sentence:
    """Give the gain a party would have by leaving, and the reply that takes it away."""
    found = analysis.witness(number, row, STANDARD[level])
    if not found.deterred:
        return Sentence(())
    deterred = found.deterred[0]
    who = phrases.party(analysis, number)
    last = deterred.sanction[-1].end
    gain = phrases.change(analysis, row, deterred.end)
    return phrases.sentence(
        f"{who} would rather {gain} (",
        phrases.reason(analysis, number, row, deterred.end),
        f"), but fears that {phrases.would_then(analysis, deterred.sanction)}",
        *after_the_reply(analysis, number, row, last),
    )


def after_the_reply(analysis: Analysis, number: int, row: int, last: int) -> list[str | Sentence]:
    """Why the party is then no better off than before."""
    rank = analysis.board.ranks[number]
    if rank[last] == rank[row]:
        return [", which leaves it no better off than before."]
    return [", which leaves it worse off than before (", phrases.reason(analysis, number, last, row), ")."]


MOST_GROUPS = 3


@dataclass(frozen=True)
class Break:
    """One party that would leave some outcomes for one reason; `move` is what it would do in the first."""

    party: int
    names: tuple[str, ...]
    row: int
    move: str
    why: Sentence


def breaks(analysis: Analysis, names: Iterable[str]) -> list[Break]:
    """Find who would leave outcomes that hold by no standard, said once for all that one reason breaks."""
    groups: dict[tuple[int, str], list[str]] = {}
    first: dict[tuple[int, str], tuple[int, str, Sentence]] = {}
    for name in names:
        row = analysis.row(name)
        if row is None or firmness(analysis, row):
            continue
        for number in analysis.leaves(row, "gmr"):
            end = analysis.witness(number, row, "gmr").leaves_for
            if end is None:
                continue
            why = phrases.reason(analysis, number, row, end)
            key = (number, str(why))
            groups.setdefault(key, []).append(name)
            first.setdefault(key, (row, phrases.change(analysis, row, end), why))
    return [Break(key[0], tuple(found), *first[key]) for key, found in groups.items()]


def break_in_words(analysis: Analysis, one: Break) -> Sentence:
    """Who would leave which outcomes, to do what, and why."""
    instance = ", for instance" if len(one.names) > 1 else ""
    who = phrases.party(analysis, one.party)
    return phrases.sentence(
        f"{who} would leave {phrases.quoted(one.names)}{instance} to {one.move}: ", one.why, "."
    )


def reasons(analysis: Analysis, said: Sequence[Sentence] = ()) -> Section:
    """Who would break which outcomes, by which move and why; a reason already given is left out."""
    given = {mark for one in said for mark in one.marks}
    found = [one for one in breaks(analysis, analysis.outcomes) if not given.issuperset(one.why.marks)]
    heading = (
        "Who else would break which outcome, and why" if given else "Who would break which outcome, and why"
    )
    return Section(heading, tuple(break_in_words(analysis, one) for one in found))
