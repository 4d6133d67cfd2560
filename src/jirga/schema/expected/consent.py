"""Expectations of consent rules and mandates: what passes, who can block it, who can deliver what."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from jirga.schema.expected.base import Expected
from jirga.schema.words import Id, Text, Texts

Chain = Literal["effective", "formal"]


class Vote(Expected):
    """What an expectation of a vote may say besides."""

    rule: Chain = Field("effective", description="The effective rule (`needs`) or the formal one.")
    absent: Texts = Field((), description="Who is not there.")
    abstaining: Texts = Field((), description="Who is there and does not vote.")


class Passes(Vote):
    """An issue or the deal passes."""

    passes: Text = Field(description="The issue, or `deal`.")
    in_favour: Texts | None = Field(
        None, alias="with", description="Who says yes, all others no; absent: everybody there."
    )
    without: Texts = Field((), description="Who says no.")


class Fails(Vote):
    """An issue or the deal does not pass."""

    fails: Text = Field(description="The issue, or `deal`.")
    in_favour: Texts | None = Field(
        None, alias="with", description="Who says yes, all others no; absent: everybody there."
    )
    without: Texts = Field((), description="Who says no.")


class Blocks(Vote):
    """Some can block an issue together, and none of them can be spared."""

    blocks: Texts = Field(min_length=1, description="Who says no; everybody else says yes.")
    on: Text = Field("deal", description="The issue, or `deal`.")


class DeliveredBy(Expected):
    """Some parties can by themselves deliver exactly these issues."""

    delivered_by: tuple[Id, ...] = Field(min_length=1, description="The parties.")
    issues: tuple[Id, ...] = Field(description="The issues.")
