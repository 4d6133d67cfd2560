"""The conflict file: read from YAML with every problem at its place, written back with its comments."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml.comments import CommentedMap

from jirga.conflict.places import Places
from jirga.conflict.references import reference_problems
from jirga.conflict.text import file_text, write_text
from jirga.conflict.wording import schema_problem
from jirga.conflict.yaml_text import yaml_document, yaml_text
from jirga.errors import ConflictTrouble
from jirga.schema.conflict import Conflict


@dataclass(frozen=True)
class ConflictFile:
    """A conflict and the text it was read from.

    Attributes
    ----------
    name : str
        The file's name, for messages.
    document : CommentedMap
        The text as ruamel.yaml read it, with comments, order and places.
    conflict : Conflict
        What it says.
    """

    name: str
    document: CommentedMap
    conflict: Conflict

    @property
    def places(self) -> Places:
        """Where in the text each thing stands."""
        return Places(self.document, self.name)

    def text(self) -> str:
        """Give the text, with its comments and order."""
        return yaml_text(self.document)

    def write(self, path: str | Path) -> None:
        """Write the text beside the target and rename it into place, so that nothing is half written."""
        write_text(path, self.text())


def read_file(path: str | Path) -> ConflictFile:
    """Read a conflict file.

    Raises
    ------
    FileTrouble
        The file is missing, a directory, empty, too large or not text.
    ConflictTrouble
        It is text, but no conflict; carries all the problems found.
    """
    return read_text(file_text(path), str(path))


def read_text(text: str, name: str = "text") -> ConflictFile:
    """Read a conflict from text; `name` stands in messages."""
    document = yaml_document(text, name)
    places = Places(document, name)
    try:
        conflict = numbered(Conflict.model_validate(document))
    except ValidationError as trouble:
        problems = sorted(
            (schema_problem(error, places) for error in trouble.errors()), key=lambda one: one.where
        )
        raise ConflictTrouble(problems) from None
    problems = reference_problems(conflict, places)
    if problems:
        raise ConflictTrouble(problems)
    return ConflictFile(name, document, conflict)


def parse_text(text: str, name: str = "text") -> Conflict:
    """Read a conflict from text and keep only what it says."""
    return read_text(text, name).conflict


def numbered(conflict: Conflict) -> Conflict:
    """Give every want without an id one made from its place, as kp.3."""
    parties = {}
    for name, party in conflict.parties.items():
        prefers = tuple(
            want if want.id else want.model_copy(update={"id": f"{name}.{place}"})
            for place, want in enumerate(party.prefers, start=1)
        )
        parties[name] = party.model_copy(update={"prefers": prefers})
    return conflict.model_copy(update={"parties": parties})


def text_of(conflict: Conflict) -> str:
    """Write a conflict that came from no file as the text of one."""
    return yaml_text(in_words(conflict.model_dump(mode="json", by_alias=True, exclude_defaults=True)))


def in_words(value: Any) -> Any:
    """Write numbers as the words they are read as."""
    if isinstance(value, dict):
        return {key: in_words(one) for key, one in value.items()}
    if isinstance(value, list):
        return [in_words(one) for one in value]
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
