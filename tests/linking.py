"""Random pairs of tables that share a party, and what linking them means, straight from the definition."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from hypothesis import strategies as st

import brute
from conflicts import formulas
from jirga.conflict.file import numbered
from jirga.schema.conflict import Conflict
from jirga.schema.linked import Linked

TABLES = ("one", "two")


@st.composite
def tables(draw: st.DrawFn, *, sizes: tuple[int, ...] = (1, 2), rules: bool = True) -> dict[str, Conflict]:
    """Two tables: a party c at both with one or two options at each, and one or two local parties."""
    made = {}
    for table, letters in zip(TABLES, ("abcd", "pqrs"), strict=True):
        counts = draw(
            st.lists(st.sampled_from(sizes), min_size=2, max_size=3).filter(lambda all_: sum(all_) < 4)
        )
        owners = ["c", f"l{table}", f"m{table}"][: len(counts)]
        atoms, parties = list(letters[: sum(counts)]), {}
        for number, owner in enumerate(owners):
            own = [atoms[sum(counts[:number]) + place] for place in range(counts[number])]
            parties[owner] = {"name": owner, "options": dict.fromkeys(own, "x")}
            parties[owner] |= draw(orders(atoms))
        made[table] = numbered(
            Conflict.model_validate(
                {
                    "title": table,
                    "parties": parties,
                    "status_quo": [],
                    "one_way": draw(st.lists(st.sampled_from(atoms), max_size=1)),
                    "impossible": draw(st.lists(formulas(atoms), max_size=1)) if rules else [],
                    "outcomes": {"nothing": []},
                }
            )
        )
    return made


def orders(atoms: list[str]) -> st.SearchStrategy[dict[str, object]]:
    """What a party wants: a few wants, or weights."""
    wants = st.lists(formulas(atoms), max_size=3).map(lambda found: {"prefers": found})
    weights = st.dictionaries(st.sampled_from(atoms), st.integers(-2, 2), min_size=1)
    return wants | weights.map(lambda found: {"weights": found})


def linked(first: str, **more: object) -> Linked:
    """What a file says that links the tables."""
    files = {table: f"{table}.yaml" for table in TABLES}
    return Linked.model_validate({"title": "t", "tables": files, "shared": "c", "first": first} | more)


@dataclass(frozen=True)
class Product:
    """Two local models as one, from the definition: a state is a pair of the tables' states.

    A local party moves and cares only in its part. The common party moves in either part, or in both,
    and compares first the part it puts first, then the other.
    """

    parts: dict[str, brute.Told]
    first: str
    states: list[tuple[frozenset, frozenset]]

    @property
    def parties(self) -> list[str]:
        """The parties by name, the common one once."""
        return list(dict.fromkeys(name for part in self.parts.values() for name in part.conflict.parties))

    def seat(self, party: str, table: str) -> int | None:
        """The number of a party at a table, if it sits there."""
        names = list(self.parts[table].conflict.parties)
        return names.index(party) if party in names else None

    def moves(self, party: str, here: tuple[frozenset, frozenset]) -> set:
        """Where a party can move."""
        ways = []
        for table, part in zip(TABLES, here, strict=True):
            seat = self.seat(party, table)
            ways.append({part} | (self.parts[table].moves(seat, part) if seat is not None else set()))
        return {there for there in product(*ways) if there != here} & set(self.states)

    def worth(self, party: str, here: tuple[frozenset, frozenset]) -> tuple[int, ...]:
        """What a state is worth to a party, most important part first."""
        worths = {
            table: self.parts[table].worth(seat, part)
            for table, part in zip(TABLES, here, strict=True)
            if (seat := self.seat(party, table)) is not None
        }
        return tuple(worths[table] for table in sorted(worths, key=lambda one: one != self.first))


def product_of(made: dict[str, Conflict], first: str, forbidden: object = None) -> Product:
    """Put two tables together; `forbidden` says of a pair of states whether a rule across forbids it."""
    parts = {table: brute.told(conflict) for table, conflict in made.items()}
    pairs = product(*(parts[table].states for table in TABLES))
    return Product(parts, first, [pair for pair in pairs if not (callable(forbidden) and forbidden(pair))])


def taken(pair: tuple[frozenset, frozenset]) -> list[str]:
    """What is taken in a pair of states, by the names of the whole."""
    return [f"{table}_{key}" for table, part in zip(TABLES, pair, strict=True) for key in sorted(part)]
