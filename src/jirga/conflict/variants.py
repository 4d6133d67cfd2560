"""Variants: a conflict with named edits made, and the one it came from left as it was."""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatch
from itertools import count
from typing import Any

from jirga.conflict.bargaining.edits import linkage_dropped, offer_taken, red_line_moved
from jirga.conflict.edit_trouble import EditTrouble
from jirga.conflict.moves import one_way_option
from jirga.errors import UnknownName, did_you_mean
from jirga.schema import edits
from jirga.schema.conflict import Conflict, Impossible, Option
from jirga.schema.wants import Want

LONGEST_CHAIN = 100


def edited(conflict: Conflict, name: str) -> Conflict:
    """Make a variant of a conflict.

    Raises
    ------
    UnknownName
        There is no such variant.
    EditTrouble
        One of its edits cannot be made.

    Notes
    -----
    A variant without edits is the conflict itself.
    """
    if name not in conflict.variants:
        raise UnknownName("variant", name, conflict.variants)
    for ancestor in lineage(conflict, name):
        for place, edit in enumerate(conflict.variants[ancestor].edits):
            try:
                conflict = make(edit, conflict)
            except EditTrouble as trouble:
                trouble.variant, trouble.place = ancestor, place
                raise
    return conflict


def lineage(conflict: Conflict, name: str) -> list[str]:
    """List the variants whose edits make up one, in the order to make them, it last.

    Raises
    ------
    EditTrouble
        A variant builds on itself.
    """
    order: list[str] = []
    climb(conflict, name, (), order)
    return order


def climb(conflict: Conflict, name: str, above: tuple[str, ...], order: list[str]) -> None:
    """Visit what a variant builds on before the variant."""
    if name in above:
        trouble = EditTrouble(
            "cyclic", f"the variant builds on itself: {' > '.join([*above, name])}", "take one builds_on away"
        )
        trouble.variant = name
        raise trouble
    if len(above) > LONGEST_CHAIN:
        trouble = EditTrouble(
            "cyclic", f"more than {LONGEST_CHAIN} variants build on each other", "join some"
        )
        trouble.variant = name
        raise trouble
    if name in order or name not in conflict.variants:
        return
    for base in conflict.variants[name].builds_on:
        climb(conflict, base, (*above, name), order)
    order.append(name)


@singledispatch
def make(edit: Any, conflict: Conflict) -> Conflict:
    """Make one edit."""
    raise TypeError(f"{type(edit).__name__} is not an edit of {conflict.title!r}")


@make.register
def _(edit: edits.Replace, conflict: Conflict) -> Conflict:
    new = Want(
        want=edit.with_,
        id=edit.replace,
        strongly=edit.strongly,
        unknown=edit.unknown,
        red_line=False,
        basis=edit.basis,
        cite=edit.cite,
        quote=edit.quote,
        why=edit.why,
        level=edit.level,
    )
    return with_wants(
        conflict, edit.replace, lambda wants: [new if want.id == edit.replace else want for want in wants]
    )


@make.register
def _(edit: edits.Drop, conflict: Conflict) -> Conflict:
    return with_wants(conflict, edit.drop, lambda wants: [want for want in wants if want.id != edit.drop])


@make.register
def _(edit: edits.Move, conflict: Conflict) -> Conflict:
    def moved(wants: list[Want]) -> list[Want]:
        want = next(one for one in wants if one.id == edit.move)
        return placed([one for one in wants if one.id != edit.move], want, edit.before)

    if edit.before == edit.move:
        raise EditTrouble("edit", f"{edit.move!r} cannot move before itself", "name another want")
    return with_wants(conflict, edit.move, moved)


@make.register
def _(edit: edits.Insert, conflict: Conflict) -> Conflict:
    party = edit.party or (owner_of(conflict, edit.before) if edit.before else None)
    if party is None:
        raise EditTrouble(
            "edit", "the new want has no place", "say `before:` a want, or `party:` to add it last"
        )
    if party not in conflict.parties:
        raise EditTrouble("edit", f"no party is called {party!r}", did_you_mean(party, conflict.parties))
    wants = list(conflict.parties[party].prefers)
    new = edit.insert
    if not new.id:
        place = next(place for place in count(len(wants) + 1) if f"{party}.{place}" not in conflict.wants)
        new = new.model_copy(update={"id": f"{party}.{place}"})
    return with_party_wants(conflict, party, placed(wants, new, edit.before))


