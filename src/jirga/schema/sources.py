"""Sources of a conflict file: where something was said, the exact words, and who may see them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from jirga.schema.words import Frozen, Level, Text


class Marked(Frozen):
    """A passage that is not seen by whoever sees its source."""

    text: Text = Field(description="The exact words.")
    level: Level | None = Field(default=None, description="Who may see it; absent: who may see the source.")


def words_alone(value: Any) -> Any:
    """Take from each passage its words; its level was taken before."""
    if not isinstance(value, dict):
        return value
    return {mark: one["text"] if is_marked(one) else one for mark, one in value.items()}


def is_marked(value: Any) -> bool:
    """Whether a passage is written as its words with a level beside them."""
    return isinstance(value, dict) and "text" in value and set(value) <= {"text", "level"}


class Source(Frozen):
    """Where something was said."""

    title: Text = Field(description="What the source is called.")
    by: Text = Field(default="", description="Who wrote or published it.")
    date: Text = Field(default="", description="When, as precisely as it is known.")
    address: Text = Field(default="", description="Where it can be found.")
    note: Text = Field(default="", description="Anything a reader should know about it.")
    passages: Annotated[
        dict[Text, Text], BeforeValidator(words_alone, json_schema_input_type=dict[str, str | Marked])
    ] = Field(default_factory=dict, description="The exact words of each passage that is cited, by its mark.")
    speakers: dict[Text, Text] = Field(
        default_factory=dict, description="Who speaks in a passage, by its mark; absent: the source itself."
    )
    retracted: Text = Field(default="", description="Why nothing should rest on it any more.")
    retracted_passages: dict[Text, Text] = Field(
        default_factory=dict, description="Why nothing should rest on some of its passages, by their marks."
    )
    level: Level | None = Field(
        default=None, description="Who may see it: clear, green, amber or red; absent: the file's `handling`."
    )
    passage_levels: dict[Text, Level] = Field(
        default_factory=dict,
        description="Who may see some of its passages, by their marks; or write a passage as {text, level}.",
    )

    @model_validator(mode="before")
    @classmethod
    def with_levels(cls, value: Any) -> Any:
        """Take the levels that stand beside the words of passages."""
        passages = value.get("passages") if isinstance(value, dict) else None
        if not isinstance(passages, dict):
            return value
        found = {mark: one["level"] for mark, one in passages.items() if is_marked(one) and one.get("level")}
        said = value.get("passage_levels") or {}
        if not found or not isinstance(said, dict):
            return value
        for mark, level in found.items():
            if said.get(mark, level) != level:
                raise PydanticCustomError("level", "gives the passage {mark} two levels", {"mark": mark})
        return {**value, "passage_levels": {**said, **found}}
