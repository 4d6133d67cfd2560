"""The Python face: load a conflict, solve it, explain an outcome, look at a variant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from jirga import examples
from jirga.answer import whole
from jirga.answer.analysis import Analysis
from jirga.answer.bargaining.bargain import Bargain
from jirga.answer.bargaining.packages import PackagesAnswer, packages_answer
from jirga.answer.bargaining.positions import PositionsAnswer, positions_answer
from jirga.answer.bargaining.room import RoomAnswer, room_answer
from jirga.answer.checking import Check, check_text, refuse_errors, refuse_views
from jirga.answer.comparison import comparison
from jirga.answer.consent.answers import ConsentAnswer, consent_answer
from jirga.answer.consent.votes import Cast
from jirga.answer.ensemble import Order, Verdicts, under_orders
from jirga.answer.equilibria import states_that_hold
from jirga.answer.explanation import explanation
from jirga.answer.families.coalitions import coalition_answer
from jirga.answer.families.evolution import evolution_answer
from jirga.answer.families.horizon import horizon_answer
from jirga.answer.families.inverse import inverse_answer
from jirga.answer.linked.analysis import LinkedAnalysis, check_linked, linked_analysis, linked_solution
from jirga.answer.linked.words import linked_answer
from jirga.answer.solution import solution
from jirga.answer.views.answers import views_answer
from jirga.conflict.bargaining.sheets.grids import write_grid
from jirga.conflict.bargaining.sheets.long import long_rows
from jirga.conflict.bargaining.sheets.merged import Merged, merged, new_file, read_sheet
from jirga.conflict.file import ConflictFile, read_file, read_text
from jirga.conflict.linked.file import LinkedFile, looks_linked, read_either, read_linked
from jirga.conflict.text import file_text
from jirga.conflict.variants import edited
from jirga.errors import UnknownName, about
from jirga.schema import conflict as schema
from jirga.schema.answer import Answer, Section
from jirga.schema.linked_solution import LinkedSolution
from jirga.schema.solution import Solution
from jirga.schema.words import STANDARDS, CoalitionStandard, Standard
from jirga.solve.room.draws import DRAWS, SEED
from jirga.solve.ways.joint import MAX_TOGETHER

if TYPE_CHECKING:
    from jirga.answer.bargaining.opening import OpeningAnswer
    from jirga.answer.stress.hangs import HangsAnswer
    from jirga.answer.stress.unlock import UnlockAnswer
    from jirga.answer.stress.words import StressAnswer
    from jirga.stress.ensemble import Tell

WORTH_SPREADING = 500_000


@dataclass(frozen=True, eq=False, repr=False)
class Conflict:
    """A conflict, frozen: what its file says, and the questions it can be asked.

    Parameters
    ----------
    file : ConflictFile
        The file it was read from.
    named : str, optional
        The variant of it that is meant.
    largest : int
        The largest number of parties that move together.

    Examples
    --------
    >>> import jirga
    >>> truce = jirga.example("ttp_pakistan_2021").solve().outcomes["truce"]
    >>> truce.holds["nash"], truce.holds["seq"], truce.leaves["nash"]
    (False, True, ('pakistan',))
    """

    file: ConflictFile
    named: str | None = None
    largest: int = MAX_TOGETHER

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Conflict) and self.model == other.model

    def __hash__(self) -> int:
        return hash(self.model.title)

    def __repr__(self) -> str:
        named = f", variant {self.named!r}" if self.named else ""
        return f"<Conflict {self.model.title!r}{named}>"

    def _repr_html_(self) -> str:
        return self.solve()._repr_html_()

    @cached_property
    def analysis(self) -> Analysis:
        """The solved conflict that every answer is made from."""
        analysis = Analysis(self.file.conflict, self.named, largest=self.largest)
        refuse_errors(self.file, analysis)
        return analysis

    @property
    def model(self) -> schema.Conflict:
        """What the file says, with the variant's edits made."""
        conflict = self.file.conflict
        return edited(conflict, self.named) if self.named is not None else conflict

    def solve(self, *, all_states: bool = False, where: str | None = None) -> Solution:
        """Solve every standard and say what holds, who leaves, and what can be got to.

        Parameters
        ----------
        all_states : bool
            Whether to list every state and every party's verdict on it.
        where : str, optional
            A formula over the options: only equilibria that meet it are listed.

        Examples
        --------
        >>> example("ttp_pakistan_2021").solve(where="disarm and not fata").equilibria["nash"]
        (('cease', 'disarm', 'host'),)
        """
        with about(self.file.name):
            return solution(self.analysis, all_states=all_states, where=where)

    def answer(self, *, short: bool = False, where: str | None = None) -> Answer:
        """Answer the conflict's question in sentences; say, too, which states that meet a formula hold."""
        with about(self.file.name):
            more = (states_that_hold(self.analysis, where),) if where is not None else ()
            answered = whole.answer(self.analysis, short=short)
            return replace(answered, sections=(*answered.sections, *more))

    def explain(self, outcome: str) -> Answer:
        """Explain one named outcome."""
        with about(self.file.name):
            return explanation(self.analysis, outcome)

    def compare(self) -> Section:
        """Lay out every outcome under every variant."""
        with about(self.file.name):
            for one in self.analysis.variants:
                refuse_errors(self.file, one)
            return comparison(self.analysis)

    def views(self) -> Answer:
        """Say what holds where each party goes by its own view, and whom that surprises."""
        with about(self.file.name):
            refuse_views(self.file, self.analysis)
            return views_answer(self.analysis)

    def coalitions(
        self, outcome: str | None = None, *, by: CoalitionStandard = "cseq", largest: int | None = None
    ) -> Answer:
        """Say who would break an outcome together; without one, what holds against every coalition."""
        with about(self.file.name):
            return coalition_answer(self.analysis, outcome, by, largest)

    def evolve(self, *, by: str = "improvements", steps: int | None = None) -> Answer:
        """Follow the conflict from its status quo, by `moves`, `improvements` or `coalitions`."""
        with about(self.file.name):
            return evolution_answer(self.analysis, by, steps)

    def horizon(self, outcome: str | None = None, *, look: Mapping[str, int] | None = None) -> Answer:
        """Say what holds between two parties that each look some moves ahead."""
        with about(self.file.name):
            return horizon_answer(self.analysis, outcome, look)

    def inverse(self, outcome: str, *, by: Standard = "seq", party: str | None = None) -> Answer:
        """Say how each party would have to see things for an outcome to hold."""
        with about(self.file.name):
            return inverse_answer(self.analysis, outcome, by, party)

    def consent(
        self,
        issue: str | None = None,
        *,
        yes: Sequence[str] = (),
        no: Sequence[str] = (),
        absent: Sequence[str] = (),
        abstaining: Sequence[str] = (),
    ) -> ConsentAnswer:
        """Say whose yes each issue needs; with votes, whether it passes and whose vote would change that."""
        with about(self.file.name):
            cast = Cast(tuple(yes), tuple(no), tuple(absent), tuple(abstaining))
            return consent_answer(self.model, issue, cast, self.named)

    def positions(self, issue: str | None = None) -> PositionsAnswer:
        """Say where the positions on each issue point, by several rules, and whose red line is in the way."""
        with about(self.file.name):
            return positions_answer(self.model, issue)

    def room(self, package: str | None = None, *, draws: int = DRAWS, seed: int = SEED) -> RoomAnswer:
        """Say where there is room for a deal, in how many draws, and where red lines do not meet.

        Examples
        --------
        >>> found = example("khyber_kabul_2025").room("torkham").figures["packages"]["torkham"]
        >>> found["room"], round(found["share"], 1)
        ({'posts': [25.0, 30.0], 'crossing': [40.0, 60.0]}, 0.5)
        """
        with about(self.file.name):
            bargain = Bargain(self.file.conflict, self.named, draws=draws, seed=seed)
            return room_answer(bargain, package)

    def packages(self, package: str | None = None, *, step: float = 5.0) -> PackagesAnswer:
        """Say which packages nothing betters, what each idea of fairness would choose, and what to trade.

        Examples
        --------
        >>> figures = example("khyber_kabul_2025").packages("torkham").figures["torkham"]
        >>> figures["choices"][0]["idea"], figures["respects_red_lines"]
        ('nash', True)
        """
        with about(self.file.name):
            return packages_answer(Bargain(self.file.conflict, self.named), package, step)

    def open(self, package: str, *, draws: int = DRAWS, seed: int = SEED) -> OpeningAnswer:
        """Say what would open a package: the smallest sets of steps, red lines last."""
        from jirga.answer.bargaining.opening import opening_answer  # because it loads a solver of programs

        with about(self.file.name):
            return opening_answer(Bargain(self.file.conflict, self.named, draws=draws, seed=seed), package)

    def hangs(self, *, by: Standard = "seq") -> HangsAnswer:
        """Say what the answer hangs on: every single edit of the file, made and solved again.

        Examples
        --------
        >>> found = example("khyber_kabul_2025").hangs(by="nash").figures["outcomes"]["status quo"]["nash"]
        >>> found["holds"], found["flips_by_drops_and_moves"]
        (True, 11)
        """
        from jirga.answer.stress.hangs import hangs_answer

        with about(self.file.name):
            return hangs_answer(self.analysis, by)

    def unlock(self, outcome: str, *, by: Standard = "seq", changes: int = 3) -> UnlockAnswer:
        """Say which smallest sets of changes would make an outcome hold, and the way there.

        Examples
        --------
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
        later: Conflict,
        *,
        more: Sequence[Section] = (),
        executor: Executor | None = None,
        tell: Tell | None = None,
    ) -> StressAnswer:
        """Say what changed from this version to a later one, which results, and because of what.

        Examples
        --------
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

    def variant(self, name: str) -> Conflict:
        """Look at a variant."""
        with about(self.file.name):
            if name not in self.file.conflict.variants:
                raise UnknownName("variant", name, self.file.conflict.variants)
        return replace(self, named=name)

    def together(self, largest: int) -> Conflict:
        """Let up to so many parties move together, instead of three."""
        return replace(self, largest=largest)

    def save(self, path: str | Path) -> None:
        """Write the file, with its comments and order."""
        self.file.write(path)


