"""Time room for a deal: many draws, parties and issues, with linkages; and what would open a package."""

from __future__ import annotations

import random
import time

from jirga.answer.bargaining.bargain import Bargain
from jirga.answer.bargaining.recipes import Opening
from jirga.conflict.file import numbered
from jirga.schema.conflict import Conflict

DRAWS, PARTIES, ISSUES, LINKAGES = 10_000, 30, 10, 6


def made(seed: int = 1) -> Conflict:
    """Make a bargain in which every party has a red line, with a range, on every issue."""
    chance = random.Random(seed)  # noqa: S311
    parties, issues = [f"p{n}" for n in range(PARTIES)], [f"i{n}" for n in range(ISSUES)]
    return numbered(
        Conflict.model_validate(
            {
                "title": f"{PARTIES} parties, {ISSUES} issues",
                "parties": {name: {"name": name} for name in parties},
                "issues": {name: name for name in issues},
                "positions": [
                    {"party": party, "issue": issue, "accept": red_line(chance)}
                    for party in parties
                    for issue in issues
                ],
                "linkages": [
                    {"when": f"{chance.choice(issues)} >= 45", "issue": chance.choice(issues), "max": 70}
                    for _ in range(LINKAGES)
                ],
                "packages": {"all": issues},
            }
        )
    )


def red_line(chance: random.Random) -> dict[str, list[float]]:
    """Make a range for a least up to about 50, or for a most from about 50."""
    if chance.random() < 0.5:
        mode = chance.uniform(10, 45)
        return {"min": [mode - 10, mode, mode + 8]}
    mode = chance.uniform(55, 90)
    return {"max": [mode - 8, mode, mode + 10]}


def main() -> None:
    """Print what each takes."""
    bargain = Bargain(made(), draws=DRAWS)
    ways = bargain.ways("all")
    start = time.perf_counter()
    share = bargain.share("all")
    drawn = time.perf_counter() - start
    size = f"{DRAWS:,} draws, {PARTIES} parties, {ISSUES} issues, {len(ways)} ways"
    print(f"{size}: {drawn:.2f} s, open in {share:.2f}")
    start = time.perf_counter()
    recipes, _ = Opening(bargain, "all").found
    print(f"what would open it: {len(recipes)} recipes, {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
