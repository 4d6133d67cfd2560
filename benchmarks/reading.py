"""Read a long text made of the annotated ones, and say how many thousand signs a second of one core."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

from jirga.reading.carry import settings
from jirga.reading.figures import figures
from jirga.reading.folder import read

TEXTS = Path(__file__).parents[1] / "tests" / "reading_texts"
TIMES = 3


def main() -> None:
    """Print the best of several times, for figures alone and for everything."""
    text = "\n\n".join(one.read_text(encoding="utf-8") for one in sorted(TEXTS.glob("[fg]_*.txt"))) * 5
    day = dt.date(2025, 3, 7)
    read(text[:2000], day)
    for what, run in (
        ("sentences and settings", lambda: settings(text, day)),
        ("figures", lambda: figures(text, day)),
        ("everything", lambda: read(text, day)),
    ):
        seconds = []
        for _ in range(TIMES):
            start = time.process_time()
            run()
            seconds.append(time.process_time() - start)
        best = min(seconds)
        print(f"{what:24} {len(text) / 1000:6.0f} kB  {best:6.2f} s  {len(text) / 1000 / best:8.0f} kB/s")


if __name__ == "__main__":
    main()
