"""A way to one state, searched from both ends, where a map of the ways to all of them would be too large."""

from __future__ import annotations

from jirga.solve.sweeps.movers import Movers
from jirga.solve.ways.attainment import UNREACHED, Search, Step, way
from jirga.solve.ways.joint import MAX_TOGETHER


def route(movers: Movers, start: int, end: int, together: int = MAX_TOGETHER) -> list[Step] | None:
    """Find a shortest way from one state to another by steps that everybody who moves gains by.

    Parameters
    ----------
    start, end : int
        The rows of the states.
    together : int
        The largest number of parties that move together; 1 for steps of single parties.

    Returns
    -------
    list of Step or None
        From the start, empty if it is the end; None if there is no way.

    Notes
    -----
    Both searches go step by step, always the one that has reached fewer states of late. The first state that
    both reach lies on a shortest way; if either comes to its end before, there is none. No move is stored.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> [step.movers for step in route(dilemma, 0, 3, together=2)]
    [(0, 1)]
    >>> route(dilemma, 0, 3, together=1) is None
    True
    """
    return route_from(Search(movers, start, together), end)


def route_from(there: Search, end: int) -> list[Step] | None:
    """Find a shortest way on from where a search has come; it may be used again for another state.

    The search goes on only by whole steps. What it has reached before the way to another state is not gone
    through again, and once it has come to its end every further answer is at hand.
    """
    movers, together = there.movers, there.together
    back = Search(movers.mirrored, end, together)
    if movers.two_way:
        back.kept = there.kept
    middle = end if there.distance[end] != UNREACHED else meeting(there, back)
    if middle is None:
        return None
    onward = way(movers.mirrored, back.distance, middle, together)
    turned = [Step(step.movers, step.end, step.start) for step in reversed(onward)]
    return way(movers, there.distance, middle, together) + turned


def meeting(there: Search, back: Search) -> int | None:
    """Let two searches grow towards one another, and give the first state that both reach."""
    while len(there.wave) and len(back.wave):
        forward = len(there.wave) <= len(back.wave)
        nearer, farther = (there, back) if forward else (back, there)
        met: list[int] = []
        for fresh in nearer.grown():
            met += fresh[farther.distance[fresh] != UNREACHED][:1].tolist()
            if met and not forward:
                break
        if met:
            return met[0]
    return None
