"""What would unlock an outcome: the smallest sets of changes, and who would have to go first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.families.further import further_answer
from jirga.answer.families.impossible import impossible
from jirga.answer.stress.guarantee_words import Way, way_section
from jirga.answer.stress.recipe_ways import figures, ways_there
from jirga.answer.stress.recipe_words import opening_lines, recipe_lines
from jirga.answer.stress.recipes import Unlocking
from jirga.answer.stress.tried_edits import refuse_if_too_many
from jirga.errors import TooLarge
from jirga.schema.answer import Answer, Section, Sentence
from jirga.schema.words import Standard

MOST_CHANGES = 4


@dataclass(frozen=True)
class UnlockAnswer(Answer):
    """The answer in sentences, and the recipes as values."""

    figures: dict[str, Any] = field(default_factory=dict)


def unlock_answer(analysis: Analysis, outcome: str, by: Standard = "seq", changes: int = 3) -> UnlockAnswer:
    """Say which smallest sets of changes would make an outcome hold, and whether it could then be got to.

    Parameters
    ----------
    outcome : str
        A named outcome.
    by : str
        The standard it is to hold by.
    changes : int
        The most changes in a set.

    Raises
    ------
    UnknownName
        The conflict has no such outcome.
    TooLarge
        More states, or more changes, than are searched.
    """
    found = Unlocking(analysis, outcome, by, changes)
    refuse_if_too_much(analysis, changes)
    if found.row is None:
        sections, figures_ = (
            [impossible(analysis, outcome)],
            {"outcome": outcome, "by": by, "possible": False},
        )
    elif analysis.holding[by][found.row]:
        sections, figures_ = holds_already(found), figures(found, already=True)
    else:
        sections, figures_ = recipe_sections(found), figures(found, already=False)
    question = f"By {by}: {phrases.QUESTIONS[by]}. Up to {phrases.numbered(changes, 'change')} at a time."
    answer = further_answer(analysis, f"What would unlock \u201c{outcome}\u201d in", question, sections)
    return UnlockAnswer(answer.title, answer.question, answer.as_of, answer.sections, figures_)


def refuse_if_too_much(analysis: Analysis, changes: int) -> None:
    """Stop before a search that would not end."""
    if changes > MOST_CHANGES:
        raise TooLarge(
            f"{changes} changes at a time are more than {MOST_CHANGES}", "ask for fewer: --changes 3"
        )
    refuse_if_too_many(analysis)


def holds_already(found: Unlocking) -> list[Section]:
    """Say that nothing has to change for the outcome to hold, and whether it can be got to."""
    analysis, row = found.analysis, found.row
    assert row is not None  # noqa: S101
    said = phrases.sentence(
        f"\u201c{found.outcome}\u201d holds as things are; nothing has to change for that."
    )
    if analysis.status_quo is None or analysis.got_to(row, "together"):
        return [Section("It holds already", (said, got_to_already(analysis, row)))]
    way = Way(analysis, row, found.by)
    return [
        Section("It holds already", (said,)),
        way_section(way, "But it cannot be got to: who would have to go first"),
    ]


def got_to_already(analysis: Analysis, row: int) -> Sentence:
    """Say that the outcome can be got to, or that this is not known."""
    if analysis.status_quo is None:
        return phrases.sentence("The file has no status quo, so whether it can be got to is not known.")
    today = row == analysis.status_quo
    return phrases.sentence("It is the status quo." if today else "It can be got to, too.")


def recipe_sections(found: Unlocking) -> list[Section]:
    """Say the recipes: first those that move no red line, then the others; then the way there."""
    told = tuple(recipe_lines(found, found.soft))
    own = [one for one in found.of_the_file() if len(one.changes) > 1]
    return [
        Section(f"What would make \u201c{found.outcome}\u201d hold", tuple(opening_lines(found))),
        Section("The smallest changes, the easiest first", told),
        Section("Only by asking a red line to give way", tuple(recipe_lines(found, found.hard))),
        Section("By what the file's own variants change", tuple(recipe_lines(found, own))),
        Section("With one change more it could be got to, too", tuple(recipe_lines(found, found.further))),
        *ways_there(found),
    ]
