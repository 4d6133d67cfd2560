"""A table's conflict in the names of the whole: TABLE_OPTION, TABLE.WANT, its parties as all call them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from jirga.conflict.formula import MAX_LENGTH, Formula, parse
from jirga.conflict.preferences import party_ranks
from jirga.conflict.states import Codes, possible_states
from jirga.errors import TooLarge
from jirga.schema.conflict import Conflict, Impossible, Option, Party
from jirga.schema.wants import Cited, Reading, Want


@dataclass(frozen=True)
class Names:
    """What a table's names become.

    Attributes
    ----------
    table : str
        The table.
    parties, sources : mapping of str to str
        The party, or the source, in the whole that each of the table's is.
    """

    table: str
    parties: Mapping[str, str]
    sources: Mapping[str, str]

    def option(self, key: str) -> str:
        """Give an option's name."""
        return f"{self.table}_{key}"

    def formula(self, text: str) -> str:
        """Write a formula in the names of the whole.

        >>> Names("home", {}, {}).formula("jirga -> backing")
        'home_jirga implies home_backing'
        """
        self.refuse_long(text)
        written = str(self.renamed(parse(text)))
        self.refuse_long(written)
        return written

    def refuse_long(self, text: str) -> None:
        """Stop where a formula would be longer than one may be."""
        if len(text) > MAX_LENGTH:
            what = f"a want at the table {self.table!r} has {len(text):,} characters once it is linked"
            raise TooLarge(what, "write that party's ranking as a few wants, or split the want")

    def renamed(self, formula: Formula) -> Formula:
        """Rename the atoms of a formula."""
        if formula.op == "atom":
            return replace(formula, name=self.option(formula.name))
        return replace(formula, parts=tuple(map(self.renamed, formula.parts)))

    def cites(self, cited: Cited) -> tuple[str, ...]:
        """Give the citations of something, by the sources' names in the whole."""
        parts = (cite.partition("#") for cite in cited.cite)
        return tuple(f"{self.sources.get(source, source)}{sign}{mark}" for source, sign, mark in parts)

    def line(self, line: str) -> str:
        """Rename a line of `one_way`."""
        *words, option = line.split()
        return " ".join([*words, self.option(option)])


def renamed_party(conflict: Conflict, name: str, names: Names, *, as_wants: bool) -> Party:
    """Give a table's party in the names of the whole.

    Parameters
    ----------
    as_wants : bool
        Whether weights become wants, too, so that an order at another table can go before or after.

    Notes
    -----
    A ranking is of the table's states and always becomes wants: "one of the best", "one of the best or
    the next best", and so on, which rank the states the same.
    """
    party = conflict.parties[name]
    wants = party.prefers
    if party.ranking or (party.weights and as_wants):
        wants = ordered_wants(conflict, name)
    weights = {} if as_wants else {names.option(key): weight for key, weight in party.weights.items()}
    options = {names.option(key): placed(option, key, names.table) for key, option in party.options.items()}
    changed = {
        "options": options,
        "prefers": tuple(renamed_want(want, names) for want in wants),
        "ranking": (),
        "weights": weights,
        "cite": names.cites(party),
    }
    return party.model_copy(update=changed)


def placed(option: Option, key: str, table: str) -> Option:
    """Say at which table an option is taken."""
    says = option.says or f"take {key!r}"
    undo = option.undo or f"no longer {says}"
    return option.model_copy(update={"says": f"{says} ({table})", "undo": f"{undo} ({table})"})


def renamed_want(want: Want, names: Names) -> Want:
    """Give a want in the names of the whole; how it is known stays.

    Its places are those in the order of its own table, and its signs speak of that table's file: both go.
    """
    changed = {
        "want": names.formula(want.want),
        "id": f"{names.table}.{want.id}",
        "cite": names.cites(want),
        "readings": tuple(renamed_reading(one, names) for one in want.readings),
        "places": None,
        "indicators": (),
    }
    return want.model_copy(update=changed)


def renamed_reading(reading: Reading, names: Names) -> Reading:
    """Give a rival reading of a want in the names of the whole."""
    changed = {"want": names.formula(reading.want), "cite": names.cites(reading)}
    return reading.model_copy(update=changed)


def renamed_rule(rule: Impossible, names: Names) -> Impossible:
    """Give a rule in the names of the whole; its signs speak of its own table's file, and go."""
    changed = {"when": names.formula(rule.when), "cite": names.cites(rule), "indicators": ()}
    return rule.model_copy(update=changed)


def ordered_wants(conflict: Conflict, name: str) -> tuple[Want, ...]:
    """Write a ranking or weights as wants: a state among the best, among the best two classes, ..."""
    party = conflict.parties[name]
    states = possible_states(conflict)
    rank = party_ranks(conflict, party, states)
    told = tuple(party.weights) if party.weights else states.atoms
    mask = sum(1 << states.bit[atom] for atom in told)
    found = []
    for place, height in enumerate(sorted(set(rank.tolist()), reverse=True)[:-1], start=1):
        above, below = (np.unique(states.codes[where] & mask) for where in (rank >= height, rank < height))
        formula = one_of(above, told, states.bit) if len(above) <= len(below) else ""
        formula = formula or f"not ({one_of(below, told, states.bit)})"
        found.append(Want.model_validate({"want": formula, "id": f"{name}.{place}"} | known(party)))
    return tuple(found)


def known(party: Party) -> dict[str, Any]:
    """Say how a ranking or weights are known, for each want they become."""
    way = "weights put" if party.weights else "ranking puts"
    why = f"its {way} that higher" + (f": {party.why}" if party.why else "")
    return {"basis": party.basis, "cite": party.cite, "quote": party.quote, "why": why}


def one_of(codes: Codes, told: Iterable[str], bit: Mapping[str, int]) -> str:
    """Write a formula that is true where some options are as in one of some codes."""
    told = tuple(told)
    return " or ".join(
        f"({' and '.join(atom if code >> bit[atom] & 1 else f'not {atom}' for atom in told)})"
        for code in codes.tolist()
    )
