"""In words: who would have to go first where not every step gains its mover, and which guarantee would do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.explanation import step_in_words
from jirga.conflict.board import Board
from jirga.schema.answer import Mark, Section, Sentence
from jirga.schema.conflict import Conflict
from jirga.schema.words import Standard
from jirga.stress import guarantees
from jirga.stress.escrow import Escrow, escrows
from jirga.stress.guarantees import FirstStep


@dataclass(frozen=True, eq=False)
class Way:
    """The shortest way to an outcome that cannot be got to by steps everybody gains by.

    Attributes
    ----------
    analysis : Analysis
        The conflict, the changes of a recipe made.
    row : int
        The outcome.
    by : str
        The standard it is to hold by.
    """

    analysis: Analysis
    row: int
    by: Standard

    @cached_property
    def first(self) -> FirstStep | None:
        """The first step at which somebody loses; None if there is no way at all."""
        start = self.analysis.status_quo
        return None if start is None else guarantees.first_step(self.analysis.board, start, self.row)

    @cached_property
    def escrows(self) -> list[Escrow]:
        """The deposits tried."""
        if self.first is None:
            return []
        one = self.analysis
        return list(escrows(one.conflict, one.board, self.first, self.by, one.largest))


def after(analysis: Analysis, conflict: Conflict, laid: Board) -> Analysis:
    """Look at a conflict with a recipe's changes made."""
    changed = Analysis(conflict, largest=analysis.largest)
    changed.__dict__["board"] = laid
    return changed


def way_section(way: Way, heading: str) -> Section:
    """Say who must go first, and what guarantee would make the way exist."""
    if way.analysis.status_quo is None:
        return Section(heading, (phrases.sentence("The file has no status quo, so this is not known."),))
    if way.first is not None:
        return Section(heading, tuple(way_lines(way, way.first)))
    steps = way.analysis.forced_way(way.row)
    said = (
        "no moves at all lead there." if not steps else "nobody loses on the way, but somebody gains nothing:"
    )
    listed = (step_in_words(way.analysis, *one) for one in enumerate(steps, start=1))
    return Section(heading, (phrases.sentence(said), *listed))


def way_lines(way: Way, first: FirstStep) -> Iterator[Sentence]:
    """Say the way, who goes first, and each guarantee tried."""
    who = phrases.party(way.analysis, first.party)
    yield phrases.sentence(f"{who} would have to go first, and be worse off for a while. The shortest way:")
    yield from (step_in_words(way.analysis, *one) for one in enumerate(first.steps, start=1))
    yield in_the_end(way, first)
    yield at_one_moment(way, first)
    yield following(way, first)
    yield from (deposit(way, one) for one in way.escrows)
    if not way.escrows:
        yield phrases.sentence("a deposit: nothing that others do later on this way could pay for it.")


def in_the_end(way: Way, first: FirstStep) -> Sentence:
    """Say whether the one that goes first is better off in the end, and by which want."""
    who = phrases.party(way.analysis, first.party)
    if first.better_at is None:
        said = f"{who} is no better off at the end of it, either: "
        return phrases.sentence(f"{said}no guarantee of the others' steps makes up for it.")
    name = phrases.reason(way.analysis, first.party, first.step.start, first.better_at)
    return phrases.sentence(f"From the later steps {who} gains more than it has lost (", name, ").")


def at_one_moment(way: Way, first: FirstStep) -> Sentence:
    """Say whether moving at one moment would do, and who would not gain by it."""
    tried = guarantees.together(way.analysis.board, first)
    group = phrases.parties(way.analysis, tried.group)
    if not tried.losers:
        return phrases.sentence(f"A simultaneous move of {group} would do: each of them gains by it.")
    parts: list[str | Mark | Sentence] = [f"A simultaneous move of {group} would not do by itself: "]
    for place, loser in enumerate(tried.losers):
        name = phrases.party(way.analysis, loser)
        parts += ["; " if place else "", f"{name} would not gain by it"]
        if way.analysis.board.ranks[loser][tried.end] < way.analysis.board.ranks[loser][first.step.start]:
            parts += [" (", phrases.reason(way.analysis, loser, tried.end, first.step.start), ")"]
    return phrases.sentence(*parts, ".")


def following(way: Way, first: FirstStep) -> Sentence:
    """Say whether the others would follow of their own accord, and what a one-way step adds."""
    found = guarantees.following(way.analysis.conflict, way.analysis.board, first)
    who = phrases.party(way.analysis, first.party)
    then = f"once {who} has gone first and waits,"
    if not found.worse:
        ends = phrases.numbered(found.ends, "place")
        lead = f"wherever the others' gains lead ({ends} to come to rest)"
        return phrases.sentence(
            f"A one-way step is not what is missing: {then} {lead} {who} is better off than before."
        )
    counted = f"{found.worse} of {found.ends} such places"
    bad = f"A one-way step: {then} the others' gains may come to rest where it is no better off ({counted})"
    if not found.one_way:
        return phrases.sentence(f"{bad}, and no single option made one-way rules that out.")
    options = way.analysis.conflict.options
    taken = (f"\u201c{phrases.taking(options[one], one)}\u201d" for one in found.one_way)
    listed = phrases.listing(taken, "or")
    return phrases.sentence(f"{bad}; that is ruled out if this could not be taken back: {listed}.")


def deposit(way: Way, one: Escrow) -> Sentence:
    """Say whether a deposit would open the way, and whether the outcome then holds."""
    conflict = way.analysis.conflict
    giver = phrases.party(way.analysis, way.analysis.parties.index(one.giver))
    first = phrases.party(way.analysis, way.first.party) if way.first else ""
    what = phrases.taking(conflict.options[one.option], one.option)
    opens = "the way is there, each step gaining its mover" if one.opens else "there is still no way"
    holds = "holds" if one.holds else "does not hold"
    return phrases.sentence(
        f"A deposit (escrow), as a further option: if {giver} could put its promise to {what} into a third ",
        f"party's hands, to be handed over once {first} has made its step, then {opens}, and the outcome ",
        f"{holds} by {way.by}; this supposes that a deposit costs {giver} nothing and counts for {first} ",
        "as the thing itself",
        Mark(f"{one.option} escrow", "assumed"),
        ".",
    )
