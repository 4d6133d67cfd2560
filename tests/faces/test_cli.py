"""Every verb as a reader calls it: what it prints, where, and the code it ends with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from faces.shell import packaged, run, spawn

import jirga
from jirga import examples
from jirga.schema.words import STANDARDS

PROMISED = [
    *("title", "variant", "digest", "version", "parties", "options", "states", "status_quo"),
    *("concepts", "equilibria", "outcomes"),
]
VERDICT = ["taken", "possible", "holds", "leaves", "attainable"]
URDU, ARABIC, PASHTO = "خیبر سے کابل تک جرگہ", "وقف إطلاق النار", "د سولې جرګه"
TINY = """
jirga: 1
title: Two yes
parties:
  a: {name: A, options: {x: do x}, prefers: [x and y, not x]}
  b: {name: B, options: {y: do y}, prefers: [x and y, not y]}
status_quo: []
outcomes: {nothing: [], both: [x, y]}
variants: {easy: [{drop: a.2}]}
"""
RIGHT_TO_LEFT = f"""
jirga: 1
title: {URDU}
question: {ARABIC}؟
parties:
  a: {{name: {PASHTO}, options: {{x: {{says: {URDU}, undo: {ARABIC}}}}}, prefers: [x]}}
status_quo: []
outcomes:
  {PASHTO}: {{taken: [x], says: {ARABIC}}}
variants:
  {URDU}: []
"""


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A small conflict with a variant."""
    return written(tmp_path, TINY)


@pytest.fixture
def prisoners(tmp_path: Path) -> Path:
    """The packaged prisoner's dilemma, which has no status quo."""
    return packaged(tmp_path, "prisoners")