@make.register
def _(edit: edits.AddImpossible, conflict: Conflict) -> Conflict:
    marks = {"basis": edit.basis, "cite": edit.cite, "quote": edit.quote, "why": edit.why}
    rule = Impossible.model_validate({"when": edit.impossible, "level": edit.level, **marks})
    return conflict.model_copy(update={"impossible": (*conflict.impossible, rule)})


@make.register
def _(edit: edits.LiftImpossible, conflict: Conflict) -> Conflict:
    kept = tuple(rule for rule in conflict.impossible if rule.when != edit.possible)
    if len(kept) == len(conflict.impossible):
        known = [rule.when for rule in conflict.impossible]
        raise EditTrouble("edit", f"no rule says {edit.possible!r}", did_you_mean(edit.possible, known))
    return conflict.model_copy(update={"impossible": kept})


@make.register
def _(edit: edits.SetStatusQuo, conflict: Conflict) -> Conflict:
    return conflict.model_copy(update={"status_quo": edit.status_quo})


@make.register
def _(edit: edits.MakeOneWay, conflict: Conflict) -> Conflict:
    return conflict.model_copy(update={"one_way": (*conflict.one_way, edit.one_way)})


@make.register
def _(edit: edits.MakeReversible, conflict: Conflict) -> Conflict:
    kept = tuple(line for line in conflict.one_way if one_way_option(line)[0] != edit.reversible)
    if len(kept) == len(conflict.one_way):
        known = [one_way_option(line)[0] for line in conflict.one_way]
        raise EditTrouble("edit", f"{edit.reversible!r} is not one-way", did_you_mean(edit.reversible, known))
    return conflict.model_copy(update={"one_way": kept})


@make.register
def _(edit: edits.AddOption, conflict: Conflict) -> Conflict:
    if edit.party not in conflict.parties:
        raise EditTrouble(
            "edit", f"no party is called {edit.party!r}", did_you_mean(edit.party, conflict.parties)
        )
    if edit.option in conflict.options or conflict.by_states:
        what = "is there already" if edit.option in conflict.options else "is no option: this file has states"
        raise EditTrouble("edit", f"{edit.option!r} {what}", "name an option that is not in the file yet")
    owner = conflict.parties[edit.party]
    options = owner.options | {edit.option: Option(says=edit.says, undo=edit.undo, kind=None)}
    changed = owner.model_copy(update={"options": options})
    return conflict.model_copy(update={"parties": conflict.parties | {edit.party: changed}})


@make.register
def _(edit: edits.MoveRedLine, conflict: Conflict) -> Conflict:
    return red_line_moved(edit, conflict)


@make.register
def _(edit: edits.TakeOffer, conflict: Conflict) -> Conflict:
    return offer_taken(edit, conflict)


@make.register
def _(edit: edits.DropLinkage, conflict: Conflict) -> Conflict:
    return linkage_dropped(edit, conflict)


@make.register
def _(edit: edits.ChangeConsent, conflict: Conflict) -> Conflict:
    if edit.consent not in conflict.consent:
        what = f"no consent rule is for {edit.consent!r}"
        raise EditTrouble("edit", what, did_you_mean(edit.consent, conflict.consent))
    marks = {"basis": edit.basis, "cite": edit.cite, "quote": edit.quote, "why": edit.why}
    marks["level"] = edit.level
    changed = conflict.consent[edit.consent].model_copy(update={"needs": edit.needs, **marks})
    return conflict.model_copy(update={"consent": conflict.consent | {edit.consent: changed}})


def owner_of(conflict: Conflict, want: str) -> str:
    """Give the party whose want it is."""
    for name, party in conflict.parties.items():
        if any(one.id == want for one in party.prefers):
            return name
    raise EditTrouble("edit", f"no want is called {want!r}", did_you_mean(want, conflict.wants))


def placed(wants: list[Want], new: Want, before: str | None) -> list[Want]:
    """Put a want before another, or last."""
    if before is None:
        return [*wants, new]
    for place, want in enumerate(wants):
        if want.id == before:
            return [*wants[:place], new, *wants[place:]]
    raise EditTrouble(
        "edit", f"{before!r} is no want of that party", did_you_mean(before, [w.id for w in wants])
    )


def with_wants(conflict: Conflict, want: str, change: Callable[[list[Want]], list[Want]]) -> Conflict:
    """Change the wants of the party that has a want."""
    party = owner_of(conflict, want)
    return with_party_wants(conflict, party, change(list(conflict.parties[party].prefers)))


def with_party_wants(conflict: Conflict, party: str, wants: list[Want]) -> Conflict:
    """Give a party other wants."""
    changed = conflict.parties[party].model_copy(update={"prefers": tuple(wants)})
    return conflict.model_copy(update={"parties": conflict.parties | {party: changed}})
