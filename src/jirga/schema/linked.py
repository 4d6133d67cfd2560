"""Two conflicts linked: tables that share a party, and what that party wants of both together."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from jirga.schema.conflict import Ask, Impossible, as_version
from jirga.schema.expected.kinds import Expectation
from jirga.schema.sources import Source
from jirga.schema.wants import Want
from jirga.schema.words import Frozen, Id, Text, as_field


class Table(Frozen):
    """One table: a conflict file, or a variant of it."""

    file: Text = Field(description="The conflict file, beside this one.")
    variant: Text | None = Field(None, description="The variant of it that is meant.")


class Line(Want):
    """One line of what a shared party wants of the tables together: a want, or all it wants at one table."""

    want: Text = Field("", description="A formula over options, each written TABLE_OPTION.")
    table: Id | None = Field(None, description="Instead: everything the party wants at this table, in order.")


def as_seats(value: Any) -> Any:
    """Let a party's name, or a list of names, stand where every table calls the party the same."""
    names = [value] if isinstance(value, str) else value
    return {name: {} for name in names} if is_names(names) else value


def is_names(value: Any) -> bool:
    """Whether something is a list of words."""
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


class Linked(Frozen):
    """Everything one file of linked conflicts says."""

    jirga: Annotated[Literal[1], BeforeValidator(as_version)] = Field(
        1, description="The version of this format."
    )
    title: Text = Field(description="What the linked conflicts are called.")
    question: Text = Field("", description="What the reader wants to know.")
    asks: tuple[Ask, ...] = Field((), description="The things the question is about, in order.")
    as_of: Text = Field("", description="The date the file speaks for.")
    note: Text = Field("", description="Anything a reader should know about the model as a whole.")
    sources: dict[Id, Source] = Field(
        default_factory=dict, description="Sources beside those of the tables, which may be cited too."
    )
    tables: dict[Id, Annotated[Table, as_field("file", Table)]] = Field(
        description="The two tables by a short name, each a conflict file."
    )
    shared: Annotated[
        dict[Id, dict[Id, Id]],
        BeforeValidator(as_seats, json_schema_input_type=str | list[str] | dict[str, dict[str, str]]),
    ] = Field(min_length=1, description="Who sits at both: the party, and its id at each table.")
    first: Id | None = Field(None, description="The table that whoever sits at both puts first.")
    prefers: tuple[Annotated[Line, as_field("want", Line)], ...] = Field(
        (), description="Instead of `first`: what the shared party wants, most important first."
    )
    impossible: tuple[Annotated[Impossible, as_field("when", Impossible)], ...] = Field(
        (), description="Combinations across the tables that cannot be."
    )
    outcomes: dict[Text, dict[Id, Text]] = Field(
        default_factory=dict, description="Names for pairs of the tables' outcomes: TABLE: OUTCOME for each."
    )
    expect: tuple[Expectation, ...] = Field((), description="What should come out; `jirga check` runs it.")

    def seat(self, party: str, table: str) -> str:
        """Give a shared party's id at a table."""
        return self.shared[party].get(table, party)

    def local(self, table: str, party: str) -> str:
        """Give the id in the whole of a party that a table calls so."""
        return next((name for name in self.shared if self.seat(name, table) == party), party)
