"""How a sentence says what it says: asserted, hedged, conditional, asked, denied."""

from __future__ import annotations

import re

from jirga.reading.lexicon import either, words
from jirga.schema.record import Modality

LISTS = words("modality")
DENIED, CONDITIONAL, HEDGED = (
    re.compile(rf"\b{either(LISTS[one])}\b", re.IGNORECASE) for one in ("denied", "conditional", "hedged")
)
CLAUSE = re.compile(r"[;:]|,\s+(?:but|while|and)\s")


def modality(text: str, at: int) -> Modality:
    """Say how something that stands at a place in a sentence is said.

    Examples
    --------
    >>> modality("If talks fail, 5,000 people could flee.", 15)
    'conditional'
    """
    part = clause(text, at)
    if text.rstrip("\"' ").endswith("?"):
        return "question"
    if DENIED.search(part):
        return "denied"
    if CONDITIONAL.search(part):
        return "conditional"
    return "hedged" if HEDGED.search(part) else "asserted"


def clause(text: str, at: int) -> str:
    """Give the clause a place in a sentence belongs to."""
    cuts = [match.start() for match in CLAUSE.finditer(text)]
    return text[
        max((one for one in cuts if one <= at), default=0) : min(
            (one for one in cuts if one > at), default=len(text)
        )
    ]
