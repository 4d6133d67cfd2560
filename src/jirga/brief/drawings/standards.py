"""A drawing: every named outcome against every standard, and whether it can be got to."""

from __future__ import annotations

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.outcomes import how_attained
from jirga.brief.drawings.drawing import INK, PALE, Drawing, box, count_lines, cut, lines, rule, text
from jirga.schema.words import STANDARDS

NAMES, CELL, ROW, TOP = 170.0, 82.0, 34.0, 68.0
WIDTH = NAMES + 7 * CELL + 8


def outcomes_by_standards(analysis: Analysis) -> Drawing:
    """Draw a filled cell where an outcome holds, and who would leave where it does not."""
    parts = [*header()]
    for place, name in enumerate(analysis.outcomes):
        parts += outcome_row(analysis, name, TOP + place * ROW)
    height = TOP + len(analysis.outcomes) * ROW + 8
    return Drawing("Outcomes by standards", in_words(analysis), WIDTH, height, tuple(parts))


def header() -> list[str]:
    """Give the standards, each by what everybody is taken to fear."""
    parts = [text(0, 14, "It holds if each fears ...", size=12, style="font-weight='bold'")]
    for place, standard in enumerate(STANDARDS):
        said = phrases.HEADINGS[standard]
        said = "nothing: looks only at its own next move" if standard == "nash" else said
        parts += lines(centre(place), 30, said, width=14, size=10.5, anchor="middle")
    parts += lines(centre(len(STANDARDS)), 30, "Can it be got to?", width=12, size=10.5, anchor="middle")
    return parts


def outcome_row(analysis: Analysis, name: str, y: float) -> list[str]:
    """One outcome's cells."""
    called = cut(name, width=24, most=2)
    first = y + ROW / 2 + (4 if count_lines(called, 24) == 1 else -3)
    parts = [rule(0, WIDTH, y), *lines(0, first, called, width=24)]
    row = analysis.row(name)
    if row is None:
        return [*parts, text(NAMES, y + ROW / 2 + 4, "impossible", size=11, style="font-style='italic'")]
    for place, standard in enumerate(STANDARDS):
        leavers = analysis.leaves(row, standard)
        spot = (NAMES + place * CELL + 3, y + 4, CELL - 6, ROW - 8)
        if not leavers:
            parts += [box(spot, fill=INK), mark(centre(place), y, "holds")]
            continue
        who = ", ".join(phrases.party(analysis, number) for number in leavers)
        height = min(count_lines(who, 15), 2)
        parts.append(box(spot, fill=PALE, style="stroke-width='0.5'"))
        parts += lines(
            centre(place),
            y + ROW / 2 + (4 if height == 1 else -2),
            short(who),
            width=15,
            size=9,
            anchor="middle",
        )
    said = how_attained(analysis, row)
    parts += lines(
        centre(len(STANDARDS)),
        y + ROW / 2 + (4 if count_lines(said, 10) == 1 else -2),
        said,
        width=10,
        size=10.5,
        anchor="middle",
    )
    return parts


def short(who: str) -> str:
    """Keep what fits on two lines."""
    return cut(who, width=15, most=2)


def centre(place: int) -> float:
    """Give the middle of a column."""
    return NAMES + place * CELL + CELL / 2


def mark(x: float, y: float, said: str) -> str:
    """White words on a filled cell."""
    return text(x, y + ROW / 2 + 4, said, size=11, anchor="middle", style="style='fill:white'")


def in_words(analysis: Analysis) -> str:
    """Give the drawing for those who do not see it."""
    said = []
    for name in analysis.outcomes:
        row = analysis.row(name)
        if row is None:
            said.append(f"{name}: impossible")
            continue
        holds = [phrases.HEADINGS[one].rstrip("*") for one in STANDARDS if analysis.holding[one][row]]
        kept = f"holds by {phrases.listing(holds)}" if holds else "holds by no standard"
        said.append(f"{name}: {kept}; can it be got to: {how_attained(analysis, row)}")
    return ". ".join(said) + "."
