"""A drawing: where those whose yes an issue needs stand on it, their red lines, and the room or the gap."""

from __future__ import annotations

import math
from dataclasses import dataclass

from jirga.answer.bargaining import words
from jirga.answer.bargaining.bargain import Bargain
from jirga.answer.consent.rule_words import issue_name
from jirga.brief.drawings.drawing import (
    INK,
    LINE,
    Drawing,
    bracket,
    count_lines,
    cut,
    diamond,
    hatched,
    line,
    lines,
    rule,
    text,
)
from jirga.schema.bargaining import Issue
from jirga.solve.room.issue import Zone

WIDTH, LEFT, RIGHT, ROW = 376.0, 98.0, 362.0, 25.0
NAME, HEAD, SMALL, SCALE = 15, 50, 60, 66
MODE, BAND = 1, "#d8d8d8"


@dataclass(frozen=True)
class Row:
    """One party's line: where it would like the issue, and its red lines; NaN or infinite where not stated.

    Attributes
    ----------
    name : str
        The party's short name.
    ideal, least, most : tuple of float
        Lowest, likeliest and highest.
    """

    name: str
    ideal: tuple[float, ...]
    least: tuple[float, ...]
    most: tuple[float, ...]

    @property
    def silent(self) -> bool:
        """Whether nothing of it is stated."""
        return math.isnan(self.ideal[MODE]) and not (self.has(self.least) or self.has(self.most))

    def has(self, ends: tuple[float, ...]) -> bool:
        """Whether a red line is stated."""
        return math.isfinite(ends[MODE])


def positions_chart(bargain: Bargain, issue: str) -> Drawing:
    """Draw a line for each party whose yes an issue needs, over the room they leave or the gap between them.

    A diamond is where a party would like the issue, the thick line how far that may lie from there; a bracket
    is its red line, the dotted line under it how far that may lie. The thin line is what it accepts.
    """
    zone, some = bargain.zones[issue], rows(bargain, issue)
    parts, y = head(bargain, zone)
    foot = y + len(some) * ROW
    parts += [
        ground(zone, y, foot),
        *(part for n, one in enumerate(some) for part in drawn(one, y + n * ROW)),
    ]
    scale, bottom = axis(bargain.conflict.issues[issue], foot)
    title = f"{issue_name(issue)}: positions and red lines"
    return Drawing(title, in_words(bargain, zone, some), WIDTH, bottom, (*parts, *scale))


def rows(bargain: Bargain, issue: str) -> list[Row]:
    """Lay out where each of those drawn stands."""
    number, stated = bargain.issues.index(issue), bargain.stances
    return [
        Row(
            words.name(bargain, who),
            *(tuple(some[who, number].tolist()) for some in (stated.ideal, stated.least, stated.most)),
        )
        for who in drawn_parties(bargain, issue)
    ]


def drawn_parties(bargain: Bargain, issue: str) -> list[int]:
    """Give those who have a line: whose yes the issue needs, or, if no party's is, all with a position."""
    heard = {bargain.parties.index(one.party) for one in bargain.positions(issue)}
    return list(bargain.zones[issue].members) or sorted(heard)


def head(bargain: Bargain, zone: Zone) -> tuple[list[str], float]:
    """Write the issue's name and its room or gap, and say where the lines begin."""
    issue = bargain.issues[zone.issue]
    says = bargain.conflict.issues[issue].says
    said = issue_name(issue) if not says or says == issue_name(issue) else f"{issue_name(issue)}: {says}"
    said = cut(said, width=HEAD, most=3)
    y = 12.0
    parts = [f"<g font-weight='bold'>{''.join(lines(0, y, said, width=HEAD, size=12))}</g>"]
    y += 14.4 * count_lines(said, HEAD)
    found = cut(f"{verdict(bargain, zone)}.", width=SMALL, most=3)
    parts += lines(0, y, found, width=SMALL, size=10.5)
    return parts, y + 12.6 * count_lines(found, SMALL)


def verdict(bargain: Bargain, zone: Zone) -> str:
    """Say what room there is, or how wide the gap is and between whom."""
    if zone.open:
        return f"Room: {words.span(bargain, zone.issue, max(zone.least, 0), min(zone.most, 100))}"
    ends = (words.names(bargain, some, "or") for some in (zone.below, zone.above))
    return f"No room: {zone.gap:g} apart, {' against '.join(ends)}"


def ground(zone: Zone, y: float, foot: float) -> str:
    """Shade the room, or hatch the gap and write its width over it."""
    low, high = sorted((max(zone.least, 0.0), min(zone.most, 100.0)))
    spot = (at(low), y, max(at(high) - at(low), 2.0), foot - y)
    if zone.open:
        return (
            f"<rect x='{spot[0]:g}' y='{spot[1]:g}' width='{spot[2]:g}' height='{spot[3]:g}' fill='{BAND}' "
            f"stroke='{LINE}' stroke-width='0.5'/>"
        )
    return hatched(spot)


