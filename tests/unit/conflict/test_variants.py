"""Variants: every kind of edit, what they build on, and edits that cannot be made."""

from __future__ import annotations

import pytest

from jirga.conflict.file import parse_text
from jirga.conflict.variants import edited, lineage
from jirga.errors import UnknownName
from jirga.schema.conflict import Conflict, Impossible
from unit.conflict.texts import TWO, at, only_problem, problems, two

RULES = "status_quo: [x]\nimpossible: [x and z, y and z]\none_way: [x, not y]\n"


def made(edits: str) -> Conflict:
    """Make one variant of the conflict of two parties."""
    return edited(two(RULES + f"variants: {{v: {edits}}}"), "v")


def wants(conflict: Conflict, party: str) -> list[tuple[str, str]]:
    """Ids and formulas of a party's wants."""
    return [(want.id, want.want) for want in conflict.parties[party].prefers]


@pytest.mark.parametrize(
    ("edit", "party", "expected"),
    [
        ("{replace: a.1, with: x or z}", "a", [("a.1", "x or z"), ("a.2", "not y")]),
        ("{drop: a.1}", "a", [("a.2", "not y")]),
        ("{move: a.2, before: a.1}", "a", [("a.2", "not y"), ("a.1", "x")]),
        ("{move: a.1}", "a", [("a.2", "not y"), ("a.1", "x")]),
        ("{insert: z, before: a.2}", "a", [("a.1", "x"), ("a.3", "z"), ("a.2", "not y")]),
        ("{insert: z, party: a}", "a", [("a.1", "x"), ("a.2", "not y"), ("a.3", "z")]),
        ("{insert: {want: x, id: new}, before: b.1}", "b", [("new", "x"), ("b.1", "not z"), ("b.2", "y")]),
    ],
)
def test_edits_of_wants(edit: str, party: str, expected: list) -> None:
    """A want is replaced, dropped, moved or added in the order of its own party; ids are kept."""
    base, changed = two(RULES), made(f"[{edit}]")
    assert wants(changed, party) == expected
    other = "b" if party == "a" else "a"
    assert changed.parties[other] == base.parties[other]
    assert (changed.impossible, changed.one_way) == (base.impossible, base.one_way)


def test_a_replaced_want_says_how_it_is_known() -> None:
    """The new formula brings its own basis; that of the old one does not carry over."""
    text = TWO.replace("[x, not y]", "[{want: x, basis: stated, why: old}]")
    made_of = "variants: {v: [{replace: a.1, with: y}], w: [{replace: a.1, with: z, basis: argued}]}"
    first, second = (edited(parse_text(text + made_of), name).wants["a.1"] for name in "vw")
    assert (first.want, first.basis, first.why) == ("y", None, "")
    assert (second.want, second.basis) == ("z", "argued")


def test_edits_of_rules_and_start() -> None:
    """A rule is added or lifted, the status quo set, an option made one-way or reversible."""
    assert made("[{impossible: not x, why: so}]").impossible[-1] == Impossible(when="not x", why="so")
    assert [rule.when for rule in made("[{possible: x and z}]").impossible] == ["y and z"]
    assert made("[{status_quo: [y, z]}]").status_quo == ("y", "z")
    assert made("[{status_quo: []}]").status_quo == ()
    assert made("[{one_way: not z}]").one_way == ("x", "not y", "not z")
    assert made("[{reversible: y}]").one_way == ("x",)
    assert made("[{reversible: x}]").one_way == ("not y",)


def test_an_option_is_added() -> None:
    """It is its owner's, in words, and wants can speak of it; the outcomes of the file are without it."""
    added = made("[{option: w, party: b, says: wait}, {insert: w implies x, party: a}]")
    assert added.owner["w"] == "b"
    assert added.options["w"].says == "wait"
    assert wants(added, "a")[-1][1] == "w implies x"
    assert "w" not in added.status_quo


def test_edits_are_made_in_order() -> None:
    """A later edit sees what an earlier one made."""
    edits = "[{drop: a.1}, {insert: {want: z, id: n}, before: a.2}, {replace: n, with: not z}]"
    assert wants(made(edits), "a") == [("n", "not z"), ("a.2", "not y")]


def test_a_new_want_gets_an_id_that_is_free() -> None:
    """After a want is dropped, a new one without an id still has one of its own."""
    ids = [one for one, _ in wants(made("[{drop: a.1}, {insert: z, party: a}]"), "a")]
    assert (ids[0], len(set(ids))) == ("a.2", 2)


