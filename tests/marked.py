"""Random conflicts with marks of strength and doubt, and what the marks mean, read straight off the file."""

from __future__ import annotations

from functools import cache
from itertools import combinations, product

from hypothesis import strategies as st

import brute
from conflicts import option_conflicts, state_conflicts
from jirga.conflict.formula import parse
from jirga.schema.conflict import Conflict, Party


@st.composite
def marked(
    draw: st.DrawFn, base: st.SearchStrategy[Conflict], *, strong: bool = True, unknown: bool = True
) -> Conflict:
    """A conflict with some wants and steps marked strong, some wants not known, some pairs unranked."""
    file = draw(base).model_dump(by_alias=True)
    yes = st.sampled_from([False, True])
    names = list(file["states"]) or named_states(draw, file)
    for party in file["parties"].values():
        for want in party["prefers"]:
            want["strongly"], want["unknown"] = strong and draw(yes), unknown and draw(yes)
        party["ranking"] = [
            {"over": tie, "strongly": strong and place > 0 and draw(yes)}
            for place, tie in enumerate(party["ranking"])
        ]
        pairs = list(combinations(names, 2))
        party["unranked"] = draw(st.lists(st.sampled_from(pairs), max_size=2)) if unknown and pairs else []
    return Conflict.model_validate(file)


def named_states(draw: st.DrawFn, file: dict) -> list[str]:
    """Name up to three states of a conflict by options."""
    atoms = [key for party in file["parties"].values() for key in party["options"]]
    chosen = st.lists(st.sampled_from(atoms), unique=True).map(lambda taken: tuple(sorted(taken)))
    taken = draw(st.lists(chosen, max_size=3, unique=True))
    file["outcomes"] = {f"o{place}": {"taken": list(one)} for place, one in enumerate(taken)}
    return list(file["outcomes"])


with_strength = marked(option_conflicts() | state_conflicts(), unknown=False)
with_doubts = marked(option_conflicts() | state_conflicts(), strong=False)
with_both = marked(option_conflicts() | state_conflicts())
unmarked_pairs = marked(option_conflicts(), strong=False).map(
    lambda conflict: conflict.model_copy(
        update={
            "parties": {
                name: party.model_copy(update={"unranked": ()}) for name, party in conflict.parties.items()
            }
        }
    )
)
"""Conflicts with unknown wants, and no pairs beside them."""


class Marks:
    """Strength and doubt of a conflict, want by want and pair by pair, on sets of states."""

    def __init__(self, conflict: Conflict) -> None:
        self.conflict, self.model = conflict, brute.told(conflict)
        self.parties = list(conflict.parties.values())

    @cache  # noqa: B019
    def deciding(self, who: int, one: frozenset, two: frozenset) -> int | None:
        """The place of the most important want true in exactly one of two states."""
        for place, want in enumerate(self.parties[who].prefers):
            formula = parse(want.want)
            if brute.true_in(formula, one) != brute.true_in(formula, two):
                return place
        return None

    def strongly(self, who: int, better: frozenset, worse: frozenset) -> bool:
        """Whether a party strongly prefers one state to another."""
        party = self.parties[who]
        if self.model.worth(who, better) <= self.model.worth(who, worse):
            return False
        if party.ranking:
            first, last = place_of(party, better), place_of(party, worse)
            return any(rung.strongly for rung in party.ranking[first + 1 : last + 1])
        place = self.deciding(who, better, worse)
        return place is not None and any(want.strongly for want in party.prefers[place:])

    def unknown(self, who: int, one: frozenset, two: frozenset) -> bool:
        """Whether it is not known which of two states a party prefers."""
        party = self.parties[who]
        known = {name: frozenset(outcome.taken) for name, outcome in self.conflict.outcomes.items()}
        known |= {name: frozenset([name]) for name in self.conflict.states}
        if {one, two} in [{known[name] for name in pair} for pair in party.unranked]:
            return one != two
        place = self.deciding(who, one, two)
        return place is not None and party.prefers[place].unknown

    def surely(self, who: int, better: frozenset, worse: frozenset) -> bool:
        """Whether a party is known to prefer one state to another."""
        return self.model.worth(who, better) > self.model.worth(who, worse) and not self.unknown(
            who, better, worse
        )


def place_of(party: Party, state: frozenset) -> int:
    """The place of a state in a ranking, from the best."""
    return next(place for place, rung in enumerate(party.ranking) if state & set(rung.over))


def settled(conflict: Conflict) -> list[Conflict]:
    """The conflict with each want that is not known held, or its contrary, in every combination."""
    open_wants = [want.id for party in conflict.parties.values() for want in party.prefers if want.unknown]
    found = []
    for held in product([True, False], repeat=len(open_wants)):
        answer, file = dict(zip(open_wants, held, strict=True)), conflict.model_dump(by_alias=True)
        for party in file["parties"].values():
            for want in party["prefers"]:
                want["unknown"] = False
                if not answer.get(want["id"], True):
                    want["want"] = f"not ({want['want']})"
        found.append(Conflict.model_validate(file))
    return found
