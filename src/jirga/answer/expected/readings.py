"""Run what is expected of rival readings, of what an answer rests on, and of who could break what."""

from __future__ import annotations

from functools import lru_cache

from jirga.answer.analysis import Analysis
from jirga.answer.expected.found import found_instead
from jirga.answer.stress.ranges import Ranges, solved_ranges
from jirga.answer.stress.spoilers import held
from jirga.answer.stress.without import trials
from jirga.schema.expected import readings as kinds
from jirga.stress.verdicts import LADDER


@lru_cache(maxsize=2)
def ranges_of(analysis: Analysis) -> Ranges:
    """Solve the readings of a conflict, once for all its expectations."""
    return solved_ranges(analysis)


@found_instead.register
def _(expected: kinds.HoldsInReadings, analysis: Analysis) -> str:
    found, key = ranges_of(analysis), ("outcome", expected.holds_in_readings)
    level = LADDER.index(expected.by) + 1
    share = sum(one.level >= level for one in found.results[key]) / found.done
    least, most = expected.share
    if not least <= share <= most:
        return f"it holds in {share:.3f} of {found.done:,} readings"
    turn = found.turn(key) if expected.turns_on else None
    if not expected.turns_on or (turn is not None and found.items[turn.item].want == expected.turns_on):
        return ""
    return "it turns on no one want" if turn is None else f"it turns on {found.items[turn.item].want}"


@found_instead.register
def _(expected: kinds.CouldBreak, analysis: Analysis) -> str:
    if analysis.no_deal is None:
        return "the file does not say what no deal is"
    number = analysis.parties.index(expected.who)
    could = {
        name
        for name in analysis.outcomes
        if any(one.holds for one in held(analysis, name)[number : number + 1])
    }
    more, less = sorted(could - set(expected.could_break)), sorted(set(expected.could_break) - could)
    said = [f"also {', '.join(more)}"] if more else []
    return "; ".join([*said, f"not {', '.join(less)}"] if less else said)


@found_instead.register
def _(expected: kinds.RestsOn, analysis: Analysis) -> str:
    found = [one.without.left_out.name for one in trials(analysis, only="source").telling]
    if found == [expected.rests_on]:
        return ""
    return (
        f"it would change without {' or '.join(found)}" if found else "it would change without none of them"
    )
