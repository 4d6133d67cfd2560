"""Conflicts of any size, the same ones every time: options, ordered wants, some rules and one-way options."""

from __future__ import annotations

import random

from jirga.conflict.file import numbered
from jirga.schema.conflict import Conflict


def made(options: int, parties: int, *, seed: int = 1, rules: int = 0, one_way: int = 0) -> Conflict:
    """Make a conflict in which every party has about as many options and eight wants over all of them."""
    chance = random.Random(seed)  # noqa: S311
    atoms = [f"o{number}" for number in range(options)]
    parts = [atoms[number::parties] for number in range(parties)]
    return numbered(
        Conflict.model_validate(
            {
                "title": f"{options} options, {parties} parties",
                "parties": {
                    f"p{number}": {
                        "name": f"Party {number}",
                        "options": dict.fromkeys(own, "x"),
                        "prefers": [want(chance, atoms, own) for _ in range(8)],
                    }
                    for number, own in enumerate(parts)
                },
                "status_quo": [],
                "impossible": [" and ".join(chance.sample(atoms, 2)) for _ in range(rules)],
                "one_way": chance.sample(atoms, one_way),
                "outcomes": {f"outcome {number}": chance.sample(atoms, options // 2) for number in range(8)},
            }
        )
    )


def want(chance: random.Random, atoms: list[str], own: list[str]) -> str:
    """Make a want that sets one of a party's own options against anything."""
    mine, any_, other = chance.choice(own), chance.choice(atoms), chance.choice(atoms)
    shapes = ["not {0}", "{0} implies {1}", "{1} and {2}", "{1} or not {2}", "{0} iff {1}", "{1}"]
    return chance.choice(shapes).format(mine, any_, other)
