"""Status-quo analysis in words: how a conflict may unfold from today, and where outcomes first appear."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.families.further import further_answer
from jirga.answer.firmness import LEGEND, SHORT, firmness
from jirga.errors import Located, UnknownName
from jirga.schema.answer import Answer, Section, Sentence, Table
from jirga.schema.words import Steps
from jirga.solve.status_quo import Edge, Evolution, evolution
from jirga.solve.ways.joint import Group

STEPS: dict[str, Steps] = {"moves": "any", "improvements": "alone", "coalitions": "together"}
WORDS = {
    "moves": "any move of one party",
    "improvements": "a move that its mover gains by",
    "coalitions": "a move that all who move, one party or several together, gain by",
}
MOST_ROWS, MOST_EDGES, FIRST_EDGES = 30, 20, 6


class NoStatusQuo(Located):
    """How a conflict unfolds is asked for where the file does not say where it stands."""

    what = "there is no status quo to start from"
    hint = "write status_quo: and the options taken today"


def evolution_answer(analysis: Analysis, by: str = "improvements", steps: int | None = None) -> Answer:
    """Say how a conflict may unfold from its status quo.

    Parameters
    ----------
    by : {"moves", "improvements", "coalitions"}
        What a step is: any move of one party, a move that it gains by, or one that several gain by together.
    steps : int, optional
        Tell of so many steps only.

    Raises
    ------
    NoStatusQuo
        The conflict has no status quo.
    UnknownName
        A step of another kind is asked for.
    TooLarge
        More steps than can be listed.
    """
    if by not in STEPS:
        raise UnknownName("kind of step", by, STEPS)
    start = analysis.status_quo
    if start is None:
        raise NoStatusQuo
    found = evolution(analysis.movers, start, STEPS[by], analysis.largest)
    longest = len(found.layers) if steps is None else min(steps, len(found.layers))
    question = f"From the status quo; each step is {WORDS[by]}, and nobody makes two in a row."
    sections = [overview(analysis, found, longest), table(analysis, found, longest)]
    return further_answer(
        analysis, "How it may unfold:", question, [*sections, tree(analysis, found, longest)]
    )


def overview(analysis: Analysis, found: Evolution, longest: int) -> Section:
    """Say how much can be got to, and where each named outcome first appears."""
    least = found.least
    within = (least > 0) & (least <= longest)
    count, others = int(within.sum()), phrases.numbered(analysis.movers.size - 1, "other state")
    if not found.edges:
        return Section(
            "Where it can go", (phrases.sentence("nobody can take such a step: it stays as today."),)
        )
    most = int(least[within].max(initial=0))
    said = [
        phrases.sentence(
            f"{phrases.counted(count)} of the {others} can be got to, in at most "
            f"{phrases.numbered(most, 'step')}{told_of(found, longest)}."
        )
    ]
    return Section("Where it can go", (*said, *first_appearances(analysis, found, longest)))


def told_of(found: Evolution, longest: int) -> str:
    """Say whether more would follow if more steps were told of."""
    later = int(found.least.max()) > longest
    return f"; more after {phrases.numbered(longest, 'step')}" if later else "; nothing new follows"


def first_appearances(analysis: Analysis, found: Evolution, longest: int) -> list[Sentence]:
    """Say after how many steps each named outcome first appears, those with the same number together."""
    least, by_count = found.least, dict[int, list[str]]()
    for name in analysis.outcomes:
        row = analysis.row(name)
        if row is not None and row != found.start:
            count = int(least[row])
            by_count.setdefault(count if 0 < count <= longest else 0, []).append(name)
    said = []
    for count in sorted(by_count, key=lambda one: one or len(found.layers) + 1):
        names, appear = phrases.quoted(by_count[count]), "appears" if len(by_count[count]) == 1 else "appear"
        never = "does not appear" if appear == "appears" else "do not appear"
        after = f"first {appear} after {phrases.numbered(count, 'step')}" if count else never
        said.append(phrases.sentence(f"{names} {after}."))
    return said


def table(analysis: Analysis, found: Evolution, longest: int) -> Section:
    """Every state that can be got to by the least number of steps, named outcomes first."""
    least, order = found.least, {name: place for place, name in enumerate(analysis.outcomes)}
    rows = np.flatnonzero((least > 0) & (least <= longest)).tolist()
    rows.sort(key=lambda row: (order.get(analysis.name(row) or "", len(order)), least[row], row))
    shown = [table_row(analysis, found, row, int(least[row])) for row in rows[:MOST_ROWS]]
    if not shown:
        return Section("State by state")
    rest = len(rows) - len(shown)
    used = {row[-1] for row in shown}
    notes = [words for level, words in LEGEND.items() if SHORT[level] in used]
    note = "; ".join([*([f"and {phrases.numbered(rest, 'more state')}"] if rest else []), *notes])
    head = ("state", "least steps", "who moves last then", "does it hold?")
    return Section("State by state", (), Table(head, tuple(shown), note))


def table_row(analysis: Analysis, found: Evolution, row: int, count: int) -> tuple[str, ...]:
    """One state's row: the least number of steps, and who may make the last of them."""
    last = movers(analysis, found.last_movers(row)[count])
    return phrases.state(analysis, row), str(count), last, SHORT[firmness(analysis, row)]


def movers(analysis: Analysis, groups: Sequence[Group]) -> str:
    """Name those who may make a step: a party, or several together."""
    return phrases.listing([" + ".join(phrases.party(analysis, who) for who in one) for one in groups], "or")


def tree(analysis: Analysis, found: Evolution, longest: int) -> Section:
    """Write out the steps by which each state is first reached, where they are not too many."""
    edges = [edge for edge in found.tree if edge.count <= longest]
    whole = len(edges) <= MOST_EDGES
    shown = edges if whole else [edge for edge in edges if edge.count == 1][:FIRST_EDGES]
    heading = "Step by step" if whole else "The first step"
    said = [edge_in_words(analysis, edge) for edge in shown]
    if len(said) < len(edges):
        count = phrases.numbered(len(edges) - len(said), "more step")
        said.append(phrases.sentence(f"{count} by which a state is first reached are not written out here."))
    return Section(heading, tuple(said))


def edge_in_words(analysis: Analysis, edge: Edge) -> Sentence:
    """One step: its number, from where, who does what, to where, and who loses by it."""
    step = edge.step
    start, end = (phrases.state(analysis, row) for row in (step.start, step.end))
    to = "" if analysis.conflict.by_states or analysis.name(step.end) is None else f", to \u201c{end}\u201d"
    lost = f" \u2013 {phrases.parties(analysis, step.losers)} would lose by it" if step.losers else ""
    same = (
        f" \u2013 {phrases.parties(analysis, step.indifferent)} would gain nothing"
        if step.indifferent
        else ""
    )
    return phrases.sentence(
        f"{edge.count}. From \u201c{start}\u201d, {phrases.done(analysis, step)}{to}{lost}{same}."
    )
