"""A set of labels: what parties and things are called for one audience."""

from __future__ import annotations

from collections.abc import Container

from pydantic import Field

from jirga.schema.words import Frozen, Id, Text


class PartyLabel(Frozen):
    """What one party is called."""

    name: Text = Field(description="Its name as this audience should see it.")
    short: Text = Field("", description="A shorter name; the name itself when absent.")


class Labels(Frozen):
    """What parties and things are called for one audience; quotations keep the source's own words."""

    says: Text = Field("", description="What the set is called, as a brief's foot will name it.")
    parties: dict[Id, PartyLabel] = Field(default_factory=dict, description="Names of parties, by their ids.")
    words: dict[Text, Text] = Field(
        default_factory=dict, description="Other words to say, by those that the file uses."
    )

    def only(self, parties: Container[str]) -> Labels:
        """Give the labels of some parties, as those that a copy still has."""
        kept = {name: one for name, one in self.parties.items() if name in parties}
        return self.model_copy(update={"parties": kept})
