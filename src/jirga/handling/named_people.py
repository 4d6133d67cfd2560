"""Names of the register that may be seen: those with a level of their own, and what is said anyway."""

from __future__ import annotations

from collections.abc import Iterable

from jirga.handling.protected import Protected, Secret
from jirga.record.register import named
from jirga.schema.levels import may_see
from jirga.schema.record import Name
from jirga.schema.words import Level


class Spoken:
    """Everything that is said in what is kept."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.text = "\n".join(texts)

    def of(self, names: Iterable[str]) -> set[str]:
        """Give those of some names that are said."""
        return {one.text for one in Protected(tuple(Secret("name", name) for name in names)).found(self.text)}


def kept_names(names: Iterable[Name], level: Level, spoken: Spoken) -> tuple[Name, ...]:
    """Keep the names that may be seen.

    Notes
    -----
    Without a level of its own, a name stays as it is said in what is kept, alone: no other names, no note,
    and nothing of what it stands for; its id is made of that name.
    """
    names = list(names)
    said = spoken.of(own for one in names if one.level is None for own in (one.name, *one.aliases))
    kept = [one for one in names if one.level is not None and may_see(level, one.level)]
    there = {one.id for one in kept}
    whole = [one if one.into in there else one.model_copy(update={"into": ""}) for one in kept]
    bare = [
        named(one.kind, first)
        for one in names
        if one.level is None and (first := next((own for own in (one.name, *one.aliases) if own in said), ""))
    ]
    return (*whole, *bare)