def written(folder: Path, text: str, name: str = "talks.yaml") -> Path:
    """Put a text into a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def solved(*args: str | Path) -> dict:
    """Solve to JSON; it must work."""
    ended = run("solve", *args, "--json")
    assert (ended.code, ended.err) == (0, "")
    return json.loads(ended.out)


# The exit code, and one line for every mistake


def missing(folder: Path) -> Path:
    """A file that is not there."""
    return folder / "talks.yaml"


def directory(folder: Path) -> Path:
    """A folder."""
    missing(folder).mkdir()
    return missing(folder)


def empty(folder: Path) -> Path:
    """A file of 0 bytes."""
    return written(folder, "")


def blank(folder: Path) -> Path:
    """A file of nothing but white space."""
    return written(folder, " \n\n\t\n")


def huge(folder: Path) -> Path:
    """A file of 50 MB, none of them on the disk."""
    path = missing(folder)
    with path.open("wb") as made:
        made.truncate(50 * 1024 * 1024)
    return path


def latin(folder: Path) -> Path:
    """A file that is not UTF-8."""
    path = missing(folder)
    path.write_bytes(b"title: caf\xe9\n")
    return path


UNREADABLE = [missing, directory, empty, blank, huge, latin]
BROKEN = {
    "unknown key": (TINY.replace("status_quo:", "status_qou:"), "'status_quo'"),
    "undefined option": (TINY.replace("[x and y, not x]", "[x and yy, not x]"), "'yy'"),
    "undefined option taken": (TINY.replace("both: [x, y]", "both: [x, why]"), "'why'"),
    "duplicate option": (TINY.replace("{y: do y}", "{x: do y}"), "two options"),
    "duplicate want": (TINY.replace("[x and y, not x]", "[x, {want: y, id: a.1}]"), "two wants"),
    "duplicate key": (TINY + "title: again\n", "title"),
    "cyclic variant": (
        TINY.replace("{easy: [{drop: a.2}]}", "{one: {builds_on: two}, two: {builds_on: one}}"),
        "builds on itself",
    ),
    "variant of itself": (TINY.replace("{easy: [{drop: a.2}]}", "{one: {builds_on: one}}"), "builds on itself"),
    "undefined want": (TINY.replace("drop: a.2", "drop: a.9"), "'a.9'"),
    "broken formula": (TINY.replace("not x]", "x and]"), "too early"),
    "broken YAML": (TINY.replace("jirga: 1", "jirga: [1"), "YAML"),
    "tabs": (TINY.replace("  a:", "\ta:"), "YAML"),
    "control character": (TINY.replace("Two yes", "Two\x00yes"), "character"),
    "no mapping": ("- one\n- two\n", "key: value"),
    "only a comment": ("# nothing\n", "key: value"),
    "no party": ("title: t\nparties: {}\n", "parties"),
    "no option": ("title: t\nparties: {a: {name: A}}\n", "no party has an option"),
    "wrong type": (TINY.replace("title: Two yes", "title: [Two, yes]"), "title"),
    "later version": (TINY.replace("jirga: 1", "jirga: 2"), "jirga"),
    "anchor bomb": (
        "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)),
        "too many",
    ),
    "anchor of itself": ("title: &a [*a]\nparties: *a\n", ""),
    "deep nesting": ("title: " + "[" * 3000 + "]" * 3000, "too deeply"),
    "impossible status quo": (TINY + "impossible: [not x]\n", "status quo"),
    "nothing possible": (TINY + "impossible: [x or not x]\n", "no state"),
}
WITH_FILE = [("solve",), ("explain", "both"), ("compare",)]


@pytest.mark.parametrize("verb", [("check",), *WITH_FILE], ids=lambda verb: verb[0])
@pytest.mark.parametrize("make", UNREADABLE, ids=lambda make: make.__name__)
def test_unreadable_file(tmp_path: Path, make, verb: tuple[str, ...]) -> None:
    """A file that cannot be read is one line on stderr with its name once and a hint, and code 2."""
    path = make(tmp_path)
    ended = run(verb[0], path, *verb[1:])
    assert ended.code == 2
    assert ended.out == ""
    one_line(ended.err, path)


@pytest.mark.parametrize("case", BROKEN)
def test_broken_file_to_solve(tmp_path: Path, case: str) -> None:
    """A conflict that is wrong is one line on stderr with file, trouble and hint, and code 2."""
    path = written(tmp_path, BROKEN[case][0])
    for verb in WITH_FILE:
        ended = run(verb[0], path, *verb[1:])
        assert ended.code == 2, verb
        assert ended.out == "", verb
        one_line(ended.err, path)
        assert BROKEN[case][1] in ended.err


@pytest.mark.parametrize("case", BROKEN)
def test_broken_file_to_check(tmp_path: Path, case: str) -> None:
    """`check` lists every problem on a line of its own with the file's name, and ends with code 2."""
    path = written(tmp_path, BROKEN[case][0])
    ended = run("check", path)
    assert ended.code == 2
    assert ended.err == ""
    lines = ended.out.splitlines()
    assert any(BROKEN[case][1] in line for line in lines)
    assert all(line.startswith(("error: ", "warning: ", "note: ")) and str(path) in line for line in lines)


def one_line(said: str, path: Path) -> None:
    """One line, which names the file once, and what to try once."""
    assert len(said.splitlines()) == 1, said
    assert said.startswith("jirga: ")
    assert said.count(str(path)) == 1, said
    assert said.count("Hint: ") == 1, said
    assert "Traceback" not in said
    assert len(said) < 600, said


def test_unknown_outcome(tiny: Path) -> None:
    """An outcome that is not there is one line with the file's name and the name it resembles."""
    ended = run("explain", tiny, "boht")
    assert ended.code == 2
    one_line(ended.err, tiny)
    assert "'both'" in ended.err


@pytest.mark.parametrize("verb", [("solve",), ("explain", "both")], ids=lambda verb: verb[0])
def test_unknown_variant(tiny: Path, verb: tuple[str, ...]) -> None:
    """A variant that is not there is one line with the file's name and the name it resembles."""
    ended = run(verb[0], tiny, *verb[1:], "--variant", "eazy")
    assert ended.code == 2
    one_line(ended.err, tiny)
    assert "'easy'" in ended.err


