"""Random views for the laws, and what follows from them straight from the definitions, with sets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from hypothesis import strategies as st

import brute
from conflicts import conflicts, formulas
from jirga.conflict.file import numbered
from jirga.schema.conflict import Conflict


@st.composite
def views_of(draw: st.DrawFn, conflict: Conflict, party: str) -> dict:
    """A view of one party: others' wants changed, rules added or lifted, states not seen."""
    others = {name: one for name, one in conflict.parties.items() if name != party}
    ids = [want.id for one in others.values() for want in one.prefers]
    any_formula, edits = formulas(list(conflict.atoms)), []
    for want in draw(st.lists(st.sampled_from(ids), max_size=2, unique=True)) if ids else []:
        kinds = [{"drop": want}, {"move": want}, {"replace": want, "with": draw(any_formula)}]
        edits.append(draw(st.sampled_from(kinds)))
    open_to_wants = [name for name, one in others.items() if not (one.weights or one.ranking)]
    if open_to_wants and draw(st.booleans()):
        edits.append({"insert": {"want": draw(any_formula)}, "party": draw(st.sampled_from(open_to_wants))})
    for rule in sorted({rule.when for rule in conflict.impossible}):
        edits += [{"possible": rule}] if draw(st.integers(0, 3)) == 0 else []
    if not conflict.by_states and draw(st.integers(0, 3)) == 0:
        edits.append({"one_way": draw(st.sampled_from(["", "not "])) + draw(st.sampled_from(conflict.atoms))})
    for option in sorted({line.removeprefix("not ") for line in conflict.one_way}):
        edits += [{"reversible": option}] if draw(st.booleans()) else []
    if draw(st.integers(0, 3)) == 0:
        edits.append({"impossible": draw(any_formula)})
    return {"edits": edits, "unseen": draw(st.lists(any_formula, max_size=1))}


@st.composite
def viewed_conflicts(draw: st.DrawFn) -> Conflict:
    """A random conflict in which one party or more has a view."""
    conflict = draw(conflicts)
    have = draw(st.lists(st.sampled_from(list(conflict.parties)), min_size=1, unique=True))
    views = {name: draw(views_of(conflict, name)) for name in have}
    if draw(st.booleans()):
        hidden = draw(formulas(list(conflict.atoms)))
        views = {name: views.get(name, {}) | {"unseen": [hidden]} for name in conflict.parties}
    return numbered(Conflict.model_validate(conflict.model_dump(by_alias=True) | {"views": views}))


def believed(conflict: Conflict, party: str) -> Conflict:
    """The conflict of a view, its lines written into the file by hand."""
    file = conflict.model_dump(by_alias=True, exclude_unset=True) | {"views": {}}
    view = conflict.views.get(party)
    for edit in view.edits if view else ():
        said = edit.model_dump(by_alias=True, exclude_unset=True)
        for one in file["parties"].values():
            wants = list(one.get("prefers", ()))
            named = [want for want in wants if want["id"] in (said.get("drop"), said.get("move"))]
            wants = [want for want in wants if want not in named] + (named if "move" in said else [])
            one["prefers"] = [
                want | {"want": said["with"]} if want["id"] == said.get("replace") else want for want in wants
            ]
        if "insert" in said:
            file["parties"][said["party"]]["prefers"] += [said["insert"] | {"id": "believed"}]
        if "possible" in said:
            file["impossible"] = [rule for rule in file["impossible"] if rule["when"] != said["possible"]]
        if "impossible" in said:
            file["impossible"] = [*file.get("impossible", ()), {"when": said["impossible"]}]
        if "reversible" in said:
            kept = [line for line in file["one_way"] if line.removeprefix("not ") != said["reversible"]]
            file["one_way"] = kept
        if "one_way" in said:
            file["one_way"] = [*file.get("one_way", ()), said["one_way"]]
    unseen = [{"when": one.when} for one in (view.unseen if view else ())]
    file["impossible"] = [*file.get("impossible", ()), *unseen]
    return Conflict.model_validate(file)


@dataclass(frozen=True)
class Seen:
    """A conflict as it is and as every party sees it, as sets."""

    conflict: Conflict

    @cached_property
    def truth(self) -> brute.Told:
        """The conflict as it is."""
        return brute.told(self.conflict)

    @cached_property
    def views(self) -> list[brute.Told]:
        """The conflict as each party sees it."""
        return [brute.told(believed(self.conflict, name)) for name in self.conflict.parties]

    def sees(self, party: int, state: frozenset) -> bool:
        """Whether a state is in a party's picture."""
        return state in self.views[party].states

    def stays(self, viewer: int, party: int, state: frozenset, concept: str) -> bool:
        """Whether one party stays in a state, as another sees it."""
        told = self.views[viewer]
        if not self.sees(viewer, state):
            return False
        return brute.stable(concept, party, state, told.parties, told.moves, told.worth)

    def holds(self, state: frozenset, concept: str) -> bool:
        """Whether every party stays as it sees the conflict itself."""
        return all(self.stays(who, who, state, concept) for who in self.truth.parties)

    def standing(self, state: frozenset, concept: str) -> str:
        """Steady, unsteady, stealthy or no."""
        who = list(self.truth.parties)
        seeing = [one for one in who if self.sees(one, state)]
        if not seeing or not all(self.stays(one, one, state, concept) for one in seeing):
            return "no"
        if len(seeing) < len(who):
            return "stealthy"
        expected = all(self.stays(viewer, one, state, concept) for viewer in who for one in who)
        return "steady" if expected else "unsteady"

    def gains(self, party: int, state: frozenset) -> set[frozenset]:
        """Where a party gains by a move that there is and that it sees."""
        if not self.sees(party, state):
            return set()
        return self.truth.better(party, state) & self.views[party].better(party, state)

    def followed(self, start: frozenset) -> set[frozenset]:
        """Every state that single such moves lead to."""
        return set(
            brute.distances(
                start, lambda here: set().union(*(self.gains(p, here) for p in self.truth.parties))
            )
        )

    def surprises(self, start: frozenset) -> Iterator[tuple[int, int, frozenset, frozenset]]:
        """Who is surprised by whose move from a state, and where it leads."""
        for mover in self.truth.parties:
            for end in self.gains(mover, start):
                for party in self.truth.parties:
                    if self.sees(party, start) and not self.sees(party, end):
                        yield party, mover, start, end
