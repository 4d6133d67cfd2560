"""A case held to a level: documents, passages, claims and names of the register, and the conflict file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jirga.case import Case
from jirga.case.levels import Leveled
from jirga.citing import read_case
from jirga.conflict.file import ConflictFile
from jirga.errors import CaseTrouble
from jirga.handling.collected import of, strings
from jirga.handling.conflicts import at_level, counts, telling
from jirga.handling.held import Held, difference
from jirga.handling.named_people import Spoken, kept_names
from jirga.handling.protected import Protected, Secret, protected
from jirga.handling.reasons import reasons_of_sources, unreasoned
from jirga.handling.touching import claim_level, passages_touched, words_marked
from jirga.schema.conflict import Conflict
from jirga.schema.levels import highest, may_see
from jirga.schema.record import Document, Name, Passage, Recorded
from jirga.schema.sources import Source
from jirga.schema.words import Level


@dataclass(frozen=True)
class HeldCase:
    """A case held to a level.

    Attributes
    ----------
    level : str
        Up to which level things may be seen.
    held : Held or None
        The conflict file of the case; None if it has none.
    documents, claims, names : tuple
        What may be seen of the record; a claim, only with its document.
    passages : dict
        The passages of each document that may be seen, by its id and by their marks.
    left_out, protected, said_anyway
        As of a conflict; `protected` covers the conflict file too.
    """

    level: Level
    held: Held | None
    documents: tuple[Document, ...]
    passages: dict[str, dict[str, Passage]]
    claims: tuple[Recorded, ...]
    names: tuple[Name, ...]
    left_out: dict[str, int]
    protected: Protected
    said_anyway: tuple[Secret, ...] = ()

    def conflict_held(self) -> Held:
        """Give the conflict file held to the level, with everything of the case protected.

        Raises
        ------
        CaseTrouble
            The case has no conflict file.
        """
        if self.held is None:
            raise CaseTrouble(
                "has no conflict file", "write conflict.yaml into the folder, or jirga new shows one"
            )
        return replace(self.held, protected=self.protected, said_anyway=self.said_anyway)


@dataclass(frozen=True)
class Record:
    """What a record holds, or a part of it."""

    documents: tuple[Document, ...]
    passages: dict[str, dict[str, Passage]]
    claims: tuple[Recorded, ...]
    names: tuple[Name, ...]

    def counts(self) -> Counter[str]:
        """Count what it holds, by kind."""
        return Counter(
            {
                "document": len(self.documents),
                "passage": sum(map(len, self.passages.values())),
                "claim": len(self.claims),
                "name": sum(1 + len(one.aliases) for one in self.names),
            }
        )

    def strings(self) -> Iterator[Secret]:
        """Give every string that could tell something, with its kind."""
        for one in self.documents:
            yield from about_document(one)
        for some in self.passages.values():
            yield from (Secret("quotation", passage.quote) for passage in some.values())
        for claim in self.claims:
            yield from about_claim(claim)
        for name in self.names:
            yield from (Secret("name", own) for own in (name.name, *name.aliases))
            yield from (Secret("id", name.id), Secret("words", name.note))


def case_at_level(case: Case, level: Level) -> HeldCase:
    """Leave out of a case what is above a level.

    Notes
    -----
    A document without a level is red. A passage or a claim is never below its document, nor below a marked
    passage that it touches. A name of the register that has no level of its own stays only where what is kept
    says it, and without its other names: that two names are one can be the secret. So why a source was
    retracted is not told of those who speak under another of its names.
    """
    file = conflict_of(case)
    whole = whole_record(case, {} if file is None else file.conflict.sources)
    reasons = reasons_of_sources(case)
    held = None if file is None else at_level(unreasoned(touched(file.conflict, whole), reasons), level)
    some = replace(whole, claims=unreasoned(whole.claims, reasons))
    part = seen_record(some, level, [] if held is None else texts_of(held.conflict))
    said = {*part.strings(), *([] if held is None else strings(held.conflict))}
    every = {*whole.strings(), *(() if file is None else telling(file.conflict, level))}
    secrets, anyway = protected(every - said, level, (one.text for one in said))
    left_out = difference(whole.counts() + conflict_counts(file), part.counts() + conflict_counts(held))
    return HeldCase(
        level, held, part.documents, part.passages, part.claims, part.names, left_out, secrets, anyway
    )


def conflict_of(case: Case) -> ConflictFile | None:
    """Read the conflict file of a case, if it has one."""
    if not case.conflict_file.is_file():
        return None
    file = read_case(case.folder)
    if not isinstance(file, ConflictFile):
        what = "links two tables, and copies are made of one table at a time"
        raise CaseTrouble(what, "make a copy of each table's own file")
    return file


def conflict_counts(one: ConflictFile | Held | None) -> Counter[str]:
    """Count the things of a conflict file, but for its sources, which the record counts."""
    found = Counter[str]() if one is None else counts(one.conflict)
    return Counter({kind: many for kind, many in found.items() if kind not in {"source", "passage"}})


def texts_of(conflict: Conflict) -> list[str]:
    """Give every string of a conflict."""
    return [one.text for one in strings(conflict)]


def whole_record(case: Case, sources: Mapping[str, Source]) -> Record:
    """Read everything that the record of a case holds; what the conflict file says of levels counts too."""
    documents = tuple(leveled(one, sources.get(one.name)) for one in case.documents())
    passages, claims = {one.id: case.passages(one.id) for one in documents}, case.claims()
    known = {one.id for one in claims}
    marked = (words_marked(one, passages[one.id], sources.get(one.name), known) for one in documents)
    return Record(tuple(marked), passages, claims, case.names())


def leveled(document: Document, source: Source | None) -> Document:
    """Give a document the levels that it has as a source of the conflict, where those are higher."""
    if source is None:
        return document
    levels = {**document.passage_levels, **source.passage_levels}
    level = highest([document.level, source.level or document.level])
    return document.model_copy(update={"level": level, "passage_levels": levels})


def touched(conflict: Conflict, whole: Record) -> Conflict:
    """Raise the passages of a conflict's sources that touch marked words of the record's documents."""
    changed = dict(conflict.sources)
    for one in whole.documents:
        if one.name in changed and one.passage_levels:
            claims = [claim for claim in whole.claims if claim.document == one.id]
            changed[one.name] = passages_touched(
                changed[one.name], Leveled(one, whole.passages[one.id]), claims
            )
    return conflict.model_copy(update={"sources": changed})


def seen_record(whole: Record, level: Level, also: Iterable[str]) -> Record:
    """Keep of a record what may be seen; `also` is what is said elsewhere and may be seen."""
    documents = tuple(one for one in whole.documents if may_see(level, one.level))
    seen = {one.id: Leveled(one, whole.passages[one.id]) for one in documents}
    passages = {
        name: {
            mark: unsurrounded(passage, one.document)
            for mark, passage in one.passages.items()
            if may_see(level, one.at(passage.start, passage.end))
        }
        for name, one in seen.items()
    }
    claims = tuple(
        alone(one, seen[one.document].document)
        for one in whole.claims
        if one.document in seen and may_see(level, claim_level(seen[one.document], one))
    )
    part = Record(tuple(unmarked(one, level) for one in documents), passages, claims, ())
    spoken = Spoken([*also, *(one.text for one in part.strings())])
    return replace(part, names=kept_names(whole.names, level, spoken))


def unsurrounded(passage: Passage, document: Document) -> Passage:
    """Take off a passage the signs around it, where some of its document may not be seen."""
    return passage.model_copy(update={"prefix": "", "suffix": ""}) if document.passage_levels else passage


def unmarked(document: Document, level: Level) -> Document:
    """Take off a document the marks, and the digests, of what of it may not be seen."""
    marks = {mark: one for mark, one in document.passage_levels.items() if may_see(level, one)}
    if marks == document.passage_levels:
        return document
    return document.model_copy(update={"passage_levels": marks, "file_sha256": "", "text_sha256": ""})


def alone(one: Recorded, document: Document) -> Recorded:
    """Take off a claim's words the signs around them, where some of the document may not be seen."""
    passages = tuple(unsurrounded(passage, document) for passage in one.claim.passages)
    return one.model_copy(update={"claim": one.claim.model_copy(update={"passages": passages})})


def about_document(one: Document) -> Iterator[Secret]:
    """Give what could tell a document."""
    yield from (Secret("id", name) for name in (one.id, one.name, one.file_sha256, one.text_sha256))
    yield from (Secret("name", name) for name in (one.publisher, one.author))
    yield from (Secret("words", one.title), Secret("address", one.address))
    yield from (Secret("file name", name) for name in (one.file_name, Path(one.file_name).stem))


def about_claim(one: Recorded) -> Iterator[Secret]:
    """Give what could tell a claim: its id, its words, and everybody named in it."""
    yield Secret("id", one.id)
    yield from (Secret("quotation", passage.quote) for passage in one.claim.passages)
    yield from (found for found in of(one.claim, "") if found.what == "name")
