"""Time `jirga brief` from a cold shell, a whole process for each kind of file, and writing alone."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from shell import timed

from jirga.brief.writing import written
from jirga.examples import path
from jirga.handing import to_hand_over

KINDS = ((".html", "3 s"), (".docx", "6 s"), (".pdf", "6 s"), (".json", ""))
SEED = "khyber_kabul_2025"


def main() -> None:
    """Print a line for each kind of file."""
    made = to_hand_over(path(SEED)).brief
    print(f"{'kind':8} {'best s':>8} {'middle s':>9} {'writing s':>10} {'kB':>7} {'peak MB':>8}   target")
    with tempfile.TemporaryDirectory() as folder:
        for kind, target in KINDS:
            to = Path(folder) / f"brief{kind}"
            seconds, peak = timed(["brief", str(path(SEED)), "--to", str(to)])
            start = time.perf_counter()
            size = len(written(made, kind).content) / 1000
            alone = time.perf_counter() - start
            middle = statistics.median(seconds)
            times = f"{min(seconds):8.2f} {middle:9.2f} {alone:10.2f}"
            print(f"{kind:8} {times} {size:7.0f} {peak:8.0f}   {target}")


if __name__ == "__main__":
    main()
