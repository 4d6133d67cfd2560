"""What holds as each party sees the conflict and for the whole, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.comparison import cells
from jirga.answer.firmness import LEGEND, SHORT, Firmness
from jirga.answer.sources import source_words
from jirga.answer.views.awaited import awaited
from jirga.answer.views.beliefs import belief
from jirga.answer.views.mistakes import what_misreading_changes
from jirga.answer.views.unforeseen import unforeseen
from jirga.answer.views.viewed import Viewed, viewed
from jirga.schema.answer import Answer, Section, Sentence, Table
from jirga.solve.views import Standing

WORDS = {
    Standing.NO: "-",
    Standing.STEALTHY: "stealthy",
    Standing.UNSTEADY: "unsteady",
    Standing.STEADY: "steady",
}
READ = {
    Standing.STEADY: "steady: everybody expects it to last",
    Standing.UNSTEADY: "unsteady: all stay, though somebody expects somebody to leave",
    Standing.STEALTHY: "stealthy: somebody does not see it, all who do would stay",
}
THREE_WORDS = "these words follow our reading of a paper's abstract"
NO_VIEWS = (
    "The file has no views: every party is taken to see the conflict as the file has it. To say that one "
    "sees it otherwise, add `views:` with the party, and under it `edits` or `unseen`."
)


def views_answer(analysis: Analysis) -> Answer:
    """Say what holds where each goes by its own view, and what follows from the misreadings."""
    conflict = analysis.conflict
    title = conflict.title + (f" ({analysis.variant})" if analysis.variant else "")
    if not conflict.views:
        sections = [Section("What each party believes", (phrases.sentence(NO_VIEWS),))]
        return Answer(title, conflict.question, conflict.as_of, tuple(sections))
    found = viewed(analysis)
    sections = [
        what_misreading_changes(found),
        outcomes_for_the_whole(found),
        what_each_believes(found),
        outcomes_by_views(found),
        awaited(found),
        unforeseen(found),
    ]
    sections = [one for one in [*sections, source_words(conflict, sections)] if one.sentences or one.table]
    return Answer(title, conflict.question, conflict.as_of, tuple(sections))


def seen_otherwise(analysis: Analysis) -> Section:
    """Say who sees the conflict otherwise, beside an answer that takes it as the file has it."""
    have = [number for number, name in enumerate(analysis.parties) if name in analysis.conflict.views]
    if not have:
        return Section("Not all see it so")
    see = "see" if len(have) > 1 else "sees"
    said = (
        f"{phrases.parties(analysis, have)} {see} the conflict otherwise. The answer here takes it as the "
        "file has it; jirga views FILE says what holds where each goes by its own view."
    )
    return Section("Not all see it so", (phrases.sentence(said),))


def outcomes_for_the_whole(found: Viewed) -> Section:
    """Every named outcome: as it is, for the whole, whether it is expected to last, and the way to it."""
    rows = tuple(outcome_row(found, name) for name in found.truth.outcomes)
    shown = {cell for row in rows for cell in row}
    legend: list[Iterable[str]] = [
        ("for the whole: each stays, as it sees the conflict itself",),
        (words for level, words in LEGEND.items() if SHORT[level] in shown),
        (words for kind, words in READ.items() if WORDS[kind] in shown),
        (THREE_WORDS,) if shown & set(list(WORDS.values())[1:]) else (),
        ("moving together is judged as the file has it",) if "moving together" in shown else (),
    ]
    head = ("outcome", "as it is", "for the whole", "to last?", "can be got to?")
    note = "; ".join(words for part in legend for words in part)
    return Section("What holds where each goes by its own view", (), Table(head, rows, note))


def outcome_row(found: Viewed, name: str) -> tuple[str, ...]:
    """One outcome's row of the table."""
    row = found.truth.row(name)
    if row is None:
        return (name, "impossible", "-", "-", "-")
    true, whole = (SHORT[Firmness(int(levels[row]))] for levels in (found.true_levels, found.levels))
    return (name, true, whole, WORDS[found.standing(row)], how_got_to(found, row))


def how_got_to(found: Viewed, row: int) -> str:
    """Whether a state can be got to by those who see how, in a word or two."""
    truth = found.truth
    if truth.status_quo is None:
        return "not known"
    if row == truth.status_quo:
        return "as today"
    if found.walked[row]:
        return "step by step"
    if truth.attained("alone")[row]:
        return "not as they see it"
    seen = not found.unseen_by(row)
    return "moving together" if seen and truth.attained("together")[row] else "no"


def what_each_believes(found: Viewed) -> Section:
    """Each view in words, and line by line with what it rests on."""
    said: list[Sentence] = []
    for number in found.with_views:
        view = found.truth.conflict.views[found.truth.parties[number]]
        who = phrases.party(found.truth, number)
        lines = range(len(view.edits) + len(view.unseen))
        if view.says or not lines:
            in_short = f"believes that {view.says}" if view.says else "sees the conflict as the file has it"
            said.append(phrases.sentence(f"{who} {in_short.rstrip('.')}."))
        said += [phrases.sentence(f"{who} ", belief(found.truth, number, line), ".") for line in lines]
    return Section("What each party believes", tuple(said))


def outcomes_by_views(found: Viewed) -> Section:
    """Lay out every outcome as it is and as each party with a view sees it."""
    seen = [found.truth, *(found.as_seen[number] for number in found.with_views)]
    columns = [{name: cell.removesuffix("+") for name, cell in cells(one).items()} for one in seen]
    rows = tuple((name, *(column[name] for column in columns)) for name in found.truth.outcomes)
    head = ("outcome", *(str(number) for number in range(len(seen))))
    note = (
        "Y would hold; t, d, e by threat, doubtful threat, empty threat; - would not; "
        "x not seen, or impossible."
    )
    said = [Sentence(("0: as the file has it",))]
    said += [
        Sentence((f"{number}: as {phrases.party(found.truth, party)} sees it",))
        for number, party in enumerate(found.with_views, start=1)
    ]
    return Section("What each would expect to hold", tuple(said), Table(head, rows, note))
