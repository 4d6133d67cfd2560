"""Where boxes stand on a ring, the lines between them, and a place on each line for its number."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
INWARD, DOT, CLEAR = 0.45, 9.0, 3.0
TRIED = tuple(0.5 + side * step / 40 for step in range(17) for side in (1, -1))


@dataclass(frozen=True)
class Spot:
    """A box around a middle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def corner(self) -> tuple[float, float, float, float]:
        """Its left upper corner, width and height."""
        return self.x - self.width / 2, self.y - self.height / 2, self.width, self.height

    def near(self, point: Point, gap: float) -> bool:
        """Whether a point lies in it, or closer to it than a gap."""
        return (
            abs(point[0] - self.x) < self.width / 2 + gap and abs(point[1] - self.y) < self.height / 2 + gap
        )


def ring(sizes: Sequence[tuple[float, float]], width: float) -> tuple[list[Spot], float]:
    """Set boxes on an ellipse as wide as the drawing, in order from the top; two stand side by side.

    Returns
    -------
    list of Spot
        The boxes.
    float
        How high the drawing is.
    """
    many, tall = len(sizes), max(height for _, height in sizes)
    across = (width - max(one for one, _ in sizes)) / 2 - 1
    up = 0.0 if many < 3 else 80 + 17 * many + tall / 2
    turn = -math.pi if many < 3 else -math.pi / 2
    middle = up + tall / 2 + 2
    spots = []
    for place, (wide, high) in enumerate(sizes):
        angle = turn + 2 * math.pi * place / many
        spots.append(Spot(width / 2 + across * math.cos(angle), middle + up * math.sin(angle), wide, high))
    return spots, 2 * middle


def bend(one: Spot, other: Spot, centre: Point) -> Point:
    """Give the point a line is drawn towards, so that it passes inside of boxes between its ends."""
    middle = (one.x + other.x) / 2, (one.y + other.y) / 2
    return (
        middle[0] + (centre[0] - middle[0]) * 2 * INWARD,
        middle[1] + (centre[1] - middle[1]) * 2 * INWARD,
    )


def along(one: Spot, other: Spot, centre: Point, share: float) -> Point:
    """Give the point at a share of the way along a line."""
    by, rest = bend(one, other, centre), 1 - share
    return (
        rest * rest * one.x + 2 * rest * share * by[0] + share * share * other.x,
        rest * rest * one.y + 2 * rest * share * by[1] + share * share * other.y,
    )


def numbered_at(pairs: Iterable[tuple[int, int]], spots: Sequence[Spot], centre: Point) -> list[Point]:
    """Find for each line a place for its number that is clear of boxes and of the other numbers.

    Notes
    -----
    Where no place is clear of other numbers, the one furthest from them that is clear of boxes.
    """
    found: list[Point] = []
    for first, second in pairs:
        some = [along(spots[first], spots[second], centre, share) for share in TRIED]
        free = [point for point in some if not any(spot.near(point, DOT + CLEAR) for spot in spots)] or some
        found.append(
            max(free, key=lambda point: (min(room(point, found), 2 * DOT + CLEAR), -free.index(point)))
        )
    return found


def room(point: Point, others: Iterable[Point]) -> float:
    """How far a point is from the nearest of others."""
    return min((math.dist(point, other) for other in others), default=math.inf)
