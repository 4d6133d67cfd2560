"""Which rankings make an outcome hold: by the definition, by the conditions, and against print."""

from __future__ import annotations

from itertools import combinations, permutations, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import brute
from jirga import examples
from jirga.conflict.board import board
from jirga.conflict.file import numbered, parse_text
from jirga.errors import TooLarge
from jirga.schema.conflict import Conflict
from jirga.schema.words import STANDARDS, Standard
from jirga.solve import inverse as module
from jirga.solve.inverse import changes, conditions, inverse_counts, smallest_change
from jirga.solve.sweeps.movers import Movers

some = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
standards_ = st.sampled_from(STANDARDS)


# In a the first can move to b. From b the second gains by c and most by d; it could also go back to a.
REPLIES = """
title: Replies
states: [a, b, c, d]
parties:
  first: {name: First, moves: {a: b}, ranking: [d, b, a, c]}
  second: {name: Second, moves: {b: [a, c, d]}, ranking: [d, c, b, a]}
"""


@st.composite
def graphs(draw: st.DrawFn) -> Conflict:
    """Two or three parties on two to four states, with any moves and any weak orders."""
    names = list("wxyz")[: draw(st.integers(2, 4))]
    parties = {}
    for number in range(draw(st.integers(2, 3))):
        arcs = draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=8))
        high = draw(st.lists(st.integers(0, 3), min_size=len(names), max_size=len(names)))
        ranking = [[n for n, is_ in zip(names, high, strict=True) if is_ == h] for h in (3, 2, 1, 0)]
        moves = {name: sorted({to for origin, to in arcs if origin == name}) for name in names}
        parties[f"p{number}"] = {"name": "P", "moves": moves, "ranking": [tie for tie in ranking if tie]}
    return Conflict.model_validate(
        {"title": "t", "states": names, "parties": parties, "status_quo": names[0]}
    )


@st.composite
def tables(draw: st.DrawFn) -> Conflict:
    """Two or three parties with options, rules that leave four or five states, and one-way options."""
    own, rules = draw(
        st.sampled_from(
            [
                (["a", "b"], []),
                (["ab", "c"], ["a and b", "a and c"]),
                (["a", "b", "c"], ["a iff b", "a and b"]),
            ]
        )
    )
    atoms = "".join(own)
    wants = st.lists(st.sampled_from([*atoms, *(f"not {o}" for o in atoms), "a iff b"]), max_size=3)
    parties = {
        f"p{n}": {"name": "P", "options": dict.fromkeys(options, "x"), "prefers": draw(wants)}
        for n, options in enumerate(own)
    }
    one_way = draw(st.lists(st.sampled_from(["a", "not b"]), max_size=2, unique=True))
    told = {"title": "t", "parties": parties, "impossible": rules, "one_way": one_way, "status_quo": []}
    return numbered(Conflict.model_validate(told))


class Case:
    """A conflict as the solver has it and as the brute force has it, and one of its states."""

    def __init__(self, conflict: Conflict, chosen: int) -> None:
        self.movers = Movers(board(conflict))
        self.told = brute.told(conflict)
        self.by_row = sorted(self.told.states, key=self.movers.board.states.find)
        self.row = chosen % len(self.by_row)
        self.own = [[self.told.worth(who, state) for state in self.by_row] for who in self.told.parties]
        self.place = {state: row for row, state in enumerate(self.by_row)}

    def stays(self, concept: str, party: int, ranks: list) -> bool:
        """Whether a party stays, straight from the definition, under any rankings."""
        return brute.stable(
            concept,
            party,
            self.by_row[self.row],
            self.told.parties,
            self.told.moves,
            lambda who, state: ranks[who][self.place[state]],
        )

    def holds(self, concept: str, ranks: list) -> bool:
        """Whether every party stays."""
        return all(self.stays(concept, party, ranks) for party in self.told.parties)

    def varied(self, party: int, rankings: object) -> list[list]:
        """The rankings of all, with one party's replaced by each of some."""
        return [[*self.own[:party], list(one), *self.own[party + 1 :]] for one in rankings]

    def strict(self, party: int) -> list[list]:
        """The rankings of all, with one party's replaced by each strict one."""
        return self.varied(party, permutations(range(len(self.by_row))))


