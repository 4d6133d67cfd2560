"""Read a folder of articles into a new case, and say how long it took and how many cores were busy.

python benchmarks/intake.py          a thousand articles
python benchmarks/intake.py 100      fewer
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from articles import written

from jirga.case import new_case, open_case

STAT = Path("/proc/stat")


def main() -> None:
    """Print the time of the first run, and of a second one that finds all of it done."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as place:
        folder, case = Path(place, "articles"), Path(place, "case")
        signs = written(folder, many)
        new_case(case)
        print(f"{many:,} articles, {signs / 1000:,.0f} kB, {os.cpu_count()} cores")
        for what in ("read", "again"):
            wall, cpu, idle = timed(folder, case)
            print(
                f"{what:6} {wall:7.1f} s  {many / wall:6.1f} articles/s  {signs / 1000 / wall:6.1f} kB/s  "
                f"{cpu / wall:4.2f} cores busy with it, {idle / wall:4.2f} idle"
            )
        opened = open_case(case)
        print(f"{len(opened.documents()):,} documents, {len(opened.claims()):,} claims", end=", ")
        start = time.perf_counter()
        troubles = opened.verify().troubles
        print(f"verified in {time.perf_counter() - start:.1f} s: {len(troubles)} troubles")


def timed(folder: Path, case: Path) -> tuple[float, float, float]:
    """Run the verb; give the seconds on the wall, those of all its processes, and those that cores idled."""
    command = [sys.executable, "-m", "jirga", "read", folder, "--into", case, "--published", "2025-03-07"]
    start, before, rested = time.perf_counter(), spent(), idled()
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return time.perf_counter() - start, spent() - before, idled() - rested


def spent() -> float:
    """Give the seconds of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def idled() -> float:
    """Give the seconds that the cores of this machine have idled so far, whoever else uses it; Linux only."""
    if not STAT.is_file():
        return float("nan")
    fields = STAT.read_text(encoding="ascii").split(None, 5)
    return int(fields[4]) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
