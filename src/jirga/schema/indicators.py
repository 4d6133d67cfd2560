"""What to watch: a sign that something is, or is no longer, as the file has it."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from jirga.schema.words import Frozen, Text


class Indicator(Frozen):
    """Something that can be seen, and what the file would say once it is."""

    watch: Text = Field(description="What to watch, in words.")
    id: Text = Field("", description="A short name; made from what it bears on and its place when absent.")
    threshold: Text = Field("", description="How much of it counts, or from when on.")
    source: Text = Field(
        "", description="Where it would be seen: a register, a spokesman, an imagery service."
    )
    every: Text = Field("", description="How often somebody looks.")
    by: Text = Field("", description="Who looks.")
    seen: Text = Field("", description="When it was seen; absent: not yet.")
    reads: Text = Field(
        "", description="Once seen: the formula that the want or rule of impossibility then has."
    )
    dropped: bool = Field(False, description="Once seen: the want, rule, position or linkage is taken away.")
    variant: Text = Field("", description="Once seen: this variant of the file is solved.")

    @model_validator(mode="after")
    def one_consequence(self) -> Self:
        """Refuse a sign that would change the file in two ways."""
        if bool(self.reads) + self.dropped + bool(self.variant) > 1:
            what = "should have one of `reads`, `dropped` and `variant`"
            raise PydanticCustomError("indicator", what)
        return self

    @property
    def tells(self) -> bool:
        """Whether the file says what it would change."""
        return bool(self.reads or self.dropped or self.variant)
