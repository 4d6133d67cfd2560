"""What the answers about further concepts share: a title, what is left out, and the sources' words."""

from __future__ import annotations

from collections.abc import Sequence

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.sources import source_words
from jirga.schema.answer import Answer, Section


def further_answer(analysis: Analysis, title: str, question: str, sections: Sequence[Section]) -> Answer:
    """Put sections together under a title that names the conflict and its variant."""
    named = f" ({analysis.variant})" if analysis.variant else ""
    every = [*sections, as_written(analysis), source_words(analysis.conflict, list(sections))]
    found = tuple(one for one in every if one.sentences or one.table)
    return Answer(f"{title} {analysis.conflict.title}{named}", question, analysis.conflict.as_of, found)


def as_written(analysis: Analysis) -> Section:
    """Say that what the file marks as not known of an order is read as it is written."""
    doubts = analysis.board.doubts or ()
    doubtful = [number for number, one in enumerate(doubts) if one.keys or len(one.pairs)]
    said = "what the file marks as not known of the order of {} is read here as it is written."
    who = phrases.parties(analysis, doubtful)
    return Section("What is left out", (phrases.sentence(said.format(who)),) if doubtful else ())
