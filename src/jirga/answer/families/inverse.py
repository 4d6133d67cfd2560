"""The question turned round, in words: how each party would have to see things for an outcome to hold."""

from __future__ import annotations

from collections.abc import Sequence
from math import factorial

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.families.further import further_answer
from jirga.answer.families.impossible import impossible
from jirga.answer.outcomes import attained_in_words
from jirga.errors import UnknownName
from jirga.schema.answer import Answer, Section, Sentence, Table
from jirga.schema.words import Standard
from jirga.solve.inverse import Clause, inverse_counts
from jirga.solve.raising import Raise, leavers_then, raises

COUNTED = 7
MOST_UNMET, MOST_MET, MOST_ALTERNATIVES, MOST_STATES = 4, 2, 2, 2


def inverse_answer(
    analysis: Analysis, outcome: str, by: Standard = "seq", party: str | None = None
) -> Answer:
    """Say under which rankings of each party an outcome holds, the nearest change of a ranking first.

    Parameters
    ----------
    outcome : str
        A named outcome.
    by : str
        The standard it is to hold by.
    party : str, optional
        Ask about this party only.

    Raises
    ------
    UnknownName
        The conflict has no such outcome or party.
    TooLarge
        More states than conditions are worked out for.
    """
    if party is not None and party not in analysis.parties:
        raise UnknownName("party", party, analysis.parties)
    row = analysis.row(outcome)
    asked = analysis.movers.parties if party is None else [analysis.parties.index(party)]
    sections = [impossible(analysis, outcome)] if row is None else about(analysis, row, by, asked)
    question = f"By {by}: {phrases.QUESTIONS[by]}. Each party's ranking is asked about by itself."
    return further_answer(analysis, f"What would make \u201c{outcome}\u201d hold in", question, sections)


def about(analysis: Analysis, row: int, by: Standard, asked: Sequence[int]) -> list[Section]:
    """Say what would have to change, and what each party's ranking must satisfy."""
    every = raises(analysis.movers, row, by, analysis.movers.parties)
    found = [every[number] for number in asked]
    changed = [one for one in found if one.level is not None]
    said = [verdict(analysis, row, every), attained_in_words(analysis, row)]
    return [
        Section("Does it hold?", tuple(said)),
        nearest_changes(analysis, row, by, sorted(changed, key=lambda one: len(one.passed))),
        conditions(analysis, row, found),
        counts(analysis, row, by, asked),
    ]


def verdict(analysis: Analysis, row: int, every: Sequence[Raise]) -> Sentence:
    """Say who stays in an outcome and who would leave it."""
    name = f"\u201c{phrases.state(analysis, row)}\u201d"
    leavers = [one.party for one in every if one.level is not None]
    if not leavers:
        return phrases.sentence(f"{name} holds: every party stays.")
    return phrases.sentence(f"{name} does not hold: {phrases.parties(analysis, leavers)} would leave it.")


def nearest_changes(analysis: Analysis, row: int, by: Standard, changed: Sequence[Raise]) -> Section:
    """Say of each party that would leave the least that would have to change for it to stay."""
    said = [nearest_change(analysis, row, one) for one in changed]
    if changed:
        then = leavers_then(analysis.movers, row, by, changed)
        who = "it rose so" if len(changed) == 1 else "it rose so for all of them"
        left = phrases.parties(analysis, then)
        said.append(
            phrases.sentence(f"if {who}, {f'{left} would still leave' if then else 'it would hold'}.")
        )
    return Section("The nearest change of a ranking", tuple(said))


def nearest_change(analysis: Analysis, row: int, one: Raise) -> Sentence:
    """Say how far the outcome would have to rise in one party's ranking, and which want stands against it."""
    assert one.level is not None  # noqa: S101
    who, name = phrases.party(analysis, one.party), phrases.state(analysis, row)
    over = phrases.numbered(len(one.passed), "state")
    return phrases.sentence(
        f"{who} would stay if \u201c{name}\u201d rose in its order as high as "
        f"\u201c{phrases.state(analysis, one.level)}\u201d, over {over} that it now likes better. "
        "What stands against it: ",
        phrases.reason(analysis, one.party, row, one.level),
        ".",
    )


def conditions(analysis: Analysis, row: int, found: Sequence[Raise]) -> Section:
    """Lay out what each party's ranking must satisfy, what is not so today first."""
    rows: list[tuple[str, str, str]] = []
    for one in found:
        rows += clause_rows(analysis, row, one)
    name = phrases.state(analysis, row)
    head = ("party", f"must like \u201c{name}\u201d at least as well as", "today?")
    note = "one line for each move that would have to be deterred; with `or`, any one of the states is enough"
    return Section("What each ranking must satisfy", (), Table(head, tuple(rows), note))


def clause_rows(analysis: Analysis, row: int, one: Raise) -> list[tuple[str, str, str]]:
    """Give a party's conditions, those not met first; all the others are counted."""
    rank = analysis.board.ranks[one.party].tolist()
    who = phrases.party(analysis, one.party)

    def met(clause: Clause) -> bool:
        return any(all(rank[other] <= rank[row] for other in below) for below in clause)

    clauses = sorted(one.conditions.clauses, key=met)
    if not clauses:
        return [(who, "anything: it always stays", "yes")]
    unmet = sum(not met(clause) for clause in clauses)
    most = unmet + MOST_MET if unmet <= MOST_UNMET else MOST_UNMET
    shown = clauses[:most]
    rows = [(who, in_words(analysis, clause, rank), "yes" if met(clause) else "no") for clause in shown]
    if rest := clauses[most:]:
        today = f"{unmet - most} not" if unmet > most else "yes"
        rows.append((who, f"and {phrases.numbered(len(rest), 'more such condition')}", today))
    return rows


def in_words(analysis: Analysis, clause: Clause, rank: Sequence[int]) -> str:
    """Name the alternatives of a condition, the ones most easily met first."""
    order = sorted(clause, key=lambda below: max(rank[row] for row in below))
    most = len(order) if len(order) <= MOST_ALTERNATIVES + 1 else MOST_ALTERNATIVES
    said = [all_of(analysis, sorted(below)) for below in order[:most]]
    rest = len(order) - len(said)
    said += [f"one of {phrases.numbered(rest, 'other')}"] if rest else []
    return "; or ".join(said)


def all_of(analysis: Analysis, rows: Sequence[int]) -> str:
    """Name states that must all rank no higher, the first few and a count."""
    named = [phrases.state(analysis, row) for row in rows[:MOST_STATES]]
    rest = len(rows) - len(named)
    named += [phrases.numbered(rest, "other")] if rest else []
    return phrases.listing(named)


def counts(analysis: Analysis, row: int, by: Standard, asked: Sequence[int]) -> Section:
    """In a small conflict, count the strict rankings of each party under which the outcome holds for all."""
    size = analysis.movers.size
    said = []
    for party in asked if size <= COUNTED else ():
        count = inverse_counts(analysis.movers, row, [party], [by])[by]
        who = phrases.party(analysis, party)
        said.append(
            phrases.sentence(
                f"{who}: under {count:,} of {factorial(size):,} orders, the others keeping theirs."
            )
        )
    return Section("Under how many orders it holds for all (a count, and no chance)", tuple(said))
