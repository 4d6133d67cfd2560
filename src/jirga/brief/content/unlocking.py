"""What would unlock a deal, and who would have to go first."""

from __future__ import annotations

from collections.abc import Iterator

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.stress.guarantee_words import Way, at_one_moment
from jirga.answer.stress.recipe_ways import shut_recipes, way_of
from jirga.answer.stress.recipe_words import opening_lines, recipe_sentence
from jirga.answer.stress.recipes import Unlocking
from jirga.answer.stress.unlock import holds_already
from jirga.brief.content.aim import Aim
from jirga.brief.content.drafts import Draft, Said, joined, keyed
from jirga.errors import TooLarge
from jirga.schema.answer import Sentence
from jirga.stress.unlock import Recipe

MOST_CHANGES, MOST = 2, 3
HEADING = "What would unlock it, and who goes first"


def unlocking(analysis: Analysis, aim: Aim | None) -> tuple[Draft, Way | None]:
    """Say the smallest changes after which an outcome holds, and who would have to go first.

    Returns
    -------
    Draft
        The part of the brief.
    Way or None
        The way there on which somebody has to go first, if there is one.
    """
    if aim is None:
        said = phrases.sentence("Nothing that was asked for, and no named outcome, is shut.")
        return Draft("unlock", HEADING, (Said("unlock.none", said),)), None
    try:
        found = fewest(analysis, aim)
        return shut(found, aim) if not analysis.holding["seq"][aim.row] else held(found, aim)
    except TooLarge as trouble:
        return Draft("unlock", HEADING, (Said("unlock.large", Sentence((f"Not tried: {trouble}",))),)), None


def fewest(analysis: Analysis, aim: Aim) -> Unlocking:
    """Look for sets of one change; only where there are none, for sets of more."""
    found = Unlocking(analysis, aim.name, "seq", 1)
    for many in range(2, MOST_CHANGES + 1):
        if analysis.holding["seq"][aim.row] or found.recipes:
            break
        found = Unlocking(analysis, aim.name, "seq", many)
    return found


def held(found: Unlocking, aim: Aim) -> tuple[Draft, Way | None]:
    """Say of an outcome that holds already who would have to go first."""
    first = holds_already(found)[0].sentences
    analysis = found.analysis
    there = analysis.status_quo is None or analysis.got_to(aim.row, "together")
    way = None if there else Way(analysis, aim.row, found.by)
    told = [*keyed("unlock.holds", first), *keyed("unlock.way", who_goes_first(way))]
    return Draft("unlock", HEADING, tuple(told)), way


def shut(found: Unlocking, aim: Aim) -> tuple[Draft, Way | None]:
    """Say what would make an outcome hold, the easiest changes first, and the way there."""
    groups = found.groups(found.soft)
    way = first_way(found)
    told = [
        Said("unlock.aim", looked_for(found, aim)),
        Said("unlock.opening", phrases.sentence(*joined(list(opening_lines(found))))),
        *keyed("unlock.recipe", (recipe_sentence(found, one) for one in groups[:MOST])),
        *keyed("unlock.further", further(found, len(groups))),
        *keyed("unlock.way", who_goes_first(way)),
    ]
    return Draft("unlock", HEADING, tuple(told)), way


def looked_for(found: Unlocking, aim: Aim) -> Sentence:
    """Say which outcome is looked for, and why that one."""
    what = f"it would bring {aim.asked}, and " if aim.asked else ""
    many = "single changes" if found.changes == 1 else f"up to {found.changes} changes at a time"
    tried = f"{many[0].upper()}{many[1:]} were tried"
    return phrases.sentence(
        f"\u201c{aim.name}\u201d is looked at: {what}the fewest would leave it. {tried}, for it to hold ",
        f"{phrases.QUESTIONS['seq']}.",
    )


def further(found: Unlocking, groups: int) -> Iterator[Sentence]:
    """Say how many kinds of changes are not told here, and how many sets ask a red line to give way."""
    rest = groups - MOST
    if rest > 0:
        yield phrases.sentence(f"{phrases.numbered(rest, 'further change')} of other kinds would do, too.")
    if found.hard:
        sets = phrases.numbered(len(found.hard), "set")
        yield phrases.sentence(f"{sets} would do only by asking a red line to give way.")


def first_way(found: Unlocking) -> Way | None:
    """Give the way there after the first recipe that leaves the outcome out of reach."""
    ways: list[Recipe] = shut_recipes(found)
    shown = [way_of(found, one) for one in ways]
    gaining = (one for one in shown if one.first is not None and one.first.better_at is not None)
    return next(gaining, shown[0] if shown else None)


def who_goes_first(way: Way | None) -> Iterator[Sentence]:
    """Say who would have to go first, and whether moving at one moment would do instead."""
    if way is None or way.first is None:
        return
    who = phrases.party(way.analysis, way.first.party)
    move = phrases.change(way.analysis, way.first.step.start, way.first.step.end)
    loss = phrases.reason(way.analysis, way.first.party, way.first.step.end, way.first.step.start)
    yield phrases.sentence(
        f"where it cannot be got to, {who} would have to go first ({move}) and be worse off for a while (",
        loss,
        ").",
    )
    yield at_one_moment(way, way.first)
