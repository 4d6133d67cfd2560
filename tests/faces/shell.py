"""Run the command line inside this process, with the bytes it writes and the code it ends with."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

from jirga import cli, examples

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


@dataclass(frozen=True)
class Ended:
    """How a run of the command line ended."""

    code: int
    out: str
    err: str


def run(*args: str | Path) -> Ended:
    """Run `jirga` with some arguments, as if at a pipe that speaks UTF-8."""
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", errors="strict") for _ in range(2))
    code = 0
    with redirect_stdout(out), redirect_stderr(err):
        try:
            cli.main([str(one) for one in args])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
    return Ended(code, *(written(stream) for stream in (out, err)))


def written(stream: TextIOWrapper) -> str:
    """Give what a stream was sent."""
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]


def spawn(
    *args: str | Path, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run `jirga` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "jirga", *map(str, args)],
        capture_output=True,
        check=False,
        timeout=120,
        cwd=cwd,
        env={**os.environ, **environment},
    )


def one_line(said: str, path: Path) -> None:
    """One line, which names the file once, and what to try once."""
    assert len(said.splitlines()) == 1, said
    assert said.startswith("jirga: ")
    assert said.count(str(path)) == 1, said
    assert said.count("Hint: ") == 1, said
    assert "Traceback" not in said
    assert len(said) < 600, said


def written_to(folder: Path, text: str, name: str = "talks.yaml") -> Path:
    """Put a text into a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def packaged(folder: Path, name: str) -> Path:
    """Put a packaged conflict into a folder."""
    path = folder / f"{name}.yaml"
    path.write_text(examples.text(name), encoding="utf-8")
    return path
