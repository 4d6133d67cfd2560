"""How much the replies that hold an outcome together would hurt those who are tempted to leave it."""

from __future__ import annotations

import numpy as np

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.schema.answer import Section, Sentence, Table
from jirga.schema.words import StrongStandard
from jirga.solve.degrees import deters_strongly
from jirga.solve.witnesses import answered

HEADING = "How much the feared reply would hurt"
NOTE = (
    "A great loss is one by a want, or a step of a ranking, that the file marks as strong, or by a more "
    "important one"
)


def degrees(analysis: Analysis) -> list[Section]:
    """Say of every named outcome that replies hold together whether they would hurt much, or little."""
    if analysis.board.grades is None:
        return []
    rows = [(name, row) for name in analysis.outcomes if (row := analysis.row(name)) is not None]
    found = [(name, row, standard) for name, row in rows if (standard := held_by(analysis, row)) is not None]
    head = ("outcome", "held by", "would lose much", "would lose little")
    table = Table(head, tuple(line(analysis, *one) for one in found), NOTE)
    said = tuple(in_words(analysis, *one) for one in found)
    return [Section(HEADING, said, table)] if found else []


def degree(analysis: Analysis, name: str, row: int) -> Section:
    """Say of one outcome how much those who would leave it have to fear; nothing where nothing is marked."""
    standard = held_by(analysis, row) if analysis.board.grades is not None else None
    said = (in_words(analysis, name, row, standard),) if standard is not None else ()
    return Section(HEADING, said)


def held_by(analysis: Analysis, row: int) -> StrongStandard | None:
    """Give the standard whose replies hold a state together; None where none do, or none is needed."""
    if analysis.holding["nash"][row]:
        return None
    return next((one for one in HELD_BY if analysis.holding[one][row]), None)


HELD_BY: dict[StrongStandard, str] = {"seq": "replies others want", "gmr": "any reply"}


def line(analysis: Analysis, name: str, row: int, standard: StrongStandard) -> tuple[str, str, str, str]:
    """One outcome's row of the table."""
    much, little = split(analysis, row, standard)
    named = [phrases.parties(analysis, some) or "nobody" for some in (much, little)]
    return (name, HELD_BY[standard], named[0], named[1])


def split(analysis: Analysis, row: int, standard: StrongStandard) -> tuple[list[int], list[int]]:
    """Divide those tempted to leave into those who would lose much by it, and those who would lose little."""
    tempted, strong = analysis.leaves(row, "nash"), analysis.strong[standard][:, row]
    return [who for who in tempted if strong[who]], [who for who in tempted if not strong[who]]


def in_words(analysis: Analysis, name: str, row: int, standard: StrongStandard) -> Sentence:
    """Say how much those who would leave an outcome have to fear."""
    much, little = split(analysis, row, standard)
    worse = f"a reply that would leave {phrases.parties(analysis, much)} much worse off"
    if not little:
        return phrases.sentence(f"\u201c{name}\u201d holds by {worse}.")
    who = phrases.parties(analysis, little)
    also = f" It would also take {worse}." if much else ""
    lost = [part for one in little for part in (" ", what_is_lost(analysis, one, row, standard))]
    return phrases.sentence(
        f"\u201c{name}\u201d holds only by a reply that would hurt {who} little.", *lost, also
    )


def what_is_lost(analysis: Analysis, party: int, row: int, standard: StrongStandard) -> Sentence:
    """Say what a party would rather do, and the most that the replies could take from it."""
    gains = [one.end for one in analysis.witness(party, row, standard).deterred]
    end = next(one for one in gains if not deters_strongly(analysis.movers, party, (row, one), standard))
    rank, who = analysis.movers.rank(party), phrases.party(analysis, party)
    least = answered(analysis.movers, party, standard)[end]
    would = f"{who} would rather {phrases.change(analysis, row, end)}, and would "
    if least == rank[row]:
        return phrases.sentence(would, "end up no worse off than before.")
    last = int(np.flatnonzero(rank == least)[0])
    return phrases.sentence(
        would, "lose nothing greater by it than this: ", phrases.reason(analysis, party, last, row), "."
    )
