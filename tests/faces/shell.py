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

SLOW_TO_SOLVE = "khyber_kabul_2025"


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


def spawn(*args: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run `jirga` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "jirga", *map(str, args)],
        capture_output=True,
        check=False,
        timeout=120,
        cwd=cwd,
        env={**os.environ, **environment},
    )


def packaged(folder: Path, name: str) -> Path:
    """Put a packaged conflict into a folder."""
    path = folder / f"{name}.yaml"
    path.write_text(examples.text(name), encoding="utf-8")
    return path
