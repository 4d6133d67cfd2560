"""Ask every rule about 351 issues of European Union legislation with a known outcome; say how far off it was.

The data (DEU III, doi:10.34810/data53, cleaned) are not part of this project; without them it ends with 2.
`--write` rewrites the record that answers print, src/jirga/solve/positions/track_record.py.

    python benchmarks/deu.py [deu3_clean.csv] [--write]
"""

from __future__ import annotations

import csv
import hashlib
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from jirga.errors import FileTrouble
from jirga.solve.positions.challenge import challenge
from jirga.solve.positions.compromise import compromise
from jirga.solve.positions.condorcet import election
from jirga.solve.positions.exchange import exchange
from jirga.solve.positions.interval import Spread, crps, inside, share_needed, spread
from jirga.solve.positions.median import core, weighted_median
from jirga.solve.positions.spatial import spatial

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared/bargaining/data/deu3_clean.csv"
RECORD = ROOT / "src/jirga/solve/positions/track_record.py"
CHECKSUM = "fc9979e818cb64e2af01de3cdd0a156b439a7a7e308c53f6fa016b4ebc37998b"
FEWEST = 3
POINTS = 99
NOMINAL = 0.8
TWO_THIRDS = 2 / 3
NEAR = 1e-9

# Votes in the Council: before the Treaty of Nice applied, under it, and inhabitants in millions since.
BEFORE_NICE = "de 10 fr 10 it 10 uk 10 es 8 be 5 el 5 nl 5 pt 5 at 4 se 4 dk 3 ie 3 fi 3 lu 2"
NICE = (
    "de 29 fr 29 it 29 uk 29 es 27 pl 27 ro 14 nl 13 be 12 cz 12 el 12 hu 12 pt 12 at 10 bu 10 se 10 "
    "dk 7 ie 7 lt 7 sk 7 fi 7 cr 7 cy 4 ee 4 lv 4 lu 4 si 4 mt 3"
)
INHABITANTS = (
    "de 81.2 fr 66.4 uk 64.8 it 60.8 es 46.4 pl 38.0 ro 19.9 nl 17.1 be 11.3 el 10.8 cz 10.4 pt 10.4 hu 9.9 "
    "se 9.8 at 8.6 bu 7.2 dk 5.7 fi 5.5 sk 5.4 ie 4.6 cr 4.2 lt 2.9 si 2.1 lv 2.0 ee 1.3 cy 0.8 lu 0.6 mt 0.4"
)


@dataclass(frozen=True, eq=False)
class Decided:
    """One issue with its outcome.

    Attributes
    ----------
    dossier : str
        The proposal it was part of.
    actors : tuple of str
        Those that have both a position and a salience.
    position, salience, leverage : float array (n,)
        Those of the actors.
    outcome : float
        Where it ended.
    """

    dossier: str
    actors: tuple[str, ...]
    position: NDArray[np.float64]
    salience: NDArray[np.float64]
    leverage: NDArray[np.float64]
    outcome: float


def weights(text: str) -> dict[str, float]:
    words = text.split()
    return dict(zip(words[::2], map(float, words[1::2]), strict=True))


def rows(path: Path) -> list[dict[str, str]]:
    """Read the file, or refuse another one."""
    try:
        content = path.read_bytes()
    except OSError as trouble:
        hint = "give the path of deu3_clean.csv; the data are not part of this project"
        raise FileTrouble(str(path), f"cannot be read: {trouble.strerror}", hint) from None
    if hashlib.sha256(content).hexdigest() != CHECKSUM:
        raise FileTrouble(
            str(path), "is not the file the record was measured on", "see its SHA-256 in deu.py"
        )
    return list(csv.DictReader(content.decode().splitlines()))


def issues(path: Path = DATA) -> list[Decided]:
    """Take the issues with an outcome and at least three actors that have a position and care."""
    found = (decided(row) for row in rows(path))
    return [one for one in found if one is not None]


def decided(row: dict[str, str]) -> Decided | None:
    actors = [key[1:] for key in row if key.startswith("p") and f"s{key[1:]}" in row]
    present = [one for one in actors if row[f"p{one}"] and row[f"s{one}"]]
    if not row["out"] or len(present) < FEWEST:
        return None
    position, salience = (np.array([float(row[kind + one]) for one in present]) for kind in "ps")
    return Decided(row["prnr"], tuple(present), position, salience, leverage(row, present), float(row["out"]))


