"""Expectations of single edits, of two versions compared, and of signs to watch."""

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


class ChangesBecause(Expected):
    """From the file to one of its variants a result changes, and exactly these differences bring it."""

    changes: Text = Field(description="The outcome, the thing asked for, or the package.")
    under: Text = Field(description="The variant that the file is compared with.")
    because: Annotated[Texts, Field(min_length=1)] = Field(
        description="The wants or rules that differ: one that brings it alone, or all that it takes together."
    )


class WouldMove(Expected):
    """Once some signs are seen, exactly these results change."""

    would_move: Annotated[Texts, Field(min_length=1)] = Field(description="The signs.")
    results: Texts = Field(
        description="The outcomes, things asked for and packages of which the verdict changes; []: none."
    )


STRESS_KINDS = {"flipped": FlippedBy, "changes": ChangesBecause, "would_move": WouldMove}
