"""Figures of a case beside event data, each only through the scope that a person has declared for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from jirga.errors import CaseTrouble, FileTrouble
from jirga.figures.finding import Finding, Verdict
from jirga.figures.source import Source
from jirga.figures.told import said
from jirga.schema.events import Check, Scope

if TYPE_CHECKING:
    from jirga.events.eventset import EventSet

COMPARED = frozenset({"deaths", "attacks", "strikes"})
VERDICTS: Mapping[str, Verdict] = {
    "consistent": "consistent",
    "differs": "differs",
    "outside-range": "outside range",
    "not-comparable": "not comparable",
}


def scopes(path: str | Path) -> dict[str, Scope]:
    """Read declared scopes from YAML: under each name, what the figures of that scope count.

    Raises
    ------
    FileTrouble, ConflictTrouble
        The file cannot be read.
    CaseTrouble
        A scope cannot be read.
    """
    from jirga.conflict.text import file_text
    from jirga.conflict.yaml_text import parsed

    read = parsed(file_text(path), str(path))
    if not isinstance(read, Mapping):
        raise FileTrouble(
            str(path), "declares no scopes", "write a name, a colon, and below it what is counted"
        )
    return {str(name): scope(str(path), str(name), one) for name, one in read.items()}


def scope(path: str, name: str, said: object) -> Scope:
    """Read one scope."""
    known = dict(said) if isinstance(said, Mapping) else {}
    try:
        return Scope.model_validate({"name": name, **known})
    except ValidationError as trouble:
        first = trouble.errors()[0]
        key = ".".join(map(str, first["loc"]))
        hint = f"a scope has {', '.join(one for one in Scope.model_fields if one != 'name')}"
        raise CaseTrouble(f"{path}: the scope {name!r}, {key}: {first['msg']}", hint) from None


def event_checks(some: Iterable[Source], events: EventSet, known: Mapping[str, Scope]) -> Iterator[Finding]:
    """Put every figure that counts deaths or attacks beside event data, by the scope that it names."""
    from jirga.events.compare import compare

    for one in some:
        if one.figure.unit in COMPARED and not one.way:
            declared = known.get(one.figure.definition)
            check = compare(one.figure, events, declared)
            yield finding(one, check) if declared or not one.figure.definition else undeclared(one, check)


def undeclared(one: Source, check: Check) -> Finding:
    """Say that the scope that a figure names is declared nowhere."""
    why = f"nobody has declared the scope {one.figure.definition!r} that it names"
    return finding(one, check.model_copy(update={"explanation": why}))


def finding(one: Source, check: Check) -> Finding:
    """Say what came of comparing a figure with event data."""
    beside = f", beside {check.against}" + (f" by the scope {check.scope!r}" if check.scope else "")
    what = f"{said(one)}{beside}: {check.explanation.rstrip('.')}"
    return Finding("events", VERDICTS[check.verdict], what, one.id, within=False)