def test_unknown_example(tmp_path: Path) -> None:
    """An example that is not packaged is one line with the name it resembles, and nothing is written."""
    ended = run("new", tmp_path / "talks.yaml", "--example", "prisners")
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1
    assert "'prisoners'" in ended.err
    assert not (tmp_path / "talks.yaml").exists()


@pytest.mark.parametrize(
    "args", [["solv", "f"], ["solve"], ["explain", "f"], ["solve", "f", "--jsn"], ["solve", "f", "--variant"], ["check"]]
)
def test_misused(args: list[str]) -> None:
    """A command line that cannot be read ends with code 2, says so on stderr and shows no traceback."""
    ended = run(*args)
    assert ended.code == 2
    assert ended.out == ""
    assert "Error: " in ended.err
    assert "Traceback" not in ended.err


def test_brief_of_several(tiny: Path) -> None:
    """One page cannot hold several files' answers."""
    ended = run("solve", tiny, tiny, "--brief", tiny.with_suffix(".html"))
    assert ended.code == 2
    assert not tiny.with_suffix(".html").exists()


def test_all_states_in_words(tiny: Path) -> None:
    """--all-states is said to need --json rather than passed over in silence."""
    ended = run("solve", tiny, "--all-states")
    assert ended.code == 2
    assert "--json" in ended.err


def test_expectation_falls(prisoners: Path) -> None:
    """`check` ends with code 1 when an expectation falls, and says which and what was found."""
    text = prisoners.read_text(encoding="utf-8").replace("only_these_hold: [1, 4]", "only_these_hold: [1]")
    prisoners.write_text(text, encoding="utf-8")
    ended = run("check", prisoners)
    assert ended.code == 1
    fallen = [line for line in ended.out.splitlines() if line.startswith("fell: ")]
    assert len(fallen) == 1
    assert "cooperation is stable when each fears any reply" in fallen[0]
    assert "gmr: also 4" in fallen[0]
    assert "1 of 2 expectations stand." in ended.out


def test_expectation_falls_in_json(prisoners: Path) -> None:
    """`check --json` carries what fell, and ends with code 1 all the same."""
    text = prisoners.read_text(encoding="utf-8").replace("only_these_hold: [1, 4]", "only_these_hold: [1]")
    prisoners.write_text(text, encoding="utf-8")
    ended = run("check", prisoners, "--json")
    found = json.loads(ended.out)
    assert ended.code == 1
    assert [one["stands"] for one in found["expectations"]] == [False, True]
    assert found["expectations"][0]["found"]


def test_broken_file_in_json(tmp_path: Path) -> None:
    """`check --json` gives every problem with severity, line and hint, and ends with code 2."""
    ended = run("check", written(tmp_path, BROKEN["undefined option"][0]), "--json")
    (problem,) = json.loads(ended.out)["problems"]
    assert ended.code == 2
    assert (problem["severity"], problem["where"]["line"]) == ("error", 5)
    assert problem["hint"]


def test_sound_file(tmp_path: Path) -> None:
    """`check` ends with code 0 for every packaged conflict and for the starter."""
    for name in examples.names():
        if name == "khyber_kabul_2025":  # the golden transcripts check it
            continue
        ended = run("check", packaged(tmp_path, name))
        assert ended.code == 0, ended.out
        assert "error: " not in ended.out
    assert run("check", written(tmp_path, examples.starter())).code == 0


def test_debug_shows_the_traceback(tmp_path: Path) -> None:
    """With --debug, before or after the verb, a mistake shows its traceback, and the code stays 2."""
    for args in (["--debug", "solve"], ["solve", "--debug"]):
        ended = spawn(*args, tmp_path / "none.yaml")
        assert b"Traceback" in ended.stderr
        assert b"FileTrouble" in ended.stderr
        assert ended.returncode == 2


