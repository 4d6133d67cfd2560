"""The words that files and results may use, and the text types they are written in."""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

Basis = Literal["stated", "reported", "argued", "inferred", "assumed"]
Standard = Literal["nash", "gmr", "smr", "seq", "sseq", "seq_best"]
Severity = Literal["error", "warning", "note"]
Level = Literal["clear", "green", "amber", "red"]
Steps = Literal["alone", "together", "any"]
CoalitionStandard = Literal["cnash", "cgmr", "csmr", "cseq", "cseq_coalitional"]
StrongStandard = Literal["gmr", "smr", "seq"]
UnknownStandard = Literal["nash", "gmr", "smr", "seq"]
Form = Literal["a", "b", "c", "d"]
Simultaneous = Literal["sim", "seq_or_sim", "fraser_hipel"]

STANDARDS: tuple[Standard, ...] = get_args(Standard)
COALITION_STANDARDS: tuple[CoalitionStandard, ...] = get_args(CoalitionStandard)
SIMULTANEOUS: tuple[Simultaneous, ...] = get_args(Simultaneous)
STRONG_STANDARDS: tuple[StrongStandard, ...] = get_args(StrongStandard)
UNKNOWN_STANDARDS: tuple[UnknownStandard, ...] = get_args(UnknownStandard)
FORMS: tuple[Form, ...] = get_args(Form)
LEVELS: tuple[Level, ...] = get_args(Level)
RESERVED = ("not", "and", "or", "implies", "iff", "true", "false")


def as_text(value: object) -> object:
    """Read a whole number or a date as the words it was written in; leave the rest alone."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | dt.date):
        return str(value)
    if isinstance(value, str) and any(steers(sign) for sign in value):
        raise PydanticCustomError("control", "holds a sign that cannot be shown")
    return value


def steers(sign: str) -> bool:
    """Whether a sign could steer a terminal: a control character other than a line end or a tab."""
    return unicodedata.category(sign) == "Cc" and sign not in "\n\t"


def as_list(value: object) -> object:
    """Let one item stand where a list may."""
    return [value] if isinstance(value, str | int) and not isinstance(value, bool) else value


def as_field(name: str, kind: Any) -> BeforeValidator:
    """Let a bare text stand for a mapping whose only entry is `name`."""

    def lift(value: object) -> object:
        return {name: value} if isinstance(value, str | int) and not isinstance(value, bool) else value

    return BeforeValidator(lift, json_schema_input_type=str | kind)


def as_number(value: object) -> object:
    """Refuse true and false where a number belongs."""
    if isinstance(value, bool):
        raise PydanticCustomError("float_type", "should be a number")
    return value


Number = Annotated[float, BeforeValidator(as_number), Field(allow_inf_nan=False)]
Text = Annotated[str, BeforeValidator(as_text)]
Id = Annotated[str, BeforeValidator(as_text), Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]
Texts = Annotated[
    tuple[Text, ...], BeforeValidator(as_list, json_schema_input_type=str | int | tuple[str | int, ...])
]
Standards = Annotated[
    tuple[Standard, ...],
    BeforeValidator(as_list, json_schema_input_type=Standard | tuple[Standard, ...]),
    Field(min_length=1),
]


class Frozen(BaseModel):
    """A value: it never changes, it compares by content, and it refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
