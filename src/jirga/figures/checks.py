"""All checks in their order: inside each document, then between documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from jirga.figures import dates
from jirga.figures.between import between_checks
from jirga.figures.changes import change_checks
from jirga.figures.finding import WORST, Finding
from jirga.figures.parts import parts_checks
from jirga.figures.rates import rate_checks
from jirga.figures.shares import Mostly, share_checks
from jirga.figures.source import Happening, Source
from jirga.figures.travelled import Travelled

One = TypeVar("One", Source, Happening)


def findings(
    some: Sequence[Source],
    happenings: Sequence[Happening],
    mostly: Iterable[Mostly],
    travelled: Sequence[Travelled],
) -> list[Finding]:
    """Check figures inside documents, then between them; the worst of each first.

    Parameters
    ----------
    travelled : sequence of Travelled
        The same figures, traced by `travelled.traced`.
    """
    found = inside(some, happenings)
    found += share_checks(mostly, some)
    found += dates.begun_checks(happenings)
    found += between_checks(travelled)
    return sorted(found, key=lambda one: (not one.within, WORST.index(one.verdict)))


def inside(some: Sequence[Source], happenings: Sequence[Happening]) -> list[Finding]:
    """Check the figures of each document; a change looks for its counts in the others too."""
    found: list[Finding] = []
    lasting = by_document(happenings)
    for document, own in by_document(some).items():
        found += parts_checks(own)
        found += change_checks(own, some)
        found += rate_checks(own)
        found += dates.every(own, lasting.get(document, []))
    return found


def by_document(some: Iterable[One]) -> dict[str, list[One]]:
    """Sort by document, in the order of the text."""
    kept: dict[str, list[One]] = defaultdict(list)
    for one in some:
        kept[one.document.id].append(one)
    return kept
