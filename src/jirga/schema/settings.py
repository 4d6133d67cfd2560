"""What a case may set for itself; nothing secret stands there."""

from __future__ import annotations

from pydantic import Field

from jirga.schema.words import Frozen, Level, Text


class EndpointSettings(Frozen):
    """Another reader that `jirga read --endpoint` asks; its key comes from the environment only."""

    base_url: Text = Field(description="Where it is, as http://127.0.0.1:8080/v1.")
    model: Text = Field(description="Which model it runs.")
    up_to: Level | None = Field(
        default=None,
        description="The highest level of documents sent there: red if it is this machine, else clear.",
    )


class Settings(Frozen):
    """The settings of a case."""

    endpoint: EndpointSettings | None = Field(
        default=None, description="Another reader; without it nothing is ever sent anywhere."
    )
