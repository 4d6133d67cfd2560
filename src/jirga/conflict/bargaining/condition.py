"""Conditions on issues, as `posts <= 30 and crossing >= 50`: read, and cut into boxes of values."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from jirga.conflict.formula import Formula, FormulaTrouble, parse

COMPARISON = re.compile(r"""([A-Za-z_]\w*)\s*(<=|>=|<|>|=)\s*("[^"]*"|'[^']*'|[\w.]+)""")
HINT = (
    "a condition is like: posts <= 30 and (crossing >= 50 or restraint > 20); a settlement of several words "
    "stands in quotation marks: channel = 'both together'"
)
MAX_BOXES = 64

Box = dict[str, tuple[float, float]]
PlaceOf = Callable[[str, str], float]


@dataclass(frozen=True)
class Comparison:
    """One issue held against one value.

    Attributes
    ----------
    issue : str
        The issue.
    sign : str
        One of <=, >=, <, >, =.
    value : str
        A number, or a settlement by name, as it is written.
    """

    issue: str
    sign: str
    value: str


@dataclass(frozen=True)
class Condition:
    """A formula over comparisons; its atoms are their places in the list."""

    formula: Formula
    comparisons: tuple[Comparison, ...]

    def boxes(self, place_of: PlaceOf) -> list[Box]:
        """Cut the condition into boxes, one for each way in which it can be true.

        Parameters
        ----------
        place_of : callable
            Gives the place from 0 to 100 of an issue's value as it is written.

        Returns
        -------
        list of dict
            For each issue the least and the most; issues left out may have any value. A value that must be
            exceeded starts just above it. No box where the condition cannot be true.
        """
        return widest(expanded(self, self.formula, place_of, positive=True))

    def contrary(self, place_of: PlaceOf) -> list[Box]:
        """Cut the contrary of the condition into boxes."""
        return widest(expanded(self, self.formula, place_of, positive=False))


@cache
def read_condition(text: str) -> Condition:
    """Read a condition.

    Raises
    ------
    FormulaTrouble
        It cannot be read.

    Examples
    --------
    >>> found = read_condition("posts <= 30 and not crossing < 50")
    >>> found.boxes(lambda issue, value: float(value))
    [{'posts': (0.0, 30.0), 'crossing': (50.0, 100.0)}]
    """
    comparisons: list[Comparison] = []

    def put(match: re.Match[str]) -> str:
        comparisons.append(Comparison(match[1], match[2], match[3].strip("\"'")))
        return f'"#{len(comparisons) - 1}"'

    replaced = COMPARISON.sub(put, text)
    try:
        formula = parse(replaced)
    except FormulaTrouble:
        raise FormulaTrouble(f"{text!r} is no condition on issues", HINT) from None
    if any(not name.startswith("#") for name in formula.atoms()):
        raise FormulaTrouble(f"{text!r} compares nothing", HINT)
    return Condition(formula, tuple(comparisons))


def expanded(condition: Condition, formula: Formula, place_of: PlaceOf, *, positive: bool) -> list[Box]:
    """Expand a formula, or its contrary, into boxes."""
    if formula.op == "atom":
        return comparison_boxes(condition.comparisons[int(formula.name[1:])], place_of, positive=positive)
    if formula.op in {"true", "false"}:
        return [{}] if (formula.op == "true") == positive else []
    parts = list(formula.parts)
    if formula.op == "not":
        return expanded(condition, parts[0], place_of, positive=not positive)
    if formula.op == "implies":
        parts = [Formula("not", (parts[0],)), parts[1]]
    if formula.op == "iff":
        return expanded(condition, as_cases(parts), place_of, positive=positive)
    found = [expanded(condition, part, place_of, positive=positive) for part in parts]
    together = (formula.op == "and") == positive
    boxes = widest(conjunctions(found) if together else (box for some in found for box in some))
    if len(boxes) > MAX_BOXES:
        raise FormulaTrouble("a condition with too many cases", "split it into several linkages")
    return boxes


def as_cases(parts: list[Formula]) -> Formula:
    """Write 'one iff two' as: both, or neither."""
    whole = parts[0]
    for part in parts[1:]:
        neither = Formula("and", (Formula("not", (whole,)), Formula("not", (part,))))
        whole = Formula("or", (Formula("and", (whole, part)), neither))
    return whole


def comparison_boxes(one: Comparison, place_of: PlaceOf, *, positive: bool) -> list[Box]:
    """Give the values of an issue at which a comparison is true, or false."""
    value = place_of(one.issue, one.value)
    above, below = math.nextafter(value, math.inf), math.nextafter(value, -math.inf)
    ranges = {
        "<=": [(0.0, value)],
        ">=": [(value, 100.0)],
        "<": [(0.0, below)],
        ">": [(above, 100.0)],
        "=": [(value, value)],
    }
    contrary = {"<=": ">", ">=": "<", "<": ">=", ">": "<="}
    if positive:
        return [{one.issue: span} for span in ranges[one.sign]]
    if one.sign == "=":
        return [{one.issue: (0.0, below)}, {one.issue: (above, 100.0)}]
    return [{one.issue: span} for span in ranges[contrary[one.sign]]]


def conjunctions(found: list[list[Box]]) -> Iterator[Box]:
    """Join one box of each list, keeping what they have in common."""
    for boxes in product(*found):
        joined: Box = {}
        for box in boxes:
            for issue, (low, high) in box.items():
                before = joined.get(issue, (0.0, 100.0))
                joined[issue] = (max(before[0], low), min(before[1], high))
        yield joined


def widest(boxes: Iterable[Box]) -> list[Box]:
    """Leave out boxes into which no value fits, and those inside another."""
    found: list[Box] = []
    for box in boxes:
        if any(low > high for low, high in box.values()) or any(within(box, other) for other in found):
            continue
        found = [other for other in found if not within(other, box)] + [box]
    return found


def within(box: Box, other: Box) -> bool:
    """Whether one box lies in another."""
    spans = ((span, box.get(issue, (0.0, 100.0))) for issue, span in other.items())
    return all(outer[0] <= inner[0] and inner[1] <= outer[1] for outer, inner in spans)
