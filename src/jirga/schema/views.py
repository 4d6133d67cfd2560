"""Views: the conflict as one party believes it to be, as edits of the file and states it does not see."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from jirga.schema.edits import Edit, as_variant
from jirga.schema.wants import Cited
from jirga.schema.words import Text, as_field, as_list


class Unseen(Cited):
    """States that are not in a party's picture."""

    when: Text = Field(description="A formula over options; the party does not see states where it is true.")


class View(Cited):
    """What one party believes; `basis`, `cite` and `why` are those of a belief that has none of its own."""

    says: Text = Field("", description="The view in words, as 'It believes that ...' would continue.")
    edits: tuple[Edit, ...] = Field(
        (), description="What it believes otherwise, as edits of the file, in order."
    )
    unseen: Annotated[
        tuple[Annotated[Unseen, as_field("when", Unseen)], ...],
        BeforeValidator(as_list, json_schema_input_type=str | list[str | Unseen]),
    ] = Field(
        (), description="The states it does not see; an option it does not know of is `unseen: [option]`."
    )


ViewLines = Annotated[View, BeforeValidator(as_variant, json_schema_input_type=View | list[Edit])]
