"""Every string of a conflict with its kind: what is a name, an id, a quotation, a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from jirga.handling.protected import Secret, What
from jirga.schema.conflict import Conflict
from jirga.schema.expected.base import Expected

FIELDS: dict[str, What] = {
    **dict.fromkeys(("name", "short", "by", "who", "reports_to", "of"), "name"),
    **dict.fromkeys(("id", "party", "issue", "option", "speaks_for"), "id"),
    **dict.fromkeys(("drop", "replace", "move", "before", "take", "drop_linkage"), "id"),
    **dict.fromkeys(("want", "when", "about", "reads", "with_", "impossible", "possible"), "formula"),
    **dict.fromkeys(("quote", "passages"), "quotation"),
    **dict.fromkeys(("no_deal", "settlements", "variant"), "label"),
    **dict.fromkeys(("speakers",), "name"),
    "address": "address",
    "cite": "citation",
}
KEYS: dict[str, What] = {
    **dict.fromkeys(("sources", "parties", "options", "issues"), "id"),
    **dict.fromkeys(("outcomes", "states", "variants", "packages"), "label"),
    **dict.fromkeys(("answers", "bodies"), "name"),
}
SILENT = {
    *("jirga", "handling", "level", "passage_levels", "basis", "kind", "status", "counted", "share"),
    *("as_of", "date", "every", "threshold", "seen", "moves", "ranking", "unranked", "one_way", "taken"),
    *("status_quo", "weights", "low", "mode", "high", "values", "builds_on", "delivers", "influences"),
    *("may_agree", "promises", "no_deal", "variant", "min", "max", "leverage", "cost_of_no_deal", "becomes"),
}


def strings(conflict: Conflict) -> Iterator[Secret]:
    """Give every string of a conflict that could tell something, with its kind.

    Notes
    -----
    What is only a reference is given where it leads to; dates and numbers are given nowhere: they are too
    often the same by chance. An id that was made from a place tells nothing.
    """
    made = {f"{name}.{place}" for name, party in conflict.parties.items() for place in range(1, 1000)}
    for one in of(conflict, ""):
        if not (one.what == "id" and (one.text in made or one.text.startswith(("linkage ", "offer ")))):
            yield one


def of(value: Any, field: str) -> Iterator[Secret]:
    """Walk a value that stands in a field."""
    if field in SILENT:
        return
    if isinstance(value, str):
        if value and (field != "cite" or "#" in value):
            yield Secret(FIELDS.get(field, "words"), value)
        return
    if isinstance(value, Mapping) and field in KEYS:
        yield from (Secret(KEYS[field], str(key)) for key in value)
    for key, one in inside(value, field):
        yield from of(one, key)


def inside(value: Any, field: str) -> Iterable[tuple[str, Any]]:
    """Give what stands in a value, with the field it stands in; of an expectation, only its words."""
    if isinstance(value, Expected):
        return (("says", value.says), ("says", value.source))
    if isinstance(value, BaseModel):
        return iter(value)
    if isinstance(value, Mapping):
        return ((field, one) for one in value.values())
    return ((field, one) for one in value) if isinstance(value, tuple | list) else ()
