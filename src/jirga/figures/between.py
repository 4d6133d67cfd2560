"""Between documents: what became of each figure on its way, in sentences that quote both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from jirga.figures.alike import key, speakers
from jirga.figures.finding import Finding
from jirga.figures.source import Source
from jirga.figures.told import days, measure, said, who
from jirga.figures.travelled import Change, Travelled


def between_checks(found: Sequence[Travelled]) -> Iterator[Finding]:
    """Say of every figure that has travelled what became of it."""
    for one in found:
        if one.first is not one.one:
            against = (one.first.id,)
            yield Finding("between", one.verdict, told(one), one.one.id, against, one.changes, within=False)
    together: dict[str, list[Travelled]] = defaultdict(list)
    for one in found:
        together[one.first.id].append(one)
    for one in found:
        fuller = fullest(one, together[one.first.id])
        if fuller is not None:
            yield unnamed(one.one, fuller)


def fullest(one: Travelled, same: Iterable[Travelled]) -> Source | None:
    """Find among the sources of one figure one that names somebody more who stands behind it."""
    mine = set(speakers(one.one))
    others = (other.one for other in same if other.one is not one.first)
    some = [
        other for other in others if mine and mine < set(speakers(other)) and other.value == one.one.value
    ]
    return max(some, key=lambda other: len(other.chain), default=None)


def unnamed(one: Source, fuller: Source) -> Finding:
    """Say that a figure is told without somebody who stands behind it in another document."""
    gone = [name for name in fuller.chain if key(name) not in speakers(one)]
    what = f"{said(one)} leaves out that it is {gone[0]} who says so, as in {said(fuller)}"
    return Finding("between", "weaker", what, one.id, (fuller.id,), ("claimant",), within=False)


def told(one: Travelled) -> str:
    """Say what differs, in a sentence that quotes both."""
    start = f"{said(one.one)}, beside {said(one.first)} as the oldest source here"
    if not one.changes:
        return f"{start}: the same"
    return f"{start}: " + "; ".join(difference(one, change) for change in one.changes)


def difference(one: Travelled, change: Change) -> str:
    """Say how one thing differs."""
    new, old = one.one, one.first
    if change in {"way", "value", "bound"}:
        return number_difference(new, old, change)
    if change == "claimant":
        return f"said by {chained(new)}, not by {chained(old)}"
    before, word, known = {
        "period": ("for", "time", (days(new.figure.period), days(old.figure.period))),
        "place": ("for", "place", (new.place, old.place)),
        "counted": ("of", "thing", (new.figure.counted, old.figure.counted)),
    }[change]
    return f"{before} {known[0] or f'no stated {word}'}, not {before} {known[1] or f'no stated {word}'}"


def number_difference(new: Source, old: Source, change: Change) -> str:
    """Say how a number differs."""
    if change == "way":
        return f"a {new.way}, not a {old.way}"
    if change == "bound":
        return f"{measure(old.figure)} has become {measure(new.figure)}"
    slip = bool(new.chain) and speakers(new)[:1] == speakers(old)[:1]
    numbers = f"{measure(new.figure)} against {measure(old.figure)}"
    return f"{numbers}, although both name {who(new)}" if slip else numbers


def chained(one: Source) -> str:
    """Name who says so, and through whom."""
    first, *via = one.chain or ("the author",)
    return f"{first} in {via[0]}" if via else first
