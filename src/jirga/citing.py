"""What a conflict file in a case cites: article#S15 leads to the document's passage, or to a claim of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jirga.answer.checking import Check, check_read
from jirga.answer.linked.analysis import check_linked
from jirga.case import Case, open_case
from jirga.case.levels import Leveled
from jirga.conflict.cited import cited_things
from jirga.conflict.file import ConflictFile, read_text
from jirga.conflict.linked.file import looks_linked, read_either
from jirga.conflict.places import Places
from jirga.conflict.text import file_text
from jirga.errors import ConflictTrouble, shortened
from jirga.schema.answer import Section, Sentence
from jirga.schema.conflict import Conflict
from jirga.schema.levels import highest
from jirga.schema.problems import Problem
from jirga.schema.record import Document, Recorded
from jirga.schema.sources import Source

FALLEN = {"rejected": "the claim was rejected"}


@dataclass(frozen=True)
class Cited:
    """The record of a case as its conflict file cites it."""

    case: Case

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The documents by short name."""
        return {one.name: one for one in self.case.documents()}

    def joined(self, conflict: Conflict) -> Conflict:
        """Add to a conflict what the record knows of the sources it cites; what the file says goes first."""
        names = {cite.partition("#")[0] for _, one in cited_things(conflict) for cite in one.cite}
        known = {name: self.source(name) for name in sorted(names) if name in self.documents}
        merged = {
            name: over(conflict.sources[name], one) if name in conflict.sources else one
            for name, one in known.items()
        }
        return conflict.model_copy(update={"sources": {**conflict.sources, **merged}})

    def source(self, name: str) -> Source:
        """Make a document a source of the conflict, with its passages and claims."""
        document = self.documents[name]
        claims = self.case.claims(document=name)
        found = self.case.passages(name)
        passages, leveled = {mark: one.quote for mark, one in found.items()}, Leveled(document, found)
        return Source.model_construct(
            title=document.title or document.file_name,
            by=document.author or document.publisher,
            date=document.published.text if document.published else "",
            address=document.address,
            passages=passages | {one.id: one.claim.main.quote for one in claims},
            speakers={one.id: one.claim.said_by for one in claims if one.claim.said_by},
            retracted=self.case.withdrawn().document(document),
            retracted_passages={one.id: why for one in claims if (why := fallen(one))},
            level=document.level,
            passage_levels=leveled.passage_levels() | leveled.claim_levels(claims),
        )

    def problems(self, conflict: Conflict, places: Places) -> list[Problem]:
        """Find the passages listed in the file that do not stand in the document they are said to be of."""
        found = []
        for name in sorted(set(conflict.sources) & set(self.documents)):
            text = flat(self.case.text(name))
            for mark, words in conflict.sources[name].passages.items():
                if flat(words) not in text:
                    path = ["sources", name, "passages", mark]
                    what = f"{shortened(flat(words))!r} does not stand in the document {name}"
                    hint = "copy its words exactly; or, if another source is meant, rename one of the two"
                    found.append(Problem("error", "quote", places.of(path), what, hint))
        return found


def over(own: Source, record: Source) -> Source:
    """Put what a file says of a source over what the record says of it; of two levels the higher counts."""
    said = {key: value for key, value in own if value}
    said["passages"] = {**record.passages, **own.passages}
    said["speakers"] = {**record.speakers, **own.speakers}
    said["retracted_passages"] = {**record.retracted_passages, **own.retracted_passages}
    levels = record.passage_levels, own.passage_levels
    said["level"] = highest(one.level for one in (own, record) if one.level)
    said["passage_levels"] = {
        mark: highest(one[mark] for one in levels if mark in one) for mark in {**levels[0], **levels[1]}
    }
    return record.model_copy(update=said)


def fallen(one: Recorded) -> str:
    """Say why nothing should rest on a claim."""
    return one.retracted or FALLEN.get(one.state, "")


def flat(text: str) -> str:
    """Write a text with single spaces: line breaks in a file are not those of the document."""
    return " ".join(text.split())


def claims_changed(before: str | Path, after: str | Path) -> Section:
    """Say which claims the record of a later case has besides, which it no longer has, and which fell."""
    one, two = ({claim.id: claim for claim in open_case(path).claims()} for path in (before, after))
    some = {
        "new": [claim for name, claim in two.items() if name not in one],
        "no longer there": [claim for name, claim in one.items() if name not in two],
        "fallen": [two[name] for name in two if name in one and fallen(two[name]) and not fallen(one[name])],
    }
    said = (in_words(what, claim) for what, claims in some.items() for claim in claims)
    return Section("What changed in the record", tuple(said))


def in_words(what: str, one: Recorded) -> Sentence:
    """Say what became of a claim, in its own words."""
    why = f" ({fallen(one)})" if fallen(one) else ""
    return Sentence((f"{what.capitalize()}: {one.id}, \u201c{flat(one.claim.main.quote)}\u201d{why}.",))


def read_case(folder: str | Path) -> ConflictFile:
    """Read the conflict of a case, with what its record knows of the sources.

    Raises
    ------
    FileTrouble, ConflictTrouble
        It cannot be read, or lists a passage that does not stand in its document.
    """
    cited = Cited(open_case(folder))
    name = str(cited.case.conflict_file)
    text = file_text(name)
    if looks_linked(text):
        return read_either(name)
    file = read_text(text, name, cited.joined)
    if problems := cited.problems(file.conflict, file.places):
        raise ConflictTrouble(problems)
    return file


def check_case(folder: str | Path) -> Check:
    """Check the conflict of a case, and whether what it quotes stands in the record."""
    path = open_case(folder).conflict_file
    text = file_text(path)
    return (
        check_linked(text, path) if looks_linked(text) else check_read(lambda: read_case(folder), str(path))
    )