cases = st.builds(Case, graphs() | tables(), st.integers(0, 4))


@some
@given(case=cases, standard=standards_)
def test_conditions_are_met_just_where_the_party_stays(case: Case, standard: Standard) -> None:
    """On every ranking, strict or with ties, the conditions say what the definition says."""
    size = len(case.by_row)
    for party in case.told.parties:
        found = conditions(case.movers, party, case.row, standard)
        for ranks in case.varied(party, product(range(min(size, 3)), repeat=size)) + case.strict(party):
            assert found.holds(ranks[party]) == case.stays(standard, party, ranks)


@some
@given(case=cases, standard=standards_)
def test_counts_are_those_of_exhaustion(case: Case, standard: Standard) -> None:
    """The rankings counted are those under which nobody would leave."""
    for party in case.told.parties:
        expected = sum(case.holds(standard, ranks) for ranks in case.strict(party))
        assert inverse_counts(case.movers, case.row, [party], [standard]) == {standard: expected}


@settings(some, max_examples=40)
@given(case=cases.filter(lambda case: len(case.by_row) <= 3), standard=standards_)
def test_counts_of_several_parties(case: Case, standard: Standard) -> None:
    """Where two parties vary, every pair of rankings is tried."""
    expected = sum(
        case.holds(standard, [*pair, *case.own[2:]])
        for pair in product(permutations(range(len(case.by_row))), repeat=2)
    )
    assert inverse_counts(case.movers, case.row, [0, 1], [standard]) == {standard: expected}


@some
@given(case=cases, standard=standards_)
def test_the_smallest_change_is_the_smallest(case: Case, standard: Standard) -> None:
    """No ranking under which the outcome holds reverses fewer pairs; all of them come, nearest first."""
    for party in case.told.parties:
        own = case.own[party]

        def distance(ranking: list, own: list = own) -> int:
            pairs = combinations(range(len(own)), 2)
            return sum((own[a] - own[b]) * (ranking[a] - ranking[b]) < 0 for a, b in pairs)

        good = [ranks[party] for ranks in case.strict(party) if case.holds(standard, ranks)]
        if case.holds(standard, case.own) and own not in good:
            good.append(own)
        found = list(changes(case.movers, party, case.row, standard))
        assert sorted(list(change.ranking) for change in found) == sorted(good)
        assert [len(change.reversed) for change in found] == sorted(map(distance, good))
        assert all(len(change.reversed) == distance(list(change.ranking)) for change in found)
        smallest = smallest_change(case.movers, party, case.row, standard)
        assert smallest == (found[0] if found else None)
        assert not case.holds(standard, case.own) or list(smallest.ranking) == own


@some
@given(case=cases, standard=st.sampled_from(["nash", "gmr", "smr"]), order=st.permutations(range(5)))
def test_raising_the_outcome_is_enough(case: Case, standard: Standard, order: list[int]) -> None:
    """Where replies need be no gains, no change is smaller than raising the outcome over those above it."""
    own = [place for place in order if place < len(case.by_row)]
    case.movers.board.ranks[0] = own
    raised = [
        [rank - (own[case.row] < rank <= own[case.row] + up) for rank in own]
        for up in range(len(own) - own[case.row])
    ]
    for up, ranking in enumerate(raised):
        ranking[case.row] = own[case.row] + up
    holding = [up for up, ranks in enumerate(case.varied(0, raised)) if case.holds(standard, ranks)]
    smallest = smallest_change(case.movers, 0, case.row, standard)
    assert (len(smallest.reversed) if smallest else None) == (holding[0] if holding else None)


def syria() -> tuple[Movers, int, dict[str, int]]:
    """Syria and Iraq in 1975, the row of state 2, and the rows of all states by their printed numbers."""
    conflict = examples.conflict("syria_iraq_1975")
    movers = Movers(board(conflict))
    rows = {name: movers.board.states.find(one.taken) for name, one in conflict.outcomes.items()}
    return movers, rows["2"], rows


