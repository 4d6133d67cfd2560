"""What would change the answer, and what would unlock it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING

from jirga.answer.analysis import Analysis
from jirga.answer.families.inverse import inverse_answer
from jirga.api.asked import Asked
from jirga.errors import about
from jirga.schema.answer import Answer, Section
from jirga.schema.words import STANDARDS, Standard

if TYPE_CHECKING:
    from jirga.answer.stress.hangs import HangsAnswer
    from jirga.answer.stress.unlock import UnlockAnswer
    from jirga.answer.stress.words import StressAnswer
    from jirga.stress.ensemble import Tell

WORTH_SPREADING = 500_000


class Changing(Asked):
    """Questions about edits, sources, readings and signs."""

    def inverse(self, outcome: str, *, by: Standard = "seq", party: str | None = None) -> Answer:
        """Say how each party would have to see things for an outcome to hold."""
        with about(self.file.name):
            return inverse_answer(self.analysis, outcome, by, party)

    def hangs(
        self,
        *,
        by: Standard = "seq",
        standards: Sequence[Standard] = STANDARDS,
        tell: Tell | None = None,
    ) -> HangsAnswer:
        """Say what the answer hangs on: every single edit of the file, made and solved again.

        Parameters
        ----------
        by : str
            The standard that the sentences go by.
        standards : sequence of str
            Those that the figures are of; `by` among them.
        tell : callable, optional
            Told now and then how many of how many edits are solved.

        Examples
        --------
        >>> from jirga.api import example
        >>> found = example("khyber_kabul_2025").hangs(by="nash").figures["outcomes"]["status quo"]["nash"]
        >>> found["holds"], found["flips_by_drops_and_moves"]
        (True, 11)
        """
        from jirga.answer.stress.hangs import hangs_answer

        with about(self.file.name):
            return hangs_answer(self.analysis, by, tell, standards)

    def unlock(self, outcome: str, *, by: Standard = "seq", changes: int = 3) -> UnlockAnswer:
        """Say which smallest sets of changes would make an outcome hold, and the way there.

        Examples
        --------
        >>> from jirga.api import example
        >>> found = example("khyber_kabul_2025").unlock("partial deal", by="seq_best", changes=1)
        >>> [one["edits"] for one in found.figures["recipes"]]
        [[{'one_way': 'curb'}], [{'move': 'A7', 'before': 'A1'}]]
        """
        from jirga.answer.stress.unlock import unlock_answer

        with about(self.file.name):
            return unlock_answer(self.analysis, outcome, by, changes)

    def readings(self, draws: int) -> bool:
        """Whether so many readings of the file are worth more than one process."""
        from jirga.stress.readings import count, items

        some = items(self.model)
        return bool(some) and min(count(some), draws) * len(self.analysis.board.states) >= WORTH_SPREADING

    def ranges(
        self, *, draws: int = 400, seed: int = 1, executor: Executor | None = None, tell: Tell | None = None
    ) -> StressAnswer:
        """Say in how many readings of the file each verdict stands, and what decides it.

        Parameters
        ----------
        draws : int
            How many readings to solve at most; no more than there are.
        seed : int
            The same seed gives the same readings, and the same points within ranges.
        executor : concurrent.futures.Executor, optional
            Where to solve, some readings at a time; the numbers are the same anywhere.
        tell : callable, optional
            Told now and then how many of how many are solved.

        Examples
        --------
        >>> from jirga.api import example
        >>> found = example("khyber_kabul_2025").ranges().figures
        >>> found["readings"]["solved"], found["asks"]["an open border crossing"]["as_written_in"]
        (16, 16)
        """
        from jirga.answer.stress.ranges_words import asked_ranges

        with about(self.file.name):
            analysis = self.analysis if self.model.atoms else Analysis(self.file.conflict, self.named)
            return asked_ranges(analysis, draws=draws, seed=seed, executor=executor, tell=tell)

    def without(self, *, executor: Executor | None = None, tell: Tell | None = None) -> StressAnswer:
        """Say on whose word the answer rests: each source, speaker and passage left out in turn."""
        from jirga.answer.stress.without import trials, without_answer

        with about(self.file.name):
            return without_answer(trials(self.analysis, executor, tell))

    def spoilers(self, outcome: str | None = None) -> StressAnswer:
        """Say who could break which outcome by what it has in hand, and who is worse off in it."""
        from jirga.answer.stress.spoilers import spoilers_answer

        with about(self.file.name):
            return spoilers_answer(self.analysis, outcome)

    def compare_parties(self) -> StressAnswer:
        """Compare every outcome with today and with no deal, party by party."""
        from jirga.answer.stress.parties import parties_answer

        with about(self.file.name):
            return parties_answer(self.analysis)

    def watch(self, *ticks: str) -> StressAnswer:
        """Say what to watch and what each sign would move; `ticks` are taken to be seen."""
        from jirga.answer.stress.watch import watch_answer, watched

        with about(self.file.name):
            return watch_answer(self.analysis, watched(self.analysis, ticks))

    def diff(
        self,
        later: Changing,
        *,
        more: Sequence[Section] = (),
        executor: Executor | None = None,
        tell: Tell | None = None,
    ) -> StressAnswer:
        """Say what changed from this version to a later one, which results, and because of what.

        Examples
        --------
        >>> from jirga.api import example
        >>> talks = example("khyber_kabul_2025")
        >>> found = talks.diff(talks.variant("price lower and linkage")).figures
        >>> next(one for one in found["results"] if one["about"] == "partial deal")["needed"]
        [0, 1]
        """
        from jirga.answer.stress.diff import diff_answer, differing

        names = [one.named or Path(one.file.name).name for one in (self, later)]
        with about(later.file.name):
            found = differing(self.analysis, later.analysis, executor=executor, tell=tell)
            return diff_answer(found, (names[0], names[1]), more)
