"""Edits of what is bargained over: a red line moved, an offer taken up, a linkage dropped."""

from __future__ import annotations

from jirga.conflict.edit_trouble import EditTrouble
from jirga.errors import did_you_mean
from jirga.schema import edits
from jirga.schema.bargaining import Linkage, Position
from jirga.schema.conflict import Conflict


def red_line_moved(edit: edits.MoveRedLine, conflict: Conflict) -> Conflict:
    """Move a party's red line; a party without a position on the issue gets one."""
    at = edit.red_line
    for what, name, known in (("party", at.party, conflict.parties), ("issue", at.issue, conflict.issues)):
        if name not in known:
            raise EditTrouble("edit", f"no {what} is called {name!r}", did_you_mean(name, known))
    if at.min is None and at.max is None:
        raise EditTrouble("edit", "the red line goes nowhere", "say `min:` or `max:`")
    known_by = {"basis": edit.basis, "cite": edit.cite, "quote": edit.quote, "why": edit.why}
    known_by["level"] = edit.level
    ends = {key: value for key, value in (("min", at.min), ("max", at.max)) if value is not None}

    def moved(one: Position) -> Position:
        return one.model_copy(update={"accept": one.accept.model_copy(update=ends), **known_by})

    def meant(one: Position) -> bool:
        return (one.party, one.issue) == (at.party, at.issue)

    positions = conflict.positions
    if not any(meant(one) for one in positions):
        positions = (*positions, Position.model_validate({"party": at.party, "issue": at.issue}))
    changed = tuple(moved(one) if meant(one) else one for one in positions)
    return conflict.model_copy(update={"positions": changed})


def offer_taken(edit: edits.TakeOffer, conflict: Conflict) -> Conflict:
    """Take up an offer: it is no offer any more, and a linkage from now on."""
    offer = next((one for one in conflict.offers if one.id == edit.take), None)
    if offer is None:
        known = [one.id for one in conflict.offers]
        raise EditTrouble("edit", f"no offer is called {edit.take!r}", did_you_mean(edit.take, known))
    kept = {key: getattr(offer, key) for key in ("id", "party", "issue", "min", "max")}
    known_by = {key: getattr(offer, key) for key in ("basis", "cite", "quote", "why", "level")}
    said = {"when": offer.when or "true", "then": offer.says}
    linkage = Linkage.model_validate(said | kept | known_by)
    left = tuple(one for one in conflict.offers if one is not offer)
    return conflict.model_copy(update={"offers": left, "linkages": (*conflict.linkages, linkage)})


def linkage_dropped(edit: edits.DropLinkage, conflict: Conflict) -> Conflict:
    """Take a linkage away."""
    kept = tuple(one for one in conflict.linkages if one.id != edit.drop_linkage)
    if len(kept) == len(conflict.linkages):
        known = [one.id for one in conflict.linkages]
        what = f"no linkage is called {edit.drop_linkage!r}"
        raise EditTrouble("edit", what, did_you_mean(edit.drop_linkage, known))
    return conflict.model_copy(update={"linkages": kept})
