"""Time the loading and counting of event data: a made-up GED of 400,000 rows in the published layout."""

from __future__ import annotations

import csv
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from jirga.events.counts import counts
from jirga.events.keeping import load, open_events
from jirga.events.kinds import GED_COLUMNS

ROWS = 400_000
DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low")
SOURCE = "Agency,2021-03-01,Clashes reported near the crossing after the talks were put off again"


def main() -> None:
    """Print a line for each size; sizes may be given as arguments."""
    sizes = [int(one) for one in sys.argv[1:]] or [6_416, ROWS]
    head = ("load s", "its CPU", "open s", "month s", "actor s", "peak MB")
    print(f"{'rows':>9} {'MB':>6}", *(f"{one:>8}" for one in head))
    for rows in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "GEDEvent_v25_1.csv"
            made(path, rows)
            before = time.process_time()
            loading, (_, kept) = timed(lambda path=path, into=Path(folder): load(path, into))
            used = time.process_time() - before
            opening, events = timed(lambda kept=kept: open_events(kept))
            by_month, found = timed(lambda events=events: counts(events))
            by_actor, _ = timed(lambda events=events: counts(events, by="actor"))
            if found.total.events != rows:
                raise SystemExit(f"{found.total.events} events counted of {rows}")
            seconds = " ".join(f"{one:8.2f}" for one in (loading, used, opening, by_month, by_actor))
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{rows:9,} {path.stat().st_size / 1e6:6.0f} {seconds} {peak:8.0f}")


def timed(run: Callable[[], object]) -> tuple[float, object]:
    """Run something once and give its seconds and what it gave."""
    start = time.perf_counter()
    found = run()
    return time.perf_counter() - start, found


def made(path: Path, rows: int) -> None:
    """Write events of about 600 bytes each, one in five with a line break in a cell."""
    chance = random.Random(1)  # noqa: S311
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, GED_COLUMNS)
        writer.writeheader()
        writer.writerows(event(chance, number) for number in range(1, rows + 1))


def event(chance: random.Random, number: int) -> dict[str, object]:
    """Make up one event."""
    dead = [chance.choice((0, 0, 1, 2, 5)) for _ in range(4)]
    province, side = chance.randrange(40), chance.randrange(300)
    north, east = round(chance.uniform(-34, 37), 6), round(chance.uniform(-90, 110), 6)
    day = f"{chance.randrange(1989, 2025)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    best, line_break = sum(dead), "\n" if number % 5 == 0 else " "
    numbers = (*dead, best, best + 2, best)
    return {
        "id": number,
        "relid": f"LND-{number}",
        "year": day[:4],
        "active_year": 1,
        "code_status": "Clear",
        "type_of_violence": chance.randrange(1, 4),
        "conflict_name": "Land: Government",
        "dyad_name": f"Government - Movement {side}",
        "side_a": "Government",
        "side_b": f"Movement {side}",
        "number_of_sources": 2,
        "source_article": f'"{SOURCE}";"{SOURCE}{line_break}"',
        "source_office": "Agency;Daily",
        "source_headline": SOURCE,
        "source_original": "police",
        "where_prec": 1,
        "where_coordinates": f"Town {number % 20_000}",
        "where_description": "on the road to the crossing",
        "adm_1": f"Province {province}",
        "adm_2": f"District {number % 900}",
        "latitude": north,
        "longitude": east,
        "geom_wkt": f"POINT ({east} {north})",
        "priogrid_gid": 179_000,
        "country": f"Land {province // 8}",
        "region": "Asia",
        "event_clarity": 1,
        "date_prec": 1,
        "date_start": day,
        "date_end": day,
        **dict(zip(DEATHS, numbers, strict=True)),
    }


if __name__ == "__main__":
    main()
