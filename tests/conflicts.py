"""Random conflicts for the laws: small, and with everything a file may hold."""

from __future__ import annotations

from hypothesis import strategies as st

from jirga.conflict.file import numbered
from jirga.schema.conflict import Conflict

LETTERS = "abcdefgh"


def formulas(atoms: list[str]) -> st.SearchStrategy[str]:
    """Formulas over some atoms, in words and in symbols."""
    return st.recursive(
        st.sampled_from(atoms) | st.sampled_from(atoms).map("not {}".format),
        lambda inner: st.builds(
            "({} {} {})".format, inner, st.sampled_from(["and", "or", "implies", "iff", "&", "->"]), inner
        ),
        max_leaves=4,
    )


@st.composite
def option_conflicts(draw: st.DrawFn) -> Conflict:
    """Two to four parties with one to three options each, wants or weights, rules and one-way options."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=2, max_size=4).filter(lambda all_: sum(all_) <= 6))
    atoms, parties = list(LETTERS[: sum(sizes)]), {}
    for number, size in enumerate(sizes):
        own = [atoms[sum(sizes[:number]) + place] for place in range(size)]
        parties[f"p{number}"] = {"name": f"P{number}", "options": dict.fromkeys(own, "x")} | draw(
            st.lists(formulas(atoms), min_size=0, max_size=4).map(lambda wants: {"prefers": wants})
            | st.dictionaries(st.sampled_from(atoms), st.integers(-2, 2), min_size=1).map(
                lambda weights: {"weights": weights}
            )
        )
    rules = draw(st.lists(st.lists(st.sampled_from(atoms), min_size=1, max_size=3, unique=True), max_size=2))
    impossible = [" and ".join(draw(st.sampled_from(["", "not "])) + atom for atom in rule) for rule in rules]
    one_way = [
        draw(st.sampled_from(["", "not "])) + atom
        for atom in draw(st.lists(st.sampled_from(atoms), max_size=3, unique=True))
    ]
    return numbered(
        Conflict.model_validate(
            {"title": "t", "parties": parties, "impossible": impossible, "one_way": one_way, "status_quo": []}
        )
    )


@st.composite
def state_conflicts(draw: st.DrawFn) -> Conflict:
    """Two to four parties on two to seven named states, with any arcs and any weak orders."""
    states = [str(number) for number in range(draw(st.integers(2, 7)))]
    parties = {}
    for number in range(draw(st.integers(2, 4))):
        targets = st.lists(st.sampled_from(states), max_size=3, unique=True)
        heights = draw(st.lists(st.integers(0, 3), min_size=len(states), max_size=len(states)))
        ties = [[s for s, h in zip(states, heights, strict=True) if h == height] for height in (3, 2, 1, 0)]
        parties[f"p{number}"] = {
            "name": f"P{number}",
            "moves": draw(st.dictionaries(st.sampled_from(states), targets, max_size=len(states))),
            "ranking": [tie for tie in ties if tie],
        }
    return Conflict.model_validate(
        {"title": "t", "states": states, "parties": parties, "status_quo": states[0]}
    )


conflicts = option_conflicts() | state_conflicts()
