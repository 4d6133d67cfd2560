"""A drawing: the ways from the status quo, who moves on each arrow, and where somebody is worse off."""

from __future__ import annotations

from dataclasses import dataclass

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.firmness import SHORT, firmness
from jirga.brief.drawings.drawing import PALE, Drawing, arrow, box, count_lines, cut, lines
from jirga.solve.ways.attainment import Step

WIDTH, NODE, GAP = 752.0, 98.0, 118.0
NODE_HIGH, SPACE = 44.0, 10.0
ACROSS, ACROSS_HEAD, WHO, DONE = 3, 100, 18, 20


def ways(analysis: Analysis) -> Drawing | None:
    """Draw a lane for each outcome that holds: by steps all gain by, or by the shortest at all."""
    drawn = [(name, steps) for name in analysis.outcomes if (steps := worth_drawing(analysis, name))]
    if not drawn:
        return None
    parts, y, said = [], 0.0, []
    for name, steps in drawn:
        height, lane = drawn_lane(analysis, name, steps, y)
        parts += lane
        said.append(in_words(analysis, name, steps))
        y += height
    return Drawing("The ways from the status quo", " ".join(said), WIDTH, y, tuple(parts))


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
    """One outcome's way from y on, in rows of a few steps, and how high it is."""
    head = cut(headed(analysis, name), width=ACROSS_HEAD, most=2)
    parts = [f"<g font-weight='bold'>{''.join(lines(1, y + 14, head, width=ACROSS_HEAD))}</g>"]
    top = y + 14 + 14.4 * count_lines(head, ACROSS_HEAD)
    for first in range(0, len(steps), ACROSS):
        labels = [Labels.of(analysis, step) for step in steps[first : first + ACROSS]]
        middle = top + max(NODE_HIGH / 2, *(one.above for one in labels))
        for place, one in enumerate(labels):
            x = 1 + place * (NODE + GAP)
            parts += node(analysis, one.step.start, x, middle)
            parts += labelled_arrow(one, x + NODE, middle)
            if place == len(labels) - 1:
                parts += node(analysis, one.step.end, x + NODE + GAP, middle)
        top = middle + max(NODE_HIGH / 2, *(one.below for one in labels)) + SPACE
    return top + SPACE - y, parts


def headed(analysis: Analysis, name: str) -> str:
    """Say how an outcome holds, and whether it can be got to."""
    row = analysis.row(name)
    assert row is not None  # noqa: S101
    can = analysis.attained("together")[row]
    reached = "can be got to" if can else "cannot be got to by steps all gain by"
    held = f"holds {SHORT[firmness(analysis, row)]}".replace("holds yes", "holds")
    return f"{name}: {held}; {reached}"


def node(analysis: Analysis, row: int, x: float, middle: float) -> list[str]:
    """Make a state around a height: its name, or dots where nobody has named it."""
    name = cut(analysis.name(row) or "...", width=15, most=3)
    fill = PALE if row == analysis.status_quo else "white"
    first = middle + 4 - (count_lines(name, 15) - 1) * 6.6
    words = lines(x + NODE / 2, first, name, width=15, size=11.5, anchor="middle")
    return [box((x, middle - NODE_HIGH / 2, NODE, NODE_HIGH), fill=fill), *words]


@dataclass(frozen=True)
class Labels:
    """What stands at an arrow: who moves, above it; what they do and who is worse off, below it."""

    step: Step
    who: str
    done: str
    loser: str

    @classmethod
    def of(cls, analysis: Analysis, step: Step) -> Labels:
        """Put a step into words, as many as there is room for."""
        who = " + ".join(phrases.party(analysis, number) for number in step.movers)
        lost = f"\u00d7 worse off: {phrases.parties(analysis, step.losers)}" if step.losers else ""
        kept = cut(who, width=WHO, most=4), cut(changes(analysis, step), width=DONE, most=5)
        return cls(step, *kept, cut(lost, width=DONE, most=4) if lost else "")

    @property
    def above(self) -> float:
        """How much room the words above the arrow take."""
        return 6 + 13.2 * count_lines(self.who, WHO)

    @property
    def below(self) -> float:
        """How much room the words below the arrow take."""
        losers = 12.6 * count_lines(self.loser, DONE) if self.loser else 0
        return 8 + 12 * count_lines(self.done, DONE) + losers


def labelled_arrow(one: Labels, x: float, y: float) -> list[str]:
    """Draw a step at a height: dashed where a mover is worse off."""
    middle = x + GAP / 2
    first = y - 6 - (count_lines(one.who, WHO) - 1) * 13.2
    parts = [arrow((x + 2, y), (x + GAP - 2, y), dashed=bool(one.step.losers))]
    parts += lines(middle, first, one.who, width=WHO, size=11, anchor="middle")
    below = lines(middle, y + 16, one.done, width=DONE, size=10, anchor="middle")
    lost = y + 17 + 12 * len(below)
    below += lines(middle, lost, one.loser, width=DONE, size=10.5, anchor="middle") if one.loser else []
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
