"""Packages: which nothing betters, what each idea of fairness would choose, what to trade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jirga.answer import phrases
from jirga.answer.bargaining import words
from jirga.answer.bargaining.bargain import Bargain, NothingToAsk
from jirga.answer.bargaining.package_values import STEP, Grid, PackageValues
from jirga.answer.bargaining.room import titled
from jirga.answer.sources import source_words
from jirga.errors import TooLarge
from jirga.schema.answer import Answer, Section, Sentence, Table
from jirga.solve.packages.fair_points import POINTS
from jirga.solve.packages.trades import Trade, trades

IDEAS = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai-Smorodinsky",
    "egalitarian": "egalitarian",
    "utilitarian": "utilitarian",
}
NOTE = (
    "Nash: the greatest product of gains; Kalai-Smorodinsky: the greatest equal share of the most each could "
    "gain; egalitarian: most for whoever gains least; utilitarian: the greatest sum. Gains are points of 100 "
    "for everything a party wants on these issues, counted from no deal; the last two ideas compare one "
    "party's points with another's. None of them is advice."
)
TRADES_SHOWN = 3


@dataclass(frozen=True, eq=False)
class Fair:
    """What one idea of fairness chooses: the values, and what each party gains."""

    idea: str
    values: tuple[float, ...]
    gains: tuple[float, ...]


@dataclass(frozen=True)
class PackagesAnswer(Answer):
    """The answer in sentences, and the numbers behind it."""

    figures: dict[str, Any] = field(default_factory=dict)


def packages_answer(bargain: Bargain, package: str | None = None, step: float = STEP) -> PackagesAnswer:
    """Answer which packages cannot be bettered, what ideas of fairness would choose, and what to trade.

    Raises
    ------
    UnknownName
        There is no such package.
    NothingToAsk
        The file names no issues, or does not say where an issue stands without a deal.
    """
    asked = [PackageValues(bargain, package, step)] if package is not None else []
    missing: list[Section] = []
    if package is None:
        asked, missing = askable(bargain, list(bargain.conflict.packages) or bargain.issues, step)
    sections = noted_once([*(section for one in asked for section in sections_of(one)), *missing])
    sections.append(source_words(bargain.conflict, sections))
    kept = tuple(one for one in sections if one.sentences or one.table)
    figures = {one.name: package_figures(one) for one in asked}
    return PackagesAnswer(titled(bargain), bargain.conflict.question, bargain.conflict.as_of, kept, figures)


def askable(bargain: Bargain, names: Sequence[str], step: float) -> tuple[list[PackageValues], list[Section]]:
    """Keep the packages of which enough is known, and say of the others what is missing."""
    asked, missing = [], []
    for name in names:
        try:
            asked.append(PackageValues(bargain, name, step))
        except NothingToAsk as trouble:
            missing.append(phrases.sentence(f"\u201c{name}\u201d: {trouble.what} ({trouble.hint})."))
    return asked, [Section("What cannot be said yet", tuple(missing))]


def noted_once(sections: Sequence[Section]) -> list[Section]:
    """Leave the note on what the ideas are under the first table only."""
    tables = [one.table for one in sections if one.table is not None and one.table.note]
    return [
        replace(one, table=replace(one.table, note=""))
        if one.table is not None and one.table in tables[1:] and one.table is not tables[0]
        else one
        for one in sections
    ]


def sections_of(package: PackageValues) -> list[Section]:
    """Answer for one package: how many there are, what would be chosen, what to trade."""
    grids, within = (package.within, True) if package.within else ([package.anything], False)
    count = sum(grid.size for grid in grids)
    found = fair(package, grids)
    said = [how_many(package, grids, count, within=within), on_no_deal(package)]
    said += (
        [worst_off(package, found), *without_choice(found)]
        if found
        else nothing_for_everybody(package, grids)
    )
    said += [] if within else broken(package, found)
    heading = f"\u201c{package.name}\u201d"
    return [
        Section(heading, tuple(one for one in said if one.parts), fair_table(package, found)),
        Section(
            f"What to trade in {heading}{'' if within else ', red lines left aside'}",
            tuple(what_to_trade(package, grids)),
        ),
    ]


def how_many(package: PackageValues, grids: Sequence[Grid], count: int, *, within: bool) -> Sentence:
    """Say how many packages respect the red lines, and how many of them nothing betters."""
    try:
        kept = f"{len(package.front_of(grids)[1]):,} of them cannot be bettered for everybody"
    except TooLarge:
        kept = "too many of them cannot be bettered to list"
    every = f"{count:,} packages in steps of {package.step:g}"
    if within:
        return phrases.sentence(f"{every} respect every red line, at the likeliest values; {kept}.")
    return phrases.sentence(
        f"no package respects every red line. Red lines left aside, there are {every}; {kept}."
    )


def on_no_deal(package: PackageValues) -> Sentence:
    """Say from where gains are counted."""
    bargain = package.bargain
    stands = phrases.listing(
        f"{words.issue(bargain, one)} at {words.value(bargain, one, bargain.no_deal[one])}"
        for one in package.issues
    )
    costs = [
        f"{words.name(bargain, one)} {stated.mode:g}"
        for one in package.parties
        if (stated := bargain.conflict.cost_of_no_deal.get(bargain.parties[one]))
    ]
    more = f", and costs {phrases.listing(costs)} points" if costs else "; no cost of it is stated"
    return phrases.sentence(f"no deal leaves {stands}{more}.")


def fair(package: PackageValues, grids: Sequence[Grid]) -> list[Fair]:
    """Give what each idea of fairness chooses, from the front or, where that is too large, by programs."""
    try:
        values, front = package.front_of(grids)
    except TooLarge:
        return by_programs(package, grids)
    chosen = {idea: point(front.worth, package.no_deal) for idea, point in POINTS.items()}
    return [
        Fair(idea, tuple(values[one.row].tolist()), one.gains)
        for idea, one in chosen.items()
        if one is not None
    ]


def by_programs(package: PackageValues, grids: Sequence[Grid]) -> list[Fair]:
    """Let a program choose in each grid, and keep what the idea likes best."""
    from jirga.solve.packages.programs import PROGRAMS, Programs  # because it loads a solver of programs

    found = []
    for idea, program in PROGRAMS.items():
        plans = [(grid, program(Programs(package.worths(grid.values), package.no_deal))) for grid in grids]
        some = [
            Fair(idea, tuple(picked(grid, plan.choices)), tuple(plan.gains.tolist()))
            for grid, plan in plans
            if plan is not None
        ]
        if some:
            gains = np.array([one.gains for one in some])
            best = POINTS[idea](gains, np.zeros(gains.shape[1]))
            found.append(some[best.row if best else 0])
    return found


def picked(grid: Grid, choices: NDArray[np.int64]) -> list[float]:
    """Give the values of one package."""
    return [float(some[choice]) for some, choice in zip(grid.values, choices, strict=True)]


def fair_table(package: PackageValues, found: Sequence[Fair]) -> Table | None:
    """Lay out what each idea of fairness chooses, and what each party gains by it."""
    if not found:
        return None
    bargain = package.bargain
    rows = [
        (words.issue(bargain, issue), *(words.value(bargain, issue, one.values[place]) for one in found))
        for place, issue in enumerate(package.issues)
    ]
    rows += [
        (f"{words.name(bargain, who)} gains", *(f"{one.gains[place]:.1f}" for one in found))
        for place, who in enumerate(package.parties)
    ]
    return Table(("", *(IDEAS[one.idea] for one in found)), tuple(rows), NOTE)


def worst_off(package: PackageValues, found: Sequence[Fair]) -> Sentence:
    """Say who gains least under each choice."""
    bargain = package.bargain
    least: dict[str, list[float]] = {}
    for one in found:
        place = int(np.argmin(one.gains))
        least.setdefault(words.name(bargain, package.parties[place]), []).append(one.gains[place])
    said = [f"{who} ({spread(gains)} points)" for who, gains in least.items()]
    return phrases.sentence(f"whoever gains least under these choices is {phrases.listing(said, 'or')}.")


def without_choice(found: Sequence[Fair]) -> list[Sentence]:
    """Name the ideas that choose nothing, since they ask that everybody gain something."""
    missing = [name for idea, name in IDEAS.items() if idea not in {one.idea for one in found}]
    if not missing:
        return []
    verb = "chooses" if len(missing) == 1 else "choose"
    who = phrases.listing(missing)
    return [Sentence((f"{who} {verb} nothing here: no package leaves everybody better off than no deal.",))]


def spread(gains: Sequence[float]) -> str:
    """Write one gain, or the least and the most of several."""
    low, high = f"{min(gains):.1f}", f"{max(gains):.1f}"
    return low if low == high else f"{low} to {high}"


def nothing_for_everybody(package: PackageValues, grids: Sequence[Grid]) -> list[Sentence]:
    """Say that no package is worth as much as no deal to everybody, and who loses by each of them."""
    who = words.names(package.bargain, package.parties)
    said = [phrases.sentence(f"none of them is worth at least as much as no deal to each of {who}.")]
    most = np.max([sum(one.max(axis=0) for one in package.worths(grid.values)) for grid in grids], axis=0)
    losers = [party for party, gain in zip(package.parties, most - package.no_deal, strict=True) if gain < 0]
    if losers:
        verb = "loses" if len(losers) == 1 else "each lose"
        line = f"{words.names(package.bargain, losers)} {verb} by every one of them."
        said.append(phrases.sentence(line))
    return said


def broken(package: PackageValues, found: Sequence[Fair]) -> list[Sentence]:
    """Name the red lines that the first choice is past, with what they rest on."""
    return [
        past_red_line(package, one, issue, value, line)
        for one in found[:1]
        for issue, value in zip(package.issues, one.values, strict=True)
        for line in red_lines_past(package, issue, value)
    ]


def red_lines_past(package: PackageValues, issue: int, value: float) -> list[tuple[int, str, float]]:
    """Give the red lines that a value is past: whose, whether at least or at most, and where."""
    lines = package.bargain.mode.lines
    least = [(who, "least", float(lines.least[who, issue, 0])) for who in package.members]
    most = [(who, "most", float(lines.most[who, issue, 0])) for who in package.members]
    return [one for one in least if one[2] > value] + [one for one in most if one[2] < value]


def past_red_line(
    package: PackageValues, one: Fair, issue: int, value: float, line: tuple[int, str, float]
) -> Sentence:
    """Say that a choice is past a red line."""
    bargain, (who, how, end) = package.bargain, line
    there = f"{words.issue(bargain, issue)} at {words.value(bargain, issue, value)} ({IDEAS[one.idea]})"
    accepts = words.accepts(bargain, issue, (who,), how, end)
    return phrases.sentence(f"{there} is past a red line: ", accepts, ".")


def what_to_trade(package: PackageValues, grids: Sequence[Grid]) -> list[Sentence]:
    """Say which two issues give most when they are settled together instead of each by itself."""
    if len(package.issues) < 2:
        return []
    grid = max(grids, key=lambda one: one.size)
    found = trades(package.worths(grid.values))[:TRADES_SHOWN]
    if not found:
        return [Sentence(("No two issues of it, traded, leave everybody at least as well off.",))]
    return [trade_in_words(package, grid, one) for one in found]


def trade_in_words(package: PackageValues, grid: Grid, trade: Trade) -> Sentence:
    """Say from what to what two issues would be traded, and who gains how much."""
    bargain = package.bargain
    moves = []
    for column, before, after in zip(trade.issues, trade.before, trade.after, strict=True):
        issue, values = package.issues[column], grid.values[column]
        old, new = (words.value(bargain, issue, float(values[one])) for one in (before, after))
        moves.append(
            f"{words.issue(bargain, issue)} from {old} to {new}"
            if old != new
            else f"{words.issue(bargain, issue)} kept at {old}"
        )
    gains = phrases.listing(
        f"{words.name(bargain, who)} {gain:+.1f}"
        for who, gain in zip(package.parties, trade.gains, strict=True)
    )
    return phrases.sentence(
        f"{phrases.listing(moves)}, from where each would be settled by itself, would give {gains}."
    )


def package_figures(package: PackageValues) -> dict[str, Any]:
    """Give the numbers behind the answer, as JSON can hold them."""
    bargain = package.bargain
    grids = package.within or [package.anything]
    return {
        "issues": [bargain.issues[one] for one in package.issues],
        "parties": [bargain.parties[one] for one in package.parties],
        "respects_red_lines": bool(package.within),
        "packages": sum(grid.size for grid in grids),
        "no_deal": package.no_deal.tolist(),
        "choices": [
            {"idea": one.idea, "values": list(one.values), "gains": list(one.gains)}
            for one in fair(package, grids)
        ],
    }
