"""One conflict, and every question it can be asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from jirga.api.changing import Changing
from jirga.api.dealing import Dealing
from jirga.api.holding import Holding
from jirga.errors import UnknownName, about


@dataclass(frozen=True, eq=False, repr=False)
class Conflict(Holding, Dealing, Changing):
    """A conflict, frozen: what its file says, and the questions it can be asked.

    Parameters
    ----------
    file : ConflictFile
        The file it was read from.
    named : str, optional
        The variant of it that is meant.
    largest : int
        The largest number of parties that move together.

    Examples
    --------
    >>> import jirga
    >>> truce = jirga.example("ttp_pakistan_2021").solve().outcomes["truce"]
    >>> truce.holds["nash"], truce.holds["seq"], truce.leaves["nash"]
    (False, True, ('pakistan',))
    """

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Conflict) and self.model == other.model

    def __hash__(self) -> int:
        return hash(self.model.title)

    def __repr__(self) -> str:
        named = f", variant {self.named!r}" if self.named else ""
        return f"<Conflict {self.model.title!r}{named}>"

    def _repr_html_(self) -> str:
        return self.solve()._repr_html_()

    def variant(self, name: str) -> Conflict:
        """Look at a variant."""
        with about(self.file.name):
            if name not in self.file.conflict.variants:
                raise UnknownName("variant", name, self.file.conflict.variants)
        return replace(self, named=name)

    def together(self, largest: int) -> Conflict:
        """Let up to so many parties move together, instead of three."""
        return replace(self, largest=largest)

    def save(self, path: str | Path) -> None:
        """Write the file, with its comments and order."""
        self.file.write(path)