def at(value: float) -> float:
    """Give where a place on the scale stands in the drawing."""
    return LEFT + (RIGHT - LEFT) * min(max(value, 0.0), 100.0) / 100


def drawn(one: Row, y: float) -> list[str]:
    """Draw one party's line."""
    middle = y + ROW / 2
    name = cut(one.name, width=NAME, most=2)
    first = middle + (4 if count_lines(name, NAME) == 1 else -2)
    parts = [rule(0, RIGHT, y), *lines(0, first, name, width=NAME, size=10.5)]
    if one.silent:
        return [*parts, text(LEFT + 4, middle + 4, "not stated", size=10, style="font-style='italic'")]
    low, high = one.least[MODE], one.most[MODE]
    parts.append(line(at(low), at(high), middle, "stroke-width='1'"))
    for ends, opens in ((one.least, 1), (one.most, -1)):
        if one.has(ends):
            parts += [red_line_range(ends, middle + 9.5), bracket(at(ends[MODE]), middle, opens=opens)]
    if not math.isnan(one.ideal[MODE]):
        parts.append(line(at(one.ideal[0]), at(one.ideal[2]), middle, "stroke-width='4'"))
        parts.append(diamond(at(one.ideal[MODE]), middle))
    return parts


def red_line_range(ends: tuple[float, ...], y: float) -> str:
    """Draw how far a red line may lie."""
    return line(at(ends[0]), at(ends[2]), y, "stroke-width='1.5' stroke-dasharray='1.5 2'")


def axis(issue: Issue, y: float) -> tuple[list[str], float]:
    """Draw the scale, and say what its places mean; settlements are counted from one."""
    marks = places(issue)
    parts = [line(LEFT, RIGHT, y, "stroke-width='1'")]
    for place, short in marks:
        parts.append(f"<path d='M {at(place):g} {y:g} v 4' stroke='{INK}'/>")
        parts.append(text(at(place), y + 14, short, size=9.5, anchor="middle") if short else "")
    said = meanings(issue)
    if not said:
        return parts, y + 18
    parts += lines(0, y + 27, said, width=SCALE, size=9.5)
    return parts, y + 22 + 11.4 * count_lines(said, SCALE)


def places(issue: Issue) -> list[tuple[float, str]]:
    """Give the places marked on a scale; of many settlements only the first and the last have a number."""
    many = len(issue.settlements)
    if not many:
        return [(0.0, "0"), (25.0, ""), (50.0, "50"), (75.0, ""), (100.0, "100")]
    few = {1, many} if many > 12 else set(range(1, many + 1))
    return [(100.0 * n / max(many - 1, 1), str(n + 1) if n + 1 in few else "") for n in range(many)]


def meanings(issue: Issue) -> str:
    """Say what the places on a scale mean."""
    if issue.settlements:
        return "; ".join(f"{n} {name}" for n, name in enumerate(issue.settlements, start=1))
    ordered = sorted(issue.scale.items(), key=lambda item: float(item[0]))
    return "; ".join(f"{place} {says}" for place, says in ordered)


def in_words(bargain: Bargain, zone: Zone, some: list[Row]) -> str:
    """Give the drawing for those who do not see it."""
    said = [verdict(bargain, zone), *(party_in_words(bargain, zone.issue, one) for one in some)]
    meant = meanings(bargain.conflict.issues[bargain.issues[zone.issue]])
    return ". ".join([*said, *([f"On the scale: {meant}"] if meant else [])]) + "."


def party_in_words(bargain: Bargain, issue: int, one: Row) -> str:
    """Say where one party stands."""
    if one.silent:
        return f"{one.name}: not stated"
    said = []
    if not math.isnan(one.ideal[MODE]):
        said.append(f"would like {ranged(bargain, issue, one.ideal)}")
    for ends, how in ((one.least, "least"), (one.most, "most")):
        if one.has(ends):
            said.append(f"accepts at {how} {ranged(bargain, issue, ends)}")
    if not (one.has(one.least) or one.has(one.most)):
        said.append("no red line stated")
    return f"{one.name}: {', '.join(said)}"


def ranged(bargain: Bargain, issue: int, ends: tuple[float, ...]) -> str:
    """Write the likeliest place, and the range around it where there is one."""
    likeliest = words.value(bargain, issue, ends[MODE])
    if ends[0] == ends[2]:
        return likeliest
    return (
        f"{likeliest} (from {words.value(bargain, issue, ends[0])} to {words.value(bargain, issue, ends[2])})"
    )
