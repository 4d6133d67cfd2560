"""The six standards on conflicts small enough to work by hand."""

from __future__ import annotations

import numpy as np
import pytest

from jirga.conflict.board import board
from jirga.conflict.file import parse_text
from jirga.errors import TooLarge
from jirga.schema.words import STANDARDS
from jirga.solve.stability import CONCEPTS, SANCTIONS, stability
from jirga.solve.sweeps.movers import Movers


def stays(text: str, party: int, row: int) -> set[str]:
    """The standards by which a party stays in a state."""
    movers = Movers(board(parse_text(text)))
    return {name for name in STANDARDS if CONCEPTS[name](movers, party)[row]}


def ranked(q: str, p: str = "[y, x, none, xy]") -> str:
    """Two parties with an option each; p would gain by x, q could answer with y."""
    return f"""
title: t
parties:
  p: {{name: P, options: {{x: x}}, ranking: {p}}}
  q: {{name: Q, options: {{y: y}}, ranking: {q}}}
outcomes: {{none: [], x: x, y: y, xy: [x, y]}}
"""


def test_a_reply_that_can_be_escaped_deters_only_who_does_not_look_that_far() -> None:
    """p fears the reply to x; by smr and sseq it sees that it could then drop x and be better off."""
    assert stays(ranked("[xy, x, y, none]"), 0, 0) == {"gmr", "seq", "seq_best"}


def test_a_reply_its_maker_would_lose_by_deters_only_who_fears_any_reply() -> None:
    """Where q would lose by its reply, only gmr counts it."""
    assert stays(ranked("[x, xy, y, none]"), 0, 0) == {"gmr"}


def test_a_reply_its_maker_is_indifferent_to_is_no_improvement() -> None:
    """Where q is indifferent, its reply is no improvement either."""
    assert stays(ranked("[[x, xy], y, none]"), 0, 0) == {"gmr"}


def test_a_reply_that_cannot_be_escaped_deters_by_every_standard_but_nash() -> None:
    """Where dropping x afterwards would not help p, the symmetric standards count the reply too."""
    text = ranked("[xy, x, y, none]", p="[x, none, y, xy]")
    assert stays(text, 0, 0) == {"gmr", "smr", "seq", "sseq", "seq_best"}


def test_being_no_better_off_deters() -> None:
    """A reply that leaves the party just as well off as before takes the gain away."""
    text = ranked("[xy, x, y, none]", p="[x, [none, xy], y]")
    assert stays(text, 0, 0) == {"gmr", "smr", "seq", "sseq", "seq_best"}


def test_no_gain_is_stable_by_every_standard() -> None:
    """Who would not gain by any move stays by every standard, equal states being no gain."""
    assert stays(ranked("[xy, x, y, none]", p="[[x, none], y, xy]"), 0, 0) == set(STANDARDS)


TWO_REPLIES = """
title: q could answer x with y, which hurts p, or with z, which does not
parties:
  p: {{name: P, options: {{x: x}}, prefers: [not (x and y), x]}}
  q: {{name: Q, options: {{y: y, z: z}}, prefers: [{0}]}}
impossible: [y and z]
"""


def test_a_worse_reply_does_not_deter_who_fears_only_the_best() -> None:
    """By seq_best p sees that q would rather answer with z."""
    assert stays(TWO_REPLIES.format("z, y"), 0, 0) == {"gmr", "smr", "seq", "sseq"}


def test_of_equally_good_replies_each_is_feared() -> None:
    """Where y and z are equally good for q, y deters by seq_best too."""
    assert stays(TWO_REPLIES.format("y or z"), 0, 0) == set(STANDARDS) - {"nash"}


IN_TURN = """
title: only q and then r together take the gain away
parties:
  p: {name: P, options: {x: x}, prefers: [not (x and y and z), x]}
  q: {name: Q, options: {y: y}, prefers: [x iff y]}
  r: {name: R, options: {z: z}, prefers: [y iff z]}
"""


def test_a_sanction_may_take_several_parties_in_turn() -> None:
    """q answers x with y, r answers y with z, and only that hurts p."""
    assert stays(IN_TURN, 0, 0) == set(STANDARDS) - {"nash"}


def test_a_sanction_in_turn_needs_every_link() -> None:
    """If r would not follow, the replies that others want do not hurt p, and any replies still might."""
    assert stays(IN_TURN.replace("y iff z", "not z"), 0, 0) == {"gmr", "smr"}


