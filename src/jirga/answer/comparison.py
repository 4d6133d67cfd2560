"""Variants compared: what each changes in the answer, and every outcome under every variant."""

from __future__ import annotations

from functools import lru_cache

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.bottom_line import finding
from jirga.answer.firmness import Firmness, firmness
from jirga.schema.answer import Section, Sentence, Table

LETTERS = {
    Firmness.NO: "-",
    Firmness.EMPTY_THREAT: "e",
    Firmness.DOUBTFUL_THREAT: "d",
    Firmness.THREAT: "t",
    Firmness.YES: "Y",
}


CHANGED = {
    Firmness.NO: "can no longer be had and kept",
    Firmness.EMPTY_THREAT: "can be had, kept only by an empty threat",
    Firmness.DOUBTFUL_THREAT: "can be had, kept only by a doubtful threat",
    Firmness.THREAT: "can be had, kept by a threat",
    Firmness.YES: "can be had and kept",
}


@lru_cache(maxsize=8)
def cells(analysis: Analysis) -> dict[str, str]:
    """Every outcome's verdict in a letter, and + where it can be got to."""
    found = {}
    for name in analysis.outcomes:
        row = analysis.row(name)
        if row is None:
            found[name] = "x"
            continue
        attained = analysis.attained("together")[row]
        found[name] = LETTERS[firmness(analysis, row)] + ("+" if attained else "")
    return found


def comparison(analysis: Analysis) -> Section:
    """Lay out every outcome under every variant."""
    solved, conflict = (analysis, *analysis.variants), analysis.conflict
    head = ("outcome", *(str(number) for number in range(len(solved))))
    rows = tuple((name, *(cells(one)[name] for one in solved)) for name in analysis.outcomes)
    note = (
        "Y holds; t, d, e holds by threat, doubtful threat, empty threat; - does not hold; x impossible; "
        "+ can be got to from the status quo by steps their movers gain by."
    )
    said = [Sentence(("0: the file as it stands",))]
    said += [
        Sentence((f"{number}: {name}" + (f" \u2013 {variant.says}" if variant.says else ""),))
        for number, (name, variant) in enumerate(conflict.variants.items(), start=1)
    ]
    return Section("Outcomes by variants", tuple(said), Table(head, rows, note))


def what_variants_change(base: Analysis, *, short: bool = False) -> Section:
    """Say what each variant changes, those that change the same together; in short, the main thing only."""
    groups: dict[str, list[str]] = {}
    for other in base.variants:
        if other.status_quo is None and base.status_quo is not None:
            groups.setdefault("cannot be solved, because its rules forbid the status quo", []).append(
                other.variant or ""
            )
            continue
        changes = changed_asks(base, other, short=short) + changed_outcomes(base, other, short=short)
        groups.setdefault("; ".join(changes) or "the answer stays the same", []).append(other.variant or "")
    said = tuple(phrases.sentence(f"{phrases.quoted(names)}: {change}.") for change, names in groups.items())
    return Section("What would change the answer", said)


def changed_asks(base: Analysis, other: Analysis, *, short: bool) -> list[str]:
    """Give the things asked about whose answer changes, those with the same new answer together."""
    changed: dict[str, list[str]] = {}
    for ask in base.conflict.asks:
        before, after = finding(base, ask.about), finding(other, ask.about)
        if before.level != after.level:
            at = "" if short or after.row is None else f" (\u201c{phrases.state(other, after.row)}\u201d)"
            changed.setdefault(CHANGED[after.level] + at, []).append(ask.says)
    return [f"{phrases.listing(asks)} {what}" for what, asks in changed.items()]


def changed_outcomes(base: Analysis, other: Analysis, *, short: bool) -> list[str]:
    """Give the named outcomes that newly hold, or no longer do; in short, those that cannot be got to."""
    gained: list[str] = []
    far: list[str] = []
    lost: list[str] = []
    for name in base.outcomes:
        before, after = cells(base)[name], cells(other)[name]
        if before[0] in "-x" and after[0] not in "-x":
            (gained if after.endswith("+") else far).append(name)
        if before[0] not in "-x" and after[0] in "-x":
            lost.append(name)
    parts = [(far, "would hold but cannot be got to")]
    parts += [] if short and base.conflict.asks else [(gained, "would hold"), (lost, "would not hold")]
    return [f"{phrases.listing(names)} {what}" for names, what in parts if names]
