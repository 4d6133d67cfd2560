"""Linked conflicts compared with their tables: what one table carries or breaks at the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from jirga.answer.analysis import Analysis
from jirga.answer.checking import Check
from jirga.answer.firmness import Firmness, firmness
from jirga.answer.solution import solution
from jirga.conflict.linked.file import LinkedFile, read_linked_text
from jirga.errors import ConflictTrouble, TooLarge
from jirga.schema.linked_solution import Carry, LinkedSolution
from jirga.schema.problems import Place, Problem
from jirga.solve.ways.joint import MAX_TOGETHER


@dataclass(frozen=True, eq=False)
class LinkedAnalysis:
    """Two tables solved as one conflict, and each by itself.

    Attributes
    ----------
    whole : Analysis
        Both tables as one conflict; its outcomes are the pairs of theirs.
    tables : mapping of str to Analysis
        Each table by itself.
    pairs : mapping of str to mapping
        For each pair by name, the outcome at each table.
    seats : mapping of str to mapping
        For each table, what each of its parties is called in the whole.
    """

    whole: Analysis
    tables: Mapping[str, Analysis]
    pairs: Mapping[str, Mapping[str, str]]
    seats: Mapping[str, Mapping[str, str]]

    def level(self, pair: str) -> Firmness:
        """How firmly a pair holds; not at all where a rule forbids it."""
        return held(self.whole, pair)

    def alone(self, table: str, outcome: str) -> Firmness:
        """How firmly an outcome holds at its table by itself."""
        return held(self.tables[table], outcome)

    def other(self, table: str) -> str:
        """Give the other table."""
        return next(one for one in self.tables if one != table)

    def with_outcome(self, table: str, outcome: str) -> Iterator[tuple[str, str]]:
        """Give every pair that has an outcome at a table, and what it has at the other."""
        for pair, parts in self.pairs.items():
            if parts[table] == outcome:
                yield pair, parts[self.other(table)]

    def holds_apart(self, pair: str) -> bool:
        """Whether both outcomes of a pair hold by themselves."""
        return all(self.alone(table, outcome) for table, outcome in self.pairs[pair].items())


def linked_analysis(file: LinkedFile, largest: int = MAX_TOGETHER) -> LinkedAnalysis:
    """Lay linked conflicts out to be solved, together and each table by itself."""
    tables = {table: Analysis(one.conflict, largest=largest) for table, one in file.tables.items()}
    return LinkedAnalysis(Analysis(file.whole.conflict, largest=largest), tables, file.pairs, file.seats)


def held(analysis: Analysis, outcome: str) -> Firmness:
    """How firmly an outcome holds; not at all where a rule forbids it."""
    row = analysis.row(outcome)
    return Firmness.NO if row is None else firmness(analysis, row)


def got_to(analysis: Analysis, outcome: str) -> bool:
    """Whether an outcome can be got to by steps that all who move gain by."""
    row = analysis.row(outcome)
    return row is not None and bool(analysis.attained("together")[row])


def carried(found: LinkedAnalysis) -> Iterator[Carry]:
    """Find the outcomes that by themselves hold by no standard, and hold with some outcome of the other."""
    return carries(found, lambda analysis, outcome: int(held(analysis, outcome)))


def opened(found: LinkedAnalysis) -> Iterator[Carry]:
    """Find the outcomes that by themselves cannot be got to, and can with some outcome of the other."""
    if any(analysis.status_quo is None for analysis in (found.whole, *found.tables.values())):
        return iter(())
    return carries(found, lambda analysis, outcome: int(got_to(analysis, outcome)))


def carries(found: LinkedAnalysis, degree: Callable[[Analysis, str], int]) -> Iterator[Carry]:
    """Find the outcomes of degree 0 by themselves, with the partners of the highest degree above 0."""
    for table, analysis in found.tables.items():
        for outcome in analysis.outcomes:
            degrees = {name: degree(found.whole, pair) for pair, name in found.with_outcome(table, outcome)}
            top = max(degrees.values(), default=0)
            if top and not degree(analysis, outcome):
                best = tuple(name for name, one in degrees.items() if one == top)
                yield Carry(table=table, outcome=outcome, together_with=best)


def broken(found: LinkedAnalysis) -> list[str]:
    """Find the pairs that do not hold, though both outcomes do by themselves."""
    return [pair for pair in found.pairs if found.holds_apart(pair) and not found.level(pair)]


def linked_solution(found: LinkedAnalysis) -> LinkedSolution:
    """Put what was solved in its promised shape."""
    return LinkedSolution(
        whole=solution(found.whole),
        tables={table: solution(analysis) for table, analysis in found.tables.items()},
        pairs={pair: dict(parts) for pair, parts in found.pairs.items()},
        carried=tuple(carried(found)),
        broken=tuple(broken(found)),
        opened=tuple(opened(found)),
    )


def unchanged(found: LinkedAnalysis) -> bool:
    """Whether linking changes nothing: every pair holds, and can be got to, just where both parts do."""
    return not any(chain(carried(found), opened(found), broken(found)))


def check_linked(text: str, path: str | Path) -> Check:
    """Check a file of linked conflicts and its tables, and run what it expects of the whole.

    What its tables might mislead by, and what they expect, is found by checking each by itself.
    """
    from jirga.answer.expected.expectations import run_expectations

    try:
        return Check((), tuple(run_expectations(read_linked_text(text, path).whole.conflict)))
    except ConflictTrouble as trouble:
        return Check(trouble.problems)
    except TooLarge as trouble:
        where = Place(trouble.where or str(path))
        return Check((Problem("error", "too_large", where, trouble.what, trouble.hint),))
