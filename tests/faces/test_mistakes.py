"""Every mistake is one line that says where, what and what to try, with the right exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faces.shell import TINY, one_line, packaged, run, spawn, written_to
from jirga import examples


def missing(folder: Path) -> Path:
    """A file that is not there."""
    return folder / "talks.yaml"


def directory(folder: Path) -> Path:
    """A folder."""
    missing(folder).mkdir()
    return missing(folder)


def empty(folder: Path) -> Path:
    """A file of 0 bytes."""
    return written_to(folder, "")


def blank(folder: Path) -> Path:
    """A file of nothing but white space."""
    return written_to(folder, " \n\n\t\n")


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
MANY = [f"y{place}: do y" for place in range(40)]
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
    "variant of itself": (
        TINY.replace("{easy: [{drop: a.2}]}", "{one: {builds_on: one}}"),
        "builds on itself",
    ),
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
        + "".join(
            f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)
        ),
        "too many",
    ),
    "anchor of itself": ("title: &a [*a]\nparties: *a\n", ""),
    "blank one-way line": (TINY + "one_way: [' ']\n", "is no option"),
    "too many options": (TINY.replace("{y: do y}", "{y: y, " + ", ".join(MANY) + "}"), "42 options"),
    "deep nesting": ("title: " + "[" * 500 + "]" * 500, "too deeply"),
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
    path = written_to(tmp_path, BROKEN[case][0])
    for verb in WITH_FILE:
        ended = run(verb[0], path, *verb[1:])
        assert ended.code == 2, verb
        assert ended.out == "", verb
        one_line(ended.err, path)
        assert BROKEN[case][1] in ended.err


@pytest.mark.parametrize("case", BROKEN)
def test_broken_file_to_check(tmp_path: Path, case: str) -> None:
    """`check` lists every problem on a line of its own with the file's name, and ends with code 2."""
    path = written_to(tmp_path, BROKEN[case][0])
    ended = run("check", path)
    assert ended.code == 2
    assert ended.err == ""
    lines = ended.out.splitlines()
    assert any(BROKEN[case][1] in line for line in lines)
    assert all(line.startswith(("error: ", "warning: ", "note: ")) and str(path) in line for line in lines)


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
    "args",
    [
        ["solv", "f"],
        ["solve"],
        ["explain", "f"],
        ["solve", "f", "--jsn"],
        ["solve", "f", "--variant"],
        ["check"],
    ],
)
def test_misused(args: list[str]) -> None:
    """A command line that cannot be read ends with code 2, says so on stderr and shows no traceback."""
    ended = run(*args)
    assert ended.code == 2
    assert ended.out == ""
    assert "Error: " in ended.err
    assert "Traceback" not in ended.err


def test_long_chain_of_variants(tmp_path: Path) -> None:
    """A chain of 1,200 variants, each built on the next, is solved or refused in one line."""
    chain = "".join(f"v{place}: {{builds_on: v{place + 1}}}, " for place in range(1200))
    path = written_to(tmp_path, TINY.replace("{easy:", "{" + chain + "v1200: [], easy:"))
    ended = run("solve", path, "--json")
    if ended.code != 0:
        assert ended.code == 2
        one_line(ended.err, path)


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
    ended = run("check", written_to(tmp_path, BROKEN["undefined option"][0]), "--json")
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
    assert run("check", written_to(tmp_path, examples.starter())).code == 0


def test_debug_shows_the_traceback(tmp_path: Path) -> None:
    """With --debug a mistake shows its traceback, and the code stays 2."""
    ended = spawn("solve", "--debug", tmp_path / "none.yaml")
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
