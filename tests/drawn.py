"""What a drawing takes up on paper: boxes, circles and words, with no thing over another."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree as ET

from jirga.brief.drawings.drawing import Drawing

SVG = "{http://www.w3.org/2000/svg}"
LETTER = 0.52
"""How wide a letter is, on the average of a line, as a part of its size; measured for Latin text in print."""


@dataclass(frozen=True)
class Extent:
    kind: str
    said: str
    left: float
    top: float
    right: float
    bottom: float

    def over(self, other: Extent) -> bool:
        if self.kind == other.kind == "dot":
            apart = math.dist((self.left, self.top), (other.left, other.top))
            return apart < self.right - self.left
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > 1 and high > 1

    def inside(self, other: Extent) -> bool:
        return (
            self.left >= other.left - 1
            and self.right <= other.right + 1
            and self.top >= other.top - 1
            and self.bottom <= other.bottom + 1
        )


def wide(said: str) -> float:
    return sum(2.0 if unicodedata.east_asian_width(sign) in "WF" else 1.0
               for sign in said if not unicodedata.combining(sign)) * LETTER  # fmt: skip


def of_text(one: ET.Element) -> Extent:
    x, y, size = (float(one.get(key)) for key in ("x", "y", "font-size"))
    width = wide(one.text or "") * size
    left = {"start": x, "middle": x - width / 2, "end": x - width}[one.get("text-anchor")]
    return Extent("text", one.text or "", left, y - 0.72 * size, left + width, y + 0.2 * size)


def of_box(one: ET.Element) -> Extent:
    x, y, width, height = (float(one.get(key)) for key in ("x", "y", "width", "height"))
    return Extent("box", "", x, y, x + width, y + height)


def of_dot(one: ET.Element) -> Extent:
    x, y, r = (float(one.get(key)) for key in ("cx", "cy", "r"))
    return Extent("dot", "", x - r, y - r, x + r, y + r)


def extents(root: ET.Element) -> list[Extent]:
    return [
        *map(of_text, root.iter(f"{SVG}text")),
        *map(of_box, root.iter(f"{SVG}rect")),
        *map(of_dot, root.iter(f"{SVG}circle")),
    ]


def troubles(drawing: Drawing, *, boxes: bool = True) -> list[str]:
    """Say what lies over what, and what lies outside; `boxes`: words may not cross the edge of a box."""
    root = ET.XML(drawing.svg())
    paper = Extent("paper", "", 0, 0, drawing.width, drawing.height)
    every = extents(root)
    found = [f"outside: {one}" for one in every if not one.inside(paper)]
    for one, other in combinations(every, 2):
        kinds = {one.kind, other.kind}
        if not one.over(other) or one.inside(other) or other.inside(one):
            if kinds == {"text"} and one.over(other):
                found.append(f"over: {one} {other}")
            continue
        if kinds == {"text"} or boxes:
            found.append(f"over: {one} {other}")
    return found


def curves(root: ET.Element) -> list[list[tuple[float, float]]]:
    """Trace the bent lines of a drawing."""
    traced = []
    for one in root.iter(f"{SVG}path"):
        numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", one.get("d"))]
        if "Q" in one.get("d"):
            (x1, y1, cx, cy, x2, y2), steps = numbers, [step / 60 for step in range(61)]
            traced.append(
                [
                    (
                        (1 - s) ** 2 * x1 + 2 * s * (1 - s) * cx + s * s * x2,
                        (1 - s) ** 2 * y1 + 2 * s * (1 - s) * cy + s * s * y2,
                    )
                    for s in steps
                ]
            )
    return traced
