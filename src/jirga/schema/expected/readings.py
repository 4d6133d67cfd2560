"""Expectations of rival readings, of what an answer rests on, and of who could break what."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from jirga.schema.expected.base import Expected
from jirga.schema.expected.room import Share
from jirga.schema.words import Id, Text, Texts

Rung = Literal["nash", "gmr", "seq", "seq_best"]


class HoldsInReadings(Expected):
    """An outcome holds in a share of the readings that the file allows."""

    holds_in_readings: Text = Field(description="The outcome.")
    by: Rung = Field("gmr", description="The standard it holds by.")
    share: Annotated[tuple[Share, Share], Field(description="The least and the most share of readings.")]
    turns_on: Text = Field("", description="The want on which its verdict turns most; absent: whichever.")


class CouldBreak(Expected):
    """By what is in its own hands a party could break exactly these outcomes."""

    could_break: Texts = Field(description="The outcomes.")
    who: Id = Field(description="The party.")


class RestsOn(Expected):
    """Without this source an answer changes, and without any other none does."""

    rests_on: Text = Field(description="The source.")


READING_KINDS = {"holds_in_readings": HoldsInReadings, "could_break": CouldBreak, "rests_on": RestsOn}
