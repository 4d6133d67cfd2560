"""A declared scope, and what comes of comparing a figure with event data within it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from jirga.schema.words import Frozen, Text, Texts

Verdict = Literal["consistent", "differs", "outside-range", "not-comparable"]
DeadGroup = Literal["side-a", "side-b", "civilians", "unknown"]


class Scope(Frozen):
    """What a figure counts, said by a person in the words of the set it is to be compared with."""

    name: Text = Field(description="What to call it, as PICSS militant attacks.")
    includes: Texts = Field(default=(), description="The set's types of event that the figure counts.")
    excludes: Texts = Field(
        default=(), description="What it leaves out, in words; that makes it not comparable."
    )
    lethal_only: bool | None = Field(
        default=None, description="Whether it counts only events in which somebody died; null is not said."
    )
    sides: Texts = Field(default=(), description="The set's actors on whom it counts; all if left out.")
    territory: Texts = Field(default=(), description="The set's places that make up the figure's place.")
    groups: tuple[DeadGroup, ...] = Field(
        default=(), description="Whose deaths it counts; all the dead if left out."
    )
    all_dead: bool = Field(default=False, description="Whether it counts the dead of every group.")
    note: Text = Field(default="", description="Why these are the same.")


class Check(Frozen):
    """A figure beside what event data give for the same, or why they cannot be put beside each other."""

    verdict: Verdict = Field(description="consistent, differs, outside-range or not-comparable.")
    explanation: str = Field(description="Why, in a sentence or more.")
    against: str = Field(description="The set and its release.")
    sha256: str = Field(description="The digest of the set's file.")
    scope: str = Field(default="", description="The scope's name.")
    low: int | None = Field(default=None, description="The least that the set allows.")
    best: int | None = Field(default=None, description="The set's best number.")
    high: int | None = Field(default=None, description="The most that the set allows.")
