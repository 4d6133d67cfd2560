"""Variants, views and expectations that can no longer be made of what remains are left out too."""

from __future__ import annotations

from typing import Any

from jirga.conflict.edit_trouble import EditTrouble
from jirga.conflict.places import Places
from jirga.conflict.references import Finder, reference_problems
from jirga.conflict.variants import edited
from jirga.conflict.views import seen_by
from jirga.schema.conflict import Conflict

BARE: dict[str, Any] = {"variants": {}, "views": {}, "expect": ()}
NOWHERE = Places({}, "")


def still_made(conflict: Conflict, whole: Conflict) -> Conflict:
    """Keep the views, variants and expectations that can still be made of what remains.

    Notes
    -----
    What an analyst expects of the whole need not come out of a part, and would tell what the whole comes
    to: so expectations stay only where nothing that bears on an answer was left out.
    """
    views = {name: one for name, one in conflict.views.items() if view_made(conflict, name)}
    conflict = conflict.model_copy(update={"views": views})
    while True:
        kept = {name: one for name, one in conflict.variants.items() if variant_made(conflict, name)}
        if len(kept) == len(conflict.variants):
            break
        conflict = conflict.model_copy(update={"variants": kept})
    expect = conflict.expect if bearing(conflict) == bearing(whole) else ()
    return conflict.model_copy(update={"expect": tuple(one for one in expect if awaited(conflict, one))})


def variant_made(conflict: Conflict, name: str) -> bool:
    """Whether a variant can be made, and what it makes names only what is there."""
    if any(base not in conflict.variants for base in conflict.variants[name].builds_on):
        return False
    try:
        made = edited(conflict, name).model_copy(update=BARE)
    except EditTrouble:
        return False
    return not Finder(made, NOWHERE, conflict.variants).all()


def view_made(conflict: Conflict, name: str) -> bool:
    """Whether a view can be made, and what it makes names only what is there."""
    try:
        believed = seen_by(conflict, name)
    except EditTrouble:
        return False
    return not Finder(believed, NOWHERE, conflict.variants).all()


def awaited(conflict: Conflict, expected: Any) -> bool:
    """Whether an expectation names only what is there."""
    alone = conflict.model_copy(update={**BARE, "variants": conflict.variants, "expect": (expected,)})
    return not reference_problems(alone, NOWHERE)


def bearing(conflict: Conflict) -> Any:
    """Give what of a conflict bears on an answer: all but who said what where."""
    said = ("sources", "expect", "title", "question", "note", "as_of", "handling", "cite", "quote", "why")
    return bare(conflict.model_dump(mode="json"), {*said, "basis", "retracted", "level"})


def bare(value: Any, keys: set[str]) -> Any:
    """Take some keys out of a value, wherever they stand."""
    if isinstance(value, dict):
        return {key: bare(one, keys) for key, one in value.items() if key not in keys}
    return [bare(one, keys) for one in value] if isinstance(value, list) else value
