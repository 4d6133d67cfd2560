"""Expectations of single edits: how many flip whether an outcome holds, whose, and what none brings."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from jirga.schema.expected.base import Expected, Ids
from jirga.schema.words import Standard, Text, Texts

Many = Annotated[int, Field(ge=0)]


class FlippedBy(Expected):
    """Of all single drops and moves of a want, so many flip whether an outcome holds."""

    flipped: Text = Field(description="The outcome.")
    by: Standard = Field(description="The standard.")
    edits: Many = Field(description="How many drops and moves flip it.")
    out_of: Many | None = Field(None, description="How many drops and moves there are; absent: whatever.")
    wants: Texts | None = Field(None, description="The wants that are dropped or moved in them, all of them.")
    whose: Ids | None = Field(None, description="The parties whose wants they are, all of them.")
    brings_no: Text | None = Field(
        None, description="A formula: after none of them does a state with it hold that can be got to."
    )


STRESS_KINDS = {"flipped": FlippedBy}
