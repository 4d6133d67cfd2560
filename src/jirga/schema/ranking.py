"""A ranking: named outcomes or states, best first, and the steps between them that matter much."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_serializer

from jirga.schema.words import Frozen, Texts


class Rung(Frozen):
    """One step of a ranking: what is liked equally there, and whether all above is liked much better."""

    over: Texts = Field(description="A named outcome or state; a list is a tie.")
    strongly: bool = Field(
        False, description="Whether everything above is strongly preferred to these and to all below."
    )

    @model_serializer
    def plainly(self) -> Any:
        """Write a step that is not marked as the list it was read from."""
        return {"over": list(self.over), "strongly": True} if self.strongly else list(self.over)


def as_rung(value: Any) -> Any:
    """Let a name, or the list of a tie, stand for a step that is not marked."""
    return value if isinstance(value, dict | Rung) else {"over": value}


RankingStep = Annotated[
    Rung, BeforeValidator(as_rung, json_schema_input_type=Rung | str | int | list[str | int])
]
