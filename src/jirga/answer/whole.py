"""The whole answer to a conflict, most important first."""

from __future__ import annotations

from dataclasses import replace

from jirga.answer.analysis import Analysis
from jirga.answer.assumptions import assumed_wants
from jirga.answer.bottom_line import bottom_line
from jirga.answer.comparison import what_variants_change
from jirga.answer.marks.degrees import degrees
from jirga.answer.marks.unknowns import unknowns, warning
from jirga.answer.outcomes import outcomes_table, reasons
from jirga.answer.sources import source_words
from jirga.answer.views.answers import seen_otherwise
from jirga.schema.answer import Answer, Section


def answer(analysis: Analysis, *, short: bool = False) -> Answer:
    """Answer the conflict's question in sentences with their reasons.

    Parameters
    ----------
    short : bool
        Leave out what the bottom line has said already, and all but the main thing each variant changes.
    """
    first = bottom_line(analysis)
    sections = [replace(first, sentences=(*first.sentences, *warning(analysis)))]
    if analysis.outcomes:
        said = sections[0].sentences if short else ()
        sections += [outcomes_table(analysis), reasons(analysis, said)]
    sections += [*degrees(analysis), *unknowns(analysis)]
    if analysis.variant is None and analysis.conflict.variants:
        sections.append(what_variants_change(analysis, short=short))
    sections.append(seen_otherwise(analysis))
    sections.append(assumed_wants(analysis, short=short))
    sections.append(source_words(analysis.conflict, sections[:1] if short else sections))
    return Answer(titled(analysis), analysis.conflict.question, analysis.conflict.as_of, kept(sections))


def titled(analysis: Analysis) -> str:
    """Give the conflict's title, and the variant's name where it is one."""
    return analysis.conflict.title + (f" ({analysis.variant})" if analysis.variant else "")


def kept(sections: list[Section]) -> tuple[Section, ...]:
    """Leave out sections with nothing in them."""
    return tuple(one for one in sections if one.sentences or one.table)
