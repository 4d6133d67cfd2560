"""Annotated texts, and an independent measure of how many of their figures are found and how well."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jirga.reading.figures import figures
from jirga.schema.record import Figure, Mention, Period

OWN = Path(__file__).parent / "reading_texts"
SHARED = Path(__file__).parents[2] / "shared" / "evidence" / "dev"
ATTRIBUTES = ("bound", "unit", "period", "place", "claimant")
SMALL = {"of", "the", "and", "a", "in"}


@dataclass
class Tally:
    """How many figures are right, too many, missed; and how many of the right ones in each attribute."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    whole: int = 0
    attributes: Counter[str] | None = None

    def share(self, attribute: str) -> float:
        """The share of the right figures with an attribute right."""
        return (self.attributes or Counter())[attribute] / max(1, self.right)

    @property
    def precision(self) -> float:
        """The share of the proposed figures that are right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the annotated figures that are found."""
        return self.right / max(1, self.right + self.missed)


def annotated(pattern: str) -> list[tuple[str, dict[str, Any]]]:
    """Give our own texts of some names with their annotations."""
    return [pair(OWN / f"{one.stem}.txt", one) for one in sorted(OWN.glob(f"{pattern}.json"))]


def pair(text: Path, annotation: Path) -> tuple[str, dict[str, Any]]:
    """Read a text and its annotation."""
    return text.read_bytes().decode(), json.loads(annotation.read_text(encoding="utf-8"))


def tally(texts: list[tuple[str, dict[str, Any]]]) -> Tally:
    """Count over some texts; records that are optional are neither missed nor wrong."""
    total = Tally(attributes=Counter())
    for text, gold in texts:
        day = gold["doc"]["published"]
        left = list(figures(text, dt.date.fromisoformat(day if len(day) > 7 else f"{day}-01")))
        for one in sorted(gold["figures"], key=lambda one: bool(one.get("optional"))):
            matched = [found for found in left if overlaps(found, one) and same_value(found, one)]
            if matched:
                best = max(matched, key=lambda found: sum(verdicts(found, one).values()))
                left.remove(best)
                if not one.get("optional"):
                    add(total, verdicts(best, one))
            elif not one.get("optional"):
                total.missed += 1
        optional = [one for one in gold["figures"] if one.get("optional")]
        total.wrong += sum(not any(overlaps(found, one) for one in optional) for found in left)
    return total


def add(total: Tally, right: dict[str, bool]) -> None:
    """Count one right figure."""
    total.right += 1
    total.whole += all(right.values())
    assert total.attributes is not None
    total.attributes.update(name for name, value in right.items() if value)


def overlaps(found: Figure, one: dict[str, Any]) -> bool:
    """Whether two figures share words."""
    return found.main.start < one["end"] and one["start"] < found.main.end


def same_value(found: Figure, one: dict[str, Any]) -> bool:
    """Whether two figures have one value, or are both vague."""
    if one["value"] is None:
        return found.value is None
    return found.value is not None and abs(found.value - one["value"]) < 1e-6


def verdicts(found: Figure, one: dict[str, Any]) -> dict[str, bool]:
    """Say which attributes of a figure are right."""
    return {
        "bound": found.bound == one["bound"],
        "unit": found.unit == one["unit"],
        "period": same_period(found.period, one["period"]),
        "place": same_mention(found.place, one["place"]),
        "claimant": same_mention(found.claimant, one["claimant"]),
    }


def same_period(found: Period | None, one: dict[str, Any] | None) -> bool:
    """Whether two periods have the same days."""
    days = [str(day) if day else None for day in ((found.start, found.end) if found else (None, None))]
    return days == ([one["start"], one["end"]] if one else [None, None])


def same_mention(found: Mention | None, one: dict[str, Any] | None) -> bool:
    """Whether two mentions share words in the text, or one name holds the other."""
    if found is None or one is None:
        return found is None and one is None
    if (
        one["span"] is not None
        and found.start is not None
        and found.end is not None
        and found.start < one["end"]
        and one["start"] < found.end
    ):
        return True
    here = bag(found.name)
    return any(
        here and there and (here <= there or there <= here) for there in (bag(one["norm"]), bag(one["span"]))
    )


def bag(name: str | None) -> set[str]:
    """Give the words of a name that tell it from others."""
    return set(re.findall(r"\w+", (name or "").lower())) - SMALL
