"""Articles of any number, the same ones every time: paragraphs of the annotated texts, numbers changed."""

from __future__ import annotations

import random
import re
from pathlib import Path

TEXTS = Path(__file__).parents[1] / "tests" / "reading_texts"
NUMBER = re.compile(r"\b\d{1,3}\b(?![,.]?\d)")


def written(folder: Path, many: int, *, seed: int = 1) -> int:
    """Write so many articles of eight to thirty paragraphs into a folder; gives their signs together."""
    folder.mkdir(parents=True, exist_ok=True)
    paragraphs = [
        one
        for path in sorted(TEXTS.glob("*.txt"))
        for one in path.read_text(encoding="utf-8").split("\n")
        if len(one) > 80
    ]
    signs = 0
    for number in range(many):
        text = article(random.Random(seed * 1_000_000 + number), paragraphs)  # noqa: S311
        (folder / f"article{number:05}.txt").write_text(text, encoding="utf-8")
        signs += len(text)
    return signs


def article(chance: random.Random, paragraphs: list[str]) -> str:
    """Put paragraphs together, and give their small numbers other values."""
    some = chance.sample(paragraphs, chance.randint(8, 30))
    return "\n\n".join(NUMBER.sub(lambda _: str(chance.randint(2, 400)), one) for one in some) + "\n"
