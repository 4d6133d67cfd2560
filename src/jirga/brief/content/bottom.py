"""The first lines of a brief: what can be had and kept, and what is judged to stand in the way."""

from __future__ import annotations

from collections.abc import Iterator

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.bargaining.bargain import Bargain
from jirga.answer.bargaining.room import gap
from jirga.answer.bottom_line import bottom_line
from jirga.answer.consent.mandates import at_table, seated
from jirga.answer.firmness import firmness
from jirga.answer.stress.ranges import solved_ranges
from jirga.answer.stress.spoilers import in_hand
from jirga.answer.stress.without import Trials, headline
from jirga.answer.stress.words import in_readings
from jirga.brief.content.aim import Aim
from jirga.brief.content.drafts import Draft, Said, joined, keyed
from jirga.errors import TooLarge
from jirga.schema.answer import Sentence
from jirga.stress.readings import items

MOST = 5


def bottom(analysis: Analysis) -> Draft:
    """Answer what was asked, first thing first."""
    return Draft("bottom", "Bottom line", tuple(keyed("bottom", bottom_line(analysis).sentences)))


def judgements(analysis: Analysis, aim: Aim | None, left_out: Trials) -> Draft:
    """Judge in three to five sentences how far the answer reaches, and what it stands on."""
    found = [
        *keyed("judged.readings", readings(analysis)),
        *keyed("judged.table", deliverable_at_the_table(analysis)),
        *keyed("judged.room", widest_gap(analysis)),
        *keyed("judged.break", would_break(analysis, aim)),
        *keyed("judged.reach", reach(analysis)),
    ]
    return Draft("judged", "Judgements", (*found[: MOST - 1], Said("judged.sources", headline(left_out))))


def reach(analysis: Analysis) -> Iterator[Sentence]:
    """Say how many named outcomes hold, and how many of these can be got to."""
    rows = {name: row for name in analysis.outcomes if (row := analysis.row(name)) is not None}
    held = [name for name, row in rows.items() if firmness(analysis, row)]
    if not rows or analysis.status_quo is None:
        return
    there = [name for name in held if analysis.got_to(rows[name], "together")]
    counts = f"of {phrases.numbered(len(rows), 'named outcome')}, {len(held) or 'none'} would hold at all"
    if not held:
        yield phrases.sentence(f"{counts}.")
        return
    if len(there) == len(held):
        yield phrases.sentence(f"{counts}, and can be got to by steps that their movers gain by.")
        return
    names = phrases.quoted(there) if there else "none of them"
    yield phrases.sentence(f"{counts}; {names} can be got to by steps that their movers gain by.")


def deliverable_at_the_table(analysis: Analysis) -> Iterator[Sentence]:
    """Say what those at the table can by themselves deliver."""
    conflict = analysis.conflict
    stated = [issue for issue, one in conflict.consent.items() if one.delivers is not None]
    if not stated or not conflict.mandates:
        return
    there, can, *_ = (*seated(conflict, at_table(conflict), stated), Sentence(()))
    yield phrases.sentence(*there.parts, " ", can)


def widest_gap(analysis: Analysis) -> Iterator[Sentence]:
    """Say on how many issues red lines do not meet, and where they are furthest apart."""
    if not (analysis.conflict.issues and analysis.conflict.positions):
        return
    try:
        bargain = Bargain(analysis.conflict)
        shut = [one for one in bargain.zones.values() if not one.open]
    except TooLarge:
        return
    every = phrases.numbered(len(bargain.zones), "issue")
    if not shut:
        yield phrases.sentence(f"at the likeliest values there is room on each of {every}.")
        return
    widest = gap(bargain, max(shut, key=lambda one: one.gap))
    lead = f"at the likeliest values red lines do not meet on {len(shut)} of {every}; widest "
    first, *rest = widest.parts
    yield phrases.sentence(lead, str(first)[:1].lower() + str(first)[1:], *rest)


def would_break(analysis: Analysis, aim: Aim | None) -> Iterator[Sentence]:
    """Say who could break the deal that is looked for, by what it has in hand."""
    if aim is None or analysis.no_deal is None:
        return
    some = list(in_hand(analysis, aim.name))
    if some:
        lead = f"if \u201c{aim.name}\u201d were agreed tomorrow, it could be broken. "
        yield phrases.sentence(lead, *joined(some))


def readings(analysis: Analysis) -> Iterator[Sentence]:
    """Say in how many readings of the file each answer stands, where it allows several."""
    conflict = analysis.conflict
    if not (items(conflict) and conflict.asks):
        return
    found = solved_ranges(analysis)
    said = [
        f"{ask.says} {in_readings(int(found.firm(('ask', ask.says)).sum()), found.done)}"
        for ask in conflict.asks
    ]
    yield phrases.sentence(f"the answer stays what it is on {phrases.listing(said)}.")
