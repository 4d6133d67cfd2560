"""What a terminal, a pipe or a script may do to an answer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from faces.shell import TINY, one_line, packaged, run, spawn, written_to

URDU, ARABIC, PASHTO = "خیبر سے کابل تک جرگہ", "وقف إطلاق النار", "د سولې جرګه"
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


def test_right_to_left_text(tmp_path: Path) -> None:
    """Urdu, Arabic and Pashto come out whole, in words, in JSON and on the page."""
    path, brief = written_to(tmp_path, RIGHT_TO_LEFT), tmp_path / "brief.html"
    ended = run("solve", path, "--brief", brief)
    assert ended.code == 0
    for words in (URDU, ARABIC, PASHTO):
        assert words in ended.out
        assert words in brief.read_text(encoding="utf-8")
    printed = run("solve", path, "--json").out
    assert URDU in printed
    assert list(json.loads(printed)["outcomes"]) == [PASHTO]
    assert run("explain", path, PASHTO).code == 0
    assert run("solve", path, "--variant", URDU).code == 0


def test_right_to_left_file_name(tmp_path: Path) -> None:
    """A file may have a name that is not ASCII, and a mistake in it is still one line."""
    path = written_to(tmp_path, RIGHT_TO_LEFT.replace("[x]}\n", "[z]}\n"), f"{PASHTO}.yaml")
    ended = run("solve", path)
    assert ended.code == 2
    one_line(ended.err, path)


def test_ascii_terminal(tmp_path: Path) -> None:
    """A terminal that knows only ASCII gets the answer with ? for what it cannot show, and JSON whole."""
    path = written_to(tmp_path, RIGHT_TO_LEFT, f"{PASHTO}.yaml")
    ended = spawn("solve", path, PYTHONIOENCODING="ascii")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "BOTTOM LINE" in ended.stdout.decode("ascii")
    ended = spawn("solve", path, "--json", PYTHONIOENCODING="ascii", COLUMNS="40")
    assert json.loads(ended.stdout)["title"] == URDU


def test_output_ignores_columns_in_a_pipe(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a pipe the answer is 80 wide whatever COLUMNS says, so that it can be compared."""
    shown = set()
    for columns in ("200", "40"):
        monkeypatch.setenv("COLUMNS", columns)
        shown.add(run("solve", tiny))
    assert len(shown) == 1
    assert shown.pop().code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of a chosen width needs a pty")
def test_narrow_terminal(tmp_path: Path) -> None:
    """On a narrow terminal no line is wider than it, and no word of a sentence is lost."""
    path = packaged(tmp_path, "ttp_pakistan_2021")
    shown = at_a_terminal(20, "solve", path.name, cwd=path.parent)
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= 20
    flowing = " ".join(shown.split())
    assert (
        "Pakistan would rather take back the releases (releasing fighters has a cost [inferred])" in flowing
    )
    assert "WHAT WOULD CHANGE THE ANSWER" in flowing


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


@pytest.mark.parametrize("args", [["solve", "--json"], ["solve"]], ids=" ".join)
def test_closed_pipe(tiny: Path, args: list[str]) -> None:
    """A reader that goes away, as `| head -1` does, leaves no complaint behind."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as out:
        ended = subprocess.run(
            [sys.executable, "-m", "jirga", *args, str(tiny)], stdout=out, stderr=subprocess.PIPE, check=False
        )
    assert ended.stderr == b""
    assert ended.returncode in {0, 1, 141}


def test_escape_sequences_stay_out_of_the_terminal(tmp_path: Path) -> None:
    """Words of a file cannot steer the terminal of whoever reads it: no control character gets through."""
    said = r"evil\e[2J\e]0;owned\a\r\b"
    text = TINY.replace("Two yes", f'"{said}"').replace("name: A,", f'name: "{said}",')
    path = written_to(tmp_path, text.replace("both:", f'"{said}":').replace("do y", f'"{said}"'))
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
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30)),
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of a chosen width needs a pty")
def test_narrow_table(tmp_path: Path) -> None:
    """On a narrow terminal the words of a table stay whole, and a verdict stays with its +."""
    path = packaged(tmp_path, "khyber_kabul_2025")
    shown = at_a_terminal(40, "compare", path.name, cwd=path.parent)
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= 40
    assert {"outcome", "bargain", "direct", "Y+"} <= set(shown.split())


def test_many_variants(tmp_path: Path) -> None:
    """With forty variants no column of the comparison and no verdict gets lost."""
    variants = "".join(f"  v{number}: {{edits: [{{drop: a.2}}]}}\n" for number in range(40))
    text = TINY[: TINY.index("variants:")] + f"variants:\n{variants}"
    ended = run("compare", written_to(tmp_path, text))
    assert (ended.code, ended.err) == (0, "")
    _, _, table = ended.out.partition("- 40: v39")
    words = table.partition("Y holds;")[0].split()
    assert {*map(str, range(41)), "nothing", "both"} <= set(words)
    assert sum(word in {"Y", "Y+", "t", "t+", "d", "d+", "e", "e+", "-", "-+"} for word in words) == 2 * 41
