"""Which red line decides whether a package has room, by Sobol indices over the stated ranges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from jirga.answer import phrases
from jirga.answer.bargaining import words
from jirga.answer.bargaining.bargain import Bargain
from jirga.schema.answer import Section, Sentence, Table
from jirga.solve.room.draws import Lines, Values, triangular
from jirga.solve.room.zones import room
from jirga.stress.sobol import BASE, SEED, Indices, indices, sample

SHOWN, RARE = 3, 0.01
NOTE = (
    "Of what varies in whether there is room: how much goes by this red line alone, and by it alone or with "
    "others (Sobol indices)."
)
Side = Literal["least", "most"]
Input = tuple[int, int, Side]


@dataclass(frozen=True, eq=False)
class Decided:
    """What decides whether one package has room.

    Attributes
    ----------
    package : str
        Its name.
    inputs : tuple of (party, issue, side)
        The red lines on its issues that are known as ranges.
    found : Indices or None
        How much goes by each; None where no red line is a range.
    """

    package: str
    inputs: tuple[Input, ...]
    found: Indices | None


@dataclass(frozen=True, eq=False)
class RoomRanges:
    """What decides whether each package has room, and from how many points that is known."""

    bargain: Bargain
    decided: tuple[Decided, ...]
    base: int
    seed: int


def room_ranges(bargain: Bargain, base: int = BASE, seed: int = SEED) -> RoomRanges:
    """Work out for every package which red lines decide whether it has room."""
    return RoomRanges(
        bargain, tuple(decided(bargain, name, base, seed) for name in bargain.conflict.packages), base, seed
    )


def decided(bargain: Bargain, package: str, base: int, seed: int) -> Decided:
    """Work out which red lines decide whether one package has room."""
    some = inputs(bargain, package)
    if not some:
        return Decided(package, (), None)
    points = sample(len(some), base, seed)
    lines = varied(bargain, some, points)
    found = room(bargain.table(lines), bargain.ways(package)).open
    return Decided(package, some, indices(found.astype(np.float64), len(some), seed))


def inputs(bargain: Bargain, package: str) -> tuple[Input, ...]:
    """List the red lines that are ranges, on the issues that a package or what may follow from it settles."""
    issues = sorted({issue for way in bargain.ways(package) for issue in way.issues})
    return tuple(
        (party, issue, side)
        for party in range(len(bargain.parties))
        for issue in issues
        for side in ("least", "most")
        if wide(ranges(bargain, side)[party, issue])
    )


def ranges(bargain: Bargain, side: Side) -> Values:
    """Give the ranges of the red lines on one side."""
    return bargain.stances.least if side == "least" else bargain.stances.most


def wide(one: Values) -> bool:
    """Whether a red line is there, and known as a range."""
    return bool(np.isfinite(one).all() and one[0] < one[2])


def varied(bargain: Bargain, some: tuple[Input, ...], points: Values) -> Lines:
    """Give the red lines at each point; those that are not inputs at their likeliest."""
    kept = {}
    for side in ("least", "most"):
        mode = ranges(bargain, side)[:, :, 1:2]
        kept[side] = np.repeat(mode, len(points), axis=2)
    for column, (party, issue, side) in enumerate(some):
        low, mode, high = ranges(bargain, side)[party, issue].tolist()
        kept[side][party, issue] = triangular(points[:, column], low, mode, high)
    return Lines(kept["least"], kept["most"])


def room_section(found: RoomRanges) -> Section:
    """Say which red lines decide whether each package has room."""
    said = tuple(in_words(found, one) for one in found.decided)
    rows = [row for one in found.decided for row in table_rows(found, one)]
    head = ("package", "red line", "alone", "with others")
    heading = "Which red line decides whether there is room"
    return Section(heading, said, Table(head, tuple(rows), NOTE) if rows else None)


def in_words(found: RoomRanges, one: Decided) -> Sentence:
    """Say what decides whether one package has room."""
    name = f"\u201c{one.package}\u201d"
    if one.found is None:
        return phrases.sentence(f"{name}: none of its red lines is known as a range.")
    count = found.base * (len(one.inputs) + 2)
    if one.found.variance == 0:
        state = f"open at all {count:,} points" if one.found.mean else f"shut at all {count:,} points"
        return phrases.sentence(f"{name}: {state} tried within the ranges, so no range decides.")
    lead = f"{name}: open {words.share(one.found.mean, count)}"
    if not told_apart(one):
        return phrases.sentence(f"{lead}, too seldom one or the other for any one range to be named.")
    parts = line_parts(found.bargain, one.inputs[ranked(one)[0]])
    return phrases.sentence(f"{lead}. That turns most on the ", *parts, together(one), ".")


def told_apart(one: Decided) -> bool:
    """Whether a package is both open and shut often enough for indices to mean something."""
    return one.found is not None and RARE <= one.found.mean <= 1 - RARE


def together(one: Decided) -> str:
    """Say how much goes by a red line, and where the next is too near to be told apart."""
    found = one.found
    assert found is not None  # noqa: S101
    order = ranked(one)
    first = order[0]
    said = f", by which {found.total[first]:.2f} of what varies goes, alone or with others"
    if len(order) > 1:
        gap = found.total[first] - found.total[order[1]]
        if gap < found.total_within[first] + found.total_within[order[1]]:
            said += "; the next is too near to be told apart"
    return said


def line_parts(bargain: Bargain, one: Input) -> list[Any]:
    """Name a red line, with the mark of what it rests on."""
    party, issue, side = one
    return [
        f"{side} that {words.name(bargain, party)} accepts on {bargain.issues[issue]}",
        words.bound(bargain, party, issue),
    ]


def ranked(one: Decided) -> list[int]:
    """Order the inputs of a package, the one that most goes by first."""
    assert one.found is not None  # noqa: S101
    return [int(place) for place in np.argsort(-one.found.total, kind="stable")]


def table_rows(found: RoomRanges, one: Decided) -> list[tuple[str, ...]]:
    """Lay out the red lines that decide most."""
    if one.found is None or not told_apart(one):
        return []
    rows: list[tuple[str, ...]] = []
    for place in ranked(one)[:SHOWN]:
        party, issue, side = one.inputs[place]
        line = f"{side} on {found.bargain.issues[issue]}, {words.name(found.bargain, party)}"
        first = f"{max(0.0, one.found.first[place]):.2f}"
        rows.append((one.package, line, first, f"{one.found.total[place]:.2f}"))
    return rows


def room_figures(found: RoomRanges) -> dict[str, Any]:
    """Give the indices, as JSON can hold them."""
    return {
        "base": found.base,
        "seed": found.seed,
        "packages": {one.package: figures_of(found.bargain, one) for one in found.decided},
    }


def figures_of(bargain: Bargain, one: Decided) -> dict[str, Any]:
    """Give the indices of one package."""
    if one.found is None:
        return {"share": None, "red_lines": []}
    lines = [
        {
            "party": bargain.parties[party],
            "issue": bargain.issues[issue],
            "side": {"least": "min", "most": "max"}[side],
            "first": float(one.found.first[place]),
            "first_within": float(one.found.first_within[place]),
            "total": float(one.found.total[place]),
            "total_within": float(one.found.total_within[place]),
        }
        for place, (party, issue, side) in enumerate(one.inputs)
    ]
    return {"share": one.found.mean, "red_lines": lines}
