"""What `jirga solve --json` promises: its keys, their order, and that they agree with one another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import jirga
from faces.shell import TINY, one_line, packaged, run, written_to
from jirga import examples
from jirga.schema.words import STANDARDS

PROMISED = [
    *("title", "variant", "digest", "version", "parties", "options", "states", "status_quo"),
    *("concepts", "equilibria", "outcomes", "counts", "where", "counts_where", "read_as_held"),
]
VERDICT = ["taken", "possible", "holds", "leaves", "attainable"]


def solved(*args: str | Path) -> dict:
    """Solve to JSON; it must work."""
    ended = run("solve", *args, "--json")
    assert (ended.code, ended.err) == (0, "")
    return json.loads(ended.out)


@pytest.mark.parametrize("name", ["prisoners", "ttp_pakistan_2021", "elmira_9", "doha_2020"])
def test_promised_keys(tmp_path: Path, name: str) -> None:
    """`solve --json` has exactly the promised keys, by options or states, with a status quo or without."""
    found = solved(packaged(tmp_path, name))
    conflict = jirga.example(name).model
    assert list(found) == PROMISED
    assert list(found["concepts"]) == list(found["equilibria"]) == list(STANDARDS)
    assert found["version"] == jirga.__version__
    assert found["parties"] == list(conflict.parties)
    assert found["options"] == list(conflict.options)
    assert len(found["digest"]) == 64
    assert (found["where"], found["counts_where"]) == (None, None)
    assert found["counts"] == {one: len(states) for one, states in found["equilibria"].items()}
    for verdict in found["outcomes"].values():
        assert list(verdict) == VERDICT
        assert list(verdict["holds"]) == list(verdict["leaves"]) == list(STANDARDS)
        assert list(verdict["attainable"]) == ["alone", "together", "any"]
        for concept in STANDARDS:
            assert verdict["holds"][concept] == (verdict["leaves"][concept] == [])
            assert verdict["holds"][concept] == (verdict["taken"] in found["equilibria"][concept])


def test_all_states(tmp_path: Path) -> None:
    """--all-states adds every state and verdict in one order, and they agree with the equilibria."""
    for name in ("doha_2020", "elmira_9"):
        path = packaged(tmp_path, name)
        plain, whole = solved(path), solved(path, "--all-states")
        assert list(whole) == [*PROMISED[:-1], "all_states", "stable", PROMISED[-1]]
        assert {key: whole[key] for key in PROMISED} == plain
        assert len(whole["all_states"]) == whole["states"]
        assert list(whole["stable"]) == list(STANDARDS)
        for concept, stable in whole["stable"].items():
            assert list(stable) == whole["parties"]
            everybody = [all(verdicts) for verdicts in zip(*stable.values(), strict=True)]
            kept = [state for state, stays in zip(whole["all_states"], everybody, strict=True) if stays]
            assert kept == whole["equilibria"][concept]
        for verdict in whole["outcomes"].values():
            place = whole["all_states"].index(verdict["taken"])
            for concept, stable in whole["stable"].items():
                leaves = [party for party, stays in stable.items() if not stays[place]]
                assert leaves == verdict["leaves"][concept]


def many_that_hold(folder: Path) -> Path:
    """A file in which nobody wants anything, so that all of 256 states hold."""
    options = ", ".join(f"o{number}: take it" for number in range(8))
    return written_to(folder, f"title: t\nparties: {{p: {{name: P, options: {{{options}}}}}}}\n", "many.yaml")


def test_more_equilibria_than_are_listed(tmp_path: Path) -> None:
    """Of more than a hundred equilibria the first hundred are listed, and all are counted."""
    found = solved(many_that_hold(tmp_path), "--all-states")
    for concept in STANDARDS:
        assert found["counts"][concept] == found["states"] == 256
        assert found["equilibria"][concept] == found["all_states"][:100]


def test_where(tmp_path: Path) -> None:
    """--where lists and counts only equilibria that meet the formula, and leaves all else as it is."""
    path = many_that_hold(tmp_path)
    plain, found = solved(path), solved(path, "--where", "o7 and not (o0 or o1)")
    expected = [
        ["o7"],
        ["o2", "o7"],
        ["o3", "o7"],
        ["o2", "o3", "o7"],
    ]
    for concept in STANDARDS:
        assert found["equilibria"][concept][:4] == expected
        assert found["counts_where"][concept] == len(found["equilibria"][concept]) == 32
    changed = {"equilibria", "where", "counts_where"}
    assert {key: found[key] for key in PROMISED if key not in changed} == {
        key: plain[key] for key in PROMISED if key not in changed
    }


def test_where_in_words(tmp_path: Path) -> None:
    """In words, --where adds how many states hold by each standard, and the first of them."""
    path = many_that_hold(tmp_path)
    said = " ".join(run("solve", path, "--where", "o7 and not o0").out.split())
    assert "\u201co7 and not o0\u201d is so in 64 of 256 states." in said
    assert "own next move 64 o7; o1 + o7; o2 + o7; ..." in said
    assert "; ..." in said
    assert "\u201co7 and not o7\u201d is so in 0 of" in run("solve", path, "--where", "o7 and not o7").out


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("o7 and", "where: the formula 'o7 and' stops too early. Hint: a formula is like"),
        ("o9", "where: no option is called 'o9'. Hint: known here: o0, "),
        ("", "where: the formula '' stops too early. Hint: a formula is like"),
    ],
)
@pytest.mark.parametrize("face", [(), ("--json",)], ids=["words", "json"])
def test_a_wrong_where(tmp_path: Path, formula: str, said: str, face: tuple[str, ...]) -> None:
    """A formula that cannot be read, or names what is not there, is one line that says so."""
    ended = run("solve", many_that_hold(tmp_path), "--where", formula, *face)
    assert ended.code == 2
    assert said in ended.err
    assert len(ended.err.splitlines()) == 1


def test_where_in_a_conflict_by_states(tmp_path: Path) -> None:
    """In a conflict by states a formula names states."""
    path = packaged(tmp_path, "elmira_9")
    found = solved(path, "--where", "5 or 9")
    assert found["equilibria"]["nash"] == [["5"], ["9"]]
    ended = run("solve", path, "--where", "x", "--json")
    assert "no state is called 'x'" in ended.err


def test_printed_solution(prisoners: Path) -> None:
    """The prisoners end in mutual defection by nash, and cooperation holds besides by all other standards."""
    neither, both = [], ["first_cooperates", "second_cooperates"]
    found = solved(prisoners)
    assert found["equilibria"] == {one: [neither] if one == "nash" else [neither, both] for one in STANDARDS}
    assert found["outcomes"]["4"]["leaves"]["nash"] == ["first", "second"]


def test_several_files(tmp_path: Path, tiny: Path) -> None:
    """Several files give one object a line, in the order given."""
    ended = run("solve", packaged(tmp_path, "prisoners"), tiny, "--json")
    assert ended.code == 0
    assert [json.loads(line)["title"] for line in ended.out.splitlines()] == ["Prisoner's dilemma", "Two yes"]


def test_a_broken_file_among_several(tmp_path: Path, tiny: Path) -> None:
    """A broken file among several is one line on stderr and code 2, and the others are still solved."""
    ended = run("solve", tiny, empty_at(tmp_path), tmp_path / "none.yaml", tiny, "--json")
    assert ended.code == 2
    assert len(ended.out.splitlines()) == 2
    first, second = ended.err.splitlines()
    one_line(first, tmp_path / "empty.yaml")
    one_line(second, tmp_path / "none.yaml")


def test_a_broken_file_among_several_in_words(tmp_path: Path, tiny: Path) -> None:
    """In words, too, the others are answered."""
    ended = run("solve", empty_at(tmp_path), tiny)
    assert ended.code == 2
    assert "Two yes" in ended.out
    one_line(ended.err, tmp_path / "empty.yaml")


def empty_at(folder: Path) -> Path:
    """A file of 0 bytes beside the others."""
    return written_to(folder, "", "empty.yaml")


def test_variant(tiny: Path) -> None:
    """--variant solves the variant, says so, and has a digest of its own."""
    plain, easy = solved(tiny), solved(tiny, "--variant", "easy")
    assert (plain["variant"], easy["variant"]) == (None, "easy")
    assert plain["digest"] != easy["digest"]
    assert "(easy)" in run("solve", tiny, "--variant", "easy").out


def test_variant_changes_the_verdict(tmp_path: Path) -> None:
    """The settlement with the TTP can be got to in the variant and not in the file as it stands."""
    path = packaged(tmp_path, "ttp_pakistan_2021")
    plain, other = solved(path), solved(path, "--variant", "merger negotiable")
    assert not plain["outcomes"]["settlement"]["attainable"]["together"]
    assert other["outcomes"]["settlement"]["attainable"]["together"]


def test_by_states(tmp_path: Path) -> None:
    """A conflict by states has no options, and each of its states is one name."""
    found = solved(packaged(tmp_path, "elmira_9"))
    assert found["options"] == []
    assert found["status_quo"] == ["1"]
    assert found["equilibria"]["nash"] == [["5"], ["8"], ["9"]]


def test_without_outcomes(tmp_path: Path) -> None:
    """Without outcomes the JSON has none, and every verb but explain still answers."""
    path = written_to(tmp_path, TINY.replace("outcomes: {nothing: [], both: [x, y]}\n", ""))
    assert solved(path)["outcomes"] == {}
    for verb in ("solve", "compare", "check"):
        ended = run(verb, path)
        assert (ended.code, ended.err) == (0, ""), verb
    assert run("explain", path, "both").code == 2


def test_without_status_quo(prisoners: Path) -> None:
    """Without a status quo nothing is said about what can be got to: null in JSON, 'not known' in words."""
    found = solved(prisoners)
    assert found["status_quo"] is None
    for verdict in found["outcomes"].values():
        assert verdict["attainable"] == {"alone": None, "together": None, "any": None}
    assert "not known" in run("solve", prisoners).out
    assert run("explain", prisoners, "4").code == run("compare", prisoners).code == 0


def test_impossible_outcome(tmp_path: Path) -> None:
    """An outcome that a rule forbids is said to be impossible, everywhere."""
    path = written_to(tmp_path, TINY + "impossible: [{when: x and y, why: one excludes the other}]\n")
    verdict = solved(path)["outcomes"]["both"]
    assert verdict["possible"] is False
    assert not any(verdict["holds"].values())
    assert verdict["attainable"] == {"alone": False, "together": False, "any": False}
    assert "one excludes the other" in run("explain", path, "both").out
    assert "impossible" in run("solve", path).out
    assert run("check", path).code == 0


@pytest.mark.parametrize("verb", [("explain", "both"), ("compare",), ("check",)], ids=lambda verb: verb[0])
def test_json_of_other_verbs(tiny: Path, verb: tuple[str, ...]) -> None:
    """--json prints one line of JSON for every verb that has it."""
    ended = run(verb[0], tiny, *verb[1:], "--json")
    assert (ended.code, ended.err) == (0, "")
    assert len(ended.out.splitlines()) == 1
    assert isinstance(json.loads(ended.out), dict)


def test_schema() -> None:
    """`schema` prints a JSON Schema that knows every key of a conflict file."""
    ended = run("schema")
    printed = json.loads(ended.out)
    assert ended.code == 0
    assert {"title", "parties", "status_quo", "outcomes", "variants", "expect"} <= set(printed["properties"])
    assert set(printed["required"]) == {"title", "parties"}
    assert printed["additionalProperties"] is False


TWO_STEPS = """
title: One party walks through two arcs
states: {1: here, 2: half way, 3: there}
parties:
  a: {name: A, moves: {1: 2, 2: 3}, ranking: [3, 2, 1]}
  b: {name: B, moves: {3: 1}, ranking: [3, 2, 1]}