def leverage(row: dict[str, str], actors: Sequence[str]) -> NDArray[np.float64]:
    """Weigh states by their votes when it was decided; Commission and Parliament as the largest state."""
    year = int((row["finact_fixed"] or row["intro_fixed"])[:4])
    votes = weights(BEFORE_NICE if year < 2004 else NICE if year < 2015 else INHABITANTS)
    largest = max(votes.values())
    return np.array(
        [100 * votes.get(one, largest if one in {"com", "ep"} else 0) / largest for one in actors]
    )


Rule = Callable[[Decided], float]


def alike(one: Decided) -> NDArray[np.float64]:
    return np.ones(len(one.position))


RULES: dict[str, Rule] = {
    "compromise": lambda one: compromise(one.position, one.salience, one.leverage).value,
    "median": lambda one: weighted_median(one.position, one.salience * one.leverage).low,
    "election": lambda one: election(one.position, one.salience, one.leverage).mean,
    "spatial": lambda one: float(spatial(one.position, one.salience, one.leverage).values[0]),
    "challenge": lambda one: challenge(one.position, one.salience, one.leverage).value,
}
YARDSTICKS: dict[str, Rule] = {
    "middle": lambda _: 50.0,
    "salience-weighted mean": lambda one: compromise(one.position, one.salience, alike(one)).value,
    "median of actors": lambda one: float(np.median(one.position)),
}


def exchanged(decided: Sequence[Decided]) -> list[float]:
    """Let the actors of each dossier exchange among its issues; one issue alone has its mean."""
    found = [RULES["compromise"](one) for one in decided]
    for dossier in dict.fromkeys(one.dossier for one in decided):
        places = [n for n, one in enumerate(decided) if one.dossier == dossier]
        if len(places) > 1:
            values = exchange(*side_by_side([decided[n] for n in places])).values
            for place, value in zip(places, values, strict=True):
                found[place] = float(value)
    return found


def side_by_side(dossier: Sequence[Decided]) -> tuple[NDArray[np.float64], ...]:
    """Lay the issues of a dossier side by side; who has no position on one does not count there."""
    actors = list(dict.fromkeys(actor for one in dossier for actor in one.actors))
    laid = np.zeros((3, len(actors), len(dossier)))
    for column, one in enumerate(dossier):
        for row, actor in enumerate(one.actors):
            laid[:, actors.index(actor), column] = one.position[row], one.salience[row], one.leverage[row]
    return tuple(laid)


@dataclass(frozen=True)
class Measured:
    """What the record says.

    Attributes
    ----------
    off_by : dict of str to float
        Mean absolute error by rule.
    crps, covered, width : float
        Of the range around the mean, out of dossier.
    core_holds, core_width : float
        How many outcomes lie in the core under two thirds, and how wide it is.
    milliseconds, of_the_mean : float
        Of processor time an issue, for the spatial model and for the mean with all that it hangs on.
    """

    off_by: dict[str, float]
    crps: float
    covered: float
    width: float
    core_holds: float
    core_width: float
    milliseconds: float
    of_the_mean: float


def measured(decided: Sequence[Decided]) -> Measured:
    """Ask every rule about every issue."""
    outcomes = np.array([one.outcome for one in decided])
    found = {
        name: [rule(one) for one in decided]
        for name, rule in (RULES | YARDSTICKS).items()
        if name not in {"spatial", "compromise"}
    }
    spent = {}
    for rule in ("compromise", "spatial"):
        start = time.process_time()
        found[rule] = [RULES[rule](one) for one in decided]
        spent[rule] = 1000 * (time.process_time() - start) / len(decided)
    found["exchange"] = exchanged(decided)
    off_by = {name: float(np.abs(np.array(values) - outcomes).mean()) for name, values in found.items()}
    cores = [core(one.position, one.salience * one.leverage, TWO_THIRDS) for one in decided]
    holds = [one.low - NEAR <= end <= one.high + NEAR for one, end in zip(cores, outcomes, strict=True)]
    return Measured(
        off_by,
        *ranges(decided, outcomes, np.array(found["compromise"])),
        float(np.mean(holds)),
        float(np.mean([one.high - one.low for one in cores])),
        spent["spatial"],
        spent["compromise"],
    )


def ranges(
    decided: Sequence[Decided], outcomes: NDArray[np.float64], means: NDArray[np.float64]
) -> tuple[float, float, float]:
    """Score the range around each mean; its misses and the share kept come from the other dossiers only."""
    misses, dossiers = outcomes - means, np.array([one.dossier for one in decided])
    scores, covered, widths = [], [], []
    for dossier in dict.fromkeys(dossiers):
        kept = share_kept(decided, outcomes, means, [dossier])
        for number in np.flatnonzero(dossiers == dossier):
            laid = laid_out(decided[number], means[number], misses[dossiers != dossier])
            within = inside(laid, kept)
            scores.append(crps(laid, outcomes[number]))
            covered.append(within.low - NEAR <= outcomes[number] <= within.high + NEAR)
            widths.append(within.high - within.low)
    return float(np.mean(scores)), float(np.mean(covered)), float(np.mean(widths))


