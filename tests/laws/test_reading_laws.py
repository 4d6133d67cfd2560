"""Versions of a conflict solved side by side, taken apart and put together, against the definitions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from brute import stable, told
from conflicts import conflicts, formulas, option_conflicts
from jirga.answer.analysis import Analysis
from jirga.answer.bottom_line import finding
from jirga.answer.firmness import levels
from jirga.conflict.file import parse_text
from jirga.schema.conflict import Ask, Conflict, Outcome
from jirga.schema.wants import Reading
from jirga.stress.deciding import turns_on
from jirga.stress.reader import Reader
from jirga.stress.readings import Item, combinations, count, items
from jirga.stress.verdicts import LADDER, verdicts
from jirga.stress.versions import Versions
from jirga.stress.versions_of_wants import moved, ordered

few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def with_names(conflict: Conflict) -> Conflict:
    """Name every state, and ask for one option."""
    states = told(conflict).states
    outcomes = {f"s{place}": Outcome(taken=tuple(sorted(state))) for place, state in enumerate(states)}
    asks = (Ask(about=conflict.atoms[0], says="the first"),)
    return conflict.model_copy(update={"outcomes": outcomes, "asks": asks})


@few
@given(conflicts)
def test_verdicts_follow_the_definitions(conflict: Conflict) -> None:
    """The level of every outcome is that of the firmest standard by which every party stays."""
    named = with_names(conflict)
    facts = told(named)
    found = verdicts([named], 3)[0].outcomes
    for name, outcome in named.outcomes.items():
        state = frozenset(outcome.taken)
        holds = [
            all(stable(one, who, state, facts.parties, facts.moves, facts.worth) for who in facts.parties)
            for one in LADDER
        ]
        assert found[name].level == max([n for n, held in enumerate(holds, 1) if held], default=0)


@few
@given(st.lists(conflicts, min_size=1, max_size=4))
def test_verdicts_are_those_of_an_answer(some: list[Conflict]) -> None:
    """Side by side or alone, the verdicts are those that the answer gives."""
    some = [with_names(one) for one in some if told(one).states]
    for found, conflict in zip(verdicts(some, 2), some, strict=True):
        analysis = Analysis(conflict, largest=2)
        own, there = levels(analysis), analysis.attained("together")
        for name in conflict.outcomes:
            row = analysis.row(name)
            assert (found.outcomes[name].level, found.outcomes[name].attained) == (own[row], there[row])
        if analysis.status_quo is not None:
            assert found.asks["the first"].level == finding(analysis, conflict.atoms[0]).level


@st.composite
def unsettled(draw: st.DrawFn) -> Conflict:
    """A conflict some of whose wants have rival readings or ranges of places."""
    conflict = draw(option_conflicts())
    parties = {}
    for name, party in conflict.parties.items():
        wants = []
        for want in party.prefers:
            rivals = draw(st.lists(formulas(list(conflict.atoms)), max_size=2))
            first = draw(st.integers(1, 4))
            places = draw(st.none() | st.just((first, first + draw(st.integers(0, 3)))))
            readings = tuple(Reading(want=one) for one in rivals)
            wants.append(want.model_copy(update={"readings": readings, "places": places}))
        parties[name] = party.model_copy(update={"prefers": tuple(wants)})
    return conflict.model_copy(update={"parties": parties})


@few
@given(unsettled(), st.integers(0, 3))
def test_every_combination_once(conflict: Conflict, seed: int) -> None:
    """All combinations come once, whatever the seed; each leaves the same wants, read as chosen."""
    some = items(conflict)
    assume(count(some) <= 5000)
    chosen, every = combinations(some, 5000, seed)
    assert every
    assert sorted(chosen) == sorted(product(*(range(len(one.choices)) for one in some)))
    for one in chosen[:20]:
        read = Reader(conflict, some).read(one)
        for item, choice in zip(some, one, strict=True):
            before, after = conflict.parties[item.party].prefers, read.parties[item.party].prefers
            assert sorted(want.id for want in before) == sorted(want.id for want in after)
            want = next(want for want in after if want.id == item.want)
            own = next(want for want in before if want.id == item.want)
            if item.kind == "reading":
                assert want.want == [own.want, *(rival.want for rival in own.readings)][item.choices[choice]]


@few
@given(unsettled())
def test_as_written_is_among_them(conflict: Conflict) -> None:
    """With every choice as written, and each want within its range of places, nothing changes."""
    kept = [one for one in items(conflict) if one.kind == "reading" or within(conflict, one)]
    read = Reader(conflict, kept).read(tuple(one.written for one in kept))
    assert [p.prefers for p in read.parties.values()] == [p.prefers for p in conflict.parties.values()]


def within(conflict: Conflict, item: Item) -> bool:
    """Whether a want stands in one of the places it may have."""
    ids = [want.id for want in conflict.parties[item.party].prefers]
    return ids.index(item.want) + 1 in item.choices


@few
@given(st.lists(st.lists(st.integers(0, 2), min_size=2, max_size=2), min_size=1, max_size=12), st.data())
def test_turning_is_the_correlation_ratio(rows: list[list[int]], data: st.DataObject) -> None:
    """The share is the variance between the choices' means over the whole variance, worked out by hand."""
    held = np.array([data.draw(st.booleans()) for _ in rows])
    found = turns_on(np.array(rows), held)
    if held.all() or not held.any():
        assert found is None
        return
    shares = []
    for item in range(2):
        groups: dict[int, list[bool]] = {}
        for row, so in zip(rows, held.tolist(), strict=True):
            groups.setdefault(row[item], []).append(so)
        mean = sum(held.tolist()) / len(rows)
        between = sum(len(one) * (sum(one) / len(one) - mean) ** 2 for one in groups.values()) / len(rows)
        shares.append(between / (mean * (1 - mean)))
    assert (0.0 if found is None else found.share) == pytest.approx(max(shares), abs=1e-9)