def test_the_original_stays_as_it_was() -> None:
    """Making a variant changes nothing in what it was made from."""
    conflict = two("variants: {v: [{drop: a.1}, {status_quo: [x]}]}")
    before = conflict.model_dump()
    edited(conflict, "v")
    assert conflict.model_dump() == before


BUILT = """\
variants:
  top: {builds_on: [left, right], edits: [{insert: {want: x, id: top}, party: b}]}
  left: {builds_on: base, edits: [{insert: {want: x, id: left}, party: b}]}
  right: {builds_on: base, edits: [{insert: {want: x, id: right}, party: b}]}
  base: [{insert: {want: x, id: base}, party: b}]
  empty: {says: nothing changes}
"""


def test_builds_on_comes_first_and_once() -> None:
    """What a variant builds on is made before it, in the order named, and a shared base only once."""
    conflict = two(BUILT)
    assert lineage(conflict, "top") == ["base", "left", "right", "top"]
    assert list(edited(conflict, "top").wants)[2:] == ["b.1", "b.2", "base", "left", "right", "top"]


def test_a_variant_without_edits_is_the_conflict() -> None:
    """Nothing changes where nothing is edited."""
    conflict = two(BUILT)
    assert edited(conflict, "empty") == conflict


def test_an_unknown_variant_is_refused() -> None:
    """A variant that is not there is met with the nearest that is."""
    with pytest.raises(UnknownName, match="did you mean 'base'"):
        edited(two(BUILT), "bse")


@pytest.mark.parametrize(
    ("edit", "what", "hint"),
    [
        ("{replace: a.9, with: x}", "no want is called 'a.9'", "did you mean 'a."),
        ("{drop: peace}", "no want is called 'peace'", "known here: a.1, a.2, b.1"),
        ("{move: a.9}", "no want is called 'a.9'", "did you mean 'a."),
        ("{move: a.1, before: b.1}", "'b.1' is no want of that party", "a."),
        ("{move: a.1, before: a.1}", "'a.1' cannot move before itself", "another want"),
        ("{insert: x}", "the new want has no place", "before"),
        ("{insert: x, before: a.9}", "no want is called 'a.9'", "did you mean 'a."),
        ("{insert: x, party: c}", "no party is called 'c'", "known here: a, b"),
        ("{insert: x, party: a, before: b.1}", "'b.1' is no want of that party", "a."),
        ("{possible: x & z}", "no rule says 'x & z'", "did you mean 'x and z'?"),
        ("{reversible: z}", "'z' is not one-way", "known here: x, y"),
        ("{one_way: ''}", "'' is no option", "write x, or not x"),
        ("{option: w, party: c}", "no party is called 'c'", "known here: a, b"),
        ("{option: x, party: a}", "'x' is there already", "not in the file yet"),
    ],
)
def test_an_edit_that_cannot_be_made(edit: str, what: str, hint: str) -> None:
    """It is a problem at the edit, or at its variant, that says what is there instead."""
    problem = only_problem(TWO + RULES + f"variants:\n  v:\n    - {{drop: b.2}}\n    - {edit}\n")
    assert what in problem.what
    assert hint in problem.hint
    assert at(problem)[0] in {16, 17}


def test_an_edit_that_names_no_option() -> None:
    """A rule, a start or a one-way option that an edit brings is checked like the file's own."""
    for edit in ("{impossible: x and q}", "{status_quo: [q]}", "{one_way: q}", "{insert: q, party: a}"):
        assert only_problem(TWO + f"variants: {{v: [{edit}]}}").what == "variant 'v': no option is called 'q'"


def test_variants_that_build_on_each_other_are_refused() -> None:
    """A circle is a problem at each variant in it, and at one that merely builds on it."""
    circle = "variants:\n  v: {builds_on: w}\n  w: {builds_on: v}\n  u: {builds_on: v}\n  ok: [{drop: a.1}]\n"
    found = problems(TWO + circle)
    assert {one.kind for one in found} == {"cyclic"}
    assert [at(one)[0] for one in found] == [12, 13, 14]


def test_a_variant_of_itself_is_refused() -> None:
    """The smallest circle."""
    assert "builds on itself: v > v" in only_problem(TWO + "variants: {v: {builds_on: v}}").what