@dataclass(frozen=True, eq=False)
class Linked:
    """Two conflicts that share a party, and the questions they can be asked together.

    Parameters
    ----------
    file : LinkedFile
        The files they were read from.
    largest : int
        The largest number of parties that move together.

    Examples
    --------
    >>> from jirga import examples
    >>> solved = linked(examples.linked_path("khyber_two_tables")).solve()
    >>> [(one.outcome, one.together_with) for one in solved.carried]
    [('backed jirga', ('torkham only',))]
    """

    file: LinkedFile
    largest: int = MAX_TOGETHER

    @cached_property
    def analysis(self) -> LinkedAnalysis:
        """The solved conflicts that every answer is made from."""
        return linked_analysis(self.file, self.largest)

    @property
    def whole(self) -> Conflict:
        """Both tables as one conflict."""
        return Conflict(self.file.whole, largest=self.largest)

    @property
    def tables(self) -> dict[str, Conflict]:
        """Each table by itself."""
        return {table: Conflict(file, largest=self.largest) for table, file in self.file.tables.items()}

    def solve(self) -> LinkedSolution:
        """Solve both tables together and each by itself, and say what one carries or breaks at the other."""
        with about(self.file.whole.name):
            return linked_solution(self.analysis)

    def answer(self) -> Answer:
        """Answer the question of the linked conflicts in sentences."""
        with about(self.file.whole.name):
            return linked_answer(self.analysis)

    def together(self, largest: int) -> Linked:
        """Let up to so many parties move together, instead of three."""
        return replace(self, largest=largest)


