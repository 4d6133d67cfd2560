"""Expectations of room for a deal: zones, gaps, how often a package is open, linkages that never follow."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from jirga.schema.expected.base import Expected, Ids
from jirga.schema.words import Number, Text

Pair = tuple[Number, Number]
Share = Annotated[Number, Field(ge=0, le=1)]


class RoomOn(Expected):
    """An issue has room at the likeliest values, from one place to another."""

    room: Text = Field(description="The issue.")
    zone: Pair = Field(description="The least and the most that everybody needed accepts.")


class GapOn(Expected):
    """The red lines on an issue are so far apart at the likeliest values."""

    gap: Text = Field(description="The issue.")
    points: Number = Field(alias="is", gt=0, description="How far, in points.")
    between: Ids = Field((), description="The two parties that bind it; absent: whoever.")


class OpenShare(Expected):
    """A package has room in a share of the draws over the stated ranges."""

    open: Text = Field(description="The package, or an issue by itself.")
    share: tuple[Share, Share] = Field(description="The least and the most share of draws.")


class NeverFires(Expected):
    """The condition of a linkage is out of reach in every draw."""

    never_fires: Text = Field(description="The linkage's id.")


ROOM_KINDS = {"room": RoomOn, "gap": GapOn, "open": OpenShare, "never_fires": NeverFires}
