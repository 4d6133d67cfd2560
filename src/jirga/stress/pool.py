"""The pool of single edits of a conflict: finite, natural, and with what the file itself proposes."""

from __future__ import annotations

from collections.abc import Iterator

from jirga.conflict.edit_trouble import EditTrouble
from jirga.conflict.formula import parse
from jirga.conflict.variants import make, owner_of
from jirga.schema import edits
from jirga.schema.conflict import Conflict
from jirga.stress.edits import Change, Kind, drops_and_moves, other_readings, weakened
from jirga.stress.rules import given_up, hardened, lifted, owners, ratchets

KIND_OF: dict[type, Kind] = {
    edits.Replace: "replace",
    edits.Drop: "drop",
    edits.Move: "move",
    edits.Insert: "insert",
    edits.AddImpossible: "rule",
    edits.LiftImpossible: "lift",
    edits.MakeOneWay: "one_way",
    edits.MakeReversible: "reversible",
}


def of_variants(conflict: Conflict) -> Iterator[Change]:
    """Take up each edit that a variant of the file makes, where it can be made by itself."""
    for name, variant in conflict.variants.items():
        for edit in variant.edits:
            kind = KIND_OF.get(type(edit))
            if kind is not None and makeable(conflict, edit):
                yield from_variant(conflict, kind, edit, name)


def makeable(conflict: Conflict, edit: edits.Edit) -> bool:
    """Whether an edit can be made of the conflict as it is."""
    try:
        make(edit, conflict)
    except EditTrouble:
        return False
    return True


def from_variant(conflict: Conflict, kind: Kind, edit: edits.Edit, variant: str) -> Change:
    """Say whose doing an edit of a variant would be, and which want it touches."""
    if isinstance(edit, edits.Insert):
        who = edit.party or owner_of(conflict, str(edit.before))
        return Change(kind, edit, (who,), edit.insert.id, variant=variant)
    want = str(getattr(edit, kind)) if kind in {"replace", "drop", "move"} else ""
    if want:
        return Change(kind, edit, (owner_of(conflict, want),), want, raises(conflict, edit), variant)
    keys = ("impossible", "possible", "one_way", "reversible")
    formula = next(str(getattr(edit, key)) for key in keys if hasattr(edit, key))
    named = formula.removeprefix("not ") if kind in {"one_way", "reversible"} else formula
    return Change(kind, edit, owners(conflict, named), variant=variant)


def raises(conflict: Conflict, edit: edits.Edit) -> bool:
    """Whether an edit moves a want up in its party's order."""
    if not isinstance(edit, edits.Move) or edit.before is None:
        return False
    ids = list(conflict.wants)
    return ids.index(edit.before) < ids.index(edit.move)


def pool(conflict: Conflict) -> list[Change]:
    """List every single edit that is tried, each once: the file's own edits stand for the same made here."""
    made_here = (drops_and_moves, weakened, lifted, given_up, hardened, ratchets)
    said = (*of_variants(conflict), *other_readings(conflict))
    every = [*said, *(one for make_some in made_here for one in make_some(conflict))]
    known: dict[object, Change] = {}
    for one in every:
        known.setdefault(meaning(one), one)
    order = {id(one): place for place, one in enumerate(every)}
    return sorted(known.values(), key=lambda one: (bool(one.variant), order[id(one)]))


def meaning(change: Change) -> object:
    """Say what an edit does, whatever its marks."""
    edit = change.edit
    if isinstance(edit, edits.Replace):
        return "replace", edit.replace, str(parse(edit.with_))
    if isinstance(edit, edits.AddImpossible):
        return "impossible", str(parse(edit.impossible))
    return type(edit).__name__, edit.model_dump_json()
