"""A want: a formula at its place in a party's order, and how it is known."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from jirga.schema.words import Basis, Frozen, Text, Texts, as_field


class Cited(Frozen):
    """Something that says how it is known."""

    basis: Basis | None = Field(None, description="How it is known; absent is shown as assumed.")
    cite: Texts = Field((), description="Source and passage, as article#S15; several may be listed.")
    quote: Text = Field("", description="The words it rests on; they must stand in a cited passage.")
    why: Text = Field("", description="What it means, in words.")

    @property
    def assumed(self) -> bool:
        """Whether nobody is on record for it."""
        return self.basis in {None, "assumed"}


class Want(Cited):
    """One preference of a party."""

    want: Text = Field(description="A formula over options: not, and, or, implies, iff, parentheses.")
    id: Text = Field("", description="A short name for edits to refer to; made from its place when absent.")


WantLine = Annotated[Want, as_field("want", Want)]
