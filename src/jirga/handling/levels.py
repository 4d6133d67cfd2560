"""Handling levels: who may see what, and what each thing of a conflict inherits from what it cites."""

from __future__ import annotations

from dataclasses import dataclass

from jirga.schema.conflict import Conflict
from jirga.schema.levels import highest, may_see
from jirga.schema.wants import Cited
from jirga.schema.words import LEVELS, Level


@dataclass(frozen=True)
class Sight:
    """What of a conflict may be seen at a level.

    Attributes
    ----------
    conflict : Conflict
        The whole conflict.
    level : str
        Up to where.
    """

    conflict: Conflict
    level: Level

    @property
    def general(self) -> bool:
        """Whether what has no level of its own and cites nothing may be seen."""
        return may_see(self.level, self.conflict.handling)

    def source(self, name: str) -> Level:
        """Give the level of a source."""
        return self.conflict.sources[name].level or self.conflict.handling

    def passage(self, name: str, mark: str) -> Level:
        """Give the level of a passage: its own, but never below that of its source."""
        own = self.conflict.sources[name].passage_levels.get(mark, LEVELS[0])
        return highest([self.source(name), own])

    def cite(self, cite: str) -> Level:
        """Give the level of what rests on a citation; a source cited as a whole may be any of its passages.

        Notes
        -----
        A source that the conflict does not have is as strict as the strictest.
        """
        name, _, mark = cite.partition("#")
        if name not in self.conflict.sources:
            return LEVELS[-1]
        if mark:
            return self.passage(name, mark)
        return highest([self.source(name), *self.conflict.sources[name].passage_levels.values()])

    def shows(self, cite: str) -> bool:
        """Whether what a citation leads to may be seen: the source, and the passage if it names one."""
        name, _, mark = cite.partition("#")
        if name not in self.conflict.sources:
            return False
        return may_see(self.level, self.passage(name, mark) if mark else self.source(name))

    def of(self, cited: Cited, otherwise: Level | None = None) -> Level:
        """Give the level of something: its own; else the highest of what it cites; else what it stands in."""
        if cited.level is not None:
            return cited.level
        if cited.cite:
            return highest(self.cite(cite) for cite in cited.cite)
        return otherwise or self.conflict.handling

    def sees(self, cited: Cited, otherwise: Level | None = None) -> bool:
        """Whether something may be seen."""
        return may_see(self.level, self.of(cited, otherwise))
