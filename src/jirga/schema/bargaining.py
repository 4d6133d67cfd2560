"""What is bargained over: issues, positions with their red lines, linkages, packages."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from jirga.schema.wants import Cited, Watchable
from jirga.schema.words import Frozen, Id, Number, Text, Texts, as_list


def as_value(value: Any) -> Any:
    """Read a number as one, and anything else as the name of a settlement."""
    if isinstance(value, bool):
        raise PydanticCustomError("value", "should be a number or the name of a settlement")
    try:
        return float(value)
    except (TypeError, ValueError):
        return value


Value = Annotated[float | str, BeforeValidator(as_value, json_schema_input_type=float | str)]


class Issue(Cited):
    """One thing that is bargained over, on a scale from 0 to 100 or as settlements in order."""

    says: Text = Field("", description="The issue in words.")
    scale: dict[Text, Text] = Field(
        default_factory=dict, description="What places on the scale mean; at best 0, 50 and 100."
    )
    settlements: tuple[Text, ...] = Field(
        (), description="Instead: the possible settlements in order, spread evenly from 0 to 100."
    )
    no_deal: Value | None = Field(None, description="Where it stands if nothing is agreed.")


class Range(Frozen):
    """A number as it is known: the lowest, the likeliest and the highest it may be."""

    low: Value
    mode: Value
    high: Value


def as_range(value: Any) -> Any:
    """Let a number or a settlement stand for a range without width, and a list of three for a range."""
    if isinstance(value, list):
        if len(value) != 3:
            raise PydanticCustomError("range", "should be one number or [low, mode, high]")
        return dict(zip(("low", "mode", "high"), value, strict=True))
    return value if isinstance(value, dict | Range) else {"low": value, "mode": value, "high": value}


AnyRange = Annotated[
    Range, BeforeValidator(as_range, json_schema_input_type=float | str | tuple[Value, Value, Value])
]


class Accept(Frozen):
    """The red lines: the worst a party accepts on either side; absent means no red line there."""

    min: AnyRange | None = Field(None, description="The least it accepts.")
    max: AnyRange | None = Field(None, description="The most it accepts.")


class Position(Watchable):
    """Where a party stands on an issue."""

    party: Id = Field(description="The party.")
    issue: Id = Field(description="The issue.")
    ideal: AnyRange | None = Field(None, description="Where it would like it.")
    accept: Accept = Field(default_factory=lambda: Accept.model_validate({}), description="Its red lines.")
    salience: AnyRange | None = Field(None, description="How much it cares, from 0 to 100.")


class Linkage(Watchable):
    """What a value on one issue makes acceptable, or brings about, on another."""

    when: Text = Field(description="A condition on issues, as `posts <= 30 and crossing >= 50`.")
    then: Text = Field("", description="What follows, in words.")
    id: Text = Field("", description="A short name; made from its place when absent.")
    issue: Id | None = Field(None, description="The issue on which something follows.")
    party: Id | None = Field(None, description="Whose red line moves; absent: everybody's.")
    min: Number | None = Field(None, ge=0, le=100, description="The red line `min` falls to this.")
    max: Number | None = Field(None, ge=0, le=100, description="The red line `max` rises to this.")
    becomes: Number | None = Field(None, ge=0, le=100, description="The issue takes this value.")

    @model_validator(mode="after")
    def one_effect(self) -> Self:
        """Refuse an effect without an issue, and a value beside red lines."""
        lines = self.min is not None or self.max is not None
        if self.issue is None and (lines or self.becomes is not None):
            raise PydanticCustomError("linkage", "names no `issue` on which it follows")
        if lines and self.becomes is not None:
            raise PydanticCustomError("linkage", "moves a red line and sets a value: write two linkages")
        return self


class Offer(Cited):
    """Something that could be put on the table, and is not yet, to move a red line."""

    says: Text = Field(description="The offer in words: a side payment, a guarantee, a new linkage.")
    id: Text = Field("", description="A short name; made from its place when absent.")
    by: Texts = Field((), description="The parties that would have to make it.")
    when: Text = Field("", description="A condition on issues that it takes, as `crossing >= 55`.")
    party: Id = Field(description="Whose red line it would move.")
    issue: Id = Field(description="On which issue.")
    min: Number | None = Field(None, ge=0, le=100, description="The red line `min` would fall to this.")
    max: Number | None = Field(None, ge=0, le=100, description="The red line `max` would rise to this.")


class Package(Cited):
    """Issues settled together."""

    issues: Annotated[
        tuple[Id, ...], BeforeValidator(as_list, json_schema_input_type=str | tuple[str, ...])
    ] = Field(min_length=1, description="The issues in it.")
    says: Text = Field("", description="The package in words.")
    values: dict[Id, Value] = Field(default_factory=dict, description="Values already agreed or proposed.")


def as_package(value: Any) -> Any:
    """Let the list of issues stand for a package."""
    return {"issues": value} if isinstance(value, list | str) else value


AnyPackage = Annotated[Package, BeforeValidator(as_package, json_schema_input_type=Package | list[str])]


def as_issue(value: Any) -> Any:
    """Let the words stand for an issue, and a list for its settlements."""
    if isinstance(value, list):
        return {"settlements": value}
    return {"says": value} if isinstance(value, str) else value


AnyIssue = Annotated[Issue, BeforeValidator(as_issue, json_schema_input_type=Issue | str | list[str])]
Leverage = dict[Id, AnyRange]
