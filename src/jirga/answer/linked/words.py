"""The answer to linked conflicts, in sentences: what one table carries at the other, and what it breaks."""

from __future__ import annotations

from collections.abc import Iterator

from jirga.answer import phrases
from jirga.answer.assumptions import assumed_wants
from jirga.answer.bottom_line import bottom_line
from jirga.answer.firmness import LEGEND, SHORT, STANDARD, Firmness
from jirga.answer.linked.analysis import LinkedAnalysis, broken, carried, opened, unchanged
from jirga.answer.outcomes import break_in_words, breaks, how_attained, what_deters, why_it_breaks
from jirga.answer.sources import source_words
from jirga.answer.whole import kept
from jirga.schema.answer import Answer, Section, Sentence, Table
from jirga.schema.linked_solution import Carry

BY = {
    Firmness.EMPTY_THREAT: "by empty threat",
    Firmness.DOUBTFUL_THREAT: "by doubtful threat",
    Firmness.THREAT: "by threat",
    Firmness.YES: "without any threat",
}
SHOWN = 30


def linked_answer(found: LinkedAnalysis) -> Answer:
    """Answer the question of linked conflicts in sentences with their reasons."""
    whole = found.whole
    sections = [bottom_line(whole), what_linking_changes(found), pairs_table(found), assumed_wants(whole)]
    sections.append(source_words(whole.conflict, sections))
    return Answer(whole.conflict.title, whole.conflict.question, whole.conflict.as_of, kept(sections))


def what_linking_changes(found: LinkedAnalysis) -> Section:
    """Say what holds, breaks or can be got to only because the tables are linked."""
    said = [carry_in_words(found, one) for one in carried(found)]
    said += broken_in_words(found)
    said += opened_in_words(found)
    if unchanged(found):
        words = "nothing: each pair of outcomes holds just where both of them hold by themselves."
        said = [phrases.sentence(words)]
    return Section("What linking the tables changes", tuple(said))


def at(table: str, outcome: str) -> str:
    """Name an outcome with its table."""
    return f"\u201c{outcome}\u201d ({table})"


def carry_in_words(found: LinkedAnalysis, one: Carry) -> Sentence:
    """Say which outcome holds only together with which, who would leave it alone, and why it then stays."""
    alone = found.tables[one.table]
    row = alone.row(one.outcome)
    pair = next(
        pair for pair, name in found.with_outcome(one.table, one.outcome) if name == one.together_with[0]
    )
    level, partners = BY[found.level(pair)], partners_of(found, one)
    head = f"{at(one.table, one.outcome)} does not hold by itself."
    linked = f" Linked, it holds {level} together with {partners}."
    if row is None:
        return phrases.sentence(head, linked)
    breaks_by = why_it_breaks(alone, row)
    return phrases.sentence(head, " ", breaks_by, linked, *why_it_stays(found, one, pair, row))


def partners_of(found: LinkedAnalysis, one: Carry) -> str:
    """Name what an outcome goes together with, and at which table."""
    return f"{phrases.quoted(one.together_with)} ({found.other(one.table)})"


def why_it_stays(found: LinkedAnalysis, one: Carry, pair: str, row: int) -> Iterator[str | Sentence]:
    """Say why the party that would leave an outcome by itself stays when the tables are linked."""
    alone, whole = found.tables[one.table], found.whole
    start = whole.row(pair)
    leaver = (alone.leaves(row, "gmr") or alone.leaves(row, "nash"))[0]
    number = whole.parties.index(found.seats[one.table][alone.parties[leaver]])
    if start is None:
        return
    if number in whole.leaves(start, "nash"):
        yield from (" ", what_deters(whole, start, number, found.level(pair)))
        yield from in_any_case(found, one, start, number, found.level(pair))
        return
    end = linked_end(found, one, pair, alone.witness(leaver, row, "gmr").leaves_for)
    if end is None:
        yield " There a rule across the tables forbids that move."
    elif whole.board.ranks[number][end] < whole.board.ranks[number][start]:
        who = phrases.party(whole, number)
        yield from (f" There {who} stays (", phrases.reason(whole, number, end, start), ").")


