"""One party's moves of one kind, whichever way the conflict is given."""

from __future__ import annotations

from jirga.conflict.board import board
from jirga.conflict.file import parse_text
from jirga.solve.sweeps.arcs import Arcs
from jirga.solve.sweeps.fibres import AnyMove, BestImprovement, Improvement
from jirga.solve.sweeps.movers import Movers

OPTIONS = "{title: t, parties: {p: {name: P, options: {x: x, y: y}, prefers: [x iff y, x]}}}"
STATES = "{title: t, states: [a, b, c], parties: {p: {name: P, moves: {a: [b, c]}, ranking: [c, b, a]}}}"


def test_in_option_form_moves_are_computed() -> None:
    """Options give moves within fibres, of each kind, and two of them in a row are one or none."""
    movers = Movers(board(parse_text(OPTIONS)))
    kinds = [type(movers.of(0, kind)) for kind in ("any", "improving", "best")]
    assert kinds == [AnyMove, Improvement, BestImprovement]
    targets = [movers.of(0, kind).targets(0).tolist() for kind in ("any", "improving", "best")]
    assert targets == [[1, 2, 3], [3], [3]]
    assert movers.transitive
    assert (len(movers.parties), movers.size) == (1, 4)


def test_in_a_graph_moves_are_listed() -> None:
    """States give moves arc by arc, of each kind, and two of them in a row are two."""
    movers = Movers(board(parse_text(STATES)))
    assert {type(movers.of(0, kind)) for kind in ("any", "improving", "best")} == {Arcs}
    targets = [movers.of(0, kind).targets(0).tolist() for kind in ("any", "improving", "best")]
    assert targets == [[1, 2], [1, 2], [2]]
    assert not movers.transitive


def test_moves_are_made_once() -> None:
    """The same kind of the same party's moves is made only once."""
    movers = Movers(board(parse_text(OPTIONS)))
    assert movers.of(0, "improving") is movers.of(0, "improving")
    assert movers.of(0, "any") is movers.every[0]