def test_without_debug(tmp_path: Path) -> None:
    """In a process of its own, too, a mistake is one line on stderr and code 2."""
    ended = spawn("solve", tmp_path / "none.yaml")
    assert ended.returncode == 2
    assert ended.stdout == b""
    one_line(ended.stderr.decode(), tmp_path / "none.yaml")


def test_a_failure_inside(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure of our own is one line and code 1, never a traceback."""

    def fails(*_: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("jirga.api.load", fails)
    ended = run("solve", tiny)
    assert ended.code == 1
    assert len(ended.err.splitlines()) == 1
    assert "ZeroDivisionError" in ended.err
    assert "--debug" in ended.err


# The promised JSON


@pytest.mark.parametrize("name", ["prisoners", "ttp_pakistan_2021", "elmira_9", "doha_2020"])
def test_promised_keys(tmp_path: Path, name: str) -> None:
    """`solve --json` has exactly the promised keys, for options and for states, with a status quo and without."""
    found = solved(packaged(tmp_path, name))
    conflict = jirga.example(name).model
    assert list(found) == PROMISED
    assert list(found["concepts"]) == list(found["equilibria"]) == list(STANDARDS)
    assert found["version"] == jirga.__version__
    assert found["parties"] == list(conflict.parties)
    assert found["options"] == list(conflict.options)
    assert len(found["digest"]) == 64
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
        assert list(whole) == [*PROMISED, "all_states", "stable"]
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
    return written(folder, "", "empty.yaml")


def test_variant(tiny: Path) -> None:
    """--variant solves the variant, says so, and has a digest of its own."""
    plain, easy = solved(tiny), solved(tiny, "--variant", "easy")
    assert (plain["variant"], easy["variant"]) == (None, "easy")
    assert plain["digest"] != easy["digest"]
    assert "a" in plain["outcomes"]["nothing"]["leaves"]["nash"] or plain["outcomes"]["nothing"]["holds"]["nash"]
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
    path = written(tmp_path, TINY.replace("outcomes: {nothing: [], both: [x, y]}\n", ""))
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
    path = written(tmp_path, TINY + "impossible: [{when: x and y, why: one excludes the other}]\n")
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


# New and demo


def test_new(tmp_path: Path) -> None:
    """`new` writes the starter, says what to do next, and what it says works."""
    path = tmp_path / "talks.yaml"
    ended = run("new", path)
    assert ended.code == 0
    assert f"jirga check {path}" in ended.out
    assert path.read_text(encoding="utf-8") == examples.starter()
    assert run("check", path).code == run("solve", path).code == 0


def test_new_from_an_example(tmp_path: Path) -> None:
    """`new --example` writes a packaged conflict word for word."""
    path = tmp_path / "talks.yaml"
    assert run("new", path, "--example", "doha_2020").code == 0
    assert path.read_text(encoding="utf-8") == examples.text("doha_2020")


def test_new_overwrites_nothing(tiny: Path, tmp_path: Path) -> None:
    """`new` refuses a name that is taken, by a file or a folder, and changes nothing."""
    (tmp_path / "folder").mkdir()
    for path in (tiny, tmp_path / "folder"):
        ended = run("new", path)
        assert ended.code == 2
        one_line(ended.err, path)
    assert tiny.read_text(encoding="utf-8") == TINY
    assert list((tmp_path / "folder").iterdir()) == []


def test_new_where_there_is_no_folder(tmp_path: Path) -> None:
    """`new` into a folder that is not there is one line and code 2."""
    ended = run("new", tmp_path / "none" / "talks.yaml")
    assert ended.code == 2
    one_line(ended.err, tmp_path / "none" / "talks.yaml")


def test_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`demo` answers, writes brief.html into this folder, and prints the page's whole path last."""
    monkeypatch.chdir(tmp_path)
    ended = run("demo")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("A province-led jirga to Kabul")
    assert Path(ended.out.splitlines()[-1]) == tmp_path / "brief.html"
    page = (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "A province-led jirga to Kabul" in page
    assert [one.name for one in tmp_path.iterdir()] == ["brief.html"]


def test_page_is_written_again_but_over_nothing_else(tiny: Path) -> None:
    """A page may be written over an older page of ours, and over no other file."""
    page = tiny.with_suffix(".html")
    assert run("solve", tiny, "--brief", page).code == 0
    assert run("solve", tiny, "--brief", page).code == 0
    ended = run("solve", tiny, "--brief", tiny)
    assert ended.code == 2
    one_line(ended.err, tiny)
    assert tiny.read_text(encoding="utf-8") == TINY


def test_brief_beside_json(tiny: Path) -> None:
    """With --json the page's path goes to stderr, so that stdout stays JSON."""
    page = tiny.with_suffix(".html")
    ended = run("solve", tiny, "--json", "--brief", page)
    assert json.loads(ended.out)["title"] == "Two yes"
    assert ended.err.strip() == str(page)


def test_same_page_twice(tiny: Path, tmp_path: Path) -> None:
    """The same conflict gives the same page, byte for byte."""
    for name in ("one.html", "two.html"):
        run("solve", tiny, "--brief", tmp_path / name)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


# What a terminal may do to it


def test_right_to_left_text(tmp_path: Path) -> None:
    """Urdu, Arabic and Pashto come out whole, in words, in JSON and on the page."""
    path, page = written(tmp_path, RIGHT_TO_LEFT), tmp_path / "brief.html"
    ended = run("solve", path, "--brief", page)
    assert ended.code == 0
    for words in (URDU, ARABIC, PASHTO):
        assert words in ended.out
        assert words in page.read_text(encoding="utf-8")
    printed = run("solve", path, "--json").out
    assert URDU in printed
    assert list(json.loads(printed)["outcomes"]) == [PASHTO]
    assert run("explain", path, PASHTO).code == 0
    assert run("solve", path, "--variant", URDU).code == 0


def test_right_to_left_file_name(tmp_path: Path) -> None:
    """A file may have a name that is not ASCII, and a mistake in it is still one line."""
    path = written(tmp_path, RIGHT_TO_LEFT.replace("[x]}\n", "[z]}\n"), f"{PASHTO}.yaml")
    ended = run("solve", path)
    assert ended.code == 2
    one_line(ended.err, path)


def test_ascii_terminal(tmp_path: Path) -> None:
    """A terminal that knows only ASCII gets the answer with ? for what it cannot show, and JSON whole."""
    path = written(tmp_path, RIGHT_TO_LEFT, f"{PASHTO}.yaml")
    for args in (["solve"], ["check"], ["compare"], ["explain", PASHTO]):
        ended = spawn(args[0], path, *args[1:], PYTHONIOENCODING="ascii")
        assert (ended.returncode, ended.stderr) == (0, b""), args
        ended.stdout.decode("ascii")
    ended = spawn("solve", path, "--json", PYTHONIOENCODING="ascii", COLUMNS="40")
    assert json.loads(ended.stdout)["title"] == URDU
    ended = spawn("solve", tmp_path / "نه.yaml", PYTHONIOENCODING="ascii")
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1


def test_output_ignores_columns_in_a_pipe(tiny: Path) -> None:
    """In a pipe the answer is 80 wide whatever COLUMNS says, so that it can be compared."""
    wide, narrow = (spawn("solve", tiny, COLUMNS=columns) for columns in ("200", "40"))
    assert wide.returncode == narrow.returncode == 0
    assert wide.stdout == narrow.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of a chosen width needs a pty")
@pytest.mark.parametrize("columns", [40, 20])
def test_narrow_terminal(tmp_path: Path, columns: int) -> None:
    """On a narrow terminal no line is wider than it, and no word of a table or sentence is lost."""
    path = packaged(tmp_path, "ttp_pakistan_2021")
    shown = at_a_terminal(columns, "solve", path.name, cwd=path.parent)
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= columns
    letters = "".join(shown.split())
    for words in ("BOTTOM LINE", "settlement", "moving together", "Pakistan would rather take back the releases"):
        assert "".join(words.split()) in letters or columns < 40, words


def at_a_terminal(columns: int, *args: str, cwd: Path) -> str:
    """Run `jirga` at a terminal of some width, and give what it shows without its colours."""
    import fcntl
    import pty
    import re
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "LINES"}}
    with subprocess.Popen(
        [sys.executable, "-m", "jirga", *args],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        cwd=cwd,
        env={**environment, "TERM": "xterm"},
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        os.close(ours)
    assert process.returncode == 0
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode("utf-8")).replace("\r", "")


