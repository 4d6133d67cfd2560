"""The names in a file of linked conflicts, each of which must lead somewhere at one table or in the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from jirga.conflict.linked.whole import Tables, pairs
from jirga.conflict.places import Places, Step
from jirga.conflict.references import Finder, reference_problems
from jirga.errors import did_you_mean, shortened
from jirga.schema.conflict import Conflict
from jirga.schema.linked import Line, Linked
from jirga.schema.problems import Problem

Path = Sequence[Step]


class Seating:
    """Walks a file of linked conflicts beside its tables and collects what does not fit."""

    def __init__(self, linked: Linked, tables: Tables, places: Places) -> None:
        self.linked, self.tables, self.places = linked, tables, places

    def all(self) -> list[Problem]:
        """Every problem, in the order of the file."""
        found = chain(
            self.kinds(), self.degrees(), self.seats(), self.clashes(), self.order(), self.outcomes()
        )
        return sorted(found, key=lambda problem: problem.where)

    def error(self, kind: str, path: Path, what: str, hint: str) -> Problem:
        """Make an error at a path."""
        return Problem("error", kind, self.places.of(path), what, hint)

    def unknown(self, what: str, name: str, known: Collection[str], path: Path) -> Iterator[Problem]:
        """Complain if a name is not known."""
        if name not in known:
            said = f"no {what} is called {shortened(name)!r}"
            yield self.error("unknown_name", path, said, did_you_mean(name, known))

    def named(self, table: str) -> str:
        """Name a table with its file."""
        return f"{table!r} ({self.linked.tables[table].file})"

    def kinds(self) -> Iterator[Problem]:
        """Complain of a table that is given by states, or that names no outcome."""
        for table, conflict in self.tables.items():
            path: list[Step] = ["tables", table]
            if conflict.by_states:
                what = f"the table {self.named(table)} is given by states"
                yield self.error("shape", path, what, "give it by options; only those can be linked")
            if not conflict.outcomes:
                what = f"the table {self.named(table)} names no outcome"
                yield self.error("shape", path, what, "name the states worth a name in its file")

    def degrees(self) -> Iterator[Problem]:
        """Complain of what is said of an order at a table and cannot be said of the whole."""
        for table, conflict in self.tables.items():
            for key, party in conflict.parties.items():
                at_both = self.linked.local(table, key) in self.linked.shared
                strong = any(rung.strongly for rung in party.ranking)
                strong = strong or (at_both and any(want.strongly for want in party.prefers))
                if party.unranked or strong:
                    mark = "unranked" if party.unranked else "strongly"
                    what = f"the table {self.named(table)} has `{mark}` for {key}, which cannot be linked"
                    yield self.error("shape", ["tables", table], what, "take it out of a copy of the file")

    def seats(self) -> Iterator[Problem]:
        """Complain of a shared party that is missing at a table."""
        for party, seats in self.linked.shared.items():
            path: list[Step] = ["shared", party]
            for table in seats:
                yield from self.unknown("table", table, self.tables, [*path, table])
            for table, conflict in self.tables.items():
                seat = self.linked.seat(party, table)
                what = f"party at the table {self.named(table)}"
                yield from self.unknown(what, seat, conflict.parties, [*path, table])

    def clashes(self) -> Iterator[Problem]:
        """Complain of one name for two parties, or for two options."""
        for table in self.tables:
            taken = Counter(self.linked.seat(party, table) for party in self.linked.shared)
            for seat in (seat for seat, times in taken.items() if times > 1):
                what = f"two shared parties sit in {seat!r} at the table {self.named(table)}"
                yield self.error("duplicate", ["shared"], what, "give each its own seat")
        owners = Counter(name for table in self.tables for name in self.locals(table))
        for name, times in owners.items():
            if name in self.linked.shared:
                what = f"{name!r} is shared, and one table has another party of that name"
                yield self.error("duplicate", ["shared", name], what, "rename one of them")
            elif times > 1:
                what = f"{name!r} sits at both tables and is not shared"
                hint = "list it under shared, or rename it in one file if two parties are meant"
                yield self.error("duplicate", ["shared"], what, hint)
        yield from self.options()

    def locals(self, table: str) -> list[str]:
        """Give the parties that sit at one table only."""
        seats = {self.linked.seat(party, table) for party in self.linked.shared}
        return [name for name in self.tables[table].parties if name not in seats]

    def options(self) -> Iterator[Problem]:
        """Complain of two options that get one name, as a_b of table c and b of table c_a."""
        named = Counter(
            f"{table}_{key}" for table, conflict in self.tables.items() for key in conflict.options
        )
        for name, times in named.items():
            if times > 1:
                what = f"{name!r} names an option at either table"
                yield self.error("duplicate", ["tables"], what, "rename a table")

    def order(self) -> Iterator[Problem]:
        """Complain unless it is said once how a shared party weighs the tables."""
        who = ", ".join(self.linked.shared)
        if self.linked.first is None and not self.linked.prefers:
            what = f"it is not said which table {who} puts first"
            hint = f"write first: {next(iter(self.tables))}, or list under prefers what it wants of both"
            yield self.error("missing", [], what, hint)
        if self.linked.first is not None and self.linked.prefers:
            yield self.error("shape", ["first"], "`first` beside `prefers`", "keep one of them")
        if self.linked.first is not None:
            yield from self.unknown("table", self.linked.first, self.tables, ["first"])
        if self.linked.prefers and len(self.linked.shared) > 1:
            what = f"`prefers` is one party's list, and {who} are shared"
            yield self.error("shape", ["prefers"], what, "write `first` instead, or share one party")
        for place, line in enumerate(self.linked.prefers):
            yield from self.line(line, ["prefers", place])
        for table, times in Counter(line.table for line in self.linked.prefers if line.table).items():
            if times > 1:
                yield self.error("duplicate", ["prefers"], f"the table {table!r} stands twice", "keep one")

    def line(self, line: Line, path: list[Step]) -> Iterator[Problem]:
        """Complain of a line that is neither a want nor a table, or both."""
        if bool(line.want) == (line.table is not None):
            what = "a line of prefers is a want or a table" + (", not both" if line.want else "")
            yield self.error("shape", path, what, "write a formula, or {table: NAME}")
        if line.table is not None:
            yield from self.unknown("table", line.table, self.tables, [*path, "table"])

    def outcomes(self) -> Iterator[Problem]:
        """Complain of a name that is not for one outcome at each table, and of two pairs under one name."""
        for name, pair in self.linked.outcomes.items():
            path: list[Step] = ["outcomes", name]
            for table in pair:
                yield from self.unknown("table", table, self.tables, [*path, table])
            for table, conflict in self.tables.items():
                if table not in pair:
                    what = f"{name!r} does not say what comes out at the table {table!r}"
                    yield self.error("missing", path, what, f"add {table}: and one of its outcomes")
                else:
                    what = f"outcome at the table {self.named(table)}"
                    yield from self.unknown(what, pair[table], conflict.outcomes, [*path, table])
        sizes = [len(conflict.outcomes) for conflict in self.tables.values()]
        if len(sizes) == 2 and len(pairs(self.linked, self.tables)) < sizes[0] * sizes[1]:
            what = "two pairs of outcomes have one name, or one pair has two"
            yield self.error("duplicate", ["outcomes"], what, "give each pair one name of its own")


def whole_problems(linked: Linked, whole: Conflict, places: Places) -> list[Problem]:
    """Find every name in the file's own lines that leads nowhere in the whole.

    Where they are right, whatever is still wrong with the whole is said of the file.
    """
    finder = Finder(whole, places)
    found = [*own_lines(linked, finder), *finder.expectations()]
    found = found or reference_problems(whole.model_copy(update={"expect": ()}), places)
    return sorted(found, key=lambda problem: problem.where)


def own_lines(linked: Linked, finder: Finder) -> Iterator[Problem]:
    """Find what is wrong with the formulas and the citations of the file's own lines."""
    for place, line in enumerate(linked.prefers):
        if line.table is None:
            yield from finder.formula(line.want, ["prefers", place, "want"])
        yield from finder.cited(line, ["prefers", place])
    for place, rule in enumerate(linked.impossible):
        yield from finder.formula(rule.when, ["impossible", place, "when"])
        yield from finder.cited(rule, ["impossible", place])
    for place, ask in enumerate(linked.asks):
        yield from finder.formula(ask.about, ["asks", place, "about"])
