"""Run what is expected of a variant compared with its file, and of signs once they are seen."""

from __future__ import annotations

from functools import lru_cache

from jirga.answer.analysis import Analysis
from jirga.answer.expected.found import found_instead
from jirga.answer.stress.diff import differing
from jirga.answer.stress.watch import watched
from jirga.schema.expected import stress as kinds
from jirga.stress.causes import Cause, Differences, Group


@lru_cache(maxsize=4)
def compared(analysis: Analysis, variant: str) -> Differences:
    """Compare a conflict with one of its variants, once for all its expectations."""
    return differing(analysis, Analysis(analysis.conflict, variant, largest=analysis.largest))


@found_instead.register
def _(expected: kinds.ChangesBecause, analysis: Analysis) -> str:
    found = compared(analysis, expected.under)
    keys = [key for key in found.changed(found.after) if key[1] == expected.changes]
    if not keys:
        return "it does not change"
    wrong = [told for key in keys if (told := unlike(found, found.causes[key], set(expected.because)))]
    return "" if len(wrong) < len(keys) else wrong[0]


def unlike(found: Differences, cause: Cause, listed: set[str]) -> str:
    """Say what brings a change, unless it is what is listed."""
    together = (cause.needed,) if cause.enough else ()
    sets = [*((number,) for number in cause.alone), *together]
    names = [set().union(*(named(found.groups[number]) for number in some)) for some in sets]
    some_of = [[named(found.groups[number]) & listed for number in some] for some in sets]
    if any(listed <= every and all(parts) for every, parts in zip(names, some_of, strict=True)):
        return ""
    if not names:
        return "no one difference brings it, nor do those together that it needs"
    return f"it changes because of {'; or of '.join(', '.join(sorted(every)) for every in names)}"


def named(group: Group) -> set[str]:
    """Name the differences that only make sense together, as the file names what differs."""
    return {one.key[-1].removesuffix(" (new)") for one in group}


@found_instead.register
def _(expected: kinds.WouldMove, analysis: Analysis) -> str:
    found = watched(analysis, expected.would_move)
    moved = {about for _, about in found.then} | set(found.rooms[""])
    more, less = sorted(moved - set(expected.results)), sorted(set(expected.results) - moved)
    told = [f"also {', '.join(more)}"] if more else []
    return "; ".join([*told, f"not {', '.join(less)}"] if less else told)
