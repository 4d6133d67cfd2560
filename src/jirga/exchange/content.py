"""What is handed out: a conflict and what the record holds, whole or held to a level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from jirga.case import is_case
from jirga.conflict.file import ConflictFile
from jirga.exchange.claim_columns import CLAIMS
from jirga.exchange.claim_rows import claim_rows
from jirga.exchange.columns import OF_THE_FILE, Sheet
from jirga.exchange.rows import Table, rows_of
from jirga.exchange.target import Target
from jirga.schema.conflict import Conflict
from jirga.schema.record import Document, Name, Passage, Recorded, Review
from jirga.schema.sources import Source

if TYPE_CHECKING:
    from jirga.handling.held import Held
    from jirga.handling.protected import Protected
    from jirga.schema.words import Level


@dataclass(frozen=True)
class Content:
    """What is handed out.

    Attributes
    ----------
    conflict : Conflict or None
        What the conflict file says, without what the record adds to its sources.
    is_case : bool
        Whether there is a record.
    passages : dict of str to dict of str to Passage
        By the document's id and the passage's mark.
    level, left_out : str
        To which level it was held, and in words what is not in it; empty if nothing was held back.
    """

    conflict: Conflict | None
    is_case: bool = False
    documents: tuple[Document, ...] = ()
    passages: Mapping[str, Mapping[str, Passage]] = field(default_factory=dict)
    claims: tuple[Recorded, ...] = ()
    reviews: tuple[Review, ...] = ()
    names: tuple[Name, ...] = ()
    level: str = ""
    left_out: str = ""

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets that it fills."""
        return (*OF_THE_FILE * (self.conflict is not None), *(CLAIMS,) * self.is_case)

    def rows(self) -> dict[str, Table]:
        """Lay it out."""
        laid = rows_of(self.conflict) if self.conflict else {}
        return laid | ({CLAIMS.name: claim_rows(self.claims, self.documents)} if self.is_case else {})


def content_of(target: Target) -> Content:
    """Give everything."""
    conflict = as_written(target.file) if target.file else None
    case = target.case
    if case is None:
        return Content(conflict)
    documents, claims = case.documents(), case.claims()
    return Content(
        conflict,
        True,
        documents,
        {one.id: case.passages(one.name) for one in documents},
        claims,
        tuple(review for one in claims for review in case.history(one.id)),
        case.names(),
    )


def content_at(path: Path, level: Level) -> tuple[Content, Protected]:
    """Give only what may be seen at a level, and what must not appear in what is written of it.

    Raises
    ------
    NothingToHandOver
        Nothing is at this level or below.
    """
    from jirga.handling.files import held_case, held_file
    from jirga.handling.held import left_out_words

    if not is_case(path):
        held: Held = held_file(path, level)
        return Content(held.conflict, level=level, left_out=left_out_words(held)), held.protected
    some = held_case(path, level)
    return (
        Content(
            some.held.conflict if some.held else None,
            True,
            some.documents,
            some.passages,
            some.claims,
            (),
            some.names,
            level,
            left_out_words(some),
        ),
        some.protected,
    )


def as_written(file: ConflictFile) -> Conflict:
    """Give a conflict with its sources as the file itself has them."""
    said = file.document.get("sources") or {}
    own = {str(name): Source.model_validate(one) for name, one in said.items()}
    return file.conflict.model_copy(update={"sources": own})