def load(path: str | Path) -> Conflict:
    """Load a conflict file, or the one of a case; of linked conflicts, both tables as one conflict.

    Raises
    ------
    InputError
        It cannot be read; the message says where, what is wrong and what to try.
    """
    if has_record(path):
        from jirga.citing import read_case

        return Conflict(read_case(path))
    return Conflict(read_either(path))


def diff(
    before: str | Path, after: str | Path, *, executor: Executor | None = None, tell: Tell | None = None
) -> StressAnswer:
    """Say what changed between two versions of a file or a case, which results, and because of what."""
    more: tuple[Section, ...] = ()
    if has_record(before) and has_record(after):
        from jirga.citing import claims_changed

        more = (claims_changed(before, after),)
    return load(before).diff(load(after), more=more, executor=executor, tell=tell)


def linked(path: str | Path) -> Linked:
    """Load a file of linked conflicts.

    Raises
    ------
    InputError
        It, or a table, cannot be read; the message names the file that is wrong.
    """
    return Linked(read_linked(written_in(path)))


def example(name: str) -> Conflict:
    """Load a packaged conflict.

    >>> example("syria_iraq_1975").solve().equilibria["nash"]
    (('escalate', 'attack'),)
    """
    return Conflict(read_text(examples.text(name), f"{name}.yaml"))


