"""One outcome explained: by each standard, why it holds or breaks, and the way there."""

from __future__ import annotations

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.families.coalitions import broken_together
from jirga.answer.families.impossible import impossible
from jirga.answer.firmness import LONG, Firmness, firmness
from jirga.answer.marks.degrees import degree
from jirga.answer.marks.unknowns import hanging_on_it
from jirga.answer.outcomes import break_in_words, breaks, what_deters
from jirga.answer.sources import source_words
from jirga.answer.stress.spoilers import in_hand
from jirga.schema.answer import Answer, Section, Sentence, Table
from jirga.schema.words import STANDARDS
from jirga.solve.ways.attainment import Step


def explanation(analysis: Analysis, outcome: str) -> Answer:
    """Explain one named outcome.

    Raises
    ------
    UnknownName
        The conflict has no such outcome.
    """
    row = analysis.row(outcome)
    title = f"\u201c{outcome}\u201d in {analysis.conflict.title}" + (
        f" ({analysis.variant})" if analysis.variant else ""
    )
    described = analysis.outcomes[outcome].says if outcome in analysis.outcomes else ""
    if row is None:
        sections: tuple[Section, ...] = (impossible(analysis, outcome),)
    else:
        found = [
            holding(analysis, row),
            reasons(analysis, outcome, row),
            degree(analysis, outcome, row),
            *hanging_on_it(analysis, [outcome]),
            road(analysis, row),
            gains(analysis, row),
            Section("What those worse off than with no deal could do", tuple(in_hand(analysis, outcome))),
        ]
        sections = tuple(
            one for one in [*found, source_words(analysis.conflict, found)] if one.sentences or one.table
        )
    return Answer(title, described, analysis.conflict.as_of, sections)


def holding(analysis: Analysis, row: int) -> Section:
    """Each standard by its question, with its verdict."""
    rows = []
    for standard in STANDARDS:
        leavers = analysis.leaves(row, standard)
        verdict = f"{phrases.parties(analysis, leavers)} would leave" if leavers else "it holds"
        rows.append((phrases.QUESTIONS[standard], verdict, standard))
    level = firmness(analysis, row)
    table = Table(("If everybody thinks like this ...", "then", "in print"), tuple(rows))
    together = broken_together(analysis, row) if analysis.holding["seq"][row] else ()
    return Section("Does it hold?", (phrases.sentence(f"it {LONG[level]}."), *together), table)


def reasons(analysis: Analysis, outcome: str, row: int) -> Section:
    """Who would leave and why, or what deters those who would."""
    level = firmness(analysis, row)
    if level == Firmness.NO:
        said = [break_in_words(analysis, one) for one in breaks(analysis, [outcome])]
        return Section("Who would break it, by which move, and why", tuple(said))
    tempted = [] if level == Firmness.YES else analysis.leaves(row, "nash")
    said = [what_deters(analysis, row, number, level) for number in tempted]
    return Section("What keeps it together", tuple(one for one in said if one.parts))


def road(analysis: Analysis, row: int) -> Section:
    """Whether the state can be got to, by which steps, and where somebody loses on the way."""
    heading = "Can it be got to from the status quo?"
    if analysis.status_quo is None:
        return Section(heading, (phrases.sentence("The file has no status quo, so this is not known."),))
    if row == analysis.status_quo:
        return Section(heading, (phrases.sentence("It is the status quo."),))
    if analysis.got_to(row, "together"):
        steps = analysis.way(row)
        said = [
            phrases.sentence(f"Yes, in {phrases.numbered(len(steps), 'step')} by which all who move gain.")
        ]
        return Section(
            heading, (*said, *(step_in_words(analysis, *one) for one in enumerate(steps, start=1)))
        )
    steps = analysis.forced_way(row)
    if not steps:
        return Section(heading, (phrases.sentence("No: no moves at all lead there."),))
    losing = sum(bool(step.losers) for step in steps)
    head = phrases.sentence(
        "No: no steps that their movers gain by lead there, ",
        f"not even with {phrases.counted(analysis.largest)} parties moving together. "
        if analysis.largest > 1
        else "each moving alone. ",
        f"The shortest way has {phrases.numbered(len(steps), 'step')}; {of_which(losing)}:",
    )
    return Section(heading, (head, *(step_in_words(analysis, *one) for one in enumerate(steps, start=1))))


def of_which(losing: int) -> str:
    """Say at how many steps of a way somebody loses."""
    if not losing:
        return "at one of them its mover gains nothing"
    return "one leaves its mover worse off" if losing == 1 else f"{losing} leave their movers worse off"


def step_in_words(analysis: Analysis, number: int, step: Step) -> Sentence:
    """One step of a way: who, what, and who is worse off by it."""
    parts: list[str | Sentence] = [f"{number}. {phrases.done(analysis, step)}"]
    for loser in step.losers:
        parts += [
            f" \u2013 and {phrases.party(analysis, loser)} is worse off (",
            phrases.reason(analysis, loser, step.end, step.start),
            "), so it needs a guarantee or somebody else's step at the same time",
        ]
    if step.indifferent:
        parts.append(" \u2013 which gains it nothing")
    return phrases.sentence(*parts, ".")


def gains(analysis: Analysis, row: int) -> Section:
    """Who is better or worse off than today, by which want."""
    start = analysis.status_quo
    if start is None or start == row:
        return Section("For whom is it better?")
    said = []
    for number in range(len(analysis.parties)):
        rank = analysis.board.ranks[number]
        who = phrases.party(analysis, number)
        if rank[row] == rank[start]:
            said.append(phrases.sentence(f"{who}: the same as the status quo."))
            continue
        better = rank[row] > rank[start]
        low, high = (start, row) if better else (row, start)
        word = "better" if better else "worse"
        said.append(
            phrases.sentence(
                f"{who}: {word} than the status quo (", phrases.reason(analysis, number, low, high), ")."
            )
        )
    return Section("For whom is it better than today?", tuple(said))
