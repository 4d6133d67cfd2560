"""The documents of a case: added with their files, described, and read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from jirga.case.describing import all_marks, described, listed, made_of
from jirga.case.opened import Opened
from jirga.errors import FileTrouble
from jirga.record import documents
from jirga.record.digests import document_id
from jirga.record.documents import Added
from jirga.record.extraction import Extractor, extractor
from jirga.record.log import Hand
from jirga.record.originals import copied, swept
from jirga.record.searching import Hit, search
from jirga.schema.record import Document, Passage


class Documents(Opened):
    """A case asked for its documents."""

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
        swept(self.files)
        with extractor() as reader, self.ledger.held():
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

    def search(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """Find the passages and claims that have every word asked for, in any script."""
        with self.ledger.reading() as connection:
            return tuple(search(connection, words, limit))
