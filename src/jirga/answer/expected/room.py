"""Run what is expected of room for a deal: zones, gaps, shares of draws, linkages that never follow."""

from __future__ import annotations

from functools import lru_cache

from jirga.answer.analysis import Analysis
from jirga.answer.bargaining.bargain import Bargain
from jirga.answer.expected.found import found_instead
from jirga.schema.expected import room as kinds
from jirga.solve.room.issue import Zone

CLOSE = 1e-6


@lru_cache(maxsize=2)
def bargain_of(analysis: Analysis) -> Bargain:
    """Lay out what is bargained over in a conflict, once for all its expectations."""
    return Bargain(analysis.conflict)


def shown(one: Zone) -> str:
    """Write a zone or a gap."""
    return f"room from {one.least:g} to {one.most:g}" if one.open else f"{one.gap:g} apart"


@found_instead.register
def _(expected: kinds.RoomOn, analysis: Analysis) -> str:
    one = bargain_of(analysis).zones[expected.room]
    least, most = expected.zone
    meant = one.open and abs(one.least - least) < CLOSE and abs(one.most - most) < CLOSE
    return "" if meant else f"{expected.room}: {shown(one)}"


@found_instead.register
def _(expected: kinds.GapOn, analysis: Analysis) -> str:
    bargain = bargain_of(analysis)
    one = bargain.zones[expected.gap]
    if one.open or abs(one.gap - expected.points) > CLOSE:
        return f"{expected.gap}: {shown(one)}"
    ends = [{bargain.parties[party] for party in some} for some in (one.below, one.above)]
    bind = len(expected.between) == 2 and any(
        {first} <= ends[0] and {second} <= ends[1]
        for first, second in (expected.between, expected.between[::-1])
    )
    if not expected.between or bind:
        return ""
    return f"it is between {' or '.join(sorted(ends[0]))} and {' or '.join(sorted(ends[1]))}"


@found_instead.register
def _(expected: kinds.OpenShare, analysis: Analysis) -> str:
    found = bargain_of(analysis).share(expected.open)
    least, most = expected.share
    return "" if least <= found <= most else f"it is open in {found:.3f} of the draws"


@found_instead.register
def _(expected: kinds.NeverFires, analysis: Analysis) -> str:
    bargain = bargain_of(analysis)
    if all(one.id != expected.never_fires for one in bargain.conflict.linkages):
        return f"no linkage is called {expected.never_fires!r} there"
    return "" if expected.never_fires in bargain.never else "its condition is within reach"