@pytest.mark.parametrize("args", [["solve", "--json"], ["solve"], ["schema"]], ids=" ".join)
def test_closed_pipe(tiny: Path, args: list[str]) -> None:
    """A reader that goes away, as `| head -1` does, leaves no complaint behind."""
    reading, writing = os.pipe()
    os.close(reading)
    files = [str(tiny)] if args[0] == "solve" else []
    with os.fdopen(writing, "wb") as out:
        ended = subprocess.run(
            [sys.executable, "-m", "jirga", *args, *files], stdout=out, stderr=subprocess.PIPE, check=False
        )
    assert ended.stderr == b""
    assert ended.returncode in {0, 1, 141}


def test_escape_sequences_stay_out_of_the_terminal(tmp_path: Path) -> None:
    """Words of a file cannot steer the terminal of whoever reads it: no control character gets through."""
    said = r"evil\e[2J\e]0;owned\a\r\b"
    text = TINY.replace("Two yes", f'"{said}"').replace("name: A,", f'name: "{said}",')
    path = written(tmp_path, text.replace("both:", f'"{said}":').replace("do y", f'"{said}"'))
    for verb in ("solve", "check", "compare"):
        shown = run(verb, path).out
        assert [sign for sign in shown if sign < " " and sign != "\n"] == [], verb


