"""A case is a folder that holds one question: the record, the conflict file, the event data, the briefs."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jirga.conflict.text import cannot_write, write_text
from jirga.errors import CaseTrouble, FileTrouble, about
from jirga.record import claims, documents, purging, register, retraction
from jirga.record.claims import Proposed
from jirga.record.dates import period_of
from jirga.record.digests import digest, document_id
from jirga.record.documents import Added, Marks
from jirga.record.extraction import KINDS, Extracted, Extractor, extractor
from jirga.record.folding import folded
from jirga.record.ledger import Ledger, made, opened
from jirga.record.log import Hand, head
from jirga.record.migrating import brought_up_to_date
from jirga.record.originals import copied
from jirga.record.register import Suggestion
from jirga.record.retraction import What, Withdrawn
from jirga.record.searching import Hit, search
from jirga.record.verifying import tampering
from jirga.schema.record import AnyClaim, Document, Kind, Name, NameKind, Passage, Recorded, Review, State

DATABASE, CONFLICT, FILES, SERVER = "case.db", "conflict.yaml", "documents", "database"
FOLDERS = (FILES, "datasets", "briefs")


@dataclass(frozen=True)
class Verified:
    """What verifying found.

    Attributes
    ----------
    troubles : tuple of str
        Everything that does not fit; nothing if the record is whole.
    entries, head : int and str
        How long the log is, and the hash of its last entry: noted elsewhere, it shows later whether the
        log was written anew.
    """

    troubles: tuple[str, ...]
    entries: int
    head: str


@dataclass(frozen=True)
class Case:
    """A case that is open.

    Attributes
    ----------
    folder : Path
        Where it lies.
    ledger : Ledger
        Its record.
    copy : Path or None
        The copy made of an older record before it was brought up to date, if that was just done.
    """

    folder: Path
    ledger: Ledger
    copy: Path | None = None

    @property
    def files(self) -> Path:
        """Where the originals lie."""
        return self.folder / FILES

    @property
    def conflict_file(self) -> Path:
        """The conflict file."""
        return self.folder / CONFLICT

    def add(
        self, paths: Iterable[str | Path], *, by: str, at: str, **said: str
    ) -> Iterator[tuple[Path, Added | FileTrouble]]:
        """Add files, and what lies in folders, one at a time; a file that cannot be read is told, not raised.

        Parameters
        ----------
        said : str
            What is known of all of them: name, title, publisher, author, address, date, language, licence,
            level. It goes before what a file says of itself.
        """
        known = described(said)
        with extractor() as reader:
            for path in listed(paths):
                try:
                    yield path, self.added(path, known, reader, Hand(by, at))
                except FileTrouble as trouble:
                    yield path, trouble

    def added(self, path: Path, said: Mapping[str, Any], reader: Extractor, hand: Hand) -> Added:
        """Add one file; one that is there already is only described anew."""
        with copied(path, self.files) as copy:
            with self.ledger.reading() as connection:
                there = documents.found(connection, document_id(copy.sha256))
            if there is None:
                found = reader.text(copy.path, str(path))
                document, marks = made_of(path.name, copy.sha256, found, said), all_marks(found)
                copy.keep(path.suffix.lower())
                with self.ledger.writing() as connection:
                    return documents.add(connection, document, found.text, marks, hand)
        with self.ledger.writing() as connection:
            return Added(documents.describe(connection, there, said, hand), new=False)

    def documents(self) -> tuple[Document, ...]:
        """Give the documents, by name."""
        with self.ledger.reading() as connection:
            return tuple(documents.every(connection).values())

    def document(self, name: str) -> Document:
        """Give the document of a short name or id."""
        with self.named(), self.ledger.reading() as connection:
            return documents.called(connection, name)

    def text(self, name: str) -> str:
        """Give a document's text."""
        with self.named(), self.ledger.reading() as connection:
            return documents.text_of(connection, documents.called(connection, name).id)

    def passages(self, name: str) -> dict[str, Passage]:
        """Give a document's passages by their marks, as S15, in the order of the text."""
        with self.named(), self.ledger.reading() as connection:
            return documents.passages_of(connection, documents.called(connection, name).id)

    def propose(self, some: Iterable[AnyClaim], *, document: str, by: str, at: str) -> Proposed:
        """Keep a reader's proposals; only those whose words stand in the document's text enter."""
        with self.named(), self.ledger.writing() as connection:
            found = documents.called(connection, document)
            return claims.propose(connection, found, list(some), Hand(by, at))

    def claims(
        self,
        kind: Kind | None = None,
        document: str | None = None,
        state: State | None = None,
        speaker: str | None = None,
        place: str | None = None,
        within: tuple[dt.date, dt.date] | None = None,
    ) -> tuple[Recorded, ...]:
        """Give the claims that are as wanted, each marked if nothing should rest on it.

        Parameters
        ----------
        speaker, place : str, optional
            A name, or one of its names in the register.
        within : pair of dates, optional
            Days that the claim's period must touch; a claim without a period is left out.
        """
        with self.named(), self.ledger.reading() as connection:
            known = documents.every(connection)
            own = None if document is None else documents.called(connection, document).id
            gone = retraction.withdrawn(connection)
            asked = [
                names_of(register.meanings(connection, one)) if one else None for one in (speaker, place)
            ]
            some = claims.every(connection, kind=kind, document=own, state=state)
            marked = (marked_by(gone, one, known[one.document]) for one in some)
            return tuple(one for one in marked if wanted(one, asked[0], asked[1], within))

    def claim(self, name: str) -> Recorded:
        """Give one claim as it stands now."""
        with self.named(), self.ledger.reading() as connection:
            found = claims.one(connection, name)
            document = documents.called(connection, found.document)
            return marked_by(retraction.withdrawn(connection), found, document)

    def review(
        self, name: str, state: State, *, by: str, at: str, after: AnyClaim | None = None, note: str = ""
    ) -> Review:
        """Say what a claim is from now on; a correction says in `after` what it should have said."""
        with self.named(), self.ledger.writing() as connection:
            return claims.review(connection, name, state, Hand(by, at), after, note)

    def undo(self, name: str, *, by: str, at: str, note: str = "") -> Review:
        """Take the last judgement of a claim back that still counts; that is a judgement too."""
        with self.named(), self.ledger.writing() as connection:
            return claims.undo(connection, name, Hand(by, at), note)

    def history(self, name: str) -> tuple[Review, ...]:
        """Give everything that was made of a claim, from its proposal on."""
        with self.named(), self.ledger.reading() as connection:
            return claims.history(connection, name)

    def register(self, kind: NameKind, name: str, aliases: Iterable[str] = (), *, by: str, at: str) -> Name:
        """Put a name into the register, or give one that is there more aliases."""
        with self.named(), self.ledger.writing() as connection:
            return register.register(connection, register.named(kind, name, aliases), Hand(by, at))

    def names(self) -> tuple[Name, ...]:
        """Give the register."""
        with self.ledger.reading() as connection:
            return tuple(register.every(connection).values())

    def suggest(self, name: str, kind: NameKind | None = None, limit: int = 5) -> tuple[Suggestion, ...]:
        """Suggest which names of the register may be meant; nothing is joined."""
        with self.ledger.reading() as connection:
            return tuple(register.suggest(connection, name, kind, limit))

    def merge(self, name: str, into: str, *, by: str, at: str) -> Name:
        """Let a name stand for another from now on; gives the one that it stands for."""
        with self.named(), self.ledger.writing() as connection:
            return register.merge(connection, name, into, Hand(by, at))

    def unmerge(self, name: str, *, by: str, at: str) -> Name:
        """Take a merge back."""
        with self.named(), self.ledger.writing() as connection:
            return register.unmerge(connection, name, Hand(by, at))

    def retract(self, what: What, name: str, why: str, *, by: str, at: str) -> str:
        """Say that nothing should rest any more on a document, a source or a claim; gives its id."""
        with self.named(), self.ledger.writing() as connection:
            return retraction.retract(connection, what, name, why, Hand(by, at))

    def lift(self, what: What, name: str, why: str, *, by: str, at: str) -> str:
        """Take a retraction back."""
        with self.named(), self.ledger.writing() as connection:
            return retraction.lift(connection, what, name, why, Hand(by, at))

    def withdrawn(self) -> Withdrawn:
        """Say what was retracted."""
        with self.ledger.reading() as connection:
            return retraction.withdrawn(connection)

    def search(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """Find the passages and claims that have every word asked for, in any script."""
        with self.ledger.reading() as connection:
            return tuple(search(connection, words, limit))

    def to_purge(self, name: str) -> tuple[Document, ...]:
        """Say which documents a purge would take."""
        with self.named(), self.ledger.reading() as connection:
            return purging.to_purge(connection, name)

    def purge(self, name: str, *, by: str, at: str) -> tuple[Document, ...]:
        """Take a document, or all that a source published, out of the record for good."""
        with self.named():
            return purging.purge(self.ledger, self.files, name, Hand(by, at))

    def verify(self, noted: str = "") -> Verified:
        """Find out whether anybody changed the record by another way than through it."""
        with self.ledger.reading() as connection:
            return Verified(tuple(tampering(connection, self.files, noted)), *head(connection))

    def named(self) -> Any:
        """Say in which case it is, whatever goes wrong inside."""
        return about(str(self.folder))


def is_case(path: str | Path) -> bool:
    """Whether a path is that of a case: a folder with a record in it."""
    folder = Path(path)
    return any((folder / one).is_file() for one in (DATABASE, SERVER))


def new_case(folder: str | Path, *, conflict: str = "", database: str = "") -> Case:
    """Make a case: its folders, an empty record, and the conflict file.

    Parameters
    ----------
    conflict : str
        The text of the conflict file.
    database : str, optional
        The address of a PostgreSQL database to keep the record in, without a password.

    Raises
    ------
    FileTrouble
        There is something already, or it cannot be written.
    """
    folder = Path(folder)
    if folder.exists():
        raise FileTrouble(str(folder), "is there already", "choose another name; nothing was changed")
    with beside(folder) as coming:
        for one in FOLDERS:
            (coming / one).mkdir()
        made(coming / DATABASE, database)
        if database:
            write_text(coming / SERVER, f"{database}\n")
        if conflict:
            write_text(coming / CONFLICT, conflict)
    return open_case(folder)


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """Fill a folder beside its place, and put it there when all is done; if that fails, nothing is left.

    Notes
    -----
    Nobody but its owner may look into it.
    """
    try:
        coming = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    except OSError as trouble:
        raise cannot_write(folder, trouble) from None
    try:
        yield coming
        coming.rename(folder)
    except OSError as trouble:
        raise cannot_write(folder, trouble) from None
    finally:
        shutil.rmtree(coming, ignore_errors=True)


def open_case(folder: str | Path) -> Case:
    """Open a case; an older record is brought up to date, after a copy was made of it.

    Raises
    ------
    FileTrouble
        It is no case, or its record cannot be read.
    CaseTrouble
        A newer Jirga made it.
    """
    folder = Path(folder)
    if not is_case(folder):
        what = "is no case" if folder.is_dir() else "is no folder"
        raise FileTrouble(str(folder), what, "jirga new FOLDER/ makes a case")
    server = folder / SERVER
    address = server.read_text(encoding="utf-8").strip() if server.is_file() else ""
    copy = brought_up_to_date(folder / DATABASE, address)
    return Case(folder, opened(folder / DATABASE, address), copy)


def described(said: Mapping[str, str]) -> dict[str, Any]:
    """Read what is known of documents: a date becomes the days it may mean."""
    known: dict[str, Any] = {key: value for key, value in said.items() if value and key != "date"}
    return known | ({"published": period_of(said["date"])} if said.get("date") else {})


def listed(paths: Iterable[str | Path]) -> Iterator[Path]:
    """Give the files, and of folders every file in them of a kind that is read; links lead nowhere."""
    for path in map(Path, paths):
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders.sort()
            inside = (Path(folder, name) for name in sorted(names))
            yield from (one for one in inside if one.suffix.lower() in KINDS and not one.is_symlink())


def made_of(name: str, sha256: str, found: Extracted, said: Mapping[str, Any]) -> Document:
    """Make the record of a document from its file and what is known of it."""
    own: dict[str, Any] = {key: value for key, value in found.said.items() if value and key != "date"}
    if found.said["date"]:
        own["published"] = dated(found.said["date"])
    return Document.model_validate(
        {
            "name": name,
            **own,
            **said,
            "id": document_id(sha256),
            "file_name": name,
            "file_sha256": sha256,
            "text_sha256": digest(found.text),
            "chars": len(found.text),
            "extractor": found.extractor,
            "extractor_version": found.version,
        }
    )


def dated(text: str) -> Any:
    """Read the date that a page gives of itself; one that cannot be read is none."""
    try:
        return period_of(text).model_copy(update={"kind": "inferred"})
    except CaseTrouble:
        return None


def all_marks(found: Extracted) -> Marks:
    """Mark a text's sentences S1, S2, ..., and its pages p1, p2, ... where it has any."""
    from jirga.reading.sentences import sentences

    cut = enumerate(sentences(found.text), start=1)
    return [*((f"S{number}", one.start, one.end) for number, one in cut), *found.marks]


def marked_by(gone: Withdrawn, one: Recorded, document: Document) -> Recorded:
    """Mark a claim with the reason why nothing should rest on it, if there is one."""
    why = gone.claim(one, document)
    return one.model_copy(update={"retracted": why}) if why else one


def names_of(some: Iterable[str]) -> set[str]:
    """Give the keys of names."""
    return {folded(one) for one in some}


def wanted(
    one: Recorded, speakers: set[str] | None, places: set[str] | None, within: tuple[dt.date, dt.date] | None
) -> bool:
    """Whether a claim is by one of some speakers, of one of some places, and touches some days."""
    claim, period = one.claim, one.claim.period
    if speakers is not None and folded(claim.said_by) not in speakers:
        return False
    if places is not None and (claim.place is None or folded(claim.place.name) not in places):
        return False
    if within is None:
        return True
    if period is None or (period.start is None and period.end is None):
        return False
    return (period.start or within[0]) <= within[1] and (period.end or within[1]) >= within[0]