def in_any_case(found: LinkedAnalysis, one: Carry, start: int, number: int, level: Firmness) -> Iterator[str]:
    """Warn where what is feared happens at the other table, by parties that want nothing at this one."""
    whole, other = found.whole, found.other(one.table)
    deterred = whole.witness(number, start, STANDARD[level]).deterred[:1]
    for reply in deterred:
        before, after = (set(whole.board.states.taken(row)) for row in (reply.end, reply.sanction[-1].end))
        there = {f"{other}_{key}" for key in found.tables[other].conflict.options}
        movers = {who for step in reply.sanction for who in step.movers}
        elsewhere = {whole.parties.index(seat) for seat in found.seats[one.table].values()}
        if (before ^ after) <= there and not movers & elsewhere:
            who = phrases.parties(whole, sorted(movers))
            wants = "wants" if len(movers) == 1 else "want"
            yield f" {who} {wants} nothing at {one.table} and may do so in any case,"
            yield " so this is a coincidence rather than an answer."


def linked_end(found: LinkedAnalysis, one: Carry, pair: str, end: int | None) -> int | None:
    """Give the state of the whole that a move at one table leads to from a pair."""
    if end is None:
        return None
    parts = found.pairs[pair]
    other = found.other(one.table)
    here = {f"{one.table}_{key}" for key in found.tables[one.table].board.states.taken(end)}
    there = {f"{other}_{key}" for key in found.tables[other].outcomes[parts[other]].taken}
    return found.whole.board.states.find(here | there)


def broken_in_words(found: LinkedAnalysis) -> list[Sentence]:
    """Say which pairs do not hold though both parts do, and who would leave them, by which move and why."""
    names = broken(found)
    ruled_out = [name for name in names if found.whole.row(name) is None]
    said = [break_in_words(found.whole, one) for one in breaks(found.whole, names)]
    if names:
        both = "both parts" if len(names) == 1 else "the parts"
        head = f"{both} of {phrases.quoted(names)} hold by themselves, and the pair does not hold linked."
        said = [phrases.sentence(head), *said]
    if ruled_out:
        said.append(phrases.sentence(f"a rule across the tables forbids {phrases.quoted(ruled_out)}."))
    return said


def opened_in_words(found: LinkedAnalysis) -> Iterator[Sentence]:
    """Say which outcomes can be got to only together with which, once for all that go with the same."""
    groups: dict[tuple[str, tuple[str, ...]], list[Carry]] = {}
    for one in opened(found):
        groups.setdefault((one.table, one.together_with), []).append(one)
    for (table, _), group in groups.items():
        names = f"{phrases.quoted(one.outcome for one in group)} ({table})"
        itself = "itself" if len(group) == 1 else "themselves"
        said = f"{names} cannot be got to by {itself}, but together with {partners_of(found, group[0])}."
        yield phrases.sentence(said)


def pairs_table(found: LinkedAnalysis) -> Section:
    """Each pair in a row: how it holds linked, how its parts hold by themselves, whether it can be got to."""
    telling = [pair for pair in found.pairs if found.level(pair) or found.holds_apart(pair)]
    rows = tuple(pair_row(found, pair) for pair in telling[:SHOWN])
    notes = [words for level, words in LEGEND.items() if any(SHORT[level] in row for row in rows)]
    rest, hidden = len(found.pairs) - len(telling), len(telling) - len(rows)
    notes += [f"{phrases.numbered(hidden, 'such pair')} more, in --json"] if hidden > 0 else []
    notes += [f"left out: {phrases.numbered(rest, 'pair')} that {hold(rest)} neither way"] if rest else []
    head = (*found.tables, "linked", *(f"{table} by itself" for table in found.tables), "can it be got to?")
    return Section("Which pairs hold", (), Table(head, rows, "; ".join(notes)) if rows else None)


def hold(count: int) -> str:
    """Give the verb for a count of pairs."""
    return "holds" if count == 1 else "hold"


def pair_row(found: LinkedAnalysis, pair: str) -> tuple[str, ...]:
    """One pair."""
    parts = found.pairs[pair]
    row = found.whole.row(pair)
    apart = (SHORT[found.alone(table, outcome)] for table, outcome in parts.items())
    level = "impossible" if row is None else SHORT[found.level(pair)]
    reached = "-" if row is None else how_attained(found.whole, row)
    return (*parts.values(), level, *apart, reached)
