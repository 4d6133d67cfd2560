"""Differences between two versions: which are told, which go together, and what causes what."""

from __future__ import annotations

import pytest

import jirga
from jirga.conflict.file import parse_text
from jirga.conflict.variants import edited
from jirga.stress.causes import Differences, sound
from jirga.stress.versions import Versions

BEFORE = """
title: t
parties:
  a: {name: A, options: {x: x}, prefers: [x and y, {want: not x, basis: assumed}]}
  b: {name: B, options: {y: y}, prefers: [x and y, not y]}
status_quo: []
outcomes: {both: [x, y]}
asks: [{about: x, says: x}]
"""
AFTER = """
title: t
parties:
  a: {name: A, options: {x: say x, z: z}, prefers: [not z, x and y, {want: not x, basis: stated}]}
  b: {name: B, options: {y: y}, prefers: [not y, x and y]}
status_quo: []
outcomes: {both: [x, y], all: [x, y, z]}
asks: [{about: x, says: x}]
"""


def test_what_differs() -> None:
    """Words and marks are told apart; a new option goes with what speaks of it."""
    versions = Versions(parse_text(BEFORE), parse_text(AFTER))
    telling = [one.key for one in versions.changes if one.tells]
    assert ("parties", "a", "option", "z") in telling
    assert any(key[:3] == ("parties", "b", "order") for key in telling)
    idle = {one.key for one in versions.changes if not one.tells}
    assert idle == {("parties", "a", "option", "x"), ("parties", "a", "want", "a.2")}
    groups = [{one.key for one in some} for some in versions.groups]
    assert {
        ("parties", "a", "option", "z"),
        ("parties", "a", "want", "a.1 (new)"),
        ("outcomes", "all"),
    } in groups
    assert len(groups) == 2


def test_causes() -> None:
    """B's order alone makes the outcome break; the new option does nothing."""
    found = Differences(Versions(parse_text(BEFORE), parse_text(AFTER)), 3)
    order = next(n for n, some in enumerate(found.groups) if some[0].part == "order")
    assert {key: cause.alone for key, cause in found.causes.items()} == {
        ("ask", "x"): (order,),
        ("outcome", "both"): (order,),
    }
    assert all(cause.needed == (order,) for cause in found.causes.values())


def test_it_takes_two() -> None:
    """Price and linkage together make the partial deal hold, and neither alone does it by best replies."""
    talks = jirga.example("khyber_kabul_2025").model
    found = Differences(Versions(talks, edited(talks, "price lower and linkage")), 3)
    cause = found.causes["outcome", "partial deal"]
    assert (cause.alone, cause.needed, cause.enough) == ((), (0, 1), True)
    linkage = found.causes["outcome", "torkham only"]
    assert [found.groups[one][0].key[-1] for one in linkage.alone] == ["M4"]


@pytest.mark.parametrize("name", list(jirga.example("khyber_kabul_2025").model.variants))
def test_every_variant_is_its_differences(name: str) -> None:
    """Each variant of the file is the file with all its differences, and without them."""
    talks = jirga.example("khyber_kabul_2025").model
    later = edited(talks, name)
    versions = Versions(talks, later)
    assert versions.with_only(versions.changes) == later
    assert versions.with_only(()) == talks


def test_what_is_no_conflict() -> None:
    """A want for an option that is not there, and a status quo that is ruled out, cannot be solved."""
    conflict = parse_text(BEFORE)
    assert sound(conflict)
    assert not sound(conflict.model_copy(update={"status_quo": ("q",)}))
    ruled_out = parse_text(BEFORE.replace("status_quo: []", "status_quo: [x]\nimpossible: [x and y]"))
    assert not sound(ruled_out.model_copy(update={"status_quo": ("x", "y")}))


def test_alike_entries_are_kept_apart() -> None:
    """Two rules that forbid the same are two."""
    text = BEFORE + "impossible: [x and not x, x and not x]\n"
    one, two = parse_text(text), parse_text(BEFORE)
    versions = Versions(one, two)
    assert versions.with_only(()) == one
    assert len([change for change in versions.changes if change.section == "impossible"]) == 2
