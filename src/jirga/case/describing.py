"""From a file to the record of a document: what is known of it, and how its text is marked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from jirga.errors import CaseTrouble
from jirga.record.dates import period_of
from jirga.record.digests import digest, document_id
from jirga.record.documents import Marks
from jirga.record.extraction import KINDS, Extracted
from jirga.schema.record import Document


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
