"""Whose yes settles an issue, and what those at the table may agree to."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from jirga.schema.wants import Cited, Watchable
from jirga.schema.words import Frozen, Id, Number, Text, Texts, as_field

Status = Literal["given", "refused", "unknown"]
Counted = Literal["all", "present", "votes"]


def as_share(value: Any) -> Any:
    """Read a share written as 0.55, 55 % or 2/3, and keep it as it was written."""
    written = str(value).replace(" ", "")
    try:
        share = Fraction(written.removesuffix("%")) / (100 if written.endswith("%") else 1)
    except (ValueError, ZeroDivisionError):
        share = Fraction(0)
    if isinstance(value, bool) or not 0 < share <= 1:
        raise PydanticCustomError("share", "should be a share above 0 and up to 1, as 2/3, 0.55 or 55 %")
    return written


Share = Annotated[str, BeforeValidator(as_share, json_schema_input_type=float | str)]
Weight = Annotated[Number, Field(ge=0)]


class Said(Frozen):
    """A consent rule, which may be put into words."""

    says: Text = Field("", description="The rule in words, as `needs ...` would continue.")


class AllOf(Said):
    """Every one of these must say yes."""

    all_of: tuple[AnyRule, ...] = Field(min_length=1, description="Members, bodies or rules.")


class AnyOf(Said):
    """One of these is enough, as where a second chamber's refusal can be overridden."""

    any_of: tuple[AnyRule, ...] = Field(min_length=1, description="Members, bodies or rules.")


class AtLeast(Said):
    """So many of these must say yes."""

    at_least: int = Field(ge=1, description="How many.")
    of: tuple[AnyRule, ...] = Field(min_length=1, description="Members, bodies or rules.")


class Quota(Said):
    """Members with weights must reach a quota."""

    quota: Number | None = Field(None, gt=0, description="The weight that is enough.")
    share: Share | None = Field(None, description="Instead: a share of the weight counted, as 2/3 or 55 %.")
    more_than: bool = Field(False, description="Whether the quota or share must be exceeded, not only met.")
    weights: dict[Text, Weight] = Field(min_length=1, description="What each member's or body's yes weighs.")
    counted: Counted = Field(
        "all", description="Of whom the share is: all members, those present, or those who vote yes or no."
    )
    quorum: Number | None = Field(
        None, gt=0, description="The weight that must be present for a decision at all."
    )

    @model_validator(mode="after")
    def one_measure(self) -> Self:
        """Refuse a rule with neither a quota nor a share, and one with both."""
        if (self.quota is None) == (self.share is None):
            raise PydanticCustomError("quota", "needs either `quota` or `share`")
        return self


class Unless(Said):
    """These can block it together, if so many of them refuse."""

    blocked_by: int = Field(ge=1, description="How many refusals block.")
    of: tuple[AnyRule, ...] = Field(min_length=1, description="Members, bodies or rules.")


class Member(Frozen):
    """A party, a body or a person, by name."""

    name: Text = Field(description="A party's id, a body's name, or a member's own name.")


RULES: dict[str, type[Frozen]] = {
    "all_of": AllOf,
    "any_of": AnyOf,
    "at_least": AtLeast,
    "weights": Quota,
    "blocked_by": Unless,
    "name": Member,
}
KINDS = ", ".join(key for key in RULES if key != "name")


def as_rule(value: Any) -> Any:
    """Let a name stand for a member, and a list for all of its items."""
    if isinstance(value, list):
        return {"all_of": value}
    return {"name": value} if isinstance(value, str | int) and not isinstance(value, bool) else value


def kind_of_rule(value: Any) -> str | None:
    """Name the kind of a rule by the key that only it has."""
    if isinstance(value, dict):
        return next((RULES[key].__name__ for key in RULES if key in value), None)
    return type(value).__name__


AnyRule = Annotated[
    Annotated[
        Annotated[AllOf, Tag("AllOf")]
        | Annotated[AnyOf, Tag("AnyOf")]
        | Annotated[AtLeast, Tag("AtLeast")]
        | Annotated[Quota, Tag("Quota")]
        | Annotated[Unless, Tag("Unless")]
        | Annotated[Member, Tag("Member")],
        Discriminator(
            kind_of_rule,
            custom_error_type="unknown_kind",
            custom_error_message=f"a consent rule is a name, a list of names, or one of: {KINDS}",
        ),
    ],
    BeforeValidator(as_rule, json_schema_input_type=str | list[Any] | dict[str, Any]),
]


class Reply(Cited):
    """What somebody whose yes is needed has said so far."""

    status: Status = Field(description="given, refused or unknown; unknown is not no.")


class Consent(Watchable):
    """Whose yes settles an issue or the whole deal, and who can carry it out."""

    needs: AnyRule | None = Field(None, description="The effective rule: whose yes it really needs.")
    formal: AnyRule | None = Field(None, description="The rule as written, where it is another one.")
    answers: dict[Text, Annotated[Reply, as_field("status", Reply)]] = Field(
        default_factory=dict, description="What is known of their answers; who is not here: unknown."
    )
    delivers: Texts | None = Field(
        None, description="The parties that together can carry out what is agreed; []: nobody can."
    )
    influences: Texts = Field((), description="Parties that cannot deliver but can press those who do.")


class Approval(Cited):
    """A yes that somebody at the table must have from behind them."""

    of: Text = Field(description="Who must approve: a party, a body or a person.")
    what: Text = Field("", description="What is to be approved, as terms of reference.")
    status: Status = Field("unknown", description="Whether it is given; unknown is not no.")


class Limit(Frozen):
    """How far a mandate reaches on one issue."""

    min: Number | None = Field(None, ge=0, le=100, description="The least it may agree to.")
    max: Number | None = Field(None, ge=0, le=100, description="The most it may agree to.")


class Mandate(Cited):
    """What somebody may agree to, and for whom."""

    who: Text = Field(description="Who speaks: a person, an office or a body.")
    speaks_for: Id | None = Field(None, description="The party it speaks for.")
    reports_to: Text | None = Field(None, description="Who stands behind it in the chain: another `who`.")
    at_table: bool = Field(False, description="Whether it sits at the table.")
    may_agree: tuple[Id, ...] | dict[Id, Limit] | None = Field(
        None, description="The issues it may agree to, or how far on each; absent: not stated."
    )
    promises: tuple[Id, ...] = Field((), description="The issues on which it is promising a result.")
    approvals: tuple[Approval, ...] = Field((), description="The approvals it needs.")