@few
@given(option_conflicts(), option_conflicts())
def test_versions_come_apart_and_together(one: Conflict, two: Conflict) -> None:
    """With no difference made the earlier version is left as it was; with all it is the later."""
    versions = Versions(one, two)
    assert versions.with_only(()) == one
    assert in_any_order(versions.with_only(versions.changes)) == in_any_order(two)


def in_any_order(conflict: Conflict) -> Conflict:
    """Sort what a file lists in no order that counts, and leave out ids made from places."""
    rules = tuple(sorted(conflict.impossible, key=str))
    parties = {
        name: one.model_copy(
            update={"prefers": tuple(want.model_copy(update={"id": ""}) for want in one.prefers)}
        )
        for name, one in conflict.parties.items()
    }
    ways = tuple(sorted(conflict.one_way))
    return conflict.model_copy(update={"parties": parties, "impossible": rules, "one_way": ways})


words = st.lists(st.sampled_from("abcdefg"), max_size=7, unique=True)


@given(words, words, st.data())
def test_orders_of_wants(one: list[str], two: list[str], data: st.DataObject) -> None:
    """All moves made: the later order; none: the earlier; as few moves as the longest row in order allows."""
    both = [want for want in one if want in two]
    some = moved(one, two)
    assert ordered(one, two, two, ()) == two
    assert ordered(one, two, one, some) == one
    still = data.draw(st.sets(st.sampled_from(some))) if some else set()
    there = data.draw(st.sets(st.sampled_from(sorted({*one, *two})))) if one or two else set()
    assert sorted(ordered(one, two, there, still)) == sorted(there)
    assert len(some) == len(both) - max((len(row) for row in rows_of(both) if in_order(row, two)), default=0)


def rows_of(some: list[str]) -> Iterator[list[str]]:
    """Every row of some of these, in order."""
    for mask in range(1 << len(some)):
        yield [one for place, one in enumerate(some) if mask >> place & 1]


def in_order(row: list[str], of: list[str]) -> bool:
    """Whether a row stands in this order there."""
    return row == [one for one in of if one in row]


@given(st.integers(0, 9), st.integers(1, 40))
def test_the_first_of_many_are_the_few(seed: int, few_: int) -> None:
    """Each drawn combination hangs on the seed and its own number, not on how many are drawn."""
    some = [Item("place", "a", f"a.{n}", tuple(range(1, 12)), 0) for n in range(6)]
    many, _ = combinations(some, 60, seed)
    assert count(some) > 60
    assert combinations(some, few_, seed)[0] == many[:few_]


def test_a_want_is_read_with_its_own_marks() -> None:
    """A rival reading brings its own basis and words, and keeps the want's id."""
    text = """
    title: t
    parties:
      a:
        name: A
        options: {x: x, y: y}
        prefers:
          - {want: x, id: A1, basis: stated, why: w, readings: [{want: y, says: otherwise}]}
    """
    conflict = parse_text(text)
    read = Reader(conflict, items(conflict)).read((1,)).parties["a"].prefers[0]
    assert (read.id, read.want, read.basis, read.why) == ("A1", "y", None, "otherwise")
