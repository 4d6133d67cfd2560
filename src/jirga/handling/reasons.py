"""Why a source of the register was retracted: that has no level, and may be told of another name of it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from pydantic import BaseModel

from jirga.case import Case
from jirga.handling.seen import WITHDRAWN

Kind = TypeVar("Kind")


def reasons_of_sources(case: Case) -> frozenset[str]:
    """Give the reasons for which sources were retracted, but for those of a document or a claim as well."""
    gone = case.withdrawn()
    return frozenset(gone.sources.values()) - {*gone.documents.values(), *gone.claims.values()}


def unreasoned(value: Kind, reasons: Collection[str], field: str = "") -> Kind:
    """Say of whatever was retracted for one of some reasons only that it was.

    Examples
    --------
    >>> from jirga.schema.sources import Source
    >>> unreasoned(Source(title="t", retracted="he lied", note="he lied"), ["he lied"]).retracted
    'what it rests on was withdrawn'
    """
    if not reasons:
        return value
    changed: object = value
    if isinstance(value, str) and field.startswith("retracted"):
        for why in reasons:
            changed = str(changed).replace(why, WITHDRAWN)
    elif isinstance(value, dict):
        changed = {key: unreasoned(one, reasons, field) for key, one in value.items()}
    elif isinstance(value, tuple):
        changed = tuple(unreasoned(one, reasons, field) for one in value)
    elif isinstance(value, BaseModel):
        changed = value.model_copy(update={key: unreasoned(one, reasons, key) for key, one in value})
    return changed  # type: ignore[return-value]
