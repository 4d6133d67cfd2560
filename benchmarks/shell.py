"""Time the command line from a cold shell: whole processes, best and middle of several, and their memory."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from conflicts import made
from jirga.conflict.file import text_of
from jirga.examples import path

RUNS = 5


def main() -> None:
    """Print a line for each command."""
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.yaml"
        large.write_text(text_of(made(16, 5)), encoding="utf-8")
        ruled = Path(folder) / "ruled.yaml"
        ruled.write_text(text_of(made(16, 5, rules=2, one_way=3)), encoding="utf-8")
        page = str(Path(folder) / "brief.html")
        seed = str(path("khyber_kabul_2025"))
        print(f"{'command':44} {'best s':>8} {'middle s':>9} {'peak MB':>8}   target")
        for said, words, target in (
            ("jirga --help", ["--help"], "0.4 s"),
            ("jirga demo (704 states, 12 solutions, page)", ["demo", "--out", page], ""),
            ("jirga solve, 704 states", ["solve", seed], "1.5 s"),
            ("jirga solve --json, 704 states", ["solve", seed, "--json"], "1.5 s"),
            ("jirga hangs, 704 states, 340 edits", ["hangs", seed], "2 s"),
            ("jirga solve, 65,536 states, 5 parties", ["solve", str(large)], "5 s, 500 MB"),
            ("jirga solve --json, the same", ["solve", str(large), "--json"], "5 s, 500 MB"),
            ("jirga solve, with rules and one-way options", ["solve", str(ruled)], ""),
            ("jirga check, 65,536 states", ["check", str(large)], ""),
        ):
            seconds, peak = timed(words)
            print(f"{said:44} {min(seconds):8.2f} {statistics.median(seconds):9.2f} {peak:8.0f}   {target}")


def timed(words: list[str]) -> tuple[list[float], float]:
    """Run a command several times; give its seconds and the largest memory of any run."""
    seconds, peak = [], 0.0
    for _ in range(RUNS):
        start = time.perf_counter()
        child = os.posix_spawn(
            sys.executable,
            [sys.executable, "-m", "jirga", *words],
            os.environ,
            file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
        )
        _, status, used = os.wait4(child, 0)
        seconds.append(time.perf_counter() - start)
        if os.waitstatus_to_exitcode(status) not in {0, 1}:
            raise SystemExit(f"jirga {' '.join(words)} failed")
        peak = max(peak, used.ru_maxrss / 1024)
    return seconds, peak


if __name__ == "__main__":
    main()
