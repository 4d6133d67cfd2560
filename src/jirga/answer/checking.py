"""A conflict file checked: its problems, what its answer might mislead by, and what was expected of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from jirga.answer.analysis import Analysis
from jirga.conflict.checks import conflict_problems, severe_problems
from jirga.conflict.file import ConflictFile, read_text
from jirga.conflict.moves import one_way_option
from jirga.conflict.retracted import retraction_problems
from jirga.conflict.view_checks import view_problems
from jirga.errors import ConflictTrouble, NothingToSolve, TooLarge
from jirga.schema.conflict import Conflict
from jirga.schema.problems import Place, Problem
from jirga.schema.words import Severity

if TYPE_CHECKING:
    from jirga.answer.expected.expectations import Outturn

WORST_FIRST: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True)
class Check:
    """What checking a file found.

    Attributes
    ----------
    problems : tuple of Problem
        Every problem, errors first.
    outturns : tuple of Outturn
        What came of each expectation; none are run while there are errors.
    """

    problems: tuple[Problem, ...]
    outturns: tuple[Outturn, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the conflict from being solved."""
        return tuple(one for one in self.problems if one.severity == "error")

    @property
    def fallen(self) -> tuple[Outturn, ...]:
        """The expectations that did not come out."""
        return tuple(one for one in self.outturns if not one.stands)

    def as_dict(self) -> dict[str, Any]:
        """Give the check as JSON can hold it."""
        return {
            "problems": [asdict(one) for one in self.problems],
            "expectations": [
                {
                    "says": one.expected.says,
                    "expected": one.expected.model_dump(mode="json", exclude_defaults=True, by_alias=True),
                    "stands": one.stands,
                    "found": one.found,
                }
                for one in self.outturns
            ],
        }


def check_text(text: str, name: str) -> Check:
    """Check a conflict file's text; a problem is a value here, never raised."""
    return check_read(lambda: read_text(text, name), name)


def check_read(read: Callable[[], ConflictFile], name: str) -> Check:
    """Read a conflict and check it; a problem is a value here, never raised."""
    try:
        file = read()
    except ConflictTrouble as trouble:
        return Check(trouble.problems)
    try:
        return checked(file)
    except TooLarge as trouble:
        return Check((Problem("error", "too_large", Place(name), trouble.what, trouble.hint),))


def checked(file: ConflictFile) -> Check:
    """Check a conflict that can be read, and run what it expects."""
    from jirga.answer.expected.expectations import run_expectations

    if not file.conflict.atoms:
        rests = tuple(retraction_problems(file.conflict, file.places))
        return Check(rests, tuple(run_expectations(file.conflict)))
    analysis = Analysis(file.conflict)
    problems = conflict_problems(file.conflict, analysis.board, file.places)
    if any(one.severity == "error" for one in problems):
        return Check(tuple(problems))
    problems += view_problems(file.conflict, analysis.board, file.places)
    problems += [*variant_problems(file), *stuck_equilibria(file, analysis)]
    problems += retraction_problems(file.conflict, file.places)
    problems = sorted(problems, key=lambda one: (WORST_FIRST.index(one.severity), one.where))
    if problems and problems[0].severity == "error":
        return Check(tuple(problems))
    return Check(tuple(problems), tuple(run_expectations(file.conflict)))


def refuse_errors(file: ConflictFile, analysis: Analysis) -> None:
    """Raise if a conflict has a problem so severe that its answer would be wrong.

    Raises
    ------
    NothingToSolve
        It has no options or states.
    ConflictTrouble
        With every problem of severity error.
    """
    if not analysis.conflict.atoms:
        raise NothingToSolve(asked_instead(analysis.conflict))
    errors = severe_problems(analysis.conflict, analysis.board, file.places)
    if errors:
        raise ConflictTrouble(named(one, file, analysis.variant) for one in errors)


def asked_instead(conflict: Conflict) -> list[str]:
    """Name the verbs that a file without options can be asked."""
    has = {"consent": conflict.consent or conflict.mandates, "room": conflict.positions}
    return [verb for verb, said in has.items() if said]


def variant_problems(file: ConflictFile) -> list[Problem]:
    """Find the variants that cannot be solved."""
    found = []
    for name in file.conflict.variants:
        variant = Analysis(file.conflict, name)
        severe = severe_problems(variant.conflict, variant.board, file.places)
        severe += [] if severe else severe_in_views(file, variant)
        found += [named(one, file, name) for one in severe]
    return found


def refuse_views(file: ConflictFile, analysis: Analysis) -> None:
    """Raise if a view cannot be answered from.

    Raises
    ------
    ConflictTrouble
        With every problem of severity error in a view.
    """
    if errors := severe_in_views(file, analysis):
        raise ConflictTrouble(named(one, file, analysis.variant) for one in errors)


def severe_in_views(file: ConflictFile, analysis: Analysis) -> list[Problem]:
    """Find what would make any answer from a conflict's views wrong."""
    problems = view_problems(analysis.conflict, analysis.board, file.places)
    return [one for one in problems if one.severity == "error"]


def named(problem: Problem, file: ConflictFile, variant: str | None) -> Problem:
    """Place a problem at the variant that has it."""
    if variant is None:
        return problem
    where = file.places.of(["variants", variant])
    return Problem(
        problem.severity, problem.kind, where, f"variant {variant!r}: {problem.what}", problem.hint
    )


def stuck_equilibria(file: ConflictFile, analysis: Analysis) -> list[Problem]:
    """Warn of one-way options whose absorbing states hold although nobody can get to them."""
    found = []
    unreached = analysis.holding["seq"] & ~analysis.attained("together")
    for place, line in enumerate(file.conflict.one_way):
        option, backward = one_way_option(line)
        spent = analysis.board.states.truth(option)
        stuck = int(np.count_nonzero(unreached & (~spent if backward else spent)))
        if stuck and analysis.status_quo is not None:
            undone, done = ("taken again", "dropped") if backward else ("taken back", "taken")
            hold = "one state holds" if stuck == 1 else f"{stuck} states hold"
            what = f"{option!r} cannot be {undone}: with it {done}, {hold} although no steps lead there"
            hint = "read 'holds' beside 'can be got to'; both are always shown"
            where = file.places.of(["one_way", place])
            found.append(Problem("warning", "stuck", where, what, hint))
    return found