def share_kept(
    decided: Sequence[Decided],
    outcomes: NDArray[np.float64],
    means: NDArray[np.float64],
    without: Sequence[str] = (),
) -> float:
    """Find the share that a range must keep to hold four outcomes in five, each seen from other dossiers."""
    misses, dossiers = outcomes - means, np.array([one.dossier for one in decided])
    needed = []
    for number, one in enumerate(decided):
        if one.dossier not in without:
            elsewhere = misses[~np.isin(dossiers, [one.dossier, *without])]
            needed.append(share_needed(laid_out(one, means[number], elsewhere), outcomes[number]))
    return float(np.quantile(needed, NOMINAL, method="higher"))


def laid_out(one: Decided, mean: float, misses: NDArray[np.float64]) -> Spread:
    return spread(mean, misses, one.position, one.salience * one.leverage)


def shown(found: Measured, many: int) -> str:
    """Put what was measured in lines."""
    lines = [f"{many} issues. Mean distance from the outcome, on a scale from 0 to 100:"]
    lines += [
        f"  {name:24}{off:6.2f}" for name, off in sorted(found.off_by.items(), key=lambda item: item[1])
    ]
    lines += [
        f"Core under two thirds: {found.core_holds:.1%} inside, {found.core_width:.1f} points wide.",
        f"Range for four in five, out of dossier: {found.covered:.1%} inside, {found.width:.1f} points wide.",
        f"Continuous ranked probability score of its spread: {found.crps:.2f}.",
        f"Spatial model: {found.milliseconds:.1f} ms of processor time an issue.",
        f"Mean and all it hangs on: {found.of_the_mean:.2f} ms of processor time an issue.",
        "This is legislation among states that will meet again, not war: what does well here may not there.",
    ]
    return "\n".join(lines)


def record(decided: Sequence[Decided], found: Measured) -> str:
    """Write what was measured as the module that answers read."""
    outcomes = np.array([one.outcome for one in decided])
    means = np.array([RULES["compromise"](one) for one in decided])
    grid = (np.arange(POINTS) + 0.5) / POINTS
    misses = [round(float(one), 1) for one in np.quantile(outcomes - means, grid)]
    kept = {
        name: off for name, off in found.off_by.items() if name in RULES or name in {"exchange", "middle"}
    }
    rows = "".join(f"    {name!r}: {off:.2f},\n" for name, off in sorted(kept.items())).replace("'", '"')
    listed = "".join(f"    {one},\n" for one in misses)
    return HEAD.format(
        checksum=CHECKSUM,
        issues=len(decided),
        dossiers=len({one.dossier for one in decided}),
        rows=rows,
        core_holds=found.core_holds,
        core_width=found.core_width,
        kept=share_kept(decided, outcomes, means),
        covered=found.covered,
        crps=found.crps,
        misses=listed,
    )


HEAD = '''"""How far off each rule was where outcomes are known; written by benchmarks/deu.py, not by hand."""

CHECKSUM = "{checksum}"
"""SHA-256 of the data it was measured on: DEU III, European Union legislation, 1996 to 2019, cleaned."""

ISSUES, DOSSIERS = {issues}, {dossiers}
OFF_BY: dict[str, float] = {{
{rows}}}
"""Mean distance from the outcome by rule; `middle` says 50 every time."""

CORE_HOLDS, CORE_WIDTH = {core_holds:.3f}, {core_width:.1f}
"""How many outcomes lay in the core under two thirds, and how wide it was."""

KEPT = {kept:.4f}
"""The share that `interval.inside` must keep to hold four outcomes in five."""

COVERED, CRPS = {covered:.3f}, {crps:.2f}
"""How many outcomes such ranges held, and how good the spread was, each judged from other dossiers only."""

MISSES: tuple[float, ...] = (
{misses})
"""How far outcomes lay from the mean: as many quantiles, each as likely as the next."""
'''


def main(arguments: list[str]) -> int:
    """Measure, print, and write the record if asked."""
    paths = [Path(one) for one in arguments if one != "--write"]
    try:
        decided_issues = issues(*paths[:1])
    except FileTrouble as trouble:
        print(f"deu: {trouble}", file=sys.stderr)
        return 2
    found = measured(decided_issues)
    print(shown(found, len(decided_issues)))
    if "--write" in arguments:
        RECORD.write_text(record(decided_issues, found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
