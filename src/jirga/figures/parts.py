"""Inside a document: whether parts add up to the total that is given beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from jirga.figures.counted import lists
from jirga.figures.finding import Finding, Verdict
from jirga.figures.interval import Interval, total
from jirga.figures.source import Source
from jirga.figures.told import cited, listing, measure, said, span

COUNTS = frozenset(
    [
        *("deaths", "injuries", "killed_or_injured", "abductions", "arrests", "detained", "sentenced"),
        *("displaced", "trapped", "victims", "attacks", "strikes", "missions", "personnel", "people"),
        *("vehicles", "posts"),
    ]
)
NEAR, AGGREGATE = 500, 6


def parts_checks(some: Sequence[Source]) -> Iterator[Finding]:
    """Check every total of a document against the parts that are given of it, by group and by place.

    Notes
    -----
    Only what is known not to overlap is added up: civilians, security forces and militants; places that
    the table has side by side. Parts that come to less than the total are no contradiction.
    """
    counts = [one for one in some if one.figure.unit in COUNTS and one.figure.modality == "asserted"]
    alike: dict[object, list[Source]] = defaultdict(list)
    for one in counts:
        alike[one.unit, one.days].append(one)
    places = {key: {one.place for one in group} for key, group in alike.items()}
    for whole in counts:
        if not may_have_parts(whole, places[whole.unit, whole.days]):
            continue
        others = [one for one in alike[whole.unit, whole.days] if one is not whole and together(whole, one)]
        for parts in (by_group(whole, others), by_place(whole, others)):
            if parts and (len(parts) > 1 or whole.may_be.below(parts[0].may_be)):
                yield finding(whole, parts)


def may_have_parts(whole: Source, places: Iterable[str]) -> bool:
    """Whether a figure is of people of any kind, or of a place of which parts are told."""
    return whole.counted.general or any(whole.terms.part(place, whole.place) for place in places)


def together(one: Source, other: Source) -> bool:
    """Whether figures of the same days and unit belong together: those of a few days only side by side."""
    if one.days and (one.days[1] - one.days[0]).days >= AGGREGATE:
        return True
    return abs(one.figure.main.start - other.figure.main.start) <= NEAR


def by_group(whole: Source, others: Iterable[Source]) -> list[Source]:
    """Give the groups that a number of people is made up of, each once."""
    if not whole.counted.general:
        return []
    there = [one for one in others if one.place == whole.place and not one.counted.general]
    apart = {one.counted.group: one for one in there if one.counted.group in lists()["apart"]}
    told = {one.counted.words: one for one in there}
    every = list(told.values())
    if len(every) > len(apart) and exact_sum(whole, every):
        return every
    return list(apart.values())


def exact_sum(whole: Source, parts: Sequence[Source]) -> bool:
    """Whether parts come to exactly the total."""
    summed = total(one.may_be for one in parts)
    return summed.low == summed.high == whole.may_be.low == whole.may_be.high


def by_place(whole: Source, others: Iterable[Source]) -> list[Source]:
    """Give the places that a place's number is made up of, none of which overlap."""
    parts: list[Source] = []
    for one in others:
        fits = one.counted == whole.counted and whole.terms.part(one.place, whole.place)
        if fits and all(one.terms.apart(one.place, other.place) for other in parts):
            parts.append(one)
    return parts


def finding(whole: Source, parts: Sequence[Source]) -> Finding:
    """Say whether parts come to their total."""
    summed = total(one.may_be for one in parts)
    verdict, what = judged(whole.may_be, summed, len(parts))
    numbers = listing(measure(one.figure) for one in parts)
    come = (
        f"{numbers} [{cited(parts)}] come to {span(summed)}"
        if len(parts) > 1
        else f"{numbers} [{cited(parts)}]"
    )
    return Finding(
        "parts", verdict, f"{said(whole)}: {come}, {what}", whole.id, tuple(one.id for one in parts)
    )


def judged(whole: Interval, parts: Interval, many: int) -> tuple[Verdict, str]:
    """Compare a total with the sum of its parts."""
    if whole.below(parts):
        return "contradiction", "which is more than the total"
    if many > 1 and whole.meets(parts) and parts.high < float("inf"):
        return "consistent", "as the total says"
    return "consistent", "part of the total; the rest is not given"