status_quo: 1
"""


@pytest.mark.parametrize("name", ["two steps of one party", *examples.solvable()])
def test_attainable_is_nested(tmp_path: Path, name: str) -> None:
    """What can be got to alone can be got to together, and that by any moves."""
    path = written_to(tmp_path, TWO_STEPS if " " in name else examples.text(name))
    for outcome, verdict in solved(path)["outcomes"].items():
        ways = verdict["attainable"]
        if ways["any"] is not None:
            assert ways["alone"] <= ways["together"] <= ways["any"], outcome


def test_way_agrees_with_attainable(tmp_path: Path) -> None:
    """`explain` shows a way exactly to what some moves lead to."""
    path = written_to(tmp_path, TWO_STEPS.replace("ranking: [3, 2, 1]", "ranking: [3, [2, 1]]", 1))
    for outcome, verdict in solved(path)["outcomes"].items():
        shown = run("explain", path, outcome).out
        assert ("no moves at all lead there" in shown) == (not verdict["attainable"]["any"]), outcome


def test_together(tmp_path: Path) -> None:
    """With --together 1 nobody moves together, so what can be got to is what can be got to alone."""
    path = packaged(tmp_path, "ttp_pakistan_2021")
    three, one = solved(path), solved(path, "--together", "1")
    assert three["outcomes"]["truce"]["attainable"]["together"]
    for verdict in one["outcomes"].values():
        assert verdict["attainable"]["together"] == verdict["attainable"]["alone"]
    assert not one["outcomes"]["truce"]["attainable"]["together"]
    assert one["equilibria"] == three["equilibria"]


def test_together_in_words(tmp_path: Path) -> None:
    """`explain` says how many parties moving together would not get there, in English."""
    path = packaged(tmp_path, "ttp_pakistan_2021")
    said = " ".join(run("explain", path, "settlement", "--together", "2").out.split())
    assert "not even with two parties moving together" in said
    alone = " ".join(run("explain", path, "settlement", "--together", "1").out.split())
    assert "one parties" not in alone
