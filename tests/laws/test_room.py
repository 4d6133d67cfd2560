"""Room for a deal against its definition, point by point, and laws that it keeps."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bargains import ISSUES, PARTIES, bargains, has_room, minimal_openings
from jirga.answer.bargaining.bargain import Bargain
from jirga.answer.bargaining.recipes import Opening
from jirga.schema.conflict import Conflict
from jirga.solve.room.draws import at_the_mode, drawn
from jirga.solve.room.zones import first_fit, room


@given(bargains())
@settings(max_examples=100, deadline=None)
def test_room_is_the_definition(conflict: Conflict) -> None:
    """A package is open just where some point is accepted by everybody needed, linkages followed."""
    assert Bargain(conflict).open_at_the_mode("p") == has_room(conflict)


@given(bargains(setting=False, offers=1))
@settings(max_examples=30, deadline=None)
def test_recipes_are_the_smallest_sets(conflict: Conflict) -> None:
    """The recipes are just the sets of steps that open the package and have nothing to spare."""
    found = Opening(Bargain(conflict), "p")
    named = {number: name_of(found, number) for number in range(len(found.levers))}
    if len(named) > 7:
        named = {number: name for number, name in named.items() if number < 7 or name == "offer 1"}
    few = replace(found)
    few.__dict__["levers"] = tuple(found.levers[number] for number in named)
    names = list(named.values())
    recipes, complete = few.found
    listed = [frozenset(names[number] for number, _ in one.steps) for one in recipes]
    assert complete
    assert len(listed) == len(set(listed))
    smallest = minimal_openings(conflict, names)
    assert set(listed) == set(smallest)
    for steps, one in zip(listed, recipes, strict=True):
        ends = [(few.levers[number], end) for number, end in one.steps if end is not None]
        assert sum(abs(end - lever.value) for lever, end in ends) == pytest.approx(smallest[steps])


def name_of(found: Opening, number: int) -> object:
    """Name a lever as the brute force does."""
    lever, bargain = found.levers[number], found.bargain
    if lever.offer is not None:
        return bargain.every_link[lever.offer].id
    return bargain.parties[lever.party], bargain.issues[lever.issue], lever.side


@given(bargains(offers=1))
@settings(max_examples=40, deadline=None)
def test_every_recipe_opens_the_package(conflict: Conflict) -> None:
    """With the red lines where a recipe puts them and its offers taken up, the package is open."""
    found = Opening(Bargain(conflict), "p")
    for recipe in found.recipes:
        lines = found.moved(recipe, found.bargain.mode.lines)
        table = replace(found.bargain.mode, lines=lines, known={})
        taken = {found.levers[number].offer for number, _ in recipe.steps}
        links = found.bargain.every_link
        every = [way for way in found.ways if all(n in taken or not links[n].offered for n in way.fired)]
        assert room(table, every).open[0]
        fit = first_fit(table, every)
        assert fit is not None


@given(bargains(), st.sampled_from(PARTIES), st.sampled_from(ISSUES), st.sampled_from([5.0, 20.0, 60.0]))
@settings(max_examples=50, deadline=None)
def test_widening_a_red_line_never_closes_a_package(
    conflict: Conflict, party: str, issue: str, points: float
) -> None:
    """A red line that is moved outward closes no draw that was open, of any package."""
    bargain = Bargain(conflict, draws=50)
    at = bargain.parties.index(party), bargain.issues.index(issue)
    least, most = spread(bargain.stances.least, -15), spread(bargain.stances.most, 15)
    wider_least, wider_most = least.copy(), most.copy()
    wider_least[at] -= points
    wider_most[at] += points
    ways = bargain.ways_of("p", bargain.linkages)
    before = room(bargain.table(drawn(least, most, 50)), ways).open
    after = room(bargain.table(drawn(wider_least, wider_most, 50)), ways).open
    assert (after >= before).all()


def spread(lines: np.ndarray, outward: float) -> np.ndarray:
    """Give red lines without width a range."""
    changed = lines.copy()
    changed[:, :, 0] -= 15
    changed[:, :, 2] += 15
    return changed + outward


@given(bargains())
@settings(max_examples=50, deadline=None)
def test_what_never_follows_changes_nothing(conflict: Conflict) -> None:
    """Leaving out the linkages that can never follow opens and closes nothing."""
    bargain = Bargain(conflict)
    whole = room(bargain.mode, bargain.ways_of("p", bargain.linkages)).open
    assert whole[0] == bargain.open_at_the_mode("p")


@given(bargains(), st.integers(0, 100))
@settings(max_examples=20, deadline=None)
def test_each_draw_by_itself(conflict: Conflict, seed: int) -> None:
    """All draws at once say what each says by itself, and the same seed draws the same."""
    bargain = Bargain(conflict)
    least, most = spread(bargain.stances.least, -15), spread(bargain.stances.most, 15)
    lines, again = drawn(least, most, 6, seed), drawn(least, most, 6, seed)
    assert (lines.least == again.least).all()
    ways = bargain.ways_of("p", bargain.linkages)
    together = room(bargain.table(lines), ways)
    for number in range(6):
        one = replace(
            lines,
            least=lines.least[:, :, number : number + 1],
            most=lines.most[:, :, number : number + 1],
        )
        alone = room(bargain.table(one), ways)
        assert alone.open[0] == together.open[number]
        assert {i for i, where in alone.closes.items() if where[0]} == {
            i for i, where in together.closes.items() if where[number]
        }


def test_ranges_without_width_are_the_mode() -> None:
    """A red line that is one number is that number in every draw."""
    least = np.full((2, 1, 3), 40.0)
    lines = drawn(least, least + 10, 100)
    assert (lines.least == 40).all()
    assert (lines.most == 50).all()
    assert at_the_mode(least, least).least.shape == (2, 1, 1)
