"""How verdicts, changes of verdicts and shares of readings are put into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jirga.answer.comparison import CHANGED, LETTERS, held, new_verdict
from jirga.answer.firmness import SHORT, Firmness
from jirga.answer.phrases import quoted
from jirga.schema.answer import Answer
from jirga.stress.verdicts import IMPOSSIBLE, Result, Verdict

FEW = 20
ASKED = {
    Firmness.NO: "no",
    Firmness.EMPTY_THREAT: "hardly, kept only by an empty threat",
    Firmness.DOUBTFUL_THREAT: "hardly, kept only by a doubtful threat",
    Firmness.THREAT: "yes, under threat",
    Firmness.YES: "yes",
}
Changes = Mapping[Result, tuple[Verdict, Verdict]]


@dataclass(frozen=True)
class StressAnswer(Answer):
    """The answer in sentences, and the numbers behind it."""

    figures: dict[str, Any] = field(default_factory=dict)

    @property
    def stopped(self) -> bool:
        """Whether somebody stopped it before everything was solved."""
        return bool(self.figures.get("stopped", False))


def asked(verdict: Verdict) -> str:
    """Say in a word or two whether something asked for can be had and kept."""
    return ASKED[Firmness(verdict.level)]


def short(verdict: Verdict) -> str:
    """Say in a word or two how an outcome holds."""
    return "impossible" if verdict.level == IMPOSSIBLE else SHORT[Firmness(verdict.level)]


def key(verdict: Verdict) -> str:
    """Name a level as JSON has it."""
    return "impossible" if verdict.level == IMPOSSIBLE else Firmness(verdict.level).name.lower()


def cell(verdict: Verdict) -> str:
    """Write a verdict as the table of variants does."""
    if verdict.level == IMPOSSIBLE:
        return "x"
    return LETTERS[Firmness(verdict.level)] + ("+" if verdict.attained else "")


def changes_in_words(changes: Changes, *, start: bool = True) -> list[str]:
    """Say what becomes of each verdict that changes, those with the same new one together.

    Parameters
    ----------
    start : bool
        Whether there is a status quo, so that something can be said of getting there.
    """
    said = [
        f"{about} {CHANGED[Firmness(after.level)]}"
        for (kind, about), (_, after) in changes.items()
        if kind == "ask"
    ]
    groups: dict[str, list[str]] = {}
    for (kind, name), (before, after) in changes.items():
        if kind == "outcome":
            new = new_verdict(cell(before), cell(after)) if start else held(cell(after))
            groups.setdefault(new, []).append(name)
    return said + [f"{quoted(names)} {new}" for new, names in groups.items()]


def change_figures(changes: Changes) -> list[dict[str, Any]]:
    """Give changes of verdicts as JSON can hold them."""
    return [
        {"about": about, "is": kind, "before": figure(before), "after": figure(after)}
        for (kind, about), (before, after) in changes.items()
    ]


def figure(verdict: Verdict) -> dict[str, Any]:
    """Give a verdict as JSON can hold it."""
    return {"holds": key(verdict), "attainable": verdict.attained}


def in_readings(some: int, of: int) -> str:
    """Say in how many readings something is so.

    >>> in_readings(3, 4), in_readings(281, 400), in_readings(0, 6), in_readings(398, 400)
    ('in 3 of 4 readings', 'in about 7 of 10 readings', 'in none of 6 readings', 'in nearly all 400 readings')
    """
    return f"in {often(some, of)} readings"


def often(some: int, of: int) -> str:
    """Say how many of how many; of many, by tens.

    >>> often(4, 4), often(7, 16), often(2, 400)
    ('all 4', '7 of 16', 'hardly any of 400')
    """
    if some in {0, of}:
        return f"all {of:,}" if some else f"none of {of:,}"
    if of <= FEW:
        return f"{some} of {of}"
    tens = round(10 * some / of)
    if tens in {0, 10}:
        return f"nearly all {of:,}" if tens else f"hardly any of {of:,}"
    return f"about {tens} of 10"
