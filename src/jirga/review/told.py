"""The figures of a case as sections that can be shown anywhere, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from jirga.figures.finding import Finding
from jirga.figures.sides import Side
from jirga.figures.told import measure
from jirga.figures.travelled import Travelled
from jirga.review.weighing import Weighed
from jirga.schema.answer import Section, Sentence, Table

HEAD = ("figure", "said by", "document", "state", "beside the oldest")
WORDS = {
    "way": "the other way",
    "value": "contradicts it",
    "bound": "bound",
    "claimant": "said by",
    "period": "period",
    "place": "place",
    "counted": "what is counted",
}


def sections(found: Weighed, *, every: bool = False) -> list[Section]:
    """Lay out what was found: what does not fit, the figures that several give, and what fits.

    Parameters
    ----------
    every : bool, optional
        Also the figures that one source alone gives, and what was found to fit.
    """
    flagged = [one.what for one in found.findings if one.flagged]
    fits = [one for one in found.findings if not one.flagged and (every or one.check != "between")]
    several = [one for one in found.sides if every or one.sources > 1]
    parts = [
        Section("What to look at", sentences(flagged) or sentences(["Nothing was found that does not fit."])),
        *(Section(f"{one.heading}", (), table(one, found.states)) for one in several),
        *(
            [Section("What was checked and fits, or cannot be checked", sentences(shortened(fits)))]
            if fits
            else []
        ),
        Section("What was looked at", sentences([extent(found, len(several))])),
    ]
    return (
        parts if found.sides else [Section("Figures", sentences(["There are no figures in the case yet."]))]
    )


def shortened(some: Iterable[Finding]) -> list[str]:
    """Say once what is true of many figures, as that nobody has declared how they may be compared."""
    groups: dict[str, list[str]] = {}
    for one in some:
        quote, mark, rest = one.what.partition("]")
        groups.setdefault(rest if one.check == "events" else one.what, []).append(quote + mark)
    return [
        f"{firsts[0]} and {len(firsts) - 1} more{rest}" if len(firsts) > 1 else whole(firsts[0], rest)
        for rest, firsts in groups.items()
    ]


def whole(first: str, rest: str) -> str:
    """Put a sentence together again."""
    return rest if rest.startswith(first) else first + rest


def sentences(some: Iterable[str]) -> tuple[Sentence, ...]:
    """Make sentences of words."""
    return tuple(Sentence((f"{one}.",) if one[-1] not in ".!?" else (one,)) for one in some)


def table(side: Side, states: Mapping[str, str]) -> Table:
    """Put the sources of one figure side by side, the oldest first."""
    rows = tuple(row(one, states[one.one.id], first=one.one is side.first) for one in side.rows)
    return Table(HEAD, rows)


def row(one: Travelled, state: str, *, first: bool) -> tuple[str, ...]:
    """Write one source of a figure."""
    who = " in ".join(one.one.chain) or "the author"
    return (measure(one.one.figure), who, one.one.cite, state, "the oldest" if first else beside(one))


def beside(one: Travelled) -> str:
    """Say how a figure lies to its oldest source."""
    if one.first is one.one:
        return "again"
    changed = ", ".join(WORDS[change] for change in one.changes)
    return f"{one.verdict}: {changed}" if changed and one.verdict != "contradiction" else one.verdict


def extent(found: Weighed, shown: int) -> str:
    """Say how many figures were looked at, and what was left out."""
    every = sum(len(one.rows) for one in found.sides)
    alone = len(found.sides) - shown
    said = f"{every:,} figure{'s' * (every != 1)}"
    more = f"; {alone:,} of one source alone are not shown (--all shows them)" if alone else ""
    left = f"; {found.left_out:,} rejected, retracted or not judged are left out" if found.left_out else ""
    return f"{said}{more}{left}"


def as_json(found: Weighed) -> dict[str, Any]:
    """Lay out everything that was found."""
    return {
        "findings": [asdict(one) for one in found.findings],
        "figures": [
            {
                "heading": side.heading,
                "sources": [
                    {
                        "id": one.one.id,
                        "figure": measure(one.one.figure),
                        "cite": one.one.cite,
                        "said_by": list(one.one.chain),
                        "state": found.states[one.one.id],
                        "oldest": one.first.id,
                        "verdict": one.verdict if one.first is not one.one else "",
                        "changes": list(one.changes),
                    }
                    for one in side.rows
                ],
            }
            for side in found.sides
        ],
        "left_out": found.left_out,
    }
