"""What holds and why: every named outcome in a row, and the reasons not given yet."""

from __future__ import annotations

from jirga.answer.analysis import Analysis
from jirga.answer.outcomes import outcomes_table, reasons
from jirga.brief.content.drafts import Draft, DraftGrid, Said, keyed, plain
from jirga.schema.answer import Table

MOST = 3


def holding(analysis: Analysis, before: tuple[Said, ...]) -> Draft:
    """Lay out the named outcomes, and say who would break which for a reason not given in `before`."""
    if not analysis.outcomes:
        return Draft("holds", "What holds, and why")
    found = outcomes_table(analysis)
    given = tuple(one.sentence for one in before)
    told = reasons(analysis, given).sentences[:MOST]
    grid = grid_of(found.table) if found.table else None
    return Draft("holds", "What holds, and why", tuple(keyed("holds", told)), grid)


def grid_of(table: Table) -> DraftGrid:
    """Take over a table of words."""
    return DraftGrid(table.head, tuple(plain(*row) for row in table.rows), table.note)
