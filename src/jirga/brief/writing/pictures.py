"""The drawings of a brief as files, in the fonts of print, and how wide each stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from itertools import groupby
from typing import Any

from jirga.brief.content.lines import Brief, Part
from jirga.brief.drawings.drawing import FONT, Drawing
from jirga.brief.writing.pieces import plain

FULL, SMALL, LARGER = 752.0, 400.0, 1.13
PRINTED = "font-family='Libertinus Serif, Noto Naskh Arabic'"


def side_by_side(parts: Iterable[Part]) -> list[list[Part]]:
    """Put small drawings that follow one another together; every other part stands alone."""
    some: list[list[Part]] = []
    for small, group in groupby(parts, is_small):
        each = list(group)
        some += [each] if small else [[one] for one in each]
    return some


def is_small(part: Part) -> bool:
    """Whether a part is nothing but a drawing of half the width."""
    return part.drawing is not None and part.drawing.width <= SMALL and not part.every


def picture(part: Part) -> dict[str, Any]:
    """Say in which file a part's drawing is, how it is told, and how much of the width it takes."""
    assert part.drawing is not None  # noqa: S101
    share = 1.0 if is_small(part) else min(1.0, part.drawing.width / FULL)
    return {"file": file_name(part.drawing), "alt": told(part.drawing), "share": share}


def told(drawing: Drawing) -> str:
    """Give a drawing's text alternative: what it is, then what it shows."""
    return plain(f"{drawing.title}. {drawing.description}")


def file_name(drawing: Drawing) -> str:
    """Name the file of a drawing after what is in it."""
    return f"{sha256(drawing.svg().encode('utf-8', 'replace')).hexdigest()[:16]}.svg"


def pictures(brief: Brief) -> dict[str, bytes]:
    """Give each drawing as a file, in the fonts of print."""
    some = (one.drawing for one in (*brief.main, *brief.annexes) if one.drawing)
    return {file_name(one): printed_svg(one) for one in some}


def printed_svg(drawing: Drawing) -> bytes:
    """Give a drawing in the fonts of print, whose narrower letters are drawn larger."""
    svg = plain(drawing.svg()).replace(FONT, PRINTED)
    return re.sub(r"(?<=font-size=')[0-9.]+", larger, svg).encode()


def larger(size: re.Match[str]) -> str:
    """Write a size of letters for print."""
    return f"{float(size[0]) * LARGER:g}"
