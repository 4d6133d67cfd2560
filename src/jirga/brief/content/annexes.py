"""The annexes: outcomes by standards, the way, positions, what it hangs on, and what variants change."""

from __future__ import annotations

from collections.abc import Iterator

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.bargaining.bargain import Bargain
from jirga.answer.bargaining.room import gaps, issue_table, verdict
from jirga.answer.comparison import what_variants_change
from jirga.answer.consent.rule_words import issue_name
from jirga.answer.explanation import step_in_words
from jirga.answer.stress.guarantee_words import Way, deposit, following, in_the_end
from jirga.answer.stress.tried_edits import Hanging
from jirga.brief.content.drafts import Draft, Said, keyed
from jirga.brief.content.holding import grid_of
from jirga.brief.drawings.hangs_bars import bars, hangs_bars
from jirga.brief.drawings.mandate_chain import mandate_chain
from jirga.brief.drawings.positions_chart import positions_chart
from jirga.brief.drawings.standards import outcomes_by_standards
from jirga.brief.drawings.ways import ways
from jirga.errors import TooLarge
from jirga.schema.answer import Sentence
from jirga.schema.conflict import Conflict
from jirga.schema.words import STANDARDS


def by_standards(analysis: Analysis) -> Draft:
    """Draw every named outcome under every standard, and say the question that each standard asks."""
    if not analysis.outcomes:
        return Draft("standards", "Outcomes by standards")
    asked = (f"{phrases.HEADINGS[one].strip('*')}: {phrases.QUESTIONS[one]}" for one in STANDARDS)
    told = phrases.sentence("an outcome is asked six questions, whether it holds: ", "; ".join(asked), ".")
    drawing = outcomes_by_standards(analysis)
    return Draft("standards", "Outcomes by standards", (Said("standards.asked", told),), None, drawing)


def the_way(analysis: Analysis, way: Way | None) -> Draft:
    """Draw the ways that everybody gains by, and tell the one on which somebody has to go first."""
    told = list(steps(way)) if way is not None and way.first is not None else []
    return Draft("way", "The way from the status quo", tuple(keyed("way", told)), None, ways(analysis))


def steps(way: Way) -> Iterator[Sentence]:
    """Tell a way step by step, then whether it pays for whoever goes first, and what guarantee would do."""
    assert way.first is not None  # noqa: S101
    yield phrases.sentence(f"the shortest way to \u201c{phrases.state(way.analysis, way.row)}\u201d:")
    yield from (step_in_words(way.analysis, *one) for one in enumerate(way.first.steps, start=1))
    yield in_the_end(way, way.first)
    yield following(way, way.first)
    yield from (deposit(way, one) for one in way.escrows)


def positions(conflict: Conflict) -> Iterator[Draft]:
    """Lay out the room on every issue, then draw each."""
    if not (conflict.issues and conflict.positions):
        return
    try:
        bargain = Bargain(conflict)
        told = [
            *(verdict(bargain, name) for name in conflict.packages),
            *gaps(bargain, bargain.issues),
        ]
        table = grid_of(issue_table(bargain, bargain.issues))
        charts = [(issue, positions_chart(bargain, issue)) for issue in bargain.issues]
    except TooLarge:
        return
    yield Draft("positions", "Positions and red lines", tuple(keyed("positions", told)), table)
    for issue, drawing in charts:
        yield Draft(f"positions.{issue}", f"On {issue_name(issue)}", drawing=drawing)


def what_it_hangs_on(found: Hanging | None) -> Draft:
    """Draw the wants by how many of their edits turn a verdict."""
    drawing = hangs_bars(bars(found)) if found is not None else None
    return Draft("hangs", "What the answer hangs on", drawing=drawing)


def variants(analysis: Analysis) -> Draft:
    """Say what each variant of the file changes."""
    some = analysis.conflict.variants and analysis.variant is None
    told = what_variants_change(analysis).sentences if some else ()
    return Draft("variants", "What other readings of the file would change", tuple(keyed("variants", told)))


def mandates(conflict: Conflict) -> Draft:
    """Draw the chain behind each speaker."""
    return Draft("mandates", "Who stands behind each speaker", drawing=mandate_chain(conflict))
