"""A drawing: the ways from the status quo, who moves on each arrow, and where somebody is worse off."""

from __future__ import annotations

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.firmness import SHORT, firmness
from jirga.brief.drawings.drawing import PALE, Drawing, arrow, box, count_lines, lines, text
from jirga.solve.ways.attainment import Step

WIDTH, NODE, GAP = 752.0, 98.0, 118.0
ACROSS = 3
HEAD, LANE, SPACE = 40.0, 96.0, 8.0


def ways(analysis: Analysis) -> Drawing | None:
    """Draw a lane for each outcome that holds: by steps all gain by, or by the shortest at all."""
    drawn = [(name, steps) for name in analysis.outcomes if (steps := worth_drawing(analysis, name))]
    if not drawn:
        return None
    parts, y, said = [], HEAD, []
    for name, steps in drawn:
        height, lane = drawn_lane(analysis, name, steps, y)
        parts += lane
        said.append(in_words(analysis, name, steps))
        y += height
    return Drawing("The ways from the status quo", " ".join(said), WIDTH, y - HEAD, tuple(parts))


def worth_drawing(analysis: Analysis, name: str) -> list[Step]:
    """Give the way to an outcome that holds; empty for the status quo and for what breaks."""
    row = analysis.row(name)
    if (
        row is None
        or analysis.status_quo is None
        or row == analysis.status_quo
        or not firmness(analysis, row)
    ):
        return []
    return analysis.way(row) if analysis.attained("together")[row] else analysis.forced_way(row)


def drawn_lane(analysis: Analysis, name: str, steps: list[Step], y: float) -> tuple[float, list[str]]:
    """One outcome's way, in rows of a few steps."""
    row = analysis.row(name)
    assert row is not None  # noqa: S101
    reached = (
        "can be got to" if analysis.attained("together")[row] else "cannot be got to by steps all gain by"
    )
    head = f"{name}: holds {SHORT[firmness(analysis, row)]}; {reached}".replace("holds yes", "holds")
    parts = [text(1, y - 26, head, size=12, style="font-weight='bold'")]
    for place, step in enumerate(steps):
        x, top = 1 + (place % ACROSS) * (NODE + GAP), y + (place // ACROSS) * LANE
        parts += node(analysis, step.start, x, top)
        parts += labelled_arrow(analysis, step, x + NODE, top)
        if place % ACROSS == ACROSS - 1 or place == len(steps) - 1:
            parts += node(analysis, step.end, x + NODE + GAP, top)
    rows = -(-len(steps) // ACROSS)
    return rows * LANE + HEAD - SPACE, parts


def node(analysis: Analysis, row: int, x: float, y: float) -> list[str]:
    """Make a state: its name, or dots where nobody has named it."""
    name = analysis.name(row) or "..."
    height = count_lines(name, 15)
    fill = PALE if row == analysis.status_quo else "white"
    first = y + 24 - (height - 1) * 7
    return [box((x, y, NODE, 40), fill=fill), *lines(x + NODE / 2, first, name, width=15, anchor="middle")]


def labelled_arrow(analysis: Analysis, step: Step, x: float, y: float) -> list[str]:
    """Who moves, above the arrow; what they do, below it; dashed where a mover is worse off."""
    middle = x + GAP / 2
    who = " + ".join(phrases.party(analysis, number) for number in step.movers)
    parts = [arrow((x + 2, y + 20), (x + GAP - 2, y + 20), dashed=bool(step.losers))]
    above = count_lines(who, 18)
    parts += lines(middle, y + 14 - (above - 1) * 13, who, width=18, size=11, anchor="middle")
    done = changes(analysis, step)
    below = lines(middle, y + 36, done, width=20, size=10, anchor="middle")
    if step.losers:
        loser = phrases.parties(analysis, step.losers)
        below += lines(
            middle,
            y + 37 + 12 * len(below),
            f"\u00d7 worse off: {loser}",
            width=20,
            size=10.5,
            anchor="middle",
        )
    return parts + below


def changes(analysis: Analysis, step: Step) -> str:
    """Give the options taken (+) and taken back (\u2212), by id."""
    before, after = (set(analysis.board.states.taken(row)) for row in (step.start, step.end))
    atoms = analysis.board.states.atoms
    if analysis.conflict.by_states:
        return f"to {analysis.board.states.taken(step.end)[0]}"
    signs = [f"+{one}" for one in atoms if one in after - before]
    return " ".join([*signs, *(f"\u2212{one}" for one in atoms if one in before - after)])


def in_words(analysis: Analysis, name: str, steps: list[Step]) -> str:
    """One lane for those who do not see it."""
    said = []
    for step in steps:
        loss = f", and {phrases.parties(analysis, step.losers)} is worse off" if step.losers else ""
        said.append(f"{phrases.parties(analysis, step.movers)} {changes(analysis, step)}{loss}")
    return f"To {name}: {'; then '.join(said)}."
