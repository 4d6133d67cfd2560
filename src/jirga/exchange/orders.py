"""The order of a party's wants, as the places in a sheet ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jirga.errors import FileTrouble
from jirga.exchange.cells import plain
from jirga.exchange.columns import WANTS
from jirga.exchange.compared import Compared
from jirga.exchange.rows import Row
from jirga.schema.conflict import Conflict

PLACE = WANTS.by_name["place"]


@dataclass(frozen=True)
class Order:
    """How a party's wants shall stand.

    Attributes
    ----------
    items : tuple of int
        Its wants by their numbers in the file, new ones counted on, from the most important.
    names : dict of int to str
        The names that have to be written out, by those numbers: a want without a name is called by its
        place, and variants may call it so.
    """

    items: tuple[int, ...]
    names: dict[int, str] = field(default_factory=dict)

    @property
    def moves(self) -> bool:
        """Whether any want stands elsewhere than before."""
        return self.items != tuple(range(len(self.items)))


def orders(conflict: Conflict, found: Compared) -> dict[str, Order]:
    """Give the new order of every party whose wants move or get company; troubles go to those found."""
    made = {}
    for party in conflict.parties:
        asked = dict(moved(conflict, party, found))
        new = [
            row
            for sheet, row in found.added
            if sheet is WANTS and row.cells.get("party", "").strip() == party
        ]
        if asked or new:
            order = ordered(conflict, party, asked, new, found)
            if order is not None:
                made[party] = order
    return made


def moved(conflict: Conflict, party: str, found: Compared) -> Iterator[tuple[int, Row]]:
    """Give the wants of a party that ask for another place."""
    ids = [want.id for want in conflict.parties[party].prefers]
    for edit in found.edits:
        if edit.sheet is WANTS and "place" in edit.changes and edit.key[0] in ids:
            yield ids.index(edit.key[0]), edit.row


def ordered(
    conflict: Conflict, party: str, asked: dict[int, Row], new: Sequence[Row], found: Compared
) -> Order | None:
    """Put each want that asks for a place there, and the others around them in the order they had."""
    wants = conflict.parties[party].prefers
    asked = asked | {
        len(wants) + place: row for place, row in enumerate(new) if row.cells.get("place", "").strip()
    }
    many = len(wants) + len(new)
    slots: dict[int, int] = {}
    for item, row in asked.items():
        slot = int(plain(PLACE, row.cells["place"]) or 0) - 1
        if not 0 <= slot < many:
            what = f"{party} has {many} wants, and none can stand at place {row.cells['place'] or 'nowhere'}"
            found.troubles.append(FileTrouble(row.place("place"), what, f"write 1 to {many}"))
            return None
        if slot in slots:
            what = f"two wants of {party} ask for place {slot + 1}"
            hint = "give each a place of its own; those that are not touched make way by themselves"
            found.troubles.append(FileTrouble(row.place("place"), what, hint))
            return None
        slots[slot] = item
    rest = iter(item for item in range(many) if item not in slots.values())
    items = tuple(slots[slot] if slot in slots else next(rest) for slot in range(many))
    return Order(items, names(conflict, party, items, new))


def names(conflict: Conflict, party: str, items: Sequence[int], new: Sequence[Row]) -> dict[int, str]:
    """Say which wants need their name written out: those called by a place that is no longer theirs."""
    wants = conflict.parties[party].prefers
    kept = {
        item: wants[item].id
        for slot, item in enumerate(items)
        if item < len(wants) and slot != item and wants[item].id == f"{party}.{item + 1}"
    }
    taken = {want.id for one in conflict.parties.values() for want in one.prefers}
    free = (f"{party}.{place}" for place in range(len(items) + 1, 10**6))
    for slot, item in enumerate(items):
        nameless = item >= len(wants) and not new[item - len(wants)].cells.get("id", "").strip()
        if nameless and f"{party}.{slot + 1}" in taken:
            kept[item] = next(name for name in free if name not in taken)
    return kept
