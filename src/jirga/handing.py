"""What is handed over: a brief, whole or only what may be seen, with what its files are checked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from jirga import api
from jirga.answer.analysis import Analysis
from jirga.answer.checking import refuse_errors
from jirga.brief.content.lines import Brief
from jirga.brief.content.whole import brief
from jirga.conflict.file import ConflictFile
from jirga.conflict.labelled import labelled, read_labels
from jirga.errors import about
from jirga.schema.answer import Section
from jirga.schema.words import Level

if TYPE_CHECKING:
    from jirga.handling.held import Held
    from jirga.review.annex import Judged
    from jirga.schema.record import Document


@dataclass(frozen=True)
class ToHandOver:
    """A brief, and what must not appear in any file that it is written to.

    Attributes
    ----------
    brief : Brief
        What it says.
    held : Held or None
        What was left out, for the check of the written file; None for a whole copy.
    """

    brief: Brief
    held: Held | None = None


def to_hand_over(
    path: str | Path,
    *,
    variant: str | None = None,
    level: Level | None = None,
    labels: str | Path | None = None,
) -> ToHandOver:
    """Make the brief of a conflict file or a case.

    Parameters
    ----------
    path : path
        A conflict file, or the folder of a case.
    variant : str, optional
        The variant that is meant.
    level : str, optional
        Leave out everything that is handled more strictly than this; the results are those of what remains.
    labels : path, optional
        A file of labels: what parties and things are called for this audience.

    Raises
    ------
    InputError
        Something cannot be read or solved, or nothing remains at that level.

    Examples
    --------
    >>> from importlib.resources import files
    >>> made = to_hand_over(files("jirga.examples").joinpath("ttp_pakistan_2021.yaml"))
    >>> made.brief.main[0].lines[0].words[:14]
    'A ceasefire: y'
    """
    file, more, held, footer = whole(path) if level is None else at_level(path, level)
    if labels is not None:
        known = read_labels(labels)
        file = replace(file, conflict=labelled(file.conflict, known, where=str(labels)))
        footer = (*footer, f"Names by the label set {known.says or Path(labels).name!r}.")
    with about(file.name):
        analysis = Analysis(file.conflict, variant)
        if file.conflict.atoms:
            refuse_errors(file, analysis)
        return ToHandOver(brief(analysis, more=more, level=level or "", footer=footer), held)


Parts = tuple[ConflictFile, Sequence[Section], "Held | None", tuple[str, ...]]


def whole(path: str | Path) -> Parts:
    """Take everything that a conflict file or a case holds."""
    file = api.load(path).file
    if not api.has_record(path):
        return file, (), None, ()
    from jirga.case import open_case
    from jirga.review.annex import judged

    case = open_case(path)
    return *with_claims(file, case.documents(), judged(case)), None, ()


def at_level(path: str | Path, level: Level) -> Parts:
    """Take what may be seen at a level, and what must then not appear."""
    from jirga.handling.held import left_out_words

    if not api.has_record(path):
        from jirga.handling.files import held_file

        held = held_file(path, level)
        return held.file, (), held, said(left_out_words(held))
    from jirga.case import open_case
    from jirga.handling.cases import case_at_level
    from jirga.review.annex import judged

    case = open_case(path)
    record = case_at_level(case, level)
    kept = {one.id for one in record.claims}
    some = [pair for pair in judged(case) if pair[1].id in kept]
    held = record.conflict_held()
    return *with_claims(held.file, record.documents, some), held, said(left_out_words(record))


def with_claims(
    file: ConflictFile, documents: Iterable[Document], some: Judged
) -> tuple[ConflictFile, Sequence[Section]]:
    """Add the claims that a person has judged: their words to the sources, and an annex that lists them."""
    from jirga.review.annex import claims_annex, with_sources

    if not some:
        return file, ()
    conflict = with_sources(file.conflict, documents, some)
    return replace(file, conflict=conflict), (claims_annex(some),)


def said(words: str) -> tuple[str, ...]:
    """Leave out a foot that says nothing."""
    return (words,) if words else ()
