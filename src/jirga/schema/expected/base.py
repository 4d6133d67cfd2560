"""What may be expected of the further concepts: coalitions, status-quo analysis, the inverse question."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from jirga.schema.words import (
    CoalitionStandard,
    Frozen,
    Id,
    Simultaneous,
    Standards,
    Steps,
    Text,
    Texts,
    as_list,
    as_number,
)

Whole = Annotated[int, BeforeValidator(as_number)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(as_list, json_schema_input_type=str | tuple[str, ...])]
CoalitionStandards = Annotated[
    tuple[CoalitionStandard, ...],
    BeforeValidator(as_list, json_schema_input_type=CoalitionStandard | tuple[CoalitionStandard, ...]),
    Field(min_length=1),
]
AtOnce = Annotated[
    tuple[Simultaneous, ...],
    BeforeValidator(as_list, json_schema_input_type=Simultaneous | tuple[Simultaneous, ...]),
    Field(min_length=1),
]


def not_empty(value: tuple[Any, ...]) -> tuple[Any, ...]:
    """Refuse an empty list, once what stands in it can be read."""
    if not value:
        raise PydanticCustomError("too_short", "is empty")
    return value


class Expected(Frozen):
    """What every expectation may say besides."""

    says: Text = Field("", description="The expectation in words.")
    variant: Text | None = Field(None, description="The variant it is about; absent: the file as it stands.")
    source: Text = Field("", description="Where the printed answer stands.")


class HoldsAgainstCoalitions(Expected):
    """No coalition up to a size would leave an outcome, a party alone among them."""

    holds_against_coalitions: Text = Field(description="The outcome.")
    by: CoalitionStandards = Field(description="The standards for coalitions it holds by.")
    largest: Whole = Field(3, ge=1, description="The most parties in a coalition.")


class CoalitionBreaks(Expected):
    """A coalition would leave an outcome."""

    coalition_breaks: Text = Field(description="The outcome.")
    of: Annotated[Ids, Field(min_length=1)] = Field(description="The parties that would move together.")
    by: CoalitionStandards = Field(description="The standards for coalitions it breaks by.")
    to: Texts = Field((), description="States that they would go to; absent: any.")


class CoalitionMoves(Expected):
    """A coalition can lead from a state to exactly these."""

    coalition_moves: Annotated[Ids, Field(min_length=1)] = Field(description="The parties.")
    start: Text = Field(description="The state they move from.")
    reach: Texts = Field(description="The states they can lead to.")
    improving: bool = Field(False, description="Count only the states that every member prefers.")


class CoalitionsStay(Expected):
    """Exactly these states are left by none of the coalitions named."""

    coalitions_stay: Annotated[
        tuple[Annotated[tuple[Id, ...], Field(min_length=1)], ...], AfterValidator(not_empty)
    ] = Field(description="The coalitions, each a list of parties.")
    states: Texts = Field(description="Named outcomes or states.")
    by: CoalitionStandards = Field(description="The standards for coalitions.")
    among: Texts = Field((), description="The states the print shows; absent: all of them.")


class EvolvesTo(Expected):
    """The conflict can unfold from the status quo to an outcome."""

    evolves_to: Text = Field(description="The outcome.")
    steps: Steps = Field("any", description="any moves, alone (single improvements), or together.")
    after: Whole | None = Field(None, ge=0, description="The least number of steps; absent: any.")
    last: Ids = Field((), description="Who may make the last of so many steps; absent: anybody.")


class InverseCount(Expected):
    """Under so many strict rankings of some parties an outcome holds, the others keeping theirs."""

    inverse_count: Text = Field(description="The outcome.")
    vary: Annotated[Ids, Field(min_length=1)] = Field(description="The parties whose ranking may be any.")
    by: Standards = Field(description="The standards it holds by.")
    count: Whole = Field(ge=0, description="How many rankings.")


class SimultaneouslyStable(Expected):
    """Exactly these states hold where parties may move at the same moment, for one party or for all."""

    simultaneously_stable: Texts = Field(description="Named outcomes or states.")
    by: AtOnce = Field(description="sim, seq_or_sim or fraser_hipel.")
    who: Id | None = Field(None, description="The party; absent: every party stays.")
    among: Texts = Field((), description="The states the print shows; absent: all of them.")


FURTHER = (
    *(HoldsAgainstCoalitions, CoalitionBreaks, CoalitionMoves, CoalitionsStay),
    *(EvolvesTo, InverseCount, SimultaneouslyStable),
)
