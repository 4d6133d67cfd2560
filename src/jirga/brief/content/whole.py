"""The whole brief: its parts in the order a desk officer reads them, then what stands behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from jirga.about import VERSION
from jirga.answer.analysis import Analysis
from jirga.answer.solution import digest
from jirga.answer.stress.guarantee_words import Way
from jirga.answer.stress.tried_edits import Hanging, refuse_if_too_many
from jirga.answer.stress.without import trials
from jirga.answer.whole import titled
from jirga.brief.content import annexes
from jirga.brief.content.aim import aim
from jirga.brief.content.bottom import bottom, judgements
from jirga.brief.content.changing import BY, changing
from jirga.brief.content.closing import method, retracted, sources
from jirga.brief.content.drafts import Draft, keyed
from jirga.brief.content.fitting import fitting
from jirga.brief.content.holding import holding
from jirga.brief.content.lines import Brief
from jirga.brief.content.notes import Notes
from jirga.brief.content.stakeholders import stakeholders
from jirga.brief.content.unlocking import unlocking
from jirga.brief.content.watching import assumptions, watching
from jirga.brief.content.whose_yes import whose_yes
from jirga.brief.drawings.relations import Relation
from jirga.errors import TooLarge
from jirga.schema.answer import Section


class Worked:
    """What a brief is made from, each part worked out once.

    Attributes
    ----------
    analysis : Analysis
        The conflict, solved.
    ties : sequence of Relation
        What else is known between parties.
    """

    def __init__(self, analysis: Analysis, ties: Sequence[Relation] = ()) -> None:
        self.analysis, self.ties = analysis, ties

    @property
    def solvable(self) -> bool:
        """Whether there is anything that parties can choose."""
        return bool(self.analysis.conflict.atoms)

    @cached_property
    def hanging(self) -> Hanging | None:
        """Every single edit, tried; None where there are too many states for that."""
        try:
            refuse_if_too_many(self.analysis)
        except TooLarge:
            return None
        return Hanging(self.analysis, standards=(BY,))

    @cached_property
    def unlocked(self) -> tuple[Draft, Way | None]:
        """What would unlock the outcome that is looked for, and the way there."""
        return unlocking(self.analysis, aim(self.analysis))

    def main(self) -> Iterator[Draft]:
        """Write what stands on the two pages, in the order it is read."""
        analysis = self.analysis
        if not self.solvable:
            yield whose_yes(analysis.conflict, None, None)
            return
        looked_for, left_out = aim(analysis), trials(analysis, only="source")
        first = bottom(analysis)
        judged = judgements(analysis, looked_for, left_out)
        yield first
        yield judged
        yield whose_yes(analysis.conflict, analysis, looked_for)
        yield holding(analysis, (*first.said, *judged.said))
        yield self.unlocked[0]
        yield changing(self.hanging)
        yield watching(analysis, self.hanging)
        yield assumptions(analysis)

    def annexes(self) -> Iterator[Draft]:
        """Write what stands behind the two pages."""
        conflict = self.analysis.conflict
        if self.solvable:
            yield annexes.by_standards(self.analysis)
        yield stakeholders(conflict, self.ties)
        yield annexes.mandates(conflict)
        yield from annexes.positions(conflict)
        if self.solvable:
            yield annexes.the_way(self.analysis, self.unlocked[1])
            yield annexes.what_it_hangs_on(self.hanging)
            yield annexes.variants(self.analysis)


def brief(
    analysis: Analysis,
    *,
    more: Sequence[Section] = (),
    ties: Sequence[Relation] = (),
    level: str = "",
    footer: Sequence[str] = (),
) -> Brief:
    """Write the brief of a conflict.

    Parameters
    ----------
    more : sequence of Section
        Further annexes, as the judged claims of a case.
    ties : sequence of Relation
        What is known between parties besides what the conflict says, for the stakeholder map.
    level : str
        The handling level that every page shows.
    footer : sequence of str
        What else a reader should know of this copy: what was left out, by which names parties are called.

    Returns
    -------
    Brief
        The same for the same conflict; no clock and no chance comes into it.
    """
    conflict, notes, worked = analysis.conflict, Notes(analysis.conflict), Worked(analysis, ties)
    main = notes.parts(fitting(worked.main()))
    further = (
        Draft(f"more.{place}", one.heading, tuple(keyed(f"more.{place}", one.sentences)))
        for place, one in enumerate(more, start=1)
    )
    annexed = notes.parts((*worked.annexes(), *further))
    ends = notes.parts([sources(conflict, notes), retracted((*main, *annexed))])
    made = f"Made by Jirga {VERSION} from the conflict file {digest(conflict)[:12]}."
    return Brief(
        titled(analysis),
        conflict.question,
        conflict.as_of,
        (*main, *ends),
        annexed,
        (*notes.notes(), method(analysis)),
        level,
        (*footer, made),
        tuple((one.name, one.short) if one.short else (one.name,) for one in conflict.parties.values()),
    )
