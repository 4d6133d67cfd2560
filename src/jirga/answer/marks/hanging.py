"""What holds whichever way the unknown wants are settled, and what only if somebody wants something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.firmness import Firmness
from jirga.answer.marks.settled import Cube, Settled, conditions, settled, where
from jirga.conflict.marks.settling import contrary
from jirga.schema.answer import Section, Sentence, Table

Named = Sequence[tuple[str, int]]
BY = {
    Firmness.YES: "without any threat",
    Firmness.THREAT: "by a threat",
    Firmness.DOUBTFUL_THREAT: "by a doubtful threat",
    Firmness.EMPTY_THREAT: "by an empty threat",
}
NOTE = (
    "Each column counts what holds so, or more firmly. Numbers are those of the wants that are not known; "
    "\u201cnot 1\u201d: the party wants the contrary"
)


def whichever_way(analysis: Analysis, rows: Named, heading: str) -> Section:
    """Say which outcomes hold in every way of settling the unknown wants, which in some, which in none."""
    found = settled(analysis)
    table = tuple((name, *(cell(found, found.levels[:, row] >= level) for level in BY)) for name, row in rows)
    said = [*the_same(found, rows), *(hanging(analysis, found, *one) for one in rows)]
    head = ("outcome", *BY.values())
    shown = Table(head, table, NOTE) if len(rows) > 1 else None
    return Section(heading, tuple(one for one in said if one.parts), shown)


def cell(found: Settled, held: NDArray[np.bool_]) -> str:
    """Say in which ways something is so, in a word or two."""
    if held.all() or not held.any():
        return "always" if held.all() else "never"
    return "if " + ", or ".join(numbers(cube) for cube in conditions(where(found, held)))


def numbers(cube: Cube) -> str:
    """Write a condition by the numbers of the wants.

    >>> numbers((True, None, False))
    '1 and not 3'
    """
    parts = [f"{'' if held else 'not '}{place}" for place, held in enumerate(cube, 1) if held is not None]
    return " and ".join(parts)


def the_same(found: Settled, rows: Named) -> Iterator[Sentence]:
    """Name the outcomes on which nothing hangs, by how firmly they hold."""
    for level in reversed(Firmness):
        names = [name for name, row in rows if (found.levels[:, row] == level).all()]
        how = f"whichever way it is settled, {BY[level]}" if level else "in no way of settling it"
        if names:
            verb = "holds" if len(names) == 1 else "hold"
            yield phrases.sentence(f"{phrases.quoted(names)} {verb} {how}.")


def hanging(analysis: Analysis, found: Settled, name: str, row: int) -> Sentence:
    """Say on what it hangs whether an outcome holds, and how firmly; nothing where it hangs on nothing."""
    levels = [Firmness(int(one)) for one in found.levels[:, row]]
    least, said = min(levels), []
    if least:
        said.append(f"whichever way it is settled, if only {BY[least]}")
    for level in sorted(set(levels) - {least}):
        met = conditions(where(found, found.levels[:, row] >= level))
        said.append(f"{BY[level]} only if {' or if '.join(in_words(analysis, found, cube) for cube in met)}")
    if max(levels) == least:
        return Sentence(())
    return phrases.sentence(f"\u201c{name}\u201d holds {'; '.join(said)}.")


def in_words(analysis: Analysis, found: Settled, cube: Cube) -> str:
    """Write a condition as who wants what."""
    return phrases.listing(
        f"{owner(analysis, want.id)} wants \u201c{want.want if held else contrary(want.want)}\u201d"
        for want, held in zip(found.wants, cube, strict=True)
        if held is not None
    )


def owner(analysis: Analysis, want: str) -> str:
    """Give the short name of the party whose want it is."""
    ids = [{one.id for one in party.prefers} for party in analysis.conflict.parties.values()]
    return phrases.party(analysis, next(number for number, own in enumerate(ids) if want in own))