def graph(q: str, r: str = "{}") -> str:
    """States a to e; p would go from a to b, and would be hurt only in d."""
    return f"""
title: t
states: [a, b, c, d, e]
parties:
  p: {{name: P, moves: {{a: b}}, ranking: [b, [c, e], a, d]}}
  q: {{name: Q, moves: {q}, ranking: [[d, c, b, a, e]]}}
  r: {{name: R, moves: {r}, ranking: [[d, c, b, a, e]]}}
"""


def test_in_a_graph_nobody_answers_twice_in_a_row() -> None:
    """Two moves of q in a row are no legal sanction; with a move of r in between they are."""
    assert stays(graph("{b: c, c: d}"), 0, 0) == set()
    assert stays(graph("{b: c, e: d}", "{c: e}"), 0, 0) == {"gmr", "smr"}


def test_in_a_graph_leading_back_takes_the_gain_away() -> None:
    """A reply that leads back to where the move began leaves nothing gained; the escape is the move again."""
    assert stays(graph("{b: a}"), 0, 0) == {"gmr"}


ALONE = "{title: t, parties: {p: {name: P, options: {x: x, y: y}, prefers: [x, y]}}}"


def test_a_single_party_fears_nobody() -> None:
    """With nobody to answer, every standard is nash: only the best state is stable."""
    for verdict in stability(Movers(board(parse_text(ALONE)))).values():
        assert verdict.tolist() == [[False, False, False, True]]


def test_a_party_without_options_stays_everywhere() -> None:
    """Who cannot move cannot leave, and answers nobody."""
    text = ALONE.replace("{p:", "{idle: {name: I, prefers: [not x]}, p:")
    for verdict in stability(Movers(board(parse_text(text)))).values():
        assert verdict.tolist() == [[True] * 4, [False, False, False, True]]


@pytest.mark.parametrize(
    "text",
    [
        "{title: t, states: [a, b], parties: {p: {name: P, ranking: [b, a]}, q: {name: Q, ranking: [a, b]}}}",
        "{title: t, parties: {p: {name: P, options: {x: x}, prefers: [x]}}, impossible: [x]}",
    ],
)
def test_where_no_move_can_be_made_everything_is_stable(text: str) -> None:
    """Without a feasible move everybody stays by every standard, whatever they prefer."""
    for verdict in stability(Movers(board(parse_text(text)))).values():
        assert verdict.all()
        assert verdict.size


def test_without_any_state_there_is_nothing_to_judge() -> None:
    """Where the rules leave no state, the verdicts are empty."""
    text = "{title: t, parties: {p: {name: P, options: {x: x}, prefers: [x]}}, impossible: [x, not x]}"
    for verdict in stability(Movers(board(parse_text(text)))).values():
        assert verdict.shape == (1, 0)


ONE_WAY = """
title: p may take x and drop y, once each
parties:
  p: {name: P, options: {x: x, y: y}, prefers: [y, x]}
  q: {name: Q, options: {z: z}, prefers: [z]}
one_way: [x, not y]
"""


def test_several_one_way_options_bind_a_party() -> None:
    """p cannot take y again, so without y it stays once it has x; with y it would still take x."""
    found = stability(Movers(board(parse_text(ONE_WAY))))["nash"][0]
    assert found.tolist() == [False, True, False, True] * 2


def test_more_than_can_be_solved_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """States times pairs of parties beyond the limit are refused, with how many states there may be."""
    movers = Movers(board(parse_text(ONE_WAY)))
    monkeypatch.setattr("jirga.solve.stability.WORK", 32)
    assert stability(movers)["nash"].shape == (2, 8)
    monkeypatch.setattr("jirga.solve.stability.WORK", 31)
    with pytest.raises(TooLarge, match=r"8 states and 2 parties .*at most 7 states.* Hint: drop options"):
        stability(movers)


def test_every_standard_is_solved_and_explained() -> None:
    """Each standard has its function, and each but nash says which replies it fears."""
    assert tuple(CONCEPTS) == STANDARDS
    assert {*SANCTIONS, "nash"} == set(STANDARDS)
    movers = Movers(board(parse_text(ALONE)))
    assert {name: verdict.dtype for name, verdict in stability(movers).items()} == dict.fromkeys(
        STANDARDS, np.dtype(bool)
    )
