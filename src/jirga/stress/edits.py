"""Single edits of what parties want, each written as a variant of the file would hold it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from jirga.conflict.formula import Formula, parse
from jirga.schema import edits
from jirga.schema.conflict import Conflict

Kind = Literal[
    "drop",
    "move",
    "weaken",
    "replace",
    "insert",
    "lift",
    "rule",
    "harden",
    "give_up",
    "one_way",
    "reversible",
]
OF_ORDERS: frozenset[Kind] = frozenset({"drop", "move", "weaken", "replace", "insert"})


@dataclass(frozen=True, eq=False)
class Change:
    """One single edit: what kind it is, whose doing it would be, and the want it touches.

    Attributes
    ----------
    kind : Kind
        What is done.
    edit : Edit
        The edit, as a variant of the file would hold it.
    who : tuple of str
        The parties that would have to change.
    want : str
        The id of the want it touches; empty where it touches none.
    up : bool
        Whether a move raises the want.
    variant : str
        The variant of the file it is taken from; empty where it was made here.
    made_up_by : str
        For a weakened want: the id of the party's other want that would make up for it.
    """

    kind: Kind
    edit: edits.Edit
    who: tuple[str, ...]
    want: str = ""
    up: bool = False
    variant: str = ""
    made_up_by: str = ""

    @property
    def of_orders(self) -> bool:
        """Whether it changes what a party wants, and neither states nor moves."""
        return self.kind in OF_ORDERS


def drops_and_moves(conflict: Conflict) -> Iterator[Change]:
    """Drop each want, and put each in every other place of its party's order.

    Notes
    -----
    Two neighbours changed places is two edits: the one want lowered, and the other raised.

    Examples
    --------
    >>> from jirga.examples import conflict
    >>> len(list(drops_and_moves(conflict("khyber_kabul_2025"))))
    199
    """
    for name, party in conflict.parties.items():
        ids = [want.id for want in party.prefers]
        for place, want in enumerate(ids):
            yield Change("drop", edits.Drop(drop=want), (name,), want)
            others: list[str | None] = [one for one in ids if one != want]
            for to, before in enumerate([*others, None]):
                if to != place:
                    move = edits.Move(move=want, before=before)
                    yield Change("move", move, (name,), want, up=to < place)


def weakened(conflict: Conflict) -> Iterator[Change]:
    """Let something else that a party wants make up for each of its wants.

    Notes
    -----
    `a implies b` becomes `a implies (b or c)`, and any other want `f` becomes `f or c`, for every option c,
    or `not c`, that is by itself another want of the same party and that the weakened want does not speak of.
    """
    for name, party in conflict.parties.items():
        plain = [want for want in party.prefers if literal(parse(want.want))]
        for want in party.prefers:
            for other in plain:
                if not set(parse(other.want).atoms()) & set(parse(want.want).atoms()):
                    formula = str(or_else(parse(want.want), parse(other.want)))
                    edit = edits.Replace.model_validate({"replace": want.id, "with": formula})
                    yield Change("weaken", edit, (name,), want.id, made_up_by=other.id)


def other_readings(conflict: Conflict) -> Iterator[Change]:
    """Read each want as each of its rival readings has it."""
    for name, party in conflict.parties.items():
        for want in party.prefers:
            for one in want.readings:
                marks = {"basis": one.basis, "cite": one.cite, "quote": one.quote, "why": one.says or one.why}
                edit = edits.Replace.model_validate({"replace": want.id, "with": one.want} | marks)
                yield Change("replace", edit, (name,), want.id)


def literal(formula: Formula) -> bool:
    """Whether a formula is one option, or not that option."""
    return formula.op == "atom" or (formula.op == "not" and formula.parts[0].op == "atom")


def or_else(formula: Formula, other: Formula) -> Formula:
    """Let a formula be met by something else, too.

    >>> str(or_else(parse("curb implies concede"), parse("border")))
    'curb implies (concede or border)'
    """
    if formula.op == "implies" and len(formula.parts) == 2:
        return Formula("implies", (formula.parts[0], or_else(formula.parts[1], other)))
    parts = formula.parts if formula.op == "or" else (formula,)
    return Formula("or", (*parts, other))
