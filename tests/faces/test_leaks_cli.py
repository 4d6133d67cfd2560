"""`jirga leaks` at the shell: what it says, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from faces.shell import run

FILE = """
title: t
handling: clear
sources: {talk: {title: A talk, by: Zalmay Khan, level: red}}
parties: {a: {name: A, options: {x: sign, y: arm}, prefers: [x, {want: not y, cite: talk}]}}
"""


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """A conflict file that names somebody who told something."""
    path = tmp_path / "talks.yaml"
    path.write_text(FILE)
    return path


def test_a_leak_ends_with_1(talks: Path) -> None:
    """It names the kind, the part and the first sign."""
    note = talks.with_name("note.txt")
    note.write_text("as ZALMAY  KHAN said")
    ended = run("leaks", str(note), "--from", str(talks), "--level", "green")
    said = "a name that begins with 'Z', in note.txt"
    assert (ended.code, ended.err, said in " ".join(ended.out.split())) == (1, "", True)


def test_a_clean_file_ends_with_0(talks: Path) -> None:
    """And says how many things it looked for; at the highest level there are none."""
    note = talks.with_name("note.txt")
    note.write_text("as somebody said")
    green, red = (run("leaks", str(note), "--from", str(talks), "--level", one) for one in ("green", "red"))
    assert (green.code, red.code) == (0, 0)
    assert "nothing above level green was found" in green.out
    assert "0 things are protected" in red.out


def test_what_cannot_be_searched_ends_with_2(talks: Path) -> None:
    """A file of an unknown kind is not passed."""
    note = talks.with_name("note.bin")
    note.write_bytes(b"\0\1")
    ended = run("leaks", str(note), "--from", str(talks), "--level", "green")
    assert (ended.code, ended.out) == (2, "")
    assert "nobody here knows this kind of file" in ended.err


def test_a_file_without_levels(talks: Path) -> None:
    """All of it is red, and the error says what to write."""
    talks.write_text(FILE.replace("handling: clear\n", "").replace(", level: red", ""))
    ended = run("leaks", str(talks), "--from", str(talks), "--level", "green")
    assert (ended.code, "write `handling: clear` at the top" in ended.err) == (2, True)


def test_a_name_that_is_said_anyway_is_told(talks: Path) -> None:
    """What is kept says the name too, so it cannot be protected: is that meant?"""
    talks.write_text(FILE.replace("title: t", "title: The word of Zalmay Khan"))
    ended = run("leaks", str(talks), "--from", str(talks), "--level", "green")
    assert "not protected: 'Zalmay Khan'" in ended.err
