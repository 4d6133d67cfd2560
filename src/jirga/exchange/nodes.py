"""The parts of a graph: nodes and the edges between them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Node:
    """Somebody or something in the graph.

    Attributes
    ----------
    id, label, kind : str
        Its id in the graph, what a reader sees, and what it is: party, body, person, option, issue, ...
    party : str
        The party's id in the conflict file, if it is one.
    aliases : tuple of str
        Its other names, in any script.
    """

    id: str
    label: str
    kind: str
    party: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Edge:
    """A tie from one to another.

    Attributes
    ----------
    relation, kind : str
        What the one does to the other, and whether it is a tie, a mandate, a consent or an option.
    sourced : bool or None
        Whether a source is cited for it; None where that is no question.
    """

    source: str
    target: str
    relation: str
    kind: str
    basis: str = ""
    cite: str = ""
    sourced: bool | None = None
    status: str = ""
    period: str = ""
    retracted: str = ""
