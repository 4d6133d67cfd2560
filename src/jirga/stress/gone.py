"""What goes when some citations are left out, collected on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from jirga.schema.wants import Cited, Want


@dataclass
class Gone:
    """What goes, collected on the way.

    Attributes
    ----------
    cites : frozenset of str
        The citations left out.
    wants : list of Want
        The wants that go.
    others : list of str
        What else goes, as "position of kp on channel".
    rules : list of str
        The issues, or `deal`, whose rule of consent goes.
    unsaid : list of (str, str)
        What else of the talks goes: a mandate, by who has it; an approval or an answer, by whose.
    """

    cites: frozenset[str]
    wants: list[Want] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    unsaid: list[tuple[str, str]] = field(default_factory=list)

    def goes(self, one: Cited) -> bool:
        """Whether everything that something cites is left out; what cites nothing stays."""
        return bool(one.cite) and all(cite in self.cites for cite in one.cite)

    def kept(self, some: Iterable[Any], name: Callable[[Any], str]) -> tuple[Any, ...]:
        """Keep what does not go, and note what does."""
        stay = []
        for one in some:
            if self.goes(one):
                self.others.append(name(one))
            else:
                stay.append(one)
        return tuple(stay)
