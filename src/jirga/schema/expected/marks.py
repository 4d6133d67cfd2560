"""What may be expected of a file with marks of strength, and of what is not known."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from jirga.schema.expected.base import Expected
from jirga.schema.words import Form, Standards, StrongStandard, Text, UnknownStandard, as_list

StrongStandards = Annotated[
    tuple[StrongStandard, ...],
    BeforeValidator(as_list, json_schema_input_type=StrongStandard | tuple[StrongStandard, ...]),
    Field(min_length=1),
]
UnknownStandards = Annotated[
    tuple[UnknownStandard, ...],
    BeforeValidator(as_list, json_schema_input_type=UnknownStandard | tuple[UnknownStandard, ...]),
    Field(min_length=1),
]
Forms = Annotated[
    tuple[Form, ...],
    BeforeValidator(as_list, json_schema_input_type=Form | tuple[Form, ...]),
    Field(min_length=1),
]


class StronglyHolds(Expected):
    """An outcome holds, and everybody who is tempted would lose much by leaving."""

    strongly_holds: Text = Field(description="The outcome.")
    by: StrongStandards = Field(description="The standards: gmr, smr or seq.")


class WeaklyHolds(Expected):
    """An outcome holds, but somebody who is tempted would lose little by leaving."""

    weakly_holds: Text = Field(description="The outcome.")
    by: StrongStandards = Field(description="The standards: gmr, smr or seq.")


class HoldsIfUnknown(Expected):
    """An outcome holds although something is not known."""

    holds_if_unknown: Text = Field(description="The outcome.")
    by: UnknownStandards = Field(description="The standards: nash, gmr, smr or seq.")
    form: Forms = Field(description="What parties do in doubt: a, b, c or d.")


class FailsIfUnknown(Expected):
    """An outcome does not hold while something is not known."""

    fails_if_unknown: Text = Field(description="The outcome.")
    by: UnknownStandards = Field(description="The standards: nash, gmr, smr or seq.")
    form: Forms = Field(description="What parties do in doubt: a, b, c or d.")


class HoldsHoweverSettled(Expected):
    """An outcome holds in every way in which the unknown wants can be settled."""

    holds_however_settled: Text = Field(description="The outcome.")
    by: Standards = Field(description="The standards it holds by.")
