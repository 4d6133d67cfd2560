"""The four forms of not knowing are what the definitions say, on random conflicts with doubts."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings

import brute
from conflicts import conflicts
from jirga.conflict.board import board
from jirga.conflict.file import parse_text
from jirga.errors import TooLarge, UnknownName
from jirga.examples import conflict as packaged
from jirga.schema.conflict import Conflict
from jirga.schema.words import FORMS, UNKNOWN_STANDARDS
from jirga.solve import stability, unknown
from jirga.solve.sweeps.movers import Movers
from jirga.solve.unknown import CONCEPTS, Unsure, holds
from marked import Marks, settled, unmarked_pairs, with_both, with_doubts

few = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


class Forms:
    """Section 7 of the definitions, word for word, on sets of states."""

    def __init__(self, conflict: Conflict) -> None:
        self.marks = Marks(conflict)
        self.model = self.marks.model

    def gains(self, who: int, here: frozenset) -> set[frozenset]:
        """The moves that gain a party something for certain."""
        return {to for to in self.model.moves(who, here) if self.marks.surely(who, to, here)}

    def hopes(self, who: int, here: frozenset) -> set[frozenset]:
        """The moves that gain it something, or may."""
        moves = self.model.moves(who, here)
        return self.gains(who, here) | {to for to in moves if self.marks.unknown(who, to, here)}

    def deters(self, form: str, who: int, state: frozenset, end: frozenset) -> bool:
        """Whether an end takes the gain away: for certain in a and b, as may be in c and d."""
        unsure = self.marks.unknown(who, end, state)
        return not self.marks.surely(who, end, state) and (not unsure or form in "cd")

    def escapes(self, form: str, who: int, state: frozenset, end: frozenset) -> bool:
        """Whether a move of its own from an end leads to a gain; in a and b, to what may be one."""
        unsure = form in "ab" and self.marks.unknown(who, end, state)
        return unsure or self.marks.surely(who, end, state)

    def stable(self, standard: str, form: str, who: int, state: frozenset) -> bool:
        """Whether a party stays."""
        leaves_for = self.hopes(who, state) if form in "ac" else self.gains(who, state)
        if standard == "nash":
            return not leaves_for
        others = [one for one in self.model.parties if one != who]
        answers = self.hopes if standard == "seq" else self.model.moves
        return all(
            any(
                self.deters(form, who, state, two)
                and (
                    standard != "smr"
                    or not any(self.escapes(form, who, state, three) for three in self.model.moves(who, two))
                )
                for two in brute.reached(one, others, answers)
            )
            for one in leaves_for
        )


@few
@given(conflict=with_doubts)
def test_every_verdict_is_the_definitions(conflict: Conflict) -> None:
    """Every standard, form, party and state."""
    laid, forms = board(conflict), Forms(conflict)
    unsure = Unsure(Movers(laid))
    for standard in UNKNOWN_STANDARDS:
        for form in FORMS:
            for who in forms.model.parties:
                found = CONCEPTS[standard](unsure, who, form)
                for state in forms.model.states:
                    said = forms.stable(standard, form, who, state)
                    assert found[laid.states.find(state)] == said, (standard, form, who, state)


@few
@given(conflict=with_both)
def test_doubts_are_read_off_the_file(conflict: Conflict) -> None:
    """The order of two states is in doubt exactly where the file leaves it so, and both ways round."""
    laid, marks = board(conflict), Marks(conflict)
    if laid.doubts is None:
        assert not any(one.marked_unknown for one in conflict.parties.values())
        return
    rows = np.arange(len(laid.states))
    for who in marks.model.parties:
        found = laid.doubts[who].between(rows, len(rows))
        assert np.array_equal(found, found.T)
        for one in marks.model.states:
            for two in marks.model.states:
                at = laid.states.find(one), laid.states.find(two)
                assert found[at] == marks.unknown(who, one, two)


@few
@given(conflict=conflicts)
def test_where_all_is_known_the_forms_are_the_plain_standards(conflict: Conflict) -> None:
    """Without marks all four forms say what `stability` says."""
    movers = Movers(board(conflict))
    unsure = Unsure(movers)
    for standard in UNKNOWN_STANDARDS:
        for who in movers.parties:
            plain = stability.CONCEPTS[standard](movers, who)
            for form in FORMS:
                assert np.array_equal(CONCEPTS[standard](unsure, who, form), plain), (standard, form)


@few
@given(conflict=with_doubts)
def test_which_form_implies_which(conflict: Conflict) -> None:
    """Stable in a is stable in b and c, and either in d; a and c, b and d are one for nash."""
    unsure = Unsure(Movers(board(conflict)))
    for standard in UNKNOWN_STANDARDS:
        for who in unsure.movers.parties:
            found = {form: CONCEPTS[standard](unsure, who, form) for form in FORMS}
            for one, other in ("ab", "ac", "bd", "cd"):
                assert not (found[one] & ~found[other]).any(), (standard, one, other)
            if standard == "nash":
                assert np.array_equal(found["a"], found["c"])
                assert np.array_equal(found["b"], found["d"])


@few
@given(conflict=with_doubts)
def test_which_standard_implies_which(conflict: Conflict) -> None:
    """In each form nash implies smr and seq, and either implies gmr."""
    unsure = Unsure(Movers(board(conflict)))
    for form in FORMS:
        found = {name: holds(unsure, name, form) for name in UNKNOWN_STANDARDS}
        for one, other in [("nash", "smr"), ("nash", "seq"), ("smr", "gmr"), ("seq", "gmr")]:
            assert not (found[one] & ~found[other]).any(), (form, one, other)


@settings(few, max_examples=20)
@given(conflict=unmarked_pairs)
def test_the_forms_bound_every_way_of_settling(conflict: Conflict) -> None:
    """Form a of nash, gmr and smr holds however it is settled; what holds in one way holds in form d."""
    count = sum(want.unknown for party in conflict.parties.values() for want in party.prefers)
    assume(0 < count <= 4)
    unsure = Unsure(Movers(board(conflict)))
    solved = [stability.stability(Movers(board(one))) for one in settled(conflict)]
    for standard in UNKNOWN_STANDARDS:
        ways = np.array([one[standard].all(axis=0) for one in solved])
        assert not (ways.any(axis=0) & ~holds(unsure, standard, "d")).any(), standard
        if standard != "seq":
            assert not (holds(unsure, standard, "a") & ~ways.all(axis=0)).any(), standard
        if standard == "nash":
            assert np.array_equal(holds(unsure, "nash", "a"), ways.all(axis=0))


def test_seq_in_form_a_may_rest_on_a_threat_that_is_none() -> None:
    """A reply that its maker may want deters in doubt, and no longer once it is known not to want it."""
    text = """
        title: t
        parties:
          a: {name: A, options: {x: x}, weights: {x: 1, y: 1}}
          b: {name: B, options: {y: y}, prefers: [{want: x and y, unknown: true}]}
        outcomes: {only y: y}
    """
    conflict = parse_text(text)
    movers = Movers(board(conflict))
    row = movers.board.states.find(["y"])
    ways = [stability.seq(Movers(board(one)), 0)[row] for one in settled(conflict)]
    assert unknown.seq(Unsure(movers), 0, "a")[row]
    assert ways == [False, True]


def test_nobody_is_deterred_by_where_it_stands() -> None:
    """A move into the unknown is deterred by a reply, never by itself, though no reply can be made."""
    text = """
        title: t
        parties:
          a: {name: A, options: {x: x}, prefers: [{want: x, unknown: true}]}
          b: {name: B, options: {y: y}, prefers: [y]}
        impossible: [y]
    """
    unsure = Unsure(Movers(board(parse_text(text))))
    for form, stays in (("a", False), ("b", True), ("c", False), ("d", True)):
        assert unknown.gmr(unsure, 0, form).tolist() == [stays, stays], form


def test_legal_sequences_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Going through the states a few at a time changes nothing."""
    movers = Movers(board(packaged("elmira_12")))
    whole = [Unsure(movers).answers(who, "any") for who in movers.parties]
    monkeypatch.setattr(unknown, "AT_ONCE", 5)
    parts = [Unsure(movers).answers(who, "any") for who in movers.parties]
    assert all(np.array_equal(one, two) for one, two in zip(whole, parts, strict=True))
    assert any(not np.array_equal(one, two) for one, two in pairwise(whole))


def test_an_unknown_form_is_refused() -> None:
    """There are four forms."""
    with pytest.raises(UnknownName, match="no form is called 'e'"):
        unknown.nash(Unsure(Movers(board(packaged("prisoners")))), 0, "e")


def test_too_many_states_are_refused() -> None:
    """Beyond a size it says so, before it begins."""
    options = ", ".join(f"x{place}: x" for place in range(12))
    text = f"title: t\nparties: {{a: {{name: A, options: {{{options}}}, prefers: [x0]}}}}"
    with pytest.raises(TooLarge, match=r"4,096 states .* settle what is not known"):
        Unsure(Movers(board(parse_text(text))))
