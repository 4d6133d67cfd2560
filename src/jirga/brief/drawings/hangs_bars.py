"""A drawing: what the answer hangs on, a bar for each want by how many of its edits flip something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jirga.answer import phrases
from jirga.answer.stress.hangs import by_want
from jirga.answer.stress.tried_edits import Hanging
from jirga.brief.drawings.drawing import INK, Drawing, box, count_lines, cut, hatched, lines, rule, text
from jirga.schema.words import Standard

WIDTH, LEFT, RIGHT, BAR, ROW, LINE = 752.0, 330.0, 690.0, 16.0, 24.0, 13.2
SIGNS, MOST, FEWEST_ROWS = 52, 3, 12
FIRM = frozenset({"stated", "reported"})
GREY = "#9a9a9a"
LEGEND = (
    ("stated or reported", 0.0),
    ("argued or inferred", 150.0),
    ("assumed", 300.0),
)


@dataclass(frozen=True)
class Bar:
    """A want, and in how many of its edits a verdict is another.

    Attributes
    ----------
    want, says, who, basis : str
        Its id, what it says, whose it is, and how it is known.
    flips, tried : int
        In how many edits something flips, and of how many.
    """

    want: str
    says: str
    who: str
    flips: int
    tried: int
    basis: str

    @property
    def label(self) -> str:
        """What stands beside the bar."""
        return f"{self.who}: {self.says} ({self.basis})"


def bars(found: Hanging, by: Standard = "seq") -> list[Bar]:
    """Count for each want in how many of its edits something flips; those that flip most come first."""
    conflict, made = found.analysis.conflict, []
    for name, flips, tried in by_want(found, by):
        want = conflict.wants[name]
        who = next(one.short or one.name for one in conflict.parties.values() if want in one.prefers)
        basis = phrases.known_by(want, name).basis
        made.append(Bar(name, want.why or want.want, who, len(flips), tried, basis))
    return made


def hangs_bars(some: Sequence[Bar]) -> Drawing | None:
    """Draw a bar for each of the first twelve wants; None where nothing hangs on a single want."""
    shown = some[:FEWEST_ROWS]
    if not shown:
        return None
    parts, y = legend(), 34.0
    most = max(one.flips for one in shown)
    for one in shown:
        made, y = drawn(one, y, most)
        parts += made
    return Drawing("What the answer hangs on", in_words(shown, len(some)), WIDTH, y, tuple(parts))


def legend() -> list[str]:
    """Say what the fillings mean."""
    parts = []
    for (said, x), basis in zip(LEGEND, ("stated", "argued", "assumed"), strict=True):
        parts += [filled((x + 1, 5, 26, 12), basis), text(x + 34, 15, said, size=11)]
    return [*parts, rule(0, WIDTH, 28)]


def drawn(one: Bar, y: float, most: int) -> tuple[list[str], float]:
    """Draw one want's line, and say where the next begins."""
    label = cut(one.label, width=SIGNS, most=MOST)
    height = max(ROW, count_lines(label, SIGNS) * LINE + 8)
    first = y + height / 2 - (count_lines(label, SIGNS) - 1) * LINE / 2 + 4
    length = (RIGHT - LEFT) * one.flips / most
    return [
        *lines(0, first, label, width=SIGNS, size=11),
        filled((LEFT, y + (height - BAR) / 2, length, BAR), one.basis),
        text(LEFT + length + 6, y + height / 2 + 4, f"{one.flips} of {one.tried}", size=11),
    ], y + height


def filled(spot: tuple[float, float, float, float], basis: str) -> str:
    """Make a bar whose filling says how the want is known: black, grey, or slanting lines."""
    if basis not in FIRM and basis not in {"argued", "inferred"}:
        return hatched(spot, step=4)
    return box(spot, fill=INK if basis in FIRM else GREY, style="stroke-width='0.5'")


def in_words(shown: Sequence[Bar], every: int) -> str:
    """Give the drawing for those who do not see it."""
    said = [
        f"{one.label[:1].upper()}{one.label[1:]}: {one.flips} of {phrases.numbered(one.tried, 'edit')} "
        f"{'flips' if one.flips == 1 else 'flip'} something."
        for one in shown
    ]
    rest = every - len(shown)
    more = [f"{phrases.numbered(rest, 'more want')} on which less hangs."] if rest else []
    return " ".join([*said, *more])
