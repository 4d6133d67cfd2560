"""The way to an outcome after a recipe that leaves it out of reach; and recipes as values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jirga.answer import phrases
from jirga.answer.stress.change_weights import as_written, firmness_of, red_lines
from jirga.answer.stress.guarantee_figures import way_figures
from jirga.answer.stress.guarantee_words import Way, after, way_section
from jirga.answer.stress.recipes import Unlocking
from jirga.schema.answer import Section
from jirga.stress.edits import Change
from jirga.stress.layout import made
from jirga.stress.unlock import Recipe

WAYS = 3


def ways_there(found: Unlocking) -> list[Section]:
    """Say who would have to go first after the first recipe that leaves the outcome out of reach."""
    shut = [way_of(found, one) for one in shut_recipes(found)]
    gaining = (one for one in shut if one.first is not None and one.first.better_at is not None)
    way = next(gaining, shut[0] if shut else None)
    if way is None:
        return []
    return [way_section(way, f"The way there, after {called(shut_recipes(found)[shut.index(way)].changes)}")]


def shut_recipes(found: Unlocking) -> list[Recipe]:
    """Give the first recipes after which the outcome cannot be got to, those of the file's variants first."""
    every = dict.fromkeys((*found.of_the_file(), *found.soft))
    return [one for one in every if found.got_to[id(one)] is False][:WAYS]


OTHER_WORDS = {
    "lift": "the rule is lifted",
    "rule": "the rule is added",
    "give_up": "the option is given up",
    "one_way": "the step becomes one-way",
    "reversible": "the step can be taken back",
}


def called(changes: Sequence[Change]) -> str:
    """Name some changes shortly."""
    said = [f"{one.want} changes" if one.want else OTHER_WORDS[one.kind] for one in changes]
    return phrases.listing(dict.fromkeys(said))


def way_of(found: Unlocking, recipe: Recipe) -> Way:
    """Look at the way to the outcome once a recipe's changes are made."""
    laid, conflict = found.board(recipe.changes), made(found.analysis.conflict, recipe.changes)
    row = laid.states.find(found.taken)
    assert conflict is not None  # noqa: S101
    assert row is not None  # noqa: S101
    return Way(after(found.analysis, conflict, laid), row, found.by)


def figures(found: Unlocking, *, already: bool) -> dict[str, Any]:
    """Give the recipes as JSON can hold them, each as edits that can stand in a variant."""
    told = {"outcome": found.outcome, "by": found.by, "changes": found.changes, "holds_already": already}
    if already:
        return told | {"recipes": []}
    return told | {
        "pool": len(found.found.pool),
        "tried": found.found.count.tried,
        "gone_through": found.found.count.through,
        "stopped": found.found.count.stopped,
        "recipes": [recipe_figures(found, one) for one in found.recipes],
        "with_the_way": [[as_written(change) for change in one.changes] for one in found.further],
    }


def recipe_figures(found: Unlocking, recipe: Recipe) -> dict[str, Any]:
    """Give one recipe: its edits, whose they are, and what stands against them."""
    conflict = found.analysis.conflict
    told: dict[str, Any] = {
        "edits": [as_written(one) for one in recipe.changes],
        "kinds": [one.kind for one in recipe.changes],
        "who": found.who(recipe),
        "wants": [one.want for one in recipe.changes],
        "variants": [one.variant for one in recipe.changes],
        "red_lines": red_lines(conflict, recipe.changes),
        "firmness": [firmness_of(conflict, one) for one in recipe.changes],
        "attainable": found.got_to[id(recipe)],
    }
    if recipe in shut_recipes(found):
        told["way"] = way_figures(way_of(found, recipe), found.taken)
    return told
