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


NEW = {
    Firmness.NO: "would not hold",
    Firmness.EMPTY_THREAT: "would hold by an empty threat",
    Firmness.DOUBTFUL_THREAT: "would hold by a doubtful threat",
    Firmness.THREAT: "would hold by threat",
    Firmness.YES: "would hold",
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
        Sentence((f"{number}: {name}" + (f" \u2013 if {variant.says}" if variant.says else ""),))
        for number, (name, variant) in enumerate(conflict.variants.items(), start=1)
    ]
    return Section(f"Outcomes by variants: {conflict.title}", tuple(said), Table(head, rows, note))


def what_variants_change(base: Analysis, *, short: bool = False) -> Section:
    """Say what each variant changes, those that change the same together.

    In short, say of each change under which variants it comes about.
    """
    groups: dict[str, list[str]] = {}
    for other in base.variants:
        changes = all_changes(base, other, short=short) or ["the answer stays the same"]
        for change in changes if short else ["; ".join(changes)]:
            groups.setdefault(change, []).append(other.variant or "")
    if short:
        asked = [ask.says for ask in base.conflict.asks]
        first = {
            change: next((n for n, ask in enumerate(asked) if change.startswith(ask)), len(asked))
            for change in groups
        }
        groups = dict(sorted(groups.items(), key=lambda item: first[item[0]]))
    shape = "{change}: under {names}." if short else "{names}: {change}."
    said = (shape.format(change=change, names=phrases.quoted(names)) for change, names in groups.items())
    return Section("What would change the answer", tuple(phrases.sentence(one) for one in said))


def all_changes(base: Analysis, other: Analysis, *, short: bool) -> list[str]:
    """Give everything that a variant changes."""
    if other.status_quo is None and base.status_quo is not None:
        return ["cannot be solved: the rules forbid the status quo"]
    return changed_asks(base, other, short=short) + changed_outcomes(base, other, short=short)


def changed_asks(base: Analysis, other: Analysis, *, short: bool) -> list[str]:
    """Give the things asked about whose answer changes, those with the same new answer together."""
    changed: dict[str, list[str]] = {}
    for ask in base.conflict.asks:
        before, after = finding(base, ask.about), finding(other, ask.about)
        if before.level != after.level:
            at = "" if short or after.row is None else f" (\u201c{phrases.state(other, after.row)}\u201d)"
            changed.setdefault(CHANGED[after.level] + at, []).append(ask.says)
    if short:
        return [f"{ask} {what}" for what, asks in changed.items() for ask in asks]
    return [f"{phrases.listing(asks)} {what}" for what, asks in changed.items()]


def changed_outcomes(base: Analysis, other: Analysis, *, short: bool) -> list[str]:
    """Give the named outcomes whose verdict changes, those with the same new one together.

    In short, those that newly hold but cannot be got to, and what becomes of the status quo.
    """
    changed: dict[str, list[str]] = {}
    for name in base.outcomes:
        before, after = cells(base)[name], cells(other)[name]
        far = before[0] in "-x" and after[0] not in "-x" and not after.endswith("+")
        today = base.row(name) == base.status_quo
        if before == after or before[0] == after[0] == "-":
            continue
        if short and base.conflict.asks and not far and not today:
            continue
        known = other.status_quo is not None
        changed.setdefault(new_verdict(before, after) if known else held(after), []).append(name)
    return [f"{phrases.quoted(names)} {what}" for what, names in changed.items()]


def new_verdict(before: str, after: str) -> str:
    """Say what becomes of an outcome, and whether it could then be got to."""
    said, reached = held(after), after.endswith("+")
    if before[0] == after[0]:
        return f"{said} as before, but could {'' if reached else 'not '}be got to"
    return said if reached or after in "-x" else f"{said} but could not be got to"


def held(cell: str) -> str:
    """Say in words whether and how an outcome would hold."""
    if cell == "x":
        return "would be impossible"
    return next(NEW[level] for level, letter in LETTERS.items() if letter == cell[0])