def test_endless_file() -> None:
    """A file without end, such as /dev/zero, is refused after its first megabyte."""
    if not Path("/dev/zero").exists():
        pytest.skip("no /dev/zero on this system")
    ended = limited("solve", "/dev/zero")
    assert ended.returncode == 2
    one_line(ended.stderr.decode(), Path("/dev/zero"))


def limited(*args: str) -> subprocess.CompletedProcess[bytes]:
    """Run `jirga` with no more than 2 GB of memory."""
    import resource

    return subprocess.run(
        [sys.executable, "-m", "jirga", *args],
        capture_output=True,
        check=False,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30)),  # noqa: PLW1509
    )


# Words that no answer may hold


@pytest.mark.parametrize("name", [*examples.names(), "the starter"])
def test_no_prediction(tmp_path: Path, name: str) -> None:
    """No answer and no page of a packaged conflict speaks of predicting or of probability."""
    path, page = tmp_path / "talks.yaml", tmp_path / "brief.html"
    path.write_text(examples.starter() if name == "the starter" else examples.text(name), encoding="utf-8")
    ended = run("solve", path, "--brief", page)
    assert ended.code == 0
    said = [ended.out, page.read_text(encoding="utf-8")]
    conflict = jirga.load(path)
    said += [str(conflict.explain(outcome)) for outcome in conflict.analysis.outcomes]
    if name != "khyber_kabul_2025":
        said += [run("check", path).out, run("compare", path).out]
    for words in said:
        assert "predict" not in words.lower()
        assert "probab" not in words.lower()


def test_no_prediction_in_help() -> None:
    """Nor does any help."""
    for args in (["--help"], *([verb, "--help"] for verb in ("solve", "explain", "compare", "check", "demo"))):
        said = run(*args).out.lower()
        assert "predict" not in said
        assert "probab" not in said
