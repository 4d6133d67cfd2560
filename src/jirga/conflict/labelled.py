"""Labels are politics: the same conflict under the names that one audience uses, quotations untouched."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from jirga.conflict.places import Places
from jirga.conflict.text import file_text
from jirga.conflict.wording import schema_problem
from jirga.conflict.yaml_text import yaml_document
from jirga.errors import ConflictTrouble, UnknownName, about
from jirga.schema.conflict import Conflict
from jirga.schema.labels import Labels

OWN_WORDS = frozenset({"title", "question", "says", "undo", "name", "short", "why", "note", "what", "watch"})
"""The fields that hold the analyst's own words for a reader, and no name that a formula uses."""

OTHERS_WORDS = frozenset({"sources"})
"""Where the words of others stand."""


def read_labels(path: str | Path) -> Labels:
    """Read a file of labels.

    Raises
    ------
    FileTrouble, ConflictTrouble
        The file cannot be read, or is no set of labels; each problem with its place.
    """
    name = str(path)
    document = yaml_document(file_text(path), name)
    try:
        return Labels.model_validate(document)
    except ValidationError as trouble:
        places = Places(document, name)
        raise ConflictTrouble([schema_problem(one, places) for one in trouble.errors()]) from None


def labelled(conflict: Conflict, labels: Labels, *, where: str = "labels") -> Conflict:
    """Give the conflict with other names for its parties, and other words in what the analyst wrote.

    Passages, quotations and the titles of sources stay as they are; so do names that formulas use.

    Raises
    ------
    UnknownName
        A label is for a party that the conflict does not have.

    Examples
    --------
    >>> from jirga.conflict.file import parse_text
    >>> one = parse_text("{title: T, parties: {x: {name: The X regime, options: {give: give}}}}")
    >>> labelled(one, Labels(words={"X regime": "authorities"})).parties["x"].name
    'The authorities'
    """
    with about(where):
        for key in labels.parties:
            if key not in conflict.parties:
                raise UnknownName("party", key, conflict.parties)
    said = reworded(conflict.model_dump(exclude_defaults=True, by_alias=True), labels.words)
    for key, label in labels.parties.items():
        said["parties"][key] |= {"name": label.name, "short": label.short}
    return Conflict.model_validate(said)


def reworded(value: Any, words: Mapping[str, str], field: str = "") -> Any:
    """Replace words in the fields that hold the analyst's own."""
    if isinstance(value, dict):
        return {
            key: one if key in OTHERS_WORDS else reworded(one, words, str(key)) for key, one in value.items()
        }
    if isinstance(value, list | tuple):
        return [reworded(one, words, field) for one in value]
    if field in OWN_WORDS and isinstance(value, str):
        return replaced(value, words)
    return value


def replaced(text: str, words: Mapping[str, str]) -> str:
    """Replace whole words, longer ones first, each place once.

    >>> replaced("Taliban regime, Taliban", {"Taliban": "T", "Taliban regime": "authorities"})
    'authorities, T'
    """
    if not words:
        return text
    longest = sorted(words, key=lambda one: -len(one))
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in longest))
    return pattern.sub(lambda found: words[found.group()], text)
