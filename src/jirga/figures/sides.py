"""The same figure from several sources, side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from jirga.figures.alike import speakers
from jirga.figures.finding import FLAGGED, WORST
from jirga.figures.source import Source
from jirga.figures.told import days
from jirga.figures.travelled import Travelled

CLEAR = frozenset({"other", "personnel", "people", "objects", "percent", "ratio", "duration", "vehicles"})


@dataclass(frozen=True)
class Side:
    """One figure and everybody who gives it, the oldest first."""

    rows: tuple[Travelled, ...]

    @property
    def first(self) -> Source:
        """The oldest source of it."""
        return self.rows[0].one

    @property
    def sources(self) -> int:
        """How many give it: documents, or several who are on record in one."""
        return len({(one.one.document.id, speakers(one.one)[:1]) for one in self.rows})

    @property
    def worst(self) -> int:
        """How bad the worst of it is; the smaller, the worse."""
        return min(WORST.index(one.verdict) for one in self.rows)

    @property
    def flagged(self) -> bool:
        """Whether something in it should be looked at."""
        return any(one.verdict in FLAGGED for one in self.rows)

    @property
    def heading(self) -> str:
        """What is counted, where and when."""
        one = self.first
        whole = [what(one), one.place, days(one.figure.period)]
        return ", ".join(part for part in whole if part)


def what(one: Source) -> str:
    """Say what a figure counts, with its unit where the words leave it open."""
    counted, unit = one.figure.counted, one.figure.unit.replace("_", " ")
    if not counted or unit in counted.casefold() or one.figure.unit in CLEAR:
        return counted or unit
    return f"{unit}: {counted}"


def side_by_side(some: Iterable[Travelled]) -> list[Side]:
    """Put figures with the oldest of each: what should be looked at first, then what most documents give."""
    groups: dict[object, list[Travelled]] = defaultdict(list)
    for one in some:
        groups[measure(one.first)].append(one)
    sides = [Side(tuple(sorted(rows, key=lambda one: one.one.age))) for rows in groups.values()]
    return sorted(sides, key=lambda one: (not one.flagged, one.worst, -one.sources, one.heading))


def measure(one: Source) -> object:
    """Say what two mentions in one document have in common if they are of one figure."""
    return (
        one.document.id,
        one.unit,
        one.value,
        one.counted,
        one.place,
        one.figure.period and one.days,
        one.chain,
    )
