"""A want: a formula at its place in a party's order, and how it is known."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from jirga.schema.indicators import Indicator
from jirga.schema.words import Basis, Frozen, Level, Text, Texts, as_field, as_number


class Cited(Frozen):
    """Something that says how it is known."""

    basis: Basis | None = Field(None, description="How it is known; absent is shown as assumed.")
    cite: Texts = Field((), description="Source and passage, as article#S15; several may be listed.")
    quote: Text = Field("", description="The words it rests on; they must stand in a cited passage.")
    why: Text = Field("", description="What it means, in words.")
    retracted: Text = Field(
        default="",
        description="Why nothing should rest on it any more; follows from its sources where they say so.",
    )
    level: Level | None = Field(
        default=None,
        description="Who may see it: clear, green, amber or red; absent: the highest of what it cites.",
    )

    @property
    def assumed(self) -> bool:
        """Whether nobody is on record for it."""
        return self.basis in {None, "assumed"}


class Watchable(Cited):
    """Something taken to be so of which the file may say what would tell."""

    indicators: tuple[Annotated[Indicator, as_field("watch", Indicator)], ...] = Field(
        default=(), description="What to watch that would tell whether it is so; `jirga watch` lists them."
    )


class Reading(Cited):
    """A rival reading of a want: what the party may want instead."""

    want: Text = Field(description="The formula, as this reading has it.")
    says: Text = Field("", description="The reading in words; made from `why` when absent.")


Place = Annotated[int, BeforeValidator(as_number), Field(ge=1)]


class Want(Watchable):
    """One preference of a party."""

    want: Text = Field(description="A formula over options: not, and, or, implies, iff, parentheses.")
    id: Text = Field("", description="A short name for edits to refer to; made from its place when absent.")
    strongly: bool = Field(
        False, description="Whether what this want or a more important one decides is preferred strongly."
    )
    unknown: bool = Field(
        False, description="Whether it is not known if the party wants this or its contrary."
    )
    red_line: bool = Field(
        False, description="Whether the party holds it as a red line; what asks it to give way is shown last."
    )
    readings: tuple[Annotated[Reading, as_field("want", Reading)], ...] = Field(
        default=(),
        description="How else it may be read; `jirga ranges` tries the want as written and each of these.",
    )
    places: tuple[Place, Place] | None = Field(
        default=None,
        description="The first and the last place it may have in its party's order, the first being 1.",
    )

    @model_validator(mode="after")
    def in_order(self) -> Self:
        """Refuse places of which the last comes before the first."""
        if self.places is not None and self.places[0] > self.places[1]:
            raise PydanticCustomError("places", "names places from the last to the first")
        return self


WantLine = Annotated[Want, as_field("want", Want)]
