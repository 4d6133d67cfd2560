"""The pool of single edits, and the orders that a party may have after some of them."""

from __future__ import annotations

from collections import Counter

from jirga.conflict.board import board
from jirga.conflict.file import parse_text
from jirga.conflict.variants import make
from jirga.examples import conflict
from jirga.stress.edits import drops_and_moves, weakened
from jirga.stress.layout import Layout
from jirga.stress.orders import Lists, applied, wants_of
from jirga.stress.pool import pool

TWO = """
title: Two
parties:
  a:
    name: A
    options: {x: do x, z: do z}
    prefers:
      - {want: x implies y, id: A1, readings: [{want: not x, says: never}]}
      - {want: y, id: A2}
      - {want: not z, id: A3}
  b: {name: B, options: {y: do y}, prefers: [{want: not y, id: B1}]}
status_quo: [z]
impossible: [x and y and z]
one_way: [y]
variants:
  fair: [{replace: A1, with: x implies (y or not z)}]
  hard: [{impossible: x and not y}, {drop: B1}]
"""


def test_every_kind_of_edit_is_in_the_pool() -> None:
    """Each edit once; what a variant of the file makes, too, stands under the variant's name."""
    found = pool(parse_text(TWO))
    kinds = Counter(one.kind for one in found)
    assert kinds["drop"] == 4
    assert kinds["move"] == 6
    assert kinds["lift"] == kinds["reversible"] == 1
    assert {one.variant for one in found if one.kind in {"replace", "rule"}} == {"", "fair", "hard"}
    assert {one.edit.one_way for one in found if one.kind == "one_way"} == {"x", "not z"}
    assert {one.edit.impossible for one in found if one.kind == "give_up"} == {"x", "not z", "y"}
    assert next(one for one in found if one.kind == "drop" and one.want == "B1").variant == "hard"


def test_a_want_is_weakened_by_what_else_its_party_wants() -> None:
    """Not by an option it speaks of already, and not by what only others want."""
    told = {(one.want, one.edit.with_, one.made_up_by) for one in weakened(parse_text(TWO))}
    assert told == {
        ("A1", "x implies (y or not z)", "A3"),
        ("A2", "y or not z", "A3"),
        ("A3", "not z or y", "A2"),
    }


def test_raised_and_lowered() -> None:
    """A move says whether the want comes to stand higher."""
    told = {
        (one.want, one.edit.before): one.up for one in drops_and_moves(parse_text(TWO)) if one.kind == "move"
    }
    assert told["A3", "A1"]
    assert told["A2", "A1"]
    assert not told["A1", None]
    assert not told["A1", "A3"]


def test_changes_of_lists_are_those_of_the_file() -> None:
    """On the largest packaged conflict every change of a want gives the wants that the edit gives."""
    seed = conflict("khyber_kabul_2025")
    for one in pool(seed):
        if one.of_orders:
            (name,) = one.who
            assert applied(one.edit, wants_of(seed.parties[name])) == wants_of(
                make(one.edit, seed).parties[name]
            )


def test_orders_after_some_changes_come_up_once() -> None:
    """After none the file's own; after one, no list twice, and none that the file has."""
    seed = conflict("khyber_kabul_2025")
    lists = Lists(seed, pool(seed))
    (own,), one = lists.after("kabul", 0), lists.after("kabul", 1)
    wants = [listed.wants for listed in one]
    assert own.wants not in wants
    assert len(wants) == len(set(wants))
    assert sum(len(listed.ways) for listed in one) == len(lists.changes["kabul"])


def test_a_change_of_wants_keeps_states_and_moves() -> None:
    """So that they are laid out once."""
    seed = conflict("khyber_kabul_2025")
    layout, changes = Layout(seed, board(seed)), pool(seed)
    for one in changes[:3]:
        laid = layout.changed([one])
        assert laid is not None
        assert laid.moves is layout.board.moves
        assert (laid.ranks == board(make(one.edit, seed)).ranks).all()
