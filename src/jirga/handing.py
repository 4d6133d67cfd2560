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
    from jirga.brief.drawings.relations import Relation
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
    copy = whole(path) if level is None else at_level(path, level)
    file, footer = copy.file, copy.footer
    if labels is not None:
        known = read_labels(labels)
        if copy.held is not None:
            known = known.only(file.conflict.parties)
        file = replace(file, conflict=labelled(file.conflict, known, where=str(labels)))
        footer = (*footer, f"Names by the label set {known.says or Path(labels).name!r}.")
    with about(file.name):
        analysis = Analysis(file.conflict, variant)
        if file.conflict.atoms:
            refuse_errors(file, analysis)
        made = brief(analysis, more=copy.more, ties=copy.ties, level=level or "", footer=footer)
        return ToHandOver(made, copy.held)


@dataclass(frozen=True)
class Copy:
    """What a brief is made of.

    Attributes
    ----------
    file : ConflictFile
        The conflict.
    more : sequence of Section
        The judged claims of a case.
    ties : sequence of Relation
        Those of them that are ties.
    held : Held or None
        What was left out.
    footer : tuple of str
        How much was left out, in words.
    """

    file: ConflictFile
    more: Sequence[Section] = ()
    ties: Sequence[Relation] = ()
    held: Held | None = None
    footer: tuple[str, ...] = ()

    def with_claims(self, documents: Iterable[Document], some: Judged) -> Copy:
        """Add the claims that a person has judged: their words to the sources, an annex, and ties."""
        from jirga.review.annex import claims_annex, ties, with_sources

        if not some:
            return self
        file = replace(self.file, conflict=with_sources(self.file.conflict, documents, some))
        return replace(self, file=file, more=(claims_annex(some),), ties=ties(file.conflict, some))


def whole(path: str | Path) -> Copy:
    """Take everything that a conflict file or a case holds."""
    copy = Copy(api.load(path).file)
    if not api.has_record(path):
        return copy
    from jirga.case import open_case
    from jirga.review.annex import judged

    case = open_case(path)
    return copy.with_claims(case.documents(), judged(case))


def at_level(path: str | Path, level: Level) -> Copy:
    """Take what may be seen at a level, and what must then not appear."""
    from jirga.handling.held import left_out_words

    if not api.has_record(path):
        from jirga.handling.files import held_file

        held = held_file(path, level)
        return Copy(held.file, held=held, footer=said(left_out_words(held)))
    from jirga.case import open_case
    from jirga.handling.cases import case_at_level
    from jirga.review.annex import judged

    case = open_case(path)
    record = case_at_level(case, level)
    kept = {one.id: one for one in record.claims}
    some = [(name, kept[one.id]) for name, one in judged(case) if one.id in kept]
    held = record.conflict_held()
    copy = Copy(held.file, held=held, footer=said(left_out_words(record)))
    return copy.with_claims(record.documents, some)


def said(words: str) -> tuple[str, ...]:
    """Leave out a foot that says nothing."""
    return (words,) if words else ()