PRINTED = {"nash": 240, "seq": 420, "gmr": 420, "smr": 300}
"""GMCR+ guide, Figure 24 p. 11: the number of Syria's 720 strict rankings under which state 2 holds."""


def test_syria_against_print() -> None:
    """The definitions give the printed 240 and 300, and 384 where 420 is printed.

    In state 2 Syria can move to 1 or to 3. Iraq answers the first with 4 and the second with 6, so by gmr and
    seq 2 must rank above 1 or 4, and above 3 or 6: 1 - 1/3 - 1/3 + 1/5 = 8/15 of 720. With one and the same
    state as the answer to both moves it would be 7/12 of 720, which is 420.
    """
    movers, two, rows = syria()
    found = inverse_counts(movers, two, [0])
    assert {name: found[name] for name in PRINTED} == PRINTED | {"gmr": 384, "seq": 384}
    shared = [
        ranking
        for ranking in permutations(range(6))
        if max(ranking[rows["1"]], ranking[rows["3"]]) < ranking[two] or ranking[rows["4"]] < ranking[two]
    ]
    assert len(shared) == PRINTED["gmr"] == PRINTED["seq"]


def test_syria_by_hand() -> None:
    """The conditions are those read off the moves; the nearest ranking puts 2 above 6, no more."""
    movers, two, rows = syria()

    def clauses(standard: Standard) -> list[list[set[str]]]:
        names = {row: name for name, row in rows.items()}
        found = conditions(movers, 0, two, standard).clauses
        return [[{names[row] for row in below} for below in clause] for clause in found]

    assert clauses("nash") == [[{"1"}], [{"3"}]]
    assert clauses("gmr") == clauses("seq") == [[{"1"}, {"4"}], [{"3"}, {"6"}]]
    assert clauses("smr") == [[{"1"}, {"4", "5", "6"}], [{"3"}, {"4", "5", "6"}]]
    for standard in STANDARDS[1:]:
        assert smallest_change(movers, 0, two, standard).reversed == ((rows["6"], two),)
    over = {rows["1"], rows["3"], rows["6"]}
    assert set(smallest_change(movers, 0, two, "nash").reversed) == {(row, two) for row in over}


def test_conditions_tell_replies_apart() -> None:
    """What the second can, would and would best reply; a reply that leads back asks nothing of the first."""
    movers = Movers(board(parse_text(REPLIES)))
    assert conditions(movers, 0, 0, "seq").clauses == ((frozenset({1}), frozenset({2}), frozenset({3})),)
    assert conditions(movers, 0, 0, "seq_best").clauses == ((frozenset({1}), frozenset({3})),)
    assert conditions(movers, 0, 0, "gmr").clauses == ()
    assert conditions(movers, 0, 0, "smr").clauses == ((frozenset({1}), frozenset({2}), frozenset({3})),)
    assert conditions(movers, 0, 3, "nash").clauses == ()


def test_no_ranking_is_enough_where_another_party_leaves() -> None:
    """One prisoner's ranking alone cannot make mutual cooperation hold by nash: the other still leaves."""
    movers = Movers(board(examples.conflict("prisoners")))
    assert smallest_change(movers, 0, 3, "nash") is None
    assert inverse_counts(movers, 3, [0], ["nash"]) == {"nash": 0}
    assert inverse_counts(movers, 3, [0, 1], ["nash"]) == {"nash": 12 * 12}


def test_too_many_rankings_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than seven states for one party, or five for two, are refused with what would help."""
    nine, six = Movers(board(examples.conflict("elmira_9"))), syria()[0]
    for ask in (lambda: inverse_counts(nine, 0, [0]), lambda: smallest_change(nine, 0, 0, "gmr")):
        with pytest.raises(TooLarge, match=r"9 states make too many rankings of 1 parties .*Hint: vary one"):
            ask()
    with pytest.raises(TooLarge, match="6 states make too many rankings of 2 parties"):
        inverse_counts(six, 0, [0, 1])
    assert conditions(nine, 0, 0, "gmr").outcome == 0
    monkeypatch.setattr(module, "STATES", 8)
    with pytest.raises(TooLarge, match="9 states; conditions are worked out for at most 8"):
        conditions(nine, 0, 0, "gmr")
