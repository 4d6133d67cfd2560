"""What rests on nothing but what was retracted: marked when a conflict is read, and warned of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from jirga.conflict.cited import cited_things
from jirga.conflict.places import Places
from jirga.errors import shortened
from jirga.schema.conflict import Conflict
from jirga.schema.problems import Problem
from jirga.schema.sources import Source
from jirga.schema.wants import Cited


def marked(conflict: Conflict) -> Conflict:
    """Mark everything whose every citation leads to what was retracted."""
    if not any(one.retracted or one.retracted_passages for one in conflict.sources.values()):
        return conflict
    found: Conflict = with_marks(conflict, conflict.sources)
    return found


def with_marks(value: Any, sources: dict[str, Source]) -> Any:
    """Walk a value of the schema and mark what may be cited in it."""
    if isinstance(value, tuple):
        return tuple(with_marks(one, sources) for one in value)
    if isinstance(value, dict):
        return {key: with_marks(one, sources) for key, one in value.items()}
    if not isinstance(value, BaseModel):
        return value
    parts = {key: with_marks(one, sources) for key, one in value}
    if isinstance(value, Cited):
        parts["retracted"] = value.retracted or retracted(value, sources)
    changed = {key: one for key, one in parts.items() if one is not getattr(value, key)}
    return value.model_copy(update=changed) if changed else value


def retracted(cited: Cited, sources: dict[str, Source]) -> str:
    """Say why nothing should rest on what is cited; empty if one citation still stands."""
    reasons = [reason(cite, sources) for cite in cited.cite]
    return "; ".join(dict.fromkeys(reasons)) if reasons and all(reasons) else ""


def reason(cite: str, sources: dict[str, Source]) -> str:
    """Say why nothing should rest on one citation; empty if something may."""
    name, _, mark = cite.partition("#")
    source = sources.get(name)
    return "" if source is None else source.retracted or source.retracted_passages.get(mark, "")


def retraction_problems(conflict: Conflict, places: Places) -> Iterator[Problem]:
    """Warn of everything that rests on nothing else."""
    for path, cited in cited_things(conflict):
        if cited.retracted:
            what = f"it rests only on what was retracted ({shortened(cited.retracted)})"
            hint = "cite what still stands, or mark it assumed"
            yield Problem("warning", "retracted", places.of([*path, "cite"]), what, hint)
