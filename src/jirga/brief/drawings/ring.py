"""Where boxes stand on a ring, the lines between them, and a place on each line for its number."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
DOT, CLEAR = 9.0, 3.0
TRIED = np.array([0.5 + side * step / 40 for step in range(17) for side in (1, -1)])
TRACED = np.linspace(0.0, 1.0, 25)


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

    def near(self, points: Points, gap: float) -> NDArray[np.bool_]:
        """Whether points lie in it, or closer to it than a gap."""
        away = np.abs(points - (self.x, self.y))
        reach = np.array((self.width / 2 + gap, self.height / 2 + gap))
        return np.asarray((away < reach).all(axis=-1))


@dataclass(frozen=True)
class Ring:
    """Boxes on an ellipse, in order from the top; two stand side by side.

    Attributes
    ----------
    sizes : tuple of (float, float)
        How wide and how high each box is.
    width : float
        How wide the drawing is.
    """

    sizes: tuple[tuple[float, float], ...]
    width: float

    @cached_property
    def up(self) -> float:
        """How far above the middle the first box stands."""
        many, tall = len(self.sizes), max(height for _, height in self.sizes)
        return 0.0 if many < 3 else 80 + 17 * many + tall / 2

    @cached_property
    def height(self) -> float:
        """How high the drawing is."""
        return 2 * self.up + max(height for _, height in self.sizes) + 4

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """The boxes."""
        many = len(self.sizes)
        across = (self.width - max(wide for wide, _ in self.sizes)) / 2 - 2
        turn = -math.pi if many < 3 else -math.pi / 2
        angles = (turn + 2 * math.pi * place / many for place in range(many))
        return tuple(
            Spot(self.width / 2 + across * math.cos(a), self.height / 2 + self.up * math.sin(a), *size)
            for a, size in zip(angles, self.sizes, strict=True)
        )

    def bend(self, first: int, second: int) -> tuple[float, float]:
        """Give the point a line is drawn towards: the more boxes, the further inside it passes between."""
        one, other, inward = self.spots[first], self.spots[second], min(0.9, 0.08 * len(self.spots))
        x, y = (one.x + other.x) / 2, (one.y + other.y) / 2
        return x + (self.width / 2 - x) * inward, y + (self.height / 2 - y) * inward

    def along(self, first: int, second: int, shares: Points) -> Points:
        """Give the points at some shares of the way along a line."""
        ends = [np.array((self.spots[end].x, self.spots[end].y)) for end in (first, second)]
        share, rest = shares[:, None], 1 - shares[:, None]
        curve: Points = (
            rest**2 * ends[0] + 2 * rest * share * np.array(self.bend(first, second)) + share**2 * ends[1]
        )
        return curve

    def numbers(self, pairs: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
        """Find a place on each line for its number: off boxes, off other numbers, off other lines.

        Notes
        -----
        In this order: what cannot be had of the later is given up for the earlier.
        """
        lines = [self.along(*pair, TRACED) for pair in pairs]
        found: list[tuple[float, float]] = []
        for place, pair in enumerate(pairs):
            some = self.along(*pair, TRIED)
            free = ~np.any([spot.near(some, DOT + CLEAR) for spot in self.spots], axis=0)
            others = [line for other, line in enumerate(lines) if other != place]
            off_numbers = np.minimum(away(some, np.array(found)), 2 * DOT + CLEAR)
            off_lines = np.minimum(away(some, np.array(others).reshape(-1, 2)), DOT + CLEAR)
            best = max(range(len(some)), key=lambda at: (free[at], off_numbers[at], off_lines[at], -at))
            found.append((float(some[best][0]), float(some[best][1])))
        return found


def away(points: Points, others: Points) -> Points:
    """How far each point is from the nearest of others."""
    if not len(others):
        return np.full(len(points), np.inf)
    nearest: Points = np.linalg.norm(points[:, None] - others[None], axis=-1).min(axis=1)
    return nearest
