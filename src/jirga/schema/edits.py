"""Variants: named edits of a conflict, each a small change that can be read aloud."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag

from jirga.schema.bargaining import AnyRange
from jirga.schema.consent import AnyRule
from jirga.schema.wants import Cited, WantLine
from jirga.schema.words import Frozen, Id, Text, Texts


class Replace(Cited):
    """Put another formula in a want's place; it keeps its id, and no other mark unless said again."""

    replace: Text = Field(description="The id of the want.")
    with_: Text = Field(alias="with", description="The new formula.")
    strongly: bool = Field(
        False, description="Whether what the new want or a more important one decides is preferred strongly."
    )
    unknown: bool = Field(
        False, description="Whether it is not known if the party wants the new formula or its contrary."
    )


class Drop(Frozen):
    """Take a want away."""

    drop: Text = Field(description="The id of the want.")


class Move(Frozen):
    """Move a want within its party's order."""

    move: Text = Field(description="The id of the want.")
    before: Text | None = Field(None, description="The want it shall stand before; absent: last.")


class Insert(Frozen):
    """Add a want."""

    insert: WantLine = Field(description="The new want.")
    before: Text | None = Field(None, description="The want it shall stand before.")
    party: Id | None = Field(None, description="Whose want it is, when it shall stand last.")


class AddImpossible(Cited):
    """Add a rule of impossibility."""

    impossible: Text = Field(description="A formula; states where it is true are left out.")


class LiftImpossible(Frozen):
    """Lift a rule of impossibility."""

    possible: Text = Field(description="The rule's formula, as the file has it.")


class SetStatusQuo(Frozen):
    """Start from somewhere else."""

    status_quo: Texts = Field(description="The options taken; or the one state.")


class MakeOneWay(Frozen):
    """Make an option one that cannot be taken back."""

    one_way: Text = Field(description="The option; `not x`: once dropped it cannot be taken again.")


class MakeReversible(Frozen):
    """Let a one-way option be taken back."""

    reversible: Text = Field(description="The option.")


class AddOption(Frozen):
    """Give a party a further option; every outcome of the file is without it."""

    option: Id = Field(description="The new option's id.")
    party: Id = Field(description="The party that controls it.")
    says: Text = Field("", description="The choice in words, as 'to ...' would continue.")
    undo: Text = Field("", description="Taking it back in words; made from `says` when absent.")


class RedLineAt(Frozen):
    """A party's red line on an issue, as it shall be."""

    party: Id = Field(description="The party.")
    issue: Id = Field(description="The issue.")
    min: AnyRange | None = Field(None, description="The least it accepts; absent: as before.")
    max: AnyRange | None = Field(None, description="The most it accepts; absent: as before.")


class MoveRedLine(Cited):
    """Move a party's red line on an issue."""

    red_line: RedLineAt = Field(description="Whose, on which issue, and where to.")


class TakeOffer(Frozen):
    """Take up an offer: it becomes a linkage."""

    take: Text = Field(description="The offer's id.")


class DropLinkage(Frozen):
    """Take a linkage away."""

    drop_linkage: Text = Field(description="The linkage's id.")


class ChangeConsent(Cited):
    """Let another rule settle an issue; what stands beside the rule stays."""

    consent: Text = Field(description="The issue, or `deal`.")
    needs: AnyRule = Field(description="The effective rule: whose yes it really needs.")


KINDS: dict[str, type[Frozen]] = {
    "replace": Replace,
    "drop": Drop,
    "move": Move,
    "insert": Insert,
    "impossible": AddImpossible,
    "possible": LiftImpossible,
    "status_quo": SetStatusQuo,
    "one_way": MakeOneWay,
    "reversible": MakeReversible,
    "option": AddOption,
    "red_line": MoveRedLine,
    "take": TakeOffer,
    "drop_linkage": DropLinkage,
    "consent": ChangeConsent,
}


def kind_of_edit(value: Any) -> str | None:
    """Name the kind of an edit by the key that only it has."""
    if isinstance(value, dict):
        return next((KINDS[key].__name__ for key in KINDS if key in value), None)
    return type(value).__name__


Edit = Annotated[
    Annotated[Replace, Tag("Replace")]
    | Annotated[Drop, Tag("Drop")]
    | Annotated[Move, Tag("Move")]
    | Annotated[Insert, Tag("Insert")]
    | Annotated[AddImpossible, Tag("AddImpossible")]
    | Annotated[LiftImpossible, Tag("LiftImpossible")]
    | Annotated[SetStatusQuo, Tag("SetStatusQuo")]
    | Annotated[MakeOneWay, Tag("MakeOneWay")]
    | Annotated[MakeReversible, Tag("MakeReversible")]
    | Annotated[AddOption, Tag("AddOption")]
    | Annotated[MoveRedLine, Tag("MoveRedLine")]
    | Annotated[TakeOffer, Tag("TakeOffer")]
    | Annotated[DropLinkage, Tag("DropLinkage")]
    | Annotated[ChangeConsent, Tag("ChangeConsent")],
    Discriminator(
        kind_of_edit,
        custom_error_type="unknown_kind",
        custom_error_message="an edit names one of: {kinds}",
        custom_error_context={"kinds": ", ".join(KINDS)},
    ),
]


class Edits(Frozen):
    """What a variant changes."""

    says: Text = Field("", description="The variant in words, as 'If ...' would continue.")
    builds_on: Texts = Field((), description="Variants whose edits are made first.")
    edits: tuple[Edit, ...] = Field((), description="The edits, made in order.")


def as_variant(value: Any) -> Any:
    """Let the list of edits stand for a variant."""
    return {"edits": value} if isinstance(value, list) else value


Variant = Annotated[Edits, BeforeValidator(as_variant, json_schema_input_type=Edits | list[Edit])]
