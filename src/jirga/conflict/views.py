"""The conflict of a view: the file with one party's beliefs made, and what it does not see left out."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from jirga.conflict.edit_trouble import EditTrouble
from jirga.conflict.variants import make, owner_of
from jirga.schema import edits
from jirga.schema.conflict import Conflict, Impossible


def seen_by(conflict: Conflict, party: str) -> Conflict:
    r"""Make the conflict as a party believes it to be; the conflict itself for a party without a view.

    Raises
    ------
    EditTrouble
        An edit of the view cannot be made, or is none that a view may make; `place` is its place.

    Notes
    -----
    States that the party does not see are ruled out in it. It has no views, variants or expectations of
    its own: a view is what a party believes, not what it believes of others' beliefs.

    Examples
    --------
    >>> from jirga.conflict.file import parse_text
    >>> parties = "{a: {name: A, options: {x: x, y: y}}, b: {name: B}}"
    >>> made = parse_text(f"title: t\nparties: {parties}\nviews: {{b: {{unseen: x}}}}")
    >>> [rule.when for rule in seen_by(made, "b").impossible]
    ['x']
    """
    believed = conflict.model_copy(update={"views": {}, "variants": {}, "expect": ()})
    if party not in conflict.views:
        return believed
    view = conflict.views[party]
    for place, edit in enumerate(view.edits):
        try:
            refuse_strange(edit, believed, party)
            believed = make(edit, believed)
        except EditTrouble as trouble:
            trouble.place = place
            raise
    unseen = tuple(
        Impossible(
            when=one.when, basis=one.basis, cite=one.cite, quote=one.quote, why=one.why, level=one.level
        )
        for one in view.unseen
    )
    return believed.model_copy(update={"impossible": (*believed.impossible, *unseen)})


def without_line(conflict: Conflict, party: str, line: int) -> Conflict:
    """Take one line out of a party's view: an edit, or, counted on, a formula of what it does not see."""
    view, many = conflict.views[party], len(conflict.views[party].edits)
    if line < many:
        update: dict[str, Any] = {"edits": view.edits[:line] + view.edits[line + 1 :]}
    else:
        update = {"unseen": view.unseen[: line - many] + view.unseen[line - many + 1 :]}
    return conflict.model_copy(update={"views": {**conflict.views, party: view.model_copy(update=update)}})


def refuse_strange(edit: Any, conflict: Conflict, party: str) -> None:
    """Refuse an edit that no view may make."""
    if isinstance(edit, edits.SetStatusQuo):
        what = f"{party}'s view cannot move the status quo"
        raise EditTrouble(
            "view", what, "where things stand is seen by everybody: edit the file, or a variant"
        )
    if isinstance(edit, edits.AddOption):
        what = f"{party}'s view cannot give anybody a further option"
        raise EditTrouble(
            "view",
            what,
            "add the option to the file, or in a variant; `unseen` says which states a party does not see",
        )
    if wanted_by(edit, conflict) == party:
        what = f"an edit of {party}'s own wants in {party}'s own view"
        raise EditTrouble("view", what, "what a party wants it knows: edit the file's `prefers` instead")


@singledispatch
def wanted_by(edit: Any, conflict: Conflict) -> str | None:  # noqa: ARG001
    """Give the party whose wants an edit changes; none where it changes a rule."""
    return None


@wanted_by.register
def _(edit: edits.Replace, conflict: Conflict) -> str | None:
    return owner_of(conflict, edit.replace)


@wanted_by.register
def _(edit: edits.Drop, conflict: Conflict) -> str | None:
    return owner_of(conflict, edit.drop)


@wanted_by.register
def _(edit: edits.Move, conflict: Conflict) -> str | None:
    return owner_of(conflict, edit.move)


@wanted_by.register
def _(edit: edits.Insert, conflict: Conflict) -> str | None:
    return edit.party or (owner_of(conflict, edit.before) if edit.before else None)
