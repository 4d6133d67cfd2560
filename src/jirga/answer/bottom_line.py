"""The bottom line: each thing the question asks about, and whether it can be had and kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.firmness import LONG, Firmness, firmness, levels
from jirga.answer.outcomes import Break, break_in_words, breaks, why_it_breaks, why_it_holds
from jirga.schema.answer import Section, Sentence
from jirga.schema.conflict import Ask

SHOWN = 5


@dataclass(frozen=True)
class Finding:
    """What is found about one thing asked for.

    Attributes
    ----------
    level : Firmness
        The firmest at which a state with it holds that can be got to.
    row : int or None
        Such a state, a named one where there is one.
    today : bool
        Whether it is so in the status quo.
    """

    level: Firmness
    row: int | None
    today: bool


def finding(analysis: Analysis, about: str) -> Finding:
    """Look for the firmest state with something in it that can be got to."""
    where = analysis.board.states.truth(about) & analysis.attained("together")
    found = levels(analysis)
    today = analysis.status_quo is not None and bool(analysis.board.states.truth(about)[analysis.status_quo])
    if not where.any() or not found[where].any():
        return Finding(Firmness.NO, None, today)
    level = Firmness(int(found[where].max()))
    return Finding(level, chosen(analysis, where & (found == level)), today)


def chosen(analysis: Analysis, where: NDArray[np.bool_]) -> int:
    """Prefer a state that is named, then the nearest one."""
    rows = np.flatnonzero(where).tolist()
    order = {name: place for place, name in enumerate(analysis.outcomes)}
    return int(
        min(
            rows,
            key=lambda row: (order.get(analysis.name(row) or "", len(order)), analysis.together[row], row),
        )
    )


def bottom_line(analysis: Analysis) -> Section:
    """Answer what was asked, first thing first, with the status quo and no deal beside it."""
    said = [on_ask(analysis, ask) for ask in analysis.conflict.asks]
    return Section("Bottom line", (*(said or on_outcomes(analysis)), *on_status_quo(analysis)))


def on_ask(analysis: Analysis, ask: Ask) -> Sentence:
    """One thing asked for: whether it can be had, by which deal, kept by what."""
    found = finding(analysis, ask.about)
    head = f"{ask.says}: "
    if analysis.status_quo is None:
        return phrases.sentence(head, *without_status_quo(analysis, ask))
    if found.row is None:
        return phrases.sentence(head, *nothing_to_be_had(analysis, ask))
    name = phrases.state(analysis, found.row)
    if found.row == analysis.status_quo:
        return phrases.sentence(head, f"yes, as today; the status quo {LONG[found.level]}.")
    start = "yes" if found.level == Firmness.YES else "yes, under threat"
    if found.level in {Firmness.EMPTY_THREAT, Firmness.DOUBTFUL_THREAT}:
        start = "hardly"
    why = why_it_holds(analysis, found.row)
    return phrases.sentence(
        f"{head}{start}. \u201c{name}\u201d {LONG[found.level]}.",
        " " if why.parts else "",
        why,
        who_first(analysis, found.row),
    )


def without_status_quo(analysis: Analysis, ask: Ask) -> list[str | Sentence]:
    """Say how firmly something asked for would hold, where what can be got to is not known."""
    where, found = analysis.board.states.truth(ask.about), levels(analysis)
    unknown = " The file has no status quo, so what can be got to is not known."
    if not where.any() or not found[where].any():
        return ["no. Nothing with it holds.", unknown]
    row = chosen(analysis, where & (found == found[where].max()))
    said = f"\u201c{phrases.state(analysis, row)}\u201d {LONG[firmness(analysis, row)]}."
    why = why_it_holds(analysis, row)
    return [said, " " if why.parts else "", why, unknown]


def who_first(analysis: Analysis, row: int) -> str:
    """Who has to move for a state to be got to."""
    steps = analysis.way(row)
    if not steps:
        return ""
    first = phrases.parties(analysis, steps[0].movers)
    if len(steps) == 1:
        return f" To get there, {first} would have to move{' together' if len(steps[0].movers) > 1 else ''}."
    return f" To get there takes {len(steps)} steps; {first} would move first."


def nothing_to_be_had(analysis: Analysis, ask: Ask) -> list[str | Sentence]:
    """Say that something cannot be had, and what stands in the way of the named outcomes that have it."""
    truth = analysis.board.states.truth(ask.about)
    named = [(name, analysis.row(name)) for name in analysis.outcomes]
    rows = [(name, row) for name, row in named if row is not None and truth[row]]
    said: list[str | Sentence] = ["no. Nothing with it both holds and can be got to."]
    kept = [name for name, row in rows if firmness(analysis, row)]
    found = breaks(analysis, [name for name, _ in rows])
    if found:
        said += [" ", break_in_words(analysis, max(found, key=lambda one: nearest(analysis, one)))]
    if kept:
        said.append(f" {phrases.quoted(kept)} would hold, but cannot be got to.")
    return said


def nearest(analysis: Analysis, one: Break) -> tuple[int, int]:
    """Order breaks: first those of outcomes that can be got to, then those of the most outcomes."""
    rows = [analysis.row(name) for name in one.names]
    return sum(bool(analysis.attained("together")[row]) for row in rows), len(rows)


def on_outcomes(analysis: Analysis) -> list[Sentence]:
    """Where the file asks about nothing in particular, say which outcomes hold and can be got to."""
    if not analysis.outcomes:
        return on_states(analysis)
    rows = [(name, analysis.row(name)) for name in analysis.outcomes]
    known = [(name, row) for name, row in rows if row is not None]
    if analysis.status_quo is None:
        kept = [name for name, row in known if firmness(analysis, row)]
        said = f"of {phrases.numbered(len(known), 'named outcome')}, "
        hold = "holds" if len(kept) == 1 else "hold"
        found = f"{phrases.quoted(kept)} {hold} by some standard." if kept else "none holds by any standard."
        return [phrases.sentence(said, found)]
    kept = [
        name
        for name, row in known
        if firmness(analysis, row) and analysis.attained("together")[row] and row != analysis.status_quo
    ]
    if not kept:
        return [phrases.sentence("no named outcome but the status quo both holds and can be got to.")]
    return [
        phrases.sentence(f"\u201c{name}\u201d can be got to, and {LONG[firmness(analysis, row)]}.")
        for name, row in known
        if name in kept
    ]


def on_states(analysis: Analysis) -> list[Sentence]:
    """Where no outcome is named, say which states hold, the firmest that can be got to first."""
    found, attained = levels(analysis), analysis.attained("together")
    rows = np.flatnonzero(found).tolist()
    first = sorted(rows, key=lambda row: (-int(attained[row]), -int(found[row]), row))[:SHOWN]
    said = [
        f"{len(rows):,} of {phrases.numbered(len(found), 'state')} hold by some standard; none has a name."
    ]
    said += [f"{phrases.state(analysis, row)} {LONG[Firmness(int(found[row]))]}." for row in first]
    return [phrases.sentence(one) for one in said]


def on_status_quo(analysis: Analysis) -> list[Sentence]:
    """Give the status quo, and no deal where that is something else."""
    if analysis.status_quo is None:
        return []
    said = [on_row(analysis, "the status quo", analysis.status_quo)]
    no_deal = analysis.no_deal
    if no_deal is not None and no_deal != analysis.status_quo:
        said.append(on_row(analysis, "no deal", no_deal))
    elif firmness(analysis, analysis.status_quo):
        said = [phrases.sentence(*said[0].parts, " If talks fail, it stays as it is.")]
    return said


def on_row(analysis: Analysis, called: str, row: int) -> Sentence:
    """How firmly a state holds, and who would leave it if it does not."""
    level = firmness(analysis, row)
    if level == Firmness.YES:
        return phrases.sentence(f"{called} holds: nobody would gain by moving away from it alone.")
    if level == Firmness.NO:
        return phrases.sentence(f"{called} does not hold. ", why_it_breaks(analysis, row))
    return phrases.sentence(f"{called} {LONG[level]}. ", why_it_holds(analysis, row))
