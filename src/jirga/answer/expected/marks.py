"""Run what is expected of a file with marks: of strength, and of what is not known."""

from __future__ import annotations

import numpy as np

from jirga.answer.analysis import Analysis
from jirga.answer.expected.found import found_instead
from jirga.answer.marks.settled import settled
from jirga.schema.expected import marks as kinds
from jirga.schema.words import Form, StrongStandard, UnknownStandard
from jirga.solve.unknown import CONCEPTS


@found_instead.register
def _(expected: kinds.StronglyHolds, analysis: Analysis) -> str:
    row = analysis.row(expected.strongly_holds)
    if row is None:
        return f"{expected.strongly_holds} is impossible"
    return "; ".join(
        f"by {one}, {', '.join(who)} would lose little by leaving it, or nothing"
        for one in expected.by
        if (who := not_held(analysis, row, one))
    )


@found_instead.register
def _(expected: kinds.WeaklyHolds, analysis: Analysis) -> str:
    row = analysis.row(expected.weakly_holds)
    if row is None:
        return f"{expected.weakly_holds} is impossible"
    fell = [one for one in expected.by if not analysis.holding[one][row]]
    strong = [one for one in expected.by if not not_held(analysis, row, one)]
    said = (fell and f"it does not hold by {', '.join(fell)}", strong and f"it strongly holds by {strong[0]}")
    return "; ".join(part for part in said if part)


def not_held(analysis: Analysis, row: int, standard: StrongStandard) -> list[str]:
    """Name the parties that do not strongly stay."""
    return [analysis.parties[who] for who in np.flatnonzero(~analysis.strong[standard][:, row]).tolist()]


@found_instead.register
def _(expected: kinds.HoldsIfUnknown, analysis: Analysis) -> str:
    row = analysis.row(expected.holds_if_unknown)
    if row is None:
        return f"{expected.holds_if_unknown} is impossible"
    return "; ".join(
        f"{', '.join(who)} would leave it by {one} in form {form}"
        for one in expected.by
        for form in expected.form
        if (who := leaving(analysis, row, one, form))
    )


@found_instead.register
def _(expected: kinds.FailsIfUnknown, analysis: Analysis) -> str:
    row = analysis.row(expected.fails_if_unknown)
    if row is None:
        return ""
    pairs = [(one, form) for one in expected.by for form in expected.form]
    kept = [f"{one} in form {form}" for one, form in pairs if not leaving(analysis, row, one, form)]
    return f"it holds by {', '.join(kept)}" if kept else ""


def leaving(analysis: Analysis, row: int, standard: UnknownStandard, form: Form) -> list[str]:
    """Name the parties that would leave a state while something is not known."""
    concept, unsure = CONCEPTS[standard], analysis.unsure
    return [name for who, name in enumerate(analysis.parties) if not concept(unsure, who, form)[row]]


@found_instead.register
def _(expected: kinds.HoldsHoweverSettled, analysis: Analysis) -> str:
    row = analysis.row(expected.holds_however_settled)
    if row is None:
        return f"{expected.holds_however_settled} is impossible"
    found = settled(analysis)
    kept = {one: int(found.holding[one][:, row].sum()) for one in expected.by}
    ways = len(found.ways)
    return ", ".join(
        f"it holds by {one} in {count or 'none'} of {ways} ways" if ways > 1 else f"it does not hold by {one}"
        for one, count in kept.items()
        if count < ways
    )
