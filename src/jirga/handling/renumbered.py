"""Wants, linkages and offers that got their ids from their places get them anew, so that no gap shows."""

from __future__ import annotations

from typing import Any

from jirga.schema import edits
from jirga.schema.conflict import Conflict
from jirga.schema.words import Frozen

REFERENCES: dict[type[Frozen], tuple[str, ...]] = {
    edits.Drop: ("drop",),
    edits.Move: ("move", "before"),
    edits.Replace: ("replace",),
    edits.Insert: ("before",),
    edits.TakeOffer: ("take",),
    edits.DropLinkage: ("drop_linkage",),
}
COUNTED = {"linkages": "linkage", "offers": "offer"}


def renumbered(conflict: Conflict, whole: Conflict) -> Conflict:
    r"""Give what was numbered by its place in the whole the number of its place in the part.

    Examples
    --------
    >>> from jirga.conflict.file import parse_text
    >>> two = parse_text("title: t\nparties: {a: {name: A, options: {x: x, y: y}, prefers: [x, y]}}")
    >>> one = two.parties["a"].model_copy(update={"prefers": two.parties["a"].prefers[1:]})
    >>> list(renumbered(two.model_copy(update={"parties": {"a": one}}), two).wants)
    ['a.1']
    """
    made = {
        f"{name}.{place}": name for name, party in whole.parties.items() for place in places(party.prefers)
    }
    new: dict[str, str] = {}
    for name, party in conflict.parties.items():
        for place, want in enumerate(party.prefers, start=1):
            new[want.id] = f"{name}.{place}" if made.get(want.id) == name else want.id
    for key, word in COUNTED.items():
        numbered = {f"{word} {place}" for place in places(getattr(whole, key))}
        for place, one in enumerate(getattr(conflict, key), start=1):
            new[one.id] = f"{word} {place}" if one.id in numbered else one.id
    if all(old == now for old, now in new.items()) or len(set(new.values())) < len(new):
        return conflict
    return renamed(conflict, new)


def places(some: tuple[Any, ...]) -> range:
    """Count some things from one."""
    return range(1, len(some) + 1)


def renamed(conflict: Conflict, new: dict[str, str]) -> Conflict:
    """Write other ids wherever the ids stand."""
    parties = {
        name: party.model_copy(update={"prefers": anew(party.prefers, new)})
        for name, party in conflict.parties.items()
    }
    holders = {
        key: {
            name: one.model_copy(update={"edits": tuple(referring(edit, new) for edit in one.edits)})
            for name, one in getattr(conflict, key).items()
        }
        for key in ("variants", "views")
    }
    counted = {key: anew(getattr(conflict, key), new) for key in COUNTED}
    return conflict.model_copy(update={"parties": parties, **holders, **counted})


def anew(some: tuple[Any, ...], new: dict[str, str]) -> tuple[Any, ...]:
    """Give some things their new ids."""
    return tuple(one.model_copy(update={"id": new.get(one.id, one.id)}) for one in some)


def referring(edit: Any, new: dict[str, str]) -> Any:
    """Let an edit name things by their new ids."""
    keys = REFERENCES.get(type(edit), ())
    return edit.model_copy(update={key: new.get(getattr(edit, key), getattr(edit, key)) for key in keys})
