"""What may be expected where each party goes by its own view."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from jirga.schema.expected.base import Expected
from jirga.schema.words import Id, Standards, Text


class HoldsForTheWhole(Expected):
    """An outcome holds where each goes by its own view."""

    holds_for_the_whole: Text = Field(description="The outcome.")
    by: Standards = Field(description="The standards it holds by.")
    as_: Literal["steady", "unsteady"] | None = Field(
        None, alias="as", description="Whether everybody expects it to last; absent: either."
    )


class FailsForTheWhole(Expected):
    """An outcome does not hold where each goes by its own view."""

    fails_for_the_whole: Text = Field(description="The outcome.")
    by: Standards = Field(description="The standards it fails by.")


class HoldsAsSeen(Expected):
    """An outcome would hold, as one party sees the conflict."""

    holds_as_seen_by: Id = Field(description="The party whose view it is.")
    outcome: Text = Field(description="The outcome.")
    by: Standards = Field(description="The standards it would hold by.")


class Surprises(Expected):
    """A move that its maker gains by leads to an outcome that a party does not see."""

    surprises: Id = Field(description="The party.")
    with_: Text = Field(alias="with", description="The outcome.")


VIEWED = (HoldsForTheWhole, FailsForTheWhole, HoldsAsSeen, Surprises)