def solve_many(
    conflict: Conflict,
    draws: Iterable[Order],
    *,
    standards: Sequence[Standard] = STANDARDS,
    executor: Executor | None = None,
) -> Verdicts:
    """Say of each named outcome under which of many orders of wants it holds.

    Parameters
    ----------
    draws : iterable of mapping
        For each draw: party, and the ids of its wants from the most important on. A want left out counts for
        nothing; a party left out keeps its preferences.
    standards : sequence of Standard
        Which standards to solve.
    executor : concurrent.futures.Executor, optional
        Where to solve, some draws at a time.

    Returns
    -------
    dict of dict of bool arrays (n_draws,)
        By outcome and standard; an outcome that a rule forbids holds under none.

    Raises
    ------
    UnknownName
        A party or a want that the conflict does not have.

    Examples
    --------
    >>> ttp = example("ttp_pakistan_2021")
    >>> wants = [want.id for want in ttp.model.parties["pakistan"].prefers]
    >>> draws = [{"pakistan": wants}, {"pakistan": wants[::-1]}]
    >>> solve_many(ttp, draws)["truce"]["seq"].tolist()
    [True, False]
    """
    with about(conflict.file.name):
        return under_orders(conflict.analysis, draws, standards=standards, executor=executor)


def import_positions(sheet: str | Path, path: str | Path) -> Merged:
    """Take positions from a table into a conflict file, or start one from it; nothing is written yet.

    Raises
    ------
    InputError
        One of the files cannot be read, or what would come out is no conflict.
    """
    stated, path = read_sheet(sheet), written_in(path)
    if Path(path).exists():
        return merged(read_file(path), stated)
    started = new_file(stated, str(path))
    return Merged(started, len(stated.rows), 0, 0, stated.notes)


def export_positions(path: str | Path, sheet: str | Path) -> int:
    """Lay the positions of a conflict file out as CSV or Excel, and say how many there are."""
    rows = long_rows(read_file(written_in(path)).conflict)
    write_grid(sheet, rows)
    return len(rows) - 1


def check(path: str | Path) -> Check:
    """Check a conflict file, or a case: every problem at its place, and every expectation run."""
    if has_record(path):
        from jirga.citing import check_case

        return check_case(path)
    text = file_text(path)
    return check_linked(text, path) if looks_linked(text) else check_text(text, str(path))


def has_record(path: str | Path) -> bool:
    """Whether a path is that of a case; asked without loading what a case needs."""
    return any((Path(path) / one).is_file() for one in ("case.db", "database"))


def written_in(path: str | Path) -> Path:
    """Give the conflict file: of a case, the one in its folder."""
    return Path(path) / "conflict.yaml" if has_record(path) else Path(path)
