"""The zone of one issue: how wide, or how wide the gap, and who binds it."""

from __future__ import annotations

from dataclasses import dataclass

from jirga.solve.room.zones import Group, Table


@dataclass(frozen=True)
class Zone:
    """What everybody needed accepts on one issue, at a single draw.

    Attributes
    ----------
    issue : int
        The issue.
    members : tuple of int
        Whose yes it is; of several sets that are enough, the one that leaves most room.
    least, most : float
        The highest of the least and the lowest of the most that they accept.
    below, above : tuple of int
        The parties at whose red lines the zone ends on either side; none where the scale ends it.
    """

    issue: int
    members: Group
    least: float
    most: float
    below: Group
    above: Group

    @property
    def gap(self) -> float:
        """How far the red lines are apart; 0 where there is room."""
        return max(0.0, self.least - self.most)

    @property
    def open(self) -> bool:
        """Whether there is room."""
        return self.least <= self.most


def zone(table: Table, issue: int) -> Zone:
    """Give the zone of an issue at a single draw, without linkages.

    Examples
    --------
    >>> import numpy as np
    >>> from jirga.solve.room.draws import Lines
    >>> lines = Lines(np.array([[[40.0]], [[-np.inf]]]), np.array([[[np.inf]], [[35.0]]]))
    >>> found = zone(Table(lines, (), {0: ((0, 1),)}), 0)
    >>> found.gap, found.below, found.above
    (5.0, (0,), (1,))
    """
    return max((zone_for(table, issue, group) for group in table.needed[issue]), key=width)


def width(one: Zone) -> float:
    """Give the width of a zone; below 0 for a gap."""
    return one.most - one.least


def zone_for(table: Table, issue: int, members: Group) -> Zone:
    """Give the zone of one set of parties."""
    low, high = (float(one[0]) for one in table.zone(issue, members))
    least, most = table.lines.least[:, issue, 0], table.lines.most[:, issue, 0]
    below = tuple(party for party in members if least[party] == low)
    above = tuple(party for party in members if most[party] == high)
    return Zone(issue, members, low, high, below, above)
